"""What a task's rows were understood to be, a line for each thing, and beside each the way to change it."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from core.domain.task import AnswerKind, Task
from core.engine.taking import TakenTask
from core.metrics import METRICS
from desktop.pages.sizes_part import SizesPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count, listed, titled

_LABELS = 6
"""So many labels are named; of more, only the first ones and the number."""


class UnderstoodPart(QWidget):
    """`columns_chosen` carries the names of input and answer, `sizes_chosen` the `Sizes` of the splits; of a task that
    did not come as a file a moment ago, `rows_wanted` asks for its rows. `judging_wanted`: another measure or
    contract."""

    columns_chosen = Signal(str, str)
    sizes_chosen = Signal(object)
    rows_wanted = Signal()
    judging_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken: TakenTask | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnStretch(1, 1)
        self.lines: dict[str, tuple[QLabel, QPushButton]] = {}
        self.input = self._choice(self.tr("Column that the model sees"))
        self.answer = self._choice(self.tr("Column with the right answer"))
        self.sizes = SizesPart()
        self.sizes.chosen.connect(self.sizes_chosen)
        self.sizes.hide()
        self._columns_box = self._made_columns_box()
        for name, title, tip, deed in (
            ("input", self.tr("The model sees"), self.tr("Change the columns"), self._change_columns),
            ("answer", self.tr("Right answer"), self.tr("Change what an answer is"), self.judging_wanted.emit),
            ("rows", self.tr("Rows"), self.tr("Change how many rows are used"), self._change_rows),
            ("measure", self.tr("Judged by"), self.tr("Change the metric"), self.judging_wanted.emit),
        ):
            self._add_line(name, title, tip, deed)
        self.setLayout(column(self._grid, self._columns_box, self.sizes, space=Space.XS))

    def show_task(self, task: Task, answer: str, taken: TakenTask | None, columns: Sequence[str]) -> None:
        """Show a task whose right answers are in the column `answer`; `taken` is known of a file that has just come,
        with its `columns`."""
        if taken is None or taken != self._taken:
            self._columns_box.hide()
            self.sizes.hide()
        self._taken = taken
        self._say("input", self._input_words(task, taken))
        self._say("answer", self._answer_words(task, answer))
        self._say("rows", self._row_words(task, taken))
        known = METRICS.get(task.metric)
        self._say("measure", titled(translated(known.label), translated(known.about)) if known else task.metric)
        self.lines["input"][1].setVisible(taken is not None)
        if taken is not None:
            self._fill(taken, columns)

    def _fill(self, taken: TakenTask, columns: Sequence[str]) -> None:
        for box, chosen in ((self.input, taken.mapping.input), (self.answer, taken.mapping.answers[0])):
            quiet = QSignalBlocker(box)
            box.clear()
            box.addItems(list(columns))
            box.setCurrentText(chosen)
            quiet.unblock()
        self.sizes.show_sizes(taken.sizes, taken.good)

    def _input_words(self, task: Task, taken: TakenTask | None) -> str:
        template = taken.mapping.template if taken is not None else ""
        if template:
            return self.tr("several columns together: {template}").format(template=" ".join(template.split()))
        if task.input_name:
            return self.tr("the column “{name}”").format(name=task.input_name)
        return self.tr("the input of each row")

    def _answer_words(self, task: Task, answer: str) -> str:
        contract = task.contract
        names = {
            AnswerKind.LABEL: self.tr("one of {n} labels: {labels}"),
            AnswerKind.LABELS: self.tr("several of {n} labels: {labels}"),
            AnswerKind.CHOICE: self.tr("one of the options in the input"),
            AnswerKind.NUMBER: self.tr("a number"),
            AnswerKind.LIST: self.tr("a list"),
            AnswerKind.SPAN: self.tr("a few words"),
            AnswerKind.TEXT: self.tr("free text"),
        }
        labels = listed(contract.labels[:_LABELS]) + (", …" if len(contract.labels) > _LABELS else "")
        what = names[contract.kind].format(n=count(len(contract.labels)), labels=labels)
        return self.tr("the column “{name}”, {what}").format(name=answer, what=what) if answer else what

    def _row_words(self, task: Task, taken: TakenTask | None) -> str:
        used = len(task.train) + len(task.validation) + task.test_rows
        parts = self.tr("{train} to learn from, {validation} to choose by, {test} sealed for the certificate").format(
            train=count(len(task.train)), validation=count(len(task.validation)), test=count(task.test_rows)
        )
        if taken is None or taken.good == used:
            words = self.tr("all {n} are used: {parts}").format(n=count(used), parts=parts)
        else:
            words = self.tr("{n} of {all} are used: {parts}").format(n=count(used), all=count(taken.good), parts=parts)
        if taken is not None and taken.bad:
            bad = self.tr("Left out, for want of an input or an answer: {n}.").format(n=count(taken.bad))
            return f"{words}. {bad}"
        return words

    def _change_columns(self) -> None:
        self._columns_box.setVisible(self._columns_box.isHidden())

    def _change_rows(self) -> None:
        if self._taken is None:
            self.rows_wanted.emit()
        else:
            self.sizes.setVisible(self.sizes.isHidden())

    def _say(self, name: str, words: str) -> None:
        self.lines[name][0].setText(words)

    def _add_line(self, name: str, title: str, tip: str, deed: object) -> None:
        at = self._grid.rowCount()
        words = label(wrap=True, selectable=True)
        button = QPushButton(self.tr("change"))
        button.setProperty("kind", "quiet")
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: deed())  # type: ignore[operator]
        self._grid.addWidget(label(title, "soft"), at, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(words, at, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(button, at, 2, Qt.AlignmentFlag.AlignTop)
        self.lines[name] = words, button

    def _made_columns_box(self) -> QWidget:
        for box in (self.input, self.answer):
            box.activated.connect(lambda _: self._on_columns())
        made = QWidget()
        line = row(
            label(self.tr("Input"), "caption"),
            self.input,
            label(self.tr("Right answer"), "caption"),
            self.answer,
        )
        line.setStretch(1, 1)
        line.setStretch(3, 1)
        made.setLayout(line)
        made.hide()
        return made

    def _on_columns(self) -> None:
        if self.input.currentText() != self.answer.currentText():
            self.columns_chosen.emit(self.input.currentText(), self.answer.currentText())

    def _choice(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box
