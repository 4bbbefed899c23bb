"""Who competes in a tournament, how often, and for how much."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from core.domain.runspec import Budget
from core.domain.tournament import Entrant
from core.methods import NAMES, method
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import WholeBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.spin import as_number, group_digits
from desktop.words import count, short_count

_CONTROL = "paraphrase"
_COLUMNS = 5
_TOKENS = 100_000
_SEEDS = 3


class EntrantsPart(QWidget):
    """A box per method, each with its first preset; seeds; tokens per run, the same for all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        for name in NAMES:
            module = method(name)
            box = QCheckBox(translated(module.title))
            box.setToolTip(translated(module.summary))
            box.setAccessibleDescription(translated(module.summary))
            box.toggled.connect(lambda _: self._say())
            self.boxes[name] = box
        self.seeds = self._spin(self.tr("Runs of each method"), 1, 50, 1)
        self.tokens = self._spin(self.tr("Tokens of each run"), 1000, 2_000_000_000, 10_000)
        self.calls = self._spin(self.tr("Calls of each run"), 0, 2_000_000_000, 100)
        self.calls.setSpecialValueText(self.tr("no limit"))
        self._says = label(kind="soft", wrap=True)
        self._lay_out()
        for name in (*NAMES[:1], _CONTROL):
            self.boxes[name].setChecked(True)
        self.seeds.setValue(_SEEDS)
        self.tokens.setValue(_TOKENS)

    @property
    def entrants(self) -> tuple[Entrant, ...]:
        """The chosen methods."""
        return tuple(Entrant(name, name) for name, box in self.boxes.items() if box.isChecked())

    @property
    def budget(self) -> Budget:
        """What each run may spend."""
        return Budget(self.calls.value() or None, self.tokens.value())

    @property
    def trouble(self) -> str:
        """What is missing, in a sentence."""
        if len(self.entrants) < 2:
            return self.tr("Choose two methods or more. Random paraphrase is the control that the others must beat.")
        return ""

    def _spin(self, name: str, low: int, high: int, by: int) -> QSpinBox:
        box = WholeBox()
        box.setRange(low, high)
        box.setSingleStep(by)
        group_digits(box)
        box.setAccessibleName(name)
        as_number(box)
        box.valueChanged.connect(lambda _: self._say())
        return box

    def _say(self) -> None:
        runs = len(self.entrants) * self.seeds.value()
        self._says.setText(
            self.trouble
            or self.tr("{runs} runs, {tokens} tokens at most in all; the table's scores come beside them.").format(
                runs=count(runs), tokens=short_count(runs * self.tokens.value())
            )
        )
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        fields = row(space=Space.L)
        for title, spin in (
            (self.tr("Runs of each method"), self.seeds),
            (self.tr("Tokens of each run"), self.tokens),
            (self.tr("Calls of each run"), self.calls),
        ):
            words = label(title, "caption")
            words.setBuddy(spin)
            fields.addLayout(column(words, spin, space=Space.XS))
        fields.addStretch(1)
        self.setLayout(column(grid, fields, self._says, space=Space.M))
