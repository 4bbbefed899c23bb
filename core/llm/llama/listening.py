"""Tells somebody of each token as it is chosen: its characters as far as they are whole, and what could have come."""

import codecs

from core.control import CancelToken
from core.llm.base import Alternative, HeardToken, Hearing
from core.llm.llama.generate import Job
from core.llm.llama.vocabulary import Vocabulary


class Listening:
    """The listener of one reply. Its job must ask for log-probabilities."""

    def __init__(self, vocabulary: Vocabulary, hear: Hearing, cancel: CancelToken | None) -> None:
        self._vocabulary = vocabulary
        self._hear = hear
        self._cancel = cancel
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def __call__(self, job: Job, piece: bytes, thought: bool) -> None:  # noqa: FBT001 - a callback of `Job`
        """Pass the last token on. Raises `Cancelled`, so that a person who stops it waits for no further token."""
        last = job.growing.logprobs[-1]
        alternatives = tuple(Alternative(token, self._text(token), logprob) for token, logprob in last.alternatives)
        self._hear(HeardToken(last.token, self._decoder.decode(piece), last.logprob, thought, alternatives))
        if self._cancel is not None:
            self._cancel.check()

    def _text(self, token: int) -> str:
        return self._vocabulary.piece(token, special=True).decode("utf-8", "replace")
