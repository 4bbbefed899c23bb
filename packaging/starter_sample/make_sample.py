"""Write the rows of the starter model's sample: `python packaging/starter_sample/make_sample.py [FOLDER]`.

The same seed gives the same bytes. Train and validation rows are made of frames and words that the sealed rows never
use, so that a gain there is not a gain on sentences that the search has seen. The task file is written by hand.
"""

import json
import random
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SEED = 20261129
TRAIN, VALIDATION, TEST = 180, 180, 300
HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "resources" / "samples" / "sentence-topic"

Words = dict[str, list[str]]


def rows() -> Iterator[dict[str, str]]:
    """All rows, every sentence once and every topic equally often in each split."""
    world = tomllib.loads((HERE / "sentences.toml").read_text("utf-8"))
    pick = random.Random(SEED)
    seen = _sentences(world, "seen", TRAIN + VALIDATION, pick)
    held = _sentences(world, "held", TEST, pick)
    splits = ["train"] * TRAIN + ["validation"] * VALIDATION + ["test"] * TEST
    for (text, topic), split in zip((*seen, *held), splits, strict=True):
        yield {"input": text, "answer": topic, "split": split}


def _sentences(world: dict[str, Any], part: str, number: int, pick: random.Random) -> list[tuple[str, str]]:
    """This many different sentences, the topics in turn."""
    topics: dict[str, dict[str, Any]] = world["topics"]
    found: dict[str, str] = {}
    names = list(topics)
    while len(found) < number:
        name = names[len(found) % len(names)]
        topic = topics[name]
        words = {key: pick.choice(source[part]) for key, source in (*_shared(world), *_own(topic))}
        found.setdefault(_sentence(pick.choice(topic[part]), words), name)
    return list(found.items())


def _shared(world: dict[str, Any]) -> list[tuple[str, Words]]:
    return [(key, world[key]) for key in ("person", "day")]


def _own(topic: dict[str, Any]) -> list[tuple[str, Words]]:
    return [(key, topic[key]) for key in ("a", "b")]


def _sentence(frame: str, words: dict[str, str]) -> str:
    """A filled frame, with “an” where English wants it."""
    text = frame.format(**words)
    for vowel in "aeiou":
        text = text.replace(f" a {vowel}", f" an {vowel}")
    return text[0].upper() + text[1:]


def main(arguments: list[str]) -> None:
    """Write the rows, into another folder if one is named."""
    folder = Path(arguments[0]) if arguments else SAMPLE
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False) for row in rows()]
    (folder / "data.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    print(f"{folder / 'data.jsonl'}: {len(lines)} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
