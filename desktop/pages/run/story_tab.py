"""The method's own panel: what it did, in its own terms, block by block."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QStackedLayout, QWidget

from core.methods.method_report import method_report
from core.report.blocks import Block, Cell, HeatBlock, LinesBlock, TableBlock
from core.report.tables import block_table
from core.state import RunState
from desktop.models.columns import Column, ColumnModel
from desktop.operators import operator_words
from desktop.plots.round_lines import RoundLines, Values
from desktop.plots.saving import Picture, SaveButton, of_plot
from desktop.plots.score_grid import GridData, ScoreGrid
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, stretch_columns, table

Cells = tuple[Cell, ...]

_NARROWEST = 240


class StoryTab(QWidget):
    """A choice of blocks and the chosen one: lines, a heat map or a table. `selected` carries a candidate's id."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self.choice = ChoiceBox()
        self.choice.setAccessibleName(self.tr("Part of the method’s story"))
        self.choice.setMinimumContentsLength(16)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(lambda _: self._draw())
        self._about = ElidedLabel(kind="caption")
        self.lines = RoundLines(self.tr("Values over the rounds"))
        self.lines.pointed.connect(self._about.show_text)
        self.heat = ScoreGrid(self.tr("Values by row and column"))
        self.heat.picked.connect(self._on_heat)
        self._model: ColumnModel[Cells] = ColumnModel((), self)
        self.table = table(self._model, self.tr("The method’s notes"), stretch=0)
        stretch_columns(self.table)  # each block says which of its columns is the wide one
        self.table.clicked.connect(self._on_cell)
        self.table.activated.connect(self._on_cell)
        empty = label(self.tr("The method writes here as it goes along; it has noted nothing yet."), "soft", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        for part in (empty, self.lines, self.heat, self.table):
            self._stack.addWidget(part)
        self.save = SaveButton(
            Picture(self.tr("The method’s story"), self._size, self._paint, lambda: block_table(self._blocks[self._at]))
        )
        for picture in (self.lines, self.heat):
            self.save.offer_on(picture)
        bar = row(self.choice, self._about, self.save, space=Space.M)
        bar.setStretch(1, 1)
        bar.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        box = column(bar, space=Space.XS)
        box.addLayout(self._stack, 1)
        box.setContentsMargins(0, 0, 0, Space.XS)
        self.setLayout(box)
        self._draw()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What can be shown."""
        return self._blocks

    def show_run(self, state: RunState) -> None:
        """Show a run's story; the chosen part stays."""
        blocks = method_report(state)
        if blocks == self._blocks:
            return
        titles, chosen = [translated(block.title) for block in blocks], self.choice.currentText()
        self._blocks = blocks
        self.choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.choice.clear()
        self.choice.addItems(titles)
        if chosen in titles:
            self.choice.setCurrentIndex(titles.index(chosen))
        self.choice.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self._draw()

    @property
    def _shown(self) -> QWidget:
        return self._stack.currentWidget() or self.table

    @property
    def _at(self) -> int:
        return max(0, self.choice.currentIndex())

    def _draw(self) -> None:
        block = self._blocks[self._at] if self._blocks else None
        self.choice.setVisible(block is not None)
        self.save.setVisible(block is not None)
        self._about.show_text(translated(block.about) if block is not None else "")
        if isinstance(block, LinesBlock):
            rows = [Values(translated(line.name), line.rounds, line.values, line.stepped) for line in block.lines]
            self.lines.show_values(rows, translated(block.unit))
            self._stack.setCurrentWidget(self.lines)
        elif isinstance(block, HeatBlock):
            values = np.array(block.values, dtype=np.float32).reshape(len(block.rows), len(block.columns))
            self.heat.set_data(GridData(block.rows, block.columns, values, wide=block.shares))
            self._stack.setCurrentWidget(self.heat)
        elif isinstance(block, TableBlock):
            self._show_table(block)
            self._stack.setCurrentWidget(self.table)
        else:
            self._stack.setCurrentIndex(0)

    def _show_table(self, block: TableBlock) -> None:
        self._model.set_columns(_columns(block))
        self._model.set_rows(list(block.rows))
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        fit_columns(self.table, stretch=block.wide, widest=170)
        self._fit_wide(block)

    def _fit_wide(self, block: TableBlock) -> None:
        """The wide column takes the room that is left, and is never too narrow to read."""
        header = self.table.horizontalHeader()
        others = sum(header.sectionSize(number) for number in range(len(block.columns)) if number != block.wide)
        for number in range(len(block.columns)):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
        self.table.setColumnWidth(block.wide, max(self.table.viewport().width() - others, _NARROWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: columns follow."""
        super().resizeEvent(event)
        block = self._blocks[self._at] if self._blocks else None
        if isinstance(block, TableBlock):
            self._fit_wide(block)

    def _on_cell(self, index: QModelIndex) -> None:
        cells = self._model.row_at(index)
        if cells is None:
            return
        named = cells[index.column()].candidates or next((cell.candidates for cell in cells if cell.candidates), ())
        if named:
            self.selected.emit(named[0])

    def _on_heat(self, up: int, across: int) -> None:
        block = self._blocks[self._at]
        if isinstance(block, HeatBlock):
            named = (*block.down[up : up + 1], *block.across[across : across + 1])
            if named:
                self.selected.emit(named[0])

    def _size(self) -> QSizeF:
        if self._shown is self.heat:
            return self.heat.whole_size()
        return QSizeF(self._shown.size())

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        shown = self._shown
        if shown is self.heat:
            self.heat.paint_whole(painter, room)
        elif shown is self.lines:
            of_plot("", self.lines, list).draw(painter, room)
        else:
            shown.render(painter, QPoint(0, 0))


def _columns(block: TableBlock) -> Sequence[Column[Cells]]:
    return [_column(translated(title), number) for number, title in enumerate(block.columns)]


def _column(title: str, number: int) -> Column[Cells]:
    def text(cells: Cells) -> str:
        return _said(cells[number].text) if cells[number].words else cells[number].text

    return Column(translated(title), text, lambda cells: _key(cells[number]), tip=text)


def _said(words: str) -> str:
    """The program's own words, or the names of operators."""
    known = translated(words)
    return known if known != words else operator_words(words)


def _key(cell: Cell) -> tuple[bool, float, str]:
    """Scores and numbers by their value, before words."""
    try:
        return (False, cell.score if cell.score is not None else float(cell.text.replace("−", "-")), "")
    except ValueError:
        return (True, 0.0, cell.text)
