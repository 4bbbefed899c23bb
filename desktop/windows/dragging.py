"""Prompts and runs that are dragged to Compare: out of the tree, out of the history, onto its name in the sidebar."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent

from core.domain.comparison import Contestant
from desktop.models.prompt_mime import of_prompts, prompts_in, runs_in
from desktop.pages.names import COMPARE
from desktop.windows.main_window import MainWindow


class Dragging(QObject):
    """What a menu puts into the comparison goes the same way."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._button = window.rail.buttons[COMPARE]
        self._button.setAcceptDrops(True)
        self._button.installEventFilter(self)
        window.run.tree.view.taken_out.connect(self._take_out)

    def add_selected(self) -> None:
        """Put the prompt of the selected candidate into the comparison of its task."""
        found = self._contestant(self._window.run.selected)
        if found is not None:
            self._show()
            self._window.compare.choice.add_prompts([found])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the page's name in the sidebar takes what its list takes."""
        if isinstance(event, QDragEnterEvent):
            event.setAccepted(bool(prompts_in(event.mimeData()) or runs_in(event.mimeData())))
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._window.show_page(COMPARE)
            self._window.compare.choice.prompts.take(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        window, spec = self._window, self._window.run.model.state.spec
        window.show_page(COMPARE)
        if spec is not None:
            window.compare.choice.choose_task(spec.task)

    def _take_out(self, candidate: str) -> None:
        found = self._contestant(candidate)
        if found is None:
            return
        drag = QDrag(self._window.run.tree.view)
        drag.setMimeData(of_prompts([found]))
        drag.exec(Qt.DropAction.CopyAction)

    def _contestant(self, candidate: str) -> Contestant | None:
        node = self._window.run.model.state.nodes.get(candidate)
        return Contestant(candidate, node.candidate.prompt) if node is not None else None
