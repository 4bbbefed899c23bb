"""What changed in the selected prompt: against its parent, the seed, the best, or any other candidate."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from core.report.diff import diff_words
from core.report.diff_sentences import by_sentences
from core.state import Node, RunState
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.diff_view import DiffLegend, DiffSpan, DiffView, words_changed, words_moved
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row

_NAMED = _PARENT, _SEED, _BEST = "parent", "seed", "best"


class DiffTab(QWidget):
    """The difference, with what it is held against and how many words it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._node: Node | None = None
        self._ids: list[str] = []
        self._shown: tuple[str, str] = ("", "")
        self.paired = ""
        self._unpaired = 0
        self._against = ChoiceBox()
        self._against.setAccessibleName(self.tr("Compare with"))
        self._against.setMinimumContentsLength(7)
        self._against.setMaximumWidth(230)
        self._against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._against.addItems(
            [self.tr("against its parent"), self.tr("against your prompt"), self.tr("against the best")]
        )
        self._against.currentIndexChanged.connect(lambda _: self._draw())
        self._parent = ChoiceBox()
        self._parent.setAccessibleName(self.tr("Which parent"))
        self._parent.setToolTip(self.tr("This candidate was made from several; choose which to compare with"))
        self._parent.setMinimumContentsLength(3)
        self._parent.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._parent.currentIndexChanged.connect(lambda _: self._draw())
        self._parent.hide()
        self._words = ElidedLabel(kind="caption")
        self._legend = DiffLegend()
        self.side_by_side = QCheckBox(self.tr("Side by side"))
        self.view = DiffView()
        self.side_by_side.toggled.connect(self.view.set_side_by_side)
        self.fold = QCheckBox(self.tr("Fold what is the same"))
        self.fold.toggled.connect(self.view.set_folded)
        self.fold.setChecked(True)
        self.fold.hide()
        bar = row(self._against, self._parent, self.fold, self.side_by_side, space=Space.S)
        bar.setStretch(0, 1)
        bar.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        foot = row(self._legend, self._words, space=Space.M)
        foot.setStretch(1, 1)
        foot.setContentsMargins(Space.S, 0, Space.S, Space.S)
        self.setLayout(column(bar, self.view, foot, space=Space.XS))

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show a candidate's difference; the choice of what to hold it against stays."""
        self._state, self._node = state, node
        self._offer()
        self._offer_parents()
        self._draw()

    def other(self) -> Node | None:
        """What the selected candidate is held against."""
        return self._state.nodes.get(self._other_id())

    def choose(self, against: str) -> None:
        """Hold it against "parent", "seed", "best", or a candidate's id."""
        self._against.setCurrentIndex([*_NAMED, *self._ids].index(against))

    def pair(self, other: str) -> None:
        """Hold it against a candidate that is selected together with it; none: against what it was before."""
        if other == self.paired:
            return
        if not self.paired:
            self._unpaired = self._against.currentIndex()
        self.paired = other
        if other:
            self.choose(other)
        else:
            self._against.setCurrentIndex(self._unpaired)

    def _offer(self) -> None:
        """Every candidate can be chosen, not only the named ones. Thousands are added in one go."""
        ids = list(self._state.nodes)
        if ids[: len(self._ids)] != self._ids:
            while self._against.count() > len(_NAMED):
                self._against.removeItem(len(_NAMED))
            self._ids = []
        fresh = ids[len(self._ids) :]
        words = self.tr("against {id}")
        self._against.addItems([words.format(id=id_) for id_ in fresh])
        self._ids += fresh

    def _offer_parents(self) -> None:
        """A merge has several parents to be held against."""
        parents = self._node.candidate.parents if self._node is not None else ()
        if [self._parent.itemText(number) for number in range(self._parent.count())] != list(parents):
            self._parent.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self._parent.clear()
            self._parent.addItems(list(parents))
            self._parent.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _other_id(self) -> str:
        if self._node is None:
            return ""
        choice = [*_NAMED, *self._ids][max(0, self._against.currentIndex())]
        if choice == _PARENT:
            return self._parent.currentText()
        if choice == _SEED:
            return next((node.candidate.id for node in self._state.seeds), "")
        return self._state.best if choice == _BEST else choice

    def _draw(self) -> None:
        self._parent.setVisible(self._against.currentIndex() == 0 and self._parent.count() > 1)
        if self._node is None:
            self._shown = ("", "")
            self.view.show_diff(())
            self._legend.show_kinds(frozenset())
            self._words.show_text("")
            return
        other = self.other()
        new = self._node.candidate.prompt.shown
        old = other.candidate.prompt.shown if other is not None else new
        titles = (other.candidate.id if other is not None else "", self._node.candidate.id)
        if (old, new) == self._shown:
            return
        self._shown = (old, new)
        spans = [DiffSpan(span.kind.value, span.text) for span in by_sentences(diff_words(old, new))]
        self.view.show_diff(spans, *titles)
        self.fold.setVisible(self.view.can_fold)
        self._legend.show_kinds(frozenset(span.kind for span in spans))
        (inserted, deleted), moved = words_changed(spans), words_moved(spans)
        if other is None:
            self._words.show_text(self.tr("written by you"))
        elif moved:
            self._words.show_text(self.tr("+{a} −{b} words, {c} moved").format(a=inserted, b=deleted, c=moved))
        elif inserted or deleted:
            self._words.show_text(self.tr("+{a} −{b} words").format(a=inserted, b=deleted))
        else:
            self._words.show_text(self.tr("no difference"))
