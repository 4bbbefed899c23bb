"""Stopping work from outside: a token that any thread may set, and the exceptions that unwind the work."""

import threading
from typing import Final

STOPPED: Final = {"error": {"code": "cancelled", "message": "Stopped.", "kept": "", "hint": ""}}
"""What a command says in JSON after Ctrl-C."""


class Cancelled(BaseException):
    """The person asked to stop. Not an `Exception`: no handler for failures may swallow it."""


class EndedEarly(BaseException):
    """The person has seen enough: the search ends here, and the final choice follows; `at_once` by what is scored."""

    def __init__(self, *, at_once: bool = False) -> None:
        super().__init__()
        self.at_once = at_once


class CancelToken:
    """A flag set once by a listener thread and looked at by the work between, and inside, model calls."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def reset(self) -> None:
        """Make the token usable for the next piece of work."""
        self._event.clear()

    def check(self) -> None:
        """Raise `Cancelled` if the work was asked to stop."""
        if self._event.is_set():
            raise Cancelled
