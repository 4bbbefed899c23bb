"""One group of requests answered together: the shared prefix once, then all replies a token at a time, side by side.

The outcome is a function of the group's requests in their order and of nothing else: lanes are filled in that order,
refilled from the same group as replies end, and every choice of what is computed together follows from lengths alone.
"""

from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

import numpy as np

from core.llm.base import ModelProgress, Reply, Request
from core.llm.llama.grammar import Grammar
from core.llm.llama.prompt import TokenizedPrompt
from core.llm.llama.reply import GrowingReply
from core.llm.llama.sampler import Probabilities, Row, Sampler
from core.llm.llama.session import DecodingSession
from core.llm.llama.vocabulary import Vocabulary

_TELL_EVERY: Final = 16


class Listener(Protocol):
    """Hears a reply while it grows."""

    def took(self, job: "Job", piece: bytes, thought: bool) -> None:  # noqa: FBT001 - the one fact about the token
        """A token was taken: its bytes, and whether it belongs to a thought."""
        ...

    def ended(self, job: "Job") -> None:
        """The reply has ended."""
        ...


@dataclass(slots=True)
class Job:
    """One request on its way to a reply."""

    request: Request
    prompt: TokenizedPrompt
    sampler: Sampler
    growing: GrowingReply
    grammar: Grammar | None = None
    listener: Listener | None = None

    def choose(self, row: Row) -> int | None:
        """The next token by the logits, and by the grammar outside a thought; `None` if the grammar allows none."""
        token = self.sampler.choose(row)
        if self.grammar is None or self.growing.thinking or self.grammar.allows(token):
            return token
        masked = self.grammar.masked(row)
        return None if masked is None else self.sampler.choose(masked)

    def close(self) -> None:
        """Free what llama.cpp holds for it."""
        if self.grammar is not None:
            self.grammar.close()


def shared_prefix(prompts: Sequence[tuple[int, ...]], chunk: int) -> tuple[int, ...]:
    """The longest common beginning that leaves each prompt at least one token. Of a single one all in whole chunks of
    `chunk` tokens: others that begin alike may have been asked before, or will be."""
    if len(prompts) == 1:
        return prompts[0][: (len(prompts[0]) - 1) // chunk * chunk]
    first, last = min(prompts), max(prompts)
    most = min(map(len, prompts)) - 1
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), most)
    return first[: min(length, most)]


class Generation:
    """Answers one group. `tell` is called now and then, and whenever a reply has ended. `shown` are the control tokens
    whose text is part of a mark around a thought or an answer; all others add nothing to a reply."""

    def __init__(
        self,
        session: DecodingSession,
        vocabulary: Vocabulary,
        probabilities: Probabilities,
        tell: Callable[[ModelProgress], None],
        shown: Collection[str] = (),
    ) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self._probabilities = probabilities
        self._tell = tell
        self._shown = frozenset(shown)
        self._ends = frozenset(vocabulary.ends)
        self._lanes: list[Job | None] = []
        self._waiting: deque[Job] = deque()
        self._prefix: tuple[int, ...] = ()

    def answer(self, group: str, jobs: Sequence[Job]) -> list[Reply]:
        """The replies to `jobs`, in order."""
        self._prefix = shared_prefix([job.prompt.ids for job in jobs], self._session.chunk)
        self._session.begin(self._prefix)
        self._lanes, self._waiting = [], deque(jobs)
        for step in self._steps():
            if step % _TELL_EVERY == 0:
                self._tell(self._progress(group, jobs))
        self._tell(self._progress(group, jobs))
        shared = len(self._prefix) if len(jobs) > 1 else 0
        return [job.growing.reply(len(job.prompt.ids), shared) for job in jobs]

    def _steps(self) -> Iterator[int]:
        step = 0
        while self._waiting or self._lanes:
            while self._waiting and self._free():
                self._fill()
                self._empty_finished()
            self._close_gaps()
            if self._lanes:
                self._decode_one_each()
                self._empty_finished()
            step += 1
            yield step

    def _free(self) -> list[int]:
        """Lanes without a job, lowest first."""
        used = len(self._lanes)
        return [i for i in range(self._session.lanes) if i >= used or self._lanes[i] is None]

    def _fill(self) -> None:
        """Give the next jobs to the free lanes: each run of neighbouring lanes together, longest prompt first."""
        free = self._free()[: len(self._waiting)]
        for _, run in groupby(enumerate(free), key=lambda pair: pair[1] - pair[0]):
            places = [place for _, place in run]
            jobs = [self._waiting.popleft() for _ in places]
            jobs.sort(key=lambda job: -len(job.prompt.ids))
            self._lanes += [None] * (places[-1] + 1 - len(self._lanes))
            self._lanes[places[0] : places[-1] + 1] = jobs
            suffixes = [job.prompt.ids[len(self._prefix) :] for job in jobs]
            for i, row in self._session.fill(places[0], suffixes):
                self._accept(jobs[i], row)

    def _decode_one_each(self) -> None:
        jobs = [job for job in self._lanes if job is not None]
        last = np.array([[job.growing.tokens[-1]] for job in jobs], dtype=np.int32)
        for job, row in zip(jobs, self._session.extend(last), strict=True):
            self._accept(job, row)

    def _accept(self, job: Job, row: Row) -> None:
        """Let a job choose its next token from the logits."""
        growing = job.growing
        token = self._next(job, row)
        if token is None:
            growing.end()
            if job.listener is not None:
                job.listener.ended(job)
            return
        if job.grammar is not None and growing.forced is None and not growing.thinking:
            job.grammar.accept(token)
        if job.request.logprobs > 0:
            growing.logprobs.append(self._probabilities.describe(row, token, job.request.logprobs))
        length = len(job.prompt.ids) + len(growing.tokens)
        piece, thought = self._piece(token), growing.thinking
        growing.take(token, piece, room=self._session.context - length)
        if job.listener is not None:
            job.listener.took(job, piece, thought or growing.thinking)
            if growing.finish is not None:
                job.listener.ended(job)

    def _next(self, job: Job, row: Row) -> int | None:
        """The next token of a reply; `None` if it ends."""
        growing = job.growing
        if growing.forced is not None:
            return growing.forced
        token = job.choose(row)
        if token is not None and token in self._ends and not growing.closed_by(self._piece(token)):
            return growing.forced if growing.close_thought() else None  # a thought is no answer, which is still due
        return token

    def _piece(self, token: int) -> bytes:
        """What a token adds to the reply."""
        piece = self._vocabulary.piece(token)
        if not piece and self._vocabulary.text_of(token) in self._shown:
            return self._vocabulary.piece(token, special=True)
        return piece

    def _empty_finished(self) -> None:
        for lane, job in enumerate(self._lanes):
            if job is not None and job.growing.finish is not None:
                self._session.drop(lane)
                self._lanes[lane] = None
        while self._lanes and self._lanes[-1] is None:
            self._lanes.pop()

    def _close_gaps(self) -> None:
        """Move the last sequences into the gaps, so that one decode call serves all: a gap would cut it in two."""
        while None in self._lanes:
            gap = self._lanes.index(None)
            self._session.move(len(self._lanes) - 1, gap)
            self._lanes[gap] = self._lanes.pop()
            while self._lanes and self._lanes[-1] is None:
                self._lanes.pop()

    def _progress(self, group: str, jobs: Sequence[Job]) -> ModelProgress:
        begun = len(jobs) - len(self._waiting)
        shared = len(self._prefix)
        return ModelProgress(
            group,
            done=sum(job.growing.finish is not None for job in jobs),
            total=len(jobs),
            prompt_tokens=sum(len(job.prompt.ids) for job in jobs[:begun]),
            completion_tokens=sum(len(job.growing.tokens) for job in jobs),
            shared_tokens=shared * begun,
            writing=next((job.growing.so_far for job in jobs[:begun] if job.growing.finish is None), ""),
        )
