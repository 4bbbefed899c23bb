"""Requests of many clients, computed together: whoever waits when the model is free is in the next batch.

What a reply is may depend in its last bits on what was computed with it, as on every server that batches.
"""

import logging
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from core.control import Cancelled, CancelToken
from core.errors import ModelError, WhetError
from core.llm.base import HeardModel, HeardToken, Reply, Request
from core.said import Said

log = logging.getLogger("whet.serve")

_GROUP: Final = "serve"

Pieces = queue.SimpleQueue[tuple[int, HeardToken | None]]
"""What was written of some replies, as it came: which of them, and the token, or nothing when that reply has ended."""


class FailedError(ModelError):
    """The model, not the question, is why there is no answer."""

    code = "model.failed"


class StoppedError(FailedError):
    """The server was stopped before a question was answered."""

    code = "model.stopped"


class ServedJob:
    """One request on its way; `wait` gives the reply.

    It is the `Ending` of its own request: the model shows it every beginning, and stops once nobody waits any more.
    """

    def __init__(self, request: Request, number: int, pieces: Pieces | None) -> None:
        self.request: Final = replace(request, group=_GROUP, ending=_Heard(self))
        self.left = False
        self.begun = False
        self._number = number
        self._pieces = pieces
        self._done = threading.Event()
        self._reply: Reply | WhetError | None = None

    @property
    def is_heard(self) -> bool:
        """Whether somebody listens while it is written."""
        return self._pieces is not None

    def hear(self, token: HeardToken) -> None:
        """One more token was written."""
        self.begun = True
        if self._pieces is not None and not self.left:
            self._pieces.put((self._number, token))

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self.left = True

    def end(self, reply: Reply | WhetError) -> None:
        """It was answered, or failed."""
        self._reply = reply
        self._done.set()
        if self._pieces is not None:
            self._pieces.put((self._number, None))

    def wait(self, seconds: float) -> bool:
        """Whether it is done, after so many seconds at most."""
        return self._done.wait(seconds)

    @property
    def reply(self) -> Reply:
        """The reply. Raises what the model raised."""
        if isinstance(self._reply, WhetError):
            raise self._reply
        if self._reply is None:
            raise _stopped()
        return self._reply


@dataclass(frozen=True, slots=True)
class _Heard:
    """Ends a reply that nobody waits for."""

    job: ServedJob = field(repr=False, compare=False)

    def ended(self, text: str) -> bool:
        """See `core.llm.base.Ending`."""
        del text
        self.job.begun = True
        return self.job.left


class Batcher:
    """Answers jobs in batches of at most `most`. Must be closed; its model is closed by whoever opened it."""

    def __init__(self, model: HeardModel, most: int) -> None:
        self._model = model
        self._most = most
        self._jobs: queue.SimpleQueue[ServedJob | None] = queue.SimpleQueue()
        self._cancel = CancelToken()
        self.batches = 0
        self.answered = 0
        self._thread = threading.Thread(target=self._serve, name="whet-batches", daemon=True)
        self._thread.start()

    def ask(self, requests: Sequence[Request], pieces: Pieces | None = None) -> list[ServedJob]:
        """Put requests into the next batch; what is written is put into `pieces` as it comes."""
        jobs = [ServedJob(request, number, pieces) for number, request in enumerate(requests)]
        for job in jobs:
            self._jobs.put(job)
        if not self._thread.is_alive():
            self._stop([])
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
            self._answer(batch)
        self._stop([])

    def _answer(self, batch: Sequence[ServedJob]) -> None:
        batch = [job for job in batch if not job.left]
        if not batch:
            return
        self.batches += 1
        try:
            replies = self._model.complete_heard(
                [job.request for job in batch],
                [job.hear if job.is_heard else None for job in batch],
                cancel=self._cancel,
            )
        except Cancelled:
            self._stop(batch)
        except WhetError as error:
            self._refuse(batch, error)
        except Exception as error:  # the next question may be answered all the same
            log.exception("A batch of %d questions failed.", len(batch))
            self._fail(batch, str(error) or type(error).__name__)
        else:
            self.answered += len(batch)
            for job, reply in zip(batch, replies, strict=True):
                job.end(reply)

    def _refuse(self, batch: Sequence[ServedJob], error: WhetError) -> None:
        """One of them does not fit: the others are not to suffer for it, as long as nothing of them was told."""
        if any(job.begun for job in batch):
            self._fail(batch, str(error))
        elif len(batch) == 1:
            batch[0].end(error)
        else:
            for job in batch:
                self._answer([job])

    def _fail(self, batch: Sequence[ServedJob], reason: str) -> None:
        for job in batch:
            job.end(FailedError(Said("The model failed: {reason}", reason=reason)))

    def _stop(self, batch: Sequence[ServedJob]) -> None:
        left = [*batch]
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                left.append(job)
        for job in left:
            job.end(_stopped())


def _stopped() -> StoppedError:
    return StoppedError("The server was stopped before this was answered.")
