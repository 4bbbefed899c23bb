"""Which of some replies is the likeliest? Groups of such questions, each group scored together.

A choice's score is the sum of the log-probabilities of its tokens *and of the end of the turn* after it: of all tokens
that would end the reply. Without the end, a choice that is the beginning of another (“A” and “AB”) could never lose to
it; with it, the scores are those of whole replies. A model without such tokens is scored without.

The prompts of up to all lanes are computed behind the shared prefix. Then one choice per lane is appended to all lanes
in one call, read off, and taken back again, until all choices, or all that can still win, are done. A greedy contest
(`core.llm.llama.walk`) goes down the tree of the choices instead, and looks at the logits where it forks; shares
(`core.llm.llama.forks`) look at every fork of it.

Groups do not influence each other, so their order is free. Where they differ in what comes last, as with the input
before the prompt, their blocks of questions are taken in turn: each finds its inputs in the lanes already
(`Session.fill`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby, product, zip_longest
from typing import Final

import numpy as np

from core.errors import CapabilityError
from core.llm.base import ChoiceScores, Contest, ModelProgress, Usage
from core.llm.llama.forks import Forks
from core.llm.llama.generate import shared_prefix
from core.llm.llama.prompt import TokenizedPrompt
from core.llm.llama.sampler import Probabilities, Row
from core.llm.llama.session import DecodingSession
from core.llm.llama.walk import Walk

_NEVER: Final = -1e9


@dataclass(slots=True)
class Ballot:
    """One question: the prompt, and the ids of each choice. `sums` fall while it is scored; `followed` tokens of its
    choices were computed. `mass`: how likely a reply begins as one of them does, and `written`: which one greedy
    decoding would write, where that is looked at."""

    prompt: TokenizedPrompt
    choices: tuple[tuple[int, ...], ...]
    contest: Contest = Contest.SUMS
    sums: list[float] = field(default_factory=list)
    settled: list[bool] = field(default_factory=list)
    followed: int = 0
    mass: float = 0.0
    written: int | None = None

    def next(self) -> int | None:
        """The choice to follow next; `None` if the rest cannot win any more."""
        open_ = [i for i, done in enumerate(self.settled) if not done]
        if not open_:
            return None
        if self.contest is Contest.SUMS:
            return open_[0]
        best = max(open_, key=lambda i: self.sums[i])
        mark = max((self.sums[i] for i, done in enumerate(self.settled) if done), default=-np.inf)
        return best if self.sums[best] >= mark else None


class Scoring:
    """Scores groups. `tell` is called after each batch of questions."""

    def __init__(
        self,
        session: DecodingSession,
        ends: Sequence[int],
        probabilities: Probabilities,
        tell: Callable[[ModelProgress], None],
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
        prefixes = {group: self._prefix(ballots) for group, ballots in groups.items()}
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
            group: [_scores(ballot, len(prefixes[group]) if len(ballots) > 1 else 0) for ballot in ballots]
            for group, ballots in groups.items()
        }

    def _prefix(self, ballots: Sequence[Ballot]) -> tuple[int, ...]:
        return shared_prefix([each.prompt.ids for each in ballots], self._session.chunk)

    def _score_together(self, ballots: Sequence[Ballot], shared: int) -> None:
        ordered = sorted(ballots, key=lambda ballot: -len(ballot.prompt.ids))
        suffixes = [ballot.prompt.ids[shared:] for ballot in ordered]
        rows = self._session.fill(self._home, suffixes)
        if ballots[0].contest is Contest.GREEDY:
            self._walk(ordered, rows)
            return
        if ballots[0].contest is Contest.SHARES:
            self._share(ordered, rows)
            return
        for i, row in rows:
            self._first_tokens(ordered[i], row)
        picks = [ballot.next() for ballot in ordered]
        while any(pick is not None for pick in picks):
            self._follow(ordered, picks)
            picks = [ballot.next() for ballot in ordered]

    def _walk(self, ballots: Sequence[Ballot], ends_of_prompts: Iterator[tuple[int, Row]]) -> None:
        """A greedy contest: append what each lane needs up to its next fork, look there, until all are decided."""
        walks = [Walk(ballot.choices) for ballot in ballots]
        for i, row in ends_of_prompts:
            if not walks[i].decided and not walks[i].taken:
                walks[i].look(row, self._end_logit(row))
        if self._home and not all(walk.decided for walk in walks):
            for lane in range(len(ballots)):
                self._session.copy(self._home + lane, lane)
        for column in count():
            if all(walk.decided for walk in walks):
                break
            for lanes in self._lanes_to_extend(ballots, walks, column):
                self._step([(lane, walks[lane]) for lane in lanes], column)
        for lane, (ballot, walk) in enumerate(zip(ballots, walks, strict=True)):
            ballot.sums, ballot.settled = walk.lost, [False] * len(ballot.choices)
            ballot.followed = len(walk.taken)
            if not self._home:
                self._session.rewind(lane, len(ballot.prompt.ids))

    def _share(self, ballots: Sequence[Ballot], ends_of_prompts: Iterator[tuple[int, Row]]) -> None:
        """Look at every fork: first where the prompts end, then behind each way that leads to another one."""
        forks = [Forks(ballot.choices) for ballot in ballots]
        for i, row in ends_of_prompts:
            firsts = list(forks[i].firsts)
            mass = float(np.logaddexp.reduce(row[firsts].astype(np.float64), initial=_NEVER))
            ballots[i].mass = mass - self._probabilities.normalizer(row)
            if forks[i].at_once:
                forks[i].look((), row, self._end_logit(row))
        for ways in zip_longest(*(each.ways for each in forks), fillvalue=()):
            for lane, column, row in self._appended(ballots, ways):
                if column + 1 == len(ways[lane]):
                    forks[lane].look(ways[lane], row, self._end_logit(row))
        for ballot, each in zip(ballots, forks, strict=True):
            ballot.sums, ballot.settled = each.shares, [True] * len(ballot.choices)
            ballot.written = each.written
            ballot.followed = sum(map(len, each.ways))

    def _step(self, walks: Sequence[tuple[int, Walk]], column: int) -> None:
        """Append one token to neighbouring lanes, and look where that is a fork."""
        tokens = [[_at(walk.taken, column)] for _, walk in walks]
        rows = self._session.extend(np.array(tokens, dtype=np.int32), first=walks[0][0])
        for (_, walk), row in zip(walks, rows, strict=True):
            if not walk.decided and len(walk.taken) == column + 1:
                walk.look(row, self._end_logit(row))

    def _lanes_to_extend(
        self, ballots: Sequence[Ballot], walks: Sequence[Walk], column: int
    ) -> Iterator[Sequence[int]]:
        """Neighbouring lanes for one more column: all up to the last that needs it, or where that would leave the
        context the needing ones alone."""
        needing = [lane for lane, walk in enumerate(walks) if len(walk.taken) > column and not walk.decided]
        lanes = range(needing[-1] + 1)
        if all(len(ballots[lane].prompt.ids) + column < self._session.context for lane in lanes):
            yield lanes
            return
        for _, run in groupby(enumerate(needing), key=lambda pair: pair[1] - pair[0]):
            yield [lane for _, lane in run]

    def _first_tokens(self, ballot: Ballot, row: Row) -> None:
        """What the end of the prompt says about each choice: its first token, or for an empty one the end."""
        normalizer = self._probabilities.normalizer(row)
        ballot.sums = [
            float(row[choice[0]]) - normalizer if choice else self._end(row, normalizer) for choice in ballot.choices
        ]
        ballot.settled = [not choice for choice in ballot.choices]

    def _end(self, row: Row, normalizer: float) -> float:
        return self._end_logit(row) - normalizer if self._ends.size else 0.0

    def _end_logit(self, row: Row) -> float:
        """The logit of all tokens together that end a reply; very low if the model has none."""
        return float(np.logaddexp.reduce(row[self._ends].astype(np.float64), initial=_NEVER))

    def _follow(self, ballots: Sequence[Ballot], picks: Sequence[int | None]) -> None:
        """Append one choice of each question to its lane, add up what it says, and take it back."""
        chosen = [() if pick is None else ballot.choices[pick] for ballot, pick in zip(ballots, picks, strict=True)]
        for lane, column, row in self._appended(ballots, chosen):
            pick = picks[lane]
            if pick is not None and column < len(chosen[lane]):
                ballots[lane].sums[pick] += self._next(row, chosen[lane], column + 1)
        for ballot, pick, choice in zip(ballots, picks, chosen, strict=True):
            if pick is not None:
                ballot.settled[pick] = True
                ballot.followed += len(choice)

    def _appended(self, ballots: Sequence[Ballot], chosen: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int, Row]]:
        """Append tokens to each lane, and take them back once they are read: lane, column, and the logits after it.

        To be used up. A lane with fewer tokens than its neighbours has columns of no meaning.
        """
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
                    yield lane, column, row
        if not self._home:
            for lane, ballot in enumerate(ballots):
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


def _at(choice: Sequence[int], column: int) -> int:
    """A token of a choice; any token behind its end."""
    return choice[min(column, len(choice) - 1)] if choice else 0


def _scores(ballot: Ballot, shared: int) -> ChoiceScores:
    lengths = tuple(map(len, ballot.choices))
    usage = Usage(len(ballot.prompt.ids), ballot.followed, shared)
    settled = () if all(ballot.settled) else tuple(ballot.settled)
    return ChoiceScores(tuple(ballot.sums), lengths, usage, settled, ballot.mass, ballot.written)


def _progress(group: str, ballots: Sequence[Ballot], done: int, shared: int) -> ModelProgress:
    finished = ballots[:done]
    return ModelProgress(
        group,
        done=len(finished),
        total=len(ballots),
        prompt_tokens=sum(len(ballot.prompt.ids) for ballot in finished),
        completion_tokens=sum(len(choice) for ballot in finished for choice in ballot.choices),
        shared_tokens=shared * len(finished),
    )
