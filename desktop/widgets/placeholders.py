"""Placeholders of prompts, `{{input}}` and others, coloured wherever a prompt is shown."""

import re

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from desktop.colours import colour, colours

PLACEHOLDER = re.compile(r"\{\{\s*([^\s{}\"](?:[^{}\"\n]{0,98}[^\s{}\"])?)\s*\}\}")


class Placeholders(QSyntaxHighlighter):
    """Colours those of one text field, and again when the theme changes."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        field.installEventFilter(self)

    def highlightBlock(self, text: str) -> None:
        """Qt: a line has changed."""
        shape = QTextCharFormat()
        shape.setForeground(colour(colours().accent))
        for match in PLACEHOLDER.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: another theme."""
        if event.type() is QEvent.Type.PaletteChange:
            self.rehighlight()
        return super().eventFilter(watched, event)
