"""How many rows of a file its task would use, in which parts, and the way to change that."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.pages.datasets.tried import Tried
from desktop.pages.sizes_part import SizesPart
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count


class UsedPart(QWidget):
    """A sentence with numbers, and `sizes` folded below it until somebody wants others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(wrap=True, selectable=True)
        self.sizes = SizesPart()
        self.sizes.hide()
        self.sizes.chosen.connect(lambda _: self.sizes.hide())
        self.change = QPushButton(self.tr("change"))
        self.change.setProperty("kind", "quiet")
        self.change.setAccessibleName(self.tr("Change how many rows are used"))
        self.change.setToolTip(self.change.accessibleName())
        self.change.clicked.connect(lambda: self.sizes.setVisible(self.sizes.isHidden()))
        line = row(self.words, self.change, space=Space.M)
        line.setStretch(0, 1)
        self.setLayout(column(line, self.sizes, space=Space.XS))
        self.hide()

    def show_rows(self, looked: Tried) -> None:
        """Show what would become of the rows; nothing where they cannot be divided, which is said elsewhere."""
        self.setVisible(looked.used > 0)
        if not looked.used:
            return
        train, validation, test = map(count, looked.parts)
        parts = self.tr("{train} to learn from, {validation} to choose by, {test} sealed for the certificate").format(
            train=train, validation=validation, test=test
        )
        if looked.named:
            words = self.tr("{n} of {all} rows are used, as the file splits them: {parts}")
        else:
            words = self.tr("{n} of {all} rows are used: {parts}")
        self.words.setText(words.format(n=count(looked.used), all=count(looked.usable), parts=parts))
        self.change.setVisible(not looked.named)
        if looked.named:
            self.sizes.hide()
        if not self.sizes.isVisible():
            self.sizes.show_sizes(looked.parts, looked.usable)
