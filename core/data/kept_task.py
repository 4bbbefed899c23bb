"""A task inside a file: what Whet's JSON of a prompt says beside its rows, so that it can be read back."""

from collections.abc import Mapping

import msgspec

from core.data.table import KeptTask, Table
from core.data.task_file import AnswerSection, PromptSection
from core.domain.prompt import Placement
from core.domain.task import AnswerKind
from core.errors import DatasetError

_MARKS = frozenset({"prompt", "candidate", "contract", "input_template", "placement", "format"})
_UNHELD = frozenset({"custom", "judge", "embedding", "weighted"})
"""Metrics that need more than their name, which is all that the file holds."""


class _Text(msgspec.Struct):
    text: str = ""
    demonstrations: list[msgspec.Raw] = []


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
    metric = "" if file.metric in _UNHELD else file.metric
    placement = file.placement or Placement.BEFORE_INPUT
    kept = KeptTask(
        file.prompt.text, placement.value, file.input_template or "{{input}}", contract.kind.value,
        tuple(contract.labels), contract.instruction, contract.max_tokens, tuple(contract.stops), metric,
    )  # fmt: skip
    return [bytes(row) for row in file.rows], kept, tuple(_notes(file, metric))


def kept_in(table: Table) -> KeptTask | None:
    """The task that a table's file holds, if it holds one."""
    return table.roles.kept if table.roles is not None else None


def prompt_of(kept: KeptTask, seed: str = "", template: str = "") -> PromptSection:
    """Where the search starts: from the exported prompt, and with its template, unless another is given."""
    return PromptSection(seed or kept.prompt, Placement(kept.placement), template or kept.input_template)


def answer_of(kept: KeptTask) -> AnswerSection:
    """The answer contract of the export."""
    return AnswerSection(AnswerKind(kept.kind), list(kept.labels), kept.instruction, kept.max_tokens, list(kept.stops))


def _notes(file: _File, metric: str) -> list[str]:
    notes = [
        "It is a prompt that Whet exported, with the rows that it was searched on: on these, a certificate says less."
    ]
    shown = len(file.prompt.demonstrations)
    if shown:
        notes.append(f"Not taken over: {shown} worked examples of the prompt.")
    if file.metric and not metric:
        notes.append(f"Not taken over: the metric “{file.metric}”, of which the file holds only the name.")
    return notes
