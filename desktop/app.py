"""Puts the application together: theme, models, engine, window. Nothing else makes these objects."""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.paths import default_workspace, offered_samples, resources
from desktop import icons, typography
from desktop.collector import Collector
from desktop.context import Context
from desktop.engine.client import EngineClient
from desktop.errors import ErrorCentre
from desktop.language import speak
from desktop.models.background_jobs import BackgroundJobs
from desktop.models.downloads import Downloads
from desktop.models.engine_requests import EngineRequests
from desktop.models.log_book import LogBook
from desktop.models.model_library import ModelLibrary
from desktop.models.run_session import RunSession
from desktop.models.workspace_model import WorkspaceModel
from desktop.opening import Given, given
from desktop.pages.names import NEW_RUN
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.windows.main_window import MainWindow
from desktop.windows.preload import Warming
from desktop.windows.window_state import restore
from desktop.windows.wiring import Wiring


class Whet(QObject):
    """The application's objects, from the engine's client to the window. `gone`: after the window was closed, the last
    engine process has ended."""

    gone = Signal()

    def __init__(self, application: QApplication, engine: Sequence[str] | None = None) -> None:
        super().__init__()
        self.collector = Collector(self)
        icons.use_folder(resources() / "icons")
        typography.use_folder(resources() / "fonts")
        application.setWindowIcon(QIcon(icons.path("whet")))
        self.settings = Settings(self)
        speak(application, self.settings.language)
        self.theme = Theme(application, self)
        self.errors = ErrorCentre(self)
        self.log = LogBook(self)
        self.client = EngineClient(engine, self)
        self.requests = EngineRequests(self.client, self)
        self.workspace = WorkspaceModel(self)
        self.session = RunSession(self.requests, self.workspace, self)
        self.jobs = BackgroundJobs(engine, self)
        self.library = ModelLibrary(self.jobs, self.workspace, self.settings, self)
        self.downloads = Downloads(self.jobs, self.settings, self)
        self.context = Context(
            self.theme,
            self.settings,
            self.errors,
            self.workspace,
            self.session,
            self.requests,
            self.jobs,
            self.library,
            self.downloads,
            self.log,
        )
        self.theme.choose(self.settings.appearance)
        self.window = MainWindow(self.context)
        self.wiring = Wiring(self.window, self.context)
        self.theme.dress(self.window)
        self.window.closing.connect(self.client.leave)
        self.window.closing.connect(self.jobs.leave)
        for engines in (self.client, self.jobs):
            engines.gone.connect(self._on_gone)
        self._demo = False
        self.again = False
        self.window.settings.remake_wanted.connect(self._remake)
        self.window.new_run.changed.connect(self._start_demo)

    def open(self, workspace: Path | None = None) -> None:
        """Show the window on this workspace, else on the last one, else on the default one."""
        self.collector.start()
        restore(self.window, self.settings)
        Warming(self.window)
        self.window.show()
        self.workspace.open(workspace or self.settings.workspace, create=workspace is not None)
        if self.workspace.folder is None:
            self.workspace.open(default_workspace(), create=True)

    @property
    def running(self) -> bool:
        """Whether there is an engine process left."""
        return self.client.running or self.jobs.running

    def _remake(self) -> None:
        """Leave, to come back in another language or size: `again` says so to whoever made this."""
        self.again = True
        self.window.leave()

    def _on_gone(self) -> None:
        if not self.running:
            self.gone.emit()

    def demo(self) -> None:
        """Start the first sample task as soon as it has been read."""
        self._demo = True
        self._start_demo()

    def take(self, found: Given) -> None:
        """Choose the task, or take the file, that the window was opened with."""
        task = found.task
        if task is not None:
            self.workspace.do(lambda: self.workspace.adopt_task(task), self._choose)
        elif found.file is not None:
            self.window.dropped.emit(str(found.file))

    def _choose(self, task: Path) -> None:
        self.window.new_run.choose_task(task.name)
        self.window.show_page(NEW_RUN)
        self.workspace.refresh()

    def _start_demo(self) -> None:
        if self._demo and self.window.new_run.can_start:
            self._demo = False
            first = offered_samples()[0].name
            QTimer.singleShot(0, partial(self.window.new_run.start_sample, first))

    def close(self) -> None:
        """Let the workspace go, once everything is on the disk."""
        self.collector.stop()
        for each in (self.workspace, self.library):
            each.finish()
        self.workspace.close()
        self.log.close()


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line of the window."""
    parser = argparse.ArgumentParser(prog="whet-window", description="Sharpen prompts on your own machine.")
    parser.add_argument("--workspace", type=Path, help="folder of tasks and runs (default: the last one)")
    parser.add_argument("--demo", action="store_true", help="open on a sample task and start it")
    about = "a workspace, the folder of a task, the file that marks either, or a file of rows or a model"
    parser.add_argument("path", type=_existing, nargs="?", metavar="PATH", help=about)
    return parser.parse_args(arguments)


def _existing(text: str) -> Path:
    path = Path(text)
    if not path.expanduser().exists():
        raise argparse.ArgumentTypeError(f"there is no {text}")
    return path


def _scale(percent: int, asked: str) -> None:
    """Make everything larger than the system asks for. Qt reads this whenever an application is made."""
    os.environ.pop("QT_SCALE_FACTOR", None)
    if asked or percent != 100:
        os.environ["QT_SCALE_FACTOR"] = f"{float(asked or 1.0) * percent / 100:g}"


def main(arguments: Sequence[str], watch: Callable[[Whet], object] | None = None) -> int:
    """Open the window and stay until it is closed and the engine has gone. `watch` is given what was made (benches).

    Another language or size takes another application, in the same process: nothing that was made can change either.
    """
    chosen = parse(arguments)
    QCoreApplication.setApplicationName("Whet")
    asked = os.environ.get("QT_SCALE_FACTOR", "")
    while True:
        _scale(Settings().scale, asked)
        code, again = _run(chosen, watch)
        if not again:
            return code
        chosen.demo, chosen.path = False, None


def _run(chosen: argparse.Namespace, watch: Callable[[Whet], object] | None) -> tuple[int, bool]:
    """One window from its beginning to its end: the exit code, and whether the person wants another at once."""
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    whet = Whet(application)
    whet.errors.install()
    whet.gone.connect(application.quit)
    found = given(chosen.path) if chosen.path else Given()
    whet.open(chosen.workspace.expanduser().resolve() if chosen.workspace else found.workspace)
    whet.take(found)
    if watch is not None:
        watch(whet)
    if chosen.demo:
        whet.demo()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: whet.window.leave())
    code = application.exec()
    whet.close()
    again = whet.again
    if again:
        whet.deleteLater()
        whet.window.deleteLater()
        application.shutdown()
    return code, again
