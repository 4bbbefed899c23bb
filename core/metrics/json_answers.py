"""Replies in JSON: are they valid, and which of their fields are right?"""

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

import msgspec

from core.domain.example import Example
from core.domain.params import param
from core.domain.task import AnswerContract, AnswerKind
from core.metrics.base import CannotJudge, PlainMetric, Reads
from core.metrics.structured import Json, containers

Leaf = tuple[str, str]
"""A path such as `address.0.city`, and the value there in one form of writing."""

_KINDS = frozenset({AnswerKind.TEXT, AnswerKind.SPAN})
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)([^\n]*)$", re.MULTILINE)
_MOST_FENCED = 50
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class JsonValid(PlainMetric):
    """1 if the reply is JSON (RFC 8259), else 0. What the JSON says is not looked at."""

    name: ClassVar[str] = "json_valid"
    label: ClassVar[str] = "Valid JSON"
    about: ClassVar[str] = "The share of replies that are valid JSON."
    kinds: ClassVar[frozenset[AnswerKind]] = _KINDS
    reads: ClassVar[Reads] = Reads.AS_WRITTEN

    strict: bool = param(
        False, "Nothing else", about="The whole reply must be JSON, without a code fence or words around it."
    )

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """1, or `CannotJudge` that says why it is none."""
        del example, contract
        _read(extracted, strict=self.strict)
        return 1.0


@dataclass(frozen=True, slots=True)
class JsonFields(PlainMetric):
    """How many fields of the accepted answer the reply has right, 0…1; nested fields and list items count singly.

    With `extra`, fields that were not asked for count against it: the F1 of (path, value) pairs; without, the recall.
    Numbers are equal by value. The best over the accepted answers counts.
    """

    name: ClassVar[str] = "json_fields"
    label: ClassVar[str] = "JSON fields"
    about: ClassVar[str] = "How many fields of the accepted JSON the reply has right."
    kinds: ClassVar[frozenset[AnswerKind]] = _KINDS
    reads: ClassVar[Reads] = Reads.AS_WRITTEN

    strict: bool = param(
        False, "Nothing else", about="The whole reply must be JSON, without a code fence or words around it."
    )
    extra: bool = param(True, "Extra fields are wrong", about="Fields that were not asked for count against the reply.")
    fold: bool = param(True, "Ignore case and spaces", about="Texts are equal without regard to case and outer spaces.")

    def judge(self, extracted: str, example: Example, contract: AnswerContract) -> float:
        """0…1, or `CannotJudge` where the reply or every accepted answer is no JSON."""
        del contract
        accepted = _accepted(example)
        given = self._fields(_read(extracted, strict=self.strict, like=accepted[0]))
        expected = [self._fields(value) for value in accepted]
        return max(self._share(given, each) for each in expected)

    def _share(self, given: Counter[Leaf], expected: Counter[Leaf]) -> float:
        common = (given & expected).total()
        if self.extra:
            return 2 * common / (given.total() + expected.total())
        return common / expected.total()

    def _fields(self, value: Json) -> Counter[Leaf]:
        return Counter(_leaves(value, "", fold=self.fold))


def _read(text: str, *, strict: bool, like: Json = None) -> Json:
    """The JSON of a reply: all of it, or what a fence holds, or the last object or array in its words, of the sort of
    `like` if there is one. Raises `CannotJudge`."""
    try:
        return _decoded(text)
    except CannotJudge:
        if strict:
            raise
        found = [*_in_fences(text), *_inside(text)]
        if not found:
            raise
    alike = [value for value in found if type(value) is type(like)]
    return (alike or found)[-1]


def _decoded(text: str) -> Json:
    try:
        value: Json = msgspec.json.decode(text.strip())
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise CannotJudge(f"no valid JSON: {error}") from error
    except RecursionError as error:
        raise CannotJudge("no valid JSON: nested too deeply") from error
    return value


def _inside(text: str) -> Iterator[Json]:
    for found in containers(text):
        with contextlib.suppress(CannotJudge):
            yield _decoded(text[found.start : found.end])


def _in_fences(text: str) -> Iterator[Json]:
    for inside in islice(_fenced(text), _MOST_FENCED):
        with contextlib.suppress(CannotJudge):
            yield _decoded(inside)


def _fenced(text: str) -> Iterator[str]:
    """What stands between a line that opens a fence and the next bare one, found in one pass."""
    start: int | None = None
    for line in _FENCE.finditer(text):
        if start is None:
            start = line.end() + 1
        elif not line[1].strip():
            yield text[start : line.start()]
            start = None


def _accepted(example: Example) -> list[Json]:
    found = []
    for answer in example.answers:
        try:
            found.append(_read(answer, strict=True))
        except CannotJudge:
            continue
    if not found:
        raise CannotJudge("the accepted answer of this row is no JSON")
    return found


def _leaves(value: Json, path: str, *, fold: bool, depth: int = 0) -> Iterator[Leaf]:
    """Every value that holds no other, with its path; an empty object or list is one."""
    if depth > _DEEPEST:
        raise CannotJudge("nested too deeply")
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}", fold=fold, depth=depth + 1)
    elif isinstance(value, list) and value:
        for place, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{place}]", fold=fold, depth=depth + 1)
    else:
        yield path, _written(value, fold=fold)


def _written(value: Json, *, fold: bool) -> str:
    if isinstance(value, str):
        return f"“{' '.join(value.casefold().split()) if fold else value}”"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return msgspec.json.encode(value).decode()
