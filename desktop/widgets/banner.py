"""A message across the page that stays until it is closed and never blocks."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.colours import colours
from desktop.icons import icon, pixmap
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label, restyle
from desktop.widgets.layout import clear, column, row


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, what was kept, what to do. `tone`: "info", "good", "warn" or "bad".

    `details` can be copied; `actions` become buttons.
    """

    what: str
    kept: str = ""
    todo: str = ""
    tone: str = "bad"
    details: str = ""
    actions: tuple[str, ...] = ()
    closable: bool = True


class Banner(QFrame):
    """Shows one `Notice`. `chosen` carries the text of the action that was pressed."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._notice = Notice("")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._what = label(kind="strong", wrap=True, selectable=True)
        self._rest = label(wrap=True, selectable=True)
        self._line = ElidedLabel()
        self._short = False
        self._buttons = row()
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        first = row(self._what, self._line, space=Space.S)
        first.setStretch(1, 1)
        texts = column(first, self._rest, self._buttons, space=Space.XS)
        box = self._box = row(self._icon, texts, self._close, space=Space.M, margin=Space.M)
        box.setStretch(1, 1)
        box.setAlignment(self._close, Qt.AlignmentFlag.AlignTop)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def notice(self) -> Notice:
        """What is said."""
        return self._notice

    def say(self, notice: Notice) -> None:
        """Show this notice instead of any other."""
        self._notice = notice
        self._what.setText(notice.what)
        rest = " ".join(part for part in (notice.kept, notice.todo) if part)
        self._rest.setText(rest)
        self._line.show_text(rest)
        self._fit()
        self._close.setVisible(notice.closable)
        self.setAccessibleName(f"{notice.what} {rest}")
        self._offer(notice)
        restyle(self, "tone", notice.tone)
        self._draw()
        self.show()

    def set_short(self, short: bool) -> None:  # noqa: FBT001 - how the window is
        """Say it in one line, with the whole of it in the tooltip."""
        self._short = short
        self._fit()

    def _fit(self) -> None:
        rest = bool(self._rest.text())
        self._rest.setVisible(rest and not self._short)
        self._line.setVisible(rest and self._short)
        self._what.setWordWrap(not (rest and self._short))
        edge = Space.XS if self._short else Space.M
        self._box.setContentsMargins(Space.M, edge, Space.M, edge)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be answered."""
        first = self._buttons.itemAt(0)
        button = first.widget() if first is not None else None
        if button is not None:
            button.setFocus()

    def dismiss(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _offer(self, notice: Notice) -> None:
        clear(self._buttons)
        for action in notice.actions:
            button = QPushButton(action)
            button.clicked.connect(lambda _=False, text=action: self.chosen.emit(text))
            self._buttons.addWidget(button)
        if notice.details:
            copy = QPushButton(self.tr("Copy details"))
            copy.setProperty("kind", "quiet")
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(notice.details))
            self._buttons.addWidget(copy)
        self._buttons.addStretch(1)

    def _draw(self) -> None:
        theme = colours()
        tone = {"good": theme.good, "warn": theme.warn, "bad": theme.bad}.get(self._notice.tone, theme.accent)
        name = self._notice.tone if self._notice.tone in {"good", "warn", "bad"} else "info"
        self._icon.setPixmap(pixmap(name, tone, 20, self.devicePixelRatioF()))
        self._close.setIcon(icon("close", theme.text_soft))
