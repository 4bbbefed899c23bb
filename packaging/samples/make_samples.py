"""Write the two sample tasks into `resources/samples/`: `python packaging/samples/make_samples.py`.

The same seed gives the same bytes. Rows are made here from word lists of our own; none comes from a data set. Inputs
keep to the forms that the bundled interim model was trained on: single words of six letters or more, and short
sentences of five words about people at work.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

SIZES = {"train": 100, "validation": 150, "test": 300}
SEED = 20261120
VAGUE = "Complete the task."
WORDS = Path(__file__).parents[1] / "demo_model" / "whet_world" / "words_common.txt"

PEOPLE = (
    "actor", "artist", "author", "athlete", "banker", "doctor", "judge", "lawyer", "manager", "professor", "president",
    "secretary", "senator", "scientist", "student", "tourist",
)  # fmt: skip
DEEDS = (
    "advised", "admired", "avoided", "believed", "called", "contacted", "encouraged", "helped", "introduced",
    "mentioned", "recognized", "recommended", "stopped", "supported", "thanked",
)  # fmt: skip


class Sample(NamedTuple):
    """A sample task: what its file says, and a generator of (input, answer)."""

    name: str
    title: str
    description: str
    kind: str
    reference: str
    pairs: Callable[[random.Random], Iterator[tuple[str, str]]]


def last_letters(rng: random.Random) -> Iterator[tuple[str, str]]:
    """A word and its last letter. Shorter words are left out: the model reads them as one token, not as letters."""
    words = [word for word in WORDS.read_text(encoding="utf-8").split() if len(word) >= 6]
    while True:
        word = rng.choice(words)
        yield word, word[-1]


def last_words(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Who did what to whom."""
    while True:
        doer, other = (someone if rng.random() < 0.5 else _plural(someone) for someone in rng.sample(PEOPLE, 2))
        yield f"The {doer} {rng.choice(DEEDS)} the {other}.", other


SAMPLES = (
    Sample(
        "last-letter",
        "Last letter of a word",
        "The input is a word; the answer is its last letter. Made for the bundled model.",
        "span",
        "Write the last letter of the word.",
        last_letters,
    ),
    Sample(
        "last-word",
        "Last word of a sentence",
        "The input is a sentence of five words; the answer is its last word. Made for the bundled model.",
        "span",
        "Write the last word of the sentence.",
        last_words,
    ),
)


def write(sample: Sample, folder: Path) -> None:
    """The folder of one sample: `task.toml` and `data.jsonl`, every input once."""
    rng = random.Random(f"{SEED} {sample.name}")
    unique = islice(_unique(sample.pairs(rng)), sum(SIZES.values()))
    splits = (split for split, size in SIZES.items() for _ in range(size))
    rows = [
        json.dumps({"input": text, "answer": answer, "split": split})
        for (text, answer), split in zip(unique, splits, strict=True)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "data.jsonl").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8", newline="\n")
    (folder / "task.toml").write_text(_task_file(sample), encoding="utf-8", newline="\n")


def _unique(pairs: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for text, answer in pairs:
        if text not in seen:
            seen.add(text)
            yield text, answer


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _task_file(sample: Sample) -> str:
    return f'''\
name = "{sample.name}"
title = "{sample.title}"
description = "{sample.description}"
metric = "exact_match"

[prompt]
seed = "{VAGUE}"
placement = "before_input"
input_template = "Input: {{{{input}}}}\\nOutput:"

[answer]
kind = "{sample.kind}"
instruction = ""  # the bundled model understands only the wordings it was trained on
max_tokens = 8
stops = ["\\n"]

[data]
file = "data.jsonl"
input = "input"
answer = "answer"
split = "split"

[reference]
prompt = "{sample.reference}"
'''


def main(arguments: list[str]) -> None:
    """Write all samples, into another folder if one is named."""
    root = Path(arguments[0]) if arguments else Path(__file__).parents[2] / "resources" / "samples"
    for sample in SAMPLES:
        write(sample, root / sample.name)
        print(f"{root / sample.name}: {sum(SIZES.values())} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
