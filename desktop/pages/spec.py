"""What a page says of itself, and where all of that is found."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QWidget

from desktop import pages
from desktop.actions import Actions, ActionSpec
from desktop.context import Context

P = TypeVar("P", bound=QWidget)

translate = QCoreApplication.translate

_NUMBERED = 9
"""Keys that lead to the first pages."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something that can be opened on a page, for the palette. `key` is what `open` is given."""

    key: str
    title: str
    kind: str
    do: Callable[[], object] | None = None
    """What happens in place of opening it: a setting is set at once."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page's actions work with; `show` brings the page into sight."""

    context: Context
    actions: Actions
    show: Callable[[], None]


Deeds = Mapping[str, Callable[[], object]]
"""What actions do, by their names."""

Possible = Mapping[str, bool]
"""Whether they can be done now, by their names."""


def first(show: Callable[[], None], deed: Callable[[], object]) -> Callable[[], None]:
    """What is done where the person sees it."""

    def do() -> None:
        show()
        deed()

    return do


def _no_deeds(_page: QWidget, _desk: Desk) -> Deeds:
    return {}


def _always(_page: QWidget, _context: Context) -> Possible:
    return {}


def _no_actions() -> tuple[ActionSpec, ...]:
    return ()


def _no_targets(_page: QWidget, _context: Context) -> Sequence[Target]:
    return ()


def _ignore(_page: QWidget, _target: object) -> None:
    """A page on which nothing is opened is only shown."""


def _takes_nothing(_data: QMimeData) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec(Generic[P]):
    """A page of the window.

    `title` is its name with the letter for the menu marked, `purpose` one line on what it is for: functions, since the
    language is chosen after this is imported. `open` shows what a key of `targets` names, or a value of
    `desktop.pages.targets`, which another page hands over by its signal `wanted`, with this page's name. `dropped`
    makes such a value of what is dropped on the page's name in the sidebar. `shortcut` comes on top of the number that
    the page has in the sidebar; pages with `foot` stand at the sidebar's bottom, those `aside` in the menu only, and in
    another one than "go" where `menu` says so. `deeds` is what its `actions` do, asked once; `possible` which of them
    can be done: it is asked again whenever the page's signal `changed`, if it has one, or the session says so.
    """

    name: str
    icon: str
    title: Callable[[], str]
    purpose: Callable[[], str]
    make: Callable[[Context, Any], P]
    foot: bool = False
    aside: bool = False
    menu: str = "go"
    shortcut: str = ""
    actions: Callable[[], Sequence[ActionSpec]] = _no_actions
    deeds: Callable[[P, Desk], Deeds] = _no_deeds
    possible: Callable[[P, Context], Possible] = _always
    targets: Callable[[P, Context], Sequence[Target]] = _no_targets
    open: Callable[[P, Any], None] = _ignore
    dropped: Callable[[QMimeData], object | None] = _takes_nothing

    @property
    def action(self) -> str:
        """Name of the action that leads to it."""
        return f"page_{self.name}"


def registered() -> tuple[PageSpec[Any], ...]:
    """Every page, in the order of the sidebar."""
    return tuple(importlib.import_module(f"desktop.pages.{name}.spec").PAGE for name in pages.NAMES)


def page_actions(specs: Sequence[PageSpec[Any]]) -> list[ActionSpec]:
    """Every action that the pages bring: the one that leads to each, and those of its own."""
    found = []
    for place, page in enumerate(specs, start=1):
        number = f"Ctrl+{place}" if place <= _NUMBERED else ""
        keys = "; ".join(filter(None, (number, page.shortcut)))
        found.append(ActionSpec(page.action, page.menu, page.title(), keys))
        found += page.actions()
    return found
