"""What a right click offers for a candidate, in the tree, in the table, and on a row that it answered."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.pages.export_file import ask_where
from desktop.pages.names import PLAYGROUND
from desktop.pages.run.dragging import Dragging
from desktop.pages.run.page import RunPage
from desktop.pages.spec import Desk
from desktop.pages.targets import MOST_TOGETHER, PromptTarget
from desktop.plots.lineage_layout import TreeNode
from desktop.widgets.context_menu import entry, offer
from desktop.words import count

_OF_CANDIDATE = (
    ("copy_selected", "edit_prompt", "try_prompt"),
    ("branch", "branch_form"),
)
_AGAINST = ("seed", "best", "parent")


class CandidateMenu(QObject):
    """The menus hold the window's own actions, so what cannot be done now is grey there, too."""

    def __init__(self, page: RunPage, desk: Desk, dragging: Dragging) -> None:
        super().__init__(page)
        self._page = page
        self._actions = desk.actions
        self._context = desk.context
        self._dragging = dragging
        offer(page.tree.view, self._on_tree)
        page.tree.save.offer_on(page.tree.view)
        offer(page.overview.table, self._on_table)
        offer(page.detail.examples.view, self._on_row)

    def _on_tree(self, menu: QMenu, at: QPoint) -> None:
        node, page = self._page.tree.view.node_at(at), self._page
        if node is not None and node.refused:
            self._refused(menu, node)
        elif node is not None or page.selected:
            if node is not None and node.id not in page.marked:
                page.select(node.id)
            self._candidate(menu)

    def _on_table(self, menu: QMenu, at: QPoint) -> None:
        if self._page.overview.table.indexAt(at).isValid():  # copying has selected it
            self._candidate(menu)

    def _on_row(self, menu: QMenu, at: QPoint) -> None:
        page, node = self._page, self._page.selected_node
        number = page.detail.examples.row_at(at)
        if number is None or node is None:
            return
        example = page.detail.example(number)
        target = PromptTarget(node.candidate.prompt.text, page.task, example)
        entry(menu, self.tr("Try this row in the Playground"), partial(page.wanted.emit, PLAYGROUND, target))
        entry(menu, self.tr("Look at the call"), partial(page.show_call, number))

    def _candidate(self, menu: QMenu) -> None:
        titles = {
            "seed": self.tr("Compare with your prompt"),
            "best": self.tr("Compare with the best"),
            "parent": self.tr("Compare with its parent"),
        }
        for group in _OF_CANDIDATE:
            menu.addActions([self._actions[name] for name in group])
            menu.addSeparator()
        together = len(self._page.marked)
        words = {1: self.tr("Put it into Compare"), 2: self.tr("Put both into Compare")}
        several = self.tr("Put all {n} into Compare").format(n=count(together))
        deed = self._dragging.compare_marked
        entry(menu, words.get(together, several), deed, when=together <= MOST_TOGETHER)
        for against in _AGAINST:
            entry(menu, titles[against], partial(self._page.compare_with, against))
        menu.addSeparator()
        entry(menu, self.tr("Fold or unfold its descendants"), self._page.tree.fold_selected)
        entry(menu, self.tr("Export this prompt…"), self._export, when=self._page.folder is not None)

    def _refused(self, menu: QMenu, node: TreeNode) -> None:
        """A proposal that became no candidate can be read, and taken away."""
        clipboard = QGuiApplication.clipboard()
        entry(menu, self.tr("Copy the proposal"), partial(clipboard.setText, node.text))
        target = PromptTarget(node.text, self._page.task)
        entry(menu, self.tr("Try it in the Playground"), partial(self._page.wanted.emit, PLAYGROUND, target))
        entry(menu, self.tr("Show all rejected proposals"), self._page.show_refused)

    def _export(self) -> None:
        page = self._page
        if page.folder is not None:
            ask_where(page, self._context.errors, page.folder, page.model.state, page.selected)
