"""From a data file to a task without a question: everything is guessed, said, and can be changed afterwards."""

import re
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from core import names
from core.control import Cancelled, CancelToken
from core.data.contracts import guess_answer
from core.data.creating import CreatedTask, TaskPlan, create_task
from core.data.kept_task import answer_of, kept_in, options_of, prompt_of
from core.data.mapping import Mapping, to_examples
from core.data.splitting import Sizes
from core.data.table import Table
from core.data.task_file import FILE_NAME, AnswerSection, PromptSection, dump_task_file, read_task_file
from core.data.tasks import load_task
from core.domain.prompt import WHOLE_INPUT, Placement, Prompt
from core.domain.runspec import ParamValue
from core.engine.metric_choice import choose_metric
from core.operators.bank import wordings
from core.store import practised, trash
from core.store.workspace import Workspace

_METRIC = "exact_match"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of the task beside its columns. No prompt: one is suggested. No `sizes`: they are, too."""

    name: str
    prompt: str = ""
    sizes: Sizes | None = None


@dataclass(frozen=True, slots=True)
class TakenTask:
    """A task that lies in the workspace now. `used` of `good` rows are in a split; `bad` ones could not be used.

    `sizes`: rows of train, validation and test. `warnings` are sentences.
    """

    folder: Path
    mapping: Mapping
    sizes: tuple[int, int, int]
    good: int
    bad: int
    warnings: tuple[str, ...]

    @property
    def used(self) -> int:
        """Rows in a split."""
        return sum(self.sizes)


def take(
    here: Workspace,
    table: Table,
    mapping: Mapping,
    wish: Wish,
    *,
    replacing: Path | None = None,
    cancel: CancelToken | None = None,
) -> TakenTask:
    """Make a task of a table in the workspace; one with the same rows and the same words is not made twice.

    `replacing`: a task made a moment ago that was understood wrongly; it goes into the trash and gives its name.
    Raises what `create_task` raises, and then nothing was changed.
    """
    name = replacing.name if replacing is not None else plain_name(wish.name)
    said = TaskChoices(wish.name, wish.prompt or _system(table), sizes=wish.sizes)
    plan = plan_of(table, mapping, said, name)
    with tempfile.TemporaryDirectory() as place:
        made = create_task(Path(place) / name, table, mapping, plan, cancel=cancel)
        if not wish.prompt and not _system(table) and kept_in(table) is None:
            suggest_prompt(made.folder)
        if replacing is not None and replacing.is_dir():
            trash.throw_away(here.folder, replacing)
        folder = here.adopt_task(made.folder)
    template = plan.prompt.input_template
    known = practised.become_sealed(made.splits.test, template)
    practised.note(folder.name, (*made.splits.train, *made.splits.validation), template)
    splits = made.splits
    return TakenTask(
        folder,
        mapping,
        (len(splits.train), len(splits.validation), len(splits.test)),
        len(splits.train) + len(splits.validation) + len(splits.test) + len(made.unused),
        len(made.errors),
        (*made.notes, *(str(each) for each in known if each.task != folder.name)),
    )


@dataclass(frozen=True, slots=True)
class TaskChoices:
    """What a person says of a task, on the form for it or on the command line. Empty: what the file says, or is usual.

    `name` is its title.
    """

    name: str = ""
    prompt: str = ""
    template: str = WHOLE_INPUT
    metric: str = ""
    options: dict[str, ParamValue] = field(default_factory=dict)
    sizes: Sizes | None = None
    answer: AnswerSection | None = None
    seed: int = 0


def make(folder: Path, table: Table, mapping: Mapping, said: TaskChoices, cancel: CancelToken) -> CreatedTask | None:
    """Make a task just as it was said to be; nothing if that was cancelled. Raises what `create_task` raises."""
    plan = plan_of(table, mapping, said, said.name)
    try:
        return practised.made_open(create_task(folder, table, mapping, plan, cancel=cancel), said.template)
    except Cancelled:
        return None


def plan_of(table: Table, mapping: Mapping, said: TaskChoices, name: str) -> TaskPlan:
    """The task called `name` of what was said; where the file holds a whole task, its prompt and contract count."""
    kept, system = kept_in(table), _system(table)
    if kept is not None:
        prompt = prompt_of(kept, said.prompt, "" if said.template == WHOLE_INPUT else said.template)
        answer = said.answer or answer_of(kept)
    else:
        prompt = PromptSection(seed=said.prompt, input_template=said.template)
        if mapping.turns or system:
            prompt = msgspec.structs.replace(prompt, placement=Placement.SYSTEM)
        answer = said.answer or guess_answer(
            to_examples(table, mapping).examples, column=mapping.answers[0], multiple=mapping.multiple
        )
    metric = said.metric or (table.roles.metric if table.roles is not None else "") or _METRIC
    chosen = choose_metric(metric, {**options_of(kept, metric), **said.options}, answer.kind)
    return TaskPlan(
        name,
        said.name,
        metric=chosen.name,
        metric_options=chosen.options,
        metric_code=chosen.code,
        prompt=prompt,
        answer=answer,
        sizes=said.sizes,
        seed=said.seed,
    )


def _system(table: Table) -> str:
    """The prompt that the file itself holds, as conversations do."""
    return table.roles.system if table.roles is not None else ""


def suggest_prompt(folder: Path) -> None:
    """Begin with the most natural wording of what the rows ask, where there is one: an empty box helps nobody."""
    task = load_task(folder)
    found = wordings(task, Prompt(""), task.train)
    if found:
        file = read_task_file(folder)
        prompt = msgspec.structs.replace(file.prompt, seed=found[0].prompt.text)
        (folder / FILE_NAME).write_bytes(dump_task_file(msgspec.structs.replace(file, prompt=prompt)))


def with_columns(mapping: Mapping, table: Table, *, input_: str, answer: str) -> Mapping:
    """The mapping with another input or answer: what was guessed to go with the old ones is left out."""
    if (input_, answer) == (mapping.input, mapping.answers[0]):
        return mapping
    taken = {input_, answer, mapping.split}
    others = tuple(column for column in table.columns if column not in taken)
    group = mapping.group if mapping.group not in taken else ""
    template, turns = (mapping.template, mapping.turns) if input_ == mapping.input else ("", "")
    multiple = mapping.multiple and answer == mapping.answers[0]
    return replace(Mapping(input_, answer, others, mapping.split, group, template, turns), multiple=multiple)


def plain_name(name: str) -> str:
    """A folder's name from what somebody typed, or from the name of a file."""
    return names.plain_from(re.sub(r"[^\w-]+", "-", name.strip()).strip("-")) or "task"
