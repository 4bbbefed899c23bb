"""Finding candidates in the tree: by words, id, operator or score."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from core.report.finding import find
from core.state import RunState
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import row


class SearchBar(QWidget):
    """A field and how many it finds. `found` carries their ids, or `None` when nothing is looked for; `went` carries
    the one that Enter, or Shift+Enter backwards, leads to."""

    found = Signal(object)
    went = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._ids: tuple[str, ...] = ()
        self._at = -1
        self.field = _Field()
        self.field.setPlaceholderText(self.tr("Find: words, c12, by:merge, >80"))
        self.field.setToolTip(
            self.tr(
                "Words of the prompt, an id, by:operator, score>80, words<40, round=3. All of them must be so. "
                "Enter goes to the next, Shift+Enter to the one before, Escape ends the search."
            )
        )
        self.field.setAccessibleName(self.tr("Find candidates"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _: self._look())
        self.field.stepped.connect(self._step)
        self.field.escaped.connect(self._leave)
        self._count = label(kind="caption")
        box = row(self.field, self._count, space=Space.S)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.setFocusProxy(self.field)
        self._count.hide()

    @property
    def ids(self) -> Sequence[str]:
        """What is found."""
        return self._ids

    def show_run(self, state: RunState) -> None:
        """Look in this run from now on."""
        self._state = state
        if self.field.text().strip():
            self._look()

    def _look(self) -> None:
        looking = bool(self.field.text().strip())
        ids = find(self._state, self.field.text())
        if ids != self._ids:
            self._at = -1
        self._ids = ids
        self._count.setVisible(looking)
        self._say()
        self.found.emit(ids if looking else None)

    def _step(self, by: int) -> None:
        if self._ids:
            self._at = (self._at + by) % len(self._ids) if self._at >= 0 or by > 0 else len(self._ids) - 1
            self._say()
            self.went.emit(self._ids[self._at])

    def _say(self) -> None:
        if self._at >= 0:
            self._count.setText(self.tr("{n} of {of}").format(n=self._at + 1, of=len(self._ids)))
        else:
            self._count.setText(self.tr("{n} found").format(n=len(self._ids)))

    def _leave(self) -> None:
        self.field.clear()
        self.left.emit()


class _Field(QLineEdit):
    stepped = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter steps, Escape ends."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
