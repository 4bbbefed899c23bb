"""Candidates × examples: who answered which row, sorted so that patterns show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from core.report.grid import Floats, Grid, GridOrder, grid_table, score_grid
from core.state import RunState
from desktop.models.example_table import split_name
from desktop.plots.saving import Picture, SaveButton
from desktop.plots.score_grid import GridData, ScoreGrid
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row

_NARROWEST = 64
"""Least pixels of a choice; where there is room it is as wide as its words."""


class GridTab(QWidget):
    """`picked` carries a candidate's id and the number of a row of the dataset."""

    picked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._known: dict[str, Floats] = {}
        self._grid: Grid | None = None
        self._candidates = self._choice(self.tr("Order of the candidates"), self.tr("as made"), self.tr("best first"))
        self._rows = self._choice(self.tr("Order of the rows"), self.tr("rows in order"), self.tr("hardest first"))
        self.telling = QCheckBox(self.tr("Differing"))
        self.telling.setToolTip(self.tr("Only the rows that some candidates got right and others wrong"))
        self.telling.toggled.connect(lambda _: self._draw())
        self._about = ElidedLabel(kind="caption")
        self.view = ScoreGrid(self.tr("Candidates and rows"))
        self.view.picked.connect(self._on_picked)
        self.save = SaveButton(
            Picture(
                self.tr("Candidates and rows"),
                self.view.whole_size,
                self.view.paint_whole,
                lambda: grid_table(self._grid) if self._grid is not None else [],
            )
        )
        self.save.offer_on(self.view)
        bar = row(self._candidates, self._rows, self.telling, self._about, self.save, space=Space.S)
        bar.setStretch(3, 1)
        bar.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        box = column(bar, self.view, space=Space.XS)
        box.setContentsMargins(0, 0, 0, Space.XS)
        box.setStretch(1, 1)
        self.setLayout(box)

    @property
    def grid(self) -> Grid | None:
        """What is shown."""
        return self._grid

    def show_run(self, state: RunState) -> None:
        """Show a run; answers that were read before are not read again."""
        if state is not self._state:
            self._known = {}
        self._state = state
        self._draw()

    def select(self, candidate: str) -> None:
        """Mark a candidate."""
        self.view.mark_row(candidate)

    def _choice(self, name: str, made: str, score: str) -> QComboBox:
        choice = ChoiceBox()
        choice.setAccessibleName(name)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.setMinimumWidth(_NARROWEST)
        choice.addItem(made, GridOrder.MADE)
        choice.addItem(score, GridOrder.SCORE)
        choice.currentIndexChanged.connect(lambda _: self._draw())
        return choice

    def _draw(self) -> None:
        grid = score_grid(self._state, known=self._known)
        if self.telling.isChecked():
            grid = grid.telling()
        self._grid = grid.sorted(GridOrder(self._candidates.currentData()), GridOrder(self._rows.currentData()))
        self.view.set_data(GridData(self._grid.candidates, tuple(map(str, self._grid.rows)), self._grid.values))
        self._about.show_text(
            self.tr("{split}: {n} candidates × {m} rows; × wrong, blank: not asked").format(
                split=split_name(grid.split), n=len(grid.candidates), m=len(grid.rows)
            )
        )

    def _on_picked(self, up: int, across: int) -> None:
        if self._grid is not None:
            self.picked.emit(self._grid.candidates[up], self._grid.rows[across])
