"""Rows of tokens in which conversations with a common beginning share it, as the branches of a tree.

A piece is `[beginning][rest and reply of conversation 1][rest and reply of conversation 2]...`. A token sees the
beginning and its own branch, never another branch; its position counts along its own conversation.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray
from whet_world.conversation import Group

Encode = Callable[[str], list[int]]
Batch = NDArray[np.int16]
"""Six planes of rows of tokens: see `PLANES`."""

PLANES = ("token", "group", "branch", "position", "target", "weight")
GROUP, WEIGHT = PLANES.index("group"), PLANES.index("weight")
QUESTION, REPLY = 1, 10
"""Weights of the loss on a token of a question and of a reply, in tenths."""

BUFFER = 96
"""Pieces among which those are chosen that fill a row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Conversations of one group, laid out; five lists of equal length."""

    tokens: list[int]
    branches: list[int]
    positions: list[int]
    targets: list[int]
    weights: list[int]

    def __len__(self) -> int:
        return len(self.tokens)


def laid_out(group: Group, encode: Encode, context: int) -> list[Piece]:
    """The group's conversations, in as few pieces as they need; one longer than a row is left out."""
    pairs = [(encode(conversation.question), encode(conversation.reply)) for conversation in group]
    pairs = [(question, reply) for question, reply in pairs if len(question) + len(reply) <= context]
    if not pairs:
        return []
    shared = common([question for question, _ in pairs])
    pieces, room = [_beginning(pairs[0][0][:shared])], context - shared
    for question, reply in pairs:
        needed = len(question) + len(reply) - shared
        if needed > room:
            pieces.append(_beginning(question[:shared]))
            room = context - shared
        _add_branch(pieces[-1], question, reply, shared)
        room -= needed
    return pieces


def common(questions: Sequence[list[int]]) -> int:
    """Length of the longest common beginning that leaves each question a token of its own to reply from."""
    columns = zip(*(question[:-1] for question in questions), strict=False)
    return sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, columns))


def batches(groups: Iterator[Group], encode: Encode, rows: int, context: int) -> Iterator[Batch]:
    """Batches of full rows, as long as there are groups."""
    buffer: list[Piece] = []
    made: list[NDArray[np.int16]] = []
    for group in groups:
        buffer += laid_out(group, encode, context)
        while len(buffer) > BUFFER:
            made.append(_row(fullest(buffer, context), context))
            if len(made) == rows:
                yield np.stack(made, axis=1)
                made = []


def fullest(buffer: list[Piece], context: int) -> list[Piece]:
    """Take the oldest piece out of the buffer, and those others that together with it fill a row best."""
    room = context - len(buffer[0])
    within = (1 << (room + 1)) - 1
    reached = [1]  # bit n of entry i: pieces among the first i can have n tokens together
    for piece in buffer[1:]:
        reached.append((reached[-1] | reached[-1] << len(piece)) & within)
    total, taken = reached[-1].bit_length() - 1, [0]
    for index in range(len(buffer) - 1, 0, -1):
        if not reached[index - 1] >> total & 1:
            taken.append(index)
            total -= len(buffer[index])
    return [buffer.pop(index) for index in sorted(taken, reverse=True)]


def _beginning(tokens: list[int]) -> Piece:
    n = len(tokens)
    weights = [QUESTION] * (n - 1) + [0] if n else []  # its last token is followed by several branches
    return Piece(list(tokens), [0] * n, list(range(n)), [*tokens[1:], 0][:n], weights)


def _add_branch(piece: Piece, question: list[int], reply: list[int], shared: int) -> None:
    tokens = question[shared:] + reply
    branch = piece.branches[-1] + 1 if piece.branches else 1
    piece.tokens.extend(tokens)
    piece.branches.extend([branch] * len(tokens))
    piece.positions.extend(range(shared, shared + len(tokens)))
    piece.targets.extend([*tokens[1:], 0])
    piece.weights.extend([QUESTION] * (len(question) - shared - 1) + [REPLY] * len(reply) + [0])


def _row(pieces: list[Piece], context: int) -> NDArray[np.int16]:
    row = np.zeros((len(PLANES), context), dtype=np.int16)  # padding is a group of its own, number 0
    start = 0
    for number, piece in enumerate(pieces, 1):
        end = start + len(piece)
        row[0, start:end] = piece.tokens
        row[1, start:end] = number
        row[2:, start:end] = (piece.branches, piece.positions, piece.targets, piece.weights)
        start = end
    return row
