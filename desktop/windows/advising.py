"""Prepares the next step after a run that found little: a new run with what is advised, ready to start."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject

from core.domain.editing import Edit
from core.domain.runspec import Budget
from core.engine.protocol import Prepare
from core.methods import WITHOUT_WRITER
from core.report.result import best_seed
from desktop.context import Context
from desktop.models.branching import models_left, plan_branch
from desktop.pages.names import DATASETS, NEW_RUN
from desktop.pages.new_run.steps import FOLDED, LIMITS, METHOD, MODEL
from desktop.pages.run.next_steps import NextStep
from desktop.windows.main_window import MainWindow

_WITH_EXAMPLES = "promptquine"
_ROWS = "rows"
_USUAL_ROWS = 48


class Advising(QObject):
    """The form of a new run is filled as the last one was, from the person's own prompt, with one thing changed."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        window.run.views.step_wanted.connect(self.take)

    def take(self, step: NextStep) -> None:
        """Take this step with the run that is shown."""
        if step is NextStep.CERTIFY:
            self._window.actions_["certify"].trigger()
        elif step is NextStep.DATA:
            self._show_rows()
        else:
            self._prepare(step)

    def _prepare(self, step: NextStep) -> None:
        page = self._window.run
        own = best_seed(page.model.state)
        if page.folder is not None and own is not None:
            edit = Edit(own.candidate.id, own.candidate.prompt.text)
            plan_branch(
                self._context.workspace,
                page.folder,
                edit,
                lambda command: self._show_form(changed(command, step), step),
                self._context.session.failed.emit,
                models=models_left,
            )

    def _show_form(self, command: Prepare, step: NextStep) -> None:
        form = self._window.new_run
        self._window.show_page(NEW_RUN)
        place = {NextStep.ROWS: METHOD, NextStep.BUDGET: LIMITS, NextStep.LABEL_BIAS: LIMITS}.get(step, MODEL)
        if place >= FOLDED:
            form.advanced.button.setChecked(True)
        if step is NextStep.WRITER:
            form.model.others.button.setChecked(True)
        form.show_branch(command, place)

    def _show_rows(self) -> None:
        spec = self._window.run.model.state.spec
        self._window.show_page(DATASETS)
        if spec is not None:
            self._window.datasets.choose(Path(spec.task).name)


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
