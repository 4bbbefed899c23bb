"""Replies with what each is worth, in a file of one JSON object a line."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from core.bench import REPLY_CASE
from core.domain.example import Example
from core.domain.runspec import ParamValue
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import DatasetError, TaskError, near_match
from core.metrics import check_metric, judge

_KINDS = {"label_set": "labels", "multi_label": "labels", "multilabel": "labels"}
"""Other names that files have for a kind."""

_NAMES = {
    "answers": "accepted", "answer": "accepted", "gold": "accepted", "expected": "accepted", "target": "accepted",
    "input": "question", "response": "reply", "output": "reply", "right": "score", "metric_options": "options",
}  # fmt: skip
"""Other names that files have for a field."""


@dataclass(frozen=True, slots=True)
class ReplyCase:
    """One reply to a row, and the score, 0…1, that a person gives it. `line` is its 1-based place in the file."""

    line: int
    case: str = ""
    kind: str = "text"
    labels: tuple[str, ...] = ()
    question: str = ""
    metric: str = "exact_match"
    options: dict[str, ParamValue] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()
    reply: str = ""
    score: float = 1.0

    @property
    def row(self) -> Example:
        """The row that the reply answers."""
        return Example(self.line, self.question, self.accepted)

    def task(self) -> Task:
        """A task of the case's contract and metric. Raises `TaskError` for a kind or metric that there is not."""
        name = _KINDS.get(self.kind.replace("-", "_"), self.kind)
        if name not in set(AnswerKind):
            raise TaskError(f"There is no kind of answer “{self.kind}”.", hint=near_match(name, list(AnswerKind)))
        if not self.accepted:
            raise TaskError("The case has no accepted answer.")
        contract = AnswerContract(AnswerKind(name), self.labels)
        task = Task("case", (), (), metric=self.metric, metric_options=tuple(self.options.items()), contract=contract)
        check_metric(task)
        return task

    def verdict(self, reply: str | None = None) -> Verdict:
        """What the product says of the reply, or of another one. Raises as `task`."""
        return judge(self.reply if reply is None else reply, self.row, self.task())


def _usual(values: dict[str, Any]) -> dict[str, Any]:
    """The fields by their usual names and in their usual forms: one answer for a list of it, numbers for texts of
    them and the reverse, nothing for null."""
    named = {_NAMES.get(name, name): value for name, value in values.items() if value is not None}
    given = named.get("accepted", [])
    accepted = [_text(each) for each in (given if isinstance(given, list) else [given])]
    found = {**named, "accepted": accepted, "reply": _text(named.get("reply", ""))}
    if "labels" in named and isinstance(named["labels"], list):
        found["labels"] = [_text(each) for each in named["labels"]]
    score = named.get("score")
    if isinstance(score, bool) or (isinstance(score, str) and re.fullmatch(r"\s*[01](?:\.\d+)?\s*", score)):
        found["score"] = float(score)
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def read_cases(path: Path) -> list[ReplyCase]:
    """The cases of a file; blank lines are passed over. Raises `DatasetError` naming the line that is no case."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise DatasetError(f"{path.name} cannot be read: {error.strerror}.", hint=REPLY_CASE) from error
    return [read_case(line, number) for number, line in enumerate(lines, 1) if line.strip()]


def read_case(line: bytes, number: int) -> ReplyCase:
    """The case of one line. Raises `DatasetError` if it is none."""
    try:
        fields = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
        values = {name: msgspec.json.decode(value) for name, value in fields.items()}
        return msgspec.convert({**_usual(values), "line": number}, ReplyCase)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise DatasetError(f"this is no case: {error}.", row=number, hint=REPLY_CASE) from error
