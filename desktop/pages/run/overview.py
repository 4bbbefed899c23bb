"""Below the tree: the score curve, the table of candidates, what scores cost, the grid, and the method's own panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTabWidget, QWidget

from core.domain.example import Split
from core.report.curve import CurveOfScores as Curve
from core.report.curve import score_curve
from core.report.tables import curve_table
from core.state import RunState
from desktop.models.candidate_table import CandidateTableModel
from desktop.pages.run.grid_tab import GridTab
from desktop.pages.run.refused_tab import RefusedTab
from desktop.pages.run.story_tab import StoryTab
from desktop.pages.run.tradeoff_tab import TradeoffTab
from desktop.plots.saving import SaveButton, of_plot
from desktop.plots.score_curve import ScoreCurve
from desktop.theme import Space
from desktop.widgets.controls import Tabs
from desktop.widgets.icon_button import IconButton
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, give_room, table


class Overview(QWidget):
    """Pages of which only the one that is looked at is drawn. A candidate that is chosen in one is announced by
    `selected`, several by `marked`, a cell of the grid by `picked`; `enlarge_wanted`: it shall have all the room, or
    give it back."""

    selected = Signal(str)
    marked = Signal(object)
    picked = Signal(str, int)
    enlarge_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._drawn: dict[QWidget, tuple[object, ...]] = {}
        self._quiet = False
        self.curve = ScoreCurve()
        self.model = CandidateTableModel(self)
        self.table = table(self.model, self.tr("Candidates"), stretch=CandidateTableModel.PROMPT_COLUMN)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setDragEnabled(True)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.tradeoff = TradeoffTab()
        self.grid = GridTab()
        self.story = StoryTab()
        self.refused = RefusedTab()
        self.grid.picked.connect(self.picked)
        for part in (self.curve, self.tradeoff, self.story):
            part.selected.connect(self.selected)
        self.save = SaveButton(of_plot(self.tr("Score curve"), self.curve, lambda: curve_table(self._state)))
        self.save.offer_on(self.curve)
        self._enlarge = IconButton("enlarge", self.tr("Enlarge this part"))
        self._enlarge.clicked.connect(self.enlarge_wanted)
        self.tabs = self._made_tabs()
        self.setLayout(column(self.tabs, space=0))

    def show_run(self, state: RunState, curve: Curve | None = None) -> None:
        """Show what is new; `curve` if it has been computed elsewhere."""
        self._state = state
        drawn = (state, len(state.marks), state.best)
        if drawn != self._drawn.get(self.curve):
            self._drawn[self.curve] = drawn
            curve = curve or score_curve(state)
            self.curve.set_points(curve.points, state.best)
            self.curve.name_scores(self._score_words(curve.split))
            self.model.set_split(curve.split)
        few = self.model.rowCount()
        self.model.set_best(state.best)
        self.model.update_nodes(state.nodes.values())
        if few == 0 and self.model.rowCount():
            fit_columns(self.table, stretch=CandidateTableModel.PROMPT_COLUMN, widest=120)
        self._draw_current()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        """Leave the tabs their room in a low window, where the button for it is above them."""
        self._enlarge.setHidden(low)

    def _score_words(self, split: Split) -> str:
        validation = split is Split.VALIDATION
        return self.tr("Score on validation rows") if validation else self.tr("Score on train rows")

    def show_refused(self) -> None:
        """Show the proposals that could not be used, in a tab that is there from now on: six are many for a small
        window."""
        self.tabs.setTabVisible(self.tabs.indexOf(self.refused), True)  # noqa: FBT003 - Qt's own signature
        self.tabs.setCurrentWidget(self.refused)

    def set_times(self, times: dict[str, float]) -> None:
        """Milliseconds per answer, by candidate."""
        self.tradeoff.times = times
        self._drawn.pop(self.tradeoff, None)
        self._draw_current()

    def forget(self) -> None:
        """Another run comes."""
        self._state = RunState()
        self._drawn = {}
        self.tradeoff.times = {}
        self.curve.set_points(())
        self.model.set_rows([])
        self._draw_current()

    def mark(self, candidates: Sequence[str]) -> None:
        """Mark the selected candidates, without announcing them."""
        first = candidates[0]
        self.curve.select(first)
        self.tradeoff.select(first)
        self.grid.select(first)
        if self._in_table() != set(candidates):
            self._quiet = True
            self._mark_rows(first, set(candidates))
            self._quiet = False

    def _in_table(self) -> set[str]:
        return {self.model.id_at(place.row()) for place in self.table.selectionModel().selectedRows()}

    def _mark_rows(self, first: str, candidates: set[str]) -> None:
        place = self.model.index_of(lambda node: node.candidate.id == first)
        if not place.isValid():
            return
        self.table.selectRow(place.row())
        chosen = self.table.selectionModel()
        for number, node in enumerate(self.model.rows if len(candidates) > 1 else ()):
            if node.candidate.id in candidates:
                chosen.select(self.model.index(number, 0), chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room for the prompts, leave out what the details of a candidate say anyway."""
        super().resizeEvent(event)
        for column_, least in CandidateTableModel.SPARED.items():
            self.table.setColumnHidden(column_, self.width() < least)
        give_room(self.table)

    def _draw_current(self) -> None:
        """Draw the page that is looked at, if it shows less than there is."""
        shown = self.tabs.currentWidget()
        if not isinstance(shown, TradeoffTab | GridTab | StoryTab | RefusedTab):
            return
        drawn = (self._state, self._state.events)
        if drawn != self._drawn.get(shown):
            self._drawn[shown] = drawn
            shown.show_run(self._state)

    def _made_tabs(self) -> QTabWidget:
        tabs = Tabs()
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("Overview of the run"))
        tabs.tabBar().setProperty("kind", "tight")
        tabs.addTab(self.curve, self.tr("Curve"))
        tabs.setTabToolTip(0, self.tr("Scores over the calls that were spent"))
        tabs.addTab(self.table, self.tr("Candidates"))
        tabs.addTab(self.tradeoff, self.tr("Trade-off"))
        tabs.addTab(self.grid, self.tr("Grid"))
        tabs.addTab(self.story, self.tr("Method"))
        tabs.addTab(self.refused, self.tr("Rejected"))
        tabs.setTabToolTip(5, self.tr("Proposals that could not be used, and why"))
        tabs.setTabVisible(5, False)  # noqa: FBT003
        tabs.currentChanged.connect(self._on_page)
        corner, buttons = QWidget(), row(self.save, self._enlarge, space=0)
        buttons.setContentsMargins(0, 0, Space.XS, 0)
        corner.setLayout(buttons)
        tabs.setCornerWidget(corner)
        return tabs

    def _on_page(self, _: int) -> None:
        self.save.setVisible(self.tabs.currentWidget() is self.curve)
        self._draw_current()

    def _on_selection(self) -> None:
        chosen = sorted(place.row() for place in self.table.selectionModel().selectedRows())
        if self._quiet or not chosen:
            return
        if len(chosen) == 1:
            self.selected.emit(self.model.id_at(chosen[0]))
        else:
            self.marked.emit(tuple(map(self.model.id_at, chosen)))
