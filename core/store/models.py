"""Where the models that runs name by their hash lie on this machine: per user, never inside a workspace.

Links are kept as they are: the parts of a model find each other by their names, which what they lead to may not have.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from tinydb import TinyDB, where

from core import paths
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import AtomicJSONStorage
from core.store.locks import HeldElsewhereError, holding

_PATIENCE = 5.0  # seconds; a write takes milliseconds


class KnownModel(msgspec.Struct, frozen=True):
    """A model file as it was when it was hashed. `modified` is in nanoseconds."""

    sha256: str
    path: str
    name: str
    size: int
    modified: int

    @property
    def is_there(self) -> bool:
        """Whether a file of this size still lies there."""
        status = _status(Path(self.path))
        return status is not None and status[0] == self.size


def remember(path: Path, sha256: str, name: str = "") -> None:
    """Keep in mind that the file with this hash lies here. Raises `WorkspaceError` if it is gone or cannot be noted."""
    place = path.absolute()
    status = _status(place)
    if status is None:
        raise WorkspaceError(Said("{name} is not there any more.", name=path.name), hint="Choose the model file again.")
    known = KnownModel(sha256, str(place), name or place.stem, *status)
    with _registry(write=True) as database:
        database.remove(where("path") == known.path)
        database.insert(msgspec.to_builtins(known))


def find(sha256: str) -> Path | None:
    """A file with this hash, the one noted last that is still there; `None` if there is none."""
    places = [model for model in known() if model.sha256 == sha256 and model.is_there]
    return Path(places[-1].path) if places else None


def sha256_of(path: Path) -> str | None:
    """The hash of a file that was hashed before and has neither changed its size nor its time since."""
    place = path.absolute()
    status = _status(place)
    return next((m.sha256 for m in known() if m.path == str(place) and (m.size, m.modified) == status), None)


def known() -> list[KnownModel]:
    """Every model file ever noted, the earliest first, whether it is still there or not."""
    with _registry(write=False) as database:
        return [msgspec.convert(dict(document), KnownModel) for document in database.all()]


@contextmanager
def _registry(*, write: bool) -> Iterator[TinyDB]:
    """The registry's file. Several processes write it in turn; it is replaced in one step, so readers need no lock."""
    folder = paths.user_folder()
    storage = folder / "models.json"
    if not write:
        with TinyDB(storage, storage=AtomicJSONStorage) as database:
            yield database
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with holding(folder / "models.lock", timeout=_PATIENCE), TinyDB(storage, storage=AtomicJSONStorage) as database:
            yield database
    except HeldElsewhereError as error:
        raise WorkspaceError(
            Said("The list of models is being written by {holder}.", holder=error.holder), hint="Try again."
        ) from error
    except OSError as error:
        raise WorkspaceError(
            Said("The list of models in {folder} cannot be written: {reason}.", folder=folder, reason=error.strerror),
            hint="Set WHET_HOME to a folder that can.",
        ) from error


def _status(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
