"""Making a task folder from a table: all of it, or nothing."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from core import files, names
from core.control import CancelToken
from core.data.contracts import guess_answer
from core.data.dividing import Divided, divide, group_leaks, identity, one_split_only, quoted_rows, refuse_leaks
from core.data.mapping import ExampleSet, Mapping, to_examples
from core.data.splitting import Contradiction, Leak, Sizes, Splits, contradictions, leaks
from core.data.table import RowError, Table
from core.data.task_file import FILE_NAME, AnswerSection, DataSection, PromptSection, TaskFile, dump_task_file
from core.domain.example import Split
from core.domain.runspec import ParamValue
from core.domain.variables import INPUT, refuse_unknown, with_input
from core.errors import TaskError
from core.said import Said

DATA_FILE = "data.jsonl"
METRIC_FILE = "metric.py"


@dataclass(frozen=True, slots=True)
class TaskPlan:
    """What a new task says beside its rows. An `answer` of `None` is guessed from the rows.

    `metric_code` is the text of a metric file, which is copied into the folder.
    """

    name: str = ""
    title: str = ""
    description: str = ""
    metric: str = "exact_match"
    metric_options: dict[str, ParamValue] = field(default_factory=dict)
    metric_code: str = ""
    prompt: PromptSection = field(default_factory=PromptSection)
    answer: AnswerSection | None = None
    sizes: Sizes | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True)
class CreatedTask:
    """A task folder as written, and what a person should know of its rows. `unused` are the numbers of good rows that
    no split holds; `notes` say what was guessed."""

    folder: Path
    splits: Splits
    unused: tuple[int, ...]
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    leaks: tuple[Leak, ...]
    notes: tuple[str, ...] = ()


def create_task(
    folder: Path, table: Table, mapping: Mapping, plan: TaskPlan | None = None, *, cancel: CancelToken | None = None
) -> CreatedTask:
    """Write a task folder: `task.toml`, and the usable rows, split, in `data.jsonl`.

    A split column is respected; else rows are divided by the plan's sizes and seed. The folder appears whole or not at
    all. Raises `TaskError` if it exists already or cannot be written, or if a split would be empty, `DatasetError` for
    columns that do not fit, `UsageError` for a name in prompt or template that no column has, and `Cancelled`, after
    which nothing is left of it.
    """
    folder, plan, cancel = Path(folder), plan or TaskPlan(), cancel or CancelToken()
    prompt = _fitting(plan.prompt, mapping)
    found, notes = _examples(table, mapping)
    cancel.check()
    shown = identity(prompt)
    divided = divide(found, plan.sizes, seed=plan.seed, template=shown, column=mapping.split)
    splits = divided.splits
    cancel.check()
    doubts = contradictions(found.examples, shown), leaks(splits, shown)
    cancel.check()
    columns = _Columns.of(mapping)
    answer = plan.answer or guess_answer(found.examples, column=mapping.answers[0], multiple=mapping.multiple)
    refuse_leaks(answer, prompt, splits)
    data = DataSection(
        DATA_FILE,
        input=columns.input,
        answer=columns.answer,
        variables=list(mapping.variables),
        split=columns.split,
        turns=columns.turns,
    )
    name = plan.name or folder.name
    own = {METRIC_FILE: plan.metric_code.encode()} if plan.metric_code else {}
    options = {**plan.metric_options, "file": METRIC_FILE} if own else plan.metric_options
    file = TaskFile(name, plan.title, plan.description, plan.metric, options, prompt, answer, data)
    content = {DATA_FILE: b"".join(_lines(splits, columns)), **own, FILE_NAME: dump_task_file(file)}
    cancel.check()
    _write_whole(folder, content, cancel)
    used = {example.row for each in Split for example in splits.rows(each)}
    unused = tuple(example.row for example in found.examples if example.row not in used)
    quoted = quoted_rows([prompt.seed] if isinstance(prompt.seed, str) else prompt.seed, splits)
    if quoted:
        shown = ", ".join(map(str, quoted[:5])) + (", …" if len(quoted) > 5 else "")
        notes = (
            *notes,
            Said("The prompt holds sealed rows word for word, which makes the test easier: rows {shown}.", shown=shown),
        )
    notes = (*notes, *divided.notes, *group_leaks(found, mapping.group))
    return CreatedTask(folder, splits, unused, found.errors, found.warnings, *doubts, notes)


def division(table: Table, mapping: Mapping, sizes: Sizes | None, template: str) -> Divided:
    """Which rows a new task would have in which split, without making it. Raises as `create_task`."""
    prompt = _fitting(PromptSection(input_template=template), mapping)
    found, _ = _examples(table, mapping)
    return divide(found, sizes, template=identity(prompt), column=mapping.split)


def _examples(table: Table, mapping: Mapping) -> tuple[ExampleSet, tuple[str, ...]]:
    """The usable rows, and notes; splits that a format of evaluations names alike for all rows mean nothing."""
    found, roles = to_examples(table, mapping), table.roles
    if not (one_split_only(found) and roles is not None and roles.format and mapping.split == roles.split):
        return found, table.notes
    note = Said(
        "All rows are {splits} rows, as evaluations keep them: they were divided anew.", splits=found.splits[0].value
    )
    return replace(found, splits=()), (*table.notes, note)


def _fitting(prompt: PromptSection, mapping: Mapping) -> PromptSection:
    """The prompts and the template with `{{input}}` for the input column's own name, and no name that nothing fills."""
    seeds = [prompt.seed] if isinstance(prompt.seed, str) else prompt.seed
    columns = (INPUT, *([] if mapping.template else [mapping.input]), *mapping.variables)
    for text, what in (*((seed, "The prompt") for seed in seeds), (prompt.input_template, "The input template")):
        refuse_unknown(text, columns, what)
    own = "" if mapping.template else mapping.input
    named = [with_input(seed, own, mapping.variables) for seed in seeds]
    return msgspec.structs.replace(
        prompt,
        seed=named[0] if isinstance(prompt.seed, str) else named,
        input_template=with_input(prompt.input_template, own, mapping.variables),
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Names in the written file: the person's own, so that `{{column}}` in prompts goes on to work."""

    input: str
    answer: str
    split: str
    turns: str

    @classmethod
    def of(cls, mapping: Mapping) -> "_Columns":
        taken = set(mapping.variables)
        input_ = _free("input", taken | set(mapping.answers)) if mapping.template else mapping.input
        taken.add(input_)
        answer = mapping.answers[0] if len(mapping.answers) == 1 else _free("answers", taken)
        taken.add(answer)
        turns = _free("turns", taken) if mapping.turns else ""
        return cls(input_, answer, _free("split", taken | {turns}), turns)


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _lines(splits: Splits, columns: _Columns) -> Iterable[bytes]:
    rows = [(example.row, each.value, example) for each in Split for example in splits.rows(each)]
    for _, each, example in sorted(rows, key=lambda row: row[0]):
        answer = example.answer if len(example.answers) == 1 else list(example.answers)
        fields: dict[str, object] = {columns.input: example.input, columns.answer: answer, **dict(example.variables)}
        if columns.turns:
            fields[columns.turns] = [{"role": role, "content": text} for role, text in example.turns]
        yield msgspec.json.encode({**fields, columns.split: each}) + b"\n"


def _write_whole(folder: Path, content: dict[str, bytes], cancel: CancelToken) -> None:
    """Write into a neighbouring folder, then rename it: whoever looks finds all files or none."""
    if not names.may_be_given(folder.name):
        raise TaskError(
            Said("A task cannot be called “{name}”.", name=folder.name), hint=names.RULE, kept="Nothing was written."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TaskError(
            Said("{name} exists already.", name=folder.name), hint="Choose another name.", kept="It was not changed."
        )
    partial = folder.parent / files.temporary(folder.name)
    try:
        files.make_folder(folder.parent)
        files.make_folder(partial)
        for name, data in content.items():
            with files.opened(partial / name, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            cancel.check()
        if folder.is_dir():
            folder.rmdir()
        partial.rename(folder)
    except OSError as error:
        raise TaskError(
            Said(
                "The task {name} could not be written: {reason}.",
                name=folder.name,
                reason=(error.strerror or str(error)).lower(),
            ),
            kept="Nothing was changed.",
            hint="Choose a folder that you may write to, on a disk with free space.",
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
