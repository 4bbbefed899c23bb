"""Instruction Induction (Honovich et al. 2022, arXiv 2205.10782): `raw/induce/TASK.json` and `raw/execute/TASK.json`.

The rows of `induce` are to learn from, those of `execute` are held out. Answers and metrics are those of the authors'
evaluation: any of several translations or rhymes; token F1 where wording is free; sets of words in any order.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from core.data.protocols.base import BenchmarkForm, BenchmarkReading, DataProtocol, Item, checked, decoded
from core.data.task_file import AnswerSection
from core.domain.task import AnswerKind

_TITLE = "Instruction Induction"
_HEAD = re.compile(rb'"examples"\s*:\s*\{\s*"\d+"\s*:\s*\{')
_ANSWERS = ("other_rhymes", "possible_translations", "possible_outputs", "all_common_concepts", "output", "formal")
_INPUTS = ("input", "informal")
_FREE = frozenset({"common_concept", "informal_to_formal"})
_SETS = frozenset({"orthography_starts_with", "taxonomy_animal"})
_LISTS = frozenset({"letters_list"})
_NUMBERS = frozenset({"sum", "diff"})


class _File(msgspec.Struct):
    examples: dict[str, dict[str, object]]


def _read(path: Path) -> BenchmarkReading:
    file = decoded(path, _File, _TITLE)
    assert isinstance(file, _File)

    def rows() -> Iterator[tuple[int, Item | str]]:
        for number, row in enumerate(file.examples.values(), 1):
            items = _items(row)
            yield from ((number, item) for item in items)
            if not items:
                yield number, "it has no input and output."

    return checked(path, _TITLE, rows())


def _items(row: dict[str, object]) -> list[Item]:
    if "cause" in row and "effect" in row:  # asked in both orders, as the authors do
        cause, effect = str(row["cause"]), str(row["effect"])
        orders = ((cause, effect), (effect, cause))
        return [Item(f"Sentence 1: {first} Sentence 2: {second}", (cause,)) for first, second in orders]
    if isinstance(row.get("items"), list):
        return [Item(", ".join(_texts(row["items"])), _texts(row.get("all_common_concepts", [])))]
    asked = next((str(row[name]) for name in _INPUTS if name in row), "")
    answers = next((_texts(row[name]) for name in _ANSWERS if row.get(name)), ())
    return [Item(asked, answers)] if asked and answers else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _form(task: str, items: Sequence[Item]) -> BenchmarkForm:
    seed = "Complete the task."
    if task in _FREE:
        return BenchmarkForm(AnswerSection(AnswerKind.SPAN), seed, "token_f1")
    if task == "synonyms":
        return BenchmarkForm(AnswerSection(AnswerKind.SPAN), seed, "contains")
    if task in _SETS:
        return BenchmarkForm(AnswerSection(AnswerKind.LIST), seed, "exact_match", {"any_order": True})
    if task in _NUMBERS:
        return BenchmarkForm(AnswerSection(AnswerKind.NUMBER), seed)
    if task in _LISTS:
        return BenchmarkForm(AnswerSection(AnswerKind.LIST), seed)
    labels = sorted({item.answers[0] for item in items})
    if len(labels) <= 3 and len(items) > 12 and all(len(item.answers) == 1 for item in items):
        return BenchmarkForm(AnswerSection(AnswerKind.LABEL, labels=labels), seed)
    return BenchmarkForm(AnswerSection(AnswerKind.SPAN), seed)


INDUCTION = DataProtocol(
    name="instruction_induction",
    title=_TITLE,
    paper="arXiv 2205.10782",
    matches=lambda path, head: path.suffix == ".json" and _HEAD.search(head) is not None,
    read=_read,
    form=_form,
    task_of=lambda path: path.stem,
)
