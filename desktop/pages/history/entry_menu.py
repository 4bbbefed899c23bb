"""What a right click offers for an entry of the history: what its buttons do, and its best prompt to take along."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from core.domain.runresult import PromptResult
from core.engine.commands.prepare import Prepare
from core.state import RunState, fold
from core.store.history import HistoryEntry, Kind
from core.store.runs import RunFolder
from desktop.models.branching import models_left, plan_branch_of_best
from desktop.pages.export_file import ask_where
from desktop.pages.history.page import HistoryPage
from desktop.pages.names import COMPARE, NEW_RUN, PLAYGROUND
from desktop.pages.spec import Desk
from desktop.pages.targets import BranchTarget, PromptTarget, RunsTarget
from desktop.widgets.context_menu import entry, offer


class EntryMenu(QObject):
    """The prompts are read beside the window's thread when one is asked for."""

    def __init__(self, page: HistoryPage, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._context = desk.context
        offer(page.view, self._deeds)
        offer(page.view, self._prompts)

    def _deeds(self, menu: QMenu, at: QPoint) -> None:
        page = self._page
        if not page.view.indexAt(at).isValid():
            return
        for button in page.deeds:
            entry(menu, button.text(), button.click, when=button.isEnabled() and not button.isHidden())
        menu.addSeparator()
        menu.addActions([page.compare_deed, page.reveal_deed])

    def _prompts(self, menu: QMenu, at: QPoint) -> None:
        page, found = self._page, self._page.entry
        if found is None or not page.view.indexAt(at).isValid() or found.kind is not Kind.RUN:
            return
        ids = tuple(each.id for each in page.selected if each.kind is Kind.RUN and _has_best(each))
        there = _has_best(found)
        writable = self._context.workspace.writable
        entry(menu, self.tr("Copy the best prompt"), partial(self._with_best, found, self._copy), when=there)
        entry(menu, self.tr("Try it in the Playground"), partial(self._with_best, found, self._try), when=there)
        words = self.tr("Put it into Compare")
        entry(menu, words, partial(page.wanted.emit, COMPARE, RunsTarget(ids)), when=bool(ids))
        entry(menu, self.tr("Branch with other settings…"), partial(self._branch, found), when=there and writable)
        entry(menu, self.tr("Export the best prompt…"), partial(self._export, found), when=there)

    def _with_best(self, found: HistoryEntry, then: Callable[[HistoryEntry, PromptResult], None]) -> None:
        folder = self._folder(found)

        def take(best: PromptResult | None) -> None:
            if best is not None:
                then(found, best)

        self._context.workspace.do(partial(_best, folder), take, otherwise=self._context.errors.report)

    def _copy(self, _: HistoryEntry, best: PromptResult) -> None:
        QGuiApplication.clipboard().setText(best.text)

    def _try(self, found: HistoryEntry, best: PromptResult) -> None:
        self._page.wanted.emit(PLAYGROUND, PromptTarget(best.text, found.task))

    def _branch(self, found: HistoryEntry) -> None:
        def show(command: Prepare) -> None:
            self._page.wanted.emit(NEW_RUN, BranchTarget(command))

        plan_branch_of_best(
            self._context.workspace, self._folder(found), show, self._context.errors.report, models=models_left
        )

    def _export(self, found: HistoryEntry) -> None:
        folder = self._folder(found)

        def ask(state: RunState) -> None:
            ask_where(self._page, self._context.errors, folder, state, state.best)

        workspace = self._context.workspace
        workspace.do(lambda: fold(folder.read_events().events), ask, otherwise=self._context.errors.report)

    def _folder(self, found: HistoryEntry) -> RunFolder:
        return self._context.workspace.run_folder(found.id)


def _has_best(found: HistoryEntry) -> bool:
    return found.thrown is None and found.run is not None and found.run.best_value is not None


def _best(folder: RunFolder) -> PromptResult | None:
    result = folder.read_result()
    return result.best if result is not None else None
