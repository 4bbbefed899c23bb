"""The table of a run's candidates."""

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from core.domain.comparison import Contestant
from core.domain.example import Split
from core.domain.scoring import Scorecard
from core.state import Node
from desktop.models.columns import Column, ColumnModel, Index
from desktop.models.prompt_mime import of_prompts


def one_line(text: str, limit: int = 160) -> str:
    """The beginning of a text on one line."""
    flat = " ".join(text[: 4 * limit].split())  # a cell may hold a million characters
    whole = len(flat) <= limit and len(text) <= 4 * limit
    return flat if whole else flat[: limit - 1] + "…"


class CandidateTableModel(ColumnModel[Node]):
    """Candidates with their scores. Nodes are those of the run's state and change in place.

    Scores of the search stand in their own columns, on the split given by `set_split`; those on validation rows that
    only the last few get are never mixed with them.
    """

    PROMPT_COLUMN = 7
    SPARED = MappingProxyType({2: 480, 3: 400, 4: 640, 5: 480, 6: 480})
    """Columns that can be left out, and the width in pixels below which they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._split = Split.TRAIN
        self._best = ""
        super().__init__(self._made_columns(), parent)

    def set_split(self, split: Split) -> None:
        """The split that the search scores on."""
        self._split = split

    def set_best(self, candidate: str) -> None:
        """Mark this candidate as the best one."""
        self._best = candidate

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: as the columns say; the best candidate carries a star and is bold."""
        shown = super().data(index, role)
        node = self.row_at(index)
        if node is None or node.candidate.id != self._best:
            return shown
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return f"★ {shown}"
        if role == Qt.ItemDataRole.FontRole:
            bold = QFont()
            bold.setBold(True)
            return bold
        return shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a cell."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Qt: what is dragged."""
        found = [self._rows[number].candidate for number in dict.fromkeys(index.row() for index in indexes)]
        return of_prompts([Contestant(each.id, each.prompt) for each in found])

    def update_nodes(self, nodes: Iterable[Node]) -> None:
        """Show these nodes: new ones are added, known ones refreshed, so that the selection stays."""
        wanted = list(nodes)
        known = {id(node) for node in self._rows}
        fresh = [node for node in wanted if id(node) not in known]
        if len(wanted) - len(fresh) != len(self._rows):
            self.set_rows(wanted)
            return
        if fresh:
            self.beginInsertRows(self.index(-1, -1), len(self._rows), len(wanted) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        if self._sorted_by is not None:
            self.sort_again()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def id_at(self, row: int) -> str:
        """The candidate's id in a row, empty if there is none."""
        return self._rows[row].candidate.id if 0 <= row < len(self._rows) else ""

    def _search(self, node: Node) -> Scorecard | None:
        return node.cards.get(self._split)

    def _validation(self, node: Node) -> Scorecard | None:
        return node.cards.get(Split.VALIDATION) if self._split is not Split.VALIDATION else None

    def _made_columns(self) -> tuple[Column[Node], ...]:
        search, validation = self._search, self._validation
        return (
            Column(self.tr("Candidate"), lambda node: node.candidate.id, _number),
            Column(
                self.tr("Score"),
                lambda node: _score(search(node)) or _bound(node.bound(self._split)),
                lambda node: _value(search(node)),
                numeric=True,
                about=self.tr("Score of the search, 0 to 100; with ≤: dropped in a race; it could reach no more"),
            ),
            Column(
                self.tr("Interval"),
                lambda node: _interval(search(node)),
                lambda node: _low(search(node)),
                numeric=True,
                about=self.tr("95 % interval of the score"),
            ),
            Column(
                self.tr("Final"),
                lambda node: _score(validation(node)),
                lambda node: _value(validation(node)),
                numeric=True,
                about=self.tr("Score on the validation rows by which the last prompt is chosen"),
            ),
            Column(
                self.tr("Unparsed"),
                lambda node: _unparsed(search(node)),
                lambda node: _share(search(node)),
                numeric=True,
                about=self.tr("Replies in which no answer was found; they count as wrong"),
            ),
            Column(
                self.tr("Words"),
                lambda node: str(node.candidate.prompt.words),
                lambda node: node.candidate.prompt.words,
                numeric=True,
            ),
            Column(
                self.tr("Round"),
                lambda node: str(node.candidate.round),
                lambda node: node.candidate.round,
                numeric=True,
            ),
            Column(
                self.tr("Prompt"),
                lambda node: one_line(node.candidate.prompt.text),
                tip=lambda node: node.candidate.prompt.shown,
            ),
        )


def _number(node: Node) -> int:
    digits = node.candidate.id.lstrip("c")
    return int(digits) if digits.isdigit() else -1


def _value(card: Scorecard | None) -> float:
    return card.value if card is not None else -1.0


def _low(card: Scorecard | None) -> float:
    return card.low if card is not None else -1.0


def _score(card: Scorecard | None) -> str:
    return f"{card.percent:.1f}" if card is not None else ""


def _bound(bound: float | None) -> str:
    return f"≤ {100 * bound:.1f}" if bound is not None else ""


def _interval(card: Scorecard | None) -> str:
    return f"{100 * card.low:.0f} – {100 * card.high:.0f}" if card is not None else ""


def _share(card: Scorecard | None) -> float:
    return card.unparsed / card.n if card is not None and card.n else -1.0


def _unparsed(card: Scorecard | None) -> str:
    return f"{100 * _share(card):.0f} %" if card is not None and card.n else ""
