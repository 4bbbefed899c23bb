"""What a right click offers on a cell of the rows of a task."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from core.domain.example import Split
from desktop.models.example_table import split_name
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.names import PLAYGROUND
from desktop.pages.spec import Desk
from desktop.pages.targets import PromptTarget
from desktop.widgets.context_menu import entry, offer


class RowMenu(QObject):
    """The table has selected the row by then; what changes rows is for all that are selected."""

    def __init__(self, page: DatasetsPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._actions = desk.actions
        offer(page.view, self._on_row)

    def _on_row(self, menu: QMenu, at: QPoint) -> None:
        page = self._page
        item = page.model.row_at(page.view.indexAt(at))
        if item is None:
            return
        editable = page.data.editable
        task = page.data.folder.name if page.data.folder is not None else ""
        entry(menu, self.tr("Edit"), page.edit_row, when=editable)
        target = PromptTarget("", task, item.example)
        entry(menu, self.tr("Try this row in the Playground"), partial(page.wanted.emit, PLAYGROUND, target))
        menu.addSeparator()
        for split in (Split.TRAIN, Split.VALIDATION):
            words = self.tr("Move to {split}").format(split=split_name(split))
            entry(menu, words, partial(page.move_selected, split), when=editable and item.split is not split)
        menu.addActions([self._actions["new_row"], self._actions["remove_rows"]])
