"""A card of one file format that can be chosen among others: a name and a sentence."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.colours import colours
from desktop.theme import Space
from desktop.typography import Type, font

_HEIGHT = 84
_LINE = 36
_WIDTH = 196
_ROUND = 8.0


class FormatCard(QAbstractButton):
    """A checkable button that looks like a card. The chosen one has a mark, not only another colour."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setToolTip(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter
        """Show the name only; the sentence stays in the tooltip."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: the size of a card."""
        return QSize(_WIDTH, _LINE if self._compact else _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Qt: a narrower card."""
        return QSize(120, _LINE if self._compact else _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer comes."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the pointer goes."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw it."""
        del event
        theme = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = theme.accent_soft if chosen else theme.hover if self.underMouse() else theme.surface
        edge = theme.accent if chosen or self.hasFocus() else theme.line
        painter.setPen(QPen(QColor(edge), 2.0 if chosen or self.hasFocus() else 1.0))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        inside = box.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        title = font(Type.STRONG)
        painter.setFont(title)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        line = float(QFontMetrics(title).height())
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width() - 18, line), 0, self.text())
        if chosen:
            painter.drawText(QRectF(inside.right() - 16, inside.top(), 16, line), int(Qt.AlignmentFlag.AlignRight), "✓")
        if self._compact:
            return
        painter.setFont(font(Type.CAPTION))
        painter.setPen(QColor(theme.text_soft))
        rest = QRectF(inside.left(), inside.top() + line + 2, inside.width(), inside.height() - line - 2)
        painter.drawText(rest, int(Qt.TextFlag.TextWordWrap), self._about)
