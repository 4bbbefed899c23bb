"""Keeps the focus where the person works: what is switched off under their hands hands it to its neighbour."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.windows.main_window import MainWindow

_MOST = 400
"""Widgets that are looked at for a neighbour."""


class FocusKeeper(QObject):
    """A button that starts something is disabled, or hidden, while it goes on. Qt then moves the focus on to what
    follows, and from the last control of a page to the strip below it, which leads to another page."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self._window) or not self._window.isVisible():
            return  # it goes: whatever is focused now is about to be deleted
        page = self._window.shown_page
        if old is None or now is None or page.isAncestorOf(now) or not page.isAncestorOf(old):
            return
        lost = not (old.isEnabled() and old.isVisible())
        if lost and now.window() is self._window:
            (_before(old, page) or page).setFocus()


def _before(widget: QWidget, page: QWidget) -> QWidget | None:
    """The nearest control before it, on the same page, that can take the focus."""
    at = widget
    for _ in range(_MOST):
        before = at.previousInFocusChain()
        if before is None:
            return None
        at = before
        usable = at.isEnabled() and at.isVisible() and bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if usable and page.isAncestorOf(at):
            return at
    return None
