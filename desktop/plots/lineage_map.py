"""A small picture of the whole tree in a corner, with a frame around what is on the screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.colours import colour, colours
from desktop.plots.lineage_edges import pen_of
from desktop.plots.lineage_far import FarPicture, paint_points
from desktop.plots.lineage_scene import Scene
from desktop.plots.viewport import Viewport
from desktop.theme import Space

_WIDEST, _HIGHEST = 168.0, 92.0
_SHARE = 0.3
"""Of the screen's width and height, at most."""

_INSIDE = 7.0
_FEWEST = 12


def map_frame(scene: Scene, view: Viewport, screen: QRectF) -> QRectF | None:
    """Where the small picture lies; `None` where it would show nothing that is not on the screen."""
    bounds = scene.geometry.bounds
    if len(scene.nodes) < _FEWEST:
        return None
    seen = QRectF(view.to_screen(bounds.topLeft()), view.to_screen(bounds.bottomRight()))
    if screen.contains(seen.adjusted(-1, -1, 1, 1)):
        return None
    width, height = min(_WIDEST, screen.width() * _SHARE), min(_HIGHEST, screen.height() * _SHARE)
    return QRectF(screen.right() - width - Space.S, screen.bottom() - height - Space.S, width, height)


def map_view(scene: Scene, frame: QRectF) -> Viewport:
    """From the picture's coordinates to the small picture's."""
    inside = frame.adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
    bounds = scene.geometry.bounds
    scale = min(inside.width() / max(bounds.width(), 1.0), inside.height() / max(bounds.height(), 1.0))
    middle, target = bounds.center(), inside.center()
    return Viewport(scale, target.x() - middle.x() * scale, target.y() - middle.y() * scale)


class TreeMap:
    """Draws the small picture; its dots are kept as pixels, because a frame of a pan has no time for them."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._dots = QPixmap()

    def paint(self, painter: QPainter, scene: Scene, picture: FarPicture, view: Viewport, screen: QRectF) -> None:
        """Draw it, if there is something to show."""
        frame = map_frame(scene, view, screen)
        if frame is None:
            return
        theme, small = colours(), map_view(scene, frame)
        painter.drawPixmap(frame.topLeft(), self._kept(picture, scene, frame, painter.device().devicePixelRatioF()))
        if scene.best in scene.nodes:
            painter.setPen(pen_of(theme.winner, 5.0))
            painter.drawPoint(small.to_screen(scene.geometry.point(scene.best)))
        here = QRectF(
            small.to_screen(view.to_picture(screen.topLeft())), small.to_screen(view.to_picture(screen.bottomRight()))
        )
        painter.setPen(pen_of(theme.accent, 1.4))
        painter.setBrush(colour(theme.accent, 0.12))
        painter.drawRect(here.intersected(frame.adjusted(2, 2, -2, -2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _kept(self, picture: FarPicture, scene: Scene, frame: QRectF, ratio: float) -> QPixmap:
        theme = colours()
        key = (picture, frame.size(), ratio, theme)
        if self._key and self._key[0] is picture and self._key[1:] == key[1:]:
            return self._dots
        self._key = key
        self._dots = QPixmap(round(frame.width() * ratio), round(frame.height() * ratio))
        self._dots.setDevicePixelRatio(ratio)
        self._dots.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._dots)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(QPointF(0, 0), frame.size())
        painter.setPen(pen_of(theme.line, 1.0))
        painter.setBrush(colour(theme.surface, 0.94))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        paint_points(painter, picture, map_view(scene, room), pen_of(theme.score[2], 2.0))
        painter.end()
        return self._dots
