"""Where the nodes of a trajectory stand: a layered drawing of a graph whose merges have several parents.

Layers, ordering by barycentres, and lanes for long edges after Sugiyama, Tagawa and Toda (IEEE SMC 11, 1981).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from core.domain.candidate import Candidate
from core.state import RunState

_NODE, _LANE = 1.0, 0.5
_MOST_LANES = 10_000  # a run with more long edges than this is drawn without lanes, in time


class Place(NamedTuple):
    """A layer, counted from 0 in the direction of time, and a place across; neighbours are at least 1 apart."""

    layer: int
    x: float


@dataclass(frozen=True, slots=True)
class LineageNode:
    """A candidate's place. `layer` counts from 0 in the direction of time, `x` is across, neighbours at least 1 apart.

    `value` is 0…1, or `None` before the first score. `dropped`: it was given up before its score was known.
    """

    id: str
    layer: int
    x: float
    round: int
    operator: str
    value: float | None
    seed: bool
    winning: bool
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class LineageEdge:
    """From a parent to a child; `winning` on the way to the best prompt.

    `via` is where the edge crosses the layers between them, one `x` each; empty where it has no lane.
    """

    parent: str
    child: str
    operator: str
    winning: bool
    via: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """The drawing, in the order in which the candidates were made. `left` and `right` are the outermost `x`."""

    nodes: tuple[LineageNode, ...]
    edges: tuple[LineageEdge, ...]
    layers: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Lane:
    """The way of a parent's edges through a layer between it and its children, shared by all of them."""

    parent: str


def lay_out(state: RunState, *, lanes: bool = False) -> Lineage:
    """Layers are rounds; a node whose parent is of its own round stands one layer further. Linear but for sorting.

    Without `lanes` only earlier layers decide where a node stands, so a growing run never moves what is drawn already,
    except inside its newest layer; with them, long edges keep clear of the nodes in between: for a finished picture.
    """
    candidates = [node.candidate for node in state.nodes.values()]
    layer_of, across, ways = _placed(candidates, lanes=lanes)
    crossings = [place for way in ways.values() for place in way]
    path = state.path(state.best)
    return Lineage(
        _nodes(state, layer_of, across, set(path)),
        _edges(candidates, layer_of, ways, set(pairwise(path))),
        max(layer_of.values(), default=-1) + 1,
        min((*across.values(), *crossings), default=0.0),
        max((*across.values(), *crossings), default=0.0),
    )


def places(state: RunState, hidden: Collection[str] = ()) -> dict[str, Place]:
    """Where each candidate stands that is not hidden, as `lay_out` says without lanes, in the order they were made."""
    shown = [node.candidate for id_, node in state.nodes.items() if id_ not in hidden]
    layer_of, across, _ = _placed(shown, lanes=False)
    return {candidate.id: Place(layer_of[candidate.id], across[candidate.id]) for candidate in shown}


def hidden_below(state: RunState, folded: Collection[str]) -> frozenset[str]:
    """The candidates that folding these hides: whose line of first parents leads through one of them."""
    hidden: set[str] = set()
    for id_, node in state.nodes.items():
        parent = next(iter(node.candidate.parents), "")
        if parent in folded or parent in hidden:
            hidden.add(id_)
    return frozenset(hidden)


def hidden_behind(state: RunState, hidden: Collection[str]) -> dict[str, int]:
    """How many hidden candidates stand behind each shown one, along first parents."""
    owners: dict[str, str] = {}
    for id_, node in state.nodes.items():
        if id_ in hidden and node.candidate.parents:
            parent = node.candidate.parents[0]
            owners[id_] = owners.get(parent, parent)
    return dict(Counter(owners.values()))


def _placed(
    candidates: Sequence[Candidate], *, lanes: bool
) -> tuple[dict[str, int], dict[str, float], dict[str, list[float]]]:
    """Each candidate's layer, its place across, and the ways of long edges."""
    layers = _layers(candidates)
    layer_of = {candidate.id: number for number, members in enumerate(layers) for candidate in members}
    passing = _passing(candidates, layer_of) if lanes else {}
    across: dict[str, float] = {}
    ways: dict[str, list[float]] = defaultdict(list)
    for number, members in enumerate(layers):
        _place(members, [_Lane(parent) for parent in passing.get(number, ())], across, ways)
    return layer_of, across, ways


def _layers(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    steps: dict[str, tuple[int, int]] = {}
    grouped: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        latest = max((steps[parent] for parent in candidate.parents if parent in steps), default=(-1, 0))
        step = max((candidate.round, 0), (latest[0], latest[1] + 1))
        steps[candidate.id] = step
        grouped[step].append(candidate)
    return [grouped[step] for step in sorted(grouped)]


def _passing(candidates: Sequence[Candidate], layer_of: Mapping[str, int]) -> dict[int, list[str]]:
    """Per layer, the parents whose edges cross it, in order; none at all where they would be too many."""
    last: dict[str, int] = {}
    for candidate in candidates:
        for parent in candidate.parents:
            if parent in layer_of:
                last[parent] = max(last.get(parent, 0), layer_of[candidate.id])
    if sum(max(0, end - layer_of[parent] - 1) for parent, end in last.items()) > _MOST_LANES:
        return {}
    passing: dict[int, list[str]] = defaultdict(list)
    for candidate in candidates:
        for layer in range(layer_of[candidate.id] + 1, last.get(candidate.id, 0)):
            passing[layer].append(candidate.id)
    return passing


def _place(
    members: Sequence[Candidate], lanes: Sequence[_Lane], across: dict[str, float], ways: dict[str, list[float]]
) -> None:
    """Put each node as near to the middle of its parents as its neighbours allow, and each lane straight on."""
    wished: list[tuple[float, Candidate | _Lane]] = [
        *((ways[lane.parent][-1] if ways[lane.parent] else across[lane.parent], lane) for lane in lanes),
        *((_barycentre(candidate, across), candidate) for candidate in members),
    ]
    wished.sort(key=lambda pair: pair[0])  # stable: equals stay in order of creation
    places = _apart([wish for wish, _ in wished], [_NODE if isinstance(one, Candidate) else _LANE for _, one in wished])
    for place, (_, one) in zip(places, wished, strict=True):
        if isinstance(one, Candidate):
            across[one.id] = place
        else:
            ways[one.parent].append(place)


def _barycentre(candidate: Candidate, across: Mapping[str, float]) -> float:
    places = [across[parent] for parent in candidate.parents if parent in across]
    return sum(places) / len(places) if places else 0.0


def _apart(wished: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Places in order, neighbours half their widths apart, with the least sum of squared distances from the wished.

    Pool adjacent violators: a block of nodes that touch stands around the mean of what its members wish.
    """
    offsets = [0.0]
    for first, second in pairwise(widths):
        offsets.append(offsets[-1] + (first + second) / 2)
    blocks: list[tuple[float, int]] = []  # sum of the wishes, less each one's offset in the row; number of nodes
    for wish, offset in zip(wished, offsets, strict=False):
        total, count = wish - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            before = blocks.pop()
            total, count = total + before[0], count + before[1]
        blocks.append((total, count))
    bases = [total / count for total, count in blocks for _ in range(count)]
    return [base + offset for base, offset in zip(bases, offsets, strict=False)]


def _nodes(
    state: RunState, layer_of: Mapping[str, int], across: Mapping[str, float], winning: set[str]
) -> tuple[LineageNode, ...]:
    return tuple(
        LineageNode(
            name,
            layer_of[name],
            across[name],
            node.candidate.round,
            node.candidate.operator,
            node.card.value if node.card else None,
            node.candidate.is_seed,
            name in winning,
            node.card is None and bool(node.dropped),
        )
        for name, node in state.nodes.items()
    )


def _edges(
    candidates: Sequence[Candidate],
    layer_of: Mapping[str, int],
    ways: Mapping[str, Sequence[float]],
    winning: set[tuple[str, str]],
) -> tuple[LineageEdge, ...]:
    return tuple(
        LineageEdge(
            parent,
            candidate.id,
            candidate.operator,
            (parent, candidate.id) in winning,
            tuple(ways.get(parent, ())[: layer_of[candidate.id] - layer_of[parent] - 1]),
        )
        for candidate in candidates
        for parent in candidate.parents
        if parent in layer_of
    )
