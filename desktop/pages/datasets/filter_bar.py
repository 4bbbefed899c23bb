"""Which rows are looked for: by text, by split, by what is thought or found of them."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from core.domain.example import Split
from desktop.models.example_table import Only, RowFilter, split_name
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.layout import row

_PAUSE_MS = 150


class FilterBar(QWidget):
    """`changed` says that other rows are wanted; while somebody types it waits for a pause."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: frozenset[int] = frozenset()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search inputs and answers"))
        self.search.setAccessibleName(self.tr("Search inputs and answers"))
        self.search.setClearButtonEnabled(True)
        self.split = chooser(self.tr("Split to show"), 14)
        self.split.addItem(self.tr("Train and validation"), None)
        for each in (Split.TRAIN, Split.VALIDATION):
            self.split.addItem(split_name(each), each.value)
        self.only = chooser(self.tr("Rows to show"), 9)
        self._fill()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.changed)
        self.split.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.only.currentIndexChanged.connect(lambda _: self._on_only())
        box = row(self.split, self.only, self.search, space=Space.S)
        box.setStretch(2, 1)
        self.setLayout(box)

    @property
    def wanted(self) -> RowFilter:
        """What is looked for."""
        split = self.split.currentData()  # Qt hands an enumeration back as plain text
        only = Only(self.only.currentData())
        return RowFilter(self.search.text(), Split(split) if split else None, only, self._found)

    def show_found(self, rows: frozenset[int]) -> None:
        """Look for just these rows, until something else is chosen."""
        self._found = rows
        self.only.setCurrentIndex(self.only.findData(Only.THESE.value))
        self.changed.emit()

    def show_all(self) -> None:
        """Look for any row again, apart from text and split."""
        self._found = frozenset()
        self.only.setCurrentIndex(0)

    def _on_only(self) -> None:
        if self.only.currentData() != Only.THESE:
            self._found = frozenset()
        self.changed.emit()

    def _fill(self) -> None:
        for words, only in (
            (self.tr("All rows"), Only.ALL),
            (self.tr("With findings"), Only.FOUND),
            (self.tr("Your thumb up ▲"), Only.GOOD),
            (self.tr("Your thumb down ▼"), Only.BAD),
            (self.tr("With a critique"), Only.CRITIQUE),
            (self.tr("Of the finding"), Only.THESE),
        ):
            self.only.addItem(words, only.value)


def chooser(name: str, letters: int) -> QComboBox:
    """A list to choose from that has room for so many letters, and no more."""
    box = ChoiceBox()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(letters)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
