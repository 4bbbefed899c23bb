"""The focus stays on the page where a person works, and the window on the screen."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Whet

Opened = Callable[..., Whet]


def focusable(page: QWidget) -> Iterator[QWidget]:
    for each in page.findChildren(QWidget):
        takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
        if takes and each.isVisible() and each.isEnabled():
            yield each


def test_that_a_control_that_is_switched_off_or_hidden_hands_the_focus_to_its_own_page(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    window = whet.window
    window.activateWindow()
    lost = []
    for name in window.pages:
        window.show_page(name)
        page = window.shown_page
        qtbot.wait(1)
        last = [each for each in focusable(page) if not each.objectName().startswith("qt_")][-2:]
        for control in last:
            for switch in (control.setEnabled, control.setVisible):
                control.setFocus()
                if not control.hasFocus():
                    continue
                switch(False)
                now = window.focusWidget()
                if now is not None and not page.isAncestorOf(now) and now is not page:
                    lost.append((type(page).__name__, control.accessibleName(), now.accessibleName()))
                switch(True)
    assert not lost


def test_that_the_first_window_is_no_larger_than_the_screen(open_whet: Opened, silent: list[str]) -> None:
    window = open_whet(engine=silent).window
    room = window.screen().availableGeometry()
    assert window.height() <= room.height()
    assert window.width() <= max(room.width(), window.minimumWidth())
