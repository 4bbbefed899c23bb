"""A text whose parts are warmer or colder: by colour, by the line under them, and in numbers on hover."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.colours import Colours, colour, colours
from desktop.tips import as_plain_tip
from desktop.typography import Type, font

_LINES = (
    QTextCharFormat.UnderlineStyle.NoUnderline,
    QTextCharFormat.UnderlineStyle.DotLine,
    QTextCharFormat.UnderlineStyle.DashUnderline,
    QTextCharFormat.UnderlineStyle.SingleUnderline,
    QTextCharFormat.UnderlineStyle.WaveUnderline,
)


@dataclass(frozen=True, slots=True)
class HeatPart:
    """A part of the text. `heat` is -1…1: above zero it carries, below it harms; `None`: nothing is known of it.
    `about` are its numbers."""

    text: str
    heat: float | None = None
    about: str = ""


def ground(theme: Colours, heat: float) -> QColor:
    """The colour under a part."""
    target = QColor(theme.accent if heat >= 0 else theme.bad)
    base, share = QColor(theme.surface), 0.06 + 0.34 * min(abs(heat), 1.0)
    return QColor.fromRgbF(
        base.redF() + (target.redF() - base.redF()) * share,
        base.greenF() + (target.greenF() - base.greenF()) * share,
        base.blueF() + (target.blueF() - base.blueF()) * share,
    )


def line(heat: float) -> QTextCharFormat.UnderlineStyle:
    """The second sign: no line, dots, dashes, a line as it gets warmer; a wave where it harms."""
    if heat < 0:
        return _LINES[-1]
    return _LINES[min(int(heat * 4), 3)]


class HeatText(QTextEdit):
    """Shows the parts; `pointed` carries the number of the part under the pointer or the cursor, -1 for none."""

    pointed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[HeatPart, ...] = ()
        self._ends: list[int] = []
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAccessibleName(name)
        self.setProperty("flat", "true")
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().installEventFilter(self)
        self.cursorPositionChanged.connect(lambda: self.pointed.emit(self._at(self.textCursor().position())))

    @property
    def parts(self) -> tuple[HeatPart, ...]:
        """What is shown."""
        return self._parts

    def show_parts(self, parts: Sequence[HeatPart]) -> None:
        """Show these parts."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self.setAccessibleDescription(
                "; ".join(f"{part.text.strip()}: {part.about}" for part in parts if part.about)
            )
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: numbers on hover."""
        if watched is self.viewport() and isinstance(event, QHelpEvent):
            number = self.part_at(event.pos())
            words = self._parts[number].about if number >= 0 else ""
            QToolTip.showText(event.globalPos(), as_plain_tip(words), self)
            return True
        if watched is self.viewport() and isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self.pointed.emit(self.part_at(event.position().toPoint()))
        return super().eventFilter(watched, event)

    def part_at(self, at: QPoint) -> int:
        """The number of the part at a point of the viewport; -1 if nothing is known of what is there."""
        return self._at(self.cursorForPosition(at).position())

    def _at(self, position: int) -> int:
        for number, end in enumerate(self._ends):
            if position < end:
                return number if self._parts[number].about else -1
        return -1

    def _draw(self) -> None:
        theme = colours()
        self.clear()
        cursor = QTextCursor(self.document())
        self._ends = []
        for part in self._parts:
            made = QTextCharFormat()
            made.setFont(font(Type.BODY))
            made.setForeground(colour(theme.text if part.heat is not None else theme.text_soft))
            if part.heat is not None:
                made.setBackground(ground(theme, part.heat))
                made.setUnderlineStyle(line(part.heat))
                made.setUnderlineColor(QColor(theme.accent if part.heat >= 0 else theme.bad))
            cursor.insertText(part.text, made)
            self._ends.append(cursor.position())
