"""The matrix of a comparison, and its rows side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from core.domain.comparison import CellKey, ComparisonCell, Contestant
from core.domain.example import Example
from core.domain.scoring import Verdict
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel, Index
from desktop.models.compare_model import CompareModel
from desktop.tips import as_plain_tip

RIGHT, PARTLY, WRONG = "✓", "◐", "✗"

_HEAD = 240
"""Characters of a prompt in the head of its column; the whole of it is the tooltip."""

REPLIES = 3
"""Columns before the first reply: the row, its input, what was expected."""

TONE = int(Qt.ItemDataRole.UserRole) + 1
"""Role of what a cell's ground says: "good", "bad" or nothing."""


class MatrixModel(QAbstractTableModel):
    """Prompts down, models and seeds across. The best cell is bold and starred; A and B mark the pair."""

    def __init__(self, model: CompareModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._columns: list[tuple[int, int]] = []
        self._prompts: tuple[Contestant, ...] = ()  # as announced: the comparison may be ahead of what Qt knows
        self._models: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Show what is known now."""
        prompts, models = self._model.prompts, self._model.models
        columns = [(place, seed) for place in range(len(models)) for seed in self._model.seeds]
        if (columns, prompts, models) != (self._columns, self._prompts, self._models):
            self.beginResetModel()
            self._columns, self._prompts, self._models = columns, prompts, models
            self.endResetModel()
        elif prompts and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(prompts) - 1, len(columns) - 1))

    def key_at(self, index: Index) -> CellKey | None:
        """The combination of a cell."""
        if not index.isValid():
            return None
        model, seed = self._columns[index.column()]
        return CellKey(index.row(), model, seed)

    def index_of(self, key: CellKey) -> QModelIndex:
        """The cell of a combination."""
        place = (key.model, key.seed)
        return self.index(key.prompt, self._columns.index(place)) if place in self._columns else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt: one row per prompt."""
        return 0 if parent is not None and parent.isValid() else len(self._prompts)

    def columnCount(self, parent: Index | None = None) -> int:
        """Qt: one column per model and seed."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: names of prompts and models."""
        if orientation is Qt.Orientation.Vertical:
            if not 0 <= section < len(self._prompts):
                return None
            prompt = self._prompts[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return one_line(prompt.name, 80)
            return as_plain_tip(prompt.prompt.text or "–") if role == Qt.ItemDataRole.ToolTipRole else None
        if not 0 <= section < len(self._columns) or role != Qt.ItemDataRole.DisplayRole:
            return None
        place, seed = self._columns[section]
        name = one_line(self._models[place], 26)
        return f"{name} #{seed}" if len(self._columns) > len(self._models) else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: score and interval."""
        key = self.key_at(index)
        if key is None:
            return None
        cell = self._model.cells.get(key)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._mark(key)}{self._score(cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.FontRole and key in self._best():
            bold = QFont()
            bold.setBold(True)
            return bold
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._about(key, cell)
        return None

    def _score(self, cell: ComparisonCell | None) -> str:
        if cell is None:
            return "…" if self._model.working else "–"
        star = " ★" if cell.key in self._best() else ""
        return f"{100 * cell.value:.1f}{star}\n{100 * cell.low:.0f} – {100 * cell.high:.0f}"

    def _mark(self, key: CellKey) -> str:
        return "A  " if key == self._model.before else "B  " if key == self._model.after else ""

    def _best(self) -> list[CellKey]:
        cells = self._model.cells.values()
        top = max((cell.value for cell in cells), default=0.0)
        return [cell.key for cell in cells if cell.value == top] if len(cells) > 1 else []

    def _about(self, key: CellKey, cell: ComparisonCell | None) -> str:
        if cell is None:
            return self.tr("{name}: not scored yet").format(name=self._model.name(key))
        return self.tr(
            "{name}: {value}, 95 % interval {low} to {high}, {n} rows, {unparsed} without an answer, {tokens} tokens"
        ).format(
            name=self._model.name(key),
            value=f"{100 * cell.value:.1f}",
            low=f"{100 * cell.low:.1f}",
            high=f"{100 * cell.high:.1f}",
            n=len(cell.verdicts),
            unparsed=cell.unparsed,
            tokens=cell.tokens,
        )


class Show(StrEnum):
    """Which rows are shown side by side."""

    ALL = "all"
    DIFFERENT = "different"
    FAILED = "failed"
    WORSE = "worse"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One row with the reply of each combination that is shown."""

    row: int
    example: Example | None
    verdicts: tuple[Verdict, ...]


_Known = tuple[tuple[ComparisonCell, ...], Show, dict[int, Example], dict[str, int] | None]
"""What the rows on screen were made of."""


class SideBySideModel(ColumnModel[SideBySide]):
    """Rows down, the replies of every combination beside each other, A and B first. A sign stands before each reply,
    and `TONE` gives the same as "good", "bad" or nothing."""

    def __init__(self, model: CompareModel, parent: QObject | None = None) -> None:
        self._model = model
        self._keys: tuple[CellKey, ...] = ()
        self._known: _Known | None = None
        super().__init__((), parent)

    @property
    def keys(self) -> tuple[CellKey, ...]:
        """The combinations shown."""
        return self._keys

    def show_cells(self, keys: Sequence[CellKey], show: Show) -> None:
        """Show the replies of these combinations."""
        cells = [self._model.cells[key] for key in keys if key in self._model.cells]
        known = (tuple(cells), show, self._model.examples, dict(self._model.thumbs) if show is Show.UNJUDGED else None)
        if self._known is not None and _same(known, self._known):
            return  # ten thousand rows are put together only where they may be others
        self._known = known
        shown = tuple(cell.key for cell in cells)
        if shown != self._keys:
            self._keys = shown
            self.set_columns(self._made(cells))
        examples = self._model.examples
        rows = [
            SideBySide(row, examples.get(row), verdicts)
            for row, verdicts in _together(cells)
            if self._wanted(verdicts, show)
        ]
        if rows != list(self.rows):
            self.set_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a cell shows, and its tone."""
        if role != TONE:
            return super().data(index, role)
        item, place = self.row_at(index), index.column() - REPLIES
        if item is None or not 0 <= place < len(item.verdicts):
            return ""
        score = item.verdicts[place].score
        return "good" if score == 1.0 else "bad" if score == 0.0 else ""

    def _wanted(self, verdicts: Sequence[Verdict], show: Show) -> bool:
        match show:
            case Show.DIFFERENT:
                first = verdicts[0]
                return any(each.score != first.score or each.extracted != first.extracted for each in verdicts)
            case Show.FAILED:
                return any(verdict.score < 1.0 for verdict in verdicts)
            case Show.WORSE:
                return any(verdict.score < verdicts[0].score for verdict in verdicts[1:])
            case Show.UNJUDGED:
                return any(not self._model.thumb(verdict) for verdict in verdicts)
            case _:
                return True

    def _made(self, cells: Sequence[ComparisonCell]) -> tuple[Column[SideBySide], ...]:
        replies = [self._reply(place, cell.key) for place, cell in enumerate(cells)]
        return (
            Column(self.tr("Row"), lambda item: str(item.row), lambda item: item.row, numeric=True),
            Column(self.tr("Input"), _input, tip=lambda item: item.example.input if item.example else ""),
            Column(self.tr("Expected"), _expected),
            *replies,
        )

    def _reply(self, place: int, key: CellKey) -> Column[SideBySide]:
        letter, name = f"{'AB'[place]}: " if place < 2 else "", self._model.name(key)
        text = self._model.prompts[key.prompt].prompt.text if key.prompt < len(self._model.prompts) else ""
        beside = name.removeprefix(self._model.prompts[key.prompt].name) if text else ""
        return Column(
            f"{letter}{one_line(text or name, _HEAD)}{beside}",
            lambda item: self._words(item.verdicts[place]),
            lambda item: (item.verdicts[place].score, item.verdicts[place].output),
            tip=lambda item: item.verdicts[place].output,
            about=as_plain_tip(f"{name}\n\n{text}".strip()),
        )

    def _words(self, verdict: Verdict) -> str:
        sign = RIGHT if verdict.score == 1.0 else WRONG if verdict.score == 0.0 else PARTLY
        thumb = {1: " ▲", -1: " ▼"}.get(self._model.thumb(verdict), "") if self._model.thumbs else ""
        said = verdict.extracted if verdict.extracted is not None else verdict.output
        return f"{sign}{thumb} {one_line(said, 120)}"


def _together(cells: Sequence[ComparisonCell]) -> Iterable[tuple[int, tuple[Verdict, ...]]]:
    """The rows that every cell has, with all their verdicts. Most often all cells have the same rows in one order."""
    if not cells:
        return ()
    order = [verdict.row for verdict in cells[0].verdicts]
    if all([verdict.row for verdict in cell.verdicts] == order for cell in cells[1:]):
        return zip(order, zip(*(cell.verdicts for cell in cells), strict=True), strict=True)
    by_row: dict[int, list[Verdict]] = {}
    for cell in cells:
        for verdict in cell.verdicts:
            by_row.setdefault(verdict.row, []).append(verdict)
    return ((row, tuple(verdicts)) for row, verdicts in by_row.items() if len(verdicts) == len(cells))


def _same(one: _Known, other: _Known) -> bool:
    """Whether both are of the very same cells and rows; to compare what is in them would take as long as showing it."""
    cells = len(one[0]) == len(other[0]) and all(a is b for a, b in zip(one[0], other[0], strict=True))
    return cells and one[1] is other[1] and one[2] is other[2] and one[3] == other[3]


def _input(item: SideBySide) -> str:
    return one_line(item.example.input, 200) if item.example is not None else ""


def _expected(item: SideBySide) -> str:
    return one_line(" | ".join(item.example.answers), 80) if item.example is not None else ""
