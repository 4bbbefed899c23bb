"""What the trajectory tree shows: candidates, their places, and what is marked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from desktop.plots.lineage_layout import TreeNode
from desktop.plots.viewport import Viewport

ROW = 56.0
"""Distance of neighbours in a layer, at scale 1 in device-independent pixels."""

NARROWEST, WIDEST = 150.0, 250.0
"""Distances of layers: as wide as fills the screen when all of the tree is shown."""

MARGIN = 34.0
"""Pixels around the whole tree."""

FEW = 30
"""Up to so many nodes the tree is read, not surveyed."""

_LARGE = 1.3
_EDGE = 7.0
"""Pixels between the outermost cards and the edge."""
_CARD_WIDTH, _WIDEST_CARD = 0.37, 160.0
"""Half a card's width, of the distance of layers, and at most so many pixels."""
_DOTS, _CARDS = 0.42, 1.45
_CLOSE = 30.0
"""Pixels from card to card below which hardly any is left between them."""

_LEGIBLE_WIDTH, _LEGIBLE_HEIGHT = 82.0, 12.5
"""Pixels that an id, a score and the first words need, all in one line."""

PILL_WIDTH, PILL_HEIGHT = 58.0, 22.0


class Level(IntEnum):
    """How much of a node is shown."""

    DOT = 0
    PILL = 1
    CARD = 2


@dataclass(frozen=True, slots=True)
class Geometry:
    """Places in the picture, shape (nodes, 2), and edges as (child, parent) indices with whether it is the first one.

    Arrays, because thousands of nodes are moved and clipped at every frame. `grid` holds layers and rows.
    """

    number: dict[str, int]
    ids: tuple[str, ...]
    column: float
    grid: NDArray[np.float64]
    places: NDArray[np.float64]
    edges: NDArray[np.intp]
    first: NDArray[np.bool_]

    @staticmethod
    def of(nodes: Sequence[TreeNode], shape: float = 0.0) -> "Geometry":
        """The geometry of these nodes; parents that are not among them are left out. `shape`: the screen's width
        divided by its height."""
        number = {node.id: index for index, node in enumerate(nodes)}
        children, parents, first = list[int](), list[int](), list[bool]()
        for index, node in enumerate(nodes):
            for place, parent in enumerate(node.parents):
                if parent in number:
                    children.append(index)
                    parents.append(number[parent])
                    first.append(place == 0 and not node.refused)
        grid = np.empty((len(nodes), 2))
        grid[:, 0] = np.fromiter((node.layer for node in nodes), dtype=float, count=len(nodes))
        grid[:, 1] = np.fromiter((node.row for node in nodes), dtype=float, count=len(nodes))
        column = _column(grid, shape)
        edges = np.array((children, parents), dtype=np.intp).T.reshape(-1, 2)
        places = grid * (column, ROW)
        return Geometry(number, tuple(number), column, grid, places, edges, np.array(first, dtype=bool))

    def shaped(self, shape: float) -> "Geometry":
        """The same for a screen of another shape."""
        column = _column(self.grid, shape)
        return self if column == self.column else replace(self, column=column, places=self.grid * (column, ROW))

    @property
    def bounds(self) -> QRectF:
        """The rectangle around all places."""
        if not self.ids:
            return QRectF()
        (left, top), (right, bottom) = self.places.min(axis=0), self.places.max(axis=0)
        return QRectF(left, top, right - left, bottom - top)

    def on_screen(self, view: Viewport) -> NDArray[np.float64]:
        """Where the places are on the screen."""
        moved: NDArray[np.float64] = self.places * view.scale + np.array((view.x, view.y))
        return moved

    def point(self, id_: str) -> QPointF:
        """The place of one node."""
        x, y = self.places[self.number[id_]]
        return QPointF(x, y)


@dataclass(slots=True)
class Scene:
    """Everything that is drawn. `found` are the candidates that a search means; `None`: nothing is searched for.
    `folded` have candidates hidden behind them, `marked` are selected together with `selected`."""

    nodes: dict[str, TreeNode] = field(default_factory=dict)
    geometry: Geometry = field(default_factory=lambda: Geometry.of(()))
    path: frozenset[str] = frozenset()
    best: str = ""
    selected: str = ""
    marked: tuple[str, ...] = ()
    hovered: str = ""
    found: frozenset[str] | None = None
    folded: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0

    def dimmed(self, id_: str) -> bool:
        """Whether a search is on and does not mean this candidate."""
        return self.found is not None and id_ not in self.found

    def place(self, node: TreeNode) -> float:
        """Where a score stands between the run's worst and best, 0…1; in the middle as long as there is no other to be
        better or worse than."""
        if node.score is None or self.high <= self.low:
            return 0.5 if node.score is not None else 0.0
        return (node.score - self.low) / (self.high - self.low)


def _column(grid: NDArray[np.float64], shape: float) -> float:
    layers = float(grid[:, 0].max(initial=0.0))
    if not layers:
        return WIDEST
    height = (float(np.ptp(grid[:, 1])) + 1.0) * ROW
    if len(grid) <= FEW:  # as wide as there is room, for words; the cards of the first and the last layer included
        return max(height * shape / (layers + 2 * _CARD_WIDTH), NARROWEST)
    return min(max(height * shape / layers, NARROWEST), WIDEST)


def level(scale: float, geometry: Geometry) -> Level:
    """What fits between neighbours at this scale. A few candidates are cards as soon as their words have room: nobody
    should have to zoom to read a young tree."""
    width, height = half_size(Level.CARD, scale, geometry.column)
    roomy = len(geometry.ids) <= FEW and 2 * width >= _LEGIBLE_WIDTH and 2 * height >= _LEGIBLE_HEIGHT
    if roomy or scale >= _CARDS:
        return Level.CARD
    return Level.DOT if scale < _DOTS else Level.PILL


def node_size(scale: float, geometry: Geometry) -> tuple[float, float]:
    """Half the width and height of a node as it is drawn at this scale."""
    return half_size(level(scale, geometry), scale, geometry.column)


def fitted(geometry: Geometry, room: QRectF) -> Viewport:
    """All of it in the middle of the room, with the nodes at its edges whole."""
    few = len(geometry.ids) <= FEW
    view = Viewport.fitting(geometry.bounds, room.adjusted(MARGIN + 6, MARGIN, -MARGIN - 6, -MARGIN))
    if not few:
        return view
    tight = Viewport.fitting(geometry.bounds, room.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), _LARGE)
    width, height = half_size(Level.CARD, tight.scale, geometry.column)
    across, down = width + _EDGE, height + _EDGE
    cards = Viewport.fitting(geometry.bounds, room.adjusted(across, down, -across, -down), tight.scale)
    return cards if level(cards.scale, geometry) is Level.CARD else view


def half_size(at: Level, scale: float, column: float) -> tuple[float, float]:
    """Half the width and height of a node on the screen."""
    if at is Level.DOT:
        return 7.0, 7.0
    if at is Level.PILL:
        return PILL_WIDTH / 2, PILL_HEIGHT / 2
    room = ROW * scale
    return min(column * scale * _CARD_WIDTH, _WIDEST_CARD), room * (0.42 if room > _CLOSE else 0.47)
