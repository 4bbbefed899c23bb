"""The nodes of the trajectory tree as they are drawn: `core.report.lineage` says where, straightened for the screen."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from core.domain.example import Split
from core.report.curve import search_split
from core.report.lineage import Place, hidden_behind, hidden_below, places
from core.state import RunState


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A candidate with its place. `layer` runs from left to right, `row` from top to bottom.

    `score` is 0…1 on the split of the search, or `None` before it is known: scores of different splits are not mixed.
    `bound` is what a candidate reaches at best that was dropped before its score was known. `waiting`: a score may
    still come, of `rows` rows it has answered `done`. `hidden` candidates are folded away behind it. `refused`: this is
    no candidate but a proposal that became none, for this reason.
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
    hidden: int = 0
    done: int = 0
    rows: int = 0
    refused: str = ""

    @property
    def filled(self) -> float | None:
        """The share of its rows that are answered, while they arrive."""
        return self.done / self.rows if self.waiting and self.score is None and 0 < self.done < self.rows else None


def tree_nodes(state: RunState, folded: Collection[str] = (), *, line_only: bool = False) -> list[TreeNode]:
    """Every candidate, parents before children, without what folding hides; or only the line that led to the best."""
    hidden = hidden_below(state, folded) if folded else frozenset[str]()
    if line_only:
        hidden |= state.nodes.keys() - set(state.path(state.best))
    behind = hidden_behind(state, hidden) if hidden else {}
    split, where = search_split(state), places(state, hidden)
    shift = _straightening(state, where)
    cards = (seed.cards.get(split) for seed in state.seeds)
    asked = split, max((card.n for card in cards if card is not None), default=0)
    return [
        _node(state, asked, id_, place.layer, place.x - shift[place.layer], behind.get(id_, 0))
        for id_, place in where.items()
    ]


def _node(state: RunState, asked: tuple[Split, int], id_: str, layer: int, row: float, hidden: int) -> TreeNode:
    node, (split, rows) = state.nodes[id_], asked
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
        hidden,
        len(node.verdicts.get(split, {})) if card is None else card.n,
        rows,
    )


def _straightening(state: RunState, where: Mapping[str, Place]) -> dict[int, float]:
    """How far to move each layer, so that those with the most children stand on one line and the tree is flat."""
    children = Counter(node.candidate.parents[0] for node in state.nodes.values() if node.candidate.parents)
    trunk: dict[int, tuple[int, float]] = {}
    across: dict[int, list[float]] = {}
    for id_, place in where.items():
        across.setdefault(place.layer, []).append(place.x)
        if children[id_] > trunk.get(place.layer, (0, 0.0))[0]:
            trunk[place.layer] = (children[id_], place.x)
    middles = {layer: (min(row) + max(row)) / 2 for layer, row in across.items()}
    return {layer: trunk[layer][1] if layer in trunk else middle for layer, middle in middles.items()}


def score_range(nodes: Iterable[TreeNode]) -> tuple[float, float] | None:
    """The worst and the best score; `None` before the first."""
    scores = [node.score for node in nodes if node.score is not None]
    return (min(scores), max(scores)) if scores else None


def sibling(nodes: Mapping[str, TreeNode], at: str, step: int) -> str:
    """The next (1) or previous (-1) child of the same first parent, in the order they were made; itself at an end."""
    parents = nodes[at].parents[:1]
    family = [node.id for node in nodes.values() if node.parents[:1] == parents and not node.refused]
    return family[min(max(family.index(at) + step, 0), len(family) - 1)]


def neighbour(nodes: Mapping[str, TreeNode], at: str, direction: int) -> str:
    """The node above (-1) or below (1) in the same layer; the node itself if there is none."""
    here = nodes[at]
    beyond = [
        (abs(node.row - here.row), node.id)
        for node in nodes.values()
        if node.layer == here.layer and not node.refused and (node.row - here.row) * direction > 0
    ]
    return min(beyond)[1] if beyond else at
