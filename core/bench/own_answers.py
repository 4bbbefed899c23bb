"""The accepted answer of a row, given as the reply, is worth 1: tried on whatever rows are at hand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from core import paths
from core.bench.reply_cases import ReplyCase
from core.bench.suites import suite
from core.bench.table import BenchOptions, Cell
from core.data.contracts import guess_answer
from core.data.guessing import suggest_mapping
from core.data.mapping import label_set, to_examples
from core.data.reading import read_table
from core.data.tasks import load_task, open_sealed_test
from core.domain.example import Example
from core.domain.label_sets import labels_in
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import WhetError
from core.metrics import judge

_MOST_ROWS = 2000
"""Rows of a task or table that are tried."""


class AnswerSource(NamedTuple):
    """Rows with a name, and the contract under which they are answered."""

    name: str
    contract: AnswerContract
    rows: Sequence[Example]


class TriedTask(NamedTuple):
    """How many answers of a source were tried, how many of them scored 1, and the first that did not."""

    name: str
    kind: AnswerKind
    tried: int
    right: int
    first_wrong: str = ""

    @property
    def row(self) -> dict[str, Cell]:
        """A line of the bench's table."""
        facts = {"rows of": self.name, "kind": self.kind.value, "tried": self.tried, "right": self.right}
        return {**facts, "first wrong": self.first_wrong[:60]}


def own_answers(options: BenchOptions, cases: Iterable[ReplyCase]) -> list[TriedTask]:
    """Every row of the sample tasks, of a suite and of the tables among the cases, by its own kind and as words and
    text; and every case's accepted answers."""
    found = [_tried(each) for source in _sources(options) for each in _kinds(source)]
    for case in cases:
        try:
            contract = case.task().contract
        except WhetError:
            continue  # it is a wrong row of the bench already
        found.append(_tried(AnswerSource(case.case or "cases", contract, (case.row,))))
    return list(_summed(found))


def _sources(options: BenchOptions) -> Iterator[AnswerSource]:
    folders = [*paths.sample_tasks(), *(folder for place in options.suite for folder in suite(place))]
    for folder in folders:
        task = load_task(folder)
        yield AnswerSource(folder.name, task.contract, (*task.train, *task.validation, *_test(folder, task)))
    if options.cases is not None:
        for file in sorted((options.cases / "data").glob("*/*")):
            yield from _table(file)


def _test(folder: Path, task: Task) -> Sequence[Example]:
    """The sealed rows, of the product's own tasks only: a person's are opened once, by `certify`."""
    return open_sealed_test(folder) if folder in paths.sample_tasks() and task.test_rows else ()


def _table(file: Path) -> Iterator[AnswerSource]:
    """A table that can be read, as it would become a task; one that cannot is a matter of other bars."""
    try:
        table = read_table(file)
        mapping = suggest_mapping(table)
        rows = to_examples(table, mapping).examples
        answer = guess_answer(rows, column=mapping.answers[0], multiple=mapping.multiple) if rows else None
    except Exception:
        return
    if answer is not None:
        contract = AnswerContract(answer.kind, tuple(answer.labels) or _labels(answer.kind, rows))
        yield AnswerSource(f"{file.parent.name}/{file.name}", contract, rows)


def _labels(kind: AnswerKind, rows: Sequence[Example]) -> tuple[str, ...]:
    if kind is AnswerKind.LABELS:
        return tuple(sorted({label for row in rows for answer in row.answers for label in labels_in(answer)}))
    return label_set(rows) if kind is AnswerKind.LABEL else ()


def _kinds(source: AnswerSource) -> Iterator[AnswerSource]:
    """The source by its own kind; its answers as words, as text, and as labels where they could be."""
    yield source
    for kind in (AnswerKind.SPAN, AnswerKind.TEXT, AnswerKind.LABEL):
        labels = label_set(source.rows) if kind is AnswerKind.LABEL else ()
        if kind is not source.contract.kind and (labels or kind is not AnswerKind.LABEL):
            yield source._replace(contract=AnswerContract(kind, labels))


def _tried(source: AnswerSource) -> TriedTask:
    task = Task("own", (), (), contract=replace(source.contract, stops=()))
    pairs = [(row, answer) for row in source.rows[:_MOST_ROWS] for answer in row.answers]
    wrong = [answer for row, answer in pairs if judge(answer, row, task).score < 1]
    return TriedTask(source.name, source.contract.kind, len(pairs), len(pairs) - len(wrong), wrong[0] if wrong else "")


def _summed(found: Iterable[TriedTask]) -> Iterator[TriedTask]:
    """One entry a name and kind."""
    by_name: dict[tuple[str, AnswerKind], TriedTask] = {}
    for each in found:
        key = (each.name, each.kind)
        before = by_name.get(key, TriedTask(each.name, each.kind, 0, 0))
        by_name[key] = TriedTask(
            each.name, each.kind, before.tried + each.tried, before.right + each.right,
            before.first_wrong or each.first_wrong,
        )  # fmt: skip
    yield from by_name.values()
