"""Every action of the window with its menu and its keys, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence

from desktop.actions import Actions
from desktop.models.columns import Column, ColumnModel
from desktop.words import without_mnemonic

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What is done, the menu that it is in, and the keys."""

    title: str
    menu: str
    keys: str


def shortcuts(actions: Actions) -> list[Shortcut]:
    """Of every action that has one, in the order of the menus."""
    menus = actions.menus()
    return [
        Shortcut(
            without_mnemonic(spec.text),
            without_mnemonic(menus[spec.menu]),
            ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in actions[spec.name].shortcuts()),
        )
        for spec in actions.specs
        if spec.shortcut
    ]


class ShortcutTableModel(ColumnModel[Shortcut]):
    """One row per action."""

    def __init__(self, rows: Sequence[Shortcut], parent: QObject | None = None) -> None:
        columns: tuple[Column[Shortcut], ...] = (
            Column(translate("ShortcutTable", "Action"), lambda row: row.title),
            Column(translate("ShortcutTable", "Keys"), lambda row: row.keys),
            Column(translate("ShortcutTable", "Menu"), lambda row: row.menu),
        )
        super().__init__(columns, parent)
        self.set_rows(rows)
