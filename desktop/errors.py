"""The one place that shows errors: whatever goes wrong becomes a banner, and nothing is swallowed."""

import sys
import traceback
from dataclasses import replace
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from core.errors import WhetError
from desktop.sentences import translated
from desktop.widgets.banner import Notice


class ErrorCentre(QObject):
    """Announces `Notice`s; the window shows them. Calling it is safe before there is a window."""

    shown = Signal(object)

    def report(self, error: BaseException) -> None:
        """Show an error: in its own words if it is an expected one, else with its traceback to copy."""
        if isinstance(error, WhetError):
            details = "\n".join(filter(None, getattr(error, "__notes__", ())))
            self.show_notice(Notice(error.message, error.kept, error.hint, details=details))
        else:
            self.show_notice(self._surprise(error))

    def show_notice(self, notice: Notice) -> None:
        """Show a message that is not an exception."""
        said = replace(notice, what=translated(notice.what), kept=translated(notice.kept), todo=translated(notice.todo))
        self.shown.emit(said)

    def install(self) -> None:
        """Show what nothing else has caught. Slots that raise do not end the program."""
        sys.excepthook = self._on_uncaught

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if sys.stderr is not None:
            traceback.print_exception(kind, error, trace)
        self.report(error)

    def _surprise(self, error: BaseException) -> Notice:
        return Notice(
            self.tr("Something unexpected happened: {kind}: {text}").format(kind=type(error).__name__, text=error),
            kept=self.tr("Tasks, runs and prompts on the disk are not affected."),
            todo=self.tr("Please report it with the details; the window goes on."),
            details="".join(traceback.format_exception(error)),
        )
