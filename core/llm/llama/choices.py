"""Which of some replies is the likeliest? One group of such questions, scored together.

A choice's score is the sum of the log-probabilities of its tokens *and of the end of the turn* after it: of all tokens
that would end the reply. Without the end, a choice that is the beginning of another (“A” and “AB”) could never lose to
it; with it, the scores are those of whole replies. A model without such tokens is scored without.

The prompts of up to all lanes are computed behind the shared prefix. Then each choice in turn is appended to all lanes
in one call, read off, and taken back again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, product

import numpy as np

from core.errors import CapabilityError
from core.llm.base import ChoiceScores, Progress, Usage
from core.llm.llama.generate import shared_prefix
from core.llm.llama.prompt import Prompt
from core.llm.llama.sampler import Probabilities, Row
from core.llm.llama.session import Session


@dataclass(slots=True)
class Ballot:
    """One question: the prompt, and the ids of each choice. `sums` grow while it is scored."""

    prompt: Prompt
    choices: tuple[tuple[int, ...], ...]
    sums: list[float] = field(default_factory=list)


class Scoring:
    """Scores one group. `tell` is called after each batch of questions."""

    def __init__(
        self,
        session: Session,
        ends: Sequence[int],
        probabilities: Probabilities,
        tell: Callable[[Progress], None],
    ) -> None:
        self._session = session
        self._ends = np.array(ends, dtype=np.intp)
        self._probabilities = probabilities
        self._tell = tell
        # A model that cannot take tokens back keeps the prompts in the upper half of the lanes and works on copies.
        self._side_by_side = session.lanes if session.rewinds else session.lanes // 2
        self._home = 0 if session.rewinds else self._side_by_side

    def score(self, group: str, ballots: Sequence[Ballot]) -> list[ChoiceScores]:
        """The scores of each question's choices, in order."""
        if not self._side_by_side:
            raise CapabilityError("This kind of model needs two lanes to compare choices.", hint="Set lanes to 2.")
        prefix = shared_prefix([ballot.prompt.ids for ballot in ballots])
        self._session.begin(prefix)
        for start in range(0, len(ballots), self._side_by_side):
            self._score_together(ballots[start : start + self._side_by_side], len(prefix))
            self._tell(_progress(group, ballots, start + self._side_by_side, len(prefix)))
        return [_scores(ballot, len(prefix)) for ballot in ballots]

    def _score_together(self, ballots: Sequence[Ballot], shared: int) -> None:
        ordered = sorted(ballots, key=lambda ballot: -len(ballot.prompt.ids))
        suffixes = [ballot.prompt.ids[shared:] for ballot in ordered]
        for i, row in self._session.fill(self._home, suffixes):
            self._first_tokens(ordered[i], row)
        for place in range(max(len(ballot.choices) for ballot in ordered)):
            self._score_choice(ordered, place)
        for lane in range(self._session.lanes):
            self._session.drop(lane)

    def _first_tokens(self, ballot: Ballot, row: Row) -> None:
        """What the end of the prompt says about each choice: its first token, or for an empty one the end."""
        normalizer = self._probabilities.normalizer(row)
        ballot.sums = [
            float(row[choice[0]]) - normalizer if choice else self._end(row, normalizer) for choice in ballot.choices
        ]

    def _end(self, row: Row, normalizer: float) -> float:
        if not self._ends.size:
            return 0.0
        return float(np.logaddexp.reduce(row[self._ends].astype(np.float64))) - normalizer

    def _score_choice(self, ballots: Sequence[Ballot], place: int) -> None:
        """Append the choice at `place` of each question to its lane and take it back; neighbours of equal length, which
        most often are all, in one call."""
        chosen = [ballot.choices[place] if place < len(ballot.choices) else () for ballot in ballots]
        if self._home and any(chosen):
            for lane in range(len(ballots)):
                self._session.copy(self._home + lane, lane)
        for length, run in groupby(range(len(ballots)), key=lambda lane: len(chosen[lane])):
            lanes = list(run)
            width = min(self._session.batch, self._session.rows) // len(lanes)
            for start in range(0, length, width):
                tokens = np.array([chosen[lane][start : start + width] for lane in lanes], dtype=np.int32)
                rows = iter(self._session.extend(tokens, first=lanes[0]))
                for lane, column in product(lanes, range(tokens.shape[1])):
                    ballots[lane].sums[place] += self._next(next(rows), chosen[lane], start + column + 1)
        if not self._home:
            for lane, ballot in enumerate(ballots):
                self._session.rewind(lane, len(ballot.prompt.ids))

    def _next(self, row: Row, choice: tuple[int, ...], column: int) -> float:
        """The log-probability of what comes after the first `column` tokens of a choice."""
        normalizer = self._probabilities.normalizer(row)
        return float(row[choice[column]]) - normalizer if column < len(choice) else self._end(row, normalizer)


def _scores(ballot: Ballot, shared: int) -> ChoiceScores:
    lengths = tuple(map(len, ballot.choices))
    return ChoiceScores(tuple(ballot.sums), lengths, Usage(len(ballot.prompt.ids), sum(lengths), shared))


def _progress(group: str, ballots: Sequence[Ballot], done: int, shared: int) -> Progress:
    finished = ballots[:done]
    return Progress(
        group,
        done=len(finished),
        total=len(ballots),
        prompt_tokens=sum(len(ballot.prompt.ids) for ballot in finished),
        completion_tokens=sum(len(choice) for ballot in finished for choice in ballot.choices),
        shared_tokens=shared * len(finished),
    )
