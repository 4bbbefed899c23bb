"""Which of some replies is the likeliest, asked of a llama-server: only the next tokens' probabilities are read.

The tree of the choices' tokens is walked as in this process (`core.llm.llama.walk`, `core.llm.llama.forks`); where it
forks the server is asked for the likeliest next tokens. It says those of the vocabulary's beginning only, ordered by
probability: a token that is not among them is taken to be as likely as the last of them, which is an upper bound.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.llm.base import ChoiceRequest, ChoiceScores, Contest, Usage
from core.llm.llama.forks import Forks
from core.llm.llama.walk import Walk
from core.llm.remote.asking import Asker
from core.llm.remote.spoken import Token, WeighedReply
from core.llm.remote.words import Words

_LISTED, _LISTED_LONG = 128, 4096
"""The likeliest tokens that are asked for, and if no choice is among them."""

_NEVER: Final = -1e9
_FIELDS: Final = ("completion_probabilities", "model", "tokens_evaluated")

Row = NDArray[np.float32]


class RemoteBallot:
    """One question. `choices` are in numbers of their own: those of the tokens that occur in any of them."""

    def __init__(self, prompt: Sequence[int], choices: Sequence[tuple[int, ...]], asker: Asker) -> None:
        self._prompt = tuple(prompt)
        self._tokens = tuple(dict.fromkeys(token for choice in choices for token in choice))
        number = {token: place for place, token in enumerate(self._tokens)}
        self.choices = tuple(tuple(number[token] for token in choice) for choice in choices)
        self._asker = asker
        self._looks: dict[tuple[int, ...], tuple[Row, float]] = {}

    async def scores(self, contest: Contest) -> ChoiceScores:
        """The scores of the choices."""
        if contest is Contest.GREEDY:
            sums, settled, mass = await self._greedy()
        elif contest is Contest.SHARES:
            sums, settled, mass = await self._shares()
        else:
            sums, settled, mass = await self._sums()
        followed = sum(map(len, self._looks))
        lengths = tuple(map(len, self.choices))
        return ChoiceScores(sums, lengths, Usage(len(self._prompt), followed), settled, mass)

    async def _greedy(self) -> tuple[tuple[float, ...], tuple[bool, ...], float]:
        walk = Walk(self.choices)
        while not walk.decided:
            row, end = await self._look(tuple(walk.taken))
            walk.look(row, end)
        return tuple(walk.lost), (False,) * len(self.choices), 0.0

    async def _shares(self) -> tuple[tuple[float, ...], tuple[bool, ...], float]:
        forks = Forks(self.choices)
        row, end = await self._look(())
        mass = float(np.logaddexp.reduce(row[list(forks.firsts)].astype(np.float64), initial=_NEVER))
        if forks.at_once:
            forks.look((), row, end)
        for way in forks.ways:
            forks.look(way, *await self._look(way))
        return tuple(forks.shares), (), mass

    async def _sums(self) -> tuple[tuple[float, ...], tuple[bool, ...], float]:
        sums = []
        for choice in self.choices:
            total = 0.0
            for place, token in enumerate(choice):
                total += float((await self._look(choice[:place]))[0][token])
            sums.append(total + (await self._look(choice))[1])
        return tuple(sums), (), 0.0

    async def _look(self, way: tuple[int, ...]) -> tuple[Row, float]:
        """The log-probabilities after a way, of the tokens of the choices and of the reply's end."""
        if way not in self._looks:
            listed = await self._listed(way, _LISTED)
            if not any(token.id in self._tokens for token in listed):
                listed = await self._listed(way, _LISTED_LONG)
            self._looks[way] = self._row(listed)
        return self._looks[way]

    async def _listed(self, way: tuple[int, ...], most: int) -> list[Token]:
        body = {
            "prompt": [*self._prompt, *(self._tokens[number] for number in way)],
            "n_predict": 1,
            "n_probs": most,
            "temperature": 0.0,
            "cache_prompt": True,
            "response_fields": _FIELDS,
        }
        answer, _ = await self._asker.answer("//completion", body, WeighedReply, 1)
        return answer.completion_probabilities[0].top_logprobs if answer.completion_probabilities else []

    def _row(self, listed: Sequence[Token]) -> tuple[Row, float]:
        floor = min((token.logprob for token in listed), default=_NEVER)
        known = {token.id: token.logprob for token in listed}
        ends = [token.logprob for token in listed if not token.token]  # only control tokens have no text
        row = np.array([known.get(token, floor) for token in self._tokens], dtype=np.float32)
        return row, float(np.logaddexp.reduce(ends)) if ends else floor


async def choose(request: ChoiceRequest, words: Words, asker: Asker) -> ChoiceScores:
    """The scores of one question's choices."""
    text, pieces = await words.prompt(request.messages)
    choices = [await words.choice(text, choice) for choice in request.choices]
    return await RemoteBallot([piece.id for piece in pieces], choices, asker).scores(request.contest)
