"""How far a run is: what is done, and between which points it will end."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.colours import colour, colours

_HEIGHT = 8


@dataclass(frozen=True, slots=True)
class Extent:
    """In calls: what is `done`, and the least and the most that the run ends with (0: unknown)."""

    done: int = 0
    least: int = 0
    most: int = 0

    @property
    def shares(self) -> tuple[float, float]:
        """What is done, and where the run can end at the earliest, of the most; 0…1."""
        if self.most <= 0:
            return 0.0, 0.0
        return min(1.0, self.done / self.most), min(1.0, self.least / self.most)


class RunBar(QWidget):
    """A filled part for what is done, then a lighter one up to where the run ends at the earliest, marked by a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extent = Extent()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(80)

    @property
    def extent(self) -> Extent:
        """What is shown."""
        return self._extent

    def show_extent(self, extent: Extent, words: str) -> None:
        """Show this; `words` say the same."""
        self.setToolTip(words)
        self.setAccessibleName(words)
        if extent != self._extent:
            self._extent = extent
            self.update()

    def sizeHint(self) -> QSize:
        """Qt: a thin line."""
        return QSize(240, _HEIGHT + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        del event
        theme, (done, least) = colours(), self._extent.shares
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(colour(theme.line))
        painter.drawRoundedRect(room, _HEIGHT / 2, _HEIGHT / 2)
        for share, name in ((least, theme.line_strong), (done, theme.accent)):
            if share > 0:
                painter.setBrush(colour(name))
                wide = max(_HEIGHT, room.width() * share)
                painter.drawRoundedRect(QRectF(0, room.top(), wide, _HEIGHT), _HEIGHT / 2, _HEIGHT / 2)
        if done < least < 1:
            painter.setBrush(colour(theme.text))
            painter.drawRect(QRectF(room.width() * least - 1, room.top() - 1, 2, _HEIGHT + 2))
        painter.end()
