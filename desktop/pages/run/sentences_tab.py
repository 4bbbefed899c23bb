"""The sentences of the selected prompt as a heat map: what each is worth, or how likely its method is to rewrite it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy, QWidget

from core.domain.review import Review
from core.report.sentences import Heat, SentenceMeasure, SentencePiece, heats
from core.state import Node, RunState
from desktop.colours import colour, colours
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.heat_text import HeatPart, HeatText, ground
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row

_LEAST_COST = 0.02
"""Costs below this share of the rows are drawn faint, however small the largest of them is."""


class SentencesTab(QWidget):
    """`weigh_wanted`: the final prompt shall be scored without each of its sentences."""

    weigh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._heats: tuple[Heat, ...] = ()
        self._busy = False
        self._final = False
        self._state = RunState()
        self._node: Node | None = None
        self._choice = ChoiceBox()
        self._choice.setAccessibleName(self.tr("What the colours mean"))
        self._choice.setMinimumContentsLength(14)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.currentIndexChanged.connect(lambda _: self._draw())
        self._legend = _Legend()
        self.weigh = QPushButton(self.tr("See what each sentence does"))
        self.weigh.setToolTip(
            self.tr("Scores the final prompt without each of its sentences, on the validation rows. This takes calls.")
        )
        self.weigh.clicked.connect(self._on_weigh)
        self._about = label(kind="caption", wrap=True)
        self.text = HeatText(self.tr("Prompt with the worth of its sentences"))
        self.text.pointed.connect(self._point)
        self._numbers = ElidedLabel(kind="caption")
        bar = row(self._choice, 1, self._legend, space=Space.M)
        under = row(self._about, self.weigh, space=Space.M)
        under.setStretch(0, 1)
        top = column(bar, under, space=Space.XS)
        top.setContentsMargins(Space.S, Space.XS, Space.S, 0)
        self._numbers.setContentsMargins(Space.S, 0, Space.S, Space.XS)
        self.setLayout(column(top, self.text, self._numbers, space=Space.XS))

    def set_review(self, review: Review | None) -> None:
        """What was found out about the final prompt."""
        self._review, self._busy = review, False
        self.show_node(self._state, self._node)

    def give_up(self) -> None:
        """The sentences could not be weighed."""
        self._busy = False
        self._draw()

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show what is known of a candidate's sentences."""
        self._state, self._node = state, node
        known = node is not None and node.candidate.id in state.nodes
        self._heats = heats(state, node.candidate.id, self._review) if node is not None and known else ()
        self._final = node is not None and state.final is not None and state.final.candidate == node.candidate.id
        self._offer()
        self._draw()

    def _offer(self) -> None:
        names = {
            SentenceMeasure.COST: self.tr("what it is worth"),
            SentenceMeasure.CHANCE: self.tr("rewritten next?"),
        }
        wanted = [names[heat.measure] for heat in self._heats]
        if wanted != [self._choice.itemText(number) for number in range(self._choice.count())]:
            self._choice.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self._choice.clear()
            self._choice.addItems(wanted)
            self._choice.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _draw(self) -> None:
        heat = self._heats[max(0, self._choice.currentIndex())] if self._heats else None
        self._choice.setVisible(heat is not None)
        self._legend.show_measure(heat.measure if heat is not None else None)
        weighed = any(one.measure is SentenceMeasure.COST for one in self._heats)
        self.weigh.setVisible(self._final and not weighed)
        self.weigh.setEnabled(not self._busy)
        self._about.setText(self._explanation(heat))
        self._numbers.show_text("")
        if heat is None:
            text = self._node.candidate.prompt.text if self._node is not None else ""
            self.text.show_parts([HeatPart(text)] if text else ())
            return
        most = max((abs(piece.value) for piece in heat.pieces if piece.value is not None), default=0.0)
        if heat.measure is SentenceMeasure.COST:
            most = max(most, _LEAST_COST)
        self.text.show_parts([self._part(heat, piece, most or 1.0) for piece in heat.pieces])

    def _explanation(self, heat: Heat | None) -> str:
        if self._busy:
            return self.tr("The prompt is being scored without each of its sentences …")
        if heat is None:
            if self._final:
                return self.tr("What each sentence is worth has not been measured yet.")
            return self.tr("Sentences are measured for the final prompt, and in every step of Dual-Phase.")
        if heat.measure is SentenceMeasure.COST:
            return self.tr("Points of score lost without the sentence, on {n} validation rows.").format(n=heat.rows)
        return self.tr("As the method stood in round {n}: EXP3 weights of the sentences.").format(n=heat.round)

    def _part(self, heat: Heat, piece: SentencePiece, most: float) -> HeatPart:
        if piece.value is None:
            return HeatPart(piece.text)
        if heat.measure is SentenceMeasure.CHANCE:
            words = self.tr("{n} % chance to be rewritten").format(n=f"{100 * piece.value:.1f}")
        else:
            words = self.tr("without it {n} points ({low} to {high}), p = {p}").format(
                n=f"{-100 * piece.value:+.1f}".replace("-", "−"),
                low=f"{-100 * (piece.high or 0.0):+.1f}".replace("-", "−"),
                high=f"{-100 * (piece.low or 0.0):+.1f}".replace("-", "−"),
                p=f"{piece.p_value or 0.0:.2g}",
            )
        return HeatPart(piece.text, piece.value / most, words)

    def _point(self, number: int) -> None:
        parts = self.text.parts
        shown = f"{parts[number].about}: {parts[number].text}" if 0 <= number < len(parts) else ""
        self._numbers.show_text(shown)

    def _on_weigh(self) -> None:
        self._busy = True
        self._draw()
        self.weigh_wanted.emit()


class _Legend(QWidget):
    """From nothing to the most, in the colours and lines of the heat map."""

    _SWATCH = 26

    def __init__(self) -> None:
        super().__init__()
        self._measure: SentenceMeasure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Legend of the heat map"))

    def show_measure(self, measure: SentenceMeasure | None) -> None:
        """Explain this measure."""
        self._measure = measure
        self.setVisible(measure is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: a good size."""
        return QSize(5 * self._SWATCH + 8, 22)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        del event
        theme = colours()
        painter = QPainter(self)
        painter.setFont(font(Type.CAPTION))
        shown = [("−", -1.0)] if self._measure is SentenceMeasure.COST else []
        shown += [("0", 0.0), ("", 0.35), ("", 0.7), ("max", 1.0)]
        for number, (words, heat) in enumerate(shown):
            box = QRectF(number * self._SWATCH, 2, self._SWATCH - 2, 18)
            painter.fillRect(box, ground(theme, heat))
            painter.setPen(colour(theme.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
