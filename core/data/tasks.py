"""Task folders: a task without its sealed rows, and the one door to those."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from core import files, paths
from core.data import guarded
from core.data.dimensions import is_tame
from core.data.dividing import identity
from core.data.mapping import ExampleSet, Mapping, is_letter, to_examples
from core.data.options import ReadOptions
from core.data.reading import read_table
from core.data.splitting import Leak, Sizes, Splits, evaluation_order, leaks, split
from core.data.table import RowError, Table
from core.data.task_file import FILE_NAME, DataSection, PromptSection, TaskFile, inside, read_task_file
from core.domain.contract import contract_instruction
from core.domain.example import Example, Split, fingerprint
from core.domain.label_sets import labels_in
from core.domain.prompt import Demonstration, Prompt
from core.domain.sameness import marks
from core.domain.task import AnswerContract, AnswerKind, Task
from core.domain.variables import with_input
from core.errors import TaskError
from core.said import Said, as_said

_LARGEST_METRIC = 256 * 1024
_LABELLED = frozenset({AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE})


@dataclass(frozen=True, slots=True)
class TaskReading:
    """A task with everything that its folder says and that a person should know before trusting it.

    `sample`: it is one of the product's own.
    """

    task: Task
    reference: str
    errors: tuple[RowError, ...]
    warnings: tuple[str, ...]
    leaks: tuple[Leak, ...]
    sample: bool = False


def load_task(folder: Path) -> Task:
    """The task of a folder: train and validation rows; the sealed test is counted and fingerprinted only.

    Raises `TaskError` for the folder and its task file, `DatasetError` for its data.
    """
    return _read(folder)[0]


def read_task(folder: Path) -> TaskReading:
    """The task of a folder with its reference prompt, rows that cannot be used, and leaks between its splits."""
    task, file, found, splits = _read(folder)
    shared = leaks(splits, identity(file.prompt))
    sample = is_sample(task.test_fingerprint)
    return TaskReading(task, file.reference.prompt, found.errors, found.warnings, shared, sample)


def open_sealed_test(folder: Path) -> tuple[Example, ...]:
    """The sealed rows, in evaluation order. Only `certify` may ask for them, once; keeping the ledger is its matter."""
    folder = Path(folder)
    _, splits = rows_by_split(folder, read_task_file(folder))
    return evaluation_order(splits.test)


def sealed_marks(folder: Path, template: str) -> tuple[tuple[str, ...], tuple[frozenset[str], ...]]:
    """The keys of the sealed rows, and what each is known by in another dress: hashes, which say nothing of them."""
    rows = open_sealed_test(folder)
    return tuple(row.key for row in rows), marks(rows, template)


def is_sample(test_fingerprint: str) -> bool:
    """Whether these sealed rows are those of a sample task, which everybody has; recognized by their content."""
    return any(load_task(folder).test_fingerprint == test_fingerprint for folder in paths.every_sample())


def is_bundled_sample(test_fingerprint: str) -> bool:
    """Whether it is one of the sample tasks that the bundled model was trained for."""
    return any(load_task(folder).test_fingerprint == test_fingerprint for folder in paths.sample_tasks())


def task_fingerprint(task: Task) -> str:
    """64 hexadecimal digits of all that a score depends on beside prompt and model: the train and validation rows, the
    metric with its options and its own file, the answer contract, and how prompt and input are put together."""
    contract = task.contract
    facts = (
        fingerprint(task.train),
        fingerprint(task.validation),
        task.metric,
        contract.kind.value,
        repr(contract.labels),
        contract.instruction,
        str(contract.max_tokens),
        repr(contract.stops),
        task.placement.value,
        task.input_template,
        *((repr(task.metric_options), task.metric_code) if task.metric_options else ()),
        *(("thoughts", str(contract.thought_tokens)) if contract.thought_tokens else ()),
        *(("thought tags", repr(contract.thought_tags)) if contract.thought_tags else ()),
    )
    return hashlib.sha256("".join(f"{len(fact)}:{fact}" for fact in facts).encode()).hexdigest()


def _read(folder: Path) -> tuple[Task, TaskFile, ExampleSet, Splits]:
    folder = Path(folder)
    file = read_task_file(folder)
    found, splits = rows_by_split(folder, file)
    splits = Splits(*(evaluation_order(splits.rows(each)) for each in Split))
    return _task(folder, file, splits), file, found, splits


def _task(folder: Path, file: TaskFile, splits: Splits) -> Task:
    given = [file.prompt.seed] if isinstance(file.prompt.seed, str) else file.prompt.seed
    own, others = file.data.input, file.data.variables
    seeds = [_seed(with_input(seed, own, others), file.prompt) for seed in given]
    return Task(
        name=file.name or folder.resolve().name,
        train=splits.train,
        validation=splits.validation,
        seed_prompts=tuple(seeds) or (_seed("", file.prompt),),
        title=file.title or file.name or folder.resolve().name,
        description=file.description,
        metric=file.metric,
        metric_options=tuple(sorted(file.metric_options.items())),
        metric_code=metric_code(folder, file),
        contract=_contract(file, splits),
        placement=file.prompt.placement,
        input_template=with_input(file.prompt.input_template, own, others),
        reading=file.answer.reading,
        input_name="" if own in others else own,
        test_rows=len(splits.test),
        test_fingerprint=fingerprint(splits.test) if splits.test else "",
    )


def _seed(text: str, section: PromptSection) -> Prompt:
    """A prompt to start from, with the section's worked examples in their layout."""
    worked = tuple(Demonstration(each.input, each.output, tuple(each.columns.items())) for each in section.examples)
    return Prompt(text, worked).laid_out(section.layout)


def metric_code(folder: Path, file: TaskFile) -> str:
    """The text of the task's own metric file, empty if it names none. It is read here, and never run."""
    name = file.metric_options.get("file", "")
    if not name:
        return ""
    path = inside(folder, str(name))
    try:
        return read_metric_file(path)
    except TaskError as error:
        raise TaskError(
            Said("{file_name} of {name}: {message}", file_name=FILE_NAME, name=folder.name, message=error.message),
            hint=error.hint,
        ) from error


def read_metric_file(path: Path) -> str:
    """The text of a metric file, byte for byte. Raises `TaskError` if it cannot be read, or is no UTF-8."""
    try:
        with files.opened(path) as file:
            data = file.read(_LARGEST_METRIC + 1)
        if len(data) > _LARGEST_METRIC:
            raise TaskError(
                Said(
                    "The metric file {name} is larger than {largest_metric} kB.",
                    name=path.name,
                    largest_metric=_LARGEST_METRIC >> 10,
                )
            )
        return data.decode("utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise TaskError(
            Said("The metric file {name} cannot be read: {reason}.", name=path.name, reason=reason),
            hint="Put it there.",
        ) from error
    except UnicodeDecodeError as error:
        raise TaskError(
            Said("The metric file {name} is not UTF-8.", name=path.name), hint="Save it as UTF-8."
        ) from error


def _contract(file: TaskFile, splits: Splits) -> AnswerContract:
    answer = file.answer
    labels = tuple(answer.labels) or _labels(answer.kind, (*splits.train, *splits.validation, *splits.test))
    given = answer.instruction
    instruction = contract_instruction(answer.kind, labels) if given is None else given
    return AnswerContract(
        answer.kind,
        labels,
        instruction,
        answer.max_tokens,
        tuple(answer.stops),
        answer.thought_tokens,
        tuple(answer.thought_tags),
    )


def _labels(kind: AnswerKind, examples: tuple[Example, ...]) -> tuple[str, ...]:
    """The answers in the data, if the kind has labels; of choices, those of the usual form.

    In the order of the alphabet: the instruction that lists them must not tell which are frequent.
    """
    if kind not in _LABELLED:
        return ()
    answers = {answer for example in examples for answer in example.answers}
    if kind is AnswerKind.LABELS:
        return tuple(sorted({label for answer in answers for label in labels_in(answer)}))
    letters = {answer for answer in answers if is_letter(answer)} if kind is AnswerKind.CHOICE else answers
    return tuple(sorted(letters if 2 * len(letters) > len(answers) else answers))


def rows_by_split(folder: Path, file: TaskFile) -> tuple[ExampleSet, Splits]:
    """All usable rows and the split of each, sealed ones too, in no order that means anything: for code that counts,
    compares or rewrites them.

    Whoever shows or learns from rows takes `load_task` or `core.data.looking.read_rows`. Raises as `load_task`.
    """
    found = _one_file(folder, file) if file.data.files is None else _file_per_split(folder, file)
    splits = _split(found, file)
    if not splits.train or not splits.validation:
        empty = "train" if not splits.train else "validation"
        raise TaskError(
            Said("{name} has no {empty} rows.", name=file.name or folder.name, empty=empty),
            hint="A method learns from train rows and chooses by validation rows.",
        )
    return found, splits


def _split(found: ExampleSet, file: TaskFile) -> Splits:
    if found.splits:
        return Splits(*(found.of(each) for each in Split))
    sizes = file.data.sizes
    asked = Sizes(sizes.train, sizes.validation, sizes.test) if sizes else None
    return split(found.examples, asked, seed=file.data.seed, template=file.prompt.input_template)


def mapping_of(data: DataSection, *, multiple: bool = False) -> Mapping:
    """What the columns of a task's data mean."""
    answer = data.answer if isinstance(data.answer, str) else tuple(data.answer)
    return Mapping(data.input, answer, tuple(data.variables), data.split, turns=data.turns, multiple=multiple)


def _read_data(folder: Path, name: str, data: DataSection) -> Table:
    """A file of a task: its first line names the columns, as the task file relies on.

    A task may come from a stranger, so what could unfold to more than it looks like is read in a child.
    """
    path = inside(folder, name)
    reader = read_table if is_tame(path) else guarded.read_table
    return reader(path, ReadOptions(data.encoding, data.delimiter, header=True, plain=True))


def _one_file(folder: Path, file: TaskFile) -> ExampleSet:
    multiple = file.answer.kind is AnswerKind.LABELS
    return to_examples(_read_data(folder, file.data.file, file.data), mapping_of(file.data, multiple=multiple))


def _file_per_split(folder: Path, file: TaskFile) -> ExampleSet:
    """Rows of several files, numbered on from file to file, so that a row's number names it within the task."""
    data, multiple = file.data, file.answer.kind is AnswerKind.LABELS
    assert data.files is not None
    names = {Split.TRAIN: data.files.train, Split.VALIDATION: data.files.validation, Split.TEST: data.files.test}
    examples: list[Example] = []
    splits: list[Split] = []
    errors: list[RowError] = []
    warnings: list[str] = []
    for each, name in names.items():
        if not name:
            continue
        found = to_examples(_read_data(folder, name, data), mapping_of(data, multiple=multiple))
        errors += (
            RowError(error.row, Said("({name}) {message}", name=name, message=error.message)) for error in found.errors
        )
        warnings += (Said("{name}: {warning}", name=name, warning=as_said(warning)) for warning in found.warnings)
        start = examples[-1].row if examples else 0
        examples += (replace(example, row=start + example.row) for example in found.examples)
        splits += [each] * len(found.examples)
    return ExampleSet(tuple(examples), tuple(splits), tuple(errors), tuple(warnings))
