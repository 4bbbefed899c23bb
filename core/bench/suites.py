"""What a bench of methods runs on: sample tasks and the bundled model, or a suite of datasets and a person's model."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from core import data, paths
from core.bench.table import BenchOptions
from core.data import protocols
from core.data.task_file import PromptSection
from core.errors import RunError, UsageError

SEED_PROMPT = "What is this?"
"""The vague prompt of a task that is made from a table."""

_TABLES = frozenset({".csv", ".tsv", ".jsonl", ".parquet"})


def tasks_and_model(options: BenchOptions, samples: Sequence[str]) -> tuple[tuple[Path, ...], Path]:
    """The folders of the tasks and the GGUF. Raises `UsageError` for a suite without tasks or without a model."""
    if options.suite:
        if options.model is None:
            raise UsageError("A suite needs a model.", hint="Name a GGUF with --model FILE.")
        return tuple(task for place in options.suite for task in suite(place)), options.model
    model = options.model or paths.bundled_model()
    if model is None:
        raise RunError("This installation has no bundled model.", hint="Name a GGUF with --model FILE.")
    return tuple(place for place in paths.sample_tasks() if place.name in samples), model


def suite(place: Path) -> tuple[Path, ...]:
    """The task folders of a suite: the folder itself or those in it that have a `task.toml`; else what is recognized
    there of the files that papers publish, and every other table; or a single table. What is no task yet is made into
    one in the person's folder. Raises `UsageError` for none of these."""
    if place.is_file():
        return (_from_table(place),)
    found = sorted(file.parent for pattern in ("task.toml", "*/task.toml") for file in place.glob(pattern))
    made = found or _made(place)
    if not made:
        raise UsageError(
            f"There are no tasks in {place.name}.",
            hint="A suite is a folder of task folders, each with a task.toml, of datasets as papers publish them, or "
            "of tables with a column of inputs and one of answers.",
        )
    return tuple(made)


def _made(folder: Path) -> list[Path]:
    published = protocols.recognized(folder)
    used = {file for task in published for file in task.files}
    tables = sorted(file for file in folder.glob("*") if file.suffix.lower() in _TABLES and file not in used)
    return [*_published(published), *map(_from_table, tables)]


def _published(found: Sequence[protocols.SuiteTask]) -> list[Path]:
    made = []
    for task in found:
        place = _place(task.name, task.files)
        if not (place / "task.toml").is_file():
            protocols.create(task, place)
        made.append(place)
    return made


def _from_table(file: Path) -> Path:
    place = _place(file.stem, (file,))
    if not (place / "task.toml").is_file():
        table = data.read_table(file)
        prompt = PromptSection(seed=SEED_PROMPT)
        data.create_task(place, table, data.suggest_mapping(table), data.TaskPlan(name=file.stem, prompt=prompt))
    return place


def _place(name: str, files: Sequence[Path]) -> Path:
    """Where a task made of these files lies: another one as soon as they change."""
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    return paths.user_folder() / "benches" / "suites" / f"{name}-{digest}"
