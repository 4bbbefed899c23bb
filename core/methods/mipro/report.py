"""MIPROv2-style: the trials, and how instructions and sets of worked examples did together."""

from collections import defaultdict
from collections.abc import Iterator
from statistics import fmean

from core.report.blocks import Block, HeatBlock, TableBlock
from core.report.notes import Remark, named, noted, plain, prompt_of
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """A grid of what was combined, and the trials in order."""
    trials = list(noted(state, "mipro.trial"))
    yield _grid(trials)
    yield TableBlock(
        "Trials",
        ("Round", "Candidate", "Worked examples", "Score on its rows", "Best so far", "Prompt"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("candidate")]),
                plain(int(one.number("examples"))),
                plain(f"{100 * one.number('score'):.1f}"),
                named(state, [one.text("best")]),
                plain(prompt_of(state, one.text("candidate"))),
            )
            for one in trials
        ),
        about="A trial scores one instruction with one set of worked examples on a few rows.",
        wide=5,
    )


def _grid(trials: list[Remark]) -> HeatBlock:
    scores: dict[tuple[int, int], list[float]] = defaultdict(list)
    for one in trials:
        scores[int(one.number("instruction")), int(one.number("set"))].append(one.number("score"))
    down = sorted({instruction for instruction, _ in scores})
    across = sorted({shown for _, shown in scores})
    values = tuple(tuple(fmean(scores[i, d]) if (i, d) in scores else None for d in across) for i in down)
    return HeatBlock(
        "Instructions and sets of worked examples",
        tuple(str(instruction + 1) for instruction in down),
        tuple(str(shown + 1) for shown in across),
        values,
        about="The mean score of each combination that was tried. The first row is your prompt.",
    )
