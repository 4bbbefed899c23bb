"""What a right click offers in a comparison: on a combination of the matrix, and on a reply of a row."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from core.domain.comparison import CellKey, Contestant
from core.domain.example import Example
from desktop.pages.compare.page import ComparePage
from desktop.pages.names import NEW_RUN, PLAYGROUND
from desktop.pages.spec import Desk
from desktop.pages.targets import PromptTarget
from desktop.widgets.context_menu import entry, offer


class CellMenu(QObject):
    """What can be done with the prompt of a combination, and with the combination itself."""

    def __init__(self, page: ComparePage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._context = desk.context
        offer(page.view, self._on_matrix)
        offer(page.pair.view, self._on_reply)

    def _on_matrix(self, menu: QMenu, at: QPoint) -> None:
        key = self._page.matrix.key_at(self._page.view.indexAt(at))
        if key is not None and key in self._page.model.cells:
            self._combination(menu, key, None)

    def _on_reply(self, menu: QMenu, at: QPoint) -> None:
        found = self._page.pair.reply_at(at)
        if found is not None:
            self._combination(menu, *found)

    def _combination(self, menu: QMenu, key: CellKey, example: Example | None) -> None:
        page, model = self._page, self._page.model
        contestant, task = model.prompts[key.prompt], model.task.name if model.task is not None else ""
        clipboard = QGuiApplication.clipboard()
        entry(menu, self.tr("Copy the prompt"), partial(clipboard.setText, contestant.prompt.text))
        entry(menu, self.tr("Compare as A"), partial(model.pair, key, model.after), when=key != model.before)
        entry(menu, self.tr("Compare as B"), partial(model.pair, model.before, key), when=key != model.after)
        menu.addSeparator()
        words = self.tr("Edit this prompt") if contestant.prompt.text else self.tr("Write a prompt")
        entry(menu, words, partial(page.choice.edit, contestant))
        target = PromptTarget(contestant.prompt.text, task, example)
        words = self.tr("Try it in the Playground") if example is None else self.tr("Try this row in the Playground")
        entry(menu, words, partial(page.wanted.emit, PLAYGROUND, target))
        words = self.tr("Use this prompt in a new run")
        entry(menu, words, partial(self._use, contestant, task), when=self._context.workspace.writable)
        entry(menu, self.tr("Export the comparison…"), page.together.save_button.click, when=page.together.can_save)

    def _use(self, contestant: Contestant, task: str) -> None:
        self._page.wanted.emit(NEW_RUN, PromptTarget(contestant.prompt.text, task))
