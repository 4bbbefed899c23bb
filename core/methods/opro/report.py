"""OPRO: the scored list that the optimizer was shown in each step."""

from collections.abc import Iterator

from core.report.blocks import Block, Line, LinesBlock, TableBlock
from core.report.notes import named, noted, plain, prompt_of, score_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The best score, the list as it was shown last, and the steps."""
    steps = list(noted(state, "opro.step"))
    rounds, bests = tuple(one.round for one in steps), tuple(100 * one.number("best") for one in steps)
    yield LinesBlock("Best score so far", "score, 0 to 100", (Line("best", rounds, bests, stepped=True),))
    yield TableBlock(
        "The scored list it was shown",
        ("Round", "Place", "Prompt", "Text"),
        tuple(
            (plain(one.round), plain(place), named(state, [id_]), plain(prompt_of(state, id_)))
            for one in reversed(steps)
            for place, id_ in enumerate(one.texts("shown"), 1)
        ),
        about="From worse to better, as the optimizer reads it; the latest step first.",
        wide=3,
    )
    yield TableBlock(
        "Steps",
        ("Round", "Shown", "Rows shown", "Proposals", "Better than all shown", "Temperature"),
        tuple(
            (
                plain(one.round),
                plain(len(one.texts("shown"))),
                plain(", ".join(one.texts("examples")) or "–"),
                named(state, one.texts("proposals")),
                named(state, _better(state, one.texts("proposals"), one.texts("shown"))),
                plain(one.number("temperature")),
            )
            for one in steps
        ),
        wide=3,
    )


def _better(state: RunState, proposals: tuple[str, ...], shown: tuple[str, ...]) -> list[str]:
    mark = max((score_of(state, id_) or 0.0 for id_ in shown), default=0.0)
    return [id_ for id_ in proposals if (score_of(state, id_) or 0.0) > mark]
