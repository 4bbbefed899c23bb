"""What a person asks of a run while it goes on: to wait, to end early, to take a prompt in."""

import threading
import time
from collections.abc import Callable

from core.control import CancelToken
from core.domain.editing import Edit

_LOOK = 0.1
"""Seconds between two looks at whether work that waits was stopped."""

TOO_LATE = "The search was over before your prompt could be taken in."
"""Why a prompt that comes during the final choice, or after it, is declined."""


def _nobody(edit: Edit, why: str) -> None:
    """Nobody wants to know."""
    del edit, why


class RunControl:
    """Pausing, ending early, and prompts written by hand: said by a listener thread, done by the run between two calls.

    `declined` hears of an edit that was not taken in, and why.
    """

    def __init__(self, declined: Callable[[Edit, str], None] = _nobody) -> None:
        self.declined = declined
        self._changed = threading.Condition()
        self._paused = False
        self._enough = self._at_once = False
        self._edits: list[Edit] = []
        self._waited = 0.0
        self._waits_since: float | None = None

    # What the listener says

    def pause(self) -> None:
        """Wait before the next call, until `go_on`."""
        self._set(paused=True)

    def go_on(self) -> None:
        """Wait no longer."""
        self._set(paused=False)

    def end_early(self, *, at_once: bool = False) -> None:
        """End the search before the next call, whether it waits or not; `at_once`: the final choice costs none."""
        with self._changed:
            self._enough, self._at_once = True, self._at_once or at_once
            self._paused = False
            self._changed.notify_all()

    def submit(self, edit: Edit) -> None:
        """Take a person's prompt in before the next call, even while waiting."""
        with self._changed:
            self._edits.append(edit)
            self._changed.notify_all()

    def reset(self) -> None:
        """Forget everything that was said: it was meant for a run that is over."""
        with self._changed:
            self._paused = self._enough = self._at_once = False
        for edit in self.take_edits():
            self.declined(edit, TOO_LATE)

    # What the run asks

    @property
    def paused(self) -> bool:
        """Whether the run is to wait."""
        return self._paused

    @property
    def enough(self) -> bool:
        """Whether the search is to end."""
        return self._enough

    @property
    def at_once(self) -> bool:
        """Whether no further call is to be made."""
        return self._at_once

    @property
    def waiting(self) -> bool:
        """Whether it waits right now."""
        return self._waits_since is not None

    def take_edits(self) -> list[Edit]:
        """The prompts that were written since the last look."""
        with self._changed:
            taken, self._edits = self._edits, []
        return taken

    def wait(self, cancel: CancelToken) -> None:
        """Return when the pause is over, a prompt was written, or the work was stopped."""
        self._waits_since = time.monotonic()
        try:
            with self._changed:
                while self._paused and not self._edits and not cancel.is_cancelled():
                    self._changed.wait(_LOOK)
        finally:
            self._waited += time.monotonic() - self._waits_since
            self._waits_since = None

    def clock(self) -> float:
        """Seconds on a clock that stands still while the run waits."""
        now = time.monotonic() if self._waits_since is None else self._waits_since
        return now - self._waited

    def _set(self, *, paused: bool) -> None:
        with self._changed:
            self._paused = paused
            self._changed.notify_all()
