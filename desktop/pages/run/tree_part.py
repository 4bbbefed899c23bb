"""The trajectory tree with its legend and its zoom."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from core.state import RunState
from desktop.icons import icon
from desktop.plots.lineage_layout import TreeNode, tree_nodes
from desktop.plots.lineage_view import LineageView
from desktop.theme import Space, Type, colour, colours, font
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row

_WIDTH = 176


class TreePart(QWidget):
    """Draws the run's candidates again only when there are new ones or new scores."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = LineageView()
        self._legend = _Legend()
        self._count = ElidedLabel(kind="caption")
        self._drawn = (-1, -1, "")
        buttons = [
            self._tool("zoom-out", self.tr("Zoom out"), self.view.zoom_out),
            self._tool("zoom-in", self.tr("Zoom in"), self.view.zoom_in),
            self._tool("fit", self.tr("Show the whole tree"), self.view.fit),
        ]
        self._tools = buttons
        head = row(label(self.tr("Trajectory"), "strong"), self._count, self._legend, *buttons)
        head.setStretch(1, 1)
        head.setContentsMargins(Space.M, Space.S, Space.S, 0)
        box = column(head, self.view, space=Space.XS)
        box.setContentsMargins(0, 0, 0, Space.XS)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._draw()

    def show_run(self, state: RunState, nodes: list[TreeNode] | None = None) -> None:
        """Show the run's candidates and the line to its best one; `nodes` if they have been laid out elsewhere."""
        drawn = (len(state.nodes), len(state.marks), state.best)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        nodes = tree_nodes(state) if nodes is None else nodes
        self.view.set_nodes(nodes)
        self.view.set_path(state.path(state.best))
        self._legend.show_range(_range(nodes))
        self._count.show_text(self.tr("{n} candidates").format(n=len(nodes)))

    def forget(self) -> None:
        """Another run comes."""
        self._drawn = (-1, -1, "")
        self.view.set_nodes([])
        self.view.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _tool(self, name: str, words: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setIconSize(QSize(16, 16))
        button.clicked.connect(slot)
        return button

    def _draw(self) -> None:
        for button in self._tools:
            button.setIcon(icon(button.objectName(), colours().text_soft))


def _range(nodes: list[TreeNode]) -> tuple[float, float] | None:
    scores = [node.score for node in nodes if node.score is not None]
    return (min(scores), max(scores)) if scores else None


class _Legend(QWidget):
    """From the worst to the best score of the run, in the tree's colours and sizes."""

    def __init__(self) -> None:
        super().__init__()
        self._range: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Colours of the scores"))

    def show_range(self, range_: tuple[float, float] | None) -> None:
        """Show what the lightest and the deepest colour stand for."""
        self._range = range_
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a good size."""
        return QSize(_WIDTH, 20)

    def minimumSizeHint(self) -> QSize:
        """Qt: it gives way."""
        return QSize(0, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        del event
        if self._range is None or self.width() < _WIDTH - 1:
            return
        theme = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Type.CAPTION))
        painter.setPen(colour(theme.text_soft))
        low, high = (f"{100 * value:.1f}" for value in self._range)
        side, middle = 40, self.height() / 2
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(0, 0, side - 6, self.height(), int(align | Qt.AlignmentFlag.AlignRight), low)
        painter.drawText(
            self.width() - side + 6, 0, side - 6, self.height(), int(align | Qt.AlignmentFlag.AlignLeft), high
        )
        painter.setPen(Qt.PenStyle.NoPen)
        steps = 8
        for step in range(steps):
            share = step / (steps - 1)
            painter.setBrush(theme.score_colour(share))
            x = side + 6 + (self.width() - 2 * side - 12) * share
            radius = 2.5 + 3.0 * share
            painter.drawEllipse(int(x - radius), int(middle - radius), int(2 * radius), int(2 * radius))
