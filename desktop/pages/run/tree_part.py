"""The trajectory tree with its legend and its zoom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from core.domain.example import Split
from core.report.curve import search_split
from core.report.tables import candidates_table
from core.state import RunState
from desktop.pages.run.search_bar import SearchBar
from desktop.pages.run.selected_bar import SelectedBar
from desktop.plots.lineage_ghosts import ghost_nodes
from desktop.plots.lineage_layout import TreeNode, score_range, tree_nodes
from desktop.plots.lineage_view import LineageView
from desktop.plots.saving import Picture, SaveButton
from desktop.theme import Space
from desktop.widgets.icon_button import IconButton
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.widgets.score_legend import ScoreLegend
from desktop.words import count

_FOR_COUNT = 512
"""Pixels of width from which on the number of candidates has room beside the legend."""

_FILLED = 120
"""Up to so many candidates the tree shows how their rows arrive; of more, drawing it so often would take too long."""


class TreePart(QWidget):
    """Draws the run's candidates again only when there are new ones or new scores. `went` carries a candidate that the
    person searched for; `enlarge_wanted`: it shall have all the room, or give it back."""

    went = Signal(str)
    enlarge_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._folded: set[str] = set()
        self._line_only = self._low = False
        self.view = LineageView()
        self.view.fold_wanted.connect(self.toggle_fold)
        self.search = SearchBar()
        self.search.found.connect(self._show_found)
        self.search.went.connect(self._go)
        self.search.left.connect(self._end_search)
        self.search.hide()
        self._legend = ScoreLegend()
        self._count = ElidedLabel(kind="caption")
        self._count.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._drawn = (-1, -1, "")
        self.save = SaveButton(
            Picture(
                self.tr("Trajectory"),
                self.view.whole_size,
                self.view.paint_whole,
                lambda: candidates_table(self._state),
            )
        )
        self.refused = QAction(self.tr("Show rejected proposals"), self)
        self.refused.setCheckable(True)
        self.refused.toggled.connect(lambda _: self._refold())
        self._fold = self._tool("fold", self.tr("Fold and unfold"), self.fold_selected)
        self._fold.setMenu(self._fold_menu())
        self._fold.open_menu_at_once()
        self.enlarge = self._tool("enlarge", self.tr("Enlarge the tree"), self.enlarge_wanted.emit)
        self._tools = [
            self._tool("find", self.tr("Find candidates (Ctrl+F)"), self.open_search),
            self._fold,
            self._tool("zoom-out", self.tr("Zoom out"), self.view.zoom_out),
            self._tool("zoom-in", self.tr("Zoom in"), self.view.zoom_in),
            self._tool("fit", self.tr("Show the whole tree"), self.view.fit),
            self.enlarge,
        ]
        buttons = row(*self._tools[:-1], self.save, self.enlarge, space=0)
        self.several = SelectedBar()
        self._title = label(self.tr("Trajectory"), "strong")
        head = row(self._title, self._count, self._legend, self.several, buttons)
        head.setStretch(2, 1)
        head.setStretch(3, 1)
        head.setContentsMargins(Space.M, Space.S, Space.S, 0)
        self.search.setContentsMargins(Space.M, 0, Space.M, 0)
        box = column(head, self.search, self.view, space=Space.XS)
        box.setContentsMargins(0, 0, 0, Space.XS)
        box.setStretch(2, 1)
        self.setLayout(box)

    @property
    def folded(self) -> frozenset[str]:
        """The candidates whose descendants are hidden."""
        return frozenset(self._folded)

    def laid_out(self, state: RunState) -> list[TreeNode] | None:
        """Where the run's candidates stand, if they are to be drawn anew."""
        return None if self._drawing(state) == self._drawn else self._laid_out(state)

    def show_run(self, state: RunState, nodes: list[TreeNode] | None = None) -> None:
        """Show the run's candidates and the line to its best one; `nodes` if they have been laid out before."""
        drawn = self._drawing(state)
        if drawn == self._drawn and state is self._state:
            return
        self._drawn, self._state = drawn, state
        self._show_nodes(nodes if nodes is not None and not self._folds else self._laid_out(state))
        self.view.set_path(state.path(state.best))
        self.search.show_run(state)

    def forget(self) -> None:
        """Another run comes."""
        self._drawn, self._state = (-1, -1, ""), RunState()
        self._folded, self._line_only = set(), False
        self.search.field.clear()
        self.search.hide()
        self.view.set_nodes([])
        self.view.fit()

    def mark(self, candidates: Sequence[str]) -> None:
        """Mark the selected candidates; of several, say how many they are and what can be done with them."""
        self.view.mark(candidates)
        self.several.show_number(len(candidates))
        for part in (self._legend, self._title):
            part.setHidden(len(candidates) > 1)
        self._make_room()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        """Leave out, in a low window, what stands above the tree, too."""
        self._low = low
        self._make_room()
        self.enlarge.setHidden(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: what the colours mean comes before how many candidates there are."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._count.setHidden(self._low or self.width() < _FOR_COUNT or not self.several.isHidden())

    def open_search(self) -> None:
        """Open the search."""
        self.search.show()
        self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.field.selectAll()

    def _end_search(self) -> None:
        self.search.hide()
        self.view.setFocus()

    def toggle_fold(self, candidate: str) -> None:
        """Hide what came of a candidate, or show it again."""
        if self._line_only:
            self._line_only = False
        elif candidate in self._folded:
            self._folded.remove(candidate)
        else:
            self._folded.add(candidate)
        self._refold()

    def fold_selected(self) -> None:
        """Hide what came of the selected candidate, or show it again."""
        if self.view.selection:
            self.toggle_fold(self.view.selection)

    def show_line_only(self) -> None:
        """Show only the line that led to the best candidate."""
        self._line_only = True
        self._refold()

    def unfold(self) -> None:
        """Show every candidate."""
        self._folded, self._line_only = set(), False
        self._refold()

    def reveal(self, candidate: str) -> None:
        """Unfold as much as hides a candidate."""
        if candidate not in self._state.nodes or self.view.shows(candidate):
            return
        self._line_only = False
        line = self._state.path(candidate)
        self._folded -= set(line)
        self._refold()
        if not self.view.shows(candidate):
            self.unfold()

    @property
    def _folds(self) -> bool:
        return bool(self._folded) or self._line_only

    @staticmethod
    def _drawing(state: RunState) -> tuple[int, int, str]:
        """What a drawing depends on."""
        filling = state.spend.calls + _refusals(state) if len(state.nodes) <= _FILLED else 0
        return len(state.nodes), len(state.marks) + filling, state.best

    def _laid_out(self, state: RunState) -> list[TreeNode]:
        return tree_nodes(state, self._folded, line_only=self._line_only)

    def _refold(self) -> None:
        self._show_nodes(self._laid_out(self._state))
        self.view.fit()

    def _show_nodes(self, nodes: list[TreeNode]) -> None:
        range_ = score_range(nodes if not self._folds else tree_nodes(self._state))
        self.view.set_nodes([*nodes, *self._ghosts(nodes)], range_)
        self._legend.show_range(range_, self._split_words())
        hidden = len(self._state.nodes) - len(nodes)
        number = len(self._state.nodes)
        words = self.tr("{n} candidates", "", number).format(n=count(number))
        if hidden > 0:
            words = self.tr("{candidates}, {n} folded").format(candidates=words, n=hidden)
        self._count.show_text(words)

    def _ghosts(self, nodes: Sequence[TreeNode]) -> list[TreeNode]:
        """Refused proposals: of the round that goes on, and of all rounds where somebody asked for them."""
        every = self.refused.isChecked()
        going_on = self._state.ended is None and not self._folds
        return ghost_nodes(self._state, nodes, every_round=every) if every or going_on else []

    def _split_words(self) -> str:
        validation = search_split(self._state) is Split.VALIDATION
        return self.tr("validation") if validation else self.tr("train")

    def _show_found(self, found: Sequence[str] | None) -> None:
        self.view.set_found(found)

    def _go(self, candidate: str) -> None:
        self.reveal(candidate)
        self.went.emit(candidate)

    def _fold_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Fold or unfold the selected one\tSpace"), self.fold_selected)
        menu.addAction(self.tr("Show only the winner’s line"), self.show_line_only)
        menu.addAction(self.tr("Unfold everything"), self.unfold)
        menu.addSeparator()
        menu.addAction(self.refused)
        return menu

    @staticmethod
    def _tool(name: str, words: str, slot: object) -> IconButton:
        button = IconButton(name, words)
        button.clicked.connect(slot)
        return button


def _refusals(state: RunState) -> int:
    return len(state.rounds[-1].rejected if state.rounds else state.rejected)
