"""Addresses that are allowed: listed, added by hand, taken back."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QWidget

from core.errors import WhetError
from desktop.context import Context
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear, column, row

E = TypeVar("E")


class AllowedPart(QWidget, Generic[E]):
    """A list with a field for one more. Subclasses say what is in the list, dress the field, and `describe` both; what
    is read and written is read and written beside the window's thread.

    `changed`: an address was allowed or revoked. `entries` are the allowed ones, as read last.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._none = ""
        self.entries: tuple[E, ...] = ()
        self._words = label(kind="caption", wrap=True)
        self._room = column(space=Space.XS)
        self.field = QLineEdit()
        self.field.returnPressed.connect(self.allow)
        self.button = QPushButton(self.tr("Allow"))
        self.button.clicked.connect(self.allow)
        self._problem = label(kind="caption", wrap=True)
        self._problem.hide()
        line = row(self.field, self.button, space=Space.S)
        line.setStretch(0, 1)
        self.setLayout(column(self._words, self._room, line, self._problem, space=Space.S))

    def describe(self, words: str, none: str) -> None:
        """What the list is for, and that it is empty, in words."""
        self._words.setText(words)
        self._none = none
        self._show(())

    def read(self) -> Sequence[E]:
        """What is allowed."""
        raise NotImplementedError

    def note(self, text: str) -> None:
        """Allow what was typed. Raises `WhetError` for what is no address."""
        raise NotImplementedError

    def forget(self, name: str) -> None:
        """Allow it no longer."""
        raise NotImplementedError

    def name_of(self, entry: E) -> str:
        """What an entry is called, and revoked by."""
        raise NotImplementedError

    def line_of(self, entry: E, revoke: QPushButton) -> QBoxLayout:
        """How an entry is shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read them again."""
        self._context.workspace.do(self.read, self._on_read, otherwise=self._on_failed, latest=type(self).__name__)

    def allow(self) -> None:
        """Allow what was typed."""
        text = self.field.text()
        if text.strip():
            self._carry_out(lambda: self.note(text))

    def revoke(self, name: str) -> None:
        """Allow an address no longer."""
        self._carry_out(lambda: self.forget(name))

    def _carry_out(self, deed: Callable[[], object]) -> None:
        def work() -> Sequence[E]:
            deed()
            return self.read()

        self._context.workspace.do(work, self._on_done, otherwise=self._on_failed)

    def _on_done(self, found: Sequence[E]) -> None:
        self.field.clear()
        self._on_read(found)
        self.changed.emit()

    def _on_read(self, found: Sequence[E]) -> None:
        self._problem.hide()
        if tuple(found) != self.entries:
            self._show(tuple(found))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WhetError):
            self._problem.setText(translated(str(error)))
            self._problem.show()
        else:
            self._context.errors.report(error)

    def _show(self, entries: tuple[E, ...]) -> None:
        self.entries = entries
        clear(self._room)
        if not entries:
            self._room.addWidget(label(self._none, "soft"))
        for entry in entries:
            name = self.name_of(entry)
            button = QPushButton(self.tr("Revoke"))
            button.setProperty("kind", "quiet")
            button.setAccessibleName(self.tr("Revoke {address}").format(address=name))
            button.clicked.connect(lambda _=False, name=name: self.revoke(name))
            self._room.addLayout(self.line_of(entry, button))
