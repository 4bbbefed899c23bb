"""What can be done with several selected candidates at once, above the tree that they were selected in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.pages.targets import MOST_TOGETHER
from desktop.widgets.icon_button import IconButton
from desktop.widgets.layout import row
from desktop.words import count


class SelectedBar(QWidget):
    """Hidden unless several are selected. `compare_wanted`: they shall be scored side by side; `left`: only the first
    of them stays selected."""

    compare_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compare = QPushButton(self.tr("Compare"))
        self.compare.clicked.connect(self.compare_wanted)
        self.clear = IconButton("close", self.tr("Select only one again"))
        self.clear.clicked.connect(self.left)
        self.setLayout(row(1, self.compare, self.clear, space=0))
        self.hide()

    def show_number(self, number: int) -> None:
        """Say how many are selected."""
        fits = number <= MOST_TOGETHER
        self.compare.setText(self.tr("Compare {n}").format(n=count(number)))
        self.compare.setEnabled(fits)
        self.compare.setToolTip(
            self.tr("Score them side by side on the same rows")
            if fits
            else self.tr("At most {n} prompts can be compared at once").format(n=MOST_TOGETHER)
        )
        self.setVisible(number > 1)
