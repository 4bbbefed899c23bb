"""The answers of models that are kept on this machine: how much room they take, and how to be rid of them."""

from PySide6.QtWidgets import QWidget

from core import paths
from core.llm.answers import AnswerStore
from desktop.context import Context
from desktop.theme import Space
from desktop.widgets.confirm import ConfirmButton
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count, file_size


class AnswersPart(QWidget):
    """Their number and size, and two buttons that delete them after a second press."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kept = label(self.tr("Counting …"), wrap=True)
        self.here = ConfirmButton(
            self.tr("Delete those of this workspace"),
            self.tr("Repeated questions are then computed again, which takes time."),
            self.tr("Delete"),
        )
        self.everything = ConfirmButton(
            self.tr("Delete all"),
            self.tr("Those of every workspace? Repeated questions are then computed again."),
            self.tr("Delete all of them"),
        )
        self.here.confirmed.connect(self._forget_here)
        self.everything.confirmed.connect(lambda: self._forget(None))
        context.workspace.opened.connect(self._count_again)
        self.setLayout(column(self.kept, row(self.here, self.everything, 1, space=Space.S), space=Space.XS))

    def refresh(self) -> None:
        """Count them again."""
        self._context.workspace.do(_size, self._on_size, otherwise=self._context.errors.report, latest="kept answers")

    def _count_again(self) -> None:
        """What was being counted when another workspace was opened was dropped with the last one's work."""
        if self.isVisible():
            self.refresh()

    def _forget_here(self) -> None:
        folder = self._context.workspace.folder
        if folder is not None:
            self._forget([paths.owner_of(folder)])

    def _forget(self, owners: list[str] | None) -> None:
        self._context.workspace.do(
            lambda: _forget(owners), self._on_size, otherwise=self._context.errors.report, latest="kept answers"
        )

    def _on_size(self, found: tuple[int, int]) -> None:
        number, size = found
        words = self.tr("{n} blocks of answers, {size}. What was asked before is answered from the disk.", "", number)
        self.kept.setText(words.format(n=count(number), size=file_size(size)))
        for button in (self.here, self.everything):
            button.setEnabled(number > 0)


def _size() -> tuple[int, int]:
    store = AnswerStore(paths.answers_folder())
    try:
        return store.size()
    finally:
        store.close()


def _forget(owners: list[str] | None) -> tuple[int, int]:
    store = AnswerStore(paths.answers_folder())
    try:
        store.forget(owners)
        return store.size()
    finally:
        store.close()
