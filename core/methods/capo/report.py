"""CAPO-style: crossovers and mutations, the blocks of the race, demonstrations and the price of length."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, TableBlock
from core.report.curve import search_split
from core.report.notes import Remark, named, noted, plain, population_scores, prompt_of, said
from core.said import Said
from core.state import RunState

_BLOCK = 16
"""Rows of a block: the unit of a race (`core.lab.scorer.BLOCK`)."""

_DROPPED = {
    "bound": "dropped: it could not catch up",
    "margin": "dropped: it could lead by next to nothing",
    "evidence": "dropped: clearly beaten",
}


def tell(state: RunState) -> Iterator[Block]:
    """The population over the generations, the race, and the crossovers."""
    steps = list(noted(state, "capo.step"))
    yield population_scores(state, steps)
    yield TableBlock(
        "Population",
        ("Round", "Place", "Candidate", "Demonstrations", "Price of length", "Prompt"),
        tuple(row for one in reversed(steps) for row in _population(state, one)),
        about="After each generation, the latest first. The price is taken off the score: longer prompts must earn it.",
        wide=5,
    )
    yield _race(state)
    yield TableBlock(
        "Crossovers",
        ("Round", "Child", "Parents", "Demonstrations", "Prompt"),
        tuple(
            (
                plain(node.candidate.round),
                named(state, [id_]),
                named(state, node.candidate.parents),
                plain(len(node.candidate.prompt.demonstrations)),
                plain(prompt_of(state, id_)),
            )
            for id_, node in state.nodes.items()
            if len(node.candidate.parents) > 1
        ),
        about="A child of two parents, then mutated.",
        wide=4,
    )


def _population(state: RunState, one: Remark) -> Iterator[tuple[Cell, ...]]:
    members = zip(one.texts("population"), one.texts("shots"), one.texts("price"), strict=False)
    for place, (id_, shots, price) in enumerate(members, 1):
        yield (
            plain(one.round),
            plain(place),
            named(state, [id_]),
            plain(shots),
            plain(f"{100 * float(price):.1f}"),
            plain(prompt_of(state, id_)),
        )


def _race(state: RunState) -> TableBlock:
    split, rows = search_split(state), list[tuple[Cell, ...]]()
    for id_, node in state.nodes.items():
        answered = len(node.verdicts.get(split, {}))
        dropped = node.dropped.get(split) if split not in node.cards else None
        fate = said("finished" if split in node.cards else "left open")
        if dropped is not None:
            fate = said(_DROPPED.get(dropped.reason, "dropped"))
        rows.append(
            (
                plain(node.candidate.round),
                named(state, [id_]),
                plain(-(-answered // _BLOCK)),
                plain(answered),
                fate,
                named(state, [dropped.against] if dropped else []),
            )
        )
    return TableBlock(
        "Race",
        ("Round", "Candidate", "Blocks", "Rows answered", "How it ended", "Against"),
        tuple(rows),
        about=Said(
            "Candidates answer block after block of {block} rows; those that are clearly beaten are dropped.",
            block=_BLOCK,
        ),
        wide=4,
    )
