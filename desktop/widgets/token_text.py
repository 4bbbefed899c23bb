"""Text in pieces, each shaded by how sure its writer was; what there is to know of a piece is shown when pointed at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from desktop.colours import colour, colours

_STRONGEST = 0.55
_UNSURE, _DOUBTFUL = 0.5, 0.1


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; `sure` is 0…1; `about` is a tooltip as Qt takes it."""

    text: str
    sure: float
    about: str


class TokenText(QTextEdit):
    """Read-only. Doubtful pieces are tinted and underlined, dotted or dashed, so that colour is not the only sign.

    `pointed` carries the place of the piece under the text cursor.
    """

    pointed = Signal(int)

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.setProperty("flat", "true")
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._pieces: list[Piece] = []
        self._starts: list[int] = []
        self._shaded = True
        self.cursorPositionChanged.connect(self._on_cursor)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these; if they go on from those that are shown, only the new ones are added."""
        known = len(self._pieces)
        if len(pieces) < known or any(old is not new for old, new in zip(self._pieces, pieces, strict=False)):
            self.clear()
            self._pieces, self._starts, known = [], [], 0
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 4
        self._append(pieces[known:])
        if follows:
            bar.setValue(bar.maximum())

    def shade(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        """Show how sure each piece is, or only the text."""
        self._shaded = wanted
        self._draw_again()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_pieces"):
            self._draw_again()

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: say what there is to know of the piece that is pointed at."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.piece_at(event.pos())
            if place >= 0:
                QToolTip.showText(event.globalPos(), self._pieces[place].about, self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def piece_at(self, point: QPoint) -> int:
        """The place of the piece under a point of the viewport; -1 for none."""
        position = (
            self.document()
            .documentLayout()
            .hitTest(
                point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value()),
                Qt.HitTestAccuracy.ExactHit,
            )
        )
        return self._piece_of(position) if position >= 0 else -1

    def _piece_of(self, position: int) -> int:
        place = bisect_right(self._starts, position) - 1
        while place >= 0 and not self._pieces[place].text:
            place -= 1
        return place

    def _on_cursor(self) -> None:
        place = self._piece_of(self.textCursor().position())
        if place >= 0 and self.hasFocus():
            self.pointed.emit(place)

    def _draw_again(self) -> None:
        pieces, self._pieces, self._starts = self._pieces, [], []
        self.clear()
        self._append(pieces)

    def _append(self, pieces: Sequence[Piece]) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for piece in pieces:
            self._starts.append(cursor.position())
            self._pieces.append(piece)
            cursor.insertText(piece.text, self._format(piece.sure))
        cursor.endEditBlock()

    def _format(self, sure: float) -> QTextCharFormat:
        made = QTextCharFormat()
        theme = colours()
        made.setForeground(colour(theme.text))
        if not self._shaded:
            return made
        made.setBackground(colour(theme.warn, _STRONGEST * (1.0 - sure) ** 1.5))
        if sure < _UNSURE:
            style = QTextCharFormat.UnderlineStyle
            made.setUnderlineStyle(style.DashUnderline if sure < _DOUBTFUL else style.DotLine)
            made.setUnderlineColor(colour(theme.warn))
        return made
