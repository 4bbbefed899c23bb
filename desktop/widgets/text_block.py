"""A text to read and to copy: never edited, never taken for HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.typography import Type, font
from desktop.widgets.placeholders import Placeholders


class TextBlock(QPlainTextEdit):
    """Plain text that can be selected with mouse and keyboard."""

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.setProperty("flat", "true")
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_text(self, text: str) -> None:
        """Show this text; the place in it stays if it is the same."""
        if text != self.toPlainText():
            self.setPlainText(text)


class PromptText(TextBlock):
    """A prompt: every character as wide as every other, placeholders coloured."""

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, empty, parent)
        show_as_prompt(self)


def show_as_prompt(field: QPlainTextEdit) -> None:
    """Let a field look as every prompt does."""
    field.setFont(font(Type.CODE))
    Placeholders(field)
