"""How sequences of unequal length are cut into rectangles, because llama.cpp computes equal numbers of tokens per lane.

With one KV stream per lane a sub-batch holds the same number of tokens of neighbouring lanes. llama.cpp splits a ragged
batch into such rectangles, down to slivers of one token per lane, and each costs a pass over all weights. Here the
rectangles are chosen: where filling up the short lanes with tokens that are thrown away again costs less than another
pass, that is done.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

PASS_COST: Final = 8
"""What another call costs beside its tokens, in tokens. From the times of calls of 1, 16 and 512 tokens: 2 to 8 for
models of 5 to 500 million parameters on one thread, up to 20 where memory is the limit (two threads, AMX)."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """One decode call: tokens `start` … `start + width` of each of the first `lanes` sequences."""

    lanes: int
    start: int
    width: int


def rectangles(lengths: Sequence[int], *, most: int, pad: bool) -> Iterator[Rectangle]:
    """Cover sequences with rectangles of at most `most` tokens.

    `lengths` descend and are positive. With `pad` a rectangle may reach over the end of a sequence (never over that of
    the longest); a sequence is done with the rectangle that holds its last token. Without, none reaches over an end.
    """
    if not 0 < len(lengths) <= most:
        raise ValueError(f"{len(lengths)} sequences do not fit into calls of {most} tokens")
    start, lanes = 0, len(lengths)
    while lanes:
        left = [length - start for length in lengths[:lanes]]
        width = _width(left, most // lanes, pad=pad)
        yield Rectangle(lanes, start, width)
        start += width
        lanes = sum(length > start for length in lengths)


def _width(left: Sequence[int], limit: int, *, pad: bool) -> int:
    """The width at which cutting costs least: tokens filled in now against passes made later."""
    if left[-1] >= limit or not pad:
        return min(left[-1], limit)
    lengths = set(left)
    costs = {
        width: sum(max(width - length, 0) for length in left) + PASS_COST * sum(length > width for length in lengths)
        for width in {length for length in lengths if length < limit} | {min(limit, left[0])}
    }
    return min(costs, key=lambda width: (costs[width], -width))
