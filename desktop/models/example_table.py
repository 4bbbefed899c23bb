"""The table of a dataset's rows: filtered in the model, drawn only where it is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from core.domain.example import Example, Split
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel


@dataclass(frozen=True, slots=True)
class DatasetRow:
    """An example with the split it belongs to. Sealed rows never become one."""

    split: Split
    example: Example


translate = QCoreApplication.translate


def split_name(split: Split) -> str:
    """The split in a person's words."""
    return {
        Split.TRAIN: translate("ExampleTable", "Train"),
        Split.VALIDATION: translate("ExampleTable", "Validation"),
        Split.TEST: translate("ExampleTable", "Sealed test"),
    }[split]


class ExampleTableModel(ColumnModel[DatasetRow]):
    """Rows of a dataset; 100,000 of them are filtered in a few hundredths of a second."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)
        self._all: list[DatasetRow] = []
        self._haystacks: list[str] = []
        self._text = ""
        self._split: Split | None = None

    @property
    def total(self) -> int:
        """Rows before filtering."""
        return len(self._all)

    def set_dataset(self, rows: Sequence[DatasetRow]) -> None:
        """Show another dataset, with the same filter."""
        self._all = list(rows)
        self._haystacks = []
        self._show()

    def set_filter(self, text: str, split: Split | None) -> None:
        """Show only rows of this split (`None`: of all) whose input or answer contains the text, in any case."""
        self._text, self._split = text.strip().casefold(), split
        self._show()

    def _show(self) -> None:
        rows = self._all
        if self._text:
            if not self._haystacks:
                self._haystacks = ["\n".join((row.example.input, *row.example.answers)).casefold() for row in self._all]
            rows = [row for row, hay in zip(rows, self._haystacks, strict=True) if self._text in hay]
        if self._split is not None:
            rows = [row for row in rows if row.split is self._split]
        self.set_rows(rows)

    def _made_columns(self) -> tuple[Column[DatasetRow], ...]:
        return (
            Column(
                self.tr("Row"),
                lambda row: str(row.example.row),
                lambda row: row.example.row,
                numeric=True,
            ),
            Column(self.tr("Split"), lambda row: split_name(row.split)),
            Column(
                self.tr("Input"),
                lambda row: one_line(row.example.input, 400),
                tip=lambda row: row.example.input,
            ),
            Column(
                self.tr("Expected answer"),
                lambda row: one_line(" | ".join(row.example.answers), 200),
                tip=lambda row: "\n".join(row.example.answers),
            ),
        )
