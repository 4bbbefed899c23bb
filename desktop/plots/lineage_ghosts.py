"""Proposals that became no candidates, as faint nodes beside those that did: what was tried, and why it was refused."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from core.events import CandidateRejected
from core.state import RunState
from desktop.plots.lineage_layout import TreeNode
from desktop.sentences import translated

_MOST = 8
"""Of one round; of more the list of refused proposals shows the others."""
_CROWDED = 200
"""With more candidates than this there is no room for what did not become one."""


def ghost_nodes(state: RunState, nodes: Sequence[TreeNode], *, every_round: bool) -> list[TreeNode]:
    """The refused proposals of the round that goes on, or of every round, below the candidates of their layer.

    They hang on the best prompt of the round before: an event of a refusal does not say what it was made of.
    """
    if not nodes or len(nodes) > _CROWDED:
        return []
    lowest: dict[int, float] = {}
    for node in nodes:
        lowest[node.layer] = max(node.row, lowest.get(node.layer, node.row))
    by_id = {node.id: node for node in nodes}
    found: list[TreeNode] = []
    for number, group in groupby(_refused(state, every_round=every_round), key=attrgetter("round")):
        parent = by_id.get(_best_before(state, number)) or nodes[0]
        layer = parent.layer + 1
        for place, event in enumerate(list(group)[:_MOST]):
            row = lowest.get(layer, parent.row - 1) + 1
            lowest[layer] = row
            found.append(_ghost(f"✗ {number}.{place + 1}", parent.id, event, layer, row))
    return found


def _ghost(name: str, parent: str, event: CandidateRejected, layer: int, row: float) -> TreeNode:
    return TreeNode(
        name,
        (parent,),
        operator="",
        score=None,
        bound=None,
        waiting=False,
        text=event.text,
        seed=False,
        layer=layer,
        row=row,
        refused=translated(event.reason),
    )


def _refused(state: RunState, *, every_round: bool) -> list[CandidateRejected]:
    if not every_round:
        return list(state.rounds[-1].rejected if state.rounds else state.rejected)
    found = [*state.rejected, *(each for round_ in state.rounds for each in round_.rejected)]
    return sorted(found, key=attrgetter("round"))


def _best_before(state: RunState, number: int) -> str:
    earlier = [round_.best for round_ in state.rounds if round_.number < number and round_.best]
    return earlier[-1] if earlier else next(iter(state.nodes), "")
