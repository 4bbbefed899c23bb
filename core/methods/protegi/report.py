"""ProTeGi: the textual gradients, the rows the bandit spent on each candidate, and the beam."""

from collections.abc import Iterator

from core.report.blocks import Block, Cell, TableBlock
from core.report.curve import search_split
from core.report.notes import Remark, named, noted, plain, prompt_of, said
from core.state import RunState


def tell(state: RunState) -> Iterator[Block]:
    """The steps of the beam, the gradients, and the pulls of the bandit."""
    steps = list(noted(state, "protegi.step"))
    yield TableBlock(
        "Beam",
        ("Round", "Expanded", "Chosen by the bandit", "New beam"),
        tuple(
            (
                plain(one.round),
                named(state, one.texts("expanded")),
                named(state, one.texts("selected")),
                named(state, one.texts("beam")),
            )
            for one in steps
        ),
        wide=3,
    )
    yield TableBlock(
        "Gradients",
        ("Round", "What is wrong with the prompt, in the optimizer’s words"),
        tuple((plain(one.round), plain(said)) for one in steps for said in one.texts("criticisms")),
        about="Each criticism leads to edits in the opposite semantic direction.",
        wide=1,
    )
    yield _pulls(state, steps)


def _pulls(state: RunState, steps: list[Remark]) -> TableBlock:
    chosen = {one.round: set(one.texts("selected")) for one in steps}
    beams = {one.round: set(one.texts("beam")) for one in steps}
    rows: list[tuple[Cell, ...]] = []
    for round_ in state.rounds:
        made = sorted(round_.candidates, key=lambda id_: -_answered(state, id_))
        for id_ in made:
            kept, going_on = id_ in chosen.get(round_.number, ()), id_ in beams.get(round_.number, ())
            rows.append(
                (
                    plain(round_.number),
                    named(state, [id_]),
                    said(state.nodes[id_].candidate.operator),
                    plain(_answered(state, id_)),
                    said("dropped" if not kept else "in the beam" if going_on else "chosen"),
                    plain(prompt_of(state, id_)),
                )
            )
    return TableBlock(
        "Pulls of the bandit",
        ("Round", "Candidate", "By", "Rows answered", "Fate", "Prompt"),
        tuple(rows),
        about="Rows answered: what the bandit spent on a candidate before it decided.",
        wide=5,
    )


def _answered(state: RunState, id_: str) -> int:
    return len(state.nodes[id_].verdicts.get(search_split(state), {}))
