"""What one page hands another: values that the page they are for understands (`PageSpec.open`)."""

from dataclasses import dataclass

from core.domain.comparison import Contestant
from core.domain.example import Example
from core.engine.commands.prepare import Prepare

MOST_TOGETHER = 12
"""Prompts that are put into the comparison at once: as many columns of its grid stay smooth and can be overseen."""


@dataclass(frozen=True, slots=True)
class TaskTarget:
    """A task by its name: its rows, or how they are divided; for a new run, the task to optimize."""

    name: str
    splits: bool = False


@dataclass(frozen=True, slots=True)
class FileTarget:
    """A file of rows that is to become a task; none: the form for it."""

    path: str = ""


@dataclass(frozen=True, slots=True)
class RowTarget:
    """A row that is to be added to a task."""

    task: str
    example: Example


@dataclass(frozen=True, slots=True)
class PromptTarget:
    """A prompt to be tried or improved, with the task and the row that it is meant for, as far as they are known. An
    empty one leaves the prompt that is there."""

    text: str
    task: str = ""
    example: Example | None = None


@dataclass(frozen=True, slots=True)
class PromptsTarget:
    """Prompts to be compared, on this task where it is known, with the model of the run that they are of."""

    prompts: tuple[Contestant, ...]
    task: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class RunsTarget:
    """Runs whose best prompts are to be compared: these alone, or beside what is chosen already."""

    ids: tuple[str, ...]
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonTarget:
    """A comparison that was kept in this file."""

    file: str


@dataclass(frozen=True, slots=True)
class TournamentTarget:
    """A tournament by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class ModelTarget:
    """A model's file, to be used."""

    path: str


@dataclass(frozen=True, slots=True)
class BranchTarget:
    """A run that is ready to start, but may be changed before; `look_at`: the part of it that is to be seen."""

    command: Prepare
    look_at: str = ""


@dataclass(frozen=True, slots=True)
class QueueTarget:
    """The runs that wait for their turn."""
