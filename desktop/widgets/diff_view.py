"""The difference of two texts, word by word, inline or side by side. Colour is never the only sign."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QStackedLayout, QTextEdit, QWidget

from desktop.colours import colour, colours
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row

EQUAL, INSERT, DELETE, MOVED_FROM, MOVED_TO = "equal", "insert", "delete", "moved_from", "moved_to"

FOLDED = "folded"
"""In place of words that both texts have."""

_GAP = "\u2009"
"""A thin space between what has gone and what has come."""
_WORD = re.compile(r"\s*\S+(?:\s+$)?")
_LONG, _KEPT = 48, 14
"""A passage that is the same is folded from so many words on, and so many are left at either end."""
_ONLY_OLD = frozenset({DELETE, MOVED_FROM})
_ONLY_NEW = frozenset({INSERT, MOVED_TO})


@dataclass(frozen=True, slots=True)
class DiffSpan:
    """A piece of text that both have ("equal"), or only the new one ("insert", "moved_to") or the old one ("delete",
    "moved_from"). What was moved stands, word for word, in another place of the other text."""

    kind: str
    text: str


def words_moved(spans: Sequence[DiffSpan]) -> int:
    """Words that stand in another place."""
    return sum(len(span.text.split()) for span in spans if span.kind == MOVED_TO)


def words_changed(spans: Sequence[DiffSpan]) -> tuple[int, int]:
    """Words inserted and deleted."""
    inserted = sum(len(span.text.split()) for span in spans if span.kind == INSERT)
    deleted = sum(len(span.text.split()) for span in spans if span.kind == DELETE)
    return inserted, deleted


class DiffView(QWidget):
    """Shows spans. Insertions are underlined, deletions struck through, both on a tinted ground; what was moved is
    underlined with dots in its new place, and slanted in its old one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[DiffSpan, ...] = ()
        self._side_by_side = False
        self._folded = False
        self._inline = self._text(self.tr("Difference"))
        self._old = self._text(self.tr("Before"))
        self._new = self._text(self.tr("After"))
        self._old_title = label(self.tr("Before"), "caption")
        self._new_title = label(self.tr("After"), "caption")
        pair = QWidget()
        for title in (self._old_title, self._new_title):
            title.setContentsMargins(Space.S, 0, 0, 0)
        left = column(self._old_title, self._old, space=Space.XS)
        right = column(self._new_title, self._new, space=Space.XS)
        pair.setLayout(row(left, right, space=Space.M))
        self._stack = QStackedLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._inline)
        self._stack.addWidget(pair)
        self.setLayout(self._stack)
        self._old.verticalScrollBar().valueChanged.connect(self._new.verticalScrollBar().setValue)
        self._new.verticalScrollBar().valueChanged.connect(self._old.verticalScrollBar().setValue)

    @property
    def spans(self) -> tuple[DiffSpan, ...]:
        """What is shown."""
        return self._spans

    def show_diff(self, spans: Sequence[DiffSpan], old_title: str = "", new_title: str = "") -> None:
        """Show these spans."""
        self._spans = tuple(spans)
        self._old_title.setText(old_title or self.tr("Before"))
        self._new_title.setText(new_title or self.tr("After"))
        self._draw()

    def set_side_by_side(self, wanted: bool) -> None:  # noqa: FBT001 - a setter, connected to a toggle
        """Two columns, or one text with both."""
        self._side_by_side = wanted
        self._stack.setCurrentIndex(int(wanted))
        self._draw()

    def set_folded(self, wanted: bool) -> None:  # noqa: FBT001 - a setter, connected to a toggle
        """Leave out the middle of long passages that both texts have."""
        self._folded = wanted
        self._draw()

    @property
    def can_fold(self) -> bool:
        """Whether there is a passage to leave out."""
        return folded(self._spans, "") != self._spans

    def shown_text(self) -> str:
        """The text on screen: of the inline view, or of the right column."""
        return (self._new if self._side_by_side else self._inline).toPlainText().replace(_GAP, "")

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _text(self, name: str) -> QTextEdit:
        made = QTextEdit()
        made.setReadOnly(True)
        made.setAcceptRichText(False)
        made.setAccessibleName(name)
        made.setProperty("flat", "true")
        made.setTabChangesFocus(True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _draw(self) -> None:
        spans = folded(self._spans, self.tr("{n} words the same")) if self._folded else self._spans
        if self._side_by_side:
            _write(self._old, [span for span in spans if span.kind not in _ONLY_NEW])
            _write(self._new, [span for span in spans if span.kind not in _ONLY_OLD])
        else:
            _write(self._inline, spans)


def folded(spans: Sequence[DiffSpan], words: str) -> tuple[DiffSpan, ...]:
    """Without the middle of long passages that are the same; in its place stands how much is missing, in `words`.

    Texts without a difference stay whole: there would be nothing left to read.
    """
    if all(span.kind == EQUAL for span in spans):
        return tuple(spans)
    found: list[DiffSpan] = []
    last = len(spans) - 1
    for place, span in enumerate(spans):
        found += _folded_one(span, words, first=place == 0, last=place == last) if span.kind == EQUAL else [span]
    return tuple(found)


def _folded_one(span: DiffSpan, words: str, *, first: bool, last: bool) -> list[DiffSpan]:
    pieces = _WORD.findall(span.text)
    if len(pieces) <= _LONG:
        return [span]
    head, tail = (0 if first else _KEPT), (0 if last else _KEPT)
    left_out = len(pieces) - head - tail
    marker = DiffSpan(FOLDED, f" ⋯ {words.format(n=f'{left_out:,}'.replace(',', chr(0x202F)))} ⋯ ")
    before, after = "".join(pieces[:head]), "".join(pieces[len(pieces) - tail :])
    return [each for each in (DiffSpan(EQUAL, before), marker, DiffSpan(EQUAL, after)) if each.text]


def _write(target: QTextEdit, spans: Sequence[DiffSpan]) -> None:
    formats = {kind: _format(kind) for kind in (EQUAL, INSERT, DELETE, MOVED_FROM, MOVED_TO, FOLDED)}
    place = target.verticalScrollBar().value()
    target.clear()
    cursor = QTextCursor(target.document())
    cursor.beginEditBlock()
    before = ""
    for span in spans:
        if before in _ONLY_OLD and span.kind in _ONLY_NEW:
            cursor.insertText(_GAP, formats[EQUAL])  # else the new word is read as the end of the old one
        cursor.insertText(span.text, formats[span.kind])
        before = span.kind
    cursor.endEditBlock()
    target.verticalScrollBar().setValue(place)


def _format(kind: str) -> QTextCharFormat:
    theme = colours()
    made = QTextCharFormat()
    made.setFont(font(Type.BODY))
    made.setForeground(colour(theme.text))
    if kind == FOLDED:
        made.setFont(font(Type.CAPTION))
        made.setForeground(colour(theme.text_soft))
        made.setBackground(colour(theme.sunken))
    elif kind in {MOVED_FROM, MOVED_TO}:
        made.setForeground(colour(theme.moved))
        made.setBackground(colour(theme.moved_soft))
    elif kind != EQUAL:
        made.setForeground(colour(theme.inserted if kind == INSERT else theme.deleted))
        made.setBackground(colour(theme.inserted_soft if kind == INSERT else theme.deleted_soft))
    if kind in _ONLY_NEW:
        style = QTextCharFormat.UnderlineStyle
        made.setUnderlineStyle(style.SingleUnderline if kind == INSERT else style.DotLine)
    elif kind in _ONLY_OLD:
        made.setFontStrikeOut(True)
        made.setFontItalic(kind == MOVED_FROM)
    return made


class DiffLegend(QWidget):
    """What the signs of a difference mean; only those that occur are explained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            INSERT: self.tr("new"),
            DELETE: self.tr("gone"),
            MOVED_TO: self.tr("moved here"),
            MOVED_FROM: self.tr("moved away"),
        }
        self._samples = {kind: label(text, "caption") for kind, text in words.items()}
        self.setLayout(row(*self._samples.values(), 1, space=Space.S))
        self.show_kinds(frozenset())
        self._draw()

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Explain these kinds of spans."""
        for kind, sample in self._samples.items():
            sample.setVisible(kind in kinds)
        self.setVisible(bool(kinds - {EQUAL}))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        for kind, sample in self._samples.items():
            drawn = _format(kind)
            line = "underline" if kind in _ONLY_NEW else "line-through"
            ink, ground = drawn.foreground().color().name(), drawn.background().color().name()
            sample.setStyleSheet(f"color: {ink}; background: {ground}; padding: 0 4px; text-decoration: {line};")
