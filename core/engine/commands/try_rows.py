"""A prompt asked about a few rows before a run."""

from typing import TYPE_CHECKING

import msgspec

from core.domain.runspec import ParamValue, Reading, Role
from core.domain.task import AnswerContract
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class TriedRow(msgspec.Struct, frozen=True):
    """One row of `RowsTried`: what was asked and expected, what came back, what was read from it, and its score."""

    row: int
    input: str
    answers: tuple[str, ...]
    reply: str
    extracted: str | None
    score: float
    reason: str = ""


class RowsTried(Message, frozen=True, tag=True):
    """What `TryRows` found, and what it cost; `of` is the number of train rows there are, `notes` are sentences on the
    models."""

    rows: tuple[TriedRow, ...]
    of: int
    calls: int
    tokens: int
    seconds: float
    notes: tuple[Words, ...] = ()


class TryRows(Command[RowsTried], frozen=True, tag=True):
    """Ask a prompt about a few train rows and judge the replies, outside of any run.

    `start` is the first row's place among them. A named `metric` judges, with `metric_options`, and an `answer`
    contract holds, instead of the task's own, and so does a `reading`. Answers are kept for the `workspace`, if one is
    named.
    """

    task_folder: str
    models: dict[Role, str]
    prompt: str = ""
    rows: int = 3
    start: int = 0
    reading: Reading | None = None
    settings: dict[str, ParamValue] = {}
    metric: str = ""
    metric_options: dict[str, ParamValue] = {}
    answer: AnswerContract | None = None
    workspace: str = ""


@handles(TryRows)
def _try_rows(command: TryRows, context: "EngineContext") -> RowsTried:
    from core.engine.trial import try_rows

    return try_rows(command, context)
