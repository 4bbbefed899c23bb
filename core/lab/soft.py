"""Soft scores: how likely the right answers are under a prompt, read in one pass over the questions, nothing written.

For a label task a row's soft score is the log-probability of its right label: among all labels where answers are read
by comparing them, and where they are written together with the chance that a reply begins as a label does. For other
short answers it is that of the answer as the whole reply. Of several accepted answers the best one counts. One number
per row that moves with every change of the prompt says more than right or wrong, and costs no reply.

Contextual calibration (Zhao et al.: Calibrate Before Use. ICML 2021, arXiv 2102.09690, section 4) divides by what
the labels get for inputs without content, so that a prompt is judged by what it makes of the input.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core import metrics
from core.control import CancelToken
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Reading
from core.domain.task import AnswerKind, Task
from core.events import Cost
from core.lab.collapse import collapsed_label
from core.lab.grader import cost_of
from core.lab.scorer import group_of, messages
from core.llm.base import ChatMessage, ChatModel, ChoiceRequest, ChoiceScores, Contest, Observer, Part, ignore

FLOOR = -20.0
"""No row counts for less, in nats: one row that a prompt finds impossible must not outweigh all the others.

Among labels it is half of what guessing gives: there how wrong a prompt is says nothing of how often it is.
"""

WITHOUT_CONTENT = ("N/A", "[MASK]", "")
"""The inputs without content of the calibration's paper."""

_LONGEST = 48
"""Characters of a short answer."""

_MOST_LABELS = 26
_ROWS_PER_LABEL = 4
"""Answers that a task names nowhere are its labels where there are few of them, each of several rows."""

_LOOKED_AT = 32

SOFT_BLOCK = 8
"""Rows of the first look: half a block, as a soft score says more of few rows than right and wrong does."""

NO_ROOM = -1
"""In place of a label: the row does not fit into the context."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SoftRow:
    """What one row's answers got: `logprobs` in nats, of each label of the card, or of each accepted answer.

    `right` are the places of the accepted ones among them. Both are empty for a row that does not fit into the context.
    """

    row: int
    logprobs: tuple[float, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SoftCard:
    """A prompt's soft score on the first rows of a split. It is no scorecard, and is ranked with other soft cards only.

    `labels` are empty where every row has answers of its own. `empty`: what the labels got for inputs without content,
    where that was asked for. `reading` is how the run reads its answers.
    """

    candidate: Candidate
    split: Split
    labels: tuple[str, ...]
    rows: tuple[SoftRow, ...]
    empty: tuple[tuple[float, ...], ...] = ()
    reading: Reading = Reading.CHOICES

    @property
    def value(self) -> float:
        """The mean log-probability of the right answer, in nats; 0 is certainty."""
        return float(np.mean(self.of_rows())) if self.rows else FLOOR

    @property
    def calibrated(self) -> float:
        """The mean log-probability of the right label among all labels, with contextual calibration.

        Raises `ValueError` if inputs without content were not asked about.
        """
        if not self.empty:
            raise ValueError("these rows were read without inputs without content")
        baseline = np.mean([np.exp(log_shares(np.array(each))) for each in self.empty], axis=0)
        return float(np.mean(self.among_labels(-np.log(baseline))))

    @property
    def place(self) -> tuple[bool, float]:
        """For sorting, the best first: by the value, but a prompt that gives one label nearly always comes last."""
        return bool(self.collapsed), -self.value

    def of_rows(self) -> Floats:
        """The soft score of each row, in nats."""
        return np.array([row_score(row, self.labels, self.reading) for row in self.rows], dtype=np.float64)

    def among_labels(self, offsets: Floats | None = None) -> Floats:
        """Each row's log-probability of the right label among all labels, with an offset added to each label's."""
        return np.array([_share(row, self.labels, offsets) for row in self.rows], dtype=np.float64)

    @property
    def predicted(self) -> tuple[str, ...]:
        """The likeliest label of each row; empty for a row that does not fit, and where there are no labels."""
        if not self.labels:
            return ("",) * len(self.rows)
        return tuple(self.labels[int(np.argmax(row.logprobs))] if row.logprobs else "" for row in self.rows)

    @property
    def accuracy(self) -> float:
        """The share of rows whose likeliest label is right, 0…1."""
        hits = [bool(row.logprobs) and int(np.argmax(row.logprobs)) in row.right for row in self.rows]
        return sum(hits) / len(hits) if self.labels and hits else 0.0

    @property
    def shares(self) -> Mapping[str, float]:
        """The share of the rows that each label is predicted for, 0…1, the commonest first; without those of none."""
        counts = Counter(filter(None, self.predicted))
        return {label: count / len(self.rows) for label, count in counts.most_common()}

    @property
    def collapsed(self) -> str:
        """The label that the prompt gives nearly all rows although the data does not; empty if none."""
        wanted = [self.labels[row.right[0]] for row in self.rows if self.labels and row.right]
        return collapsed_label(self.predicted, wanted)

    @property
    def logprobs(self) -> tuple[tuple[float, ...], ...]:
        """What the answers of each row got; nothing for a row that does not fit."""
        return tuple(row.logprobs for row in self.rows)


class LabelLikelihoods(NamedTuple):
    """How likely the answers to some rows are, in nats, and what asking cost.

    `written`: the label that greedy decoding would write if it could write nothing else, by place; `NO_ROOM` for a row
    that does not fit; empty where answers are no labels.
    """

    logprobs: tuple[tuple[float, ...], ...]
    written: tuple[int, ...]
    spent: Cost


@dataclass(frozen=True, slots=True)
class SoftReader:
    """Asks `model` how likely the answers to rows of `task` are."""

    model: ChatModel
    task: Task
    cancel: CancelToken
    observer: Observer = ignore
    reading: Reading = Reading.CHOICES
    _right: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @property
    def labels(self) -> tuple[str, ...]:
        """The answers that every row chooses among; none where rows have answers of their own."""
        return labels_of(self.task)

    def most_tokens(self, prompt: Prompt, examples: Sequence[Example]) -> int:
        """An upper bound of the tokens that reading these rows costs."""
        asked = sum(len(self.model.render(messages(self.task, prompt, row)).token_ids) for row in examples)
        tokens = {choice: self.model.count_tokens(choice) + 2 for row in examples for choice in self._choices(row)}
        return asked + sum(tokens[choice] for row in examples for choice in self._choices(row))

    def read(self, prompt: Prompt, examples: Sequence[Example]) -> tuple[tuple[tuple[float, ...], ...], Cost]:
        """The sums of log-probabilities of each row's answers, and what they cost. None of rows that do not fit."""
        weighed = self.weigh(prompt, examples)
        return weighed.logprobs, weighed.spent

    def weigh(self, prompt: Prompt, examples: Sequence[Example]) -> LabelLikelihoods:
        """The same, with the label that greedy decoding would write for each row."""
        asked = [row for row in examples if self._fits(prompt, row)]
        requests = [
            ChoiceRequest(messages(self.task, prompt, row), self._choices(row), group_of(prompt, row), self._contest)
            for row in asked
        ]
        scores = self.model.score_choices(requests, observer=self.observer, cancel=self.cancel) if requests else []
        found = {row.row: each for row, each in zip(asked, scores, strict=True)}
        sums = tuple(
            tuple(round(value + found[row.row].mass, 4) for value in found[row.row].logprobs)
            if row.row in found
            else ()
            for row in examples
        )
        written = tuple(_written(found[row.row]) if row.row in found else NO_ROOM for row in examples)
        return LabelLikelihoods(sums, written if self.labels else (), cost_of([score.usage for score in scores]))

    def row(self, example: Example, logprobs: tuple[float, ...]) -> SoftRow:
        """The row with its right answers."""
        if not logprobs or not self.labels:
            return SoftRow(example.row, logprobs, tuple(range(len(logprobs))))
        if example.row not in self._right:
            self._right[example.row] = right_labels(example, self.task, self.labels)
        return SoftRow(example.row, logprobs, self._right[example.row])

    def label_tokens(self, prompt: Prompt, example: Example) -> tuple[int, ...]:
        """The token of each label as a reply, if every label is a single token, and no other label's; else nothing."""
        asked = messages(self.task, prompt, example)
        before = self.model.render(asked).token_ids
        found: list[int] = []
        for label in self.labels:
            begun = self.model.render((*asked, ChatMessage("assistant", (Part(label),)))).token_ids
            if begun[: len(before)] != before or len(begun) != len(before) + 1:
                return ()
            found.append(begun[-1])
        return tuple(found) if len(set(found)) == len(found) else ()

    def without_content(self) -> tuple[Example, ...]:
        """Rows that say nothing, in the form of this task's rows."""
        names = [name for row in self.task.train[:1] for name, _ in row.variables]
        return tuple(
            Example(-number, text, ("",), tuple((name, text) for name in names))
            for number, text in enumerate(WITHOUT_CONTENT, 1)
        )

    @property
    def _contest(self) -> Contest:
        """Labels are weighed among themselves; an answer of its own against everything else that could be written."""
        return Contest.SHARES if self.labels else Contest.SUMS

    def _choices(self, example: Example) -> tuple[str, ...]:
        return self.labels or example.answers

    def _fits(self, prompt: Prompt, example: Example) -> bool:
        longest = max(self.model.count_tokens(choice) + 2 for choice in self._choices(example))
        return len(self.model.render(messages(self.task, prompt, example)).token_ids) + longest <= (
            self.model.info.context
        )


def _written(scores: ChoiceScores) -> int:
    return scores.best if scores.written is None else scores.written


def row_score(row: SoftRow, labels: Sequence[str], reading: Reading) -> float:
    """The soft score of one row, in nats, for answers that are read in this way."""
    if labels and reading is Reading.CHOICES:
        return _share(row, labels, None)
    return max(FLOOR, *(row.logprobs[place] for place in row.right)) if row.right else FLOOR


def _share(row: SoftRow, labels: Sequence[str], offsets: Floats | None) -> float:
    floor = -math.log(2 * len(labels))
    if not row.right:
        return floor
    sums = np.array(row.logprobs)
    shares = log_shares(sums if offsets is None else sums + offsets)
    return max(floor, *(float(shares[place]) for place in row.right))


def log_shares(sums: Floats) -> Floats:
    """Log-probabilities among themselves, along the last axis: what is left if nothing else could be answered."""
    highest = sums.max(axis=-1, keepdims=True)
    shifted = sums - highest
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float64)


def labels_of(task: Task) -> tuple[str, ...]:
    """The labels of a task: the contract's, or the answers that its rows share where there are few."""
    if task.contract.labels:
        return task.contract.labels
    rows = (*task.train, *task.validation)
    found = Counter(answer for row in rows for answer in row.answers)
    few = 1 < len(found) <= _MOST_LABELS and len(rows) >= _ROWS_PER_LABEL * len(found)
    return tuple(sorted(found)) if few and task.contract.kind in {AnswerKind.LABEL, AnswerKind.CHOICE} else ()


def right_labels(example: Example, task: Task, labels: Sequence[str]) -> tuple[int, ...]:
    """The places of the labels that the task's metric takes for the row's answer: those that it pays most."""
    paid = [metrics.judge(label, example, task).score for label in labels]
    most = max(paid)
    return tuple(place for place, score in enumerate(paid) if score == most and most > 0.0)


def has_soft_score(task: Task, model: ChatModel) -> bool:
    """Whether soft scores of a task mean something: its answers are labels or short, and its metric pays them in full.

    A metric that asks other models, or that looks at something else than the answer, says nothing here; nor does what
    comes right after the question where a model may think first.
    """
    rows = task.train[:_LOOKED_AT] or task.validation[:_LOOKED_AT]
    if task.contract.thought_tokens:
        return False
    if not model.capabilities.score_choices or not rows or metrics.metric_of(task).roles:
        return False
    labels = labels_of(task)
    if labels:
        return all(0 < len(right_labels(row, task, labels)) < len(labels) for row in rows)
    short = all(0 < len(answer) <= _LONGEST and "\n" not in answer for row in rows for answer in row.answers)
    return short and all(metrics.judge(row.answer, row, task).score == 1.0 for row in rows)
