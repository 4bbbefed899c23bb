"""GrIPS: the edit operations, and what each step took."""

from collections import Counter
from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import Remark, named, noted, plain, said
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The steps, and how often each operation was tried and taken."""
    steps = list(noted(state, "grips.step"))
    yield TableBlock(
        "Steps",
        ("Round", "Base", "Operations tried", "Scored to the end", "Taken", "Change"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("base")]),
                said(", ".join(one.texts("operations")) or "–"),
                named(state, one.texts("finished")),
                named(state, [one.text("taken")]),
                plain(one.text("change") or "–"),
            )
            for one in steps
        ),
        about="Operations on phrases: delete, swap, paraphrase, add back. Change: points against the base.",
        wide=2,
    )
    yield _operations(state, steps)


def _operations(state: RunState, steps: list[Remark]) -> TableBlock:
    tried = Counter(name for one in steps for made in one.texts("operations") for name in made.split("+"))
    winners = (state.nodes.get(one.text("taken")) for one in steps)
    taken = Counter(name for node in winners if node for name in node.candidate.operator.split("+"))
    return TableBlock(
        "Operations",
        ("Operation", "Tried", "Taken"),
        tuple((said(name), plain(count), plain(taken[name])) for name, count in tried.most_common()),
    )
