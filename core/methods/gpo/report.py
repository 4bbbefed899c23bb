"""GPO: how far each step may go, what its memory brought back, and who won."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, Line, LinesBlock, TableBlock
from core.report.notes import Remark, change, named, noted, plain, prompt_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The edit budget with what was used of it, the steps with their retrieved prompts, reflections and summaries."""
    steps = list(noted(state, "gpo.step"))
    yield _budget(steps)
    yield _steps(state, steps)
    yield TableBlock(
        "Reflections on what failed",
        ("Round", "Prompt", "Rows", "What the optimizer said"),
        tuple(
            (plain(one.round), named(state, [one.text("current")]), plain(one.text("errors")), plain(one.text("said")))
            for one in noted(state, "gpo.reflection")
        ),
        wide=3,
    )
    yield TableBlock(
        "Summaries of the past",
        ("Round", "Of", "Summary", "Prompt"),
        tuple(
            (
                plain(one.round),
                named(state, one.texts("of")),
                named(state, [one.text("summary")]),
                plain(prompt_of(state, one.text("summary"))),
            )
            for one in noted(state, "gpo.summary")
        ),
        wide=3,
    )


def _budget(steps: list[Remark]) -> LinesBlock:
    limited = [one for one in steps if one.number("budget")]
    allowed = tuple(one.number("budget") for one in limited)
    used = [(one.round, distance) for one in steps if (distance := _of_winner(one)) is not None]
    return LinesBlock(
        "Edit budget",
        "words",
        (
            Line("allowed", tuple(one.round for one in limited), allowed, stepped=True),
            Line("changed by the winner", tuple(at for at, _ in used), tuple(distance for _, distance in used)),
        ),
        about="Words a step may change: the decay of the edit budget, GPO's learning rate.",
    )


def _of_winner(step: Remark) -> float | None:
    """How many words the winner changed; `None` where nobody won."""
    by_id = dict(zip(step.texts("proposals"), step.texts("distances"), strict=False))
    found = by_id.get(step.text("winner"))
    return float(found) if found else None


def _steps(state: RunState, steps: list[Remark]) -> TableBlock:
    return TableBlock(
        "Steps",
        ("Round", "Current", "Retrieved (momentum)", "Similarity", "Proposals", "Winner", "Gain", "Temperature"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("current")]),
                named(state, one.texts("retrieved")),
                Cell(", ".join(one.texts("similarity")) or "–"),
                named(state, one.texts("proposals")),
                named(state, [one.text("winner")]),
                change(state, one.text("current"), one.text("winner")),
                plain(one.number("temperature")),
            )
            for one in steps
        ),
        about="Retrieved: earlier prompts of the trajectory that the optimizer was shown with their scores.",
        wide=4,
    )
