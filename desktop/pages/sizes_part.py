"""How many rows learn, choose and stay sealed: three numbers and a button that divides the rows so."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from core.data.splitting import Sizes
from desktop.widgets.controls import WholeBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.spin import as_number, group_digits
from desktop.words import count

_LARGEST = 10_000_000
_NUMBER_WIDTH = 84


class SizesPart(QWidget):
    """`chosen` carries the `Sizes`. More rows than there are cannot be asked for: the button waits, and says why."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _LARGEST
        self._sum = label(kind="caption")
        names = self.tr("To learn from"), self.tr("To choose by"), self.tr("Sealed")
        self.numbers = [self._number(name) for name in names]
        self.use = QPushButton(self.tr("Split like this"))
        self.use.clicked.connect(lambda: self.chosen.emit(self.sizes))
        parts = [(label(number.accessibleName(), "caption"), number) for number in self.numbers]
        fields = row(*(widget for pair in parts for widget in pair), self.use, 1)
        self.setLayout(column(fields, self._sum, space=0))

    @property
    def sizes(self) -> Sizes:
        """The numbers as they stand."""
        train, validation, test = (number.value() for number in self.numbers)
        return Sizes(train, validation, test)

    def show_sizes(self, sizes: Sequence[int], rows: int) -> None:
        """Show how `rows` rows are divided."""
        self._rows = max(rows, sum(sizes))
        for number, size in zip(self.numbers, sizes, strict=True):
            number.setMaximum(max(1, self._rows))
            number.setValue(size)
        self._say()

    def _say(self) -> None:
        asked = sum(number.value() for number in self.numbers)
        words = self.tr("{n} of {all} rows").format(n=count(asked), all=count(self._rows))
        too_many = self.tr("{n} rows, and there are {all}: make one of the parts smaller.")
        self._sum.setText(words if asked <= self._rows else too_many.format(n=count(asked), all=count(self._rows)))
        self.use.setEnabled(asked <= self._rows)

    def _number(self, name: str) -> QSpinBox:
        number = WholeBox()
        as_number(number)
        number.setMinimumWidth(_NUMBER_WIDTH)
        number.setRange(1, _LARGEST)
        group_digits(number)
        number.setAccessibleName(name)
        number.valueChanged.connect(lambda _: self._say())
        return number
