"""Prompts that are the best on some row: the front of a population, and which of them are not related."""

from collections.abc import Sequence
from itertools import combinations

from core.domain.scoring import Scored


def front(pool: Sequence[Scored]) -> dict[str, int]:
    """How many rows each prompt of the Pareto front wins, ties included; prompts in order of the pool.

    For every row the front holds the prompts with the best score on it. One that shares every row it wins with others
    that stay is dominated and left out, the worst ones first (Agrawal et al. 2025, algorithm 2).
    """
    rows = list(zip(*([verdict.score for verdict in scored.card.verdicts] for scored in pool), strict=True))
    winners = [{i for i, score in enumerate(row) if score == max(row)} for row in rows]
    left = set().union(*winners)
    for i in sorted(left, key=lambda i: (pool[i].standing, -i)):
        if all(len(row & left) > 1 for row in winners if i in row):
            left.discard(i)
    return {pool[i].candidate.id: sum(i in row for row in winners) for i in sorted(left)}


def unrelated_pairs(pool: Sequence[Scored], ids: Sequence[str]) -> list[tuple[Scored, Scored]]:
    """Pairs among the prompts with these ids of which neither comes from the other."""
    by_id = {scored.candidate.id: scored for scored in pool}
    ancestors = {id_: _ancestors(id_, by_id) for id_ in ids}
    return [(by_id[a], by_id[b]) for a, b in combinations(ids, 2) if a not in ancestors[b] and b not in ancestors[a]]


def _ancestors(id_: str, by_id: dict[str, Scored]) -> frozenset[str]:
    parents = by_id[id_].candidate.parents if id_ in by_id else ()
    return frozenset(parents).union(*(_ancestors(parent, by_id) for parent in parents))
