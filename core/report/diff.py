"""What changed between two texts, word by word."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, takewhile
from operator import itemgetter

import regex
from rapidfuzz.distance import Indel

_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")
_WORDS = regex.compile(rf"\s+|{_UNSPACED.pattern}|[\p{{L}}\p{{M}}\p{{N}}_]+(?:['’][\p{{L}}\p{{M}}]+)*|\X")
_LETTERS = regex.compile(rf"{_UNSPACED.pattern}|[\p{{L}}\p{{N}}]+")
_SENTENCES = regex.compile(r"(?:[^.!?。！？\n]|[.!?](?=\S))*+(?:[.!?。！？\n]+|$)\s*+")
_FEWEST_WORDS_MOVED = 2


class SpanKind(StrEnum):
    """`moved_from` and `moved_to`: the same sentence was taken away in one place and stands in another."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"
    MOVED_FROM = "moved_from"
    MOVED_TO = "moved_to"


_BEFORE = {SpanKind.EQUAL, SpanKind.DELETE, SpanKind.MOVED_FROM}
_AFTER = {SpanKind.EQUAL, SpanKind.INSERT, SpanKind.MOVED_TO}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that is in one of two texts, or in both."""

    kind: SpanKind
    text: str

    @property
    def in_before(self) -> bool:
        """Whether the first text has it here."""
        return self.kind in _BEFORE

    @property
    def in_after(self) -> bool:
        """Whether the second text has it here."""
        return self.kind in _AFTER


_Run = tuple[SpanKind, str]
"""A span in the making: there are many more of them than in the end, and a plain pair is made five times as fast."""


def diff_words(before: str, after: str) -> tuple[Span, ...]:
    """The two texts as one sequence of spans; those of each text, joined, give it back character by character.

    A shortest edit script over words and the spaces between them (rapidfuzz, after Hyyrö's bit-parallel longest common
    subsequence); Chinese, Japanese and Thai are compared by characters. Sentences that stand once in both texts, but in
    another order, are moved. Common bits without a letter between two changes count as changed: that is how it reads.
    """
    common = _common_sentences(before, after)
    moved = frozenset(common) - _kept_in_order(common, after)
    runs = _aligned(before, after, moved)
    staying = set(common) - moved
    stranded = _out_of_place(runs, before, staying) if staying else frozenset[str]()
    return tuple(_gathered(_aligned(before, after, moved | stranded) if stranded else runs))


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)  # type: ignore[no-any-return]


def _sentences(text: str) -> list[str]:
    """The sentences of a text, without the space around them."""
    return [sentence.strip() for sentence in _SENTENCES.findall(text) if sentence.strip()]


def _common_sentences(before: str, after: str) -> list[str]:
    """The sentences of some words that stand once in each text, in the order of the first."""
    old, new = Counter(_sentences(before)), Counter(_sentences(after))
    return [
        sentence
        for sentence, count in old.items()
        if count == new[sentence] == 1 and len(_LETTERS.findall(sentence)) >= _FEWEST_WORDS_MOVED
    ]


def _kept_in_order(common: Sequence[str], after: str) -> set[str]:
    """The most of these sentences that stand in the same order in the second text (patience sorting)."""
    place = {sentence: number for number, sentence in enumerate(_sentences(after))}
    tops: list[int] = []
    ends: list[str] = []
    previous: dict[str, str | None] = {}
    for sentence in common:
        pile = bisect_left(tops, place[sentence])
        previous[sentence] = ends[pile - 1] if pile else None
        tops[pile : pile + 1] = [place[sentence]]
        ends[pile : pile + 1] = [sentence]
    kept: set[str] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = previous[at]
    return kept


def _out_of_place(runs: Sequence[_Run], before: str, sentences: set[str]) -> frozenset[str]:
    """Those of the sentences that the alignment of the words around them tore apart."""
    in_place = "".join(("=" if kind is SpanKind.EQUAL else "-") * len(text) for kind, text in runs if kind in _BEFORE)
    torn = set[str]()
    for match in _SENTENCES.finditer(before):
        bare = match.group().strip()
        start = match.start() + match.group().index(bare)
        if bare in sentences and "-" in in_place[start : start + len(bare)]:
            torn.add(bare)
    return frozenset(torn)


def _aligned(before: str, after: str, moved: frozenset[str]) -> list[_Run]:
    """The edit script: runs of words that both have, that only one has, and single sentences that were moved."""
    old, new = _pieces(before, moved), _pieces(after, moved)
    numbers: dict[str, int] = {}  # rapidfuzz compares hashes; numbers of our own cannot collide
    source = [numbers.setdefault(piece, len(numbers)) for piece in old]
    target = [numbers.setdefault(piece, len(numbers)) for piece in new]
    if moved:  # in its new place a sentence must not be taken for the one in its old place
        elsewhere = {numbers[sentence]: -1 - numbers[sentence] for sentence in moved}
        target = [elsewhere.get(number, number) for number in target]
    runs: list[_Run] = []
    for code in Indel.opcodes(source, target):
        removed, added = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if code.tag == "equal":
            runs.append((SpanKind.EQUAL, "".join(removed)))
        if code.tag == "delete" or code.tag == "replace":
            runs += _runs(removed, moved, SpanKind.DELETE, SpanKind.MOVED_FROM)
        if code.tag == "insert" or code.tag == "replace":
            runs += _runs(added, moved, SpanKind.INSERT, SpanKind.MOVED_TO)
    return runs


def _runs(pieces: Sequence[str], moved: frozenset[str], changed: SpanKind, elsewhere: SpanKind) -> list[_Run]:
    """What stands in one text only, in as few runs as there are kinds of it in a row."""
    if moved.isdisjoint(pieces):
        return [(changed, "".join(pieces))] if pieces else []
    groups = groupby(pieces, key=moved.__contains__)
    return [(elsewhere if there else changed, "".join(group)) for there, group in groups]


def _pieces(text: str, moved: frozenset[str]) -> list[str]:
    """The words of a text and the spaces between them; a moved sentence is one piece."""
    if not moved:
        return _words(text)
    pieces: list[str] = []
    for match in _SENTENCES.finditer(text):
        sentence = match.group()
        bare = sentence.strip()
        if bare in moved:
            start = sentence.index(bare)
            pieces += [sentence[:start], bare, sentence[start + len(bare) :]]
        else:
            pieces += _words(sentence)
    return [piece for piece in pieces if piece]


def _gathered(runs: Sequence[_Run]) -> list[Span]:
    """Each change as one deletion and one insertion, with no scrap of common text inside."""
    gathered: list[_Run] = []
    deleted = inserted = ""
    last = len(runs) - 1
    for index, (kind, text) in enumerate(runs):
        if kind is SpanKind.DELETE:
            deleted += text
        elif kind is SpanKind.INSERT:
            inserted += text
        elif kind is SpanKind.EQUAL and (deleted or inserted) and index < last and _is_scrap(text):
            deleted += text
            inserted += text
        else:
            gathered += [*_change(deleted, inserted), (kind, text)]
            deleted = inserted = ""
    return _joined([*gathered, *_change(deleted, inserted)])


def _is_scrap(text: str) -> bool:
    """Whether common text is too little to tell two changes apart: it has no letter."""
    return text.isspace() or not any(map(str.isalnum, text))


def _change(deleted: str, inserted: str) -> list[_Run]:
    """A deletion and an insertion; what they begin and end with alike stays common, by whole words."""
    head = _alike(_first_words(deleted), _first_words(inserted))
    old, new = deleted[head:], inserted[head:]
    end = _alike(reversed(old), reversed(new))
    tail = _alike(_last_words(old, end), _last_words(new, end)) if end else 0
    return [
        (SpanKind.EQUAL, deleted[:head]),
        (SpanKind.DELETE, old[: len(old) - tail]),
        (SpanKind.INSERT, new[: len(new) - tail]),
        (SpanKind.EQUAL, old[len(old) - tail :]),
    ]


def _alike(first: Iterable[str], second: Iterable[str]) -> int:
    """How many characters there are in the words (or signs) with which both begin."""
    pairs = zip(first, second, strict=False)
    return sum(len(word) for word, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _first_words(text: str) -> Iterator[str]:
    """The words of a text, found one by one: of texts that soon differ, few are looked at."""
    return (match.group() for match in _WORDS.finditer(text))


def _last_words(text: str, end: int) -> list[str]:
    """The words that so many characters at the end of a text touch, the last one first."""
    before = text[: len(text) - end].rsplit(maxsplit=1)
    return _words(text[len(before[0]) if len(before) > 1 else 0 :])[::-1]


def _joined(runs: Sequence[_Run]) -> list[Span]:
    """Without empty runs, and neighbours of one kind in one span."""
    groups = groupby((run for run in runs if run[1]), key=itemgetter(0))
    return [Span(kind, "".join(text for _, text in group)) for kind, group in groups]
