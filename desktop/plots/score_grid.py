"""A grid of scores, thousands by thousands: only what is on the screen is drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.colours import colour, colours
from desktop.plots.lineage_paint import readable_on
from desktop.tips import as_plain_tip
from desktop.typography import Type, font

_SMALLEST, _LARGEST, _USUAL = 3, 30, 16
_SIGNED = 11
"""From this size on cells carry a sign beside their colour."""

_HEAD = 22

_MOST_SHAPES = 60_000
"""More cells than this become one picture in a file."""

_WIDEST_NAME = 230


@dataclass(frozen=True, slots=True, eq=False)
class GridData:
    """`values`: shape (rows, columns), 0…1 or not a number; the names of both.

    Cells of a `wide` grid hold a number of 0 to 100; the deepest colour then stands for the largest value.
    """

    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    values: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))
    wide: bool = False

    @property
    def most(self) -> float:
        """The value of the deepest colour."""
        return float(np.nanmax(self.values, initial=0.0)) or 1.0 if self.wide else 1.0


class ScoreGrid(QAbstractScrollArea):
    """Arrow keys walk, Enter and a click pick a cell; plus and minus, or Ctrl and the wheel, change the size of cells.

    `picked` carries the numbers of a row and a column.
    """

    picked = Signal(int, int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self._data = GridData()
        self._cell = _USUAL
        self._at = (-1, -1)
        self._marked = ""
        self._sharp = False
        self.describe: Callable[[int, int], str] = self._plain_words

    @property
    def data(self) -> GridData:
        """What is shown."""
        return self._data

    def set_data(self, data: GridData) -> None:
        """Show this grid."""
        self._data = data
        self._at = (-1, -1)
        self._fit()
        self.viewport().update()

    def mark_row(self, name: str) -> None:
        """Mark the row of this name."""
        if name != self._marked:
            self._marked = name
            self.viewport().update()

    def cell_at(self, at: QPoint) -> tuple[int, int]:
        """The numbers of row and column at a point of the viewport; -1 outside."""
        name = self._name_width()
        row = (at.y() - _HEAD + self.verticalScrollBar().value()) // self._cell
        column = (at.x() - name + self.horizontalScrollBar().value()) // self._across(self._cell)
        inside = at.y() >= _HEAD and at.x() >= name and row < len(self._data.rows) and column < len(self._data.columns)
        return (row, column) if inside else (-1, -1)

    def cell_box(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport."""
        width = self._across(self._cell)
        left = self._name_width() + column * width - self.horizontalScrollBar().value()
        return QRect(left, _HEAD + row * self._cell - self.verticalScrollBar().value(), width, self._cell)

    def whole_size(self) -> QSizeF:
        """How large the grid is without scrolling, for a file; at most 8,000 by 8,000."""
        cell = self._file_cell()
        return QSizeF(
            self._name_width() + len(self._data.columns) * self._across(cell) + 8,
            _HEAD + len(self._data.rows) * cell + 8,
        )

    def paint_whole(self, painter: QPainter, room: QRectF) -> None:
        """Draw all of it."""
        del room
        everything = QRect(0, 0, len(self._data.columns), len(self._data.rows))
        self._sharp = self._data.values.size <= _MOST_SHAPES
        self._paint(painter, everything, self._file_cell(), QPoint(0, 0))
        self._sharp = False

    # Qt

    def sizeHint(self) -> QSize:
        """Qt: a good size."""
        return QSize(420, 240)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: scroll as far as there is something."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: scroll, or with Ctrl make cells larger."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._resize_cells(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk, pick, zoom."""
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._walk(*steps[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._at[0] >= 0:
            self.picked.emit(*self._at)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self._resize_cells(1)
        elif key == Qt.Key.Key_Minus:
            self._resize_cells(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: pick a cell."""
        row, column = self.cell_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self._go(row, column)
            self.picked.emit(row, column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: say what is under the pointer."""
        row, column = self.cell_at(event.position().toPoint())
        words = self.describe(row, column) if row >= 0 else ""
        QToolTip.showText(event.globalPosition().toPoint(), as_plain_tip(words), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw what is on the screen."""
        del event
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours().surface))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        room = self.viewport().size()
        width = self._across(self._cell)
        first = QPoint(across // width, down // self._cell)
        shown = QRect(
            first.x(),
            first.y(),
            min(room.width() // width + 2, len(self._data.columns) - first.x()),
            min(room.height() // self._cell + 2, len(self._data.rows) - first.y()),
        )
        offset = QPoint(first.x() * width - across, first.y() * self._cell - down)
        self._paint(painter, shown, self._cell, offset)
        if self._at[0] >= 0:
            painter.setPen(QColor(colours().text))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setClipRect(self.viewport().rect().adjusted(self._name_width(), _HEAD, 0, 0))
            painter.drawRect(self.cell_box(*self._at).adjusted(0, 0, -1, -1))

    # Drawing

    def _paint(self, painter: QPainter, shown: QRect, cell: int, offset: QPoint) -> None:
        """The cells `shown` (columns across, rows down), the first of them shifted by `offset`."""
        if shown.isEmpty():
            return
        left, width = self._name_width(), self._across(cell)
        part = self._data.values[shown.top() : shown.bottom() + 1, shown.left() : shown.right() + 1]
        painter.save()
        painter.setClipRect(QRect(left, _HEAD, shown.width() * width, shown.height() * cell))
        room = QRectF(left + offset.x(), _HEAD + offset.y(), shown.width() * width, shown.height() * cell)
        self._paint_cells(painter, part / np.float32(self._data.most), room)
        if cell >= _SIGNED:
            self._paint_signs(painter, part, cell, QPoint(left + offset.x(), _HEAD + offset.y()))
        painter.restore()
        self._paint_names(painter, shown, cell, offset)

    def _paint_cells(self, painter: QPainter, part: NDArray[np.float32], room: QRectF) -> None:
        """Pixels made larger on the screen; in a file, shapes that stay sharp, unless they are too many."""
        if not self._sharp:
            painter.drawImage(room, _image(part))
            return
        theme = colours()
        width, height = room.width() / part.shape[1], room.height() / part.shape[0]
        for row, column in np.argwhere(~np.isnan(part)).tolist():
            box = QRectF(room.left() + column * width, room.top() + row * height, width, height)
            painter.fillRect(box, theme.score_colour(float(part[row, column])))

    def _paint_signs(self, painter: QPainter, part: NDArray[np.float32], cell: int, corner: QPoint) -> None:
        """A gap between cells, a cross where it was wrong, tenths where it was in between; or the number."""
        theme, width, most = colours(), self._across(cell), self._data.most
        painter.setPen(QColor(theme.surface))
        right, bottom = corner.x() + part.shape[1] * width, corner.y() + part.shape[0] * cell
        for number in range(part.shape[1] + 1):
            painter.drawLine(corner.x() + number * width - 1, corner.y(), corner.x() + number * width - 1, bottom)
        for number in range(part.shape[0] + 1):
            painter.drawLine(corner.x(), corner.y() + number * cell - 1, right, corner.y() + number * cell - 1)
        painter.setFont(font(Type.CAPTION))
        signed = ~np.isnan(part) if self._data.wide else ~np.isnan(part) & (part < 1.0)
        for row, column in np.argwhere(signed).tolist():
            value = float(part[row, column])
            painter.setPen(readable_on(theme.score_colour(value / most), theme))
            box = QRect(corner.x() + column * width, corner.y() + row * cell, width - 1, cell - 1)
            text = f"{100 * value:.0f}" if self._data.wide else "×" if value <= 0.0 else f"{10 * value:.0f}"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_names(self, painter: QPainter, shown: QRect, cell: int, offset: QPoint) -> None:
        theme, left, width = colours(), self._name_width(), self._across(cell)
        painter.setFont(font(Type.CAPTION))
        metrics = QFontMetrics(painter.font())
        step = max(1, -(-metrics.height() // cell))
        for number in range(shown.top(), shown.bottom() + 1):
            name = self._data.rows[number]
            marked = name == self._marked
            if number % step and not marked:
                continue
            top = _HEAD + offset.y() + (number - shown.top()) * cell
            if top < _HEAD - cell // 2:
                continue
            painter.setPen(QColor(theme.accent if marked else theme.text_soft))
            text = metrics.elidedText(f"▸ {name}" if marked else name, Qt.TextElideMode.ElideRight, left - 8)
            box = QRect(0, top + (cell - metrics.height()) // 2, left - 6, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        widest = max((metrics.horizontalAdvance(name) for name in self._data.columns[-3:]), default=0) + 8
        step = max(1, -(-widest // width))
        painter.setPen(QColor(theme.text_soft))
        for number in range(shown.left(), shown.right() + 1):
            x = left + offset.x() + (number - shown.left()) * width
            if number % step == 0 and x >= left - 1:
                painter.drawText(
                    QRectF(x, 2, widest, _HEAD - 4), Qt.AlignmentFlag.AlignVCenter, self._data.columns[number]
                )
        painter.setPen(colour(theme.line))
        painter.drawLine(QPointF(left - 2, _HEAD - 1), QPointF(left + shown.width() * width, _HEAD - 1))

    # Moving

    def _plain_words(self, row: int, column: int) -> str:
        value = float(self._data.values[row, column])
        shown = self.tr("not asked") if np.isnan(value) else f"{100 * value:.1f}"
        return f"{self._data.rows[row]} · {self._data.columns[column]}: {shown}"

    def _walk(self, down: int, right: int) -> None:
        if not self._data.values.size:
            return
        row, column = self._at if self._at[0] >= 0 else (-down if down > 0 else 0, -right if right > 0 else 0)
        rows, columns = self._data.values.shape
        self._go(min(max(row + down, 0), rows - 1), min(max(column + right, 0), columns - 1))

    def _go(self, row: int, column: int) -> None:
        self._at = (row, column)
        box, room = self.cell_box(row, column), self.viewport().rect().adjusted(self._name_width(), _HEAD, 0, 0)
        for bar, low, high, first, last in (
            (self.horizontalScrollBar(), box.left(), box.right(), room.left(), room.right()),
            (self.verticalScrollBar(), box.top(), box.bottom(), room.top(), room.bottom()),
        ):
            bar.setValue(bar.value() + min(low - first, 0) + max(high - last, 0))
        self.setAccessibleDescription(self.describe(row, column))
        self.viewport().update()

    def _resize_cells(self, steps: int) -> None:
        self._cell = min(max(self._cell + steps * max(1, self._cell // 6), _SMALLEST), _LARGEST)
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        room = self.viewport().size()
        self.horizontalScrollBar().setPageStep(room.width())
        self.verticalScrollBar().setPageStep(room.height())
        self.horizontalScrollBar().setSingleStep(3 * self._cell)
        self.verticalScrollBar().setSingleStep(3 * self._cell)
        rows, columns = self._data.values.shape
        self.horizontalScrollBar().setRange(
            0, max(0, self._name_width() + columns * self._across(self._cell) - room.width())
        )
        self.verticalScrollBar().setRange(0, max(0, _HEAD + rows * self._cell - room.height()))

    def _name_width(self) -> int:
        metrics = QFontMetrics(font(Type.CAPTION))
        names = (*self._data.rows[:40], *self._data.rows[-40:])
        longest = max((metrics.horizontalAdvance(f"▸ {name}") for name in names), default=0)
        return min(longest, _WIDEST_NAME) + 12

    def _across(self, cell: int) -> int:
        """The width of a cell of this height."""
        return 3 * cell if self._data.wide else cell

    def _file_cell(self) -> int:
        most = max(len(self._data.rows), len(self._data.columns), 1)
        return min(max(8000 // most, 1), _USUAL)


def _image(values: NDArray[np.float32]) -> QImage:
    """A pixel per cell, in the colours of scores; the ground where nothing was asked."""
    theme = colours()
    steps = [theme.score_colour(step / 63).rgb() for step in range(64)]
    table = np.array([*steps, QColor(theme.surface).rgb()], dtype=np.uint32)
    known = np.nan_to_num(values, nan=0.0)
    places = np.where(np.isnan(values), 64, np.clip(known * 63, 0, 63).astype(np.intp))
    pixels = np.ascontiguousarray(table[places])
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
