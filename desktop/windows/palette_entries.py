"""What the palette offers: every action, and whatever can be opened by name on a page."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence

from desktop.context import Context
from desktop.widgets.palette import Entry
from desktop.windows.main_window import MainWindow
from desktop.words import without_mnemonic


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry and what it does."""

    entry: Entry
    do: Callable[[], object]


def offers(window: MainWindow, context: Context) -> dict[str, Offer]:
    """Everything that can be done now, by key."""
    return {offer.entry.key: offer for offer in (*_actions(window), *_targets(window, context))}


def _actions(window: MainWindow) -> list[Offer]:
    titles = {spec.name: window.actions_.menus()[spec.menu] for spec in window.actions_.specs}
    return [
        Offer(_entry(action, titles.get(action.objectName(), "")), action.trigger)
        for action in window.actions_
        if action.isEnabled() and action.objectName() != "palette"
    ]


def _entry(action: QAction, menu: str) -> Entry:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(f"action:{action.objectName()}", without_mnemonic(action.text()), without_mnemonic(menu), keys)


def _targets(window: MainWindow, context: Context) -> list[Offer]:
    return [
        Offer(
            Entry(f"{spec.name}:{target.key}", target.title, target.kind),
            target.do or partial(window.open, spec.name, target.key),
        )
        for spec in window.specs
        for target in spec.targets(window.pages[spec.name], context)
    ]
