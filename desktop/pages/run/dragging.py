"""Candidates on their way to Compare: dragged out of the tree, or put there by a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDrag

from core.domain.comparison import Contestant
from desktop.models.prompt_mime import of_prompts
from desktop.pages.names import COMPARE
from desktop.pages.run.page import RunPage
from desktop.pages.targets import PromptsTarget


class Dragging(QObject):
    """What a menu puts into the comparison goes the same way as what is dropped there."""

    def __init__(self, page: RunPage) -> None:
        super().__init__(page)
        self._page = page
        page.tree.view.taken_out.connect(self._take_out)

    def add(self, candidates: Sequence[str]) -> None:
        """Put the prompts of these candidates into the comparison of their task."""
        found = tuple(each for id_ in candidates if (each := self._contestant(id_)) is not None)
        if found:
            self._page.wanted.emit(COMPARE, PromptsTarget(found, self._page.task))

    def _take_out(self, candidate: str) -> None:
        found = self._contestant(candidate)
        if found is None:
            return
        drag = QDrag(self._page.tree.view)
        drag.setMimeData(of_prompts([found]))
        drag.exec(Qt.DropAction.CopyAction)

    def _contestant(self, candidate: str) -> Contestant | None:
        node = self._page.model.state.nodes.get(candidate)
        return Contestant(candidate, node.candidate.prompt) if node is not None else None
