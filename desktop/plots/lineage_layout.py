"""The nodes of the trajectory tree as they are drawn: `core.report.lineage` says where, straightened for the screen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.example import Split
from core.report.curve import score_curve
from core.report.lineage import Lineage, lay_out
from core.state import RunState


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A candidate with its place. `layer` runs from left to right, `row` from top to bottom.

    `score` is 0…1 on the split of the search, or `None` before it is known: scores of different splits are not mixed.
    `bound` is what a candidate reaches at best that was dropped before its score was known. `waiting`: a score may
    still come.
    """

    id: str
    parents: tuple[str, ...]
    operator: str
    score: float | None
    bound: float | None
    waiting: bool
    text: str
    seed: bool
    layer: int
    row: float


def tree_nodes(state: RunState) -> list[TreeNode]:
    """Every candidate, parents before children."""
    lineage = lay_out(state)
    split = score_curve(state).split
    shift = _straightening(state, lineage)
    return [_node(state, split, place.id, place.layer, place.x - shift[place.layer]) for place in lineage.nodes]


def _node(state: RunState, split: Split, id_: str, layer: int, row: float) -> TreeNode:
    node = state.nodes[id_]
    candidate, card = node.candidate, node.cards.get(split)
    return TreeNode(
        id_,
        candidate.parents,
        candidate.operator,
        card.value if card is not None else None,
        node.bound(split),
        state.ended is None,
        candidate.prompt.text,
        candidate.is_seed,
        layer,
        row,
    )


def _straightening(state: RunState, lineage: Lineage) -> Mapping[int, float]:
    """How far to move each layer, so that those with the most children stand on one line and the tree is flat."""
    children = Counter(node.candidate.parents[0] for node in state.nodes.values() if node.candidate.parents)
    trunk: dict[int, tuple[int, float]] = {}
    places: dict[int, list[float]] = {}
    for node in lineage.nodes:
        places.setdefault(node.layer, []).append(node.x)
        if children[node.id] > trunk.get(node.layer, (0, 0.0))[0]:
            trunk[node.layer] = (children[node.id], node.x)
    middles = {layer: (min(across) + max(across)) / 2 for layer, across in places.items()}
    return {layer: trunk[layer][1] if layer in trunk else middle for layer, middle in middles.items()}


def neighbour(nodes: Mapping[str, TreeNode], at: str, direction: int) -> str:
    """The node above (-1) or below (1) in the same layer; the node itself if there is none."""
    here = nodes[at]
    beyond = [
        (abs(node.row - here.row), node.id)
        for node in nodes.values()
        if node.layer == here.layer and (node.row - here.row) * direction > 0
    ]
    return min(beyond)[1] if beyond else at
