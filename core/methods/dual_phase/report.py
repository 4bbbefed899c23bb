"""Dual-Phase: the drafts of the first phase, then which sentences were chosen and which gates their rewrites passed."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, HeatBlock, TableBlock
from core.report.notes import Remark, begin, named, noted, plain, points, prompt_of, said
from core.report.sentences import weight_steps
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The chances of the sentences over the steps, the gates, and the drafts."""
    yield _weights(state)
    yield _gates(state)
    yield _drafts(state)


def _weights(state: RunState) -> HeatBlock:
    steps = weight_steps(state)
    texts = steps[-1].sentences if steps else ()
    shown = [place for place in range(len(texts)) if any(_chance(step.chances, place) is not None for step in steps)]
    return HeatBlock(
        "Chance of each sentence to be rewritten",
        tuple(begin(texts[place]) for place in shown),
        tuple(f"{step.round}: {step.candidate}" for step in steps),
        tuple(tuple(_chance(step.chances, place) for step in steps) for place in shown),
        across=tuple(step.candidate for step in steps),
        shares=True,
        about="EXP3 weights: they grow where rewriting a sentence earned something. A column per step.",
    )


def _chance(chances: tuple[float | None, ...], place: int) -> float | None:
    return chances[place] if place < len(chances) else None


def _gates(state: RunState) -> TableBlock:
    rows: list[tuple[Cell, ...]] = []
    for round_ in state.rounds:
        for note in round_.notes:
            one = Remark(round_.number, note)
            if note.topic == "dual_phase.quick_gate":
                rows += _quick(state, one)
            elif note.topic == "dual_phase.full_gate":
                rows.append(_full(state, one))
    columns = ("Round", "Gate", "Sentence", "Chance", "Rewrite", "Gain", "Needed", "Rows", "Passed")
    return TableBlock(
        "Gates",
        columns,
        tuple(rows),
        about="A rewrite must first help on failed rows (quick gate), then on all rows (full gate).",
        wide=4,
    )


def _quick(state: RunState, one: Remark) -> Iterator[tuple[Cell, ...]]:
    results = zip(one.texts("candidates"), one.texts("gains"), one.texts("rows"), one.texts("passed"), strict=False)
    for candidate, gain, rows, passed in results:
        yield (
            plain(one.round),
            said("quick gate"),
            plain(int(one.number("sentence")) + 1),
            plain(f"{100 * one.number('chance'):.0f} %"),
            named(state, [candidate]),
            points(float(gain)),
            Cell(""),
            plain(rows),
            _passed(passed == "True"),
        )


def _full(state: RunState, one: Remark) -> tuple[Cell, ...]:
    return (
        plain(one.round),
        said("full gate"),
        plain(int(one.number("sentence")) + 1),
        plain(f"{100 * one.number('chance'):.0f} %"),
        named(state, [one.text("candidate")]),
        points(one.number("gain")),
        points(one.number("needed")),
        said("all rows"),
        _passed(bool(one.number("passed"))),
    )


def _passed(passed: bool) -> Cell:  # noqa: FBT001 - it is what is said
    return said("✓ passed" if passed else "✗ failed")


def _drafts(state: RunState) -> TableBlock:
    return TableBlock(
        "Drafts of the first phase",
        ("Draft", "Start", "Rows shown", "Prompt"),
        tuple(
            (
                named(state, [draft]),
                plain("★" if draft == one.text("start") else ""),
                plain(one.text("examples")),
                plain(prompt_of(state, draft)),
            )
            for one in noted(state, "dual_phase.drafts")
            for draft in one.texts("drafts")
        ),
        wide=3,
    )
