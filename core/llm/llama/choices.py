"""Which of some replies is the likeliest? Groups of such questions, each group scored together.

A choice's score is the sum of the log-probabilities of its tokens *and of the end of the turn* after it: of all tokens
that would end the reply. Without the end, a choice that is the beginning of another (“A” and “AB”) could never lose to
it; with it, the scores are those of whole replies. A model without such tokens is scored without.

The prompts of up to all lanes are computed behind the shared prefix. Then one choice per lane is appended to all lanes
in one call, read off, and taken back again, until all choices, or all that can still win, are done.

Groups do not influence each other, so their order is free. Where they differ in what comes last, as with the input
before the prompt, their blocks of questions are taken in turn: each finds its inputs in the lanes already
(`Session.fill`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    """One question: the prompt, and the ids of each choice. `sums` fall while it is scored."""

    prompt: Prompt
    choices: tuple[tuple[int, ...], ...]
    winner_only: bool = False
    sums: list[float] = field(default_factory=list)
    settled: list[bool] = field(default_factory=list)

    def next(self) -> int | None:
        """The choice to follow next; `None` if the rest cannot win any more."""
        open_ = [i for i, done in enumerate(self.settled) if not done]
        if not open_:
            return None
        if not self.winner_only:
            return open_[0]
        best = max(open_, key=lambda i: self.sums[i])
        mark = max((self.sums[i] for i, done in enumerate(self.settled) if done), default=-np.inf)
        return best if self.sums[best] >= mark else None


class Scoring:
    """Scores groups. `tell` is called after each batch of questions."""

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

    def score(self, groups: Mapping[str, Sequence[Ballot]]) -> dict[str, list[ChoiceScores]]:
        """The scores of each question's choices, by group, in order."""
        if not self._side_by_side:
            raise CapabilityError("This kind of model needs two lanes to compare choices.", hint="Set lanes to 2.")
        prefixes = {group: shared_prefix([each.prompt.ids for each in ballots]) for group, ballots in groups.items()}
        batches = [
            (group, start) for group, ballots in groups.items() for start in range(0, len(ballots), self._side_by_side)
        ]
        if len(set(prefixes.values())) == 1:
            batches.sort(key=lambda batch: batch[1])  # what the groups share lies behind the prefix: block by block
        for group, start in batches:
            ballots, shared = groups[group], len(prefixes[group])
            self._session.begin(prefixes[group])
            self._score_together(ballots[start : start + self._side_by_side], shared)
            self._tell(_progress(group, ballots, start + self._side_by_side, shared))
        return {
            group: [_scores(ballot, len(prefixes[group])) for ballot in ballots] for group, ballots in groups.items()
        }

    def _score_together(self, ballots: Sequence[Ballot], shared: int) -> None:
        ordered = sorted(ballots, key=lambda ballot: -len(ballot.prompt.ids))
        suffixes = [ballot.prompt.ids[shared:] for ballot in ordered]
        for i, row in self._session.fill(self._home, suffixes):
            self._first_tokens(ordered[i], row)
        picks = [ballot.next() for ballot in ordered]
        while any(pick is not None for pick in picks):
            self._follow(ordered, picks)
            picks = [ballot.next() for ballot in ordered]

    def _first_tokens(self, ballot: Ballot, row: Row) -> None:
        """What the end of the prompt says about each choice: its first token, or for an empty one the end."""
        normalizer = self._probabilities.normalizer(row)
        ballot.sums = [
            float(row[choice[0]]) - normalizer if choice else self._end(row, normalizer) for choice in ballot.choices
        ]
        ballot.settled = [not choice for choice in ballot.choices]

    def _end(self, row: Row, normalizer: float) -> float:
        if not self._ends.size:
            return 0.0
        return float(np.logaddexp.reduce(row[self._ends].astype(np.float64))) - normalizer

    def _follow(self, ballots: Sequence[Ballot], picks: Sequence[int | None]) -> None:
        """Append one choice of each question to its lane, add up what it says, and take it back."""
        chosen = [() if pick is None else ballot.choices[pick] for ballot, pick in zip(ballots, picks, strict=True)]
        if self._home:
            for lane in range(len(ballots)):
                self._session.copy(self._home + lane, lane)
        for lanes, length in self._runs(ballots, chosen):
            width = min(self._session.batch, self._session.rows) // len(lanes)
            for start in range(0, length, width):
                columns = range(start, min(start + width, length))
                tokens = [[_at(chosen[lane], column) for column in columns] for lane in lanes]
                rows = iter(self._session.extend(np.array(tokens, dtype=np.int32), first=lanes[0]))
                for (lane, column), row in zip(product(lanes, columns), rows, strict=True):
                    pick = picks[lane]
                    if pick is not None and column < len(chosen[lane]):
                        ballots[lane].sums[pick] += self._next(row, chosen[lane], column + 1)
        for lane, (ballot, pick) in enumerate(zip(ballots, picks, strict=True)):
            if pick is not None:
                ballot.settled[pick] = True
            if not self._home:
                self._session.rewind(lane, len(ballot.prompt.ids))

    def _runs(self, ballots: Sequence[Ballot], chosen: Sequence[tuple[int, ...]]) -> Iterator[tuple[list[int], int]]:
        """Neighbouring lanes that are decoded together, and how far: all of them where the shorter choices can be
        filled up without leaving the context, else those of equal length."""
        longest = max(map(len, chosen))
        lanes = range(len(ballots))
        if all(len(ballot.prompt.ids) + longest <= self._session.context for ballot in ballots):
            yield list(lanes), longest
            return
        for length, run in groupby(lanes, key=lambda lane: len(chosen[lane])):
            if length:
                yield list(run), length

    def _next(self, row: Row, choice: tuple[int, ...], column: int) -> float:
        """The log-probability of what comes after the first `column` tokens of a choice."""
        normalizer = self._probabilities.normalizer(row)
        return float(row[choice[column]]) - normalizer if column < len(choice) else self._end(row, normalizer)


def _at(choice: tuple[int, ...], column: int) -> int:
    """A token of a choice; any token behind its end."""
    return choice[min(column, len(choice) - 1)] if choice else 0


def _scores(ballot: Ballot, shared: int) -> ChoiceScores:
    lengths = tuple(map(len, ballot.choices))
    followed = sum(length for length, settled in zip(lengths, ballot.settled, strict=True) if settled)
    usage = Usage(len(ballot.prompt.ids), followed, shared)
    return ChoiceScores(tuple(ballot.sums), lengths, usage, () if all(ballot.settled) else tuple(ballot.settled))


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
