"""Which task: a sample, one of the workspace, or a new one from a file."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from core.data.tasks import TaskReading, read_task
from core.domain.task import Task
from core.metrics import METRICS
from desktop.context import Context
from desktop.models import places
from desktop.models.places import TaskPlace
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count


class TaskPart(QWidget):
    """A list of tasks; `began` says that the chosen one is being read, `read` that it has been, `import_wanted` that
    there is another file."""

    began = Signal()
    read = Signal()
    import_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: TaskReading | None = None
        self._folder: Path | None = None
        self._wanted = ""
        self._list = ChoiceBox()
        self._list.setAccessibleName(self.tr("Task"))
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setMinimumContentsLength(24)
        self._list.currentIndexChanged.connect(lambda _: self._read())
        button = QPushButton(self.tr("Import data…"))
        button.clicked.connect(self.import_wanted)
        self._about = label(kind="soft", wrap=True)
        self._rows = label(wrap=True)
        self._problems = label(kind="caption", wrap=True)
        top = row(self._list, button)
        top.setStretch(0, 1)
        self.setLayout(column(top, self._about, self._rows, self._problems, space=Space.S))
        context.workspace.tasks_changed.connect(self.refresh)
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
        name = self._wanted or (self._folder.name if self._folder is not None else "")
        self._wanted = ""
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
        self._context.workspace.do(
            lambda: read_task(folder), self._on_read, otherwise=self._on_failed, latest="new run's task"
        )

    def _on_read(self, reading: TaskReading) -> None:
        self._reading = reading
        task = reading.task
        self._say(
            translated(task.description),
            self.tr(
                "{train} train, {validation} validation, {test} sealed rows. Answers: {kind}. Measure: {metric}."
            ).format(
                train=count(len(task.train)),
                validation=count(len(task.validation)),
                test=count(task.test_rows),
                kind=translated(task.contract.kind.value),
                metric=translated(METRICS[task.metric].label) if task.metric in METRICS else task.metric,
            ),
            self._concerns(reading),
        )
        self.read.emit()

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

    def _say(self, about: str, rows: str = "", problems: str = "") -> None:
        for target, text in ((self._about, about), (self._rows, rows), (self._problems, problems)):
            target.setText(text)
            target.setVisible(bool(text))
