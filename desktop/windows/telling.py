"""What somebody who looks elsewhere is told: that long work has ended, and that something went wrong."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.context import Context
from desktop.models.tournament import TournamentModel
from desktop.widgets.banner import Notice
from desktop.windows.main_window import MainWindow
from desktop.windows.notifying import Notifications
from desktop.words import count


class Telling(QObject):
    """Hears of everything that takes minutes, and hands it to `notifications`. What the person stopped is not told."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self.notifications = Notifications(window, context.settings)
        self._context = context
        context.session.ended.connect(self._on_run)
        context.session.certified.connect(lambda _: self._tell(self.tr("The sealed test has been answered.")))
        context.session.weighed.connect(lambda _: self._tell(self.tr("The sentences have been weighed.")))
        context.downloads.finished.connect(self._on_download)
        context.errors.shown.connect(self._on_notice)
        window.compare.model.done.connect(lambda: self._tell(self.tr("The comparison has ended.")))
        window.new_run.flight.done.connect(lambda: self._tell(self.tr("The pre-flight has ended.")))
        tournament = window.new_run.tournament.model
        tournament.done.connect(lambda: self._on_tournament(tournament))
        window.closing.connect(self.notifications.close)

    def _tell(self, what: str) -> None:
        self.notifications.tell(what, tone="good")

    def _on_run(self, _: object) -> None:
        words = {"finished": self.tr("The run has ended."), "budget": self.tr("The run has used up its budget.")}
        outcome = self._context.session.run.outcome
        if outcome in words:
            self._tell(words[outcome])

    def _on_tournament(self, tournament: TournamentModel) -> None:
        if tournament.left:
            what = self.tr("The tournament has ended; runs without a result: {n}").format(n=count(tournament.left))
            self.notifications.tell(what, tone="warn")
        else:
            self._tell(self.tr("The tournament has ended."))

    def _on_download(self, path: str) -> None:
        self._tell(self.tr("{name} has been fetched.").format(name=Path(path).name))

    def _on_notice(self, notice: Notice) -> None:
        """The window shows it already, with its details and buttons."""
        if notice.tone == "bad":
            self.notifications.pass_on(notice)
