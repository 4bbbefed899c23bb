"""The person's own prompt: where the search starts, and what its result is held against."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from core.domain.prompt import Prompt
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column
from desktop.words import count


class PromptPart(QWidget):
    """A text field. Several prompts of a task are kept as they are unless the person writes one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own: tuple[str, ...] = ()
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(self.tr("Your prompt"))
        self._text.setPlaceholderText(self.tr("What should the model do with each input?"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(96)
        self._text.textChanged.connect(self._on_change)
        self._length = label(kind="caption", wrap=True)
        self.setLayout(column(self._text, self._length, space=Space.XS))

    @property
    def prompts(self) -> tuple[str, ...]:
        """The prompts that the search starts from."""
        text = self._text.toPlainText()
        return self._own if self._own and text == self._own[0] else (text,)

    def show_prompts(self, prompts: Sequence[Prompt]) -> None:
        """Show a task's own prompts."""
        self._own = tuple(prompt.text for prompt in prompts)
        self._text.setPlainText(self._own[0] if self._own else "")
        self._on_change()

    def _on_change(self) -> None:
        prompt = Prompt(self._text.toPlainText())
        parts = [self.tr("{n} words").format(n=count(prompt.words))]
        if prompt.placeholders:
            names = ", ".join(f"{{{{{name}}}}}" for name in sorted(prompt.placeholders))
            parts.append(self.tr("placeholders, kept by every method: {names}").format(names=names))
        if len(self.prompts) > 1:
            parts.append(self.tr("and {n} more of this task").format(n=len(self.prompts) - 1))
        self._length.setText(" · ".join(parts))
        self.changed.emit()
