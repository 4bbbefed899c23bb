"""The pages of a candidate: in one row of tabs, or, where there is room, in two beside each other."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.settings import Settings
from desktop.widgets.controls import Tabs
from desktop.widgets.icon_button import IconButton


@dataclass(slots=True)
class _Page:
    """A page with its title, and what has become of it."""

    widget: QWidget
    title: str
    tip: str
    beside: bool
    extra: bool
    hidden: bool = False

    @property
    def name(self) -> str:
        return type(self.widget).__name__


class DetailTabs(QObject):
    """`main` always holds some of the pages, `beside` those that the person wants beside them, once they are `apart`.
    `changed`: another page is looked at in one of them; `arranged`: the person has put a page on the other side."""

    changed = Signal()
    arranged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: list[_Page] = []
        self._apart = False
        self.main = _tabs(self.tr("Details of the candidate"))
        self.beside = _tabs(self.tr("Beside the candidate"))
        for tabs in (self.main, self.beside):
            tabs.currentChanged.connect(lambda _: self.changed.emit())
        self.choose = IconButton("columns", self.tr("Choose what is shown here"))
        self.choose.open_menu_at_once()
        self.menu = QMenu(self.choose)
        self.menu.aboutToShow.connect(self._fill)
        self.choose.setMenu(self.menu)
        self.beside.setCornerWidget(self.choose)

    @property
    def aside(self) -> frozenset[str]:
        """Names of the pages that are beside the others where there is room, the same in every language."""
        return frozenset(page.name for page in self._pages if page.beside)

    def add(self, widget: QWidget, title: str, tip: str = "", *, beside: bool = False, extra: bool = False) -> None:
        """A page, at the end; `beside`: it is among those that get a place of their own where there is room; `extra`:
        where there is not, it is left out."""
        self._pages.append(_Page(widget, title, tip, beside, extra))
        self._arrange()

    def show_page(self, widget: QWidget) -> None:
        """Bring it to the front, wherever it is."""
        self._holding(widget).setCurrentWidget(widget)

    def looked_at(self, widget: QWidget) -> bool:
        """Whether it is at the front of its side."""
        return self._holding(widget).currentWidget() is widget

    def set_hidden(self, widget: QWidget, *, hidden: bool) -> None:
        """Leave out a page that has nothing to say, or show it again."""
        page = next(each for each in self._pages if each.widget is widget)
        page.hidden = hidden
        tabs = self._holding(widget)
        tabs.setTabVisible(tabs.indexOf(widget), not hidden)

    def set_apart(self, apart: bool) -> None:  # noqa: FBT001 - how the window is
        """Say whether there is room for two rows of tabs."""
        if apart != self._apart:
            self._apart = apart
            self._arrange()

    def put_aside(self, names: frozenset[str]) -> None:
        """Which pages are beside the others; at least one stays in the middle, and one beside it."""
        if 0 < len(names & {page.name for page in self._pages}) < len(self._pages):
            for page in self._pages:
                page.beside = page.name in names
            self._arrange()

    def remember(self, settings: Settings) -> None:
        """Put the pages where the person had them, and keep it whenever that changes."""
        self.put_aside(frozenset(settings.beside_the_candidate))
        self.arranged.connect(lambda: setattr(settings, "beside_the_candidate", sorted(self.aside)))

    def _holding(self, widget: QWidget) -> Tabs:
        return self.beside if self.beside.indexOf(widget) >= 0 else self.main

    def _arrange(self) -> None:
        """Put every page where it belongs, in their order; what was at the front stays there."""
        front = [tabs.currentWidget() for tabs in (self.beside, self.main)]
        for tabs in (self.main, self.beside):
            pages = [page for page in self._pages if self._apart or not page.extra]
            wanted = [page for page in pages if (page.beside and self._apart) == (tabs is self.beside)]
            if [tabs.widget(place) for place in range(tabs.count())] != [page.widget for page in wanted]:
                self._put(tabs, wanted)
        for widget in front:
            if widget is not None and self._holding(widget).indexOf(widget) >= 0:
                self.show_page(widget)
        self.changed.emit()

    def _put(self, tabs: Tabs, pages: list[_Page]) -> None:
        wanted = [page.widget for page in pages]
        for place in reversed(range(tabs.count())):
            if tabs.widget(place) not in wanted:
                tabs.removeTab(place)
        for place, page in enumerate(pages):
            if tabs.indexOf(page.widget) < 0:
                tabs.insertTab(place, page.widget, page.title)
                tabs.setTabToolTip(place, page.tip)
                tabs.setTabVisible(place, not page.hidden)

    def _fill(self) -> None:
        self.menu.clear()
        aside = self.aside
        for page in self._pages:
            action = self.menu.addAction(page.title)
            action.setCheckable(True)
            action.setChecked(page.beside)
            action.setEnabled(aside != {page.name} or not page.beside)
            action.triggered.connect(lambda _=False, page=page: self._choose(page))

    def _choose(self, page: _Page) -> None:
        self.put_aside(self.aside ^ {page.name})
        self.show_page(page.widget)
        self.arranged.emit()


def _tabs(name: str) -> Tabs:
    made = Tabs()
    made.setAccessibleName(name)
    made.setDocumentMode(True)
    made.tabBar().setProperty("kind", "tight")
    return made
