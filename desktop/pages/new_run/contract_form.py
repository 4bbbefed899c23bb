"""The answer contract: what form every answer must have, whoever changes the prompt."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from core.domain.contract import contract_instruction
from core.domain.task import AnswerContract, AnswerKind
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox, WholeBox
from desktop.widgets.labels import label
from desktop.widgets.spin import as_number

_LABELLED = frozenset({AnswerKind.LABEL, AnswerKind.LABELS, AnswerKind.CHOICE})


class ContractForm(QWidget):
    """Kind, labels, the sentence that is appended to every prompt, tokens of answer and thought, and stops."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = self._as_shown = AnswerContract()
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(self.tr("Kind of answer"))
        names = {
            AnswerKind.LABEL: self.tr("one of a few labels"),
            AnswerKind.LABELS: self.tr("several of a few labels"),
            AnswerKind.CHOICE: self.tr("one of the options in the input"),
            AnswerKind.NUMBER: self.tr("a number"),
            AnswerKind.LIST: self.tr("a list"),
            AnswerKind.SPAN: self.tr("a few words"),
            AnswerKind.TEXT: self.tr("free text"),
        }
        for kind in AnswerKind:
            self.kind.addItem(names[kind], kind)
        self.labels = self._line(self.tr("Labels"), self.tr("yes, no"))
        self.instruction = self._line(self.tr("Sentence for the model"), self.tr("nothing is appended"))
        self.instruction.setToolTip(self.tr("Appended to every prompt; no method may change it."))
        self.stops = self._line(self.tr("Replies end at"), self.tr("the end of the reply"))
        self.stops.setToolTip(self.tr("Texts that end a reply, separated by commas; \\n is a new line."))
        self.tokens = WholeBox()
        self.tokens.setRange(1, 100_000)
        self.tokens.setAccessibleName(self.tr("Longest reply in tokens"))
        as_number(self.tokens)
        self.thought = WholeBox()
        self.thought.setRange(0, 100_000)
        self.thought.setAccessibleName(self.tr("Tokens of a thought before the answer"))
        self.thought.setToolTip(
            self.tr("For models that think. 0 asks them not to; the answer's own tokens stay whole.")
        )
        self.thought.setSpecialValueText(self.tr("none"))
        as_number(self.thought)
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.labels.textChanged.connect(lambda _: self._on_labels())
        for box in (self.tokens, self.thought):
            box.valueChanged.connect(lambda _: self.changed.emit())
        self._lay_out()

    @property
    def contract(self) -> AnswerContract:
        """What the form shows; to the letter what it was given as long as nobody changed it."""
        read = self._read()
        return self._given if read == self._as_shown else read

    def _read(self) -> AnswerContract:
        kind = AnswerKind(self.kind.currentData())
        labels = _parts(self.labels.text()) if kind in _LABELLED else ()
        stops = tuple(stop.replace("\\n", "\n") for stop in _parts(self.stops.text()))
        return AnswerContract(
            kind,
            labels,
            self.instruction.text(),
            self.tokens.value(),
            stops,
            self.thought.value(),
            self._given.thought_tags,
        )

    def show_contract(self, contract: AnswerContract) -> None:
        """Show this contract."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.kind.setCurrentIndex(self.kind.findData(contract.kind))
        self.labels.setText(", ".join(contract.labels))
        self.instruction.setText(contract.instruction)
        self.tokens.setValue(contract.max_tokens)
        self.thought.setValue(contract.thought_tokens)
        self.stops.setText(", ".join(stop.replace("\n", "\\n") for stop in contract.stops))
        self.blockSignals(False)  # noqa: FBT003
        self._given = contract
        self._as_shown = self._read()
        self._show_labels()
        self.changed.emit()

    def _on_kind(self) -> None:
        """Another kind comes with its own sentence."""
        self._show_labels()
        self._suggest()
        self.changed.emit()

    def _on_labels(self) -> None:
        if self.labels.hasFocus():
            self._suggest()
        self.changed.emit()

    def _suggest(self) -> None:
        if not self.signalsBlocked():
            found = self.contract
            self.instruction.setText(contract_instruction(found.kind, found.labels))

    def _show_labels(self) -> None:
        self.labels.setEnabled(AnswerKind(self.kind.currentData()) in _LABELLED)

    def _line(self, name: str, empty: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(empty)
        line.textChanged.connect(lambda _: self.changed.emit())
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        fields = (
            (self.tr("An answer is"), self.kind, 0, 0, 1),
            (self.tr("Labels, separated by commas"), self.labels, 0, 1, 1),
            (self.tr("Longest reply, tokens"), self.tokens, 0, 2, 1),
            (self.tr("Appended to every prompt, and never changed"), self.instruction, 2, 0, 2),
            (self.tr("A reply ends at"), self.stops, 2, 2, 1),
            (self.tr("Thought before the answer, tokens"), self.thought, 4, 2, 1),
        )
        for title, widget, line, place, span in fields:
            words = label(title, "caption")
            words.setBuddy(widget)
            grid.addWidget(words, line, place, 1, span)
            grid.addWidget(widget, line + 1, place, 1, span)
        for place, share in enumerate((2, 3, 1)):
            grid.setColumnStretch(place, share)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
