"""Prepares the next step after a run that found little: a new run with what is advised, ready to start."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from core.domain.editing import Edit
from core.domain.runspec import Budget
from core.engine.commands.prepare import Prepare
from core.methods import WITHOUT_WRITER
from core.report.result import best_seed
from desktop.models.branching import models_left, plan_branch
from desktop.pages.names import DATASETS, NEW_RUN
from desktop.pages.run.next_steps import NextStep
from desktop.pages.run.page import RunPage
from desktop.pages.spec import Desk
from desktop.pages.targets import BranchTarget, TaskTarget

_WITH_EXAMPLES = "promptquine"
_ROWS = "rows"
_USUAL_ROWS = 48


class Advising(QObject):
    """The form of a new run is filled as the last one was, from the person's own prompt, with one thing changed."""

    def __init__(self, page: RunPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        page.views.step_wanted.connect(self.take)

    def take(self, step: NextStep) -> None:
        """Take this step with the run that is shown."""
        if step is NextStep.CERTIFY:
            self._desk.actions["certify"].trigger()
        elif step is NextStep.DATA:
            self._show_rows()
        else:
            self._prepare(step)

    def _prepare(self, step: NextStep) -> None:
        page, context = self._page, self._desk.context
        own = best_seed(page.model.state)
        if page.folder is not None and own is not None:
            edit = Edit(own.candidate.id, own.candidate.prompt.text)
            plan_branch(
                context.workspace,
                page.folder,
                edit,
                lambda command: page.wanted.emit(NEW_RUN, BranchTarget(changed(command, step), step)),
                context.session.failed.emit,
                models=models_left,
            )

    def _show_rows(self) -> None:
        spec = self._page.model.state.spec
        self._page.wanted.emit(DATASETS, TaskTarget(Path(spec.task).name) if spec is not None else None)


def changed(command: Prepare, step: NextStep) -> Prepare:
    """The same run with what a step changes."""
    if step in {NextStep.WORDINGS, NextStep.EXAMPLES}:
        method = WITHOUT_WRITER if step is NextStep.WORDINGS else _WITH_EXAMPLES
        return msgspec.structs.replace(command, method=method, preset="", params={})
    if step is NextStep.LABEL_BIAS:
        return msgspec.structs.replace(command, label_bias=True)
    if step is NextStep.BUDGET and command.budget.calls:
        budget = Budget(2 * command.budget.calls, command.budget.tokens, command.budget.minutes)
        return msgspec.structs.replace(command, budget=budget)
    if step is NextStep.ROWS:
        rows = command.params.get(_ROWS, _USUAL_ROWS)
        return msgspec.structs.replace(command, params={**command.params, _ROWS: 2 * int(rows or _USUAL_ROWS)})
    return command
