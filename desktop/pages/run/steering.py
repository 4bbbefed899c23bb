"""What the person does with a run while it goes on, and with its candidates: pause, keep, edit, branch."""

from PySide6.QtCore import QObject

from core.domain.editing import Edit
from core.engine.commands.prepare import Prepare
from core.engine.commands.run import EditDeclined
from desktop.models.branching import models_left, plan_branch
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN, PLAYGROUND
from desktop.pages.run.edit_tab import Stage
from desktop.pages.run.page import RunPage
from desktop.pages.spec import Desk
from desktop.pages.targets import BranchTarget, PromptTarget
from desktop.sentences import translated
from desktop.widgets.banner import Notice


class Steering(QObject):
    """Connects the controls of a run with the session, and shows on the page what was asked of it."""

    def __init__(self, page: RunPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._actions = desk.actions
        self._session = desk.context.session
        self._workspace = desk.context.workspace
        self._refused: EditDeclined | None = None
        page.by_hand.edit.submitted.connect(self._submit)
        page.by_hand.edit.branched.connect(self._branch)
        page.by_hand.edit.drafted.connect(self._draft)
        page.header.origin_wanted.connect(self._open)
        page.banner.chosen.connect(self._on_banner)
        for said in (page.changed, self._session.changed, self._workspace.opened):
            said.connect(self._show)
        self._session.steering.declined.connect(self._on_declined)
        self._show()

    def pause_or_go_on(self) -> None:
        """Pause the run, or let it go on."""
        if self._session.steering.paused:
            self._session.steering.go_on()
        else:
            self._session.steering.pause()

    def branch_selected(self) -> None:
        """Start a new run from the selected candidate, or put it behind the one that goes on."""
        edit = self._selected()
        if edit is not None:
            self._branch(edit)

    def draft_selected(self) -> None:
        """Let the person change what such a run would take over."""
        edit = self._selected()
        if edit is not None:
            self._draft(edit)

    def try_selected(self) -> None:
        """Ask a model with the selected candidate's prompt."""
        node = self._page.selected_node
        if node is not None:
            self._page.wanted.emit(PLAYGROUND, PromptTarget(node.candidate.prompt.text, self._page.task))

    def _selected(self) -> Edit | None:
        node = self._page.selected_node
        return Edit(node.candidate.id, node.candidate.prompt.text) if node is not None else None

    def _show(self) -> None:
        """What can be done now, and what it is called."""
        page, session, said = self._page, self._session, self._session.steering
        pause = self._actions["pause"]
        pause.setText(self.tr("&Go on") if said.paused else self.tr("Pa&use"))
        pause.setIconText(self.tr("Go on") if said.paused else self.tr("Pause"))
        page.header.show_control(paused=said.paused, waiting=said.waiting, ending=said.ending)
        live = session.work is Work.RUNNING and page.model is session.run and not said.ending
        page.by_hand.set_stage(Stage(live, busy=not session.idle, writable=self._workspace.writable))

    def _submit(self, edit: Edit) -> None:
        self._session.steering.submit(edit)
        self._page.by_hand.edit.forget_draft()

    def _branch(self, edit: Edit) -> None:
        folder = self._page.folder
        if folder is not None:
            plan_branch(self._workspace, folder, edit, self._session.enqueue, self._session.failed.emit)
            if not self._session.idle:
                self._say_queued()

    def _draft(self, edit: Edit) -> None:
        """Let the person change what the branch would take over before it starts."""
        folder = self._page.folder
        if folder is not None:
            failed = self._session.failed.emit
            plan_branch(self._workspace, folder, edit, self._show_form, failed, models=models_left)

    def _show_form(self, command: Prepare) -> None:
        self._page.wanted.emit(NEW_RUN, BranchTarget(command))

    def _say_queued(self) -> None:
        self._page.banner.say(
            Notice(
                self.tr("The branch waits for its turn."),
                kept=self.tr("It starts when the present run has ended. The waiting runs are listed under New run."),
                tone="info",
            )
        )

    def _open(self, run: str) -> None:
        folder = self._workspace.run_folder(run)
        if folder.path.is_dir():
            self._page.open(folder)

    def _on_declined(self, declined: EditDeclined) -> None:
        self._refused = declined
        self._page.banner.say(
            Notice(
                self.tr("Your prompt was not added to the run."),
                kept=translated(declined.reason),
                tone="warn",
                details=declined.edit.text,
                actions=(self._branch_words(),),
            )
        )

    def _branch_words(self) -> str:
        return self.tr("Start a branch with it")

    def _on_banner(self, action: str) -> None:
        if action == self._branch_words() and self._refused is not None:
            self._page.banner.dismiss()
            self._branch(self._refused.edit)
