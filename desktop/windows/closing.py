"""What closing the window means while work goes on, and what the next start offers of it."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from core.store.runs import RunFolder, RunStatus
from desktop.context import Context
from desktop.models.work import Work
from desktop.widgets.banner import Notice
from desktop.windows.main_window import MainWindow
from desktop.windows.notifications import Notifications

_BUSY = frozenset({Work.STARTING, Work.RUNNING, Work.CERTIFYING, Work.WEIGHING})
_LEFT_OPEN = frozenset({RunStatus.INTERRUPTED, RunStatus.CANCELLED, RunStatus.FAILED})


class Leaving(QObject):
    """Asks before a run is left: end it, or let it go on without a window, which ends the program after it.

    A run that was under way when the window went, or the machine, is offered for resuming at the next start.
    """

    def __init__(self, window: MainWindow, context: Context, notifications: Notifications) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._notifications = notifications
        self._asking = self._went = False
        self._offered = context.settings.unfinished_run
        window.may_close = self._may_close
        window.standing.chosen.connect(self._on_chosen)
        window.closing.connect(self._on_closing)
        session = context.session
        session.changed.connect(self._on_session)
        session.started.connect(self._on_started)
        session.ended.connect(self._on_ended)
        context.workspace.runs_changed.connect(self._offer)

    @property
    def in_background(self) -> bool:
        """Whether work goes on without a window."""
        return self._notifications.background and not self._window.isVisible()

    def _may_close(self) -> bool:
        program = QGuiApplication.instance()
        machine_goes = isinstance(program, QGuiApplication) and program.isSavingSession()
        if self._context.session.work not in _BUSY or machine_goes:
            return True
        self._ask()
        return False

    def _ask(self) -> None:
        self._asking = True
        self._window.show_standing(
            Notice(
                self.tr("A run is going on."),
                self.tr("What it has found so far is kept in any case, and it can be resumed."),
                self.tr(
                    "Without a window it goes on until it has ended, and Whet ends with it. Until then another window "
                    "shows this workspace for reading only."
                ),
                tone="warn",
                actions=(self._end_words(), self._go_on_words(), self._stay_words()),
            )
        )
        self._window.standing.focus_first()

    def _end_words(self) -> str:
        return self.tr("Stop the run and close")

    def _go_on_words(self) -> str:
        return self.tr("Close the window, let the run go on")

    def _stay_words(self) -> str:
        return self.tr("Stay here")

    def _on_chosen(self, action: str) -> None:
        if not self._asking:
            return
        self._asking = False
        self._window.dismiss_standing()
        if action == self._end_words():
            self._window.leave()
        elif action == self._go_on_words():
            self._notifications.background = True
            self._window.hide()
            self._notifications.say(
                self.tr("The run continues without a window."), self.tr("Whet ends by itself when it has ended.")
            )

    def _on_session(self) -> None:
        session = self._context.session
        if session.work in _BUSY:
            return
        if self._asking:
            self._asking = False
            self._window.dismiss_standing()
        if self.in_background and session.idle and (session.queue.held or not session.queued):
            QTimer.singleShot(0, self, self._end_in_background)

    def _end_in_background(self) -> None:
        """Unless the next of the queue has begun meanwhile, or the window was called back."""
        if self.in_background and self._context.session.idle:
            self._window.leave()

    # What the next start offers

    def _on_started(self, folder: RunFolder) -> None:
        self._context.settings.unfinished_run = str(folder.path)

    def _on_closing(self) -> None:
        self._went = True

    def _on_ended(self, _: RunFolder) -> None:
        if not self._went:  # what ends because the window goes is no end that the person has seen
            self._context.settings.unfinished_run = ""

    def _offer(self) -> None:
        workspace = self._context.workspace
        if not self._offered or workspace.folder is None or not self._context.session.idle:
            return
        for run in workspace.runs:
            folder = workspace.run_folder(run.id)
            if str(folder.path) == self._offered:
                self._offered = ""
                self._context.settings.unfinished_run = ""
                if run.status in _LEFT_OPEN and workspace.writable:
                    self._window.run.open(folder)
                    if not self._context.session.queued:  # which is offered itself, and the run's page has Resume
                        self._say_left(run.task)
                return

    def _say_left(self, task: str) -> None:
        self._context.errors.show_notice(
            Notice(
                self.tr("The run on “{task}” was under way when Whet was closed.").format(task=task),
                self.tr("Everything up to its last call is kept."),
                self.tr("Resume goes on where it stopped."),
                tone="info",
                actions=(self.tr("Resume"),),
            )
        )
