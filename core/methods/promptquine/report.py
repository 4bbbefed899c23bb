"""PromptQuine: how prompts got shorter, and what that did to their scores."""

from collections.abc import Iterator

from core.report.blocks import Block, Line, LinesBlock, TableBlock
from core.report.notes import Remark, named, noted, plain, prompt_of, score_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """Words and scores over the generations, and the latest population."""
    steps = list(noted(state, "promptquine.generation"))
    yield _curve(state, steps)
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


def _curve(state: RunState, steps: list[Remark]) -> LinesBlock:
    scores = [[100 * (score_of(state, id_) or 0.0) for id_ in one.texts("population")] for one in steps]
    rounds = tuple(one.round for one, found in zip(steps, scores, strict=True) if found)
    return LinesBlock(
        "Scores of the population",
        "score, 0 to 100",
        (
            Line("best", rounds, tuple(max(found) for found in scores if found), stepped=True),
            Line("mean", rounds, tuple(sum(found) / len(found) for found in scores if found)),
        ),
    )
