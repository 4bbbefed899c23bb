"""The ledger of opened sealed tests: a test that was looked at once can certify nothing a second time.

It is keyed by what the rows ask, so it survives re-import, renaming, reordering, and rows that were dressed up, and it
is kept twice: per user and in the workspace. Openings are only ever added.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from core import files, nested, paths
from core.errors import SealedTestError, WorkspaceError
from core.said import Said
from core.store.atomic import append_durably
from core.store.locks import HeldElsewhereError, holding

_log = logging.getLogger(__name__)
_PATIENCE = 10.0  # seconds; a record takes milliseconds
_NAME = "ledger.jsonl"

ALLOWED = 0.05
"""The share of sealed rows that earlier looks may have seen: so many questions come twice by chance."""

Marks = frozenset[str]
"""What one row is known by (`core.domain.sameness.marks`)."""


class Opening(msgspec.Struct, frozen=True):
    """One look at sealed rows: their fingerprint, the keys of the single rows, the run, and when (UTC, ISO 8601).

    `marks` are those of the rows as `core.domain.sameness` finds them; none in what earlier versions have noted.
    """

    fingerprint: str
    rows: tuple[str, ...]
    run: str
    opened: str
    task: str = ""
    marks: tuple[str, ...] = ()

    @property
    def day(self) -> str:
        """When it was, for people."""
        return self.opened.replace("T", " ").removesuffix("+00:00")[:16] + " UTC"

    def shared_with(self, row_keys: Iterable[str]) -> int:
        """How many of these rows were in it, word for word."""
        return len(set(self.rows).intersection(row_keys))


class Ledger:
    """What one user, and one workspace if there is one, has opened so far."""

    def __init__(self, workspace: Path | None = None, *, user: Path | None = None) -> None:
        self._user = user or paths.user_folder()
        self._files = [folder / _NAME for folder in (self._user, workspace) if folder is not None]

    def openings(self) -> list[Opening]:
        """Every opening, the earliest first, each once."""
        found = {opening: None for file in self._files for opening in _read(file)}
        return sorted(found, key=lambda opening: opening.opened)

    def opened(self, fingerprint: str, row_keys: Iterable[str] = ()) -> Opening | None:
        """The first look at these rows or at any of them; `None` if they are still sealed."""
        keys = set(row_keys)
        return next((o for o in self.openings() if o.fingerprint == fingerprint or o.shared_with(keys)), None)

    def refusal(
        self, fingerprint: str, row_keys: Iterable[str], run: str, *, marks: Sequence[Marks] = ()
    ) -> tuple[Opening, SealedTestError] | None:
        """Why `record` would refuse this, and the earlier look that has seen most; `None` if it would not. Nothing is
        noted."""
        asked = Opening(fingerprint, tuple(row_keys), run, "")
        others = [each for each in self.openings() if not _is_of(each, asked)]
        return _second_look(others, asked, marks)

    def record(
        self, fingerprint: str, row_keys: Iterable[str], run: str, *, task: str = "", marks: Sequence[Marks] = ()
    ) -> Opening:
        """Note that `run` opens these rows, durably, *before* they are read; the opening.

        `marks` are those of each row, in the order of the keys; without them rows are compared word for word.
        The same run may come back for the same rows: a crash after the first note must not cost its certificate.
        Raises `SealedTestError` if other runs have seen more than `ALLOWED` of them, in whatever dress, and
        `WorkspaceError` if it cannot be noted: the test then stays sealed.
        """
        keys = tuple(row_keys)
        try:
            self._user.mkdir(parents=True, exist_ok=True)
            with holding(self._user / "ledger.lock", timeout=_PATIENCE):
                now = datetime.now(UTC).isoformat("T", "seconds")
                every = tuple(sorted(set().union(*marks)))
                return self._record(Opening(fingerprint, keys, run, now, task, every), marks)
        except HeldElsewhereError as error:
            raise WorkspaceError(
                Said("The ledger of sealed tests is being written by {holder}.", holder=error.holder),
                kept=_SEALED,
                hint="Try again.",
            ) from error
        except OSError as error:
            raise WorkspaceError(
                Said(
                    "The opening of the test could not be noted in {user}: {reason}.",
                    user=self._user,
                    reason=error.strerror,
                ),
                kept=_SEALED,
            ) from error

    def _record(self, opening: Opening, marks: Sequence[Marks]) -> Opening:
        others: list[Opening] = []
        for earlier in self.openings():
            if _is_of(earlier, opening):
                opening = earlier
            else:
                others.append(earlier)
        refused = _second_look(others, opening, marks)
        if refused is not None:
            raise refused[1]
        for file in self._files:
            if opening not in _read(file):
                append_durably(file, msgspec.json.encode(opening) + b"\n")
        return opening


_SEALED = "The test stays sealed."


def _is_of(earlier: Opening, asked: Opening) -> bool:
    """Whether it is the opening that is asked for: a run may come back for its own rows."""
    return earlier.run == asked.run and earlier.fingerprint == asked.fingerprint


def _second_look(
    earlier: Sequence[Opening], asked: Opening, marks: Sequence[Marks]
) -> tuple[Opening, SealedTestError] | None:
    """Whether too many of the rows were seen, in one earlier look or in all of them together, and where most were."""
    same = next((each for each in earlier if each.fingerprint == asked.fingerprint), None)
    if same is not None:
        return same, _refusal(same, len(asked.rows), len(asked.rows), 1)
    looks = [(each, _seen(each, asked.rows, marks)) for each in earlier]
    seen = set().union(*(rows for _, rows in looks))
    if len(seen) <= ALLOWED * len(asked.rows):
        return None
    most = max(looks, key=lambda look: len(look[1]))[0]
    return most, _refusal(most, len(seen), len(asked.rows), sum(bool(rows) for _, rows in looks))


def _seen(earlier: Opening, keys: Sequence[str], marks: Sequence[Marks]) -> set[int]:
    """The places of the rows that an earlier look has seen."""
    exact, dressed = set(earlier.rows), set(earlier.marks)
    places = {place for place, key in enumerate(keys) if key in exact}
    return places | {place for place, each in enumerate(marks) if not dressed.isdisjoint(each)}


def _refusal(earlier: Opening, shared: int, of: int, looks: int) -> SealedTestError:
    rows = "These sealed rows were" if shared in {0, of} else f"{shared} of these {of} sealed rows were"
    more = f" and {looks - 1} other{'s' if looks > 2 else ''}" if looks > 1 else ""
    return SealedTestError(
        Said(
            "{rows} opened on {day} by the run {run}{more}: a second look would no longer be an honest test.",
            rows=rows,
            day=earlier.day,
            run=earlier.run,
            more=more,
        ),
        kept="The certificate of that run stays valid.",
        hint="Seal new rows to certify this run.",
    )


def _read(file: Path) -> list[Opening]:
    """The openings in one file. A line that a crash cut short is skipped: its rows were never read."""
    try:
        lines = files.read(file).splitlines() if file.exists() else []
    except OSError as error:
        raise WorkspaceError(
            Said("{name} cannot be read: {reason}.", name=file.name, reason=error.strerror), kept=_SEALED
        ) from error
    openings: list[Opening] = []
    for number, line in enumerate(lines, 1):
        try:
            openings.append(nested.decode(line, type=Opening))
        except (msgspec.DecodeError, UnicodeDecodeError):
            _log.warning("line %d of %s is no opening and is skipped", number, file.name)
    return openings
