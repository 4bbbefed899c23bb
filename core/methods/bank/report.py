"""Bank: what each round tried, and where the best prompt came from."""

from collections import Counter
from collections.abc import Iterator

from core.report.blocks import Block, TableBlock
from core.report.notes import Remark, change, named, noted, plain, prompt_of, said
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The rounds, and how often each operator was tried and won a round."""
    rounds = list(noted(state, "bank.round"))
    yield TableBlock(
        "Rounds",
        ("Round", "Before", "Tried", "Best", "Change", "Prompt of the best"),
        tuple(
            (
                plain(one.round),
                named(state, [one.text("before")]),
                plain(len(one.texts("tried"))),
                named(state, [one.text("best")]),
                change(state, one.text("before"), one.text("best")),
                plain(prompt_of(state, one.text("best"))),
            )
            for one in rounds
        ),
        about="First ready wordings and a line for each label, then worked examples, then edits of the best prompt.",
        wide=5,
    )
    yield _operators(state, rounds)


def _operators(state: RunState, rounds: list[Remark]) -> TableBlock:
    tried = Counter(name for one in rounds for name in one.texts("tried"))
    winners = (state.nodes.get(one.text("best")) for one in rounds if one.text("best") != one.text("before"))
    won = Counter(node.candidate.operator for node in winners if node)
    return TableBlock(
        "Operators",
        ("Operator", "Tried", "Won a round"),
        tuple((said(name), plain(count), plain(won[name])) for name, count in tried.most_common()),
    )
