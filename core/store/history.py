"""Everything that was ever done in a workspace, in one list: runs, certificates, comparisons, tournaments, imports,
exports."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from core import files, nested
from core.domain.comparison import ComparisonSpec
from core.errors import RunError, WorkspaceError
from core.said import Said
from core.store import activity_log, comparisons, trash
from core.store.index import RunEntry
from core.store.runs import RunStatus, RunSummary
from core.store.tournaments import TournamentFolder
from core.store.trash import Trashed
from core.store.workspace import Workspace

_STAMPS = (("%Y-%m-%d-%H%M%S", 17), ("%Y-%m-%d-%H%M", 15))
"""How the time stands at the beginning of a name, and how many characters it takes."""


class Kind(StrEnum):
    """What was done."""

    RUN = "run"
    CERTIFICATE = "certificate"
    COMPARISON = "comparison"
    TOURNAMENT = "tournament"
    IMPORT = "import"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that was done. `id` is unique in its workspace; `at` in seconds since 1970, 0 if unknown.

    `title`, `note` and `starred` are the person's. `run` is the run that it is, or is about. `place` is its file or
    folder within the workspace, empty if it has none. `thrown`: it lies in the trash.
    """

    kind: Kind
    id: str
    at: float
    task: str = ""
    subject: str = ""
    title: str = ""
    note: str = ""
    starred: bool = False
    place: str = ""
    run: RunSummary | None = None
    problem: str = ""
    thrown: Trashed | None = None

    @property
    def status(self) -> RunStatus | None:
        """What became of it, if it is a run."""
        return self.run.status if self.run is not None and self.kind is Kind.RUN else None

    @property
    def words(self) -> str:
        """Everything that a search looks at, in small letters."""
        run = self.run
        parts = [self.id, self.task, self.subject, self.title, self.note, self.kind.value, self.problem]
        parts += [run.method, run.model] if run is not None else []
        parts += [self.status.value] if self.status is not None else []
        return " ".join(parts).casefold()


def history(workspace: Workspace) -> list[HistoryEntry]:
    """The list, the latest first. What cannot be read is in it with its problem."""
    notes = {entry.id: entry for entry in workspace.run_notes.all()}
    runs = {run.id: run for run in workspace.runs()}
    found = [
        *_runs(runs),
        *_certificates(workspace, runs),
        *_comparisons(workspace.folder),
        *_tournaments(workspace),
        *_deeds(workspace.folder, runs),
        *_trash(workspace.folder),
    ]
    return sorted((_noted(entry, notes.get(entry.id)) for entry in found), key=lambda entry: (-entry.at, entry.id))


def annotate(workspace: Workspace, entry: HistoryEntry, *, title: str, note: str, starred: bool) -> None:
    """Keep what a person calls an entry and thinks of it."""
    workspace.run_notes.put(RunEntry(entry.id, title, note, starred))


def throw_away(workspace: Workspace, entry: HistoryEntry) -> Trashed:
    """Move what an entry stands for into the trash. Raises `WorkspaceError` for what cannot be deleted."""
    _check_writable(workspace)
    if not entry.place or entry.thrown is not None:
        raise WorkspaceError(Said("{id} has no file that could be deleted.", id=entry.id))
    if entry.status is RunStatus.RUNNING:
        raise WorkspaceError(Said("The run {id} is being written.", id=entry.id), hint="Stop it first.")
    return trash.throw_away(workspace.folder, workspace.folder / entry.place)


def put_back(workspace: Workspace, thrown: Trashed) -> Path:
    """Take something out of the trash."""
    _check_writable(workspace)
    return trash.restore(workspace.folder, thrown)


def _check_writable(workspace: Workspace) -> None:
    if not workspace.writable:
        raise WorkspaceError("The workspace is open for reading only.", hint="Close the other window first.")


def _noted(entry: HistoryEntry, note: RunEntry | None) -> HistoryEntry:
    if note is None:
        return entry
    return replace(entry, title=note.title, note=note.note, starred=note.starred)


def _runs(runs: dict[str, RunSummary]) -> Iterator[HistoryEntry]:
    for run in runs.values():
        began = run.began
        yield HistoryEntry(
            Kind.RUN,
            run.id,
            began.timestamp() if began is not None else 0.0,
            run.task,
            run.method,
            place=f"runs/{run.id}",
            run=run,
            problem=run.problem,
        )


def _certificates(workspace: Workspace, runs: dict[str, RunSummary]) -> Iterator[HistoryEntry]:
    for run in runs.values():
        if run.certified is not None:
            at = _modified(workspace.runs_folder / run.id / "certificate.json")
            yield HistoryEntry(Kind.CERTIFICATE, f"certificate-{run.id}", at, run.task, run.id, run=run)


def _comparisons(folder: Path) -> Iterator[HistoryEntry]:
    for file in comparisons.listed(folder):
        place = f"{comparisons.FOLDER}/{file.name}"
        try:
            with files.opened(file) as lines:
                spec = nested.decode(lines.readline(files.LARGEST), type=ComparisonSpec)
        except (OSError, msgspec.DecodeError) as error:
            yield HistoryEntry(Kind.COMPARISON, file.stem, _began(file.stem), place=place, problem=str(error))
            continue
        subject = f"{len(spec.prompts)} × {len(spec.models)} × {len(spec.seeds)}"
        yield HistoryEntry(Kind.COMPARISON, file.stem, _began(file.stem), spec.task, subject, place=place)


def _tournaments(workspace: Workspace) -> Iterator[HistoryEntry]:
    for file in (workspace.folder / "tournaments").glob("*/tournament.json"):
        folder = TournamentFolder(file.parent, workspace)
        place = f"tournaments/{folder.id}"
        at = _began(folder.id) or _modified(file)
        try:
            found = folder.read()
        except RunError as error:
            yield HistoryEntry(Kind.TOURNAMENT, folder.id, at, place=place, problem=str(error))
            continue
        tasks = ", ".join(dict.fromkeys(base.task for base in found.bases))
        names = ", ".join(entrant.name for entrant in found.entrants)
        yield HistoryEntry(Kind.TOURNAMENT, folder.id, at, tasks, names, place=place)


def _deeds(folder: Path, runs: dict[str, RunSummary]) -> Iterator[HistoryEntry]:
    for deed in activity_log.done(folder):
        if deed.kind == "export":
            run = runs.get(deed.what)
            task = run.task if run is not None else ""
            subject = ", ".join(filter(None, (deed.form, deed.file)))
            yield HistoryEntry(Kind.EXPORT, deed.id, deed.at, task, subject, run=run)
        elif deed.kind == "import":
            yield HistoryEntry(Kind.IMPORT, deed.id, deed.at, deed.what, deed.file)


def _trash(folder: Path) -> Iterator[HistoryEntry]:
    kinds = {"runs": Kind.RUN, comparisons.FOLDER: Kind.COMPARISON, "tournaments": Kind.TOURNAMENT}
    for thrown in trash.thrown_away(folder):
        parent, _, name = thrown.place.partition("/")
        if parent in kinds:
            id_ = name.removesuffix(".jsonl")
            yield HistoryEntry(kinds[parent], id_, _began(id_), place=thrown.place, thrown=thrown)


def _began(name: str) -> float:
    """The time in a name; 0 if it has none."""
    for stamp, length in _STAMPS:
        with suppress(ValueError):
            return datetime.strptime(name[:length], stamp).astimezone().timestamp()
    return 0.0


def _modified(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0
