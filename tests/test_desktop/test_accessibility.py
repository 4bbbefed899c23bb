"""Every page by keyboard and by screen reader: each control has a name and a role, and Tab reaches it."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from core.events import Event
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.language import speak
from desktop.pages.names import DATASETS, HISTORY, MODELS, NEW_RUN
from desktop.settings import Settings

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]

_MOST_STEPS = 400


@pytest.fixture
def full(open_whet: Opened, silent: list[str], made_up_run: Made, stored_run: Stored, qtbot: QtBot) -> Whet:
    """A window in which every page has something to show."""
    stored_run(made_up_run(rounds=4))
    whet = open_whet(engine=silent)
    window = whet.window
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(whet.workspace.runs) and not whet.workspace.busy)
    window.run.open(whet.workspace.run_folder(whet.workspace.runs[0].id))
    qtbot.waitUntil(lambda: bool(window.run.model.state.nodes) and not whet.workspace.busy)
    window.show_page(DATASETS)
    qtbot.waitUntil(lambda: window.datasets.data.health is not None)
    window.show_page(NEW_RUN)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    window.show_page(HISTORY)
    window.runs.view.selectRow(0)
    window.show_page(MODELS)
    return whet


def pages(whet: Whet) -> Iterator[tuple[str, QWidget]]:
    """Every page, shown in turn."""
    for name in whet.window.pages:
        whet.window.show_page(name)
        QApplication.processEvents()
        yield name, whet.window.shown_page


def controls(page: QWidget) -> list[QWidget]:
    """What a person can act on right now."""
    return [
        each
        for each in page.findChildren(QWidget)
        if each.isVisibleTo(page)
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not isinstance(each.parentWidget(), QComboBox)
        and each.objectName() != "qt_spinbox_lineedit"
        and not (isinstance(each, QTabBar) and each.count() == 0)
        and not (each.objectName().startswith("qt_") and isinstance(each, QAbstractScrollArea))
    ]


def described(widget: QWidget) -> str:
    owners = []
    owner: QWidget | None = widget
    while owner is not None and len(owners) < 4:
        owners.append(type(owner).__name__ + (f"#{owner.objectName()}" if owner.objectName() else ""))
        owner = owner.parentWidget()
    return " in ".join(owners)


def test_that_a_screen_reader_hears_a_name_and_a_role_of_every_control(full: Whet) -> None:
    nameless = [
        f"page {name}: {described(control)}"
        for name, page in pages(full)
        for control in controls(page)
        if not spoken_name(control) or role(control) in {QAccessible.Role.NoRole, QAccessible.Role.Window}
    ]
    assert nameless == []


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    own: str = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return (own or widget.accessibleName()).strip()


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else QAccessible.Role.NoRole


def test_that_tab_reaches_every_control_of_every_page_and_never_stays(full: Whet) -> None:
    lost = []
    for name, page in pages(full):
        reached = walk(full)
        wanted = [control for control in controls(page) if control.isVisibleTo(page)]
        lost += [f"page {name}: {described(control)}" for control in wanted if control not in reached]
    assert lost == []


def test_that_shift_tab_goes_back_the_way_tab_came(full: Whet) -> None:
    full.window.show_page(NEW_RUN)
    forward = [press(full) for _ in range(12)]
    backward = [press(full, Qt.KeyboardModifier.ShiftModifier) for _ in range(11)]
    assert backward == forward[-2::-1]


def walk(whet: Whet) -> list[QWidget]:
    """Tab, until the round is closed. Fails where the focus stays."""
    reached: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focus = press(whet)
        if focus is None or (reached and focus is reached[0]):
            return reached
        assert not (reached and focus is reached[-1]), f"Tab does not leave {described(focus)}"
        if focus in reached:
            return reached
        reached.append(focus)
    return reached


def press(whet: Whet, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget | None:
    QTest.keyClick(whet.window.focusWidget() or whet.window, Qt.Key.Key_Tab, modifier)
    focus: QWidget | None = whet.window.focusWidget()
    return focus


def test_that_tab_goes_down_a_long_page_as_people_read_it(full: Whet) -> None:
    full.window.show_page(NEW_RUN)
    page = full.window.new_run
    reached = [each for each in walk(full) if page.isAncestorOf(each) and not isinstance(each, QAbstractScrollArea)]
    heights = [each.mapTo(page, each.rect().topLeft()).y() for each in reached]
    assert len(heights) > 5
    back = [described(high) for high, (y, after) in zip(reached, pairwise(heights), strict=False) if after < y - 200]
    assert len(back) <= 2, back  # from the end of the form to the footer, and from there to the beginning


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_action_can_be_reached_by_letters(
    open_whet: Opened, silent: list[str], qapp: QApplication, language: str
) -> None:
    Settings().language = language
    try:
        whet = open_whet(engine=silent)
        menus = [menu for menu in whet.window.menuBar().findChildren(QMenu) if menu.title()]
        clashes = clashing([menu.menuAction() for menu in menus])
        for menu in menus:
            actions = [action for action in menu.actions() if not action.isSeparator()]
            clashes += clashing(actions)
            clashes += [f"{action.text()} has no letter" for action in actions if "&" not in action.text()]
        assert clashes == []
    finally:
        speak(qapp, "en")
        QLocale.setDefault(QLocale.system())


def clashing(actions: list[QAction]) -> list[str]:
    """Two entries of one menu with the same letter."""
    seen: dict[str, str] = {}
    found = []
    for action in actions:
        words = action.text()
        letter = words[words.index("&") + 1].casefold() if "&" in words else ""
        if letter and letter in seen:
            found.append(f"{words} and {seen[letter]}")
        seen[letter] = words
    return found
