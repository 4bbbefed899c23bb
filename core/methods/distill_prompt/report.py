"""DistillPrompt: five stages per epoch, and what each made of the prompt."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, Line, LinesBlock, TableBlock
from core.report.notes import Remark, named, noted, plain, prompt_of, said, score_of
from core.state import RunState

_STAGES = {
    "vary": "1 · vary",
    "learn": "2 · embed examples",
    "shorten": "3 · compress",
    "merge": "4 · aggregate",
    "rephrase": "5 · paraphrase",
}


def tell(state: RunState) -> Iterator[Block]:
    """The stages with what went in and came out, the words they left, and what each epoch gained."""
    stages = list(noted(state, "distill_prompt.stage"))
    yield TableBlock(
        "Stages",
        ("Epoch", "Stage", "From", "Made", "Best", "Words", "Unchanged", "What it made of the prompt"),
        tuple(_stage(state, one) for one in stages),
        about="Words: the mean length of what a stage made.",
        wide=7,
    )
    yield _words(state, stages)
    yield TableBlock(
        "Epochs",
        ("Epoch", "Before", "After", "Gained"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("before")]),
                named(state, [one.text("after")]),
                Cell("✓" if one.number("gained") else "✗"),
            )
            for one in noted(state, "distill_prompt.epoch")
        ),
        wide=2,
    )


def _stage(state: RunState, one: Remark) -> tuple[Cell, ...]:
    made = one.texts("made")
    best = max(made, key=lambda id_: score_of(state, id_) or -1.0, default="")
    return (
        plain(one.round),
        said(_STAGES.get(one.text("stage"), one.text("stage"))),
        named(state, one.texts("given")),
        named(state, made),
        named(state, [best]) if score_of(state, best) is not None else Cell("–"),
        plain(f"{_mean_words(state, made):.0f}"),
        plain(int(one.number("unchanged"))),
        plain(prompt_of(state, best or next(iter(made), ""))),
    )


def _mean_words(state: RunState, ids: tuple[str, ...]) -> float:
    lengths = [state.nodes[id_].candidate.prompt.words for id_ in ids if id_ in state.nodes]
    return sum(lengths) / len(lengths) if lengths else 0.0


def _words(state: RunState, stages: list[Remark]) -> LinesBlock:
    lines = [
        Line(
            _STAGES[stage],
            tuple(one.round for one in stages if one.text("stage") == stage),
            tuple(_mean_words(state, one.texts("made")) for one in stages if one.text("stage") == stage),
        )
        for stage in _STAGES
    ]
    return LinesBlock("Length after each stage", "words", tuple(lines), about="Mean length of the prompts of a stage.")
