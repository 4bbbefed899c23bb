"""The certificate: the sentence, the intervals as a plot, the numbers, and the rows that changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSplitter, QWidget

from core.domain.certificate import Certificate, PairedGain, SealedFlip
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.interval_plot import IntervalAxis, IntervalBar, IntervalPlot
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, table
from desktop.widgets.text_block import TextBlock
from desktop.words import count, p_value, percent

ALL, FIXED, BROKEN = "all", "fixed", "broken"

_TICKS = 5


class VerdictPart(QWidget):
    """Shows a `Certificate` with the rows that the two prompts answered differently."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flips: tuple[SealedFlip, ...] = ()
        self._title = label(kind="headline", wrap=True)
        self._chip = Chip()
        self._sentence = label(kind="title", wrap=True, selectable=True)
        self._plot = IntervalPlot(self.tr("Both prompts and the gain, with 95 % intervals"))
        self._numbers = ColumnModel(self._number_columns(), self)
        self._number_table = table(self._numbers, self.tr("Numbers of the certificate"), stretch=1, sortable=False)
        self._number_table.horizontalHeader().hide()
        self._filter = ChoiceBox()
        self._filter.setAccessibleName(self.tr("Rows to show"))
        self._filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name in (ALL, FIXED, BROKEN):
            self._filter.addItem("", name)
        self._filter.currentIndexChanged.connect(lambda _: self._show_rows())
        self._none = label(kind="soft", wrap=True)
        self.rows = ColumnModel(self._row_columns(), self)
        self.view = table(self.rows, self.tr("Rows that changed"), stretch=2)
        self.view.selectionModel().currentChanged.connect(lambda now, _: self._show_replies(self.rows.row_at(now)))
        self._replies = TextBlock(self.tr("Both replies"), self.tr("Select a row to read both replies."))
        self._rows_part = self._made_rows()
        head = row(self._title, self._chip, 1, space=Space.M)
        plot = framed(column(self._plot, margin=Space.M), "card")
        numbers = framed(column(self._number_table, margin=1), "card")
        self._figures = column(plot, numbers, space=Space.M)
        self._figures.setStretch(0, 1)
        self._figures.setStretch(1, 1)
        self.setLayout(column(head, self._sentence, self._figures, self._rows_part, space=Space.M))

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 - how the window is
        """Say whether the picture and its numbers have room beside each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._figures.setDirection(across if wide else down)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    @property
    def title(self) -> str:
        """In a few words."""
        return self._title.text()

    def show_certificate(self, found: Certificate, flips: tuple[SealedFlip, ...]) -> None:
        """Show this one."""
        self._flips = flips
        self._title.setText(self._title_of(found))
        chip = self.tr("✓ certified") if found.certified else self.tr("not certified")
        self._chip.show_state(self.tr("practice") if found.practice else chip, "good" if found.certified else "warn")
        self._sentence.setText(translated(found.sentence))
        self._plot.show_groups(self._groups(found))
        self._numbers.set_rows(self._facts(found))
        fit_columns(self._number_table, stretch=1, widest=320)
        lines = self._numbers.rowCount() * self._number_table.verticalHeader().defaultSectionSize()
        self._number_table.setFixedHeight(lines + 4)
        self._name_filters()
        self._show_rows()

    def _title_of(self, found: Certificate) -> str:
        if found.certified:
            return self.tr("The gain is certified.")
        if found.bias_certified:
            return self.tr("The gain with label bias is certified.")
        return self.tr("No gain could be certified.")

    def choose(self, name: str) -> None:
        """Show only these rows: "all", "fixed", "broken"."""
        self._filter.setCurrentIndex(self._filter.findData(name))

    def _groups(self, found: Certificate) -> list[tuple[list[IntervalBar], IntervalAxis]]:
        gain = found.gain
        points = [self._gain(self.tr("Gain"), gain)]
        scores = [
            self._score(self.tr("Your prompt"), found.before, found.before_interval),
            self._score(self.tr("The best prompt"), found.after, found.after_interval, "strong"),
        ]
        biased = found.with_bias
        if biased is not None:
            scores.append(self._score(self.tr("With label bias"), biased.value, biased.interval))
            points.append(self._gain(self.tr("Gain with label bias"), biased.gain))
        reach = max(10.0, *(abs(end) for bar in points for end in (bar.low, bar.high)))
        reach = 10.0 * -(-reach // 10.0)
        steps = [-reach, -reach / 2, 0.0, reach / 2, reach]
        ticks = tuple((value, f"{value:+.0f}".replace("-", "−") if value else "0") for value in steps)
        share = tuple((100.0 * place / _TICKS, f"{100 * place // _TICKS}") for place in range(_TICKS + 1))
        return [
            (scores, IntervalAxis(0.0, 100.0, share, self.tr("score, 95 %"))),
            (points, IntervalAxis(-reach, reach, ticks, self.tr("points, 95 %"), zero=True)),
        ]

    def _gain(self, name: str, gain: PairedGain) -> IntervalBar:
        figures = self.tr("{value} ({low} … {high})").format(
            value=_signed(gain.difference), low=_signed(gain.low), high=_signed(gain.high)
        )
        tone = "good" if gain.certified else "bad" if gain.high < 0 else "strong"
        return IntervalBar(name, 100 * gain.difference, 100 * gain.low, 100 * gain.high, figures, tone)

    def _score(self, name: str, value: float, ends: tuple[float, float] | None, tone: str = "") -> IntervalBar:
        low, high = ends or (value, value)
        words = percent(value)
        if ends is not None:
            words = self.tr("{value} ({low} … {high})").format(
                value=percent(value), low=percent(low), high=percent(high)
            )
        return IntervalBar(name, 100 * value, 100 * low, 100 * high, words, tone)

    def _facts(self, found: Certificate) -> list[tuple[str, str]]:
        gain: PairedGain = found.gain
        return [
            (self.tr("Sealed rows"), count(gain.n)),
            (self.tr("Gain in points"), _signed(gain.difference)),
            (
                self.tr("95 % interval"),
                self.tr("{low} … {high}").format(low=_signed(gain.low), high=_signed(gain.high)),
            ),
            (self.tr("p"), p_value(gain.p_value)),
            (
                self.tr("Rows that changed"),
                self.tr("{better} better, {worse} worse").format(
                    better=count(gain.improved), worse=count(gain.worsened)
                ),
            ),
            (self.tr("Test"), translated(gain.method)),
            *self._bias_facts(found),
            (self.tr("Model"), self.tr("{name}, SHA-256 {sha}").format(name=found.model, sha=found.model_sha256)),
            (self.tr("Fingerprint of the sealed rows"), found.test_fingerprint),
        ]

    def _bias_facts(self, found: Certificate) -> list[tuple[str, str]]:
        biased = found.with_bias
        if biased is None:
            return []
        own = biased.candidate != found.candidate
        gain = self.tr("{value} ({low} … {high})").format(
            value=_signed(biased.gain.difference), low=_signed(biased.gain.low), high=_signed(biased.gain.high)
        )
        return [
            (self.tr("Gain with label bias"), gain),
            (self.tr("Label bias belongs to"), self.tr("Your prompt") if own else self.tr("The best prompt")),
            (self.tr("Offsets of the labels"), biased.bias.words),
        ]

    def _number_columns(self) -> tuple[Column[tuple[str, str]], ...]:
        return (
            Column(self.tr("What"), lambda item: item[0]),
            Column(self.tr("Value"), lambda item: item[1], tip=lambda item: item[1]),
        )

    def _row_columns(self) -> tuple[Column[SealedFlip], ...]:
        fixed, broken = self.tr("✓ fixed"), self.tr("✗ broken")
        return (
            Column(self.tr("Row"), lambda item: str(item.row), lambda item: item.row, numeric=True),
            Column(self.tr("Change"), lambda item: fixed if item.fixed else broken),
            Column(self.tr("Input"), lambda item: one_line(item.input), tip=lambda item: item.input),
            Column(self.tr("Expected"), lambda item: one_line(" | ".join(item.answers), 60)),
            Column(self.tr("Your prompt"), lambda item: one_line(item.before.output, 60)),
            Column(self.tr("The best prompt"), lambda item: one_line(item.after.output, 60)),
        )

    def _made_rows(self) -> QWidget:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.view)
        halves.addWidget(self._replies)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        halves.setMinimumHeight(230)
        bar = row(label(self.tr("Rows that changed"), "title"), self._filter, 1, space=Space.M)
        bar.setContentsMargins(Space.M, Space.S, Space.M, 0)
        return framed(column(bar, self._none, halves, space=Space.S, margin=1), "card")

    def _name_filters(self) -> None:
        titles = {ALL: self.tr("All: {n}"), FIXED: self.tr("Fixed: {n}"), BROKEN: self.tr("Broken: {n}")}
        for number in range(self._filter.count()):
            name = str(self._filter.itemData(number))
            self._filter.setItemText(number, titles[name].format(n=count(len(self._wanted(name)))))

    def _wanted(self, name: str) -> list[SealedFlip]:
        return [flip for flip in self._flips if name == ALL or flip.fixed == (name == FIXED)]

    def _show_rows(self) -> None:
        self.rows.set_rows(self._wanted(str(self._filter.currentData())))
        self._rows_part.setVisible(bool(self._flips))
        self._none.hide()
        fit_columns(self.view, stretch=2, widest=130)
        if self.rows.rowCount():
            self.view.selectRow(0)
        else:
            self._show_replies(None)

    def _show_replies(self, flip: SealedFlip | None) -> None:
        if flip is None:
            self._replies.show_text("")
            return
        parts = (
            (self.tr("Input"), flip.input),
            (self.tr("Expected"), " | ".join(flip.answers)),
            (self.tr("Reply to your prompt"), flip.before.output),
            (self.tr("Reply to the best prompt"), flip.after.output),
        )
        self._replies.show_text("\n\n".join(f"{title}\n{text}" for title, text in parts if text))


def _signed(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
