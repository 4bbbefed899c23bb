"""What the person does with a run while it goes on, and with its candidates: pause, keep, edit, branch."""

from PySide6.QtCore import QObject

from core.domain.editing import Edit
from core.engine.protocol import EditDeclined, Prepare
from desktop.context import Context
from desktop.models.branching import models_left, plan_branch
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN, PLAYGROUND
from desktop.pages.run.edit_tab import Stage
from desktop.sentences import translated
from desktop.widgets.banner import Notice
from desktop.windows.ending import Ending
from desktop.windows.main_window import MainWindow


class Steering(QObject):
    """Connects the actions of run control with the session and the run's page."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._refused: EditDeclined | None = None
        self._ending = Ending(window, context)
        actions, page = window.actions_, window.run
        actions.connect_to("pause", self._pause_or_go_on)
        actions.connect_to("keep", self._ending.ask)
        actions.connect_to("branch", self._branch_selected)
        actions.connect_to("branch_form", self._draft_selected)
        actions.connect_to("try_prompt", self._try)
        page.by_hand.edit.submitted.connect(self._submit)
        page.by_hand.edit.branched.connect(self._branch)
        page.by_hand.edit.drafted.connect(self._draft)
        page.header.origin_wanted.connect(self._open)
        context.session.steering.declined.connect(self._on_declined)
        page.banner.chosen.connect(self._on_banner)

    def update(self) -> None:
        """Enable what can be done now, and call it what it is."""
        actions, session, page = self._window.actions_, self._context.session, self._window.run
        said = session.steering
        running = session.work is Work.RUNNING
        writable, chosen = self._context.workspace.writable, bool(page.selected)
        actions["pause"].setText(self.tr("&Go on") if said.paused else self.tr("Pa&use"))
        actions["pause"].setIconText(self.tr("Go on") if said.paused else self.tr("Pause"))
        actions.enable("pause", when=running)
        actions.enable("keep", when=self._ending.possible)
        actions.enable("branch", when=chosen and writable)
        actions.enable("branch_form", when=chosen and writable)
        page.header.show_control(paused=said.paused, waiting=said.waiting, ending=said.ending)
        live = running and page.model is session.run and not said.ending
        page.by_hand.set_stage(Stage(live, busy=not session.idle, writable=writable))

    def _pause_or_go_on(self) -> None:
        session = self._context.session
        if session.steering.paused:
            session.steering.go_on()
        else:
            session.steering.pause()

    def _try(self) -> None:
        node = self._window.run.model.state.nodes.get(self._window.run.selected)
        if node is not None:
            self._window.show_page(PLAYGROUND)
            self._window.playground.question.use_prompt(node.candidate.prompt.text)

    def _branch_selected(self) -> None:
        page = self._window.run
        node = page.model.state.nodes.get(page.selected)
        if node is not None:
            self._branch(Edit(page.selected, node.candidate.prompt.text))

    def _submit(self, edit: Edit) -> None:
        self._context.session.steering.submit(edit)
        self._window.run.by_hand.edit.forget_draft()

    def _branch(self, edit: Edit) -> None:
        folder = self._window.run.folder
        if folder is not None:
            session = self._context.session
            plan_branch(self._context.workspace, folder, edit, session.enqueue, session.failed.emit)
            if not self._context.session.idle:
                self._say_queued()

    def _draft_selected(self) -> None:
        page = self._window.run
        node = page.model.state.nodes.get(page.selected)
        if node is not None:
            self._draft(Edit(page.selected, node.candidate.prompt.text))

    def _draft(self, edit: Edit) -> None:
        """Let the person change what the branch would take over before it starts."""
        folder = self._window.run.folder
        if folder is not None:
            failed = self._context.session.failed.emit
            plan_branch(self._context.workspace, folder, edit, self._show_form, failed, models=models_left)

    def _show_form(self, command: Prepare) -> None:
        self._window.show_page(NEW_RUN)
        self._window.new_run.show_branch(command)

    def _say_queued(self) -> None:
        self._window.run.banner.say(
            Notice(
                self.tr("The branch waits for its turn."),
                kept=self.tr("It starts when the present run has ended. The waiting runs are listed under New run."),
                tone="info",
            )
        )

    def _open(self, run: str) -> None:
        folder = self._context.workspace.run_folder(run)
        if folder.path.is_dir():
            self._window.run.open(folder)

    def _on_declined(self, declined: EditDeclined) -> None:
        self._refused = declined
        self._window.run.banner.say(
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
            self._window.run.banner.dismiss()
            self._branch(self._refused.edit)
