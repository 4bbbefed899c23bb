"""Real runs on labels that were shuffled: whatever a search finds in them is chance.

A task with two labels in exactly equal numbers, permuted within each split, and answers read by comparing labels: every
prompt's true score is one half. Replies that are written would not do: a prompt that makes the model name a label at
all would really be better than one that does not.
"""

import os
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from core import paths
from core.bench import runs
from core.bench.table import BenchOptions, Cell
from core.data import tasks
from core.data.task_file import FILE_NAME, DataSection, dump_task_file, read_task_file
from core.domain.example import Example, Split
from core.domain.runspec import Budget, Reading
from core.engine.client import EngineProcess
from core.engine.connection import EngineCommandError
from core.errors import RunError
from core.store.workspace import Workspace

_SAMPLE = "sentiment"
_CALLS = 1_500


def rows(n: int, options: BenchOptions) -> list[dict[str, Cell]]:
    """One row per run: what was found, and whether it was certified (`None`: the seed prompt was kept)."""
    found: list[dict[str, Cell]] = []
    for seed in range(options.seed, options.seed + n):
        with runs.scratch() as workspace, _home(workspace.folder / "home"), EngineProcess() as engine:
            row = _run(workspace, engine, shuffled(_sample(), workspace.tasks_folder / f"shuffled-{seed}", seed), seed)
        found.append(row)
        options.say(f"real run {len(found)} of {n}: {_words(row)}")
    return found


def _words(row: dict[str, Cell]) -> str:
    return "the seed prompt was kept" if row["certified"] is None else f"{row['gain']} points"


def shuffled(sample: Path, folder: Path, seed: int) -> Path:
    """A task folder made of a sample task: as many rows of each label in each split, their labels permuted."""
    task, chance = tasks.load_task(sample), random.Random(seed)
    parts = {Split.TRAIN: task.train, Split.VALIDATION: task.validation, Split.TEST: tasks.open_sealed_test(sample)}
    lines = []
    for split, examples in parts.items():
        chosen = _balanced(examples)
        answers = [example.answer for example in chosen]
        chance.shuffle(answers)
        lines += [
            msgspec.json.encode({"input": example.input, "answer": answer, "split": split.value}) + b"\n"
            for example, answer in zip(chosen, answers, strict=True)
        ]
    folder.mkdir(parents=True)
    (folder / "data.jsonl").write_bytes(b"".join(lines))
    file = read_task_file(sample)
    changed = msgspec.structs.replace(file, name=folder.name, data=DataSection(file="data.jsonl", split="split"))
    (folder / FILE_NAME).write_bytes(dump_task_file(changed))
    return folder


def _balanced(examples: Sequence[Example]) -> list[Example]:
    by_label: dict[str, list[Example]] = {}
    for example in examples:
        by_label.setdefault(example.answer, []).append(example)
    least = min(map(len, by_label.values()))
    return [example for members in by_label.values() for example in members[:least]]


def _run(workspace: Workspace, engine: EngineProcess, task: Path, seed: int) -> dict[str, Cell]:
    prepared = runs.prepare(engine, task, seed=seed, budget=Budget(calls=_CALLS), reading=Reading.CHOICES)
    folder = workspace.new_run(prepared.spec)
    state = runs.run(engine, folder, task)
    row: dict[str, Cell] = {"seed": seed, "calls": state.spend.calls, "prompts": len(state.nodes)}
    try:
        runs.certify(engine, folder, task, reading=Reading.CHOICES)
    except EngineCommandError as error:
        if error.code != RunError.code:
            raise
        return {**row, "gain": None, "low": None, "high": None, "n": None, "certified": None}
    certificate = folder.read_certificate()
    assert certificate is not None, "what was certified has a certificate"
    gain = certificate.gain
    points = {"gain": gain.difference, "low": gain.low, "high": gain.high}
    rounded: dict[str, Cell] = {name: round(100 * value, 1) for name, value in points.items()}
    return {**row, **rounded, "n": gain.n, "certified": gain.certified}


def _sample() -> Path:
    return next(folder for folder in paths.sample_tasks() if folder.name == _SAMPLE)


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    """A ledger for each run: these tests are nobody's, share rows, and the next bench opens them again."""
    before = os.environ.get("WHET_HOME")
    os.environ["WHET_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["WHET_HOME"]
        else:
            os.environ["WHET_HOME"] = before
