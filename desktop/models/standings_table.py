"""The table of a tournament as an item model: best first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.report.standings import CHECKPOINTS, Standing, cells

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


class StandingsTable(QAbstractTableModel):
    """A row per entrant. `titles` are what entrants are called for people, by their names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Standing, ...] = ()
        self._titles: Mapping[str, str] = {}

    def show_table(self, table: Sequence[Standing], titles: Mapping[str, str]) -> None:
        """Show these instead of those before."""
        if tuple(table) == self._rows and titles == self._titles:
            return
        self.beginResetModel()
        self._rows, self._titles = tuple(table), titles
        self.endResetModel()

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Qt: entrants."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOTHING) -> int:
        """Qt: name, score and interval, rank and interval, the checkpoints, tokens."""
        return 0 if parent.isValid() else 6 + len(CHECKPOINTS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what the columns are."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        shares = [self.tr("at {share} %").format(share=f"{100 * share:.0f}") for share in CHECKPOINTS]
        return (
            self.tr("Method"),
            self.tr("Search score"),
            self.tr("95 %"),
            self.tr("Rank"),
            self.tr("95 %"),
            *shares,
            self.tr("Tokens"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a cell shows."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            standing = self._rows[index.row()]
            text = cells(standing)[index.column()]
            return self._titles.get(standing.entrant, text) if index.column() == 0 else text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None
