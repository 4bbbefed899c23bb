"""EvoPrompt: the population over the generations, and the children that got into it."""

from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import Remark, named, noted, plain, population_scores, prompt_of, score_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """Scores of the population, and who is in it."""
    steps = list(noted(state, "evoprompt.step"))
    yield population_scores(state, steps)
    yield TableBlock(
        "Population",
        ("Round", "Population", "New in it", "Prompt of the best"),
        tuple(
            (
                plain(one.round),
                named(state, one.texts("population")),
                named(state, one.texts("new")),
                plain(prompt_of(state, _best(state, one))),
            )
            for one in steps
        ),
        about="After each generation. A child gets in if it is better than what it replaces.",
        wide=3,
    )


def _best(state: RunState, one: Remark) -> str:
    return max(one.texts("population"), key=lambda id_: score_of(state, id_) or 0.0, default="")
