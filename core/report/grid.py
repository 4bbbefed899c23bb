"""Every candidate on every row: who answered what, as an array."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from core.domain.example import Split
from core.report.curve import search_split
from core.state import Node, RunState

Floats = NDArray[np.float32]


class GridOrder(StrEnum):
    """How candidates or rows are sorted."""

    MADE = "made"
    SCORE = "score"


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """`values[i, j]` is what candidate `i` scored on row `j`, 0…1; not a number where it was not asked."""

    split: Split
    candidates: tuple[str, ...]
    rows: tuple[int, ...]
    values: Floats

    @property
    def difficulty(self) -> Floats:
        """The mean score of each row over those who answered it: low is difficult; not a number where nobody did."""
        return _means(self.values, 0)

    def sorted(self, candidates: GridOrder, rows: GridOrder) -> "Grid":
        """Candidates as they were made or the best first; rows by number or the most difficult first. Ties keep their
        order; who answered nothing comes last."""
        up = np.arange(len(self.candidates)) if candidates is GridOrder.MADE else _order(-_means(self.values, 1))
        across = np.arange(len(self.rows)) if rows is GridOrder.MADE else _order(self.difficulty)
        return Grid(
            self.split,
            tuple(self.candidates[place] for place in up),
            tuple(self.rows[place] for place in across),
            self.values[np.ix_(up, across)],
        )

    def telling(self) -> "Grid":
        """Only the rows on which candidates differ."""
        filled = np.where(np.isnan(self.values), np.float32(-1), self.values)
        most = filled.max(axis=0, initial=-1.0)
        least = np.where(np.isnan(self.values), np.float32(2), self.values).min(axis=0, initial=2.0)
        keep = np.flatnonzero(most > least)
        return Grid(self.split, self.candidates, tuple(self.rows[place] for place in keep), self.values[:, keep])


def score_grid(state: RunState, split: Split | None = None, known: dict[str, Floats] | None = None) -> Grid:
    """The grid of a run on a split (the search's if none is named). `known` keeps what was read for the next time."""
    split = split or search_split(state)
    nodes = [node for node in state.nodes.values() if node.verdicts.get(split)]
    rows = sorted(set[int]().union(*(node.verdicts[split] for node in nodes)))
    place = {row: number for number, row in enumerate(rows)}
    values = np.full((len(nodes), len(rows)), np.nan, dtype=np.float32)
    for number, node in enumerate(nodes):
        verdicts = node.verdicts[split]
        places = np.fromiter((place[row] for row in verdicts), dtype=np.intp, count=len(verdicts))
        values[number, places] = _scores(node, split, known)
    return Grid(split, tuple(node.candidate.id for node in nodes), tuple(rows), values)


def _scores(node: Node, split: Split, known: dict[str, Floats] | None) -> Floats:
    verdicts = node.verdicts[split]
    found = (known or {}).get(f"{node.candidate.id} {split}")
    if found is None or len(found) != len(verdicts):
        found = np.fromiter((verdict.score for verdict in verdicts.values()), dtype=np.float32, count=len(verdicts))
        if known is not None:
            known[f"{node.candidate.id} {split}"] = found
    return found


def grid_table(grid: Grid) -> list[list[str]]:
    """A line per candidate, a column per row of the dataset; empty where it was not asked."""
    head = ["candidate", *(f"row {row}" for row in grid.rows)]
    lines = ([id_, *_texts(values)] for id_, values in zip(grid.candidates, grid.values, strict=True))
    return [head, *lines]


def _texts(values: Sequence[float] | Floats) -> list[str]:
    return ["" if np.isnan(value) else f"{value:g}" for value in values]


def _means(values: Floats, axis: int) -> Floats:
    known = ~np.isnan(values)
    counts = known.sum(axis=axis)
    sums = np.where(known, values, 0.0).sum(axis=axis)
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan).astype(np.float32)


def _order(keys: Floats) -> NDArray[np.intp]:
    return np.argsort(np.where(np.isnan(keys), np.inf, keys), kind="stable")
