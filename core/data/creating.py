"""Making a task folder from a table: all of it, or nothing."""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from core import files, names
from core.control import CancelToken
from core.data.mapping import Mapping, is_letter, label_set, to_examples
from core.data.splitting import Contradiction, Leak, Sizes, Splits, contradictions, evaluation_order, leaks, split
from core.data.table import RowError, Table
from core.data.task_file import FILE_NAME, AnswerSection, DataSection, PromptSection, TaskFile, dump_task_file
from core.domain.example import Example, Split
from core.domain.runspec import ParamValue
from core.domain.task import AnswerKind
from core.errors import TaskError

DATA_FILE = "data.jsonl"
METRIC_FILE = "metric.py"
_LONGEST_LABEL = 60
_LONGEST_SPAN = 8


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
    """A task folder as written, and what a person should know of its rows."""

    folder: Path
    splits: Splits
    unused: int
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    leaks: tuple[Leak, ...]


def create_task(
    folder: Path, table: Table, mapping: Mapping, plan: TaskPlan | None = None, *, cancel: CancelToken | None = None
) -> CreatedTask:
    """Write a task folder: `task.toml`, and the usable rows, split, in `data.jsonl`.

    A split column is respected; else rows are divided by the plan's sizes and seed. The folder appears whole or not at
    all. Raises `TaskError` if it exists already or cannot be written, `DatasetError` for columns that do not fit, and
    `Cancelled`, after which nothing is left of it.
    """
    folder, plan, cancel = Path(folder), plan or TaskPlan(), cancel or CancelToken()
    found = to_examples(table, mapping)
    cancel.check()
    template = plan.prompt.input_template
    if found.splits:
        splits = Splits(*(evaluation_order(found.of(each)) for each in Split))
    else:
        splits = split(found.examples, plan.sizes, seed=plan.seed, template=template)
    if not splits.train or not splits.validation:
        raise TaskError(
            f"{len(found.examples):,} usable rows are too few for train, validation and test.",
            hint="A task needs at least a dozen rows; 500 or more can show a gain.",
        )
    cancel.check()
    doubts = contradictions(found.examples, template), leaks(splits, template)
    cancel.check()
    columns = _Columns.of(mapping)
    data = DataSection(
        DATA_FILE, input=columns.input, answer=columns.answer, variables=list(mapping.variables), split=columns.split
    )
    answer = plan.answer or guess_answer(found.examples)
    name = plan.name or folder.name
    own = {METRIC_FILE: plan.metric_code.encode()} if plan.metric_code else {}
    options = {**plan.metric_options, "file": METRIC_FILE} if own else plan.metric_options
    file = TaskFile(name, plan.title, plan.description, plan.metric, options, plan.prompt, answer, data)
    content = {DATA_FILE: b"".join(_lines(splits, columns)), **own, FILE_NAME: dump_task_file(file)}
    cancel.check()
    _write_whole(folder, content, cancel)
    used = sum(len(splits.rows(each)) for each in Split)
    return CreatedTask(
        folder,
        splits,
        len(found.examples) - used,
        found.errors,
        found.warnings,
        *doubts,
    )


def guess_answer(examples: Sequence[Example]) -> AnswerSection:
    """The likeliest answer contract: numbers, JSON objects, letters of options, labels, a few words, or free text.

    One defective row in fifty does not change it.
    """
    answers = [example.answer for example in examples]
    if _nearly_all(map(_is_number, answers)):
        return AnswerSection(AnswerKind.NUMBER)
    if _nearly_all(map(_is_object, answers)):
        return AnswerSection(AnswerKind.TEXT, instruction="Answer with JSON only.", max_tokens=256)
    if _nearly_all(map(is_letter, answers)):
        return AnswerSection(AnswerKind.CHOICE)
    labels = label_set(examples)
    if labels and max(map(len, labels)) <= _LONGEST_LABEL:
        return AnswerSection(AnswerKind.LABEL, sorted(labels))
    if all(len(answer.split()) <= _LONGEST_SPAN for answer in answers):
        return AnswerSection(AnswerKind.SPAN)
    return AnswerSection(AnswerKind.TEXT, max_tokens=256)


def _nearly_all(facts: Iterable[bool]) -> bool:
    given = list(facts)
    return sum(given) >= 0.98 * len(given)


def _is_object(text: str) -> bool:
    """A JSON object."""
    if not text.startswith("{"):
        return False
    try:
        msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeEncodeError):
        return False
    return True


def _is_number(text: str) -> bool:
    """A number, or a worked solution that ends in "#### 18"."""
    try:
        return Decimal(text.rpartition("####")[2].strip("$€£% ").replace(",", "")).is_finite()
    except InvalidOperation:
        return False


@dataclass(frozen=True, slots=True)
class _Columns:
    """Names in the written file: the person's own, so that `{{column}}` in prompts goes on to work."""

    input: str
    answer: str
    split: str

    @classmethod
    def of(cls, mapping: Mapping) -> "_Columns":
        taken = {mapping.input, *mapping.variables}
        answer = mapping.answers[0] if len(mapping.answers) == 1 else _free("answers", taken)
        return cls(mapping.input, answer, _free("split", taken | {answer}))


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _lines(splits: Splits, columns: _Columns) -> Iterable[bytes]:
    rows = [(example.row, each.value, example) for each in Split for example in splits.rows(each)]
    for _, each, example in sorted(rows, key=lambda row: row[0]):
        answer = example.answer if len(example.answers) == 1 else list(example.answers)
        fields = {columns.input: example.input, columns.answer: answer, **dict(example.variables)}
        yield msgspec.json.encode({**fields, columns.split: each}) + b"\n"


def _write_whole(folder: Path, content: dict[str, bytes], cancel: CancelToken) -> None:
    """Write into a neighbouring folder, then rename it: whoever looks finds all files or none."""
    if not names.may_be_given(folder.name):
        raise TaskError(f"A task cannot be called “{folder.name}”.", hint=names.RULE, kept="Nothing was written.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TaskError(f"{folder.name} exists already.", hint="Choose another name.", kept="It was not changed.")
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
            f"The task {folder.name} could not be written: {(error.strerror or str(error)).lower()}.",
            kept="Nothing was changed.",
            hint="Choose a folder that you may write to, on a disk with free space.",
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
