"""The log: what the engine said and every message of the window, to search, to copy and to save."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLineEdit, QPushButton, QSplitter, QWidget

from core.store.logbook import LogLine
from desktop.context import Context
from desktop.models.log_book import LEVELS, LogTableModel, as_text
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.confirm import ConfirmButton
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, table
from desktop.widgets.text_block import TextBlock
from desktop.words import count

_TEXT = 3
_INFO = 1


class LogPage(QWidget):
    """A table of lines, the latest first, with the whole of the selected one below."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._log = context.log
        self.model = LogTableModel(self)
        self.view = table(self.model, self.tr("Lines of the log"), stretch=_TEXT)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show())
        self.level = ChoiceBox()
        self.level.setAccessibleName(self.tr("Least level"))
        self.level.addItems(
            [
                self.tr("Everything"),
                self.tr("Information and above"),
                self.tr("Warnings and errors"),
                self.tr("Errors only"),
            ]
        )
        self.level.setCurrentIndex(_INFO)
        self.level.currentIndexChanged.connect(lambda _: self.refresh())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search in the log"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self.refresh())
        self._shown = label(kind="caption")
        self.whole = TextBlock(self.tr("The whole line"), self.tr("Select a line to read the whole of it."))
        self.whole.setFont(font(Type.CODE))
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setToolTip(self.tr("Copies the selected lines with their details, or all that are shown"))
        self._copy.clicked.connect(self.copy)
        self._save = QPushButton(self.tr("Save…"))
        self._save.clicked.connect(self._choose_file)
        self._folder = QPushButton(self.tr("Open its folder"))
        self._folder.setProperty("kind", "quiet")
        self._folder.clicked.connect(self._reveal)
        self.clear = ConfirmButton(self.tr("Delete"), self.tr("Delete the log?"), self.tr("Delete"))
        self.clear.confirmed.connect(self._log.clear)
        self._lay_out()
        self.setFocusProxy(self.search)
        self._log.changed.connect(self._on_changed)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: show what was said meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the lines that are wanted; what is selected stays selected."""
        selected = {id(line) for line in self._selected()}
        least, wanted = self.level.currentIndex(), self.search.text().casefold()
        lines = [line for line in self._log.lines if _fits(line, least, wanted)]
        blocker = QSignalBlocker(self.view.selectionModel())
        self.model.set_rows(lines)
        blocker.unblock()
        fit_columns(self.view, stretch=_TEXT)
        place = self.model.index_of(lambda line: id(line) in selected) if selected else self.model.index(0, 0)
        if selected and place.isValid():
            self.view.setCurrentIndex(place)
        self._shown.setText(self.tr("{n} lines", "", len(lines)).format(n=count(len(lines))))
        for button in (self._copy, self._save):
            button.setEnabled(bool(lines))
        self._show()

    def copy(self) -> None:
        """Put the selected lines, or all that are shown, on the clipboard."""
        QGuiApplication.clipboard().setText(self._text())

    def save(self, path: str) -> None:
        """Write the selected lines, or all that are shown, into a file."""
        text = self._text()
        self._context.workspace.do(
            lambda: Path(path).write_text(text, encoding="utf-8"),
            lambda _: None,
            otherwise=self._context.errors.report,
        )

    def _on_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _selected(self) -> list[LogLine]:
        rows = self.view.selectionModel().selectedRows()
        return [line for index in rows if (line := self.model.row_at(index)) is not None]

    def _text(self) -> str:
        lines = self._selected() or list(self.model.rows)
        return "\n".join(as_text(line) for line in sorted(lines, key=lambda line: line.at)) + "\n"

    def _show(self) -> None:
        self.whole.show_text("\n".join(as_text(line) for line in self._selected()))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the log"), "whet-log.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _reveal(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.file.parent)))

    def _lay_out(self) -> None:
        head = row(
            label(self.tr("Log"), "headline"), 1, self.clear, self._folder, self._save, self._copy, space=Space.S
        )
        filters = row(self.search, self.level, self._shown, space=Space.M)
        filters.setStretch(0, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(framed(column(self.view, margin=1), "card"))
        parts.addWidget(framed(column(self.whole, margin=1), "card"))
        parts.setSizes([420, 140])
        parts.setChildrenCollapsible(False)
        box = column(head, filters, parts, space=Space.M, margin=Space.L)
        box.setStretch(2, 1)
        self.setLayout(box)


def _fits(line: LogLine, least: int, wanted: str) -> bool:
    if LEVELS.index(line.level) < least:
        return False
    return not wanted or wanted in line.text.casefold() or wanted in line.details.casefold()
