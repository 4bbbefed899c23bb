"""How the edges of the trajectory tree are drawn: first parents solid, others dotted, the marked line strong."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.colours import colour, colours
from desktop.operators import operator_words
from desktop.plots.lineage_scene import Level, Scene
from desktop.typography import Type, font

Places = NDArray[np.float64]
"""Points on the screen, shape (nodes, 2)."""

_ROOMY = 21.0
"""Half the height from which on cards have so much room between them that their edges bear words."""
_BESIDE = 12.0


def paint_edges(
    painter: QPainter, scene: Scene, places: Places, at: Level, room: QRectF, half: tuple[float, float]
) -> None:
    """Draw the edges that cross `room`; `places` are those of all nodes on the screen, `half` is half a node's size."""
    width, height = half
    theme = colours()
    geometry = scene.geometry
    plain: list[QLineF] = []
    extra: list[QLineF] = []
    marked: list[QLineF] = []
    for index in np.flatnonzero(_crossing(geometry.edges, places, room)):
        child, parent = geometry.edges[index]
        line = QLineF(*places[parent], *places[child])
        first = bool(geometry.first[index])
        on_path = first and geometry.ids[child] in scene.path and geometry.ids[parent] in scene.path
        (marked if on_path else plain if first else extra).append(line)
    bent = 0.0 if at is Level.DOT else width
    painter.setOpacity(0.4 if scene.found is not None else 1.0)
    _draw_lines(painter, plain, pen_of(theme.line_strong, 1.0), bent)
    _draw_lines(painter, extra, pen_of(theme.line_strong, 1.0, Qt.PenStyle.DotLine), bent)
    _draw_lines(painter, marked, pen_of(theme.winner, 3.0), bent)
    painter.setOpacity(1.0)
    if at is Level.CARD and height >= _ROOMY:
        _paint_operators(painter, scene, places, room, width)


def _crossing(edges: NDArray[np.intp], places: Places, room: QRectF) -> NDArray[np.bool_]:
    """Which edges may be seen: those whose own rectangle meets the room's."""
    child, parent = places[edges[:, 0]], places[edges[:, 1]]
    low, high = np.minimum(child, parent), np.maximum(child, parent)
    seen: NDArray[np.bool_] = (
        (high[:, 0] >= room.left())
        & (low[:, 0] <= room.right())
        & (high[:, 1] >= room.top())
        & (low[:, 1] <= room.bottom())
    )
    return seen


def _draw_lines(painter: QPainter, lines: Sequence[QLineF], pen: QPen, width: float) -> None:
    if not lines:
        return
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not width or len(lines) > 1500:
        painter.drawLines(list(lines))
        return
    path = QPainterPath()
    for line in lines:
        start, end = QPointF(line.x1() + width, line.y1()), QPointF(line.x2() - width, line.y2())
        bend = max((end.x() - start.x()) / 2, 12.0)
        path.moveTo(start)
        path.cubicTo(QPointF(start.x() + bend, start.y()), QPointF(end.x() - bend, end.y()), end)
    painter.drawPath(path)


def _paint_operators(painter: QPainter, scene: Scene, places: Places, room: QRectF, width: float) -> None:
    """The operator that made a node, on the edge that leads to it from its first parent."""
    theme = colours()
    painter.setFont(font(Type.CAPTION))
    metrics = QFontMetricsF(painter.font())
    for child, parent in scene.geometry.edges[scene.geometry.first]:
        point = QPointF(*places[child])
        if not room.contains(point):
            continue
        operator = operator_words(scene.nodes[scene.geometry.ids[child]].operator)
        gap = point.x() - places[parent][0] - 2 * width
        if metrics.horizontalAdvance(operator) + _BESIDE > gap:
            continue  # half a word would hide the edge, too
        box = metrics.boundingRect(operator).adjusted(-4, -1, 4, 1)
        box.moveCenter(QPointF(point.x() - width - min(gap, scene.geometry.column) / 2, point.y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(theme.surface, 0.92))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.text_soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, operator)


def pen_of(value: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen with round ends."""
    pen = QPen(QColor(value), width, style)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
