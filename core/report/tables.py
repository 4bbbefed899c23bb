"""What the pictures of a run show, as tables of plain texts, a line each, the head first: for CSV files."""

from core.domain.example import Split
from core.figures import percent
from core.report.blocks import Block, HeatBlock, TableBlock
from core.report.curve import score_curve
from core.state import RunState

Table = list[list[str]]


def candidates_table(state: RunState) -> Table:
    """Every candidate with its origin, its scores from 0 to 100, and its prompt."""
    head = ["candidate", "parents", "operator", "round", "words"]
    head += [f"{split.value}{what}" for split in (Split.TRAIN, Split.VALIDATION) for what in ("", "_low", "_high")]
    rows = [[*head, "prompt"]]
    for id_, node in state.nodes.items():
        candidate = node.candidate
        row = [id_, " ".join(candidate.parents), candidate.operator, str(candidate.round), str(candidate.prompt.words)]
        for split in (Split.TRAIN, Split.VALIDATION):
            card = node.cards.get(split)
            row += [percent(value, 2) for value in (card.value, card.low, card.high)] if card else ["", "", ""]
        rows.append([*row, candidate.prompt.shown])
    return rows


def curve_table(state: RunState) -> Table:
    """The score curve: what was known after how many calls."""
    curve = score_curve(state)
    head = ["calls", "candidate", "round", "score", "low", "high", "best", "leader"]
    return [
        head,
        *(
            [
                str(point.spent),
                point.candidate,
                str(point.round),
                percent(point.value, 2),
                percent(point.low, 2),
                percent(point.high, 2),
                percent(point.best, 2),
                point.leader,
            ]
            for point in curve.points
        ),
    ]


def block_table(block: Block) -> Table:
    """A block of a method's story as a table."""
    if isinstance(block, TableBlock):
        return [list(block.columns), *([cell.text for cell in row] for row in block.rows)]
    if isinstance(block, HeatBlock):
        lines = zip(block.rows, block.values, strict=True)
        return [["", *block.columns], *([name, *(_plain(value) for value in values)] for name, values in lines)]
    return [
        ["round", "what", block.unit],
        *(
            [f"{number:g}", line.name, f"{value:g}"]
            for line in block.lines
            for number, value in zip(line.rounds, line.values, strict=True)
        ),
    ]


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
