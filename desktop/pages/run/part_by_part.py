"""Draws the parts of a page one after the other, so that the window answers in between."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

DRAWN_MS = 12
"""Qt draws 5 ms after it was asked to. A step that comes sooner holds the window up together with the drawing."""

_REST = 3
"""Drawing takes at most a quarter of the window's time: after each it rests three times as long."""


class PartByPart(QObject):
    """`rested`: the pause is over that follows a drawing of something live."""

    rested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._due: list[Callable[[], None]] = []
        self._took = 0.0
        self._rests = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.rested)
        self._soon = QTimer(self)
        self._soon.setInterval(DRAWN_MS)
        self._soon.timeout.connect(self._draw_part)

    @property
    def busy(self) -> bool:
        """Whether it draws, or rests from it."""
        return self._rest.isActive() or bool(self._due)

    def draw(self, parts: Sequence[Callable[[], None]], *, at_once: bool, rests: bool) -> None:
        """Draw these instead of what is still due; `rests`: take a pause after them."""
        self._due, self._took, self._rests = list(parts), 0.0, rests
        if not at_once:
            self._soon.start()
        while at_once and self._due:
            self._draw_part()

    def forget(self) -> None:
        """Draw nothing of what is still due."""
        self._due.clear()
        self._soon.stop()

    def _draw_part(self) -> None:
        if not self._due:
            return
        began = time.monotonic()
        self._due.pop(0)()
        self._took += time.monotonic() - began
        if not self._due:
            self._soon.stop()
            if self._rests:
                self._rest.start(round(1000 * _REST * self._took))
