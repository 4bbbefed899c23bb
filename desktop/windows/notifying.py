"""Says that long work has ended to somebody who looks elsewhere: by the system's own notification where it has one."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from desktop.settings import Settings
from desktop.widgets.banner import Notice
from desktop.windows.main_window import MainWindow

_SHOWN_MS = 10_000


class Notifications(QObject):
    """`tell` does nothing while the person looks at the window: then the page has said it already; nor where
    the settings say that nobody wants to be told."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self.told: list[str] = []
        self.background = False
        """Whether work goes on without a window: then whoever is told does not see it."""

    def tell(self, what: str, details: str = "", *, tone: str = "info") -> None:
        """Tell it once: in the window, where it waits until it is closed, and through the system."""
        if self._wanted:
            self._window.show_notice(Notice(what, details, tone=tone))
            self._send(what, details)

    def pass_on(self, notice: Notice) -> None:
        """Tell through the system what the window shows already."""
        if self._wanted:
            self._send(notice.what, notice.kept)

    def say(self, what: str, details: str) -> None:
        """Tell through the system, whoever looks where."""
        if self._settings.notifications:
            self._send(what, details)

    def close(self) -> None:
        """Take the icon away."""
        self.background = False
        if self._tray is not None:
            self._tray.hide()

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
