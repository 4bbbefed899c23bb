"""The workspace and the task of a call from Python: the person's own, or ones that last as long as their result."""

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core import paths
from core.control import CancelToken
from core.data.guarded import read_table
from core.data.guessing import chosen_mapping
from core.data.splitting import Sizes
from core.data.table import Table
from core.domain.prompt import WHOLE_INPUT
from core.domain.runspec import ParamValue
from core.engine.choosing import task_at
from core.engine.taking import TaskChoices, make, plain_name, suggest_prompt
from core.errors import DatasetError, UsageError, near_match
from core.scripting.own_metric import Judge, options_of
from core.scripting.rows import NAME, table_of
from core.store.workspace import Workspace, open_workspace


class Home:
    """Where the work of a call lies. A temporary one is deleted when nothing refers to it any more."""

    def __init__(self, folder: str | Path | None = None) -> None:
        self.temporary = folder is None
        self.folder = Path(tempfile.mkdtemp(prefix="whet-")) if folder is None else Path(folder).absolute()
        if self.temporary:
            weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def open(self) -> Workspace:
        """The workspace, which is made if it is not there yet."""
        return open_workspace(self.folder, create=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a caller says of the rows and of how answers are judged. Empty: it is guessed, as the window does."""

    data: object
    prompt: str = ""
    metric: Judge = ""
    metric_options: dict[str, ParamValue] = field(default_factory=dict)
    inputs: Sequence[str] = ()
    answers: Sequence[str] = ()
    sizes: tuple[float, float, float] | None = None
    name: str = ""

    @property
    def says_of_rows(self) -> bool:
        """Whether anything is said that only a new task can follow."""
        return bool(self.metric or self.metric_options or self.inputs or self.answers or self.sizes or self.name)


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task of the workspace, and sentences on how it came about."""

    folder: Path
    notes: tuple[str, ...] = ()


def task_for(asked: Asked, here: Workspace, cancel: CancelToken) -> FoundTask:
    """The task that the data is, or becomes, in the workspace. Raises `WhetError` for what cannot be used."""
    if not isinstance(asked.data, str | Path):
        return _made(asked, table_of(asked.data), asked.name or NAME, here, cancel)
    file = Path(asked.data)
    if file.is_file():
        return _made(asked, read_table(file, cancel=cancel), asked.name or file.stem, here, cancel)
    folder = task_at(str(asked.data), here)
    if folder is None:
        known = [each.name for each in (*here.task_folders(), *paths.every_sample())]
        raise DatasetError(f"There is no file and no task “{asked.data}”.", hint=near_match(str(asked.data), known))
    if asked.says_of_rows:
        raise UsageError(
            f"“{asked.data}” is a task, which says itself what its columns mean and how answers are judged.",
            hint="Leave out metric, columns, sizes and name, or give a file or rows in place of the task.",
        )
    return FoundTask(here.adopt_task(folder))


def _made(asked: Asked, table: Table, name: str, here: Workspace, cancel: CancelToken) -> FoundTask:
    """A task of these rows, which is not made twice. The notes say what was guessed."""
    mapping = chosen_mapping(table, inputs=tuple(asked.inputs), answers=tuple(asked.answers), prompt=asked.prompt)
    plain = plain_name(name)
    with tempfile.TemporaryDirectory(prefix="whet-") as place:
        metric, options = options_of(asked.metric, asked.metric_options, Path(place))
        metric = metric or (table.roles.metric if table.roles is not None else "") or "exact_match"
        said = TaskChoices(plain, asked.prompt, WHOLE_INPUT, metric, options, _sizes(asked.sizes))
        made = make(Path(place) / plain, table, mapping, said, cancel)
        cancel.check()
        assert made is not None
        if not asked.prompt:
            suggest_prompt(made.folder)
        folder = here.adopt_task(made.folder)
    read = f"Input: {mapping.input}. Answer: {', '.join(mapping.answers)}."
    left_out = (f"{len(made.errors)} rows could not be used, the first: {made.errors[0]}",) if made.errors else ()
    return FoundTask(folder, (read, *made.notes, *made.warnings, *left_out))


def _sizes(sizes: tuple[float, float, float] | None) -> Sizes | None:
    return None if sizes is None else Sizes(*sizes)
