"""A page is its folder and its name: sidebar, menus, shortcuts, palette and opening are derived from what it says."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import desktop.pages
from desktop.app import Whet
from desktop.pages import NAMES
from desktop.pages.names import HOME
from desktop.pages.spec import page_actions, registered
from desktop.windows.main_window import MainWindow
from desktop.windows.palette_entries import offers
from desktop.words import without_mnemonic

Opened = Callable[..., Whet]

SPEC = '''
"""A page of shelves."""

from PySide6.QtWidgets import QLabel

from desktop.actions import ActionSpec
from desktop.pages.spec import PageSpec, Target, first

PAGE = PageSpec(
    name="shelves",
    icon="datasets",
    title=lambda: "&Shelves",
    purpose=lambda: "What stands on which shelf",
    make=lambda context, actions: QLabel("nothing yet"),
    shortcut="Ctrl+Alt+S",
    actions=lambda: (ActionSpec("dust", "edit", "D&ust the shelves", "Ctrl+Alt+D"),),
    deeds=lambda page, desk: {"dust": first(desk.show, lambda: page.setText("dusted"))},
    possible=lambda page, context: {"dust": page.text() != "dusted"},
    targets=lambda page, context: (Target("upper", "The upper shelf", "Shelf"),),
    open=lambda page, target: page.setText(target),
)
'''


@pytest.fixture
def shelves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder with a page that Whet does not know, beside those that it brings."""
    (tmp_path / "pages" / "shelves").mkdir(parents=True)
    (tmp_path / "pages" / "shelves" / "__init__.py").write_text('"""Shelves."""\n')
    (tmp_path / "pages" / "shelves" / "spec.py").write_text(SPEC)
    monkeypatch.setattr(desktop.pages, "__path__", [*desktop.pages.__path__, str(tmp_path / "pages")])
    yield "shelves"
    for module in [each for each in sys.modules if each.startswith("desktop.pages.shelves")]:
        del sys.modules[module]


@pytest.fixture
def whet(open_whet: Opened, silent: list[str], shelves: str, monkeypatch: pytest.MonkeyPatch) -> Whet:
    """A program with that page in the third place."""
    monkeypatch.setattr(desktop.pages, "NAMES", (*NAMES[:2], shelves, *NAMES[2:]))
    return open_whet(engine=silent)


@pytest.fixture
def window(whet: Whet) -> MainWindow:
    return whet.window


def test_that_a_page_is_its_folder_with_the_name_it_says() -> None:
    folders = {folder.parent.name for folder in Path(desktop.pages.__path__[0]).glob("*/spec.py")}
    assert folders == set(NAMES)
    assert [spec.name for spec in registered()] == list(NAMES)


def test_that_a_new_page_stands_in_the_sidebar_and_is_reached_from_there(window: MainWindow) -> None:
    button = window.rail.buttons["shelves"]
    assert button.accessibleName() == "Shelves"
    assert button.toolTip() == "What stands on which shelf"
    button.click()
    assert window.page == "shelves"
    assert button.isChecked()


def test_that_a_new_page_and_its_actions_stand_in_the_menus(window: MainWindow) -> None:
    entries = {
        menu.title(): [action.objectName() for action in menu.actions()]
        for menu in (action.menu() for action in window.menuBar().actions())
    }
    assert entries["&Go to"][:4] == ["page_home", "page_new_run", "page_shelves", "page_run"]
    assert "dust" in entries["&Edit"]
    window.actions_["page_shelves"].trigger()
    assert window.page == "shelves"


def test_that_an_action_of_a_new_page_does_what_it_says_and_only_while_it_can(whet: Whet) -> None:
    window, action = whet.window, whet.window.actions_["dust"]
    window.show_page(HOME)
    assert action.isEnabled()
    action.trigger()
    assert (window.page, window.shown_page.text()) == ("shelves", "dusted")
    whet.session.changed.emit()
    assert not action.isEnabled()


def test_that_ctrl_and_a_number_follow_the_sidebar_when_a_page_is_added(window: MainWindow) -> None:
    numbered = {
        shortcut.toString(): spec.name
        for spec in window.specs
        for shortcut in window.actions_[spec.action].shortcuts()
        if shortcut.toString().startswith("Ctrl+") and shortcut.toString()[-1].isdigit()
    }
    assert list(numbered) == [f"Ctrl+{number}" for number in range(1, 10)]
    assert list(numbered.values()) == list(window.rail.buttons)[:9]
    assert numbered["Ctrl+3"] == "shelves"


def test_that_the_palette_offers_a_new_page_its_actions_and_what_can_be_opened_on_it(window: MainWindow) -> None:
    found = offers(window, window._context)
    assert found["action:page_shelves"].entry.title == "Shelves"
    assert found["action:dust"].entry.title == "Dust the shelves"
    window.show_page(HOME)
    found["shelves:upper"].do()
    assert window.page == "shelves"
    assert window.shown_page.text() == "upper"


def test_that_no_two_actions_have_the_same_name_or_shortcut(window: MainWindow) -> None:
    specs = window.actions_.specs
    assert len({spec.name for spec in specs}) == len(specs)
    keys = [key.strip() for spec in specs for key in spec.shortcut.split(";") if key.strip()]
    assert len(set(keys)) == len(keys)


def test_that_every_page_says_what_it_is_called_and_what_it_is_for(qapp: QApplication) -> None:
    pages = registered()
    assert all(spec.title() and spec.purpose() for spec in pages)
    titles = [without_mnemonic(spec.title()) for spec in pages]
    assert len(set(titles)) == len(titles)
    assert {spec.action for spec in pages} <= {action.name for action in page_actions(pages)}
