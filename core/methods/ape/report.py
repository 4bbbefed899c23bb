"""APE: what was drawn, and what the filter left of it."""

from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import named, noted, plain, prompt_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """Each round's pool, and what the filter left of it."""
    rounds = list(noted(state, "ape.round"))
    yield TableBlock(
        "Rounds",
        ("Round", "Pool", "Left by the filter", "Best"),
        tuple(
            (
                plain(one.round),
                plain(len(one.texts("pool"))),
                named(state, one.texts("left")),
                named(state, [one.text("best")]),
            )
            for one in rounds
        ),
        about="The pool is looked at on few rows; the better part is scored on all of them.",
        wide=2,
    )
    yield TableBlock(
        "Pool",
        ("Round", "Candidate", "Left", "Prompt"),
        tuple(
            (
                plain(one.round),
                named(state, [id_]),
                plain("✓" if id_ in one.texts("left") else ""),
                plain(prompt_of(state, id_)),
            )
            for one in rounds
            for id_ in one.texts("pool")
        ),
        wide=3,
    )
