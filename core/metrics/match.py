"""Exact match and containment."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import PlainMetric, Reads
from core.metrics.choices import option_letter
from core.metrics.cleaning import bare, folded, unmarked
from core.metrics.label_names import label_names, lenient
from core.metrics.label_sets import set_of
from core.metrics.lists import read_list, words_of
from core.metrics.numbers import accepted_number, decimal_comma, parse_number
from core.metrics.scripts import glued
from core.metrics.structured import boxed, container, same

_ALL = frozenset(AnswerKind)
_MARKS = frozenset(".,")
_OPEN_ENDED = frozenset("+#")
"""Marks that make another name of the word before: C++ and C# are not C."""
_PREFIXED = re.compile(r"(?<!\w)(?:[وفبكل]{1,2}(?:ال)?|[ובכלמהש]{1,2})$")


@dataclass(frozen=True, slots=True)
class ExactMatch(PlainMetric):
    """1 if the answer equals an accepted one, else 0; over rows, the share that is right.

    Numbers are equal by value, choices by letter, lists by their words in order or in any, labels without regard to
    case, spaces, "_" and "-" where they stay distinct so, sets of labels by what they hold. Spans and texts
    are compared without regard to case and to markdown, unless the accepted answer differs from the input in case
    alone: then case is what the task asks for. Answers in JSON are equal by what they say, whatever their spaces and
    the order of their keys.
    """

    name: ClassVar[str] = "exact_match"
    label: ClassVar[str] = "Exact match"
    about: ClassVar[str] = "The share of answers that equal an accepted one."
    kinds: ClassVar[frozenset[AnswerKind]] = _ALL

    any_order: bool = param(False, "Lists in any order", about="Of a list only which words it has counts.")

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 or 0."""
        if self.any_order and contract.kind is AnswerKind.LIST:
            return float(any(_words(extracted, example) == _words(answer, example) for answer in example.answers))
        return float(any(equal(extracted, answer, example, contract) for answer in example.answers))


@dataclass(frozen=True, slots=True)
class Contains(PlainMetric):
    """1 if the reply contains an accepted answer as whole words, else 0. Long replies contain much: use with care."""

    name: ClassVar[str] = "contains"
    label: ClassVar[str] = "Contains the answer"
    about: ClassVar[str] = "The share of replies that contain an accepted answer as whole words."
    kinds: ClassVar[frozenset[AnswerKind]] = frozenset({AnswerKind.SPAN, AnswerKind.TEXT, AnswerKind.LABEL})
    reads: ClassVar[Reads] = Reads.REPLY

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1 or 0."""
        del contract
        reply = folded(extracted)
        return float(
            any(
                extracted == answer.strip()
                or _occurs(folded(answer), reply)
                or _occurs(folded(unmarked(answer)), reply)
                for answer in example.answers
            )
        )


def equal(extracted: str, answer: str, example: Example, contract: AnswerContract) -> bool:
    """Whether an extracted answer is this accepted one."""
    if extracted.strip() == answer.strip():
        return True
    match contract.kind:
        case AnswerKind.NUMBER:
            left = parse_number(extracted)
            right = accepted_number(answer, comma=decimal_comma(example.answers, example.input))
            return left == right if left is not None and right is not None else folded(extracted) == folded(answer)
        case AnswerKind.CHOICE | AnswerKind.LABEL:
            return comparable(extracted, contract) == comparable(answer, contract)
        case AnswerKind.LABELS:
            return set_of(extracted, contract.labels) == set_of(answer, contract.labels)
        case AnswerKind.LIST:
            return words_of(read_list(extracted, example.input)) == words_of(read_list(answer, example.input))
        case _:
            return _same_text(extracted, answer, example) or _same_json(extracted, answer)


@lru_cache(maxsize=4096)  # a permutation test of macro-F1 asks for the same few labels a million times
def comparable(label: str, contract: AnswerContract) -> str:
    """A label or choice in the one form in which equal ones are equal."""
    if contract.kind is AnswerKind.CHOICE:
        return option_letter(label)
    return label_names(contract.labels).exactly(label) or lenient(label)


def _words(text: str, example: Example) -> set[str]:
    return set(words_of(read_list(text, example.input)))


def _same_text(extracted: str, answer: str, example: Example) -> bool:
    """Equal as written or, since marks are taken off replies, without marks on both sides."""
    pairs = [(extracted, answer), (unmarked(extracted), unmarked(answer))]
    if (inside := boxed(answer)) is not None:  # what a reply is read without is no part of the answer either
        pairs += [(extracted, inside), (unmarked(extracted), unmarked(inside))]
    if folded(answer) == folded(example.input) and bare(answer) != bare(example.input):
        return any(" ".join(bare(left).split()) == " ".join(bare(right).split()) for left, right in pairs)
    return any(left and folded(left) == folded(right) for left, right in pairs)


def _same_json(extracted: str, answer: str) -> bool:
    wanted = container(answer)
    return wanted is not None and same(container(extracted), wanted)


def _occurs(answer: str, text: str) -> bool:
    """Whether the text has the answer as whole words, as far as its script parts words, and not as part of a number."""
    at = text.find(answer) if answer else -1
    while at >= 0:
        end = at + len(answer)
        if (
            not _inside_a_word(text, at, answer)
            and not glued(answer, text[end : end + 1])
            and not (text[end - 1].isalnum() and text[end : end + 1] in _OPEN_ENDED)
            and not _in_number(text, at, end)
        ):
            return True
        at = text.find(answer, at + 1)
    return False


def _inside_a_word(text: str, at: int, answer: str) -> bool:
    """Arabic and Hebrew write small words such as "and" and "in" together with the next one."""
    before = text[:at]
    return glued(before, answer) and _PREFIXED.search(before) is None


def _in_number(text: str, at: int, end: int) -> bool:
    left, right = text[max(0, at - 2) : at], text[end : end + 2]
    starts = text[at].isdigit() and left[-1:] in _MARKS and left[:1].isdigit()
    return starts or (text[end - 1].isdigit() and right[:1] in _MARKS and right[1:].isdigit())
