"""Cards in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.theme import Space
from desktop.widgets.layout import column, row


class Columns(QWidget):
    """`groups` are the cards of each column where all of them have room; in fewer columns the last ones stand below
    each other. Their order for the Tab key stays."""

    def __init__(self, groups: Sequence[Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._columns: tuple[QVBoxLayout, ...] = tuple(column(space=Space.M) for _ in groups)
        self._row = row(*self._columns, space=Space.M)
        self.count = 0
        """Columns that are shown."""
        self.setLayout(self._row)
        self.spread(1)

    def spread(self, count: int) -> None:
        """Stand in so many columns."""
        count = max(1, min(count, len(self._groups)))
        if count == self.count:
            return
        self.count = count
        for each in self._columns:
            while each.takeAt(0) is not None:
                pass
        for number, group in enumerate(self._groups):
            for card in group:
                self._columns[min(number, count - 1)].addWidget(card)
        for number, each in enumerate(self._columns):
            self._row.setStretch(number, int(number < count))
            if number < count:
                each.addStretch(1)
        self._row.setSpacing(Space.M if count > 1 else 0)  # else those that are empty would take room
