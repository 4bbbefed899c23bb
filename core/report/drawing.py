"""The score curve and the trajectory tree in the units of an SVG picture; a template draws them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from core.report.curve import CurveOfScores
from core.report.lineage import Lineage, LineageEdge, LineageNode
from core.report.operator_names import operator_words
from core.said import Said, as_said

_WIDTH, _HEIGHT = 860.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 12.0, 12.0, 40.0
_LAYER, _ROW, _MARGIN = 68.0, 34.0, 30.0
_SHRINK = 0.6  # a tree is shown this small before it must be scrolled
_LABELLED = 150  # more nodes than this are too close for words; their titles stay


Point: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A score with the ends of its interval; y grows downwards."""

    x: float
    y: float
    top: float
    bottom: float
    title: str
    winner: bool


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """`best` is the path of the best score so far."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    dots: tuple[Dot, ...]
    best: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """`strength` is 0…1: where its score lies between the worst and the best of the run."""

    x: float
    y: float
    strength: float
    label: str
    title: str
    seed: bool
    winner: bool
    winning: bool


@dataclass(frozen=True, slots=True)
class TreePicture:
    """Edges are paths; `winning` ones are drawn last. `least_width`: narrower it could not be read."""

    width: float
    least_width: float
    height: float
    nodes: tuple[DrawnNode, ...]
    edges: tuple[str, ...]
    winning_edges: tuple[str, ...]
    labelled: bool


def draw_curve(curve: CurveOfScores, winner: str) -> CurvePicture | None:
    """The curve in a box of fixed size; `None` before the first score."""
    points = curve.points
    if not points:
        return None
    floor = max(0.0, math.floor(10 * min(point.low for point in points)) / 10)
    ceiling = min(1.0, math.ceil(10 * max(point.high for point in points)) / 10)
    most = max(point.spent for point in points) or 1
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM

    def x(spent: float) -> float:
        return round(_LEFT + (right - _LEFT) * spent / most, 1)

    def y(value: float) -> float:
        return round(bottom - (bottom - _TOP) * (value - floor) / ((ceiling - floor) or 1.0), 1)

    steps = [f"M{x(points[0].spent)} {y(points[0].best)}"]
    steps += [f"H{x(point.spent)} V{y(point.best)}" for point in points[1:]]
    return CurvePicture(
        _WIDTH,
        _HEIGHT,
        _LEFT,
        right,
        bottom,
        tuple(
            Dot(
                x(point.spent),
                y(point.value),
                y(point.high),
                y(point.low),
                f"{point.candidate}: {100 * point.value:.1f} % ({100 * point.low:.1f} … {100 * point.high:.1f})",
                point.candidate == winner,
            )
            for point in points
        ),
        " ".join([*steps, f"H{right}"]),
        tuple(Tick(x(value), f"{value:,}") for value in _round_values(most)),
        tuple(Tick(y(tenth / 10), f"{10 * tenth}") for tenth in range(round(10 * floor), round(10 * ceiling) + 1)),
    )


def draw_tree(lineage: Lineage, winner: str) -> TreePicture | None:
    """The tree from left to right, as large as it needs to be; `None` without candidates."""
    if not lineage.nodes:
        return None
    values = [node.value for node in lineage.nodes if node.value is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)

    def place(node: LineageNode) -> Point:
        return round(_MARGIN + node.layer * _LAYER, 1), round(_MARGIN + (node.x - lineage.left) * _ROW, 1)

    def drawn(node: LineageNode) -> DrawnNode:
        unknown = as_said("dropped, it had lost a race") if node.dropped else as_said("not scored")
        score = unknown if node.value is None else f"{100 * node.value:.1f} %"
        strength = 0.0 if node.value is None else (node.value - low) / ((high - low) or 1.0)
        title = Said(
            "{id}: {score}, by {operator}, round {round}",
            id=node.id,
            score=score,
            operator=operator_words(node.operator),
            round=node.round,
        )
        label = node.id if node.value is None else f"{100 * node.value:.0f}"
        x, y = place(node)
        return DrawnNode(x, y, round(strength, 3), label, title, node.seed, node.id == winner, node.winning)

    by_id = {node.id: node for node in lineage.nodes}

    def stops(edge: LineageEdge) -> list[Point]:
        first, last = place(by_id[edge.parent]), place(by_id[edge.child])
        between = [
            (round(first[0] + number * _LAYER, 1), round(_MARGIN + (way - lineage.left) * _ROW, 1))
            for number, way in enumerate(edge.via, 1)
        ]
        return [first, *between, last]

    width = 2 * _MARGIN + max(lineage.layers - 1, 0) * _LAYER
    return TreePicture(
        width,
        round(_SHRINK * width),
        2 * _MARGIN + (lineage.right - lineage.left) * _ROW,
        tuple(map(drawn, lineage.nodes)),
        _paths(stops(edge) for edge in lineage.edges if not edge.winning),
        _paths(stops(edge) for edge in lineage.edges if edge.winning),
        labelled=len(lineage.nodes) <= _LABELLED,
    )


def _paths(edges: Iterable[Sequence[Point]]) -> tuple[str, ...]:
    """One curve per step of an edge; a step that edges share is drawn once."""
    steps = dict.fromkeys(step for stops in edges for step in pairwise(stops))
    return tuple(f"M{x1} {y1} C{(x1 + x2) / 2:g} {y1} {(x1 + x2) / 2:g} {y2} {x2} {y2}" for (x1, y1), (x2, y2) in steps)


def _round_values(most: int) -> list[int]:
    """Zero and up to six round numbers above it."""
    magnitude = 10 ** math.floor(math.log10(most))
    step = next(step for share in (0.2, 0.5, 1, 2, 5) if (step := max(1, round(share * magnitude))) * 6 >= most)
    return list(range(0, most + 1, step))
