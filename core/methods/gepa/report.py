"""GEPA-style: who is best on which row, what was reflected on, and what was accepted."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, HeatBlock, TableBlock
from core.report.curve import search_split
from core.report.notes import Remark, begin, named, noted, plain, said
from core.said import Said
from core.state import RunState

_MOST_ROWS = 400


def tell(state: RunState) -> Iterator[Block]:
    """The Pareto front row by row, the steps, the merges and the reflections."""
    steps = list(noted(state, "gepa.step"))
    yield _front(state, steps)
    yield TableBlock(
        "Steps",
        ("Round", "Front", "Parent", "Block", "Before", "Children", "After", "Accepted"),
        tuple(_step(state, one) for one in steps),
        about="Front: each member with the rows that it wins. Before and after: points on the block of feedback rows.",
        wide=1,
    )
    yield TableBlock(
        "Merges",
        ("Round", "Parents", "Block", "Accepted"),
        tuple(
            (
                plain(one.round),
                named(state, one.texts("parents")),
                plain(int(one.number("minibatch"))),
                Cell("✓" if one.number("accepted") else "✗"),
            )
            for one in noted(state, "gepa.merge")
        ),
        wide=1,
    )
    yield TableBlock(
        "Reflections",
        ("Ask", "For", "What the optimizer wrote"),
        tuple(
            (plain(ask.ask), said(ask.purpose), plain(begin(" · ".join(ask.replies))))
            for ask in state.asks
            if ask.purpose in {"diagnose", "reflect"}
        ),
        wide=2,
    )


def _front(state: RunState, steps: list[Remark]) -> HeatBlock:
    members = [id_ for id_ in (steps[-1].texts("front") if steps else ()) if id_ in state.nodes]
    accepted = steps[-1].text("accepted") if steps else ""
    members += [accepted] if accepted in state.nodes and accepted not in members else []
    split = search_split(state)
    verdicts = {id_: state.nodes[id_].verdicts.get(split, {}) for id_ in members}
    rows = sorted(set[int]().union(*verdicts.values()))[:_MOST_ROWS]
    return HeatBlock(
        "Pareto front, row by row",
        tuple(members),
        tuple(str(row) for row in rows),
        tuple(tuple(verdicts[id_][row].score if row in verdicts[id_] else None for row in rows) for id_ in members),
        down=tuple(members),
        about="Candidates that no other beats on at least one row stay in the race, whatever their mean.",
    )


def _step(state: RunState, one: Remark) -> tuple[Cell, ...]:
    front = zip(one.texts("front"), one.texts("wins"), strict=False)
    return (
        plain(one.round),
        Cell(", ".join(Said("{id} wins {wins}", id=id_, wins=wins) for id_, wins in front), one.texts("front")),
        named(state, [one.text("parent")]),
        plain(int(one.number("minibatch"))),
        plain(one.number("before")),
        named(state, one.texts("children")),
        plain(", ".join(one.texts("after"))),
        named(state, [one.text("accepted")]),
    )
