"""PromptQuine: how prompts got shorter, and what that did to their scores."""

from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import named, noted, plain, population_scores, prompt_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """Words and scores over the generations, and the latest population."""
    steps = list(noted(state, "promptquine.generation"))
    yield population_scores(state, steps)
    yield TableBlock(
        "Generations",
        ("Round", "New prompts", "Words on average", "Best", "Words pruned", "Prompt of the best"),
        tuple(
            (
                plain(one.round),
                plain(int(one.number("made"))),
                plain(f"{one.number('words'):.1f}"),
                named(state, one.texts("population")[:1]),
                plain(next(iter(one.texts("pruned")), "")),
                plain(prompt_of(state, next(iter(one.texts("population")), ""))),
            )
            for one in steps
        ),
        about="Words of the prompt and of its worked examples.",
        wide=5,
    )
