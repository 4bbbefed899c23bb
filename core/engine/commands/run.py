"""A run in its folder, and what a person may say of it while it goes on."""

from typing import TYPE_CHECKING

from core.domain.editing import Edit
from core.domain.runspec import Role
from core.engine.messages import AtOnce, Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Run(Command[None], frozen=True, tag=True):
    """Run, or resume, the run in this folder, which holds a `spec.json`. Events follow, the last is `RunEnded`.

    With `end_early` the search ends where its log does, and the best of what was tried is chosen. `overhear`: somebody
    watches the model that writes prompts, so `Progressed` says what it is writing.
    """

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    end_early: bool = False
    overhear: bool = False


class Pause(AtOnce, frozen=True, tag=True):
    """Let the run that is going on wait before its next call. `Progressed.paused` says that it does."""


class GoOn(AtOnce, frozen=True, tag=True):
    """Let a paused run go on."""


class EndSearch(AtOnce, frozen=True, tag=True):
    """End the search of the run that is going on before its next call, and choose among what it has found: by its final
    rule, or `at_once` by the scores that there are. Said in the middle of the final choice, the latter ends that too.
    """

    at_once: bool = False


class SubmitEdit(AtOnce, frozen=True, tag=True):
    """Take a person's prompt into the run that is going on, or is paused. `EditDeclined` says that it cannot be."""

    edit: Edit


class EditDeclined(Message, frozen=True, tag=True):
    """A person's prompt was not taken into the run, and why, in a sentence."""

    edit: Edit
    reason: Words


@handles(Run)
def _run(command: Run, context: "EngineContext") -> None:
    from core.engine.session import run_session

    run_session(command, context)


@handles(Pause)
def _pause(command: Pause, context: "EngineContext") -> None:
    del command
    context.control.pause()


@handles(GoOn)
def _go_on(command: GoOn, context: "EngineContext") -> None:
    del command
    context.control.go_on()


@handles(EndSearch)
def _end_search(command: EndSearch, context: "EngineContext") -> None:
    context.control.end_early(at_once=command.at_once)


@handles(SubmitEdit)
def _submit_edit(command: SubmitEdit, context: "EngineContext") -> None:
    context.control.submit(command.edit)
