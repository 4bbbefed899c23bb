"""A task inside a file: what Whet's JSON of a prompt says beside its rows, so that it can be read back."""

from collections.abc import Mapping, Sequence

import msgspec

from core.data.table import KeptTask, Table
from core.data.task_file import AnswerSection, ExampleSection, PromptSection
from core.domain.prompt import Demonstration, ExampleLayout, Placement
from core.domain.runspec import ParamValue
from core.domain.task import AnswerKind
from core.errors import DatasetError
from core.said import Said

_MARKS = frozenset({"prompt", "candidate", "contract", "input_template", "placement", "format"})
_UNHELD = "custom"
"""The metric that needs more than its name and options: a file of its own, which an export does not hold."""
_NEED_OPTIONS = frozenset({"judge", "embedding", "weighted"})
"""Metrics that their name alone does not describe: exports of earlier versions hold no options."""


class _Worked(msgspec.Struct):
    input: str = ""
    output: str = ""
    variables: list[tuple[str, str]] = []

    @property
    def shown(self) -> Demonstration:
        """As the prompt shows it."""
        return Demonstration(self.input, self.output, tuple(self.variables))


class _Text(msgspec.Struct):
    text: str = ""
    demonstrations: list[_Worked] = []
    layout: ExampleLayout = ExampleLayout.REPEATED


class _Row(msgspec.Struct):
    input: str = ""
    variables: list[tuple[str, str]] = []


class _Contract(msgspec.Struct):
    kind: AnswerKind = AnswerKind.TEXT
    labels: list[str] = []
    instruction: str = ""
    max_tokens: int = 64
    stops: list[str] = []


class _File(msgspec.Struct):
    prompt: _Text
    placement: Placement | None = None
    input_template: str = ""
    contract: _Contract | None = None
    metric: str = ""
    metric_options: list[tuple[str, ParamValue]] = []
    rows: list[msgspec.Raw] = []


def is_export(names: Mapping[str, object]) -> bool:
    """Whether an object with these names is a prompt that Whet exported as JSON."""
    return names.keys() >= _MARKS


def read_export(data: bytes) -> tuple[list[bytes], KeptTask, tuple[str, ...]]:
    """The rows, the task around them, and what is said. Raises `DatasetError` for an export without rows, and msgspec's
    errors."""
    file = msgspec.json.decode(data, type=_File)
    if not file.rows:
        raise DatasetError(
            "The file is a prompt that Whet exported, and holds no rows.",
            hint="Export it as json again where its task is at hand, or name a file with rows and give the prompt.",
        )
    contract = file.contract or _Contract()
    options = tuple(file.metric_options)
    metric = "" if file.metric == _UNHELD or (file.metric in _NEED_OPTIONS and not options) else file.metric
    placement = file.placement or Placement.BEFORE_INPUT
    worked = tuple(each.shown for each in file.prompt.demonstrations)
    kept = KeptTask(
        file.prompt.text, placement.value, file.input_template or "{{input}}", contract.kind.value,
        tuple(contract.labels), contract.instruction, contract.max_tokens, tuple(contract.stops), metric,
        options if metric else (), worked, file.prompt.layout.value,
    )  # fmt: skip
    rows = [bytes(row) for row in file.rows]
    left = _without_worked(rows, worked)
    return left, kept, tuple(_notes(file, metric, len(rows) - len(left)))


def _without_worked(rows: list[bytes], worked: Sequence[Demonstration]) -> list[bytes]:
    """The rows that the prompt does not show with their answers: on those that it shows it proves nothing."""
    shown = {(each.input, each.variables) for each in worked}
    inputs = {each.input for each in worked if not each.variables}
    if not shown:
        return rows
    read = [msgspec.json.decode(row, type=_Row) for row in rows]
    return [
        row
        for row, fields in zip(rows, read, strict=True)
        if fields.input not in inputs and (fields.input, tuple(fields.variables)) not in shown
    ]


def kept_in(table: Table) -> KeptTask | None:
    """The task that a table's file holds, if it holds one."""
    return table.roles.kept if table.roles is not None else None


def prompt_of(kept: KeptTask, seed: str = "", template: str = "") -> PromptSection:
    """Where the search starts: from the exported prompt with its worked examples and template, unless others are
    given."""
    section = PromptSection(seed or kept.prompt, Placement(kept.placement), template or kept.input_template)
    if seed and seed != kept.prompt:
        return section
    examples = [ExampleSection(each.input, each.output, dict(each.variables)) for each in kept.worked]
    return msgspec.structs.replace(section, examples=examples, layout=ExampleLayout(kept.layout))


def options_of(kept: KeptTask | None, metric: str) -> dict[str, ParamValue]:
    """The options of the export's metric, where that metric is the one that is wanted."""
    return dict(kept.metric_options) if kept is not None and kept.metric == metric else {}


def answer_of(kept: KeptTask) -> AnswerSection:
    """The answer contract of the export."""
    return AnswerSection(AnswerKind(kept.kind), list(kept.labels), kept.instruction, kept.max_tokens, list(kept.stops))


def _notes(file: _File, metric: str, shown: int) -> list[str]:
    notes = [
        "It is a prompt that Whet exported, with the rows that it was searched on: on these, a certificate says less."
    ]
    if shown:
        notes.append(Said("Rows that are worked examples of the prompt are left out: {shown}.", shown=shown))
    if file.metric and not metric:
        notes.append(
            Said("Not taken over: the metric “{metric}”, of which the file does not hold all.", metric=file.metric)
        )
    return notes
