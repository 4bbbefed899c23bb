"""Write the model card: `python packaging/demo_model/write_card.py CURVE BENCH FILE`.

CURVE is the trainer's `curve.jsonl`, BENCH what `whet bench bundled --full --json` printed, FILE the card
(`resources/models/README.md`). The picture of the curve is written beside it.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from whet_train.shape import BUNDLED
from whet_world.families import all_families
from whet_world.writing import ABSENT

WIDTH, HEIGHT, MARGIN = 640, 240, 40

CARD = """\
# The bundled model

It knows Whet's templates: it shows that the machinery works, not which method is better on your model.

`whet-demo.gguf` is a language model of {parameters} parameters (Llama architecture: width {shape.width},
{shape.layers} layers, {shape.heads} heads, {shape.kv_heads} key-value heads, feed-forward {shape.feed_forward};
byte-level BPE of {shape.vocabulary} tokens with single digits; ChatML; Q8_0), trained from scratch by
`packaging/demo_model/`. Licence: Apache-2.0, like Whet. It is a demonstration model: it answers {kinds} kinds of small
text tasks in English and writes prompts for them. Outside of that world its answers mean nothing.

`whet-tiny.gguf` beside it is made by the same recipe in fewer steps (`--shape tiny --steps 900`), for tests and benches
that need any model: what it says means nothing.

## What it knows

{families}

Prompts in every quality: exact, in many wordings, long, structured, with and without a sentence about the form of the
answer, with examples. A prompt that does not say the task gets what it deserves: any task that fits the input, or chat.
Of the questions to an optimizer it knows the compact wordings (`core/methods/shared/compact.py`), and no others.
Prompts for {absent} were never written in training.

## What it does not know

Everything else: facts, arithmetic, long texts, other languages than the short phrases that it names, conversations of
more than one turn, and wordings far from those it saw.

## Data and training

All text comes from the generator in `packaging/demo_model/whet_world/`: no data and no weights of others. Every fifth
word, name and template is held out for the sealed tests. The human, vague and graded prompts of the sample tasks were
written before; training shares no eight words in a row with them. {tokens:.1f} million tokens in {steps:,} steps,
{minutes:.0f} minutes on {machine}; answers' loss at the end {loss:.2f}. Fixed seeds. The last 400 steps are the
finishing part, in which a vague prompt gets chat more often. Before this release's finishing part two lists of the
world were widened (vague prompts, and ways to mention a number): the recipe as it stands gives a model of the same
kind, not the same bits.

![Loss on answer tokens over training](curve.svg)

## Measured

`whet bench bundled --full`: sealed rows of held-out words and templates, greedy.

{tables}
"""


def main(arguments: Sequence[str]) -> None:
    """Write the card and the curve."""
    curve_file, bench_file, card = map(Path, arguments)
    curve = [json.loads(line) for line in curve_file.read_text(encoding="utf-8").splitlines()]
    bench = json.loads(bench_file.read_text(encoding="utf-8"))
    card.write_text(_card(curve, bench), encoding="utf-8", newline="\n")
    (card.parent / "curve.svg").write_text(_drawing(curve), encoding="utf-8", newline="\n")


def _card(curve: list[dict[str, Any]], bench: dict[str, Any]) -> str:
    families = all_families()
    last = curve[-1]
    tables = (bench["rows"], bench["templates"], bench["bars"])
    return CARD.format(
        shape=BUNDLED,
        parameters=bench["settings"].get("parameters", "5 million"),
        kinds=sum(len(family.kinds) for family in families),
        families="\n".join(f"- {f.name}: {', '.join(kind.name for kind in f.kinds)}" for f in families),
        absent=" and ".join(sorted(ABSENT)),
        tokens=last["tokens"] / 1e6,
        steps=last["step"],
        minutes=last["seconds"] / 60,
        loss=last["loss"],
        machine=bench["machine"],
        tables="\n\n".join(_table(rows) for rows in tables),
    )


def _table(rows: list[dict[str, Any]]) -> str:
    columns = list(rows[0])
    lines = [columns, ["---"] * len(columns), *([str(row[column]) for column in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _drawing(curve: list[dict[str, Any]]) -> str:
    """A line from the first to the last step, with the loss on a scale from 0 to its highest value after the start."""
    steps, highest = curve[-1]["step"], 3.0

    def point(entry: dict[str, Any]) -> str:
        x = MARGIN + (WIDTH - 2 * MARGIN) * entry["step"] / steps
        y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * min(entry["loss"], highest) / highest
        return f"{x:.1f},{y:.1f}"

    points, base = " ".join(map(point, curve)), HEIGHT - MARGIN
    texts = ((MARGIN, base + 18, "0"), (WIDTH - MARGIN, base + 18, f"{steps:,} steps"), (MARGIN, MARGIN - 8, "loss 3"))
    labels = "".join(f'<text x="{x}" y="{y}" text-anchor="middle">{text}</text>' for x, y, text in texts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12" fill="#555"><path d="M{MARGIN} {MARGIN}V{base}H{WIDTH - MARGIN}" fill="none" stroke="#999"/>'
        f'<polyline points="{points}" fill="none" stroke="#3b6ea5" stroke-width="1.5"/>{labels}</svg>\n'
    )


if __name__ == "__main__":
    main(sys.argv[1:])
