"""The cards of a run's page: the tree above the overview, the candidate beside both, and in a wide window a third
column with what a person wants to read beside the candidate; in a low window only one of the first two is shown, and
two buttons say which."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSplitter, QToolButton, QWidget

from desktop.theme import Space
from desktop.widgets.icon_button import IconButton
from desktop.widgets.layout import column, framed, row

_TREE, _OVERVIEW = range(2)

_SHARES, _LOW_SHARES = [1100, 900], [975, 1025]
"""How the width is divided: in a low window the tabs of both sides just fit."""

_FOR_PROMPT, _LEAST_TREE = 612, 380
"""Pixels for the candidate, whose prompt is then 600 wide, as long as so many are left for the tree."""

_TREE_OF_WIDE, _LEAST_BESIDE = 356, 404
_WIDE = _TREE_OF_WIDE + _FOR_PROMPT + _LEAST_BESIDE + 2 * Space.S
"""From here on there are three columns, what is more than they need in these shares."""
_WIDE_SHARES = [4, 1, 7]


class RunParts(QWidget):
    """Cards with movable borders. `low_changed` says whether there is room for two of them above each other,
    `wide_changed` whether there is for three beside each other."""

    low_changed = Signal(bool)
    wide_changed = Signal(bool)

    def __init__(
        self, tree: QWidget, overview: QWidget, detail: QWidget, beside: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.tree = framed(column(tree, space=0), "card")
        self.overview = framed(column(overview, space=0, margin=1), "card")
        self.detail = framed(column(detail, space=0, margin=1), "card")
        self.beside = framed(column(beside, space=0, margin=1), "card")
        self._alone: QFrame | None = None
        self._low = self._shared = self._wide = False
        self._choice = QButtonGroup(self)
        self._switch = self._made_switch()
        stacked = QSplitter(Qt.Orientation.Vertical)
        stacked.addWidget(self.tree)
        stacked.addWidget(self.overview)
        self._left = QWidget()
        box = column(self._switch, stacked, space=Space.XS)
        box.setStretch(1, 1)
        self._left.setLayout(box)
        halves = self._halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._left)
        halves.addWidget(self.detail)
        halves.addWidget(self.beside)
        halves.setStretchFactor(2, _SHARES[0])
        for splitter in (stacked, halves):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(Space.S)
            splitter.setStretchFactor(0, _SHARES[0])
            splitter.setStretchFactor(1, _SHARES[1])
            splitter.setSizes(_SHARES)
        self.setLayout(column(halves, space=0))
        self._show()

    def enlarge(self, card: QFrame) -> None:
        """Give one card all the room, or every card its own again."""
        self._alone = None if self._alone is card else card
        self._show()

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        """Say whether there is too little height for the tree above the overview."""
        if low != self._low:
            self._low = low
            self._show()
            self._share()
            self.low_changed.emit(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the first time it is known how wide it is; later the parts keep their shares, or what a person gave."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide, self._shared = wide, False
            self.wide_changed.emit(wide)
            self._show()
        if not self._shared and self.isVisible():
            self._shared = True
            self._share()
            QTimer.singleShot(0, self, self._share)  # the splitter has not got its new width yet

    def _share(self) -> None:
        room = self._halves.width()
        if self._wide:
            more = max(0, room - _WIDE)
            least = (_TREE_OF_WIDE, _FOR_PROMPT, _LEAST_BESIDE)
            shares = zip(least, _WIDE_SHARES, strict=True)
            self._halves.setSizes([each + more * share // sum(_WIDE_SHARES) for each, share in shares])
        elif self._low or room < _FOR_PROMPT + _LEAST_TREE:
            self._halves.setSizes([*(_LOW_SHARES if self._low else _SHARES), 0])
        else:
            candidate = max(_FOR_PROMPT, room * _SHARES[1] // sum(_SHARES))
            self._halves.setSizes([room - candidate, candidate, 0])

    def show_tree(self) -> None:
        """Where only one of both is shown, show the tree."""
        self._choice.button(_TREE).setChecked(True)
        self._show()

    def show_overview(self) -> None:
        """Where only one of both is shown, show the overview."""
        self._choice.button(_OVERVIEW).setChecked(True)
        self._show()

    @property
    def _chosen(self) -> QFrame:
        return (self.tree, self.overview)[self._choice.checkedId()]

    def _show(self) -> None:
        chosen = self._chosen
        if self._low and self._alone in {self.tree, self.overview}:
            self._alone = chosen
        for card in (self.tree, self.overview):
            hidden = self._low and card is not chosen
            card.setVisible(card is self._alone if self._alone is not None else not hidden)
        self.detail.setVisible(self._alone in {None, self.detail})
        self.beside.setVisible(self._wide and self._alone in {None, self.beside})
        self._left.setVisible(self._alone not in {self.detail, self.beside})
        self._switch.setVisible(self._low)

    def _made_switch(self) -> QWidget:
        buttons = []
        for number, words in enumerate((self.tr("Tree"), self.tr("Overview"))):
            button = QToolButton()
            button.setText(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._choice.addButton(button, number)
            buttons.append(button)
        buttons[_TREE].setChecked(True)
        self._choice.idClicked.connect(lambda _: self._show())
        self.larger = IconButton("enlarge", self.tr("Enlarge this part"))
        self.larger.clicked.connect(lambda: self.enlarge(self._chosen))
        holder = QWidget()
        holder.setLayout(row(*buttons, 1, self.larger, space=Space.XS))
        return holder
