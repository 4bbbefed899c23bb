"""The prompts of a comparison: ticked, edited in their place, taken off and put back, dropped from anywhere."""

from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.domain.comparison import Contestant
from desktop.models.candidate_table import one_line
from desktop.models.prompt_mime import prompts_in, runs_in
from desktop.tips import as_plain_tip

DATA = Qt.ItemDataRole.UserRole
_NAME = 40
_ID = 6
"""Characters of a name that is a candidate's id."""

_EDITOR = 132
"""Pixels of height in which a prompt is edited."""
_Index = QModelIndex | QPersistentModelIndex


class PromptList(QListWidget):
    """Each item has a tick. F2 or a double click edits a prompt in its place, Delete takes it off, Ctrl+Z puts the last
    one back. `prompts_dropped` carries `Contestant`s, `runs_dropped` ids of runs, `removed` and `changed` say that."""

    prompts_dropped = Signal(object)
    runs_dropped = Signal(object)
    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gone: list[tuple[int, QListWidgetItem]] = []
        self.setAccessibleName(name)
        self.setToolTip(self.tr("F2 edits a prompt, Delete takes it off; prompts and runs can be dropped here."))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setItemDelegate(_InPlace(self))
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)

    def add(self, contestant: Contestant, *, checked: bool) -> QListWidgetItem:
        """Add a prompt."""
        item = QListWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        show(item, contestant)
        self.addItem(item)
        return item

    def contestants(self) -> list[Contestant]:
        """Every prompt, ticked or not."""
        return [self.item(place).data(DATA) for place in range(self.count())]

    def remove(self, place: int) -> None:
        """Take a prompt off the list."""
        item = self.takeItem(place)
        if item is not None:
            self._gone.append((place, item))
            self.removed.emit()

    def put_back(self) -> None:
        """The prompt that was taken off last."""
        if self._gone:
            place, item = self._gone.pop()
            self.insertItem(min(place, self.count()), item)
            self.setCurrentItem(item)
            self.removed.emit()

    def forget(self) -> None:
        """Another task: other prompts."""
        self._gone.clear()
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete and undo."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.currentRow() >= 0:
            self.remove(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.put_back()
        elif event.key() == Qt.Key.Key_Escape:
            self.setCurrentRow(-1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: whether it can be dropped."""
        event.setAccepted(bool(prompts_in(event.mimeData()) or runs_in(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: anywhere on the list."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: take it."""
        self.take(event)

    def take(self, event: QDropEvent) -> None:
        """Take what was dropped, here or on the page's name in the sidebar."""
        runs, prompts = runs_in(event.mimeData()), prompts_in(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if runs:
            self.runs_dropped.emit(runs)
        elif prompts:
            self.prompts_dropped.emit(prompts)

    def _open_menu(self, at: QPoint) -> None:
        item = self.itemAt(at)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item is not None:
            place = self.row(item)
            menu.addAction(self.tr("Edit"), lambda: self.editItem(item))
            menu.addAction(self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(item.data(DATA).prompt.text))
            menu.addAction(self.tr("Remove from the list"), lambda: self.remove(place))
        back = menu.addAction(self.tr("Put back what was taken off"), self.put_back)
        back.setEnabled(bool(self._gone))
        menu.popup(self.viewport().mapToGlobal(at))


def show(item: QListWidgetItem, contestant: Contestant) -> None:
    """Show a prompt as this item. An id says nothing without the words that it stands for."""
    words = one_line(contestant.prompt.text)
    item.setText(f"{contestant.name} · {words}" if len(contestant.name) <= _ID and words else contestant.name)
    item.setData(DATA, contestant)
    item.setToolTip(as_plain_tip(contestant.prompt.text or "–"))


class _InPlace(QStyledItemDelegate):
    """Edits a whole prompt, not the line that stands for it. Ctrl+Enter or leaving the field keeps it, Escape does
    not."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Qt: a field of several lines."""
        del option, index
        made = QPlainTextEdit(parent)
        made.setAccessibleName(self.tr("The prompt"))
        made.setTabChangesFocus(True)
        return made

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Qt: the prompt into the field."""
        contestant = index.data(DATA)
        if isinstance(editor, QPlainTextEdit) and isinstance(contestant, Contestant):
            editor.setPlainText(contestant.prompt.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Qt: what was typed becomes the prompt, under its own first words."""
        contestant = index.data(DATA)
        if not isinstance(editor, QPlainTextEdit) or not isinstance(contestant, Contestant):
            return
        text = editor.toPlainText()
        if text.strip() and text != contestant.prompt.text:
            made = Contestant(one_line(text, _NAME), replace(contestant.prompt, text=text))
            model.setData(index, made, DATA)
            model.setData(index, made.name, Qt.ItemDataRole.DisplayRole)
            model.setData(index, as_plain_tip(text), Qt.ItemDataRole.ToolTipRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Qt: as wide as the list, and high enough to read."""
        del index
        room = editor.parentWidget()
        if room is None:
            return
        height = min(_EDITOR, room.height())
        top = min(option.rect.top(), room.height() - height)
        editor.setGeometry(0, max(0, top), room.width(), height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt: Enter makes a line; with Ctrl it ends the editing."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and isinstance(editor, QPlainTextEdit):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.commitData.emit(editor)
                    self.closeEditor.emit(editor)
                    return True
                return False
            if event.key() == Qt.Key.Key_Tab:
                return False
        return super().eventFilter(editor, event)
