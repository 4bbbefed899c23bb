"""The folder of one run: what was asked, its log, what came of it. Nothing in it depends on where it lies."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec

from core import files, nested
from core.domain.certificate import Certificate, SealedFlip
from core.domain.review import Review
from core.domain.runresult import BiasResult, RunResult
from core.domain.runspec import Origin, Role, RunSpec
from core.domain.task import Task
from core.errors import RunError
from core.events import RunEnded, encode
from core.said import Said
from core.store import began
from core.store.atomic import write_atomically
from core.store.began import Began
from core.store.eventlog import EventLog, last_ending, read_log
from core.store.locks import HeldElsewhereError, holding, is_held

T = TypeVar("T")

_WRITER_PATIENCE = 2.0  # seconds; longer than somebody's look at whether the run is being written


class RunStatus(StrEnum):
    """What became of a run.

    `kept`: the person ended its search. `interrupted`: its log has no ending and nobody writes it. `damaged`: it cannot
    be read.
    """

    FINISHED = "finished"
    BUDGET = "budget"
    KEPT = "kept"
    CANCELLED = "cancelled"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    RUNNING = "running"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One line of the list of runs. Values are 0…1, by the rule that chose the final prompt, and `None` if unknown."""

    id: str
    status: RunStatus
    task: str = ""
    method: str = ""
    model: str = ""
    seed_value: float | None = None
    best_value: float | None = None
    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0
    certified: bool | None = None
    problem: str = ""
    origin: Origin | None = None
    at: float = 0.0

    @property
    def began(self) -> datetime | None:
        """When the run was made, in the time of this place."""
        return datetime.fromtimestamp(self.at, UTC).astimezone() if self.at else None


class RunFolder:
    """A run on disk. The engine and the window each make their own; the engine alone writes the log."""

    def __init__(self, path: Path, made: Began | None = None) -> None:
        self.path = path
        self._made = made
        self._holder: files.Folder | None = None

    @property
    def id(self) -> str:
        """The run's name: sortable by time, unique in its workspace."""
        return self.path.name

    @property
    def workspace(self) -> Path:
        """The workspace that it lies in."""
        return self.path.parent.parent

    @property
    def log_path(self) -> Path:
        """The event log, one JSON line per event; appended to by the engine's recorder."""
        return self.path / "events.jsonl"

    @property
    def report_path(self) -> Path:
        """Where the report for a browser lies."""
        return self.path / "report.html"

    def write_spec(self, spec: RunSpec) -> None:
        """Keep what was asked for."""
        self._write("spec.json", spec)

    def read_spec(self) -> RunSpec:
        """What was asked for. Raises `RunError` if it is missing or damaged."""
        spec = self._read("spec.json", RunSpec)
        if spec is None:
            raise RunError(Said("{id} is not a run: it has no spec.json.", id=self.id))
        return spec

    def write_task(self, task: Task) -> None:
        """Keep the form of the task: everything but its rows."""
        self._write("task.json", replace(task, train=(), validation=()))

    def read_task(self) -> Task | None:
        """The task without its rows, or `None` if it was not kept."""
        return self._read("task.json", Task)

    def write_result(self, result: RunResult) -> None:
        """Keep what came of it."""
        self._write("result.json", result)

    def read_result(self) -> RunResult | None:
        """What came of it, or `None` if the run has not ended yet."""
        return self._read("result.json", RunResult)

    def write_certificate(self, certificate: Certificate) -> None:
        """Keep the certificate, and its values in the result."""
        self._write("certificate.json", certificate)
        result = self.read_result()
        if result is not None and result.best is not None:
            seed, best = result.seed_prompt, result.best
            self.write_result(
                replace(
                    result,
                    seed_prompt=replace(seed, test=certificate.before, with_bias=_tested(seed.with_bias, certificate)),
                    best=replace(best, test=certificate.after, with_bias=_tested(best.with_bias, certificate)),
                )
            )

    def read_certificate(self) -> Certificate | None:
        """The certificate, or `None` if the sealed test was not opened for this run."""
        return self._read("certificate.json", Certificate)

    def write_flips(self, flips: Sequence[SealedFlip]) -> None:
        """Keep the sealed rows that the two prompts of the certificate answered differently."""
        self._write("sealed-flips.json", flips)

    def read_flips(self) -> tuple[SealedFlip, ...]:
        """Those rows; none before the sealed test was opened, or where an earlier version opened it."""
        return self._read("sealed-flips.json", tuple[SealedFlip, ...]) or ()

    def write_review(self, review: Review) -> None:
        """Keep what was found out about the final prompt."""
        self._write("review.json", review)

    def read_review(self) -> Review | None:
        """What was found out about the final prompt, or `None` if nothing was."""
        return self._read("review.json", Review)

    def write_report(self, page: bytes) -> Path:
        """Keep the report; where it lies."""
        write_atomically(self.report_path, page)
        return self.report_path

    def read_events(self) -> EventLog:
        """The log, a cut last line set apart. Raises `RunError` naming the line if it is damaged before its end."""
        return read_log(self.log_path)

    def write_ending(self, ending: RunEnded) -> None:
        """Give the log an ending after its writer was killed; a log that has one, or has not begun, stays as it is.

        A line that the writer did not finish is dropped. Raises as `writing` and `read_events`.
        """
        with self.writing():
            log = self.read_events()
            if log.complete or not log.events:
                return
            with files.opened(self.log_path, "r+b") as file:
                file.truncate(log.size)
                file.seek(log.size)
                file.write(encode(ending))
                file.flush()
                os.fsync(file.fileno())

    def status(self) -> RunStatus:
        """What became of the run, from the end of its log and from whether somebody writes it now."""
        ending = last_ending(self.log_path, self._holder)
        if ending is not None:
            return RunStatus(ending.outcome)
        return RunStatus.RUNNING if is_held(self._lock) else RunStatus.INTERRUPTED

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one who writes this run. Raises `RunError` if somebody else does, saying who."""
        try:
            with holding(self._lock, timeout=_WRITER_PATIENCE):
                yield
        except HeldElsewhereError as error:
            raise RunError(
                Said("The run {id} is being written by {holder}.", id=self.id, holder=error.holder),
                hint="Wait for it, or stop it there.",
            ) from error
        except PermissionError as error:
            raise RunError(
                Said("The folder of the run {id} is read-only.", id=self.id), hint="Go on with a copy of it."
            ) from error

    def summary(self, runs: files.Folder | None = None) -> RunSummary:
        """The run in one line; a run that cannot be read says so in `problem`. `runs` is the folder of all, if it is
        open."""
        try:
            with runs.inner(self.id) if runs is not None else files.folder(self.path) as self._holder:
                spec, status, result = self.read_spec(), self.status(), self.read_result()
                certificate = self.read_certificate()
        except (RunError, OSError) as error:
            return RunSummary(self.id, RunStatus.DAMAGED, problem=str(error), at=self.began_at())
        finally:
            self._holder = None
        model = spec.models.get(Role.TASK)
        name = model.name if model else ""
        at = self.began_at()
        summary = RunSummary(self.id, status, spec.task, spec.method, name, origin=spec.branched_from, at=at)
        if certificate is not None:
            summary = replace(summary, certified=certificate.certified)
        if result is None:
            return summary
        return replace(
            summary,
            seed_value=_value(result.seed_prompt.validation, result.seed_prompt.search),
            best_value=_value(result.best.validation, result.best.search) if result.best else None,
            calls=result.calls,
            tokens=result.tokens,
            seconds=result.seconds,
        )

    def began_at(self) -> float:
        """When the run was made, in seconds since 1970; 0 if nothing says so."""
        made = self._made or began.read(self.path)
        return made.at if made is not None else began.named(self.id)

    @property
    def _lock(self) -> Path:
        return self.path / "writer.lock"

    def _write(self, name: str, value: object) -> None:
        content = msgspec.json.format(nested.encode(value), indent=1) + b"\n"
        write_atomically(self.path / name, content)

    def _read(self, name: str, type_: type[T]) -> T | None:
        try:
            data = self._holder.read(name) if self._holder is not None else files.read(self.path / name)
            return nested.decode(data, type=type_)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
            raise RunError(
                Said("{name} of the run {id} cannot be read: {error}.", name=name, id=self.id, error=error),
                hint="It is damaged, or was written by a newer version of Whet.",
            ) from error


def _value(validation: float | None, search: float | None) -> float | None:
    return search if validation is None else validation


def _tested(found: BiasResult | None, certificate: Certificate) -> BiasResult | None:
    """With what the sealed test says of it."""
    if found is None or not found.kept or certificate.with_bias is None:
        return found
    return replace(found, test=certificate.with_bias.value, certified=certificate.bias_certified)
