"""The trajectory tree from afar: dots and straight edges, made once per tree and then only moved and scaled.

Thousands of them are drawn at every frame of a pan or a zoom, so nothing is computed per node there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTransform

from desktop.colours import colours
from desktop.plots.lineage_edges import pen_of
from desktop.plots.lineage_scene import Scene
from desktop.plots.viewport import Viewport

STEPS = 12
"""Sizes and colours of dots, between the worst and the best score."""

FAINT = 0.28
"""How strong nodes are drawn that a search does not mean."""


@dataclass(slots=True)
class _Dots:
    by_step: dict[int, QPolygonF] = field(default_factory=dict)
    without_score: QPolygonF = field(default_factory=QPolygonF)


@dataclass(frozen=True, slots=True)
class FarPicture:
    """Lines and dots in the coordinates of the picture. `faint` are the dots that a search does not mean."""

    plain: list[QLineF]
    extra: list[QLineF]
    marked: list[QLineF]
    strong: _Dots
    faint: _Dots
    everything: QPolygonF

    @staticmethod
    def of(scene: Scene) -> "FarPicture":
        """Of what the scene holds now."""
        geometry = scene.geometry
        lines = ([], [], [])  # type: tuple[list[QLineF], list[QLineF], list[QLineF]]
        on_path = np.fromiter((id_ in scene.path for id_ in geometry.ids), dtype=bool, count=len(geometry.ids))
        both = on_path[geometry.edges].all(axis=1) if len(geometry.edges) else np.zeros(0, dtype=bool)
        kinds = np.where(geometry.first, np.where(both, 2, 0), 1)
        ends = geometry.places[geometry.edges[:, ::-1]].reshape(-1, 4).tolist() if len(geometry.edges) else []
        for kind, end in zip(kinds.tolist(), ends, strict=True):
            lines[kind].append(QLineF(*end))
        points = [QPointF(x, y) for x, y in geometry.places.tolist()]
        strong, faint = _Dots(), _Dots()
        for node, point in zip(scene.nodes.values(), points, strict=True):
            dots = faint if scene.dimmed(node.id) else strong
            if node.score is None:
                dots.without_score.append(point)
            else:
                dots.by_step.setdefault(round(scene.place(node) * STEPS), QPolygonF()).append(point)
        return FarPicture(lines[0], lines[1], lines[2], strong, faint, QPolygonF(points))


def paint_far(painter: QPainter, picture: FarPicture, view: Viewport, *, searching: bool) -> None:
    """Draw edges and dots as seen through the viewport."""
    theme = colours()
    painter.save()
    painter.setTransform(_transform(view), True)  # noqa: FBT003 - Qt's own signature
    painter.setOpacity(0.4 if searching else 1.0)
    for lines, pen in (
        (picture.plain, pen_of(theme.line_strong, 1.0)),
        (picture.extra, pen_of(theme.line_strong, 1.0, Qt.PenStyle.DotLine)),
        (picture.marked, pen_of(theme.winner, 3.0)),
    ):
        painter.setPen(_cosmetic(pen, painter))
        painter.drawLines(lines)
    for dots, opacity in ((picture.faint, FAINT), (picture.strong, 1.0)):
        painter.setOpacity(opacity)
        _paint_dots(painter, dots)
    painter.restore()


def paint_points(painter: QPainter, picture: FarPicture, view: Viewport, pen: QPen) -> None:
    """Draw every node as a point of this pen."""
    painter.save()
    painter.setTransform(_transform(view), True)  # noqa: FBT003 - Qt's own signature
    painter.setPen(_cosmetic(pen, painter))
    painter.drawPoints(picture.everything)
    painter.restore()


def _paint_dots(painter: QPainter, dots: _Dots) -> None:
    """Better scores are deeper in colour and larger; a prompt without a score is a ring."""
    theme = colours()
    for step in sorted(dots.by_step):
        painter.setPen(_cosmetic(pen_of(theme.score_colour(step / STEPS).name(), 5.0 + 6.0 * step / STEPS), painter))
        painter.drawPoints(dots.by_step[step])
    for value, width in ((theme.line_strong, 6.8), (theme.surface, 4.4)):
        painter.setPen(_cosmetic(pen_of(value, width), painter))
        painter.drawPoints(dots.without_score)


def _transform(view: Viewport) -> QTransform:
    return QTransform(view.scale, 0.0, 0.0, view.scale, view.x, view.y)


def _cosmetic(pen: QPen, painter: QPainter) -> QPen:
    """As wide at any zoom. Qt takes such widths for pixels of the screen, which are smaller on a finer one."""
    pen.setWidthF(pen.widthF() * painter.device().devicePixelRatioF())
    pen.setCosmetic(True)
    return pen


def seeds(scene: Scene) -> Iterable[str]:
    """The person's own prompts: they are first."""
    for node in scene.nodes.values():
        if not node.seed:
            return
        yield node.id
