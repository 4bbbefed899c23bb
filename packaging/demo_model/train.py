"""Train the bundled model: `python packaging/demo_model/train.py --shape bundled --out DIR --steps N`.

The same command goes on where the last checkpoint in DIR ended; SIGTERM writes one and ends.
"""

import argparse
import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

import torch
from whet_train.loop import Run, beside, complete, segments
from whet_train.shape import SHAPES
from whet_train.tokenizer import kept
from whet_world.conversation import Group
from whet_world.stream import groups

MMAP_MAX, TRIM_THRESHOLD = -4, -1
"""Numbers of glibc's `mallopt`."""


def keep_memory() -> None:
    """Keep freed memory: large tensors come and go at every step, and each page given back is faulted in again."""
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        library.mallopt(MMAP_MAX, 0)
        library.mallopt(TRIM_THRESHOLD, 2**31 - 1)


def _source(seed: str, finishing: bool) -> Iterator[Group]:  # noqa: FBT001 - the trainer's form
    return groups(seed, finishing=finishing)


def main() -> None:
    """Train as the arguments say."""
    parser = argparse.ArgumentParser(description="Train the bundled model, or go on with it.")
    parser.add_argument("--shape", choices=sorted(SHAPES), default="bundled")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--finish", type=int, default=0, help="how many of the steps are the finishing part")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    shape, folder = SHAPES[options.shape], options.out
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    keep_memory()
    torch.set_num_threads(options.threads)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = kept(folder / "tokenizer.json", groups("tokenizer"), shape.vocabulary)
    run = Run.new(shape, options.steps, options.seed, options.finish)
    if (folder / "checkpoint.pt").exists():
        run.load(folder / "checkpoint.pt")
    if run.progress.step >= run.steps:
        return
    made = segments(
        _source,
        tokenizer,
        shape,
        options.seed,
        run.progress.step,
        options.steps - options.finish if options.finish else None,
    )
    with beside(made) as batches:
        complete(run, batches, folder, torch.compile(run.losses, dynamic=False))


if __name__ == "__main__":
    main()
