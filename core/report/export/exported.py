"""A prompt with everything needed to ask it as it was scored."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.data.tasks import load_task
from core.domain.certificate import Certificate
from core.domain.example import Example, Split
from core.domain.prompt import Placement, Prompt, Turn, render
from core.domain.runspec import ParamValue, Reading, Role, RunSpec
from core.domain.task import AnswerContract, Task
from core.errors import UsageError, WhetError
from core.events import BiasFitted
from core.llm.gguf import read_header
from core.report.export.bias import ExportedBias, exported_bias
from core.said import Said
from core.state import RunState
from core.store.places import model_paths
from core.store.runs import RunFolder

_VERSION = 1


@dataclass(frozen=True, slots=True)
class ExportedModel:
    """The model that a prompt was scored with; its own chat template (Jinja), empty if its file is not at hand."""

    name: str
    sha256: str
    chat_template: str = ""


@dataclass(frozen=True, slots=True)
class ExportedScore:
    """A score, 0…1, with its 95 % interval, over `n` rows of a split."""

    split: Split
    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Exported:
    """A prompt with everything needed to ask it as it was scored. `input_template` says how a row becomes the input.

    `columns` are the names that its placeholders may have beside `input`; `inputless`: every row's input is empty.
    Replies were asked for at `temperature`; `reading` says whether they were written or chosen among the labels, unless
    the answers are those `with_bias`: the labels that are likeliest with it.
    """

    prompt: Prompt
    run: str = ""
    candidate: str = ""
    task: str = ""
    metric: str = ""
    method: str = ""
    placement: Placement | None = None
    input_template: str = ""
    contract: AnswerContract | None = None
    model: ExportedModel | None = None
    scores: tuple[ExportedScore, ...] = ()
    certificate: Certificate | None = None
    format: int = _VERSION
    columns: tuple[str, ...] = ()
    inputless: bool = False
    reading: Reading = Reading.GENERATED
    temperature: float = 0.0
    with_bias: ExportedBias | None = None
    metric_options: tuple[tuple[str, ParamValue], ...] = ()

    def ask(self, example: Example) -> tuple[Turn, ...]:
        """The messages of one row, by the same rules as when the prompt was scored."""
        return render(
            self.prompt,
            example,
            placement=self.placement or Placement.BEFORE_INPUT,
            input_template=self.input_template or "{{input}}",
            contract=self.contract.instruction if self.contract else "",
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """What an export may draw on beside the run itself: its task with rows, and the chat template of its model.

    Both are left out where they are no longer on this machine. `folder`: the task's.
    """

    task: Task | None = None
    chat_template: str = ""
    folder: Path | None = None

    @property
    def rows(self) -> tuple[Example, ...]:
        """Validation and train rows; never the sealed ones."""
        return (*self.task.validation, *self.task.train) if self.task is not None else ()


def sources(spec: RunSpec, task_of: Callable[[RunSpec], Path]) -> Sources:
    """What there is of a run's task and model on this machine; `task_of` finds the task's folder."""
    task, folder = None, None
    try:
        folder = task_of(spec)
        task = load_task(folder)
    except WhetError:
        pass
    try:
        template = read_header(Path(model_paths(spec)[Role.TASK])).chat_template
    except WhetError:
        template = ""
    return Sources(task, template, folder)


def gather(
    run: RunFolder, state: RunState, candidate: str = "", at_hand: Sources | None = None, *, with_bias: bool = False
) -> Exported:
    """Everything that an export says; `with_bias` adds the label bias that the run ended with, to the prompt it was
    learned for. Raises `UsageError` for a candidate, or a bias, that does not exist."""
    fitted = _bias(state, candidate) if with_bias else None
    name = candidate or (fitted.candidate if fitted is not None else state.best)
    if name not in state.nodes:
        raise UsageError(
            Said("The run has no candidate “{name}”.", name=name) if name else "The run has no best prompt yet."
        )
    node, spec = state.nodes[name], state.spec
    at_hand = at_hand or Sources()
    task = run.read_task() or at_hand.task
    certificate = run.read_certificate()
    model = spec.models.get(Role.TASK) if spec else None
    return Exported(
        prompt=node.candidate.prompt,
        run=run.id,
        candidate=name,
        task=spec.task if spec else "",
        metric=task.metric if task else "",
        metric_options=task.metric_options if task else (),
        method=spec.method if spec else "",
        placement=task.placement if task else None,
        input_template=task.input_template if task else "",
        contract=task.contract if task else None,
        model=ExportedModel(model.name, model.sha256, at_hand.chat_template) if model else None,
        scores=tuple(ExportedScore(c.split, c.value, c.low, c.high, c.n) for c in node.cards.values()),
        certificate=certificate if certificate and certificate.candidate == name else None,
        columns=_columns(at_hand.rows),
        inputless=bool(at_hand.rows) and not any(row.input for row in at_hand.rows),
        reading=spec.reading if spec else Reading.GENERATED,
        with_bias=exported_bias(fitted) if fitted is not None else None,
    )


def _bias(state: RunState, candidate: str) -> BiasFitted:
    fitted = state.biases.get(candidate) if candidate else state.bias
    if fitted is None:
        raise UsageError(
            Said("No label bias was learned for the candidate “{candidate}”.", candidate=candidate)
            if candidate
            else "The run did not end with a label bias.",
            hint="Export the prompt alone.",
        )
    return fitted


def _columns(rows: tuple[Example, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in rows for name, _ in row.variables))
