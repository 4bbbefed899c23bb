"""Write the sample tasks into `resources/samples/`: `python packaging/demo_model/make_samples.py [FOLDER]`.

The same seed gives the same bytes. Rows come from the world of the bundled model: those for training and validation
are made of words and templates that it was trained on, those of the sealed test of words and templates held out.
The prompts stand in each task's `prompts.toml`, which people write.
"""

import json
import random
import sys
import tomllib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from whet_world.families import all_families
from whet_world.human import SAMPLES
from whet_world.kinds import Draw, Family, Kind
from whet_world.prompts import Quality
from whet_world.stream import drawn_groups, situations

SEED = 20261121
TRAINED = 5
TRAIN, VALIDATION = 100, 150


class Sample(NamedTuple):
    """A sample task: which kind of the world it is, and what its file says. `tokens`: the longest answer."""

    name: str
    kind: str
    title: str
    description: str
    answer: str
    metric: str = "exact_match"
    tokens: int = 24
    test: int = 300


TASKS = (
    Sample(
        "last-letter",
        "last-letter",
        "Last letter of a word",
        "A puzzle: the input is a word, the answer is its last letter.",
        "span",
        tokens=8,
        test=250,
    ),
    Sample(
        "sentiment",
        "sentiment",
        "Is the review positive or negative?",
        "Classification with two labels: the input is a short review, the answer is positive or negative.",
        "label",
        tokens=12,
    ),
    Sample(
        "ticket-topic",
        "topic",
        "Which team gets the message?",
        "Classification with six labels: the input is a customer's message, the answer is the team that gets it.",
        "label",
        tokens=12,
    ),
    Sample(
        "order-number",
        "order-number",
        "Order number in a message",
        "Extraction: the input is a customer's message, the answer is the order number in it.",
        "span",
    ),
    Sample(
        "iso-date",
        "iso-date",
        "Date in ISO form",
        "Normalization: the input has a date in one of many forms, the answer is the same date as YYYY-MM-DD.",
        "span",
    ),
    Sample(
        "polite-request",
        "polite",
        "From a note to a polite request",
        "Rewriting: the input is a short note, the answer is a polite request. Graded by common words.",
        "text",
        metric="token_f1",
        tokens=40,
    ),
)


def write(sample: Sample, folder: Path) -> None:
    """The two files of one sample: `task.toml` and `data.jsonl`, every input once."""
    family, kind = _find(sample.kind)
    prompts = tomllib.loads((SAMPLES / sample.name / "prompts.toml").read_text(encoding="utf-8"))
    rows = [json.dumps(row, ensure_ascii=False) for row in _rows(sample, family, kind)]
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "data.jsonl", "".join(f"{row}\n" for row in rows))
    _write(folder / "trained.toml", _trained_file(sample))
    _write(folder / "task.toml", _task_file(sample, kind, prompts["vague"], prompts["human"]))


def _trained_file(sample: Sample) -> str:
    """The first prompts for the kind that training answers, in the default seed's first segment."""
    clear = (
        drawn.prompt.text
        for drawn in drawn_groups("0 0")
        if drawn.kind.name == sample.kind and drawn.prompt is not None and drawn.prompt.quality is Quality.CLEAR
    )
    texts = islice(dict.fromkeys(islice(clear, 2 * TRAINED)), TRAINED)
    lines = "".join(f"    {json.dumps(text, ensure_ascii=False)},\n" for text in texts)
    return f"# Generated: prompts of the bundled model's training, to compare human ones with.\nprompts = [\n{lines}]\n"


def _find(name: str) -> tuple[Family, Kind]:
    return next((family, kind) for family in all_families() for kind in family.kinds if kind.name == name)


def _rows(sample: Sample, family: Family, kind: Kind) -> Iterator[dict[str, str]]:
    seen = situations(family, kind, _draw(sample, held=False), TRAIN + VALIDATION)
    held = situations(family, kind, _draw(sample, held=True), sample.test)
    splits = ["train"] * TRAIN + ["validation"] * VALIDATION + ["test"] * sample.test
    for situation, split in zip((*seen, *held), splits, strict=True):
        yield {"input": situation.text, "answer": situation.answers[kind.name], "split": split}


def _draw(sample: Sample, *, held: bool) -> Draw:
    return Draw(random.Random(f"{SEED} {sample.name} {held}"), held)


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _task_file(sample: Sample, kind: Kind, vague: str, human: str) -> str:
    labels = f"labels = {json.dumps(kind.labels)}\n" if kind.labels else ""
    reading = 'reading = "generated"\n' if kind.labels else ""  # the model was trained to write them
    return f'''\
name = "{sample.name}"
title = "{sample.title}"
description = "{sample.description}"
metric = "{sample.metric}"

[prompt]
seed = "{vague}"
placement = "before_input"
input_template = "Input: {{{{input}}}}\\nOutput:"

[answer]
kind = "{sample.answer}"
{labels}instruction = ""  # so that only the prompt says what is wanted
max_tokens = {sample.tokens}
stops = ["\\n"]
{reading}
[data]
file = "data.jsonl"
input = "input"
answer = "answer"
split = "split"

[reference]
prompt = "{human}"
'''


def main(arguments: list[str]) -> None:
    """Write all samples, into another folder if one is named."""
    root = Path(arguments[0]) if arguments else SAMPLES
    for sample in TASKS:
        write(sample, root / sample.name)
        print(f"{root / sample.name}: {TRAIN + VALIDATION + sample.test} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
