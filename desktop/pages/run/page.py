"""A run, the same live, finished, crashed and resumed: the tree, the curve, and the selected candidate."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from core.engine.messages import Progressed
from core.errors import WhetError
from core.state import Node, RunState
from core.store.runs import RunFolder
from desktop.actions import Actions
from desktop.context import Context
from desktop.models.run_model import RunModel
from desktop.models.work import Work
from desktop.pages.names import NEW_RUN
from desktop.pages.run.by_hand import ByHand
from desktop.pages.run.certified import certified_notice
from desktop.pages.run.detail import CandidateDetail
from desktop.pages.run.ending_part import EndingPart
from desktop.pages.run.examples_tab import Rows
from desktop.pages.run.header import RunHeader
from desktop.pages.run.log_tab import LogTab
from desktop.pages.run.opened import OpenedRun, read_rows, read_run
from desktop.pages.run.overview import Overview
from desktop.pages.run.part_by_part import DRAWN_MS, PartByPart
from desktop.pages.run.parts import RunParts
from desktop.pages.run.tree_part import TreePart
from desktop.pages.run.views import RunViews
from desktop.plots.lineage_layout import TreeNode
from desktop.theme import Space
from desktop.widgets.banner import Banner
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.layout import column

_LOW = 600
"""Pixels of height below which the tree and the overview do not stand above each other."""

_LONG, _LONG_LIVE = 500, 100
"""Candidates from which on a run is drawn part by part; a live one sooner, as its events are read meanwhile."""


class RunPage(QWidget):
    """Shows one run. `changed` says that what can be done with it may have changed; `wanted` carries the name of
    another page, and what is to be opened there."""

    changed = Signal()
    wanted = Signal(str, object)

    def __init__(self, context: Context, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._stored = RunModel(self)
        self._model: RunModel = self._stored
        self._folder: RunFolder | None = None
        self._selected = ""
        self._marked: tuple[str, ...] = ()
        self._chosen = False
        self._stale = False
        self._reading = False
        self.header = RunHeader(actions)
        self.tree = TreePart()
        self.overview = Overview()
        self.detail = CandidateDetail()
        self.by_hand = ByHand(context, self)
        self.log = LogTab(context.log)
        self.ending = EndingPart(actions, context.workspace)
        self.banner = Banner()
        self._drawing = PartByPart(self)
        self._drawing.rested.connect(self._draw_again)
        self._laid: list[TreeNode] | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._body())
        self.setFocusProxy(self.tree.view)
        self._connect()
        context.session.run.changed.connect(lambda: self._on_changed(context.session.run))
        self._stored.changed.connect(lambda: self._on_changed(self._stored))

    # Which run

    @property
    def model(self) -> RunModel:
        """The run that is shown."""
        return self._model

    @property
    def folder(self) -> RunFolder | None:
        """Where it lies."""
        return self._folder

    @property
    def selected(self) -> str:
        """Id of the selected candidate."""
        return self._selected

    @property
    def selected_node(self) -> Node | None:
        """The selected candidate."""
        return self._model.state.nodes.get(self._selected)

    @property
    def marked(self) -> tuple[str, ...]:
        """Ids of all candidates that are selected, the one that is looked at first."""
        return (self._selected, *self._marked) if self._selected else ()

    @property
    def task(self) -> str:
        """Name of the run's task."""
        spec = self._model.state.spec
        return Path(spec.task).name if spec is not None else ""

    @property
    def reading(self) -> bool:
        """Whether its log is still being read."""
        return self._reading

    def open_search(self) -> None:
        """Open the search for candidates."""
        self.views.show_search()
        self.parts.show_tree()
        self.tree.open_search()

    def watch(self, folder: RunFolder) -> None:
        """Show the run that this window is running."""
        self._begin(self._context.session.run, folder)
        self._draw()

    def open(self, folder: RunFolder) -> None:
        """Show a run from its log."""
        session = self._context.session
        if session.folder is not None and session.folder.path == folder.path and session.work is not Work.NOTHING:
            self.watch(folder)
            return
        self._begin(self._stored, folder, reading=True)
        self._context.workspace.do(
            lambda: read_run(folder),
            lambda opened: self._on_read(folder, opened),
            otherwise=lambda error: self._on_unread(folder, error),
            latest="run page",
        )

    def open_named(self, id_: str) -> None:
        """Show a run of the workspace."""
        self.open(self._context.workspace.run_folder(id_))

    def _leave(self) -> None:
        """Another workspace is open: its runs are elsewhere."""
        here = self._context.workspace.folder
        if self._folder is not None and here is not None and here not in self._folder.path.parents:
            self._begin(self._stored, self._folder)
            self._folder = None
            self._stored.load(())
            self._stack.setCurrentIndex(0)
            self.changed.emit()

    def _begin(self, model: RunModel, folder: RunFolder, *, reading: bool = False) -> None:
        self._model, self._folder, self._reading = model, folder, reading
        self._selected, self._marked, self._chosen = "", (), False
        self._drawing.forget()
        self.banner.hide()
        self.tree.forget()
        self.overview.forget()
        self.detail.show_node(RunState(), None)
        self.detail.set_rows({})
        self.detail.sentences.set_review(None)
        self.header.show_progress(None, RunState())
        self.by_hand.show_run(folder)
        self.log.show_run(folder)
        self.views.forget()
        self._stack.setCurrentIndex(1)
        self._read_task(folder)
        self.changed.emit()

    def _on_read(self, folder: RunFolder, opened: OpenedRun) -> None:
        if folder is not self._folder:
            return
        self.tree.show_run(opened.state, opened.nodes)
        self._then(folder, opened, lambda: self._show_overview(folder, opened))

    def _on_unread(self, folder: RunFolder, error: Exception) -> None:
        if folder is self._folder:
            self._reading = False
            self.changed.emit()
        self._context.errors.report(error)

    def _then(self, folder: RunFolder, opened: OpenedRun, step: Callable[[], None]) -> None:
        """Go on after the window has drawn: thousands of nodes are shown in steps that hold nobody up."""
        pause = DRAWN_MS if len(opened.nodes) > _LONG else 0
        QTimer.singleShot(pause, self, lambda: step() if folder is self._folder else None)

    def _show_overview(self, folder: RunFolder, opened: OpenedRun) -> None:
        self.overview.set_times(opened.milliseconds)
        self.overview.show_run(opened.state, opened.curve)
        self._then(folder, opened, lambda: self._show_opened(opened))

    def _show_opened(self, opened: OpenedRun) -> None:
        self._reading = False
        self._stored.show(opened.state)
        self.detail.sentences.set_review(opened.review)
        if opened.certificate is not None:
            self.banner.say(certified_notice(opened.certificate))

    def _read_task(self, folder: RunFolder) -> None:
        workspace = self._context.workspace

        def take(rows: Rows) -> None:
            self.detail.set_rows(rows)
            self.by_hand.edit.set_columns(tuple(name for row in list(rows.values())[:1] for name, _ in row.variables))

        read = partial(read_rows, folder, workspace)
        workspace.do(read, take, otherwise=self._without_rows, latest="run page's rows")

    def _without_rows(self, error: Exception) -> None:
        """A run can be looked at without its task: rows then have numbers only."""
        if not isinstance(error, WhetError):
            self._context.errors.report(error)

    # What is shown

    def _on_changed(self, model: RunModel) -> None:
        if model is not self._model:
            return
        self._stale = True
        if not model.live or not self._drawing.busy:
            self._draw()

    def _draw_again(self) -> None:
        if self._stale:
            self._draw()

    def _draw(self) -> None:
        """All of it; with thousands of candidates one part after the other, so that the window answers in between, and
        so where a run begins, which has the window do much else and no candidate to show yet."""
        self._stale = False
        tree = (self._lay_out, self._draw_tree)
        selection = (self._mark_selection, self._draw_detail, self.changed.emit)
        live, nodes = self._model.live, len(self._model.state.nodes)
        at_once = 0 < nodes < _LONG_LIVE if live else nodes < _LONG
        self._drawing.draw((self._draw_header, *tree, self._draw_overview, *selection), at_once=at_once, rests=live)

    def _draw_header(self) -> None:
        self.header.show_run(self._model.state, self._model.outcome, self._model.live)
        self.views.show_run(self._model.state, self._model.progress, live=self._model.live)

    def _lay_out(self) -> None:
        self._laid = self.tree.laid_out(self._model.state)

    def _draw_tree(self) -> None:
        self.tree.show_run(self._model.state, self._laid)
        self._laid = None

    def _draw_overview(self) -> None:
        self.overview.show_run(self._model.state)

    def _mark_selection(self) -> None:
        state = self._model.state
        if not self._chosen or self._selected not in state.nodes:
            self._selected, self._marked = state.best or next(iter(state.nodes), ""), ()
        if self._selected:
            self.tree.mark(self.marked)
            self.overview.mark(self.marked)

    def select(self, candidate: str) -> None:
        """Go to a candidate; from now on the page no longer follows the best one."""
        if candidate in self._model.state.nodes:
            self.tree.reveal(candidate)
            self._selected, self._marked, self._chosen = candidate, (), True
            self._show_selection()
            self.changed.emit()

    def mark(self, candidates: Sequence[str]) -> None:
        """Select several: the first stays the one that is looked at, and of two the difference is shown."""
        known = [each for each in self.marked if each in candidates]
        self._selected, *others = dict.fromkeys((*known, *candidates))
        self._marked, self._chosen = tuple(others), True
        self._show_selection()
        self.changed.emit()

    def compare_with(self, against: str) -> None:
        """Show the difference to "seed", "best", "parent", or a candidate."""
        self.detail.diff.choose(against)
        self.detail.pages.show_page(self.detail.diff)

    def edit_selected(self) -> None:
        """Let the person change the selected candidate's text."""
        self.detail.pages.show_page(self.by_hand.edit)
        self.by_hand.edit.editor.setFocus()

    def _go_to_row(self, candidate: str, row: int) -> None:
        """Show what a candidate answered on a row."""
        self.select(candidate)
        self.detail.show_row(row)

    def _show_selection(self) -> None:
        self._mark_selection()
        self._draw_detail()

    def _draw_detail(self) -> None:
        self.detail.show_node(self._model.state, self.selected_node)
        self.detail.hold_against(self._marked)
        self.by_hand.show_node(self._model.state, self.selected_node)

    def _show_now(self, progress: Progressed) -> None:
        self.header.show_progress(progress, self._model.state)
        if progress.paused:
            self.changed.emit()
        if self._model is self._context.session.run:
            self.views.now.show_run(self._model.state, progress, live=self._model.live)

    def show_call(self, row: int) -> None:
        """Look at the call that the selected candidate made on a row."""
        self.by_hand.call.choose(row)
        self.detail.pages.show_page(self.by_hand.call)

    def show_refused(self) -> None:
        """Show the proposals that became no candidates."""
        self.views.show_search()
        self.parts.show_overview()
        self.overview.show_refused()

    # How it is put together

    def _connect(self) -> None:
        self.detail.pages.add(self.by_hand.edit, self.tr("Edit"))
        self.detail.pages.add(self.by_hand.call, self.tr("Call"), beside=True)
        self.detail.pages.add(self.log, self.tr("Log"), beside=True, extra=True)
        self.detail.pages.remember(self._context.settings)
        self.detail.examples.chosen.connect(self.by_hand.call.choose)
        self.by_hand.branches.connect(self.header.show_branches)
        for part in (self.tree.view, self.overview):
            part.selected.connect(self.select)
            part.marked.connect(self.mark)
        self.tree.several.left.connect(lambda: self.select(self._selected))
        self.views.now.refused_wanted.connect(self.show_refused)
        self.ending.refused_wanted.connect(self.show_refused)
        self._context.session.run.progressed.connect(self._show_now)
        self.tree.went.connect(self.select)
        self.tree.view.refused_wanted.connect(self.show_refused)
        self.tree.enlarge_wanted.connect(lambda: self.parts.enlarge(self.parts.tree))
        self.overview.enlarge_wanted.connect(lambda: self.parts.enlarge(self.parts.overview))
        self.tree.view.activated.connect(lambda _: self.detail.tabs.setFocus())
        self.overview.picked.connect(self._go_to_row)
        self._context.workspace.opened.connect(self._leave)
        self._context.session.certified.connect(lambda found: self.banner.say(certified_notice(found.certificate)))

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "run",
            self.tr("No run is open"),
            self.tr("Start one, or open an earlier one from the list of runs. It is shown here live and afterwards."),
            self.tr("New run"),
        )
        empty.pressed.connect(lambda: self.wanted.emit(NEW_RUN, None))
        return empty

    def _body(self) -> QWidget:
        self.overview.setMinimumHeight(130)
        self.parts = RunParts(self.tree, self.overview, self.detail, self.detail.pages.beside)
        self.parts.wide_changed.connect(self.detail.pages.set_apart)
        self.views = RunViews(self.parts, self.ending)
        self.parts.low_changed.connect(self._on_low)
        body = QWidget()
        body.setObjectName("page")
        self._box = column(self.header, self.banner, self.views, space=Space.M, margin=Space.L)
        self._box.setStretch(2, 1)
        body.setLayout(self._box)
        return body

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a low window words give way to what they are about."""
        super().resizeEvent(event)
        self.parts.set_low(self.height() < _LOW)

    def _on_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        edge = Space.M if low else Space.L
        self._box.setContentsMargins(edge, edge, edge, edge)
        self._box.setSpacing(Space.S if low else Space.M)
        self.banner.set_short(low)
        for part in (self.header, self.detail, self.tree, self.overview):
            part.set_low(low)
