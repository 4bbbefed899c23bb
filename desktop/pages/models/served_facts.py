"""Where a model is asked, and what was found that it can do there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.models.server_words import facts
from desktop.models.servers import Abilities
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear


class ServedFacts(QWidget):
    """Two columns: titles, and what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)
        self._shown: list[tuple[str, str]] = []

    def show_model(self, address: str, found: Abilities | None) -> None:
        """Show a model on a server; without what was `found`, that nobody has tried it since the start."""
        lines = [(self.tr("Address"), address)]
        lines += facts(found) if found is not None else [(self.tr("Abilities"), self.tr("not tested since the start"))]
        if lines == self._shown:
            return
        self._shown = lines
        clear(self._grid)
        for place, (title, words) in enumerate(lines):
            self._grid.addWidget(label(title, "soft"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(words, wrap=True, selectable=True), place, 1)
