"""Ends a search before its time: now, by what is scored, or after the final choice, with what that takes."""

from PySide6.QtCore import QObject

from desktop.models.run_session import RunSession
from desktop.models.work import Work
from desktop.widgets.banner import Banner, Notice
from desktop.words import count, rough_duration


class Ending(QObject):
    """Asks in the page's `banner` before anything ends; closing the question lets the run go on."""

    def __init__(self, banner: Banner, session: RunSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self._session = session
        self._asking = False
        banner.chosen.connect(self._on_chosen)
        session.changed.connect(self._withdraw)

    def ask(self) -> None:
        """Ask how the run is to end."""
        said = self._session.steering
        state = self._session.run.state
        choosing = said.ending or state.ended_early or bool(state.exhausted)
        scored = sum(bool(node.cards) for node in state.nodes.values())
        self._asking = True
        self._banner.say(
            Notice(
                self.tr("Stop the search and keep the best prompt?"),
                kept=self.tr("Prompts scored so far: {n}.").format(n=count(scored)),
                todo=self.tr("The final choice scores the best once more, on rows that the search has not seen."),
                tone="info",
                actions=(self._now(),) if choosing else (self._now(), self._careful()),
            )
        )
        self._banner.focus_first()

    def _now(self) -> str:
        return self.tr("Now, with what is scored")

    def _careful(self) -> str:
        progress = self._session.run.progress
        seconds = progress.choice_seconds if progress is not None else None
        if seconds is None:
            return self.tr("After the final choice")
        return self.tr("After the final choice (about {t})").format(t=rough_duration(seconds))

    def _on_chosen(self, action: str) -> None:
        offered = self._banner.notice.actions
        if self._asking and action in offered:
            self._banner.dismiss()
            self._asking = False
            self._session.steering.end_early(at_once=action == offered[0])

    def _withdraw(self) -> None:
        """The run has ended by itself: there is nothing to ask any more."""
        if self._asking and not can_end(self._session):
            self._asking = False
            self._banner.dismiss()


def can_end(session: RunSession) -> bool:
    """Whether its run goes on and has not been told to end at once."""
    return session.work is Work.RUNNING and not session.steering.at_once
