"""What the window will need soon, imported once it has been painted, so that nobody waits for it before or later."""

import importlib
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

SOON = ("pyqtgraph", "jinja2.sandbox", "yaml")
"""Modules that take long to import and that no part of the first picture needs; nothing imports them at its top."""


class Warming(QObject):
    """Imports modules one after the other, and lets the window work in between."""

    def __init__(self, window: QWidget, modules: Iterable[str] = SOON) -> None:
        super().__init__(window)
        self._modules = iter(modules)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the window is painted; its parts follow before anything else is done."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        module = next(self._modules, None)
        if module is not None:
            importlib.import_module(module)
            QTimer.singleShot(0, self, self._go_on)
