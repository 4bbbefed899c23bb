"""The pages of a run on which a person works by hand: an editor for candidates, and single calls looked at exactly."""

from PySide6.QtCore import QObject, Signal

from core.state import Node, RunState
from core.store.runs import RunFolder
from desktop.context import Context
from desktop.models.call_model import CallModel
from desktop.pages.run.call_tab import CallTab
from desktop.pages.run.edit_tab import EditTab, Stage


class ByHand(QObject):
    """Both pages, and what they ask of the run that is shown. `branches` carries the runs that began with a candidate
    of it."""

    branches = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: RunFolder | None = None
        self._node: Node | None = None
        self._stage = Stage()
        self.edit = EditTab()
        self.calls = CallModel(context.requests, context.workspace, self)
        self.call = CallTab(self.calls)
        self.call.wanted.connect(self._show_call)
        self.call.question_wanted.connect(self._show_question)
        context.workspace.runs_changed.connect(self._tell_branches)

    def show_run(self, folder: RunFolder | None) -> None:
        """Another run is shown."""
        self._folder, self._node = folder, None
        self.edit.forget()
        self.calls.forget()
        self._tell_branches()

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show a candidate."""
        self._node = node
        self.edit.show_node(node, self._stage)
        self.call.show_node(state, node)

    def set_stage(self, stage: Stage) -> None:
        """What can be done with an edited text."""
        if stage != self._stage:
            self._stage = stage
            self.edit.show_node(self._node, stage)

    def _tell_branches(self) -> None:
        here = self._folder.id if self._folder is not None else ""
        runs = self._context.workspace.runs
        self.branches.emit([run.id for run in runs if run.origin is not None and run.origin.run == here])

    def _show_call(self, candidate: str, row: int) -> None:
        if self._folder is not None:
            self.calls.ask(self._folder, candidate=candidate, row=row)

    def _show_question(self, number: int) -> None:
        if self._folder is not None:
            self.calls.ask(self._folder, ask=number)
