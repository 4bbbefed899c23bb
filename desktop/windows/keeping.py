"""What the person keeps of a run: its certificate, its best prompt in a file, its report."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from core.report.html import write_report
from desktop.context import Context
from desktop.pages.certificate.page import REVIEW
from desktop.pages.names import CERTIFICATE, RUN
from desktop.windows.exporting import export_best
from desktop.windows.main_window import MainWindow


class Keeping(QObject):
    """Connects the actions of keeping with the session, the run's page and the Certificate page, which follows it."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        for name, deed in {
            "certify": self._certify,
            "copy_prompt": self._copy_best,
            "export": self._export,
            "report": self._open_report,
            "weigh_sentences": self._weigh_sentences,
        }.items():
            window.actions_.connect_to(name, deed)
        window.run.changed.connect(self._follow)
        window.certificate.run_wanted.connect(lambda: window.show_page(RUN))
        window.certificate.report_wanted.connect(self._open_report)

    def update(self) -> None:
        """Enable what can be done now."""
        actions, run = self._window.actions_, self._window.run
        state = run.model.state
        ended = not run.model.live and state.final is not None
        free = self._context.session.idle and self._context.workspace.writable
        actions.enable("certify", when=free and ended)
        actions.enable("weigh_sentences", when=free and ended)
        actions.enable("copy_prompt", when=bool(state.best))
        actions.enable("export", when=bool(state.best) and run.folder is not None)
        actions.enable("report", when=ended)

    def _follow(self) -> None:
        run = self._window.run
        self._window.certificate.show_run(run.folder, run.model.state, live=run.model.live, reading=run.reading)

    def _certify(self) -> None:
        self._window.show_page(CERTIFICATE)
        self._window.certificate.ask()

    def _weigh_sentences(self) -> None:
        folder = self._window.run.folder
        if folder is not None:
            self._window.show_page(CERTIFICATE)
            self._window.certificate.tabs.setCurrentIndex(REVIEW)
            self._context.session.weigh_sentences(folder)

    def _copy_best(self) -> None:
        state = self._window.run.model.state
        if state.best in state.nodes:
            QGuiApplication.clipboard().setText(state.nodes[state.best].candidate.prompt.text)

    def _export(self) -> None:
        """On the Certificate page; of a run that has not ended yet, the best prompt so far, in a file."""
        run = self._window.run
        if run.model.state.final is not None and not run.model.live:
            self._window.show_page(CERTIFICATE)
            self._window.certificate.show_export()
        elif run.folder is not None:
            export_best(self._window, self._context.errors, run.folder, run.model.state)

    def _open_report(self) -> None:
        """Show the run's report in the browser, from the disk; it is written first if it is not there."""
        folder = self._window.run.folder
        if folder is not None:
            self._context.workspace.do(
                lambda: write_report(folder), lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            )
