"""The trajectory tree: every candidate, where it came from, and the line that led to the best one."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.colours import colours
from desktop.operators import operator_words
from desktop.plots.lineage_far import FarPicture
from desktop.plots.lineage_layout import TreeNode, score_range
from desktop.plots.lineage_map import TreeMap, map_frame, map_view
from desktop.plots.lineage_marks import A_LINE, ONE_MORE, marked_by
from desktop.plots.lineage_paint import badge_box, paint
from desktop.plots.lineage_scene import MARGIN, Geometry, Level, Scene, fitted, level, node_size
from desktop.plots.lineage_walk import target
from desktop.plots.viewport import Viewport
from desktop.tips import as_plain_tip
from desktop.words import listed

_STEP = 1.25
_DRAG = 4
_READABLE = 0.9
_MANY = 600  # more candidates than this are saved as dots


class LineageView(QWidget):
    """Zooms with the wheel and with plus and minus, pans by dragging, fits with 0; arrow keys walk from node to node,
    Space folds what is below one.

    `selected` carries the id of the candidate that the person went to, `marked` those of all that are selected at once
    (Ctrl or Shift with a click, Ctrl with an arrow key), `activated` the one that was double-clicked or entered,
    `fold_wanted` the one whose descendants are to be hidden or shown. `refused_wanted`: a refused proposal was clicked.
    `taken_out`: a candidate was dragged beyond the edge, to be dropped elsewhere.
    """

    selected = Signal(str)
    refused_wanted = Signal()
    taken_out = Signal(str)
    marked = Signal(object)
    activated = Signal(str)
    fold_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Trajectory tree"))
        self._scene = Scene()
        self._view = Viewport()
        self._follow = True
        self._by_keys = False
        self._press: QPointF | None = None
        self._dragged = False
        self._grabbed = ""
        self._on_map = False
        self._map = TreeMap()
        self._far: tuple[tuple[object, ...], FarPicture] | None = None

    # What is shown

    def set_nodes(self, nodes: Sequence[TreeNode], scores: tuple[float, float] | None = None) -> None:
        """Show these candidates, parents before children. `scores`: the worst and the best of the run, if some are
        folded away."""
        scene = self._scene
        scene.nodes = {node.id: node for node in nodes}
        scene.geometry = Geometry.of(nodes, self._shape())
        scene.folded = tuple(node.id for node in nodes if node.hidden)
        scene.low, scene.high = scores or score_range(nodes) or (0.0, 1.0)
        if scene.selected not in scene.nodes:
            scene.selected = ""
        scene.hovered, scene.marked = "", tuple(each for each in scene.marked if each in scene.nodes)
        if self._follow:
            self.fit()
        self.update()

    def set_path(self, path: Sequence[str]) -> None:
        """Mark the line that led to the best candidate, which is its last one."""
        self._scene.path = frozenset(path)
        self._scene.best = path[-1] if path else ""
        self.update()

    def set_found(self, found: Collection[str] | None) -> None:
        """Mark what a search means, by making everything else faint; `None`: nothing is searched for."""
        self._scene.found = frozenset(found) if found is not None else None
        self.update()

    def select(self, candidate: str) -> None:
        """Mark a candidate as selected, without announcing it."""
        if candidate not in self._scene.nodes or candidate == self._scene.selected:
            return
        self._scene.selected, self._scene.marked = candidate, ()
        self.setAccessibleDescription(self._describe(candidate))
        if not self._follow:
            self._view = self._view.revealing(self._scene.geometry.point(candidate), QRectF(self.rect()), MARGIN)
        self.update()

    def shows(self, candidate: str) -> bool:
        """Whether a candidate is drawn, not folded away."""
        return candidate in self._scene.nodes

    @property
    def selection(self) -> str:
        """Id of the selected candidate, empty if there is none."""
        return self._scene.selected

    @property
    def scale(self) -> float:
        """The zoom."""
        return self._view.scale

    def node_at(self, at: QPoint) -> TreeNode | None:
        """What is drawn here: a candidate, or a proposal that became none."""
        return self._scene.nodes.get(self._under(QPointF(at)))

    def position(self, candidate: str) -> QPoint:
        """Where a candidate is on the screen, in this widget's coordinates."""
        return self._view.to_screen(self._scene.geometry.point(candidate)).toPoint()

    def sizeHint(self) -> QSize:
        """Qt: a good size."""
        return QSize(560, 320)

    def minimumSizeHint(self) -> QSize:
        """Qt: the smallest useful size."""
        return QSize(180, 120)

    # Looking around

    def fit(self) -> None:
        """Show all of it, and go on showing all of it while it grows."""
        self._follow = True
        if self._scene.nodes:
            self._scene.geometry = self._scene.geometry.shaped(self._shape())
            self._view = fitted(self._scene.geometry, QRectF(self.rect()))
        self.update()

    def zoom_in(self) -> None:
        """Larger, around the selected candidate."""
        self._zoom(_STEP, self._centre())

    def zoom_out(self) -> None:
        """Smaller."""
        self._zoom(1 / _STEP, self._centre())

    def show_closely(self, candidate: str) -> None:
        """Go to a candidate, near enough to read its card."""
        if candidate not in self._scene.nodes:
            return
        self._follow = False
        point, middle, scale = self._scene.geometry.point(candidate), self.rect().center(), max(self._view.scale, 1.6)
        self._view = Viewport(scale, middle.x() - point.x() * scale, middle.y() - point.y() * scale)
        self.update()

    def whole_size(self) -> QSizeF:
        """How large the whole tree is drawn for a file: with scores to read, or as dots where they are too many."""
        bounds, scale = self._scene.geometry.bounds, self._whole_scale()
        return QSizeF(bounds.width() * scale + 2 * MARGIN + 60, bounds.height() * scale + 2 * MARGIN)

    def paint_whole(self, painter: QPainter, room: QRectF) -> None:
        """Draw the whole tree, whatever is on the screen, without what only the pointer marks."""
        view = Viewport.fitting(self._scene.geometry.bounds, room.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), 3.0)
        paint(painter, replace(self._scene, selected="", hovered="", marked=()), view, room)

    def _whole_scale(self) -> float:
        return _READABLE if len(self._scene.nodes) <= _MANY else _READABLE / 3

    def _shape(self) -> float:
        return (self.width() - 2 * MARGIN) / max(self.height() - 2 * MARGIN, 1.0)

    def _zoom(self, factor: float, at: QPointF) -> None:
        self._follow = False
        self._view = self._view.zoomed(factor, at)
        self.update()

    def _centre(self) -> QPointF:
        middle = QPointF(self.rect().center())
        chosen = self._scene.selected
        at = self._view.to_screen(self._scene.geometry.point(chosen)) if chosen else middle
        return at if QRectF(self.rect()).contains(at) else middle

    # Walking

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: people who come by keyboard see that they are here."""
        reasons = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
        self._by_keys = event.reason() in reasons
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows walk, plus and minus zoom, 0 fits, Enter reads."""
        key = event.key()
        looks = {
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Equal: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit,
        }
        if key in looks:
            looks[Qt.Key(key)]()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._scene.selected:
            self.activated.emit(self._scene.selected)
        elif key == Qt.Key.Key_Space and self._scene.selected:
            self.fold_wanted.emit(self._scene.selected)
        elif there := target(self._scene, key, shift=bool(event.modifiers() & A_LINE)):
            self._go(there, event.modifiers() & ONE_MORE)
        else:
            super().keyPressEvent(event)

    def mark(self, candidates: Sequence[str]) -> None:
        """Mark several candidates as selected, the first of them as the one that is looked at."""
        first, *others = candidates
        shown = tuple(each for each in others if each in self._scene.nodes)
        if first not in self._scene.nodes or (first, shown) == (self._scene.selected, self._scene.marked):
            return
        self.select(first)
        self._scene.marked = shown
        self.setAccessibleDescription("; ".join(map(self._describe, (first, *self._scene.marked))))
        self.update()

    def _go(self, there: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        chosen = marked_by(self._scene, there, keys)
        if len(chosen) > 1:
            self.mark(chosen)
            self.marked.emit(chosen)
        else:
            self.mark(chosen)
            self.selected.emit(chosen[0])

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the beginning of a click or of a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._dragged, self._grabbed = event.position(), False, self._under(event.position())
            frame = map_frame(self._scene, self._view, QRectF(self.rect()))
            self._on_map = frame is not None and frame.contains(event.position())
            if self._on_map:
                self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: pan while pressed, else say what is under the pointer."""
        if self._press is not None and self._on_map:
            self._look_at(event.position())
            return
        if self._press is not None and self._grabbed and not self.rect().contains(event.position().toPoint()):
            self._press = None
            self.unsetCursor()
            self.taken_out.emit(self._grabbed)
        elif self._press is not None:
            by = event.position() - self._press
            if self._dragged or by.manhattanLength() > _DRAG:
                self._dragged, self._follow = True, False
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._view = self._view.moved(by)
                self._press = event.position()
                self.update()
        else:
            self._hover(event)

    def _hover(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if under != self._scene.hovered:
            self._scene.hovered = under
            self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
            QToolTip.showText(event.globalPosition().toPoint(), self._tip(under) if under else "", self)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the end of a click or of a drag."""
        if event.button() is not Qt.MouseButton.LeftButton or self._press is None:
            return
        self._press = None
        self.unsetCursor()
        if self._on_map or self._dragged:
            return
        folded, under = self._badge_under(event.position()), self._under(event.position())
        if folded:
            self.fold_wanted.emit(folded)
        elif under and self._scene.nodes[under].refused:
            self.refused_wanted.emit()
        elif under:
            self._go(under, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: read the candidate, or fit everything."""
        under = self._under(event.position())
        if self._on_map:
            return
        if under:
            self.show_closely(under)
            self.activated.emit(under)
        else:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: zoom at the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self._zoom(_STEP**steps, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Qt: pinching zooms."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(1.0 + event.value(), event.position())
            return True
        return super().event(event)

    def _look_at(self, at: QPointF) -> None:
        """Show the place that the small picture has here."""
        frame = map_frame(self._scene, self._view, QRectF(self.rect()))
        if frame is None:
            return
        self._follow = False
        place, middle, scale = map_view(self._scene, frame).to_picture(at), self.rect().center(), self._view.scale
        self._view = Viewport(scale, middle.x() - place.x() * scale, middle.y() - place.y() * scale)
        self.update()

    def _badge_under(self, at: QPointF) -> str:
        """The node whose number of folded candidates is here."""
        width, _ = node_size(self._view.scale, self._scene.geometry)
        for id_ in self._scene.folded:
            place = self._view.to_screen(self._scene.geometry.point(id_))
            if badge_box(self._scene.nodes[id_].hidden, place, width).contains(at):
                return id_
        return ""

    def _under(self, at: QPointF) -> str:
        width, height = node_size(self._view.scale, self._scene.geometry)
        away = np.abs(self._scene.geometry.on_screen(self._view) - np.array((at.x(), at.y())))
        hits = np.flatnonzero((away[:, 0] <= width) & (away[:, 1] <= height))
        if not len(hits):
            return ""
        return self._scene.geometry.ids[int(hits[away[hits].sum(axis=1).argmin()])]

    def _describe(self, candidate: str) -> str:
        node = self._scene.nodes[candidate]
        if node.refused:
            return self.tr("a proposal that became no candidate: {reason}").format(reason=node.refused)
        score = self.tr("score {n}").format(n=f"{100 * node.score:.1f}") if node.score is not None else ""
        origin = self.tr("made by {operator} from {parents}").format(
            operator=operator_words(node.operator), parents=listed(node.parents)
        )
        hidden = self.tr("{n} folded behind it").format(n=node.hidden) if node.hidden else ""
        parts = (node.id, score, origin if node.parents else self.tr("your prompt"), hidden)
        return listed(parts)

    def _tip(self, candidate: str) -> str:
        text = " ".join(self._scene.nodes[candidate].text.split()[:30])
        return as_plain_tip(f"{self._describe(candidate)}\n{text}")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, self._scene, self._view, QRectF(self.rect()), self._far_picture())
        self._map.paint(painter, self._scene, self._far_picture(), self._view, QRectF(self.rect()))
        if self.hasFocus() and self._by_keys:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours().accent), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: keep showing everything, as long as the person did not look closer."""
        super().resizeEvent(event)
        if self._follow:
            self.fit()

    def _far_picture(self) -> FarPicture:
        """Dots and edges, made anew only when what they show is another."""
        scene = self._scene
        key = (scene.geometry, scene.path, scene.found)
        if self._far is None or any(one is not other for one, other in zip(key, self._far[0], strict=True)):
            self._far = (key, FarPicture.of(scene))
        return self._far[1]

    @property
    def shown_level(self) -> Level:
        """How much of each node is drawn right now."""
        return level(self._view.scale, self._scene.geometry)
