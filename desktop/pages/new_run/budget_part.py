"""What a run may cost, and how it chooses its last prompt."""

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from core.domain.run_estimate import Shortfall
from core.domain.runspec import Budget, FinalRule, Racing, Reading
from core.domain.task import AnswerKind, Task
from core.engine.commands.prepare import Prepare
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox, ClockBox, RealBox, WholeBox
from desktop.widgets.labels import label
from desktop.widgets.spin import as_number, group_digits
from desktop.words import count, listed

_LARGEST = 2_000_000_000
_COLUMNS = 4


class BudgetPart(QWidget):
    """Limits of calls, tokens, minutes (0 is none) and the clock; rules of choice and racing; how answers are read, and
    what is done about labels; the seed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        none = self.tr("no limit")
        self._preset_rules: tuple[FinalRule, Racing, bool] | None = None
        self._calls = self._spin(self.tr("Limit of calls"), none, 100)
        self._tokens = self._spin(self.tr("Limit of tokens"), none, 10_000)
        self._minutes = RealBox()
        self._minutes.setRange(0.0, 100_000.0)
        self._minutes.setDecimals(1)
        self._minutes.setSpecialValueText(none)
        self._minutes.setAccessibleName(self.tr("Limit of minutes"))
        self._seed = self._spin(self.tr("Seed"), "", 1)
        self._seed.setToolTip(self.tr("Another seed is another search with the same rules."))
        self._until = QCheckBox(self.tr("Stop at a time"))
        self._until.setToolTip(self.tr("The run ends, with its best prompt, when the clock shows this the next time."))
        self._clock = ClockBox()
        self._clock.setTime(QTime(7, 0))
        self._clock.setDisplayFormat("HH:mm")
        self._clock.setAccessibleName(self.tr("Time of day at which the run stops"))
        self._clock.setEnabled(False)
        self._until.toggled.connect(self._clock.setEnabled)
        self._until.toggled.connect(lambda _: self.changed.emit())
        self._clock.timeChanged.connect(lambda _: self.changed.emit())
        self._rule = ChoiceBox()
        self._rule.setAccessibleName(self.tr("Final choice"))
        self._rule.addItem(self.tr("best on validation"), FinalRule.VALIDATION)
        self._rule.addItem(self.tr("best of the search"), FinalRule.SEARCH_SCORE)
        self._reading = ChoiceBox()
        self._reading.setAccessibleName(self.tr("Answers are read"))
        self._reading.addItem(self.tr("as suits the task"), None)
        self._reading.setToolTip(
            self.tr(
                "With labels, the most likely label is taken, which works with any model; otherwise the written "
                "reply is read."
            )
        )
        self._reading.addItem(self.tr("from what the model writes"), Reading.GENERATED)
        self._reading.addItem(self.tr("as the likeliest label"), Reading.CHOICES)
        self._racing = ChoiceBox()
        self._racing.setAccessibleName(self.tr("Racing"))
        self._racing.addItem(self.tr("on paired evidence"), Racing.STATISTICAL)
        self._racing.addItem(self.tr("when it cannot win"), Racing.EXACT)
        self._racing.setToolTip(self.tr("When a proposal that falls behind is not scored to its end"))
        self._stop_at_label = QCheckBox(self.tr("End replies at their label"))
        self._stop_at_label.setToolTip(
            self.tr("Generation stops once the label is complete: faster, and stated on the certificate.")
        )
        self._label_bias = QCheckBox(self.tr("Learn label bias"))
        self._label_bias.setToolTip(
            self.tr(
                "Corrects the label probabilities of the final prompt; kept only if its answers improve. The score "
                "without it is always shown, too."
            )
        )
        for check in (self._stop_at_label, self._label_bias):
            check.toggled.connect(lambda _: self.changed.emit())
        for box in (self._calls, self._tokens, self._minutes, self._seed):
            as_number(box)
            box.valueChanged.connect(lambda _: self.changed.emit())
        as_number(self._clock)
        for combo in (self._rule, self._reading, self._racing):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            combo.setMaximumWidth(220)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._lay_out()

    @property
    def budget(self) -> Budget:
        """The limits."""
        return Budget(self._calls.value() or None, self._tokens.value() or None, self._minutes.value() or None)

    @property
    def until(self) -> str:
        """The time of day at which the run stops, as 07:00; empty if none does."""
        return self._clock.time().toString("HH:mm") if self._until.isChecked() else ""

    @property
    def summary(self) -> str:
        """The limits in a few words."""
        budget, parts = self.budget, []
        if budget.calls is not None:
            parts.append(self.tr("{n} calls", "", budget.calls).format(n=count(budget.calls)))
        if budget.tokens is not None:
            parts.append(self.tr("{n} tokens", "", budget.tokens).format(n=count(budget.tokens)))
        if budget.minutes is not None:
            parts.append(self.tr("{n} minutes").format(n=f"{budget.minutes:g}"))
        if self.until:
            parts.append(self.tr("until {time}").format(time=self.until))
        return listed(parts) or self.tr("none: until the method is done")

    @property
    def final_rule(self) -> FinalRule:
        """The rule of the final choice."""
        return FinalRule(self._rule.currentData())

    @property
    def reading(self) -> Reading | None:
        """How answers are read; `None`: as suits the task."""
        chosen = self._reading.currentData()
        return None if chosen is None else Reading(chosen)

    @property
    def racing(self) -> Racing:
        """When a proposal is not scored to its end."""
        return Racing(self._racing.currentData())

    @property
    def stop_at_label(self) -> bool:
        """Whether written replies end once their label is decided; means nothing where answers are no labels."""
        return self._stop_at_label.isChecked()

    @property
    def label_bias(self) -> bool:
        """Whether label bias is learned for the final prompt; means nothing where answers are no labels."""
        return self._label_bias.isChecked()

    @property
    def seed(self) -> int:
        """The seed of the search."""
        return self._seed.value()

    def allow(self, shortfall: Shortfall) -> None:
        """Raise the limit that is too small to what would do."""
        box = self._tokens if shortfall.limit == "tokens" else self._calls
        box.setValue(shortfall.needed)

    def show_choices(self, command: Prepare) -> None:
        """Show the limits, rules and seed of another run."""
        budget = command.budget
        self._calls.setValue(budget.calls or 0)
        self._tokens.setValue(budget.tokens or 0)
        self._minutes.setValue(budget.minutes or 0.0)
        self._until.setChecked(False)
        self._seed.setValue(command.seed)
        for box, value in (
            (self._rule, command.final_rule),
            (self._reading, command.reading),
            (self._racing, command.racing),
        ):
            if value is not None or box is self._reading:
                box.setCurrentIndex(box.findData(value))
        for check, wanted in ((self._stop_at_label, command.stop_at_label), (self._label_bias, command.label_bias)):
            if wanted is not None:
                check.setChecked(wanted)

    def show_rules(self, rule: FinalRule, racing: Racing, reads_labels: bool) -> None:  # noqa: FBT001 - of a preset
        """Take over the rules of a preset, if they are others than before: what a person chose since then stays."""
        if (rule, racing, reads_labels) == self._preset_rules:
            return
        self._preset_rules = rule, racing, reads_labels
        self._stop_at_label.setChecked(reads_labels)
        self._label_bias.setChecked(reads_labels)
        self._rule.setCurrentIndex(self._rule.findData(rule))
        self._racing.setCurrentIndex(self._racing.findData(racing))

    def show_task(self, task: Task | None) -> None:
        """Offer what fits the task: labels can be compared, free text cannot."""
        labelled = task is not None and task.contract.kind in {AnswerKind.LABEL, AnswerKind.CHOICE}
        self._reading.setEnabled(labelled)
        self._stop_at_label.setEnabled(labelled)
        self._label_bias.setEnabled(labelled)
        if not labelled:
            self._reading.setCurrentIndex(0)

    def _spin(self, name: str, none: str, by: int) -> QSpinBox:
        box = WholeBox()
        box.setRange(0, _LARGEST)
        box.setSingleStep(by)
        group_digits(box)
        box.setSpecialValueText(none)
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        fields: tuple[tuple[QWidget, QWidget], ...] = (
            (self._named(self.tr("Calls"), self._calls), self._calls),
            (self._named(self.tr("Tokens"), self._tokens), self._tokens),
            (self._named(self.tr("Minutes"), self._minutes), self._minutes),
            (self._until, self._clock),
            (self._named(self.tr("Final choice"), self._rule), self._rule),
            (self._named(self.tr("Racing drops"), self._racing), self._racing),
            (self._named(self.tr("Answers are read"), self._reading), self._reading),
            (self._named(self.tr("Seed"), self._seed), self._seed),
        )
        for number, (title, widget) in enumerate(fields):
            line, place = divmod(number, _COLUMNS)
            grid.addWidget(title, 2 * line, place, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(widget, 2 * line + 1, place)
            grid.setColumnStretch(place, 1)
        last = 2 * (len(fields) // _COLUMNS)
        grid.addWidget(self._stop_at_label, last, 0, 1, 2)
        grid.addWidget(self._label_bias, last, 2, 1, 2)

    def _named(self, title: str, widget: QWidget) -> QLabel:
        words = label(title, "caption", wrap=True)
        words.setBuddy(widget)
        return words
