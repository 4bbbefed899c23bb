"""Published benchmarks: recognize their files in a folder, read them, and make tasks of them.

`recognized(folder)` says what there is, `load` reads one of them, `create` writes it as a task folder. Nothing of these
data comes with Whet; each has its own licence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import msgspec

from core.data.creating import CreatedTask, TaskPlan, create_task
from core.data.mapping import Mapping as Columns
from core.data.protocols.base import BenchmarkForm, DataProtocol, Item
from core.data.protocols.bbh import BBH
from core.data.protocols.classification import AG_NEWS, BANKING77, SST2, SUBJ, TREC
from core.data.protocols.induction import INDUCTION
from core.data.protocols.questions import GSM8K, MMLU, WSC
from core.data.protocols.webnlg import WEBNLG
from core.data.splitting import Sizes, Splits, evaluation_order, question, split, suggest_sizes
from core.data.table import Row, RowError, Table
from core.data.task_file import PromptSection
from core.domain.example import Example, Split
from core.errors import DatasetError, UsageError, near_match
from core.said import Said

__all__ = ["PROTOCOLS", "DataProtocol", "LoadedTask", "SuiteTask", "create", "load", "named", "recognized"]

_ALL = (BBH, GSM8K, BANKING77, MMLU, WSC, WEBNLG, INDUCTION, TREC, AG_NEWS, SUBJ, SST2)

PROTOCOLS: Mapping[str, DataProtocol] = MappingProxyType({each.name: each for each in _ALL})
"""Every benchmark whose files are understood, by name."""

_HEAD = 4096
_MOST_FILES = 20_000
_LARGEST = Sizes(200, 500, 1000)
_TO_LEARN = 2 / 5
_COLUMNS = Columns("input", "answer", (), "split")


@dataclass(frozen=True, slots=True)
class SuiteTask:
    """One task that a folder holds: its name (“bbh-navigate”), the benchmark, its task in it, and its files."""

    name: str
    protocol: str
    task: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LoadedTask:
    """A task as read: its rows in splits, how it is asked and judged, and the rows that cannot be used."""

    splits: Splits
    form: BenchmarkForm
    errors: tuple[RowError, ...]


def recognized(folder: Path) -> Sequence[SuiteTask]:
    """What is recognized in a folder and below, by name; files of one task are put together. No file is read whole.

    Raises `DatasetError` if there is no such folder.
    """
    if not folder.is_dir():
        raise DatasetError(
            Said("There is no folder {name}.", name=folder.name), hint="Name a folder with the files of benchmarks."
        )
    found: dict[tuple[str, str], list[Path]] = {}
    for path in _files(folder):
        protocol = _protocol_of(path)
        if protocol is not None:
            found.setdefault((protocol.name, protocol.task_of(path)), []).append(path)
    return sorted((_suite_task(*key, files) for key, files in found.items()), key=lambda each: each.name)


def named(protocol: str, path: Path) -> SuiteTask:
    """The task of this benchmark in a file, or the only one in a folder, whatever the file is called.

    Raises `UsageError` for an unknown benchmark or several tasks, `DatasetError` if there is none.
    """
    if protocol not in PROTOCOLS:
        raise UsageError(
            Said("There is no protocol “{protocol}”.", protocol=protocol), hint=near_match(protocol, PROTOCOLS)
        )
    if not path.is_dir():
        return _suite_task(protocol, PROTOCOLS[protocol].task_of(path), [path])
    tasks = [each for each in recognized(path) if each.protocol == protocol]
    if not tasks:
        raise DatasetError(
            Said("{name} holds no file of {title}.", name=path.name, title=PROTOCOLS[protocol].title),
            hint="Name the file itself.",
        )
    if len(tasks) > 1:
        names = ", ".join(each.task for each in tasks)
        raise UsageError(
            Said(
                "{name} holds {tasks} tasks of {title}.",
                name=path.name,
                tasks=len(tasks),
                title=PROTOCOLS[protocol].title,
            ),
            hint=Said("One of {names}.", names=names),
        )
    return tasks[0]


def load(task: SuiteTask, *, seed: int = 0) -> LoadedTask:
    """Read the files of a task. Raises `DatasetError` that says why one is not what it should be.

    Where rows to test with were published, they alone are sealed; rows to learn from that ask the same as one of them
    are left out. Else all rows are divided by `seed`. At most 200 train, 500 validation and 1,000 sealed rows are kept.
    """
    protocol = PROTOCOLS[task.protocol]
    readings = [(path, protocol.read(path)) for path in task.files]
    parts: dict[Split | None, list[Item]] = {}
    for path, reading in readings:
        parts.setdefault(None if protocol.pooled else protocol.part_of(path), []).extend(reading.items)
    errors = [
        RowError(error.row, Said("({name}) {message}", name=path.name, message=error.message))
        for path, reading in readings
        for error in reading.errors
    ]
    items = [item for part in parts.values() for item in part]
    return LoadedTask(_divided(parts, seed), protocol.form(task.task, items), tuple(errors))


def create(task: SuiteTask, folder: Path, *, name: str = "", seed: int = 0) -> CreatedTask:
    """Write a task of a benchmark as a task folder. Raises as `load` and `create_task` do."""
    protocol, loaded = PROTOCOLS[task.protocol], load(task, seed=seed)
    rows = [(example, each.value) for each in Split for example in loaded.splits.rows(each)]
    table = Table(
        task.name,
        ("input", "answer", "split"),
        tuple(Row(example.row, (example.input, _cell(example.answers), each)) for example, each in rows),
        loaded.errors,
    )
    about = task.task.replace("_", " ")
    plan = TaskPlan(
        name=name or task.name,
        title=f"{protocol.title}: {about}" if about else protocol.title,
        description=f"Made from {', '.join(path.name for path in task.files[:4])} ({protocol.paper}).",
        metric=loaded.form.metric,
        metric_options=dict(loaded.form.options),
        prompt=PromptSection(seed=loaded.form.seed),
        answer=loaded.form.answer,
    )
    return create_task(folder, table, _COLUMNS, plan)


def _files(folder: Path) -> Iterator[Path]:
    """Files below, in order, links not followed."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    for number, path in enumerate(paths):
        if number == _MOST_FILES:
            raise DatasetError(
                Said("{name} holds more than {most_files} files.", name=folder.name, most_files=f"{_MOST_FILES:,}"),
                hint="Name a smaller folder.",
            )
        yield path


def _protocol_of(path: Path) -> DataProtocol | None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # what cannot be read is recognized as nothing
        return None
    return next((each for each in _ALL if each.matches(path, head)), None)


def _suite_task(protocol: str, task: str, files: Iterable[Path]) -> SuiteTask:
    return SuiteTask("-".join(filter(None, (protocol, task))), protocol, task, tuple(sorted(files)))


def _divided(parts: Mapping[Split | None, Sequence[Item]], seed: int) -> Splits:
    """As `load` says. Files without a part are to learn from where there is a part to test with."""
    numbered = _numbered(parts)
    test = numbered.get(Split.TEST) or (numbered.get(Split.VALIDATION) if Split.TRAIN in numbered else None)
    others = [example for part, rows in numbered.items() if rows is not test for example in rows]
    if not test or not others:
        return _all_divided([*(test or ()), *others], seed)
    sealed = evaluation_order(test)[: int(_LARGEST.test)]
    known = {question(example) for example in test}
    if numbered.get(Split.VALIDATION) and test is numbered.get(Split.TEST) and Split.TRAIN in numbered:
        train = _unlike(numbered[Split.TRAIN], known)
        validation = _unlike(numbered[Split.VALIDATION], known | {question(example) for example in train})
        return Splits(_first(train, _LARGEST.train), _first(validation, _LARGEST.validation), sealed)
    left = _unlike(others, known)
    learnt = min(int(_LARGEST.train), round(len(left) * _TO_LEARN))
    chosen = split(left, Sizes(learnt, min(int(_LARGEST.validation), len(left) - learnt), 0), seed=seed)
    return Splits(chosen.train, chosen.validation, sealed)


def _all_divided(examples: Sequence[Example], seed: int) -> Splits:
    return split(examples, suggest_sizes(len(examples)), seed=seed)


def _unlike(examples: Iterable[Example], known: set[str]) -> list[Example]:
    return [example for example in examples if question(example) not in known]


def _first(examples: Sequence[Example], most: float) -> tuple[Example, ...]:
    return evaluation_order(examples)[: int(most)]


def _numbered(parts: Mapping[Split | None, Sequence[Item]]) -> dict[Split | None, list[Example]]:
    """Rows numbered on from part to part."""
    numbered: dict[Split | None, list[Example]] = {}
    start = 1
    for part, items in parts.items():
        numbered[part] = [Example(start + place, item.input, item.answers) for place, item in enumerate(items)]
        start += len(items)
    return numbered


def _cell(answers: tuple[str, ...]) -> str:
    """One answer as it is; several, or one that reads like a list, as a JSON list."""
    if len(answers) == 1 and not answers[0].startswith("["):
        return answers[0]
    return msgspec.json.encode(answers).decode()
