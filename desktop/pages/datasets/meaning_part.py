"""What columns mean beyond input, answer and split: several inputs, sets of labels, groups, sizes, empty answers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from core.data.mapping import Mapping
from core.data.splitting import Sizes
from core.domain.prompt import Prompt
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label

_GUESS, _ALL, _ANY = "guess", "all", "any"


class MeaningPart(QWidget):
    """`changed` says that the mapping is another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = self._line(self.tr("Input put together from columns"), "{{title}} {{body}}")
        self.further = self._line(self.tr("Further columns with accepted answers"), "")
        self.lists = self._choice(self.tr("A list of answers means"))
        for text, value in (
            (self.tr("guess"), _GUESS),
            (self.tr("all of them: a set of labels"), _ALL),
            (self.tr("any one of them"), _ANY),
        ):
            self.lists.addItem(text, value)
        self.group = self._choice(self.tr("Rows that stay in one split share"))
        self.blank = self._line(self.tr("An empty answer means"), self.tr("nothing: leave the row out"))
        self.sizes = self._line(self.tr("Rows of train, validation, test"), self.tr("suggested"))
        self._guess = Mapping("", "")
        self._lay_out()

    def show_guess(self, guess: Mapping, columns: Sequence[str]) -> None:
        """Fill in what was guessed for a table with these columns."""
        self._guess = guess
        self.template.setText(guess.template.replace("\n", "\\n"))
        self.further.setText(", ".join(guess.answers[1:]))
        self.lists.setCurrentIndex(0)
        self.group.clear()
        self.group.addItem(self.tr("nothing"), "")
        for name in columns:
            self.group.addItem(name, name)
        self.group.setCurrentIndex(max(0, self.group.findData(guess.group)))
        self.blank.clear()
        self.sizes.clear()

    def say(self, *, multiple: bool | None, blank: str, sizes: Sequence[float]) -> None:
        """Show what a profile says beside a mapping."""
        self.lists.setCurrentIndex(self.lists.findData({True: _ALL, False: _ANY, None: _GUESS}[multiple]))
        self.blank.setText(blank)
        self._show_sizes(sizes)

    def take_sizes(self, sizes: Sizes) -> None:
        """The person has chosen other sizes of the splits."""
        self._show_sizes((sizes.train, sizes.validation, sizes.test))
        self.changed.emit()

    def _show_sizes(self, sizes: Sequence[float]) -> None:
        self.sizes.setText(", ".join(f"{size:g}" if size < 1 else str(int(size)) for size in sizes))

    @property
    def multiple(self) -> bool | None:
        """What a list of answers means, where the person says it."""
        return {_ALL: True, _ANY: False}.get(self.lists.currentData())

    def leave_guess(self) -> None:
        """Another input was chosen: the guessed template was not made for it."""
        if self.template.text().replace("\\n", "\n") == self._guess.template:
            self.template.clear()

    @property
    def used(self) -> set[str]:
        """The columns that the input's template and the further answers take."""
        return {*Prompt(self.template.text()).placeholders, *self._further()}

    def asked_sizes(self) -> Sizes | None:
        """The sizes as written; nothing where they are not three numbers."""
        parts = [part.strip() for part in self.sizes.text().replace(";", ",").split(",")]
        try:
            numbers = [float(part) if "." in part else int(part) for part in parts]
        except ValueError:
            return None
        return Sizes(*numbers) if len(numbers) == 3 else None

    def complete(self, mapping: Mapping) -> Mapping:
        """The mapping with everything that is said here."""
        answers = (*mapping.answers, *self._further())
        how = self.lists.currentData()
        guessed = self._guess.multiple and answers == self._guess.answers
        return replace(
            mapping,
            answer=answers[0] if len(answers) == 1 else tuple(dict.fromkeys(answers)),
            group=str(self.group.currentData() or ""),
            template=self.template.text().replace("\\n", "\n").strip(),
            turns=self._guess.turns if mapping.input == self._guess.input else "",
            blank=self.blank.text().strip(),
            multiple=how == _ALL or (how == _GUESS and guessed),
        )

    def _further(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.further.text().split(",") if name.strip())

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(placeholder)
        line.textEdited.connect(lambda _: self.changed.emit())
        return line

    def _choice(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.activated.connect(lambda _: self.changed.emit())
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        for place, widget in enumerate((self.template, self.further, self.lists, self.group, self.blank, self.sizes)):
            words = label(widget.accessibleName(), "caption")
            words.setBuddy(widget)
            line, at = divmod(place, 3)
            grid.addWidget(words, 2 * line, at)
            grid.addWidget(widget, 2 * line + 1, at)
            grid.setColumnStretch(at, 1)
        self.setLayout(grid)
