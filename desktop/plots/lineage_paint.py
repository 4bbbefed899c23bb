"""How the trajectory tree is drawn: dots from afar, scores from nearer, readable cards close up.

Nodes are drawn in screen coordinates, so that text is never scaled. What is not on screen is not drawn; dots and edges
are drawn many at a time.
"""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from desktop.colours import Colours, colour, colours
from desktop.plots.lineage_edges import paint_edges, pen_of
from desktop.plots.lineage_far import FAINT, FarPicture, paint_far, seeds
from desktop.plots.lineage_layout import TreeNode
from desktop.plots.lineage_scene import Level, Scene, half_size, level
from desktop.plots.viewport import Viewport
from desktop.typography import Type, font

_BESIDE = 110.0
"""Pixels beside a refused proposal for its reason."""
_TWO_LINES = 42.0
"""Pixels of height that a card needs for more than a line."""
_RINGED = 400
"""More candidates than this are found by the others being faint, without a ring each."""


def paint(painter: QPainter, scene: Scene, view: Viewport, screen: QRectF, far: FarPicture | None = None) -> None:
    """Draw the scene as seen through the viewport; `far` is what dots are drawn from, if it has been made before."""
    at = level(view.scale, scene.geometry)
    width, height = half_size(at, view.scale, scene.geometry.column)
    if at is Level.DOT:
        paint_far(painter, far or FarPicture.of(scene), view, searching=scene.found is not None)
        _mark_dots(painter, scene, view)
    else:
        _paint_near(painter, scene, view, screen.adjusted(-width, -height, width, height))
    for id_ in scene.folded:
        at_ = view.to_screen(scene.geometry.point(id_))
        _paint_badge(painter, scene.nodes[id_], badge_box(scene.nodes[id_].hidden, at_, width))


def _paint_near(painter: QPainter, scene: Scene, view: Viewport, room: QRectF) -> None:
    at, geometry = level(view.scale, scene.geometry), scene.geometry
    width, height = half_size(at, view.scale, geometry.column)
    places = geometry.on_screen(view)
    paint_edges(painter, scene, places, at, room, (width, height))
    inside = (
        (places[:, 0] >= room.left())
        & (places[:, 0] <= room.right())
        & (places[:, 1] >= room.top())
        & (places[:, 1] <= room.bottom())
    )
    draw = _paint_pill if at is Level.PILL else _paint_card
    for index in np.flatnonzero(inside):
        node = scene.nodes[geometry.ids[index]]
        painter.setOpacity(FAINT if scene.dimmed(node.id) else 1.0)
        draw(painter, scene, node, _around(QPointF(*places[index]), width, height))
    painter.setOpacity(1.0)


def _mark_dots(painter: QPainter, scene: Scene, view: Viewport) -> None:
    theme = colours()
    if scene.found is not None and len(scene.found) <= _RINGED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen_of(theme.accent, 1.6))
        for id_ in scene.found & scene.nodes.keys():
            painter.drawEllipse(view.to_screen(scene.geometry.point(id_)), 8, 8)
    for id_ in dict.fromkeys((*seeds(scene), scene.hovered, *scene.marked, scene.selected, scene.best)):
        if id_ in scene.nodes:
            _mark_dot(painter, scene, scene.nodes[id_], view.to_screen(scene.geometry.point(id_)), theme)


def _around(centre: QPointF, width: float, height: float) -> QRectF:
    return QRectF(centre.x() - width, centre.y() - height, 2 * width, 2 * height)


def badge_box(hidden: int, at: QPointF, width: float) -> QRectF:
    """Where the number of folded candidates stands: to the right of their node."""
    return QRectF(at.x() + width + 3, at.y() - 8, 17.0 + 7.0 * len(str(hidden)), 16)


def _paint_badge(painter: QPainter, node: TreeNode, box: QRectF) -> None:
    theme = colours()
    painter.setPen(pen_of(theme.line_strong, 1.0))
    painter.setBrush(QColor(theme.sunken))
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(QColor(theme.text))
    painter.setFont(font(Type.CAPTION))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"+{node.hidden}")


def _mark_dot(painter: QPainter, scene: Scene, node: TreeNode, at: QPointF, theme: Colours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if node.seed:
        painter.setPen(pen_of(theme.text, 1.6))
        painter.drawRect(QRectF(at.x() - 5, at.y() - 5, 10, 10))
    if node.id == scene.best:
        _paint_star(painter, at, 9.0, theme)
    if node.id in {scene.selected, scene.hovered, *scene.marked}:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen_of(theme.text if node.id in {scene.selected, *scene.marked} else theme.text_soft, 2.0))
        painter.drawEllipse(at, 10, 10)


def _paint_star(painter: QPainter, at: QPointF, radius: float, theme: Colours) -> None:
    points = [
        QPointF(
            at.x() + math.sin(step * math.pi / 5) * (radius if step % 2 == 0 else radius * 0.45),
            at.y() - math.cos(step * math.pi / 5) * (radius if step % 2 == 0 else radius * 0.45),
        )
        for step in range(10)
    ]
    painter.setPen(pen_of(theme.surface, 1.4))
    painter.setBrush(QColor(theme.winner))
    painter.drawPolygon(QPolygonF(points))


def _frame(painter: QPainter, scene: Scene, node: TreeNode, box: QRectF, fill: QColor, radius: float) -> None:
    theme = colours()
    if node.id == scene.selected:
        edge = pen_of(theme.text, 2.4)
    elif node.id in scene.marked:
        edge = pen_of(theme.text, 2.0)
        edge.setStyle(Qt.PenStyle.DashLine)
    elif node.id == scene.hovered:
        edge = pen_of(theme.text_soft, 1.6)
    elif node.id in scene.path:
        edge = pen_of(theme.winner, 2.2)
    else:
        filled = fill != QColor(theme.surface)  # else nothing would be seen of it on a card of the same colour
        edge = pen_of(fill.name() if filled else theme.line_strong, 1.0)
        if node.waiting and node.score is None and node.bound is None:
            edge.setStyle(Qt.PenStyle.DashLine)  # a proposal: nobody knows yet what it is worth
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, radius, radius)


def _paint_pill(painter: QPainter, scene: Scene, node: TreeNode, box: QRectF) -> None:
    """The score on its colour, with a bar as long as its place between worst and best."""
    theme = colours()
    if node.refused:
        _paint_ghost(painter, scene, node, box, box.height() / 2)
        return
    fill = theme.score_colour(scene.place(node)) if node.score is not None else QColor(theme.surface)
    _frame(painter, scene, node, box, fill, 5 if node.seed else box.height() / 2)
    _paint_filling(painter, node, box)
    painter.setPen(readable_on(fill, theme))
    painter.setFont(font(Type.STRONG if node.id == scene.best else Type.CAPTION))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _score_words(node))
    if node.id == scene.best:
        _paint_star(painter, QPointF(box.right() - 2, box.top() + 1), 8.0, theme)


def _paint_card(painter: QPainter, scene: Scene, node: TreeNode, box: QRectF) -> None:
    theme = colours()
    if node.refused:
        _paint_ghost(painter, scene, node, box, 6)
        return
    if box.height() < _TWO_LINES:
        _paint_line(painter, scene, node, box)
        return
    _frame(painter, scene, node, box, QColor(theme.surface), 6)
    _paint_filling(painter, node, box)
    stripe = QRectF(box.left() + 1, box.top() + 6, 5, box.height() - 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.line))
    painter.drawRect(stripe)
    if node.score is not None:
        share = max(scene.place(node), 0.06)
        painter.setBrush(theme.score_colour(scene.place(node)))
        painter.drawRect(QRectF(stripe.left(), stripe.bottom() - stripe.height() * share, 5, stripe.height() * share))
    inner = box.adjusted(13, 4, -8, -4)
    painter.setPen(QColor(theme.text))
    painter.setFont(font(Type.STRONG))
    head = QRectF(inner.left(), inner.top(), inner.width(), painter.fontMetrics().height())
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, node.id)
    painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _score_words(node))
    _paint_text(
        painter, node.text, QRectF(inner.left(), head.bottom() + 1, inner.width(), inner.bottom() - head.bottom())
    )
    if node.id == scene.best:
        _paint_star(painter, QPointF(box.right() - 2, box.top() + 2), 9.0, theme)


def _paint_line(painter: QPainter, scene: Scene, node: TreeNode, box: QRectF) -> None:
    """A card that has no room for more than a line: its score, its id, and its first words."""
    theme = colours()
    _frame(painter, scene, node, box, QColor(theme.surface), 3)
    _paint_filling(painter, node, box)
    if node.score is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.score_colour(scene.place(node)))
        painter.drawRect(QRectF(box.left() + 2, box.top() + 2, 4, box.height() - 4))
    inner = box.adjusted(10, 0, -6, 0)
    bold = font(Type.CAPTION)
    bold.setWeight(bold.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    name = f"{'★ ' if node.id == scene.best else ''}{node.id}  {_score_words(node)}  "
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    room = inner.adjusted(QFontMetricsF(bold).horizontalAdvance(name), 0, 0, 0)
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(theme.text_soft))
    words = " ".join(node.text[:200].split())
    words = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_filling(painter: QPainter, node: TreeNode, box: QRectF) -> None:
    """How many of its rows are answered, as a ground that rises from the left."""
    if node.filled is None:
        return
    inside = box.adjusted(1.5, 1.5, -1.5, -1.5)
    painter.save()
    painter.setClipRect(QRectF(inside.left(), inside.top(), inside.width() * node.filled, inside.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(colours().accent, 0.22))
    painter.drawRoundedRect(inside, min(6.0, inside.height() / 2), min(6.0, inside.height() / 2))
    painter.restore()


def _paint_ghost(painter: QPainter, scene: Scene, node: TreeNode, box: QRectF, radius: float) -> None:
    """A proposal that became no candidate: only an outline, the reason, and close up what was written."""
    theme = colours()
    painter.setPen(
        pen_of(theme.text_soft if node.id == scene.hovered else theme.line_strong, 1.0, Qt.PenStyle.DashLine)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)
    painter.setFont(font(Type.CAPTION))
    painter.setPen(QColor(theme.text_soft))
    metrics = QFontMetricsF(painter.font())
    inner = box.adjusted(6, 2, -6, -2)
    head = QRectF(inner.left(), inner.top(), inner.width(), min(metrics.lineSpacing(), inner.height()))
    if box.height() < 2 * metrics.lineSpacing() + 6:  # too small for words: they stand beside it
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, "✗")
        beside = QRectF(box.right() + 5, box.top(), _BESIDE, box.height())
        words = metrics.elidedText(node.refused, Qt.TextElideMode.ElideRight, _BESIDE)
        painter.drawText(beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        return
    reason = metrics.elidedText(f"✗ {node.refused}", Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, reason)
    _paint_text(painter, node.text, QRectF(inner.left(), head.bottom(), inner.width(), inner.bottom() - head.bottom()))


def _paint_text(painter: QPainter, text: str, room: QRectF) -> None:
    painter.setFont(font(Type.CAPTION))
    metrics = QFontMetricsF(painter.font())
    lines = wrapped(text, room.width(), int(room.height() // metrics.lineSpacing()), metrics.horizontalAdvance)
    painter.setPen(QColor(colours().text_soft))
    for number, line in enumerate(lines):
        top = room.top() + number * metrics.lineSpacing()
        painter.drawText(
            QRectF(room.left(), top, room.width(), metrics.lineSpacing()), Qt.AlignmentFlag.AlignLeft, line
        )


def wrapped(text: str, width: float, most: int, measure: Callable[[str], float]) -> list[str]:
    """The first words of a text in at most `most` lines of this width; “…” where it goes on."""
    lines: list[str] = []
    words = text.split()[:120]
    while words and len(lines) < most:
        line = words.pop(0)
        while words and measure(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        while measure(line) > width and len(line) > 1:
            line = line[:-2] + "…"
        lines.append(line)
    if words and lines:
        last = lines[-1]
        while measure(last + "…") > width and " " in last:
            last = last.rsplit(" ", 1)[0]
        lines[-1] = last.rstrip("…") + "…"
    return lines


def _score_words(node: TreeNode) -> str:
    if node.score is not None:
        return f"{100 * node.score:.1f}"
    if node.bound is not None:
        return f"≤ {100 * node.bound:.0f}"
    if node.waiting and 0 < node.done < node.rows:
        return f"{node.done}/{node.rows}"
    return "…" if node.waiting else "–"


def readable_on(fill: QColor, theme: Colours) -> QColor:
    """The ink, dark or light, that has more contrast to this ground."""
    inks = QColor(theme.ink_light), QColor(theme.ink_dark)
    ground = _luminance(fill)
    return max(inks, key=lambda ink: abs(math.log((_luminance(ink) + 0.05) / (ground + 0.05))))


def _luminance(shade: QColor) -> float:
    """Relative luminance, 0…1 (WCAG 2, with a power for its curve)."""
    return float(0.2126 * shade.redF() ** 2.2 + 0.7152 * shade.greenF() ** 2.2 + 0.0722 * shade.blueF() ** 2.2)
