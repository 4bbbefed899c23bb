"""The list of pages at the left of the window."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon, pixmap
from desktop.theme import Space, colours
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row

WIDE, NARROW = 168, 60


class Rail(QFrame):
    """One button per page, with its icon and name; only icons where the window is narrow."""

    chosen = Signal(int)

    def __init__(
        self, pages: Sequence[tuple[str, str, str]], foot: Collection[int] = (), parent: QWidget | None = None
    ) -> None:
        """`pages` are (icon, title, what it is for); those with a number in `foot` stand at the bottom."""
        super().__init__(parent)
        self.setObjectName("rail")
        self._icons = [page[0] for page in pages]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.chosen)
        self._mark = QLabel()
        self._name = label("Whet", "title")
        box = QVBoxLayout()
        box.setContentsMargins(Space.S, Space.M, Space.S, Space.M)
        box.setSpacing(Space.HAIR)
        below = column(space=Space.HAIR)
        head = row(self._mark, self._name, 1)
        head.setContentsMargins(Space.S, 0, 0, Space.XS)
        box.addLayout(head)
        for number, (_, title, purpose) in enumerate(pages):
            button = QToolButton()
            button.setText(f"\u2002{title}")  # a style sheet cannot part an icon from its text
            button.setToolTip(purpose)
            button.setAccessibleName(title)
            button.setAccessibleDescription(purpose)
            button.setCheckable(True)
            button.setIconSize(QSize(20, 20))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, number)
            (below if number in foot else box).addWidget(button)
        box.addStretch(1)
        box.addLayout(below)
        self.setLayout(box)
        self.set_narrow(False)
        self._draw()

    def select(self, number: int) -> None:
        """Show which page is open."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
        self._draw()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter
        """Icons only, or icons with names."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._name.setVisible(not narrow)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in self._group.buttons():
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        theme = colours()
        self._mark.setPixmap(pixmap("whet", theme.accent, 26, self.devicePixelRatioF()))
        for number, name in enumerate(self._icons):
            button = self._group.button(number)
            button.setIcon(icon(name, theme.accent if button.isChecked() else theme.text_soft))
