"""BIG-Bench Hard (Suzgun et al. 2022, arXiv 2210.09261): 27 files `TASK.json` of 146 to 250 rows."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from core.data.mapping import label_set
from core.data.protocols.base import BenchmarkForm, BenchmarkReading, DataProtocol, Item, checked, decoded
from core.data.task_file import AnswerSection
from core.domain.example import Example
from core.domain.task import AnswerKind

_TITLE = "BIG-Bench Hard"
_HEAD = re.compile(rb'"examples"\s*:\s*\[\s*\{\s*"(?:input|target)"')
_LETTER = re.compile(r"\([A-Z]\)")
_BRACKETS = re.compile(r"[\[\](){}<>\s]+")
_NUMBER = re.compile(r"-?\d+")


class _Row(msgspec.Struct):
    input: str
    target: str


class _File(msgspec.Struct):
    examples: list[_Row]


def _read(path: Path) -> BenchmarkReading:
    file = decoded(path, _File, _TITLE)
    assert isinstance(file, _File)
    lettered = 2 * sum(_LETTER.fullmatch(row.target.strip()) is not None for row in file.examples) > len(file.examples)
    return checked(path, _TITLE, ((number, _item(row, lettered)) for number, row in enumerate(file.examples, 1)))


def _item(row: _Row, lettered: bool) -> Item | str:  # noqa: FBT001 - a fact of the file
    """An answer that is none of a row's options (there is one in ruin_names) can be given by no prompt."""
    if lettered and not _LETTER.fullmatch(row.target.strip()):
        return f"the answer “{row.target}” is no option."
    return Item(row.input, (row.target.strip(),))


def _form(task: str, items: Sequence[Item]) -> BenchmarkForm:
    """By what the rows hold, whatever the file is called: an instruction must never list answers that do not repeat."""
    del task
    seed = "Answer the question."
    answers = [item.answers[0] for item in items]
    if all(map(_BRACKETS.fullmatch, answers)):
        closing = "Answer with the closing brackets only, separated by spaces."
        return BenchmarkForm(AnswerSection(AnswerKind.LIST, instruction=closing, max_tokens=128), seed)
    if all(map(_sorts, items)):
        words = "Answer with the words only, separated by spaces."
        return BenchmarkForm(AnswerSection(AnswerKind.LIST, instruction=words, max_tokens=128), seed)
    if all(map(_NUMBER.fullmatch, answers)):
        return BenchmarkForm(AnswerSection(AnswerKind.NUMBER), seed)
    if all(map(_LETTER.fullmatch, answers)):
        return BenchmarkForm(AnswerSection(AnswerKind.CHOICE), seed)
    labels = label_set([Example(place, item.input, item.answers) for place, item in enumerate(items)])
    return BenchmarkForm(
        AnswerSection(AnswerKind.LABEL, sorted(labels)) if labels else AnswerSection(AnswerKind.SPAN), seed
    )


def _sorts(item: Item) -> bool:
    """Whether the answer is several words of the question, in the order of the alphabet."""
    words = item.answers[0].split()
    return len(words) > 1 and words == sorted(words) and not Counter(words) - Counter(item.input.split())


BBH = DataProtocol(
    name="bbh",
    title=_TITLE,
    paper="arXiv 2210.09261",
    matches=lambda path, head: path.suffix == ".json" and _HEAD.search(head) is not None,
    read=_read,
    form=_form,
    task_of=lambda path: path.stem,
    part_of=lambda _: None,
)
