"""The actions of the window as menus, palette and pages share them: words, shortcut, place in the menus."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `menu` is the name of its menu; `separated` puts a line before it; `choices` exclude each other;
    `short` are its words on a button; `place` is where in its menu it stands, those of equal place in the order of
    the pages that bring them."""

    name: str
    menu: str
    text: str
    shortcut: str = ""
    separated: bool = False
    choices: str = ""
    short: str = ""
    checkable: bool = False
    place: int = 50


class Actions(QObject):
    """The actions as `QAction`s, by name, in the order of the menus."""

    def __init__(self, specs: Iterable[ActionSpec], parent: QObject | None = None) -> None:
        super().__init__(parent)
        menus = list(self.menus())
        self._specs = tuple(sorted(specs, key=lambda spec: (menus.index(spec.menu), spec.place)))
        self._actions: dict[str, QAction] = {}
        for spec in self._specs:
            action = QAction(spec.text, self)
            action.setObjectName(spec.name)
            if spec.short:
                action.setIconText(spec.short)
            if spec.shortcut:
                action.setShortcuts(QKeySequence.listFromString(spec.shortcut))
            action.setCheckable(spec.checkable or bool(spec.choices))
            self._actions[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def connect_to(self, name: str, slot: Callable[[], object]) -> None:
        """Call `slot` when the action is triggered."""
        self._actions[name].triggered.connect(lambda _=False: slot())

    def enable(self, name: str, *, when: bool) -> None:
        """Let the action be triggered, or not."""
        self._actions[name].setEnabled(when)

    def menus(self) -> dict[str, str]:
        """The menus in order, by name."""
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "run": self.tr("&Run"),
            "prompt": self.tr("&Prompt"),
            "go": self.tr("&Go to"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """Every action, in the order of the menus."""
        return self._specs
