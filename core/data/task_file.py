"""`task.toml`: what a task folder says of itself.

```toml
name = "smaller-number"            # default: the folder's name
title = "Smaller of two numbers"
description = "…"
metric = "exact_match"             # a name of core.metrics.METRICS (`whet metrics` lists them)
metric_options = { relative = 0.01 } # those that differ from the metric's defaults; `file` names a file of the folder

[prompt]
seed = "Complete the task."        # or a list of several; default: empty
placement = "before_input"         # before_input, after_input, system
input_template = "{{input}}"       # may use {{column}} of any variable
examples = [{ input = "…", output = "…", columns = { context = "…" } }] # worked examples that the prompt shows
layout = "repeated"                # the instruction in each of them, or "once", behind them all

[answer]
kind = "number"                    # label, choice, number, list, span, text
labels = ["yes", "no"]             # default for label and choice: the answers in the data
instruction = "…"                  # default: made from kind and labels; "" appends nothing
max_tokens = 64
stops = ["\\n"]
thought_tokens = 0                 # what a thinking model may spend before the answer; 0: it is asked not to think
thought_tags = ["scratchpad"]      # tags around thoughts, beside all the published ones
reading = "generated"              # or "choices": labels are compared; left out: as suits the answers

[data]
file = "data.jsonl"                # or one file per split:
# files = { train = "a.csv", validation = "b.csv", test = "c.csv" }
encoding = "cp1252"                # default: detected; so is delimiter
delimiter = ";"
input = "input"
answer = "answer"                  # or a list of columns, each with one accepted answer
variables = ["context"]
turns = "turns"                    # column with the messages before the input: [{"role": "user", "content": "…"}]
split = "split"                    # column with train, validation, test; or else:
# sizes = { train = 100, validation = 0.3, test = 250 }   # rows, or shares of all rows
# seed = 0

[reference]
prompt = "…"                       # a good prompt by a human, to compare with
```

Paths are relative and stay inside the folder. A key that is not named here is an error.
"""

import tomllib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import get_type_hints

import msgspec
import tomli_w

from core import files
from core.domain.prompt import ExampleLayout, Placement
from core.domain.runspec import ParamValue, Reading
from core.domain.task import AnswerKind
from core.errors import TaskError, near_match
from core.said import Said

FILE_NAME = "task.toml"
_LARGEST = 2**20


class ExampleSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A worked example; `columns` are the values of other columns, for an input template that shows them."""

    input: str
    output: str
    columns: dict[str, str] = {}


class PromptSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the search starts, and how prompt and input are put together."""

    seed: str | list[str] = ""
    placement: Placement = Placement.BEFORE_INPUT
    input_template: str = "{{input}}"
    examples: list[ExampleSection] = []
    layout: ExampleLayout = ExampleLayout.REPEATED


class AnswerSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer contract; an `instruction` of `None` is made from kind and labels."""

    kind: AnswerKind = AnswerKind.TEXT
    labels: list[str] = []
    instruction: str | None = None
    max_tokens: int = 64
    stops: list[str] = []
    thought_tokens: int = 0
    thought_tags: list[str] = []
    reading: Reading | None = None


class FilesSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """One file per split; a task without a test file cannot be certified."""

    train: str
    validation: str
    test: str = ""


class SizesSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """Rows (whole numbers) or shares (below 1) of each split."""

    train: int | float
    validation: int | float
    test: int | float = 0


class DataSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the rows are and what their columns mean."""

    file: str = ""
    files: FilesSection | None = None
    encoding: str = ""
    delimiter: str = ""
    input: str = "input"
    answer: str | list[str] = "answer"
    variables: list[str] = []
    split: str = ""
    turns: str = ""
    sizes: SizesSection | None = None
    seed: int = 0


class ReferenceSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a human made of the task."""

    prompt: str = ""


class TaskFile(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole file."""

    name: str = ""
    title: str = ""
    description: str = ""
    metric: str = "exact_match"
    metric_options: dict[str, ParamValue] = {}
    prompt: PromptSection = PromptSection()
    answer: AnswerSection = AnswerSection()
    data: DataSection = DataSection()
    reference: ReferenceSection = ReferenceSection()


def read_task_file(folder: Path) -> TaskFile:
    """The task file of a folder. Raises `TaskError` for a missing, broken or contradictory one."""
    path = folder / FILE_NAME
    try:
        with files.opened(path) as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise TaskError(
            Said("{name} has no {file_name}, so it is not a task.", name=folder.name, file_name=FILE_NAME),
            hint="Name a task's folder.",
        ) from error
    except OSError as error:
        raise TaskError(
            Said(
                "{name} of {task} cannot be read: {reason}.",
                name=path.name,
                task=folder.name,
                reason=_reason(error),
            )
        ) from error
    if len(data) > _LARGEST:
        raise TaskError(
            Said(
                "{name} of {task} is larger than {megabytes} MB.",
                name=path.name,
                task=folder.name,
                megabytes=_LARGEST // 2**20,
            ),
            hint="Is it a task file?",
        )
    return parse_task_file(data, folder.name)


def parse_task_file(data: bytes, name: str) -> TaskFile:
    """Check and convert the text of a task file; `name` is the folder's, for sentences."""
    where = f"{FILE_NAME} of {name}"
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise TaskError(
            Said("{where} is not UTF-8 (byte {byte}).", where=where, byte=f"{error.start:,}"),
            hint="Save it as UTF-8.",
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise TaskError(
            Said("{where} is not valid TOML: {error}.", where=where, error=error), hint="Correct it."
        ) from error
    except RecursionError as error:
        raise TaskError(
            Said("{where} is nested too deeply.", where=where), hint="A task file has no lists in lists."
        ) from error
    _refuse_unknown(table, TaskFile, where)
    try:
        task = msgspec.convert(table, TaskFile)
    except msgspec.ValidationError as error:
        raise TaskError(Said("{where}: {error}.", where=where, error=error), hint="Correct this value.") from error
    _refuse_contradictions(task.data, where)
    if task.answer.max_tokens < 1:
        raise TaskError(
            Said(
                "{where}: max_tokens is {max_tokens}; a reply needs at least 1.",
                where=where,
                max_tokens=task.answer.max_tokens,
            )
        )
    if task.answer.thought_tokens < 0:
        raise TaskError(
            Said(
                "{where}: thought_tokens is {thought_tokens}; 0 is the least, and no thought.",
                where=where,
                thought_tokens=task.answer.thought_tokens,
            )
        )
    return task


def dump_task_file(task: TaskFile) -> bytes:
    """The text of a task file, without the defaults."""
    return tomli_w.dumps(msgspec.to_builtins(task)).encode()


def inside(folder: Path, relative: str) -> Path:
    """The file that a task names. Raises `TaskError` if it lies outside of the folder, or any part of its path is a
    link: what a link leads to belongs to somebody else."""
    absolute = PurePosixPath(relative).is_absolute() or PureWindowsPath(relative).drive or relative.startswith("\\")
    parts = PurePosixPath(relative.replace("\\", "/")).parts
    if absolute or ".." in parts or files.is_reached_by_link(folder, parts):
        raise TaskError(
            Said(
                "{file_name} of {name} names “{relative}”, which lies outside of its folder or is a link.",
                file_name=FILE_NAME,
                name=folder.name,
                relative=relative,
            ),
            hint="Copy the data into the task's folder.",
        )
    return folder.joinpath(*parts)


def _refuse_unknown(table: dict[str, object], form: type[msgspec.Struct], where: str, prefix: str = "") -> None:
    known = get_type_hints(form)
    for key, value in table.items():
        if key not in known:
            raise TaskError(
                Said("{where} has an unknown key “{prefix}{key}”.", where=where, prefix=prefix, key=key),
                hint=near_match(key, known),
            )
        inner = _struct(known[key])
        if inner is not None and isinstance(value, dict):
            _refuse_unknown(value, inner, where, f"{prefix}{key}.")


def _struct(hint: object) -> type[msgspec.Struct] | None:
    options = (hint, *getattr(hint, "__args__", ()))
    return next((each for each in options if isinstance(each, type) and issubclass(each, msgspec.Struct)), None)


def _refuse_contradictions(data: DataSection, where: str) -> None:
    if bool(data.file) == (data.files is not None):
        raise TaskError(
            Said("{where} must name either data.file or data.files.", where=where), hint='Usually file = "data.jsonl".'
        )
    if data.files is not None and (data.split or data.sizes):
        raise TaskError(
            Said("{where}: with data.files there is neither data.split nor data.sizes.", where=where),
            hint="Remove them.",
        )
    if data.split and data.sizes:
        raise TaskError(Said("{where} has both data.split and data.sizes.", where=where), hint="Keep one of them.")


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
