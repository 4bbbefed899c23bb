"""What is in a file that was read: its first rows, and the rows that cannot be used."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.data.table import Row, RowError, Table
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.sentences import translated
from desktop.widgets.controls import Tabs
from desktop.widgets.layout import column, framed
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_PREVIEW = 200


class PreviewPart(QWidget):
    """Two tables in tabs; the second one's name counts its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.errors: ColumnModel[RowError] = ColumnModel(self._error_columns(), self)
        self._error_view = table(self.errors, self.tr("Rows that cannot be used"), stretch=1)
        self._tabs = Tabs()
        self._tabs.setAccessibleName(self.tr("What is in the file"))
        self._rows: ColumnModel[Row] = ColumnModel((), self)
        self._view = table(self._rows, self.tr("First rows of the file"), stretch=0, sortable=False)
        self._view.horizontalHeader().setStretchLastSection(True)
        self._tabs.addTab(self._view, self.tr("First rows"))
        self._tabs.addTab(self._error_view, self.tr("Errors"))
        tabs = framed(column(self._tabs, margin=1), "card")
        tabs.setMinimumHeight(160)
        self.setLayout(column(tabs))

    def show_table(self, found: Table) -> None:
        """Show the first rows of a table."""
        columns: list[Column[Row]] = [
            Column(
                name,
                lambda item, place=place: one_line(item.cells[place], 120),  # type: ignore[misc]
                tip=lambda item, place=place: item.cells[place],  # type: ignore[misc]
            )
            for place, name in enumerate(found.columns)
        ]
        self._rows.set_columns(columns)
        self._rows.set_rows(found.rows[:_PREVIEW])
        fit_columns(self._view, stretch=-1, widest=320)

    def show_errors(self, errors: Sequence[RowError]) -> None:
        """Show the rows that cannot be used."""
        self.errors.set_rows(errors)
        fit_columns(self._error_view, stretch=1)
        bad = len(errors)
        self._tabs.setTabText(1, self.tr("Rows with errors ({n})").format(n=count(bad)) if bad else self.tr("Errors"))

    def clear(self) -> None:
        """Show nothing."""
        self._rows.set_rows([])
        self.errors.set_rows([])

    def _error_columns(self) -> tuple[Column[RowError], ...]:
        return (
            Column(self.tr("Row"), lambda error: str(error.row), lambda error: error.row, numeric=True),
            Column(self.tr("Why it cannot be used"), _problem, tip=_problem),
        )


def _problem(error: RowError) -> str:
    return translated(error.message)
