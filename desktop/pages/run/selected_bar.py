"""What can be done with several selected candidates at once, above the tree that they were selected in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.pages.targets import MOST_TOGETHER
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import row
from desktop.words import count


class SelectedBar(QWidget):
    """Hidden unless several are selected. `compare_wanted`: they shall be scored side by side; `left`: only the first
    of them stays selected."""

    compare_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(kind="soft")
        self.compare = QPushButton(self.tr("Compare"))
        self.compare.clicked.connect(self.compare_wanted)
        self.clear = QToolButton()
        self.clear.setText("×")
        self.clear.setProperty("kind", "icon")
        self.clear.setToolTip(self.tr("Select only one again"))
        self.clear.setAccessibleName(self.clear.toolTip())
        self.clear.clicked.connect(self.left)
        box = row(self._words, self.compare, self.clear, space=Space.XS)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.hide()

    def show_number(self, number: int) -> None:
        """Say how many are selected."""
        fits = number <= MOST_TOGETHER
        self._words.show_text(self.tr("{n} selected", "", number).format(n=count(number)))
        self.compare.setEnabled(fits)
        self.compare.setToolTip(
            self.tr("Score them side by side on the same rows")
            if fits
            else self.tr("At most {n} prompts can be compared at once").format(n=MOST_TOGETHER)
        )
        self.setVisible(number > 1)
