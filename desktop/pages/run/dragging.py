"""Candidates on their way to Compare: dragged out of the tree, or put there by a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDrag

from core.domain.comparison import Contestant
from desktop.models.prompt_mime import of_prompts
from desktop.pages.names import COMPARE
from desktop.pages.run.page import RunPage
from desktop.pages.targets import MOST_TOGETHER, PromptsTarget


class Dragging(QObject):
    """What a menu puts into the comparison goes the same way as what is dropped there."""

    def __init__(self, page: RunPage) -> None:
        super().__init__(page)
        self._page = page
        page.tree.view.taken_out.connect(self._take_out)
        page.tree.several.compare_wanted.connect(self.compare_marked)

    def compare_marked(self) -> None:
        """Put what is selected into the comparison."""
        self.add(self._page.marked)

    def add(self, candidates: Sequence[str]) -> None:
        """Put the prompts of these candidates into the comparison of their task."""
        found = tuple(each for id_ in candidates[:MOST_TOGETHER] if (each := self._contestant(id_)) is not None)
        folder = self._page.folder
        if found:
            target = PromptsTarget(found, self._page.task, folder.id if folder is not None else "")
            self._page.wanted.emit(COMPARE, target)

    def _take_out(self, candidate: str) -> None:
        """One of several that are selected takes all of them along."""
        together = self._page.marked if candidate in self._page.marked else (candidate,)
        found = [each for id_ in together if (each := self._contestant(id_)) is not None]
        if not found:
            return
        drag = QDrag(self._page.tree.view)
        drag.setMimeData(of_prompts(found))
        drag.exec(Qt.DropAction.CopyAction)

    def _contestant(self, candidate: str) -> Contestant | None:
        node = self._page.model.state.nodes.get(candidate)
        return Contestant(candidate, node.candidate.prompt) if node is not None else None
