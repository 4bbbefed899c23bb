"""A task from the files of a published benchmark, read as its paper asks: how it is asked, judged and divided."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from core.data import protocols
from core.data.creating import CreatedTask
from core.data.protocols import PROTOCOLS, SuiteTask
from core.errors import WhetError
from desktop.context import Context
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count


class BenchmarkPart(QWidget):
    """A folder is chosen, what is recognized in it is listed, one of it becomes a task. `created` carries its name."""

    created = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._found: tuple[SuiteTask, ...] = ()
        self.choose = QPushButton(self.tr("Choose its folder…"))
        self.choose.clicked.connect(self._ask)
        self.list = ChoiceBox()
        self.list.setAccessibleName(self.tr("Tasks that were recognized"))
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(24)
        self.list.currentIndexChanged.connect(lambda _: self._say_paper())
        self.make = QPushButton(self.tr("Create this task"))
        self.make.clicked.connect(self._make)
        self._says = label(kind="caption", wrap=True)
        top = row(self.choose, self.list, self.make, space=Space.S)
        top.setStretch(1, 1)
        self.setLayout(column(top, self._says, space=Space.XS))
        self._show(())

    def look(self, folder: str) -> None:
        """See which benchmarks lie in a folder."""
        self._says.setText(self.tr("Looking at the files …"))
        self._context.workspace.do(
            lambda: tuple(protocols.recognized(Path(folder))), self._show, otherwise=self._on_failed, latest="benchmark"
        )

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder of a benchmark"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.look)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, found: tuple[SuiteTask, ...]) -> None:
        looked = self._says.text() != ""
        self._found = found
        self.list.clear()
        for each in found:
            about = each.task.replace("_", " ")
            self.list.addItem(f"{PROTOCOLS[each.protocol].title}: {about}" if about else PROTOCOLS[each.protocol].title)
        for widget in (self.list, self.make):
            widget.setEnabled(bool(found) and self._context.workspace.writable)
        if not found:
            names = ", ".join(protocol.title for protocol in PROTOCOLS.values())
            nothing = self.tr("None of its files is one of a known benchmark ({names}).").format(names=names)
            known = self.tr("Recognized by their files, which you provide: {names}.").format(names=names)
            self._says.setText(nothing if looked else known)

    def _say_paper(self) -> None:
        place = self.list.currentIndex()
        if 0 <= place < len(self._found):
            each = self._found[place]
            self._says.setText(
                self.tr("{n} tasks found. {paper}. Files: {files}").format(
                    n=count(len(self._found)),
                    paper=PROTOCOLS[each.protocol].paper,
                    files=", ".join(path.name for path in each.files[:4]),
                )
            )

    def _make(self) -> None:
        place, folder = self.list.currentIndex(), self._context.workspace.folder
        if folder is None or not 0 <= place < len(self._found):
            return
        chosen = self._found[place]
        self.make.setEnabled(False)
        self._says.setText(self.tr("Reading all of its rows …"))
        self._context.workspace.do(
            lambda: protocols.create(chosen, folder / "tasks" / chosen.name),
            self._on_created,
            otherwise=self._on_failed,
        )

    def _on_created(self, made: CreatedTask) -> None:
        self._context.workspace.refresh()
        self._say_paper()
        self.make.setEnabled(True)
        self.created.emit(made.folder.name)

    def _on_failed(self, error: Exception) -> None:
        self.make.setEnabled(bool(self._found))
        if isinstance(error, WhetError):
            self._says.setText(translated(str(error)))
        else:
            self._context.errors.report(error)
