"""Which task: a sample, one of the workspace, or a new one from a file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from core.data.task_file import read_task_file
from core.data.tasks import TaskReading, read_task
from core.domain.task import Task
from core.errors import WhetError
from desktop.context import Context
from desktop.models import places
from desktop.models.incoming import Incoming
from desktop.models.places import TaskPlace
from desktop.pages.new_run.understood_part import UnderstoodPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count


class TaskPart(QWidget):
    """A list of tasks, and what the rows of the chosen one were understood to be. `began` says that it is being read,
    `read` that it has been, `file_wanted` that the person wants to choose a file,
    `import_wanted` that there is more to say of the file that came last."""

    began = Signal()
    read = Signal()
    file_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, context: Context, incoming: Incoming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._incoming = incoming
        self._answer = ""
        self._reading: TaskReading | None = None
        self._folder: Path | None = None
        self._wanted = context.settings.task
        self._list = ChoiceBox()
        self._list.setAccessibleName(self.tr("Task"))
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(24)
        self._list.currentIndexChanged.connect(lambda _: self._read())
        button = QPushButton(self.tr("Choose a file…"))
        button.setToolTip(self.tr("A CSV, Excel, JSON or Parquet file with inputs and right answers; or drop it here"))
        button.clicked.connect(self.file_wanted)
        self._about = label(kind="soft", wrap=True)
        self.understood = UnderstoodPart()
        self._problems = label(kind="caption", wrap=True)
        self.more = QPushButton(self.tr("More about this file…"))
        self.more.setProperty("kind", "quiet")
        self.more.clicked.connect(self.import_wanted)
        self.more.hide()
        top = row(self._list, self.more, button)
        top.setStretch(0, 1)
        self.setLayout(column(top, self._about, self.understood, self._problems, space=Space.S))
        self.understood.columns_chosen.connect(incoming.change_columns)
        self.understood.sizes_chosen.connect(incoming.change_sizes)
        incoming.changed.connect(self._on_incoming)
        incoming.taken.connect(self._on_taken)
        context.workspace.tasks_changed.connect(self.refresh)
        context.workspace.imported.connect(self.choose)
        context.workspace.opened.connect(self.refresh)
        self.setFocusProxy(self._list)
        self.refresh()

    @property
    def folder(self) -> Path | None:
        """The chosen task's folder."""
        return self._folder

    @property
    def task(self) -> Task | None:
        """The chosen task, once it has been read."""
        return self._reading.task if self._reading is not None else None

    @property
    def sample(self) -> bool:
        """Whether the chosen task is one of the product's own."""
        return self._reading is not None and self._reading.sample

    @property
    def bundled_sample(self) -> bool:
        """Whether it is a sample that the bundled model knows."""
        return self.sample and not places.is_for_starter(self.folder)

    @property
    def name(self) -> str:
        """What the chosen task is called."""
        return self._list.currentText()

    def reread(self) -> None:
        """The chosen task was changed in its folder."""
        self._reading = None
        self._read()

    def refresh(self) -> None:
        """Show the tasks there are; the chosen one stays chosen."""
        places = self._context.workspace.tasks
        if [self._list.itemData(i) for i in range(self._list.count())] == [str(place.folder) for place in places]:
            return
        name = self._folder.name if self._folder is not None else ""
        if any(place.name == self._wanted for place in places):
            name, self._wanted = self._wanted, ""
        chosen = next((i for i, place in enumerate(places) if place.name == name), 0)
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for place in places:
            self._list.addItem(self._title(place), str(place.folder))
        self._list.setCurrentIndex(chosen if places else -1)
        blocker.unblock()
        self._read()

    def choose(self, name: str) -> None:
        """Choose a task by its folder's name, now or as soon as there is one."""
        self._wanted = name
        for number in range(self._list.count()):
            if Path(self._list.itemData(number)).name == name:
                self._wanted = ""
                self._list.setCurrentIndex(number)

    def _on_incoming(self) -> None:
        """A file is on its way, or could not be taken."""
        incoming = self._incoming
        self.understood.setEnabled(not incoming.working)
        self.more.setVisible(bool(incoming.path) and not incoming.working)
        name = Path(incoming.path).name
        if incoming.working:
            self._say(self.tr("Reading {file} …").format(file=name))
        elif isinstance(incoming.problem, WhetError) and incoming.made(self._folder) is not None:
            self.show_understood()
            self._problems.setText(translated(str(incoming.problem)))
            self._problems.show()
        elif isinstance(incoming.problem, WhetError):
            self._say(
                self.tr(
                    "{file} could not be taken as it is. “More about this file…” lets you say how it is meant."
                ).format(file=name),
                translated(str(incoming.problem)),
            )
        elif incoming.problem is not None:
            self._context.errors.report(incoming.problem)

    def _on_taken(self) -> None:
        """Its task may lie where another one lay a moment ago."""
        found = self._incoming.found
        if found is not None and found.folder == self._folder:
            self.reread()
        elif found is not None:
            self.choose(found.folder.name)

    def _title(self, place: TaskPlace) -> str:
        name = place.name.replace("-", " ").replace("_", " ")
        return self.tr("{name} (sample)").format(name=name) if place.sample else name

    def _read(self) -> None:
        data = self._list.currentData()
        folder = Path(data) if data else None
        if folder == self._folder and self._reading is not None:
            return
        self._folder, self._reading = folder, None
        if folder is None:
            self._say(self.tr("There is no task yet. Import a file with inputs and expected answers."))
            self.read.emit()
            return
        self._say(self.tr("Reading the task …"))
        self.began.emit()

        def read() -> tuple[TaskReading, str]:
            reading, answer = read_task(folder), read_task_file(folder).data.answer
            return reading, answer if isinstance(answer, str) else ", ".join(answer)

        self._context.workspace.do(read, self._on_read, otherwise=self._on_failed, latest="new run's task")

    def _on_read(self, read: tuple[TaskReading, str]) -> None:
        self._reading, self._answer = read
        self.show_understood()
        self.read.emit()

    def show_understood(self) -> None:
        """Say what the chosen task was understood to be."""
        reading, incoming = self._reading, self._incoming
        if reading is not None and not incoming.working:
            task, taken = reading.task, incoming.made(self._folder)
            self.understood.show_task(task, self._answer, taken, incoming.columns)
            notes = taken.warnings if taken is not None else ()
            self._say(
                translated(task.description), " ".join(filter(None, (self._concerns(reading), *map(translated, notes))))
            )
            self.understood.show()
            self.more.setVisible(taken is not None)

    def _on_failed(self, error: Exception) -> None:
        self._say(translated(str(error)))
        self.read.emit()

    def _concerns(self, reading: TaskReading) -> str:
        parts = []
        if reading.errors:
            parts.append(self.tr("Rows that cannot be used: {n}.").format(n=count(len(reading.errors))))
        if reading.leaks:
            parts.append(self.tr("Questions in more than one split: {n}.").format(n=count(len(reading.leaks))))
        return " ".join((*parts, *map(translated, reading.warnings)))

    def _say(self, about: str, problems: str = "") -> None:
        self.understood.hide()
        for target, text in ((self._about, about), (self._problems, problems)):
            target.setText(text)
            target.setVisible(bool(text))
