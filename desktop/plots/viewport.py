"""Zoom and pan: from the picture's own coordinates to the screen's and back."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

SMALLEST, LARGEST = 0.004, 3.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """A point of the picture lies at `point * scale + offset` on the screen."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_screen(self, point: QPointF) -> QPointF:
        """Where a point of the picture is on the screen."""
        return QPointF(point.x() * self.scale + self.x, point.y() * self.scale + self.y)

    def to_picture(self, point: QPointF) -> QPointF:
        """Which point of the picture is here on the screen."""
        return QPointF((point.x() - self.x) / self.scale, (point.y() - self.y) / self.scale)

    def zoomed(self, factor: float, at: QPointF) -> "Viewport":
        """Larger or smaller, with the point `at` of the screen staying where it is."""
        scale = min(max(self.scale * factor, SMALLEST), LARGEST)
        kept = self.to_picture(at)
        return Viewport(scale, at.x() - kept.x() * scale, at.y() - kept.y() * scale)

    def moved(self, by: QPointF) -> "Viewport":
        """Shifted on the screen."""
        return Viewport(self.scale, self.x + by.x(), self.y + by.y())

    @staticmethod
    def fitting(picture: QRectF, screen: QRectF, largest: float = 1.0) -> "Viewport":
        """All of the picture in the middle of the screen, no larger than `largest`."""
        width, height = max(picture.width(), 1.0), max(picture.height(), 1.0)
        scale = min(screen.width() / width, screen.height() / height, largest)
        scale = min(max(scale, SMALLEST), LARGEST)
        centre, target = picture.center(), screen.center()
        return Viewport(scale, target.x() - centre.x() * scale, target.y() - centre.y() * scale)

    def revealing(self, place: QPointF, screen: QRectF, margin: float) -> "Viewport":
        """Shifted just so far that a point of the picture is on the screen, `margin` from its edge."""
        at = self.to_screen(place)
        inner = screen.adjusted(margin, margin, -margin, -margin)
        dx = max(inner.left() - at.x(), 0.0) + min(inner.right() - at.x(), 0.0)
        dy = max(inner.top() - at.y(), 0.0) + min(inner.bottom() - at.y(), 0.0)
        return self.moved(QPointF(dx, dy))
