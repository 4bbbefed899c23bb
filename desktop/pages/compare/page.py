"""Prompts × models × seeds on the same validation rows: the matrix, and two of its cells side by side."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QWidget,
)

from core.engine.messages import Progressed
from desktop.context import Context
from desktop.models.compare_model import CompareModel
from desktop.models.compare_tables import MatrixModel
from desktop.models.work import Work
from desktop.pages.compare.choice_part import ChoicePart
from desktop.pages.compare.pair_part import PairPart
from desktop.pages.compare.together_part import TogetherPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.banner import Notice
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, framed, row, scrolled

_EMPTY, _SHOWN = range(2)
_LINE = 38
_MOST_LINES = 4
_HEAD = 190
"""Pixels for the beginning of a prompt, at least."""
_ROOM_FOR_PROMPT, _ROOM_FOR_BOTH = 600, 860
"""Pixels of height from which on the chosen prompt stands across the page, and from which on it always does."""


class ComparePage(QWidget):
    """`changed` says that it can be started or stopped now, or no longer; `wanted` carries the name of another page,
    and what is to be opened there; `told` what has ended, for somebody who looks elsewhere, and its tone."""

    changed = Signal()
    wanted = Signal(str, object)
    told = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.model = CompareModel(context.requests, context.workspace, self)
        self.choice = ChoicePart(context)
        self.matrix = MatrixModel(self.model, self)
        self.view = self._matrix_view()
        self.pair = PairPart(self.model)
        self.together = TogetherPart(self.model, context.workspace)
        self.together.failed.connect(context.errors.report)
        self.together.saved.connect(self._on_saved)
        self._kept = ChoiceBox()
        self._kept.setAccessibleName(self.tr("Earlier comparisons"))
        self._kept.setMinimumContentsLength(16)
        self._kept.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._kept.activated.connect(self._open)
        self._start = QPushButton(self.tr("Compare"))
        self._start.setProperty("kind", "primary")
        self._start.clicked.connect(self.start)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.model.stop)
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress of the comparison"))
        self._phase = ElidedLabel(kind="caption")
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.choice.prompts)
        self.pair.prompt_wanted.connect(self.choice.edit)
        self.model.changed.connect(self._refresh)
        self.model.done.connect(lambda: self.told.emit(self.tr("The comparison has ended."), "good"))
        self.model.failed.connect(context.errors.report)
        self.model.progressed.connect(self._show_progress)
        self.choice.changed.connect(self._update)
        self.choice.prompts.currentItemChanged.connect(lambda *_: self._show_prompt())
        context.session.changed.connect(self._update)
        context.workspace.opened.connect(self._on_workspace)
        self._refresh()

    @property
    def can_start(self) -> bool:
        """Whether Compare would do something now."""
        free = not self.model.working and self._context.session.work in {Work.NOTHING, Work.ESTIMATING}
        return free and self._context.workspace.writable and self.choice.choice is not None

    @property
    def obstacle(self) -> str:
        """Why Compare would do nothing now, in a sentence; empty if it would, or works."""
        if self.model.working or self.can_start:
            return ""
        if not self._context.workspace.writable:
            return self.tr("This workspace is open for reading only, so nothing can be compared here.")
        if self._context.session.work not in {Work.NOTHING, Work.ESTIMATING}:
            return self.tr("A run is going on. You can compare once it has ended, or was stopped.")
        return self.tr("Choose a task, and at least two prompts or models.")

    def start(self) -> None:
        """Score what is chosen."""
        choice = self.choice.choice
        if choice is not None and self.can_start:
            self.model.start(choice)

    def _on_workspace(self) -> None:
        self.model.close()
        self._list_kept()

    def _refresh(self) -> None:
        self.matrix.refresh()
        lines = min(max(self.matrix.rowCount(), 1), _MOST_LINES)
        self.view.setFixedHeight(lines * _LINE + self.view.horizontalHeader().sizeHint().height() + 4)
        self._fit_heads()
        self.pair.refresh()
        self.together.refresh()
        self._stack.setCurrentIndex(_SHOWN if self.model.cells or self.model.working else _EMPTY)
        if not self.model.working:
            self._list_kept()
        self._show_prompt()
        self._update()

    def _fit_heads(self) -> None:
        """The beginnings of the prompts get as much of the table as they need, up to half of it."""
        heads, rows = self.view.verticalHeader(), range(self.matrix.rowCount())
        words = [str(self.matrix.headerData(row, Qt.Orientation.Vertical) or "") for row in rows]
        bold = heads.font()
        bold.setBold(True)
        longest = max((QFontMetrics(bold).horizontalAdvance(each) for each in words), default=0) + 2 * Space.M
        heads.setFixedWidth(min(max(longest, _HEAD), max(_HEAD, self.view.width() // 2)))

    def _list_kept(self) -> None:
        files = self.model.kept()
        self._kept.clear()
        self._kept.addItem(self.tr("Earlier comparisons"), "")
        for file in files:
            self._kept.addItem(file.stem, str(file))
        self._kept.setVisible(bool(files))

    def _open(self) -> None:
        file = self._kept.currentData()
        if file:
            self.model.open(Path(file))

    def _update(self) -> None:
        working = self.model.working
        self._start.setEnabled(self.can_start)
        self._stop.setVisible(working)
        self._progress.setVisible(working)
        obstacle = self.obstacle
        self._phase.setVisible(working or bool(obstacle))
        if not working:
            self._phase.show_text(obstacle)
        self._start.setToolTip(obstacle)
        self.changed.emit()

    def _show_progress(self, message: Progressed) -> None:
        done = len(self.model.cells)
        total = max(len(self.model.keys), 1)
        share = (done + min(max(message.fraction, 0.0), 1.0)) / total if message.calls else done / total
        self._progress.setValue(round(1000 * min(share, 1.0)))
        words, phase = self.tr("{done} of {total}: {phase}"), translated(message.phase)
        self._phase.show_text(words.format(done=done, total=total, phase=phase))

    def _on_current(self, index: QModelIndex) -> None:
        key = self.matrix.key_at(index)
        if key is not None and key in self.model.cells and key not in {self.model.before, self.model.after}:
            self.model.pair(self.model.before, key)

    def _matrix_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.matrix)
        view.setAccessibleName(self.tr("Scores of prompts and models"))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(_LINE)
        view.verticalHeader().setMinimumWidth(_HEAD)
        view.setCornerButtonEnabled(False)
        view.selectionModel().currentChanged.connect(lambda now, _: self._on_current(now))
        return view

    def _on_saved(self, path: Path) -> None:
        words = self.tr("The report was written to {path}.").format(path=path)
        self._context.errors.show_notice(Notice(words, tone="good"))

    def _lay_out(self) -> None:
        head = row(
            label(self.tr("Compare"), "headline"),
            self._phase,
            self._progress,
            1,
            self._kept,
            self._stop,
            self._start,
            space=Space.M,
        )
        head.setStretch(1, 2)
        self._progress.setFixedWidth(120)
        hint = label(
            self.tr(
                "Scores on validation rows with 95 % intervals: search scores, not certificates. Choose a cell to "
                "compare it as B."
            ),
            "caption",
            wrap=True,
        )
        self.all_of_them = Disclosure(self.tr("All against A, adjusted together"), self.together)
        self.all_of_them.button.toggled.connect(lambda _: self.together.refresh())
        box = column(framed(column(self.view, margin=1), "card"), hint, self.all_of_them, self.pair, space=Space.S)
        box.setStretch(3, 1)
        box.setContentsMargins(0, 0, Space.XS, 0)
        shown = scrolled(box)
        empty = EmptyState(
            "compare",
            self.tr("Nothing has been compared yet"),
            self.tr(
                "Choose a task, two prompts or models, and press Compare. Every combination answers the same rows."
            ),
        )
        self._stack.addWidget(empty)
        self._stack.addWidget(shown)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(framed(column(self.choice, margin=1), "card"))
        parts.addWidget(self._stack)
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        parts.setSizes([280, 800])
        parts.setChildrenCollapsible(False)
        self._prompt = framed(column(self.choice.field, margin=1), "card")
        box = column(head, self._prompt, parts, space=Space.M, margin=Space.L)
        box.setStretch(2, 1)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a prompt is read across the page where that leaves room; in a low window it is edited in the list."""
        super().resizeEvent(event)
        self._show_prompt()

    def _show_prompt(self) -> None:
        """Beside a result only when a prompt is chosen, or in a high window: the rows are what was asked for."""
        chosen = self.choice.prompts.currentItem() is not None or self.choice.field.editor.hasFocus()
        choosing = chosen or self._stack.currentIndex() == _EMPTY
        self._prompt.setVisible(self.height() >= (_ROOM_FOR_PROMPT if choosing else _ROOM_FOR_BOTH))
