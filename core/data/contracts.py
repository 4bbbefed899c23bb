"""What the answers of rows look like: the likeliest answer contract, and the one of a kind that a person chose."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

import msgspec

from core.data.mapping import is_letter, label_set
from core.data.task_file import AnswerSection
from core.data.words import CODES, plain
from core.domain.example import Example
from core.domain.label_sets import labels_in
from core.domain.task import AnswerKind
from core.errors import UsageError
from core.said import Said

_LONGEST_LABEL = 60
_LONGEST_SPAN = 8
_MOST_LISTED = 300
_LEAST_ROOM, _MOST_ROOM = 64, 1024
"""Tokens of a reply."""
_CODE = re.compile(r"[+-]?\d{1,3}")
_BOX = re.compile(r"\\boxed\s?\{((?:[^{}]|\{[^{}]*\})*)\}")
"""The result of a worked solution, as in MATH."""
_LEADING_ZERO = re.compile(r"[+-]?0\d")
_DIGITS = re.compile(r"[+\-\u2212]?(?:\d{1,3}(?:[,.'’\u00a0\u202f ]\d{2,3})+|\d+)?(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_FIRST = "column_1"
"""The first column of a file without names: numbers before texts are classes there, as in AG News."""
_ROWS_PER_CODE = 3


def guess_answer(examples: Sequence[Example], *, column: str = "", multiple: bool = False) -> AnswerSection:
    """The likeliest answer contract: labels or sets of them, numbers, JSON objects, letters of options, a few words,
    or free text.

    One defective row in fifty does not change it. `column` is the name of the answer's column: numbers under “label”
    are codes of classes.
    """
    answers = [example.answer for example in examples]
    if multiple:
        return _labels(AnswerKind.LABELS, {label for answer in answers for label in labels_in(answer)})
    if _are_codes(examples, column):
        return (
            _labels(AnswerKind.LABEL, label_set(examples) or set(answers)) if label_set(examples) else _words(answers)
        )
    boxes = [_BOX.findall(answer) for answer in answers]
    if _nearly_all(map(bool, boxes)):
        inside = [box[-1] if box else answer for box, answer in zip(boxes, answers, strict=True)]
        return AnswerSection(AnswerKind.NUMBER if _nearly_all(map(_is_number, inside)) else AnswerKind.SPAN)
    if _nearly_all(map(_is_number, answers)):
        return AnswerSection(AnswerKind.NUMBER)
    if _nearly_all(map(_is_json, answers)):
        return AnswerSection(AnswerKind.TEXT, instruction="Answer with JSON only.", max_tokens=_room_for(answers))
    if _nearly_all(map(is_letter, answers)):
        return AnswerSection(AnswerKind.CHOICE)
    labels = label_set(examples)
    if labels and max(map(len, labels)) <= _LONGEST_LABEL:
        return _labels(AnswerKind.LABEL, labels)
    return _words(answers)


def answer_of(kind: AnswerKind, examples: Sequence[Example]) -> AnswerSection:
    """The contract of a kind that a person chose, for these rows.

    Raises `UsageError` for labels that would make the instruction a list of most of the rows' answers.
    """
    if kind is AnswerKind.TEXT:
        guessed = guess_answer(examples)
        room = _room_for([example.answer for example in examples])
        return guessed if guessed.kind is kind else AnswerSection(kind, max_tokens=room)
    if kind not in {AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE}:
        return AnswerSection(kind)
    sets = kind is AnswerKind.LABELS
    each = [labels_in(example.answer) if sets else example.answers for example in examples]
    counts = Counter(label for labels in each for label in labels)
    if kind is AnswerKind.CHOICE and _nearly_all(map(is_letter, counts)):
        return AnswerSection(kind)
    if len(counts) > _MOST_LISTED or 2 * len(counts) > len(examples):
        raise UsageError(
            Said(
                "{examples} rows have {counts} different answers: a long list for an instruction.",
                examples=f"{len(examples):,}",
                counts=f"{len(counts):,}",
            ),
            hint="Labels are few, and most of them stand in several rows. Choose span or text.",
        )
    return _labels(kind, counts)


def _labels(kind: AnswerKind, labels: Iterable[str]) -> AnswerSection:
    return AnswerSection(kind, sorted(labels))


def _words(answers: Sequence[str]) -> AnswerSection:
    if all(len(answer.split()) <= _LONGEST_SPAN for answer in answers):
        return AnswerSection(AnswerKind.SPAN)
    return AnswerSection(AnswerKind.TEXT, max_tokens=_room_for(answers))


def _room_for(answers: Sequence[str]) -> int:
    """Tokens for a reply that is compared as a whole: twice what the longest answer takes, at three bytes a token.

    A small model that has lost the thread writes to the limit, on every row and with every prompt: with 256 tokens for
    a sentence of eight words most of a search went there. A reply so much longer than every answer cannot be right.
    """
    longest = max((len(answer.encode("utf-8", "replace")) for answer in answers), default=0)
    return min(_MOST_ROOM, max(_LEAST_ROOM, 16 * math.ceil((2 * longest / 3 + 16) / 16)))


def _are_codes(examples: Sequence[Example], column: str) -> bool:
    """Whether digits name things instead of counting them: leading zeros, 1.1 beside 1.10, 1_1, numbers of classes."""
    answers = {example.answer for example in examples}
    if any(_LEADING_ZERO.match(answer) for answer in answers) and all(map(_starts_like_code, answers)):
        return True
    values = Counter(Decimal(answer) for answer in answers if re.fullmatch(r"[+-]?\d+\.\d+", answer))
    if values and max(values.values()) > 1:
        return True
    return _are_classes(examples, column)


def _starts_like_code(answer: str) -> bool:
    return re.fullmatch(r"[+-]?[\d.,_ /-]+", answer) is not None and "." not in answer


def _are_classes(examples: Sequence[Example], column: str) -> bool:
    """Small whole numbers without a gap that begin at −2 to 1, each in several rows; three at most without a name."""
    counts = Counter(example.answer for example in examples)
    if len(counts) < 2 or not all(_CODE.fullmatch(answer) for answer in counts):
        return False
    numbers = sorted(map(int, counts))
    named = bool({plain(column), plain(column).rpartition("_")[2]} & CODES) or column == _FIRST
    gapless = numbers[-1] - numbers[0] == len(numbers) - 1 or (named and len(numbers) <= 12)
    few = len(numbers) <= (200 if named else 3)
    return gapless and few and -2 <= numbers[0] <= 1 and len(examples) >= _ROWS_PER_CODE * len(numbers)


def _nearly_all(facts: Iterable[bool]) -> bool:
    given = list(facts)
    return sum(given) >= 0.98 * len(given)


def _is_json(text: str) -> bool:
    """A JSON object, or a list that is more than texts."""
    if not text.startswith(("{", "[")):
        return False
    try:
        found = msgspec.json.decode(text, type=dict[str, msgspec.Raw] | list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return False
    return isinstance(found, dict) or bool(found)


def _is_number(text: str) -> bool:
    """A number, or a worked solution that ends in "#### 18"."""
    bare = text.rpartition("####")[2].strip("$€£¥₹% \u00a0\u202f")
    if not bare or not _DIGITS.fullmatch(bare):
        return False
    try:
        return Decimal(re.sub(r"[,'’\s\u00a0\u202f]", "", bare).replace("\u2212", "-")).is_finite()
    except InvalidOperation:
        return bare.count(".") > 1
