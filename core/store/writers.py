"""Profiles of models as writers, by the hash of their files: per user, beside what trials of their speed found."""

import logging
from pathlib import Path

import msgspec

from core import paths
from core.domain.writer import WriterProfile
from core.errors import WorkspaceError
from core.store.atomic import write_atomically

_log = logging.getLogger("whet.writers")

_VERSION = "2"
"""Of the questions and the judgement: what another version measured is measured again."""


def find(sha256: str) -> WriterProfile | None:
    """The profile of the file with this hash, if it was measured: here, or of the starter model before it was given."""
    return _remembered().get(_key(sha256)) or _shipped().get(sha256)


def keep(sha256: str, profile: WriterProfile) -> None:
    """Remember a profile. A full disk costs another measurement, no more."""
    try:
        _file().parent.mkdir(parents=True, exist_ok=True)
        write_atomically(_file(), msgspec.json.encode(_remembered() | {_key(sha256): profile}))
    except (OSError, WorkspaceError) as error:
        _log.warning("The profile of a writer could not be kept (%s); it will be measured again.", error)


def _key(sha256: str) -> str:
    return f"{_VERSION} {sha256}"


def _file() -> Path:
    return paths.user_folder() / "writers.json"


def _shipped() -> dict[str, WriterProfile]:
    """Profiles that come with Whet, by hash."""
    file = paths.resources() / "models" / "writers.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, WriterProfile])


def _remembered() -> dict[str, WriterProfile]:
    try:
        return msgspec.json.decode(_file().read_bytes(), type=dict[str, WriterProfile])
    except FileNotFoundError:
        return {}
    except (OSError, msgspec.DecodeError) as error:
        _log.warning("Profiles of writers cannot be read (%s); they are measured again.", error)
        return {}
