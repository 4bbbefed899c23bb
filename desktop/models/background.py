"""Work that would hold the window up, done beside it: reading files, folding long logs."""

import itertools
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from core.errors import WhetError

T = TypeVar("T")

_SWITCH = 2e-5
"""Seconds after which a thread at work lets the window's thread in. Qt asks a table for some 600 values per frame, each
a call into Python: at the interpreter's usual 5 ms one frame would take seconds while something is being read."""

_IDLE_MS = 1000
"""After which a thread without work ends."""


@dataclass(frozen=True, slots=True)
class _Order:
    work: Callable[[], object]
    then: Callable[[Any], object]
    otherwise: Callable[[Exception], object]
    latest: str


class Background(QObject):
    """Runs functions in a thread pool and hands their results back in the window's thread. `failed` carries errors."""

    failed = Signal(object)
    _done = Signal(int, object)
    _undone = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_SWITCH)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setObjectName("whet")  # its threads' name
        self._pool.setExpiryTimeout(_IDLE_MS)
        self._numbers = itertools.count()
        self._orders: dict[int, _Order] = {}
        self._latest: dict[str, int] = {}
        self._done.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._undone.connect(self._on_failed, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on."""
        return bool(self._orders)

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        *,
        otherwise: Callable[[Exception], None] | None = None,
        latest: str = "",
    ) -> None:
        """Call `work` in a thread, and `then` with its result here, or `otherwise` with its failure.

        Of works named `latest`, only the last counts.
        """
        number = next(self._numbers)
        self._orders[number] = _Order(work, then, otherwise or self.failed.emit, latest)
        self._latest[latest] = number
        self._pool.start(partial(self._run, number))  # a `QRunnable` of ours would be kept for good, with what it holds

    def forget(self) -> None:
        """Deliver nothing of what is still being worked on."""
        self._latest.clear()
        self._orders = {
            number: _Order(order.work, _drop, _drop, order.latest) for number, order in self._orders.items()
        }

    def finish(self) -> None:
        """Wait until all of it is done, and deliver nothing: for the end of the program, when the window is gone."""
        self._pool.waitForDone()
        self.forget()

    def _run(self, number: int) -> None:
        """Runs in a thread of the pool. What the work holds goes in the window's thread, with its order."""
        try:
            result = self._orders[number].work()
        except WhetError as error:
            self._undone.emit(number, error)
        except Exception as error:  # handed to the one place that shows errors
            error.add_note(traceback.format_exc())
            self._undone.emit(number, error)
        else:
            self._done.emit(number, result)

    def _on_finished(self, number: int, result: object) -> None:
        order = self._orders.pop(number)
        if self._counts(order, number):
            order.then(result)

    def _on_failed(self, number: int, error: Exception) -> None:
        order = self._orders.pop(number)
        if self._counts(order, number):
            order.otherwise(error)

    def _counts(self, order: _Order, number: int) -> bool:
        return not order.latest or self._latest.get(order.latest) == number


def _drop(result: object) -> None:
    del result
