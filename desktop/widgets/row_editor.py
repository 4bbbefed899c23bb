"""One row of a dataset, to read and to change: every field saves itself when it is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear, column

_LONGEST_SHOWN = 200_000
"""Characters that a field may hold; a longer one is only shown."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The words of a row: one accepted answer per line."""

    input: str = ""
    answers: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)


class RowEditor(QWidget):
    """Shows `Fields`. `edited` carries the `Fields` as they are now, once a changed field was left."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Fields()
        self._input = self._text(self.tr("Input"))
        self._answers = self._text(self.tr("Expected answers, one per line"))
        self._answers.setFixedHeight(74)
        self._input.setMinimumHeight(70)
        self._variables: dict[str, QPlainTextEdit] = {}
        self._room = column(space=Space.XS)
        self._problem = label(kind="caption", wrap=True)
        self._problem.hide()
        box = column(
            self._titled(self.tr("Input"), self._input),
            self._input,
            self._titled(self.tr("Expected answers, one per line"), self._answers),
            self._answers,
            self._room,
            self._problem,
            space=Space.XS,
        )
        box.setStretch(1, 1)
        self.setLayout(box)

    def begin_typing(self) -> None:
        """Go to the answers, which are changed most."""
        self._answers.setFocus()

    @property
    def fields(self) -> Fields:
        """What stands in the fields now."""
        variables = {name: text.toPlainText() for name, text in self._variables.items()}
        return Fields(self._input.toPlainText(), self._answers.toPlainText(), variables)

    def set_variables(self, names: Sequence[str]) -> None:
        """Have a field for each of these columns."""
        if list(names) == list(self._variables):
            return
        clear(self._room)
        self._variables = {}
        for name in names:
            text = self._text(name)
            text.setFixedHeight(48)
            self._variables[name] = text
            self._room.addWidget(self._titled(name, text))
            self._room.addWidget(text)

    def show_fields(self, fields: Fields, *, editable: bool) -> None:
        """Show a row. What was typed before and not announced is lost: `commit` first."""
        self._shown = fields
        values = (fields.input, fields.answers, *(fields.variables.get(name, "") for name in self._variables))
        fixed = not editable or max(map(len, values)) > _LONGEST_SHOWN
        for text, value in zip((self._input, self._answers, *self._variables.values()), values, strict=True):
            if text.toPlainText() != value:
                text.setPlainText(value[:_LONGEST_SHOWN])
            text.setReadOnly(fixed)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say why the row cannot be as typed; an empty sentence says nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def commit(self) -> None:
        """Announce what was changed, if anything was."""
        now = self.fields
        if not self._input.isReadOnly() and now != self._shown:
            self._shown = now
            self.edited.emit(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a field that is left saves itself."""
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setAccessibleName(name)
        text.setTabChangesFocus(True)
        text.installEventFilter(self)
        return text

    def _titled(self, title: str, text: QPlainTextEdit) -> QLabel:
        words = label(title, "caption")
        words.setBuddy(text)
        return words
