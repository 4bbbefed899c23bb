"""A text field for prompts: placeholders are coloured and checked, sentences can be locked by clicking them."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.colours import colour, colours
from desktop.icons import pixmap
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.placeholders import PLACEHOLDER

_ICON = 14

Span = tuple[int, int]
"""From and to, in characters."""


class PromptEditor(QPlainTextEdit):
    """While `locking` a click, or Enter or Space, locks the sentence there and frees it again; else text is edited.

    `sentences` tells where the sentences of a text are. Locked ones are underlined, on a tinted ground, with a lock
    beside them. `locks_changed` says that a person locked or freed one.
    """

    locks_changed = Signal()

    def __init__(self, name: str, sentences: Callable[[str], Sequence[Span]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(font(Type.CODE))
        self._sentences = sentences
        self._columns: frozenset[str] = frozenset({"input"})
        self._locks: tuple[str, ...] = ()
        self._locking = False
        self._hovered = -1
        self.viewport().setMouseTracking(True)
        self.textChanged.connect(self._mark)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.update())

    @property
    def locks(self) -> tuple[str, ...]:
        """The locked sentences that the text still has, in their order."""
        text = self.toPlainText()
        return tuple(sorted((lock for lock in self._locks if lock in text), key=text.index))

    @property
    def locking(self) -> bool:
        """Whether a click locks."""
        return self._locking

    def show_prompt(self, text: str, locks: Sequence[str] = ()) -> None:
        """Another text with its locked sentences; there is nothing to undo then."""
        self._locks = tuple(locks)
        self.setPlainText(text)
        self._mark()

    def set_columns(self, names: Collection[str]) -> None:
        """The placeholders that mean something."""
        self._columns = frozenset({"input", *names})
        self._mark()

    def set_locking(self, wanted: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        """Lock by clicking, or edit."""
        self._locking = wanted
        self._hovered = -1
        self.setReadOnly(wanted)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
            if wanted
            else Qt.TextInteractionFlag.TextEditorInteraction
        )
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if wanted else Qt.CursorShape.IBeamCursor)
        self._mark()

    def toggle_lock(self, position: int) -> None:
        """Lock the sentence at this place of the text, or free it."""
        span = self._span_at(position)
        if span is None:
            return
        text = self.toPlainText()[slice(*span)]
        covering = [lock for lock in self.locks if text in lock or lock in text]
        self._locks = tuple(lock for lock in self._locks if lock not in covering) if covering else (*self._locks, text)
        self._mark()
        self.locks_changed.emit()

    def unknown_placeholders(self) -> list[str]:
        """Those that are no column of the task."""
        return sorted(set(PLACEHOLDER.findall(self.toPlainText())) - self._columns)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: lock, or place the cursor."""
        if self._locking and event.button() is Qt.MouseButton.LeftButton:
            cursor = self.cursorForPosition(event.position().toPoint())
            self.setTextCursor(cursor)
            self.toggle_lock(cursor.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: show which sentence a click would lock."""
        super().mouseMoveEvent(event)
        if self._locking:
            self._hovered = self.cursorForPosition(event.position().toPoint()).position()
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Space lock at the cursor."""
        if self._locking and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.toggle_lock(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._mark()

    def event(self, event: QEvent) -> bool:
        """Qt: locks are drawn in the margin beside the text, which belongs to the frame and not to the viewport."""
        done = super().event(event)
        if event.type() is QEvent.Type.Paint:
            self._draw_locks()
        return done

    def _draw_locks(self) -> None:
        painter = QPainter(self)
        drawing = pixmap("lock", colours().accent, _ICON, self.devicePixelRatioF())
        text = self.toPlainText()
        for lock in self.locks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(text.index(lock))
            line = self.cursorRect(cursor)
            if self.viewport().rect().contains(line.center()):
                top = self.viewport().y() + line.center().y() - _ICON // 2
                painter.drawPixmap(self.viewport().x() - _ICON - Space.XS, top, drawing)
        painter.end()

    def _make_room(self) -> None:
        """A margin for the locks, only while there are some or may be some soon."""
        wanted = _ICON + Space.S if self._locking or self.locks else 0
        if self.viewportMargins().left() != wanted:
            self.setViewportMargins(wanted, 0, 0, 0)

    def _span_at(self, position: int) -> Span | None:
        spans = self._sentences(self.toPlainText())
        return next((span for span in spans if span[0] <= position <= span[1]), None)

    def _mark(self) -> None:
        text, theme = self.toPlainText(), colours()
        marks = [self._marked((text.index(lock), text.index(lock) + len(lock)), _locked()) for lock in self.locks]
        hovered = self._span_at(self._hovered) if self._locking and self._hovered >= 0 else None
        if hovered is not None:
            shape = QTextCharFormat()
            shape.setBackground(colour(theme.hover))
            marks.append(self._marked(hovered, shape))
        marks += [
            self._marked(match.span(), _placeholder(known=match.group(1) in self._columns))
            for match in PLACEHOLDER.finditer(text)
        ]
        self.setExtraSelections(marks)
        self._make_room()
        self.update()

    def _marked(self, span: Span, shape: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, shape
        return made


def _locked() -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(colour(colours().accent_soft))
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shape.setUnderlineColor(colour(colours().accent))
    return shape


def _placeholder(*, known: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(colour(colours().accent if known else colours().bad))
    if not known:
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(colour(colours().bad))
    shape.setProperty(QTextFormat.Property.UserProperty, known)
    return shape
