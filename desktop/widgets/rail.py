"""The list of pages at the left of the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.colours import colours
from desktop.icons import icon, pixmap
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row

WIDE, NARROW = 168, 60


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One button: `name` is what it stands for, `purpose` its explanation; with `foot` it stands at the bottom."""

    name: str
    icon: str
    title: str
    purpose: str
    foot: bool = False


class Rail(QFrame):
    """One button per page, with its icon and name; only icons where the window is narrow. `chosen` carries the name."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._entries = entries
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(entries[number].name))
        self._mark = QLabel()
        self._name = label("Whet", "title")
        box = QVBoxLayout()
        box.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        box.setSpacing(Space.HAIR)
        below = column(space=Space.HAIR)
        head = row(self._mark, self._name, 1)
        head.setContentsMargins(Space.S, 0, 0, Space.XS)
        box.addLayout(head)
        for number, entry in enumerate(entries):
            button = self.buttons[entry.name] = QToolButton()
            button.setText(f"\u2002{entry.title}")  # a style sheet cannot part an icon from its text
            button.setToolTip(entry.purpose)
            button.setAccessibleName(entry.title)
            button.setAccessibleDescription(entry.purpose)
            button.setCheckable(True)
            button.setIconSize(QSize(20, 20))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            (below if entry.foot else box).addWidget(button)
        box.addStretch(1)
        box.addLayout(below)
        self.setLayout(box)
        self.set_narrow(False)
        self._draw()

    def select(self, name: str) -> None:
        """Show which page is open; none of them, if it has no button."""
        self._group.setExclusive(name in self.buttons)
        for each, button in self.buttons.items():
            button.setChecked(each == name)
        self._draw()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter
        """Icons only, or icons with names."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._name.setVisible(not narrow)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self.buttons.values():
            button.setToolButtonStyle(style)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        theme = colours()
        self._mark.setPixmap(pixmap("whet", theme.accent, 26, self.devicePixelRatioF()))
        for entry in self._entries:
            button = self.buttons[entry.name]
            button.setIcon(icon(entry.icon, theme.accent if button.isChecked() else theme.text_soft))
