"""The proposals that did not become candidates: in which round, why, and what the model wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.events import CandidateRejected
from core.state import RunState
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column
from desktop.widgets.table import fit_columns, table

_TEXT = 2


class RefusedTab(QWidget):
    """A line for each, the latest first; the whole text is its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: ColumnModel[CandidateRejected] = ColumnModel(self._columns(), self)
        self.view = table(self.model, self.tr("Proposals that could not be used"), stretch=_TEXT)
        self._none = label(self.tr("Every reply of the optimizer model could be used so far."), "soft", wrap=True)
        self._none.setContentsMargins(Space.M, Space.M, Space.M, 0)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = column(self._none, self.view, space=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_run(self, state: RunState) -> None:
        """Show those of a run."""
        found = [*state.rejected, *(each for round_ in state.rounds for each in round_.rejected)]
        self._none.setVisible(not found)
        self.view.setVisible(bool(found))
        if len(found) != self.model.rowCount():
            self.model.set_rows(found[::-1])
            fit_columns(self.view, stretch=_TEXT, widest=280)

    def _columns(self) -> tuple[Column[CandidateRejected], ...]:
        return (
            Column(self.tr("Round"), lambda each: str(each.round), lambda each: each.round, numeric=True),
            Column(self.tr("Why"), lambda each: translated(each.reason), tip=lambda each: translated(each.reason)),
            Column(self.tr("What was written"), lambda each: one_line(each.text), tip=lambda each: each.text),
        )
