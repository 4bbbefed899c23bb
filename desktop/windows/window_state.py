"""What a window looked like when it was closed: its place, its page, its dividers, columns that a person has set."""

from collections.abc import Iterator

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer
from PySide6.QtWidgets import QSplitter, QTableView, QWidget

from desktop.settings import Settings
from desktop.widgets.table import has_own_columns, take_columns
from desktop.windows.main_window import MainWindow


def keep(window: MainWindow, settings: Settings) -> None:
    """Remember it."""
    settings.keep_state("window", window.saveGeometry())
    settings.page = window.page
    for name, part in _parts(window):
        if isinstance(part, QSplitter):
            settings.keep_state(name, part.saveState())
        elif isinstance(part, QTableView) and has_own_columns(part):
            settings.keep_state(name, part.horizontalHeader().saveState())


def restore(window: MainWindow, settings: Settings) -> None:
    """Make it so again; what does not fit any more stays as it is made."""
    window.restoreGeometry(settings.state_of("window"))
    for name, part in _parts(window):
        state = settings.state_of(name)
        if not state.isEmpty():
            _WhenShown(part, state)
    if settings.page in window.pages:
        window.show_page(settings.page)


class _WhenShown(QObject):
    """Gives a divider or a table its state as soon as it has a size: before, a divider would share out another."""

    def __init__(self, part: QWidget, state: QByteArray) -> None:
        super().__init__(part)
        self._part = part
        self._state = state
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the part is shown for the first time."""
        if event.type() is QEvent.Type.Show and watched is self._part:
            self._part.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: _put(self._part, self._state))
        return False


def _put(part: QWidget, state: QByteArray) -> None:
    if isinstance(part, QSplitter):
        part.restoreState(state)
    elif isinstance(part, QTableView):
        take_columns(part, state)


def _parts(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every divider and table of every page, by page and place. Those of another version are found again as long as
    the page has not changed."""
    for page in window.pages.values():
        for kind in (QSplitter, QTableView):
            for place, part in enumerate(page.findChildren(kind)):
                yield f"{type(page).__name__}-{kind.__name__}-{place}", part
