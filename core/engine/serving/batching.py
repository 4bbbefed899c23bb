"""Requests of many clients, computed together: whoever waits when the model is free is in the next batch.

What a reply is may depend in its last bits on what was computed with it, as on every server that batches.
"""

import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.control import CancelToken
from core.errors import ModelError, WhetError
from core.llm.base import ChatModel, Reply, Request

_GROUP: Final = "serve"


class Job:
    """One request on its way. `pieces` gets the reply's text as it grows; `wait` gives the reply.

    It is the `Ending` of its own request: the model shows it every beginning, and stops once nobody waits any more.
    """

    def __init__(self, request: Request) -> None:
        self.request = replace(request, group=_GROUP, ending=_Heard(self))
        self.pieces: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.left = False
        self._told = 0
        self._held = max(map(len, request.stops), default=1) - 1
        self._done = threading.Event()
        self._reply: Reply | WhetError | None = None

    def hear(self, text: str) -> bool:
        """Take note of a beginning; whether nobody wants the rest. What may become a stop is not told yet."""
        self._tell(text[: len(text) - self._held])
        return self.left

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self.left = True

    def end(self, reply: Reply | WhetError) -> None:
        """It was answered, or failed."""
        self._reply = reply
        if isinstance(reply, Reply):
            self._tell(reply.text)
        self.pieces.put(None)
        self._done.set()

    def _tell(self, text: str) -> None:
        if len(text) > self._told and not text.endswith("\ufffd"):
            self.pieces.put(text[self._told :])
            self._told = len(text)

    def wait(self, seconds: float) -> bool:
        """Whether it is done, after so many seconds at most."""
        return self._done.wait(seconds)

    @property
    def reply(self) -> Reply:
        """The reply. Raises what the model raised."""
        if isinstance(self._reply, WhetError):
            raise self._reply
        if self._reply is None:
            raise ModelError("The server was stopped before this was answered.")
        return self._reply


@dataclass(frozen=True, slots=True)
class _Heard:
    """Shows a job how its reply grows."""

    job: Job = field(repr=False, compare=False)

    def ended(self, text: str) -> bool:
        """See `core.llm.base.Ending`."""
        return self.job.hear(text)


class Batcher:
    """Answers jobs in batches of at most `most`. Must be closed; its model is closed by whoever opened it."""

    def __init__(self, model: ChatModel, most: int) -> None:
        self._model = model
        self._most = most
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._cancel = CancelToken()
        self.batches = 0
        self.answered = 0
        self._thread = threading.Thread(target=self._serve, name="whet-batches", daemon=True)
        self._thread.start()

    def ask(self, requests: Sequence[Request]) -> list[Job]:
        """Put requests into the next batch."""
        jobs = [Job(request) for request in requests]
        for job in jobs:
            self._jobs.put(job)
        return jobs

    def close(self) -> None:
        """Stop; what waits gets an error."""
        self._cancel.cancel()
        self._jobs.put(None)
        self._thread.join()

    def _serve(self) -> None:
        while (first := self._jobs.get()) is not None:
            batch = [first]
            while len(batch) < self._most and not self._jobs.empty():
                job = self._jobs.get()
                if job is None:
                    self._stop(batch)
                    return
                batch.append(job)
            self._answer([job for job in batch if not job.left])
        self._stop([])

    def _answer(self, batch: Sequence[Job]) -> None:
        if not batch:
            return
        self.batches += 1
        try:
            replies = self._model.complete([job.request for job in batch], cancel=self._cancel)
        except WhetError as error:
            if len(batch) == 1:
                batch[0].end(error)
                return
            for job in batch:  # one of them does not fit: the others are not to suffer for it
                self._answer([job])
        except BaseException as error:
            self._stop(batch)
            if not self._cancel.is_cancelled():
                raise ModelError(f"The model failed: {error}.") from error
        else:
            self.answered += len(batch)
            for job, reply in zip(batch, replies, strict=True):
                job.end(reply)

    def _stop(self, batch: Sequence[Job]) -> None:
        left = [*batch]
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                left.append(job)
        for job in left:
            job.end(ModelError("The server was stopped before this was answered."))
