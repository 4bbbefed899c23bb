"""The comparison that the Compare page shows: what the engine has scored, and what people say of replies."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.tasks import load_task, task_fingerprint
from core.domain.comparison import CellKey, ComparisonCell, ComparisonSpec, Contestant, Contrast, reply_id
from core.domain.example import Example
from core.domain.runspec import ParamValue, Role
from core.domain.scoring import Verdict
from core.engine.commands.compare import CellScored, Compare
from core.engine.messages import Message, Progressed
from core.errors import WhetError
from core.report.weighing import Pair, weigh
from core.store import comparisons
from core.store.index import ReviewEntry
from core.store.places import called
from desktop.models.engine_requests import EngineRequest, EngineRequests, was_asked_for
from desktop.models.workspace_model import WorkspaceModel


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants compared; models are paths, those of `helpers` the ones that the metric asks."""

    task: Path
    prompts: tuple[Contestant, ...]
    models: tuple[str, ...]
    seeds: tuple[int, ...] = (0,)
    temperature: float = 0.0
    rows: int = 0
    helpers: dict[Role, str] = field(default_factory=dict)
    settings: dict[str, dict[str, ParamValue]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Kept:
    task: Path | None
    spec: ComparisonSpec
    cells: tuple[ComparisonCell, ...]
    examples: dict[int, Example]
    thumbs: dict[str, int]


class CompareModel(QObject):
    """Asks the engine for cells, and keeps them with the rows they are about.

    `changed` says that cells, the pair or the work are different, `weighed` that a contrast has come, or why none did
    (`trouble`); it is computed beside the engine, which may be busy for an hour. `judged` says that a
    person judged a reply, `done` that all was scored; `failed` carries an error, `progressed` a `Progressed`.
    """

    changed = Signal()
    weighed = Signal()
    judged = Signal()
    failed = Signal(object)
    progressed = Signal(object)
    done = Signal()

    def __init__(self, requests: EngineRequests, workspace: WorkspaceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests = requests
        self._workspace = workspace
        self.prompts: tuple[Contestant, ...] = ()
        self.models: tuple[str, ...] = ()
        self.seeds: tuple[int, ...] = (0,)
        self.cells: dict[CellKey, ComparisonCell] = {}
        self.examples: dict[int, Example] = {}
        self.thumbs: dict[str, int] = {}
        self.before: CellKey | None = None
        self.after: CellKey | None = None
        self.contrast: Contrast | None = None
        self.by_thumbs = False
        self.working = self.weighing = self._paired = False
        self.trouble: Exception | None = None
        self._task: Path | None = None
        self._file: Path | None = None
        self._fingerprint = ""
        self._request: EngineRequest | None = None

    @property
    def task(self) -> Path | None:
        """The task's folder."""
        return self._task

    @property
    def file(self) -> Path | None:
        """Where it is kept."""
        return self._file

    @property
    def keys(self) -> list[CellKey]:
        """Every combination, scored or not, prompt by prompt."""
        return [
            CellKey(prompt, model, seed)
            for prompt in range(len(self.prompts))
            for model in range(len(self.models))
            for seed in self.seeds
        ]

    def name(self, key: CellKey) -> str:
        """A combination in words, as short as it stays clear; nothing for one of an earlier comparison."""
        if key.prompt >= len(self.prompts) or key.model >= len(self.models):
            return ""
        parts = [self.prompts[key.prompt].name]
        if len(self.models) > 1:
            parts.append(self.models[key.model])
        if len(self.seeds) > 1:
            parts.append(f"#{key.seed}")
        return " · ".join(parts)

    def start(self, choice: Choice) -> None:
        """Score what was chosen; what an earlier comparison of the same kind scored is taken from its file."""
        folder = self._workspace.folder
        if self.working or folder is None:
            return
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
        file = folder / comparisons.FOLDER / f"{stamp}-{choice.task.name}.jsonl"
        self._begin(choice.task, file)
        self.prompts, self.seeds = choice.prompts, choice.seeds if choice.temperature > 0 else (0,)
        self.models = tuple(map(called, choice.models))
        self.working = True
        self.changed.emit()
        self._read_rows(choice.task)
        command = Compare(
            str(file),
            str(choice.task),
            choice.prompts,
            choice.models,
            choice.seeds,
            choice.temperature,
            choice.rows,
            choice.helpers,
            choice.settings,
        )
        self._request = EngineRequest(command, on_message=self._on_message, on_done=self._finish, on_failed=self._fail)
        self._requests.give(self._request)

    def stop(self) -> None:
        """Stop scoring; the cells that are there stay."""
        if self.working and self._request is not None:
            self._requests.withdraw(self._request)

    def open(self, file: Path) -> None:
        """Show a comparison that was kept. Its task is recognized by its rows."""
        if self.working:
            return
        folders = [place.folder for place in self._workspace.tasks]

        def read() -> _Kept:
            kept = comparisons.read(file)
            for folder in sorted(folders, key=lambda folder: folder.name != kept.spec.task):
                task = load_task(folder)
                if task_fingerprint(task) == kept.spec.task_fingerprint:
                    rows = {row.row: row for row in task.validation}
                    return _Kept(folder, kept.spec, kept.cells, rows, self._thumbs())
            return _Kept(None, kept.spec, kept.cells, {}, self._thumbs())

        self._begin(None, file)
        self._workspace.do(read, self._on_kept, otherwise=self.failed.emit, latest="comparison")

    def kept(self) -> list[Path]:
        """The comparisons of this workspace, the latest first."""
        folder = self._workspace.folder
        return comparisons.listed(folder) if folder is not None else []

    def close(self) -> None:
        """Show nothing, as in another workspace."""
        self._begin(None, None)
        self.prompts, self.models = (), ()
        self.changed.emit()

    def pair(self, before: CellKey | None, after: CellKey | None) -> None:
        """Hold these two against each other."""
        self._paired = True
        if (before, after) != (self.before, self.after):
            self.before, self.after, self.contrast = before, after, None
            self.changed.emit()
            self._weigh()

    def weigh_by_thumbs(self, *, wanted: bool) -> None:
        """Let people's judgements decide instead of the metric, or not."""
        self.by_thumbs, self.contrast = wanted, None
        self.changed.emit()
        self._weigh()

    def thumb(self, verdict: Verdict) -> int:
        """What a person said of a reply: 1, -1, or 0."""
        return self.thumbs.get(reply_id(self._fingerprint, verdict), 0)

    def judge(self, verdict: Verdict, thumb: int) -> None:
        """Keep what a person says of a reply."""
        name = reply_id(self._fingerprint, verdict)
        self.thumbs[name] = thumb
        self._workspace.keep_review(ReviewEntry(name, thumb))
        self.judged.emit()
        if self.by_thumbs:
            self._weigh()

    def _begin(self, task: Path | None, file: Path | None) -> None:
        self._task, self._file = task, file
        self.cells, self.examples, self.contrast = {}, {}, None
        self.before = self.after = None
        self._paired = False
        self.weighing, self.trouble = False, None

    def _read_rows(self, task: Path) -> None:
        def read() -> tuple[dict[int, Example], str, dict[str, int]]:
            found = load_task(task)
            return {row.row: row for row in found.validation}, task_fingerprint(found), self._thumbs()

        self._workspace.do(read, self._on_rows, otherwise=self.failed.emit, latest="compared rows")

    def _thumbs(self) -> dict[str, int]:
        return {entry.id: entry.thumb for entry in self._workspace.reviews() if entry.id.startswith("reply:")}

    def _on_rows(self, found: tuple[dict[int, Example], str, dict[str, int]]) -> None:
        self.examples, self._fingerprint, self.thumbs = found
        self.changed.emit()

    def _on_kept(self, kept: _Kept) -> None:
        self._task = kept.task
        self.prompts = kept.spec.prompts
        self.models = tuple(model.name for model in kept.spec.models)
        self.seeds = kept.spec.seeds
        self.examples, self.thumbs, self._fingerprint = kept.examples, kept.thumbs, kept.spec.task_fingerprint
        for cell in kept.cells:
            self._take(cell)
        self._pair_with_best()
        self.changed.emit()

    def _on_message(self, message: Message) -> None:
        if isinstance(message, CellScored):
            self._take(message.cell)
            self.changed.emit()
        elif isinstance(message, Progressed):
            self.progressed.emit(message)

    def _take(self, cell: ComparisonCell) -> None:
        self.cells[cell.key] = cell
        if self.before is None:
            self.before = cell.key
        elif self.after is None and cell.key != self.before:
            self.after = cell.key
            self._weigh()

    def _weigh(self) -> None:
        if self.before not in self.cells or self.after not in self.cells or self._file is None or self._task is None:
            return
        assert self.before is not None
        assert self.after is not None
        thumbs = dict(self.thumbs) if self.by_thumbs else {}
        asked = Pair(self._file, self._task, self.before, self.after, self.by_thumbs, thumbs)
        self.weighing, self.trouble = True, None
        self._workspace.do(
            lambda: weigh(asked), self._on_weighed, otherwise=self._on_unweighed, latest="comparison's contrast"
        )

    def _on_weighed(self, contrast: Contrast) -> None:
        self.weighing = False
        if (contrast.before, contrast.after, contrast.by_thumbs) == (self.before, self.after, self.by_thumbs):
            self.contrast = contrast
        self.weighed.emit()

    def _on_unweighed(self, error: Exception) -> None:
        self.weighing, self.trouble = False, error
        self.weighed.emit()
        if not isinstance(error, WhetError):
            self.failed.emit(error)

    def _pair_with_best(self) -> None:
        """What most people want to know first: what the best is worth against the first, which is theirs."""
        others = [cell for cell in self.cells.values() if cell.key != self.before]
        if self._paired or not others:
            return
        best = max(others, key=lambda cell: cell.value).key
        if best != self.after:
            self.after, self.contrast = best, None
            self._weigh()

    def _finish(self) -> None:
        self._pair_with_best()
        self._rest()
        self.done.emit()
        self._workspace.compared.emit()

    def _rest(self) -> None:
        self.working = False
        self.changed.emit()

    def _fail(self, error: WhetError) -> None:
        self._rest()
        if not was_asked_for(error):
            self.failed.emit(error)
