"""A list of everything that can be done or opened, found by typing a part of its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.colours import colour, colours
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.fuzzy import fitness
from desktop.widgets.labels import label
from desktop.widgets.layout import column

_ENTRY = Qt.ItemDataRole.UserRole
_MOST = 60
_PAGE = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `key` names it from one start to the next, `kind` is what it is in a word, `keys` its shortcut."""

    key: str
    title: str
    kind: str = ""
    keys: str = ""


class ActionPalette(QDialog):
    """Shows entries, the recent ones first; Enter chooses the selected one. It blocks nothing. `chosen` carries the
    entry's key, after the palette has gone."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("All actions"))
        places = {key: place for place, key in enumerate(recent)}
        self._entries = sorted(entries, key=lambda entry: places.get(entry.key, len(places)))
        self._recent = places
        self._line = QLineEdit()
        self._line.setObjectName("search")
        self._line.setPlaceholderText(self.tr("Type what you want to do or open"))
        self._line.setAccessibleName(self.tr("Search actions, pages, runs, tasks, models and settings"))
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setItemDelegate(_Lines(self._list))
        self._list.itemActivated.connect(self._do)
        self._list.itemClicked.connect(self._do)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = label(self.tr("Nothing has that name."), "soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(self._line, self._none, self._list, margin=Space.M))
        self.resize(600, 440)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the arrows move in the list while the line has the focus."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}
            if key in step:
                last = self._list.count() - 1
                self._list.setCurrentRow(min(max(self._list.currentRow() + step[key], 0), last))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self._list.clear()
        found = [(self._worth(text, entry), entry) for entry in self._entries]
        for _, entry in sorted((pair for pair in found if pair[0]), key=lambda pair: -pair[0])[:_MOST]:
            item = QListWidgetItem(entry.title)
            item.setData(_ENTRY, entry)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, " ".join(filter(None, (entry.title, entry.kind, entry.keys)))
            )
            self._list.addItem(item)
        self._none.setVisible(not self._list.count())
        self._list.setVisible(bool(self._list.count()))
        self._list.setCurrentRow(0)

    def _worth(self, text: str, entry: Entry) -> int:
        """How well an entry fits: its name before its kind, and what was chosen lately before the rest."""
        if not text.strip():
            return 1
        fit = max(fitness(text, entry.title), fitness(text, f"{entry.kind} {entry.title}") - 50)
        return max(fit, 0) + (20 if fit > 0 and entry.key in self._recent else 0)

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry = item.data(_ENTRY)
        self.accept()
        self.chosen.emit(entry.key)


class _Lines(QStyledItemDelegate):
    """The name at the left, what it is beside it, the shortcut at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: one line with air."""
        return QSize(super().sizeHint(option, index).width(), option.fontMetrics.height() + 2 * Space.S)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw one entry."""
        entry, theme = index.data(_ENTRY), colours()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        room = option.rect.adjusted(Space.S, 0, -Space.S, 0)
        painter.save()
        if selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.accent_soft))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        room.setRight(self._tail(painter, room, entry.keys or entry.kind, framed=bool(entry.keys)))
        painter.setFont(font(Type.STRONG if selected else Type.BODY))
        painter.setPen(colour(theme.text))
        shown = QFontMetrics(painter.font()).elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def _tail(self, painter: QPainter, room: QRect, text: str, *, framed: bool) -> int:
        """Draw the shortcut or the kind at the right; where the name has to end."""
        if not text:
            return room.right()
        theme = colours()
        painter.setFont(font(Type.CAPTION))
        metrics = QFontMetrics(painter.font())
        width, height = metrics.horizontalAdvance(text) + 2 * Space.S, metrics.height() + Space.XS
        box = QRect(room.right() - width, room.center().y() - height // 2, width, height)
        if framed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour(theme.line_strong))
            painter.setBrush(colour(theme.surface))
            painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colour(theme.text_soft))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        return box.left() - Space.S
