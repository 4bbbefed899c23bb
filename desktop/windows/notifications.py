"""Says to somebody who looks elsewhere that long work has ended, or that something went wrong: in the window, and
through the system where it has notifications."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.context import Context
from desktop.widgets.banner import Notice
from desktop.windows.main_window import MainWindow

_SHOWN_MS = 10_000


class Notifications(QObject):
    """Hears of everything that takes minutes: of the session, the downloads, and the pages by their signal `told`. What
    the person stopped is not told.

    `tell` does nothing while the person looks at the window: then the page has said it already; nor where
    the settings say that nobody wants to be told."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._settings = context.settings
        self._session = context.session
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self.told: list[str] = []
        self.background = False
        """Whether work goes on without a window: then whoever is told does not see it."""
        context.session.ended.connect(self._on_run)
        context.session.certified.connect(lambda _: self._good(self.tr("The sealed test has been answered.")))
        context.session.weighed.connect(lambda _: self._good(self.tr("The sentences have been measured.")))
        context.downloads.finished.connect(self._on_download)
        context.errors.shown.connect(self._on_notice)
        for page in window.pages.values():
            told = getattr(page, "told", None)
            if told is not None:
                told.connect(lambda what, tone: self.tell(what, tone=tone))
        window.closing.connect(self.close)

    def tell(self, what: str, details: str = "", *, tone: str = "info") -> None:
        """Tell it once: in the window, where it waits until it is closed, and through the system."""
        if self._wanted:
            self._window.show_notice(Notice(what, details, tone=tone))
            self._send(what, details)

    def say(self, what: str, details: str) -> None:
        """Tell through the system, whoever looks where."""
        if self._settings.notifications:
            self._send(what, details)

    def close(self) -> None:
        """Take the icon away."""
        self.background = False
        if self._tray is not None:
            self._tray.hide()

    def _good(self, what: str) -> None:
        self.tell(what, tone="good")

    def _on_run(self, _: object) -> None:
        words = {"finished": self.tr("The run has ended."), "budget": self.tr("The run has used up its budget.")}
        outcome = self._session.run.outcome
        if outcome in words:
            self._good(words[outcome])

    def _on_download(self, path: str) -> None:
        self._good(self.tr("{name} has been downloaded.").format(name=Path(path).name))

    def _on_notice(self, notice: Notice) -> None:
        """The window shows it already, with its details and buttons."""
        if notice.tone == "bad" and self._wanted:
            self._send(notice.what, notice.kept)

    @property
    def _wanted(self) -> bool:
        there = self._window.isVisible() or self.background
        return self._settings.notifications and there and not self._window.isActiveWindow()

    def _send(self, what: str, details: str) -> None:
        self.told.append(what)
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._icon().showMessage(what, details, self._window.windowIcon(), _SHOWN_MS)

    def _icon(self) -> QSystemTrayIcon:
        """Made when it is first needed: a message needs an icon to come from."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.setToolTip("Whet")
            for heard in (self._tray.messageClicked, self._tray.activated):
                heard.connect(lambda *_: self._come_forward())
            self._tray.show()
        return self._tray

    def _come_forward(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
