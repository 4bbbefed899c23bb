"""The prompt that is chosen in the list, across the page: to be read whole, changed, or the start of another one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from core.domain.comparison import Contestant
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row
from desktop.widgets.text_block import show_as_prompt

_HEIGHT = 76


class PromptField(QWidget):
    """`changed` carries the new text of the chosen prompt once the field was left, `added` that of another one."""

    changed = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Contestant | None = None
        self._title = ElidedLabel(self.tr("Another prompt"), "strong")
        self.editor = _Editor()
        self.editor.setAccessibleName(self.tr("Another prompt"))
        self.editor.setPlaceholderText(self.tr("Type another prompt, or choose one in the list to read it whole"))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(_HEIGHT)
        show_as_prompt(self.editor)
        self.editor.left.connect(self._commit)
        self.editor.textChanged.connect(self._update)
        self.add = QPushButton(self.tr("Add as another"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not leave the field, which would keep a change
        self.add.clicked.connect(self._add)
        head = row(self._title, self.add, space=Space.M)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.editor, space=Space.XS, margin=Space.S))
        self._update()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.toPlainText()

    def show_contestant(self, contestant: Contestant | None) -> None:
        """Show this prompt, or nothing, for another one to be typed."""
        self._shown = contestant
        text = contestant.prompt.text if contestant is not None else ""
        if text != self.text:
            self.editor.setPlainText(text)
        name = contestant.name if contestant is not None else self.tr("Another prompt")
        self._title.show_text(name)
        self.editor.setAccessibleName(self.tr("The prompt") if contestant is not None else name)
        self._update()

    def _commit(self) -> None:
        if self._shown is not None and self.text.strip() and self.text != self._shown.prompt.text:
            self.changed.emit(self.text)

    def _add(self) -> None:
        text, shown = self.text, self._shown
        self._shown = None  # what was shown stays as it is
        self.show_contestant(shown)
        self.added.emit(text)

    def _update(self) -> None:
        text = self.text
        self.add.setEnabled(bool(text.strip()) and (self._shown is None or text != self._shown.prompt.text))


class _Editor(QPlainTextEdit):
    """`left`: the focus has gone elsewhere in the window."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the field is left; a menu of its own, or another program, does not count."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()
