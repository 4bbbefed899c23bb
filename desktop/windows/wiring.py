"""What the actions and signals of the window do: one line each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from core import __version__, offline
from core.engine.connection import EngineDiedError
from core.engine.messages import Progressed
from core.errors import WhetError, WorkspaceError
from core.store.runs import RunFolder
from desktop.context import Context
from desktop.models.engine_requests import was_asked_for
from desktop.models.run_session import STOPPABLE
from desktop.pages.names import CONNECTIONS, HISTORY, MODELS, NEW_RUN, RUN
from desktop.pages.spec import Desk
from desktop.pages.targets import QueueTarget
from desktop.plots.saving import SaveButton
from desktop.sentences import translated
from desktop.widgets.banner import Notice
from desktop.widgets.palette import ActionPalette
from desktop.windows.closing import Leaving
from desktop.windows.focus import FocusKeeper
from desktop.windows.main_window import MainWindow
from desktop.windows.navigator import Navigator
from desktop.windows.notifications import Notifications
from desktop.windows.palette_entries import offers
from desktop.windows.status_line import spending
from desktop.windows.window_state import keep
from desktop.words import count


class Wiring(QObject):
    """Connects the window's actions with the session and the pages, and keeps enabled what can be done."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self.navigator = Navigator(window, context)
        self.notifications = Notifications(window, context)
        self.leaving = Leaving(window, context, self.notifications)
        FocusKeeper(window)
        self._connect_actions()
        self._connect_pages()
        self._connect_models()
        self._update()

    def _connect_actions(self) -> None:
        window = self._window
        deeds: dict[str, Callable[[], object]] = {
            "open_workspace": self._choose_workspace,
            "quit": window.close,
            "undo": self._undo,
            "redo": window.datasets.redo,
            "stop": self._stop,
            "resume": self._resume_shown,
            "refresh": self._refresh,
            "palette": self._show_palette,
            "about": self._about,
        }
        for spec in window.specs:
            desk = Desk(self._context, window.actions_, partial(window.show_page, spec.name))
            deeds |= spec.deeds(window.pages[spec.name], desk)
        for name, deed in deeds.items():
            window.actions_.connect_to(name, deed)

    def _connect_pages(self) -> None:
        window = self._window
        for asking in (window.home, window.settings):
            asking.workspace_wanted.connect(self._choose_workspace)
        window.strip.connections_wanted.connect(partial(window.show_page, CONNECTIONS))
        for page in window.pages.values():
            changed, kept = getattr(page, "changed", None), getattr(page, "keep", None)
            if changed is not None:
                changed.connect(self._update)
            if kept is not None:
                window.closing.connect(kept)
            for save in page.findChildren(SaveButton):
                save.saved.connect(self._say_saved)
                save.failed.connect(self._context.errors.report)
        window.banner.chosen.connect(self._on_banner)

    def _connect_models(self) -> None:
        context, window = self._context, self._window
        context.errors.shown.connect(window.show_notice)
        context.errors.shown.connect(self._log_notice)
        context.requests.logged.connect(lambda line: context.log.add(line.level, line.text))
        context.session.failed.connect(self._on_failed)
        context.session.restarted.connect(self._on_restarted)
        context.session.started.connect(self._on_started)
        context.session.progressed.connect(self._on_progress)
        context.session.changed.connect(self._on_session)
        context.session.run.changed.connect(self._show_spending)
        context.workspace.failed.connect(context.errors.report)
        context.workspace.refused.connect(self._on_refused)
        context.workspace.opened.connect(self._on_workspace)
        context.jobs.progressed.connect(self._show_spending)
        context.session.kept_queue.found.connect(self._on_waiting)
        window.closing.connect(partial(keep, window, context.settings))

    # What happens

    def _on_started(self, folder: RunFolder) -> None:
        self._window.banner.dismiss()
        self._window.run.watch(folder)
        if not self._context.session.unasked:
            self._window.show_page(RUN)

    def _on_restarted(self, death: WhetError) -> None:
        what = self.tr("{what} It was started again.").format(what=translated(death.message))
        self._context.errors.show_notice(
            Notice(
                what, death.kept, self.tr("The run continues where its log ends."), tone="info", details=_notes(death)
            )
        )

    def _on_session(self) -> None:
        self._update()
        self._show_spending()

    def _on_failed(self, error: WhetError) -> None:
        if isinstance(error, EngineDiedError) and self._context.session.folder is not None:
            notice = Notice(
                error.message,
                error.kept,
                self.tr("Resume goes on where it stopped."),
                details=_notes(error),
                actions=(self.tr("Resume"),),
            )
            self._context.errors.show_notice(notice)
        elif not was_asked_for(error):
            self._context.errors.report(error)

    def _on_banner(self, action: str) -> None:
        if action == self.tr("Resume"):
            self._resume_shown()
        elif action == self._waiting_words():
            self._window.banner.dismiss()
            self._window.open(NEW_RUN, QueueTarget())

    def _on_waiting(self, runs: int) -> None:
        self._context.errors.show_notice(
            Notice(
                self.tr("Runs still waiting from the last session: {n}").format(n=count(runs)),
                self.tr("They start when you say so, under New run."),
                tone="info",
                actions=(self._waiting_words(),),
            )
        )

    def _waiting_words(self) -> str:
        return self.tr("Show the waiting runs")

    def _on_refused(self, error: WorkspaceError) -> None:
        self._window.show_standing(
            Notice(
                translated(error.message),
                self.tr("This window shows everything and changes nothing."),
                translated(error.hint),
                tone="warn",
            )
        )

    def _on_workspace(self) -> None:
        folder = self._context.workspace.folder
        if self._context.workspace.writable:
            self._window.dismiss_standing()
        if folder is not None:
            self._context.settings.note_workspace(folder)
            self._window.setWindowTitle(self.tr("{folder} – Whet").format(folder=folder.name))

    def _on_progress(self, progress: Progressed) -> None:
        self._show_spending()

    def _show_spending(self) -> None:
        self._window.strip.show_spending(spending(self._context.session))
        opened = (*offline.connections(), *self._context.requests.connections, *self._context.jobs.connections)
        self._window.strip.show_connections(len(opened))

    # What can be done

    def _update(self) -> None:
        window, session, workspace = self._window, self._context.session, self._context.workspace
        actions, model = window.actions_, window.run.model
        for spec in window.specs:
            for name, when in spec.possible(window.pages[spec.name], self._context).items():
                actions.enable(name, when=when)
        free = session.idle and workspace.writable
        actions.enable("stop", when=window.playground.can_stop or session.work in STOPPABLE)
        actions.enable("resume", when=free and (model.resumable or window.runs.can_resume))
        actions.enable("open_workspace", when=session.idle)
        steps, thrown = window.datasets.steps, window.page == HISTORY and window.runs.can_undo
        actions.enable("undo", when=steps.canUndo() or thrown)
        actions.enable("redo", when=steps.canRedo())
        undo, redo = steps.undoText(), steps.redoText()
        actions["undo"].setText(self.tr("&Undo: {what}").format(what=undo) if undo else self.tr("&Undo"))
        actions["redo"].setText(self.tr("Re&do: {what}").format(what=redo) if redo else self.tr("Re&do"))

    def _undo(self) -> None:
        """On the page of the history what was deleted there, everywhere else the change of rows."""
        page = self._window.runs if self._window.page == HISTORY else self._window.datasets
        page.undo()

    def _stop(self) -> None:
        """What was asked in passing is stopped before a run that waits behind it."""
        if self._window.playground.can_stop:
            self._window.playground.stop()
        else:
            self._context.session.stop()

    def _log_notice(self, notice: Notice) -> None:
        """Every message to the person can be read again later, with its details."""
        levels = {"bad": "error", "warn": "warning"}
        words = " ".join(filter(None, (notice.what, notice.kept, notice.todo)))
        self._context.log.add(levels.get(notice.tone, "info"), words, notice.details, source="window")

    def _say_saved(self, path: str) -> None:
        self._context.errors.show_notice(Notice(self.tr("Saved as {path}.").format(path=path), tone="good"))

    def _resume_shown(self) -> None:
        chosen = self._window.runs.chosen
        if self._window.page == HISTORY and chosen is not None:
            self._resume(self._context.workspace.run_folder(chosen.id))
        elif self._window.run.folder is not None:
            self._resume(self._window.run.folder)

    def _resume(self, folder: RunFolder) -> None:
        self._window.banner.dismiss()
        self._context.session.resume(folder)

    def _choose_workspace(self) -> None:
        dialog = QFileDialog(
            self._window, self.tr("Open a workspace: any folder"), str(self._context.settings.workspace)
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self._context.workspace.open(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refresh(self) -> None:
        self._context.workspace.refresh()
        if self._window.page == MODELS:
            self._context.library.look()

    def _show_palette(self) -> None:
        found, settings = offers(self._window, self._context), self._context.settings
        palette = ActionPalette([offer.entry for offer in found.values()], settings.recent_deeds, self._window)
        palette.chosen.connect(settings.note_deed)
        palette.chosen.connect(lambda key: found[key].do())
        palette.open()

    def _about(self) -> None:
        self._window.show_notice(
            Notice(
                self.tr("Whet {version}: sharpens prompts on your own machine.").format(version=__version__),
                self.tr("It opens no connection, sends no telemetry and looks for no updates."),
                tone="info",
                details=f"Whet {__version__}, {QApplication.applicationName()}",
            )
        )


def _notes(error: WhetError) -> str:
    """What the engine said last."""
    return "\n".join(getattr(error, "__notes__", ()))
