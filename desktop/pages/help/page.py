"""Help: the guide, and a list of shortcuts made of the actions that there are."""

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from core.paths import resources
from desktop.actions import Actions
from desktop.pages.help.guide_part import GuidePart
from desktop.pages.help.shortcut_table import ShortcutTableModel, shortcuts
from desktop.theme import Space
from desktop.widgets.controls import Tabs
from desktop.widgets.labels import label
from desktop.widgets.layout import column
from desktop.widgets.table import fit_columns, table

GUIDE, SHORTCUTS = range(2)


class HelpPage(QWidget):
    """Two tabs."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.guide = GuidePart(resources() / "docs")
        self.model = ShortcutTableModel(shortcuts(actions), self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.model)
        self._found.setFilterKeyColumn(-1)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = table(self._found, self.tr("Shortcuts"), stretch=0)
        fit_columns(self.view, stretch=0)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in the shortcuts"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._found.setFilterFixedString)
        listed = QWidget()
        listed.setLayout(column(self.search, self.view, space=Space.S, margin=Space.S))
        self.tabs = Tabs()
        self.tabs.addTab(self.guide, self.tr("Guide"))
        self.tabs.addTab(listed, self.tr("Shortcuts"))
        self.tabs.setAccessibleName(self.tr("Help"))
        self.setLayout(column(label(self.tr("Help"), "headline"), self.tabs, space=Space.M, margin=Space.L))
        self.setFocusProxy(self.guide)

    def open_tab(self, name: str) -> None:
        """Show the guide or the shortcuts, by the names of their targets."""
        self.tabs.setCurrentIndex(SHORTCUTS if name == "shortcuts" else GUIDE)
