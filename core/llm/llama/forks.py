"""How likely each of some choices is if nothing else could be written: the tree of their tokens, fork by fork.

At every fork the branches' probabilities are taken among themselves; a choice has the product of those on its way. A
stretch without a fork is certain, and is never computed. Labels that differ in their first token cost nothing beyond
the prompt.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from core.llm.llama.sampler import Row

_END: Final = -1
"""In place of a token: the reply ends here."""


class Forks:
    """The forks of one question's choices. `shares` are the log-probabilities of the choices, as far as looked.

    `firsts` are the tokens that a reply of theirs may begin with.
    """

    def __init__(self, choices: Sequence[tuple[int, ...]]) -> None:
        ways: dict[tuple[int, ...], dict[int, list[int]]] = {}
        for i, choice in enumerate(choices):
            for depth, token in enumerate((*choice, _END)):
                ways.setdefault(choice[:depth], {}).setdefault(token, []).append(i)
        self.firsts = tuple(token for token in ways.get((), {}) if token != _END)
        self._branches = {way: branches for way, branches in ways.items() if len(branches) > 1}
        self.shares = [0.0] * len(choices)
        self._lost = [False] * len(choices)

    @property
    def at_once(self) -> bool:
        """Whether the end of the prompt is a fork."""
        return () in self._branches

    @property
    def written(self) -> int:
        """The choice that greedy decoding would write, as far as looked: the first that lost at no fork on its way."""
        return self._lost.index(False)

    @property
    def ways(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that lead to each fork behind the first token, the shorter ways first."""
        return tuple(sorted((way for way in self._branches if way), key=len))

    def look(self, way: tuple[int, ...], row: Row, end: float) -> None:
        """Take note of the logits after `way`, with `end` as the logit of the reply's end."""
        branches = self._branches[way]
        logits = np.array([end if token == _END else row[token] for token in branches], dtype=np.float64)
        logits -= logits.max()
        likeliest = int(logits.argmax())
        for place, (share, choices) in enumerate(
            zip(logits - np.log(np.exp(logits).sum()), branches.values(), strict=True)
        ):
            for i in choices:
                self.shares[i] += float(share)
                self._lost[i] |= place != likeliest
