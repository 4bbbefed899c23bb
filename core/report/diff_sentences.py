"""A difference that is read by sentences: one that was rewritten stands whole, old and then new, not word by word."""

from collections.abc import Iterator, Sequence

import regex

from core.report.diff import Span, SpanKind

_END = regex.compile(r"(?:[.!?。！？]+[\"'”’»)\]]*(?:\s+|$)|\n\s*)")
_REWRITTEN = 0.5
"""A sentence of which less than this share stayed is another sentence."""
_MOVED = {SpanKind.MOVED_FROM, SpanKind.MOVED_TO}


def by_sentences(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same difference, in which a sentence with several changes that leave less than half of it in place is one
    deletion and one insertion. Each text is still given back character by character."""
    found: list[Span] = []
    for group in _sentences(spans):
        found += _whole(group) if _is_rewritten(group) else group
    return tuple(_joined(found))


def _sentences(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of one sentence after the other: cut where a sentence ends in both texts, and around what was moved."""
    group: list[Span] = []
    for span in spans:
        if span.kind in _MOVED:
            yield group
            yield [span]
            group = []
        elif span.kind is SpanKind.EQUAL:
            begin = 0
            for end in _END.finditer(span.text):
                yield [*group, Span(SpanKind.EQUAL, span.text[begin : end.end()])]
                group, begin = [], end.end()
            if span.text[begin:]:
                group.append(Span(SpanKind.EQUAL, span.text[begin:]))
        else:
            group.append(span)
    yield group


def _is_rewritten(group: Sequence[Span]) -> bool:
    places = sum(
        span.kind is not SpanKind.EQUAL and (not place or group[place - 1].kind is SpanKind.EQUAL)
        for place, span in enumerate(group)
    )
    if places < 2:
        return False
    stayed = sum(len(span.text.split()) for span in group if span.kind is SpanKind.EQUAL)
    longest = max(_words(group, before=True), _words(group, before=False))
    return stayed < _REWRITTEN * longest


def _words(group: Sequence[Span], *, before: bool) -> int:
    return len(_text(group, before=before).split())


def _text(group: Sequence[Span], *, before: bool) -> str:
    return "".join(span.text for span in group if (span.in_before if before else span.in_after))


def _whole(group: Sequence[Span]) -> list[Span]:
    """Old and new, and what blank space both end with after them."""
    old, new = _text(group, before=True), _text(group, before=False)
    tail = ""
    while old and new and old[-1] == new[-1] and old[-1].isspace():
        tail, old, new = old[-1] + tail, old[:-1], new[:-1]
    return [Span(SpanKind.DELETE, old), Span(SpanKind.INSERT, new), Span(SpanKind.EQUAL, tail)]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Without empty spans, and neighbours of one kind in one."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].kind is span.kind:
            found[-1] = Span(span.kind, found[-1].text + span.text)
        elif span.text:
            found.append(span)
    return found
