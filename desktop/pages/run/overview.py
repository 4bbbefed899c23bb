"""The score curve and the table of candidates, below the tree."""

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from core.report.curve import ScoreCurve as Curve
from core.report.curve import score_curve
from core.state import RunState
from desktop.models.candidate_table import CandidateTableModel
from desktop.plots.score_curve import ScoreCurve
from desktop.widgets.layout import column
from desktop.widgets.table import fit_columns, table


class Overview(QWidget):
    """Two pages; a candidate that is chosen in either is announced by `selected`."""

    selected = Signal(str)
    enlarge_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.curve = ScoreCurve()
        self.curve.selected.connect(self.selected)
        self.model = CandidateTableModel(self)
        self.table = table(self.model, self.tr("Candidates"), stretch=CandidateTableModel.PROMPT_COLUMN)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self._drawn = (-1, "")
        self._quiet = False
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Overview of the run"))
        tabs.addTab(self.curve, self.tr("Score curve"))
        tabs.addTab(self.table, self.tr("Candidates"))
        self.tabs = tabs
        self.setLayout(column(tabs, space=0))

    def show_run(self, state: RunState, curve: Curve | None = None) -> None:
        """Show what is new; `curve` if it has been computed elsewhere."""
        drawn = (len(state.marks), state.best)
        if drawn != self._drawn:
            self._drawn = drawn
            curve = curve or score_curve(state)
            self.curve.set_points(curve.points, state.best)
            self.model.set_split(curve.split)
        few = self.model.rowCount()
        self.model.set_best(state.best)
        self.model.update_nodes(state.nodes.values())
        if few == 0 and self.model.rowCount():
            fit_columns(self.table, stretch=CandidateTableModel.PROMPT_COLUMN, widest=120)

    def forget(self) -> None:
        """Another run comes."""
        self._drawn = (-1, "")
        self.curve.set_points(())
        self.model.set_rows([])

    def select(self, candidate: str) -> None:
        """Mark a candidate, without announcing it."""
        self.curve.select(candidate)
        place = self.model.index_of(lambda node: node.candidate.id == candidate)
        if place.isValid() and place.row() != self.table.currentIndex().row():
            self._quiet = True
            self.table.selectRow(place.row())
            self._quiet = False

    def _on_selection(self, selected: QItemSelection, _: QItemSelection) -> None:
        places = selected.indexes()
        if places and not self._quiet:
            self.selected.emit(self.model.id_at(places[0].row()))
