"""Won, tied and lost rows as one bar with its numbers."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.colours import colours
from desktop.theme import Space

_HEIGHT = 26


class WinBar(QWidget):
    """Three parts in proportion to their numbers, each with its word: colour is never the only sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_counts(0, 0, 0)

    @property
    def counts(self) -> tuple[int, int, int]:
        """Won, tied, lost."""
        return self._counts

    def show_counts(self, wins: int, ties: int, losses: int) -> None:
        """Show these."""
        self._counts = (wins, ties, losses)
        words = self.tr("B wins {wins}, ties {ties}, loses {losses}").format(wins=wins, ties=ties, losses=losses)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a line."""
        return QSize(240, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the parts."""
        del event
        total = sum(self._counts)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = colours()
        if not total:
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
            return
        words = (self.tr("{n} won"), self.tr("{n} tied"), self.tr("{n} lost"))
        inks = ((theme.good_soft, theme.good), (theme.sunken, theme.text_soft), (theme.bad_soft, theme.bad))
        left = 0.0
        room = self.width() - Space.HAIR * sum(count > 0 for count in self._counts)
        for number, word, (ground, ink) in zip(self._counts, words, inks, strict=True):
            if not number:
                continue
            part = QRectF(left, 0, room * number / total, self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(part, 5, 5)
            painter.setPen(QColor(ink))
            text = word.format(n=number)
            fits = QFontMetrics(self.font()).horizontalAdvance(text) + Space.S <= part.width()
            painter.drawText(part, int(Qt.AlignmentFlag.AlignCenter), text if fits else str(number))
            left += part.width() + Space.HAIR
