"""The pages of a run on which a person works by hand: an editor for candidates, and single calls looked at exactly."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.engine.protocol import Progressed
from core.state import Node, RunState
from desktop.context import Context
from desktop.models.call_model import CallModel
from desktop.pages.run.call_tab import CallTab
from desktop.pages.run.edit_tab import EditTab, Stage

if TYPE_CHECKING:
    from desktop.pages.run.page import RunPage


class ByHand(QObject):
    """Adds its pages to the details of the candidate, and keeps the header's figures and branches."""

    def __init__(self, page: "RunPage", context: Context) -> None:
        super().__init__(page)
        self._page = page
        self._context = context
        self._stage = Stage()
        self.edit = EditTab()
        self.calls = CallModel(context.orders, context.workspace, self)
        self.call = CallTab(self.calls)
        page.detail.tabs.addTab(self.edit, self.tr("Edit"))
        page.detail.tabs.addTab(self.call, self.tr("Call"))
        page.detail.examples.chosen.connect(self.call.choose)
        self.call.wanted.connect(self._show_call)
        self.call.question_wanted.connect(self._show_question)
        context.session.run.progressed.connect(self._on_progress)
        context.workspace.runs_changed.connect(self.show_branches)

    def forget(self) -> None:
        """Another run is shown."""
        self.edit.forget()
        self.calls.forget()
        self._page.header.show_progress(None, RunState())
        self.show_branches()

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show a candidate."""
        self.edit.show_node(node, self._stage)
        self.call.show_node(state, node)

    def show_editor(self) -> None:
        """Let the person change the selected candidate's text."""
        self._page.detail.tabs.setCurrentWidget(self.edit)
        self.edit.editor.setFocus()

    def set_stage(self, stage: Stage) -> None:
        """What can be done with an edited text."""
        if stage != self._stage:
            self._stage = stage
            self.edit.show_node(self._page.model.state.nodes.get(self._page.selected), stage)

    def show_branches(self) -> None:
        """Which runs of the workspace began with a candidate of the one that is shown."""
        here = self._page.folder.id if self._page.folder is not None else ""
        runs = self._context.workspace.runs
        self._page.header.show_branches([run.id for run in runs if run.origin is not None and run.origin.run == here])

    def _show_call(self, candidate: str, row: int) -> None:
        if self._page.folder is not None:
            self.calls.ask(self._page.folder, candidate=candidate, row=row)

    def _show_question(self, number: int) -> None:
        if self._page.folder is not None:
            self.calls.ask(self._page.folder, ask=number)

    def _on_progress(self, progress: Progressed) -> None:
        page = self._page
        page.header.show_progress(progress, page.model.state)
        if progress.paused:
            page.changed.emit()
