"""Tells somebody of each token as it is chosen: its characters as far as they are whole, and what could have come.

Characters that may be the beginning of a stop or of a mark around a thought are held back until it is known what they
are, so that nothing is heard that is not part of the reply.
"""

import codecs
from collections import deque
from dataclasses import replace

from core.control import CancelToken
from core.llm.base import Alternative, HeardToken, Hearing, TokenLogprob
from core.llm.llama.generate import Job
from core.llm.llama.vocabulary import Vocabulary


class Listening:
    """The listener of one reply. Log-probabilities are heard only if its job asks for them."""

    def __init__(self, vocabulary: Vocabulary, hear: Hearing, cancel: CancelToken | None) -> None:
        self._vocabulary = vocabulary
        self._hear = hear
        self._cancel = cancel
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held: deque[HeardToken] = deque()

    def took(self, job: Job, piece: bytes, thought: bool) -> None:  # noqa: FBT001 - as `Listener` has it
        """Pass the last token on, or hold it back. Raises `Cancelled`, so that a person who stops it waits for no
        further token."""
        last = job.growing.logprobs[-1] if job.request.logprobs else TokenLogprob(job.growing.tokens[-1], 0.0)
        alternatives = tuple(Alternative(token, self._text(token), logprob) for token, logprob in last.alternatives)
        heard = HeardToken(last.token, self._decoder.decode(piece), last.logprob, thought, alternatives)
        if thought:
            self._release(thought=True)
            self._hear(heard)
        else:
            self._held.append(heard)
            if job.growing.cut:
                self._shorten(len(job.growing.cut.decode("utf-8", "replace")))
            if not job.growing.pending:
                self._release()
        if self._cancel is not None:
            self._cancel.check()

    def ended(self, job: Job) -> None:
        """Pass on what is still held back."""
        del job
        self._release()

    def _release(self, *, thought: bool = False) -> None:
        while self._held:
            token = self._held.popleft()
            self._hear(replace(token, thought=True) if thought else token)

    def _shorten(self, characters: int) -> None:
        """Take characters off the end of what is held back: they were a stop or a mark."""
        for place in range(len(self._held) - 1, -1, -1):
            text = self._held[place].text
            kept = text[: max(0, len(text) - characters)]
            self._held[place] = replace(self._held[place], text=kept)
            characters -= len(text) - len(kept)

    def _text(self, token: int) -> str:
        return self._vocabulary.piece(token, special=True).decode("utf-8", "replace")
