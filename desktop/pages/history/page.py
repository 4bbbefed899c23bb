"""Everything that was ever done in the workspace: searched, filtered, opened, named, deleted and put back."""

from operator import attrgetter

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton, QSplitter, QStackedLayout, QWidget
from shiboken6 import isValid

from core.store.history import HistoryEntry, Kind
from core.store.runs import RunStatus, RunSummary
from desktop.context import Context
from desktop.models.history_model import GROUP, HistoryModel, HistoryTableModel
from desktop.models.run_list import can_resume
from desktop.pages.history.choosers import EVERYTHING, STARRED, TRASH, filter_box, grouping_box
from desktop.pages.history.columns_menu import ColumnsMenu
from desktop.pages.history.curves_part import CurvesPart
from desktop.pages.history.detail_part import DetailPart
from desktop.pages.names import COMPARE, DATASETS, NEW_RUN, RUN
from desktop.pages.targets import MOST_TOGETHER, ComparisonTarget, RunsTarget, TaskTarget, TournamentTarget
from desktop.theme import Space
from desktop.widgets.confirm import ConfirmButton
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.hint_bar import HintBar
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.more import MoreButton
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_NAME = 2
_SPARED = (4, 6, 8, 9)
_NARROW = 900
_TOLD, _CLOSE = (4,), 1250
"""What the name of a run says, too, and the width below which it is said only there."""
_id = attrgetter("id")


class HistoryPage(QWidget):
    """A table; Enter or a double click opens what was done.

    `wanted` carries the name of the page that shows an entry, and what is to be opened there.
    """

    wanted = Signal(str, object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._next = -1
        self._begun = False
        self.history = HistoryModel(context.workspace, self)
        self.model = HistoryTableModel(self)
        self.view = table(self.model, self.tr("Work done in this workspace"), stretch=_NAME)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setDragEnabled(True)
        self.view.horizontalHeader().moveSection(GROUP, 0)
        self.columns = ColumnsMenu(self.view, context.settings, always={_NAME, GROUP})
        self.curves = CurvesPart(context)
        self.grouping = grouping_box(context.settings.history_grouping)
        self._show_groups(str(self.grouping.currentData()))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search: a task, a method, a model, a name, a note"))
        self.search.setAccessibleName(self.tr("Search in the history"))
        self.search.setClearButtonEnabled(True)
        self.filter = filter_box()
        self._shown = label(kind="caption")
        self.hint = HintBar()
        self.detail = DetailPart()
        self._open_button = QPushButton(self.tr("Open"))
        self._resume_button = QPushButton(self.tr("Resume"))
        self.more = MoreButton()
        self.compare_deed = self.more.add(
            self.tr("Compare the selected runs"),
            self.tr("Their best prompts side by side; all must be of one task"),
            self._compare,
        )
        self.reveal_deed = self.more.add(
            self.tr("Show in the file manager"), self.tr("The folder of what is selected"), self._reveal
        )
        self._delete_button = QPushButton(self.tr("Delete"))
        self._delete_button.setToolTip(self.tr("Moves what is selected to the workspace's trash"))
        self._restore_button = QPushButton(self.tr("Put back"))
        self.empty_trash = ConfirmButton(
            self.tr("Empty the trash"), self.tr("Delete for good what lies in it?"), self.tr("Delete for good")
        )
        self.setFocusProxy(self.view)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list())
        self._stack.addWidget(self._empty())
        self._connect()
        self.refresh()

    @property
    def selected(self) -> list[HistoryEntry]:
        """The selected entries."""
        rows = self.view.selectionModel().selectedRows()
        return [entry for index in rows if (entry := self.model.row_at(index)) is not None]

    @property
    def entry(self) -> HistoryEntry | None:
        """The entry that details are shown of."""
        return self.model.row_at(self.view.currentIndex())

    @property
    def chosen(self) -> RunSummary | None:
        """The run of the current entry, or that it is about."""
        entry = self.entry
        return entry.run if entry is not None and entry.thrown is None else None

    @property
    def deeds(self) -> tuple[QPushButton, ...]:
        """What can be done with what is selected, as the buttons below the list say it."""
        return self._open_button, self._resume_button, self._delete_button, self._restore_button

    @property
    def can_resume(self) -> bool:
        """Whether Resume would do something now."""
        entry = self.entry
        status = entry.status if entry is not None and entry.thrown is None else None
        ready = self._context.session.idle and self._context.workspace.writable
        return status is not None and ready and can_resume(status)

    @property
    def can_undo(self) -> bool:
        """Whether something was deleted that can be put back."""
        return self.history.can_undo

    @property
    def can_delete(self) -> bool:
        """Whether what is selected can be moved to the trash."""
        found = self.selected
        gone = any(not each.place or each.thrown is not None or each.status is RunStatus.RUNNING for each in found)
        return bool(found) and not gone and self._context.workspace.writable

    @property
    def can_compare(self) -> bool:
        """Whether several runs of one task are selected, each with a best prompt."""
        found = [each for each in self.selected if each.kind is Kind.RUN and each.thrown is None]
        scored = [each for each in found if each.run is not None and each.run.best_value is not None]
        fits = 1 < len(scored) == len(self.selected) <= MOST_TOGETHER
        return fits and len({each.task for each in scored}) == 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, leave out what the details say anyway."""
        super().resizeEvent(event)
        spared = _SPARED if self.width() < _NARROW else _TOLD if self.width() < _CLOSE else ()
        self.columns.spare(spared)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the latest entry is shown until another one is chosen."""
        super().showEvent(event)
        if not self.selected and self.model.rowCount():
            self.view.selectRow(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: another page is shown; a note that was begun is kept."""
        self.detail.commit()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Show what is known and wanted; what is selected stays selected."""
        ids = {entry.id for entry in self.selected}
        current = self.entry
        entries = self.history.entries
        shown = [entry for entry in entries if self._wanted(entry)]
        other = sorted(shown, key=_id) != sorted(self.model.rows, key=_id)  # sorted and grouped as the person has it
        held = self._held() if other else ("", 0)
        if other:  # a list read again between two clicks must not eat the double click
            blocker = QSignalBlocker(self.view.selectionModel())
            self.model.set_rows(shown)
            blocker.unblock()
            fit_columns(self.view, stretch=_NAME)
        self._select(ids, current.id if current is not None else "")
        if self._next >= 0 and not self.selected and shown and current is not None:
            self.view.selectRow(min(self._next, len(shown) - 1))
            self._next = -1
        self._hold(held)
        self._stack.setCurrentIndex(0 if entries else 1)
        self._shown.setText(self.tr("{n} entries", "", len(shown)).format(n=count(len(shown))))
        self._update()

    def _held(self) -> tuple[str, int]:
        """The entry at the top of what is seen, and where it stands; nothing where new ones may come in above it."""
        top = self.view.indexAt(QPoint(0, 0))
        entry = self.model.row_at(top)
        moved = self.view.verticalScrollBar().value() > 0 or self.view.viewport().underMouse()
        return (entry.id, self.view.visualRect(top).top()) if entry is not None and moved else ("", 0)

    def _hold(self, held: tuple[str, int]) -> None:
        """Nothing moves under the pointer because something was added above."""
        place = self.model.index_of(lambda entry: entry.id == held[0]) if held[0] else None
        if place is not None and place.isValid():
            self.view.scrollTo(place, self.view.ScrollHint.PositionAtTop)
            bar = self.view.verticalScrollBar()
            bar.setValue(bar.value() - held[1])

    def undo(self) -> None:
        """Put back what was deleted last."""
        self.hint.show_hint("", "")
        self.history.undo()

    def delete(self) -> None:
        """Move what is selected to the trash."""
        if self.can_delete:
            self._next = self.view.currentIndex().row()
            self.history.throw_away(self.selected)

    def show_kind(self, kind: str) -> None:
        """Show only this kind, or "everything", "starred", "trash"."""
        self.filter.setCurrentIndex(self.filter.findData(kind))

    def _wanted(self, entry: HistoryEntry) -> bool:
        kind = str(self.filter.currentData())
        if (entry.thrown is not None) != (kind == TRASH):
            return False
        if kind == STARRED and not entry.starred:
            return False
        if kind not in {EVERYTHING, STARRED, TRASH, entry.kind.value}:
            return False
        return all(word in entry.words for word in self.search.text().casefold().split())

    def _select(self, ids: set[str], current: str) -> None:
        model = self.view.selectionModel()
        place = self.model.index_of(lambda entry: entry.id == current) if current else None
        if place is not None and place.isValid():
            model.setCurrentIndex(place, model.SelectionFlag.NoUpdate)
        for number, entry in enumerate(self.model.rows):
            if entry.id in ids:
                model.select(self.model.index(number, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)

    def _connect(self) -> None:
        self.view.activated.connect(lambda _: self._open())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._update())
        self.search.textChanged.connect(lambda _: self.refresh())
        self.filter.currentIndexChanged.connect(lambda _: self.refresh())
        self.grouping.currentIndexChanged.connect(lambda _: self._group())
        self.detail.edited.connect(self._annotate)
        self.hint.pressed.connect(self.undo)
        self._open_button.clicked.connect(self._open)
        self._resume_button.clicked.connect(self._resume)
        self._delete_button.clicked.connect(self.delete)
        self._restore_button.clicked.connect(self._restore)
        self.empty_trash.confirmed.connect(self.history.empty_trash)
        self.history.changed.connect(self.refresh)
        self.history.thrown.connect(self._on_thrown)
        self.history.failed.connect(self._context.errors.report)
        self._context.session.changed.connect(self._update)
        self._context.session.started.connect(self._on_started)
        self._context.session.run.changed.connect(self._on_run)

    def _on_started(self, _: object) -> None:
        self._begun = True

    def _on_run(self) -> None:
        """A run that was started has its first lines: now it can be listed."""
        if self._begun and self._context.session.run.state.events:
            self._begun = False
            self.history.refresh()

    # What the person does

    def _open(self) -> None:
        entry = self.entry
        if entry is None or entry.thrown is not None:
            return
        if entry.kind is Kind.COMPARISON and self._context.workspace.folder is not None:
            self.wanted.emit(COMPARE, ComparisonTarget(str(self._context.workspace.folder / entry.place)))
        elif entry.kind is Kind.IMPORT:
            self.wanted.emit(DATASETS, TaskTarget(entry.task))
        elif entry.kind is Kind.TOURNAMENT and not entry.problem:
            self.wanted.emit(NEW_RUN, TournamentTarget(entry.id))
        elif entry.run is not None:
            self.wanted.emit(RUN, entry.run.id)
        else:
            self._reveal()

    def _resume(self) -> None:
        if self.chosen is not None and self.can_resume:
            self._context.session.resume(self._context.workspace.run_folder(self.chosen.id))

    def _compare(self) -> None:
        if self.can_compare:
            self.wanted.emit(COMPARE, RunsTarget(tuple(entry.id for entry in self.selected), alone=True))

    def _restore(self) -> None:
        self.history.put_back([entry.thrown for entry in self.selected if entry.thrown is not None])

    def _reveal(self) -> None:
        entry, folder = self.entry, self._context.workspace.folder
        if entry is None or folder is None:
            return
        place = folder / entry.place if entry.place and entry.thrown is None else folder
        shown = place if place.is_dir() else place.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))

    def _annotate(self) -> None:
        detail = self.detail
        if detail.entry is not None:
            self.history.annotate(
                detail.entry,
                title=detail.name.text().strip(),
                note=detail.note.toPlainText(),
                starred=detail.star.isChecked(),
            )

    def _on_thrown(self, number: int) -> None:
        words = self.tr("{n} moved to the trash of this workspace.").format(n=count(number))
        self.hint.show_hint(words, self.tr("Undo"))
        self.changed.emit()

    # What is shown

    def _update(self) -> None:
        if not isValid(self.compare_deed):
            return  # the window goes: what is selected changes once more while its parts are deleted
        entry, writable = self.entry, self._context.workspace.writable
        if self.detail.entry is not None and (entry is None or entry.id != self.detail.entry.id):
            self.detail.commit()
        self.detail.show_entry(entry, editable=writable and entry is not None and entry.thrown is None)
        runs = [each.run for each in self.selected if each.kind is Kind.RUN and each.run is not None]
        several = len(runs) > 1
        self.detail.setHidden(several)
        self.curves.show_runs([run for run in runs if run.status is not RunStatus.DAMAGED])
        trash = str(self.filter.currentData()) == TRASH
        for button in (self._open_button, self._resume_button, self.more, self._delete_button):
            button.setVisible(not trash)
        for widget in (self._restore_button, self.empty_trash):
            widget.setVisible(trash)
        self._open_button.setEnabled(entry is not None and entry.thrown is None)
        self._resume_button.setEnabled(self.can_resume)
        self.compare_deed.setEnabled(self.can_compare)
        self._delete_button.setEnabled(self.can_delete)
        self._restore_button.setEnabled(bool(self.selected) and writable)
        self.empty_trash.setEnabled(writable and bool(self.model.rowCount()))
        self.reveal_deed.setEnabled(entry is not None)
        self.changed.emit()

    def _group(self) -> None:
        self._context.settings.history_grouping = str(self.grouping.currentData())
        self._show_groups(self._context.settings.history_grouping)
        self.refresh()

    def _show_groups(self, name: str) -> None:
        self.model.group_by(name)
        self.columns.leave_out(GROUP, when=not name)
        fit_columns(self.view, stretch=_NAME)

    def _list(self) -> QWidget:
        head = row(
            label(self.tr("History"), "headline"),
            1,
            self.empty_trash,
            self._delete_button,
            self._restore_button,
            self.more,
            self._resume_button,
            self._open_button,
            space=Space.S,
        )
        filters = row(self.search, self.filter, self.grouping, self._shown, space=Space.M)
        filters.setStretch(0, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(framed(column(self.view, space=0, margin=1), "card"))
        parts.addWidget(framed(column(self.detail, self.curves, space=0, margin=1), "card"))
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setChildrenCollapsible(False)
        page = QWidget()
        box = column(head, filters, self.hint, parts, space=Space.M, margin=Space.L)
        box.setStretch(3, 1)
        page.setLayout(box)
        return page

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "runs",
            self.tr("Nothing has been done in this workspace yet"),
            self.tr("Every run is kept here with all its prompts and answers, whether it finished or not."),
            self.tr("New run"),
        )
        empty.pressed.connect(lambda: self.wanted.emit(NEW_RUN, None))
        return empty
