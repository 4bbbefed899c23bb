"""The window: navigation, menus, and the one place for messages. Everything else is in the pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.actions import Actions
from desktop.context import Context
from desktop.pages.names import HOME
from desktop.pages.spec import page_actions, registered
from desktop.theme import Appearance, Space
from desktop.widgets.banner import Banner, Notice
from desktop.widgets.layout import column, row
from desktop.widgets.rail import Rail, RailEntry
from desktop.widgets.spend_strip import SpendStrip
from desktop.windows.named_pages import NamedPages
from desktop.windows.own_actions import own_actions
from desktop.words import without_mnemonic

_FRAME = 40
"""Height that the system's own title bar takes, beside the window."""

_NARROW = 1000
"""Below this width the rail shows icons only."""


class MainWindow(NamedPages, QMainWindow):
    """Pages beside a rail, a strip below them. `closing` says that the person closed it; `dropped` carries the
    path of a file that was dropped on it. `may_close` is asked before it closes."""

    closing = Signal()
    dropped = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.may_close: Callable[[], bool] = lambda: True
        self._sure = False
        self.specs = registered()
        self.actions_ = Actions([*own_actions(), *page_actions(self.specs)], self)
        self.pages: dict[str, QWidget] = {spec.name: spec.make(context, self.actions_) for spec in self.specs}
        self.banner = Banner()
        self.standing = Banner()
        self.strip = SpendStrip()
        self._stack = QStackedWidget()
        self._stack.setObjectName("stack")
        for page in self.pages.values():
            self._stack.addWidget(page)
        self._starts: dict[QWidget, QWidget] = {page: _take_proxy(page) for page in self.pages.values()}
        self.rail = Rail(
            [
                RailEntry(spec.name, spec.icon, without_mnemonic(spec.title()), spec.purpose(), spec.foot)
                for spec in self.specs
                if not spec.aside
            ]
        )
        self.rail.chosen.connect(self.show_page)
        self.settings.appearance_chosen.connect(self._choose_appearance)
        self._lay_out()
        self._make_menus()
        room = self.screen().availableGeometry()
        self.resize(min(1280, room.width()), min(800, room.height() - _FRAME))
        self.setMinimumSize(820, 560)
        self.setAcceptDrops(True)
        self.show_page(HOME)

    @property
    def page(self) -> str:
        """Name of the page that is shown."""
        return self.specs[self._stack.currentIndex()].name

    @property
    def shown_page(self) -> QWidget:
        """The page that is shown."""
        return self.pages[self.page]

    def show_page(self, name: str) -> None:
        """Show another page."""
        self._stack.setCurrentWidget(self.pages[name])
        self.rail.select(name)
        self._starts[self.shown_page].setFocus()

    def open(self, name: str, target: object = None) -> None:
        """Show another page, and on it what a key of its targets names, or a value of `desktop.pages.targets`."""
        self.show_page(name)
        if target is not None:
            next(spec for spec in self.specs if spec.name == name).open(self.pages[name], target)

    def show_notice(self, notice: Notice) -> None:
        """Show a message above the pages."""
        self.banner.say(notice)
        self._banner_room.setVisible(True)

    def show_standing(self, notice: Notice) -> None:
        """Show a message about the window itself, which stays."""
        self.standing.say(replace(notice, closable=False))
        self._banner_room.setVisible(True)

    def dismiss_standing(self) -> None:
        """What it said is so no more."""
        self.standing.hide()
        self._banner_room.setVisible(self.banner.isVisibleTo(self._banner_room))

    def leave(self) -> None:
        """Close it without asking: whatever goes on is ended."""
        self._sure = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: say that the person goes, unless `may_close` has to ask first; the engine is ended beside."""
        if not self._sure and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: files are welcome everywhere."""
        if _file_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: take the first file."""
        self.dropped.emit(_file_of(event.mimeData()))
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: names in the rail only where there is room."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < _NARROW)

    def _lay_out(self) -> None:
        above = column(self.standing, self.banner)
        above.setContentsMargins(Space.L, Space.M, Space.L, 0)
        holder = QWidget()
        holder.setLayout(above)
        holder.setVisible(False)
        self._banner_room = holder
        self.banner.closed.connect(lambda: holder.setVisible(self.standing.isVisibleTo(holder)))
        right = column(holder, self._stack, space=0)
        right.setStretch(1, 1)
        body = column(row(self.rail, right, space=0), self.strip, space=0)
        body.setStretch(0, 1)
        central = QWidget()
        central.setObjectName("page")
        central.setLayout(body)
        self.setCentralWidget(central)

    def _make_menus(self) -> None:
        made = {name: self.menuBar().addMenu(title) for name, title in self.actions_.menus().items()}
        group = QActionGroup(self)
        for spec in self.actions_.specs:
            menu = made[spec.menu]
            if spec.separated:
                menu.addSeparator()
            action = self.actions_[spec.name]
            menu.addAction(action)
            if spec.choices:
                group.addAction(action)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = without_mnemonic(action.text())
            action.setToolTip(f"{words} ({keys})" if keys else words)
        for page in self.specs:
            self.actions_.connect_to(page.action, partial(self.show_page, page.name))
        self.actions_[f"theme_{self._context.settings.appearance.value}"].setChecked(True)
        for appearance in Appearance:
            self.actions_.connect_to(f"theme_{appearance.value}", partial(self._choose_appearance, appearance))

    def _choose_appearance(self, appearance: Appearance) -> None:
        self._context.settings.appearance = appearance
        self.actions_[f"theme_{appearance.value}"].setChecked(True)
        self._context.theme.choose(appearance)


def _take_proxy(page: QWidget) -> QWidget:
    """Where the focus goes when the page is shown. A page that keeps its proxy swallows Tab: what stands before the
    proxy would never be reached."""
    start = page.focusProxy()
    page.setFocusProxy(None)  # type: ignore[arg-type]
    page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return start if start is not None else page


def _file_of(data: QMimeData) -> str:
    """The first local file of what is dragged, empty if there is none."""
    return next((url.toLocalFile() for url in data.urls() if url.isLocalFile()), "")
