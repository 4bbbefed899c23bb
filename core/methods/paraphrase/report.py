"""Random paraphrase: what each round drew, and the best of it."""

from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import change, named, noted, plain, prompt_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """Each round's start, and the best of its rewordings."""
    yield TableBlock(
        "Rounds",
        ("Round", "Start", "Rewordings", "Best", "Change", "Prompt of the best"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("start")]),
                plain(int(one.number("scored"))),
                named(state, [one.text("best")]),
                change(state, one.text("start"), one.text("best")),
                plain(prompt_of(state, one.text("best"))),
            )
            for one in noted(state, "paraphrase.round")
        ),
        wide=5,
    )
