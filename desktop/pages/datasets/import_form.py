"""From a data file to a task: read it, say which column is what, look at the rows, make the task."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPushButton, QWidget

from core.control import CancelToken
from core.data.creating import CreatedTask
from core.data.guessing import suggest_mapping
from core.data.mapping import Mapping
from core.data.options import ReadOptions
from core.data.profile import Profile, profile_of
from core.data.table import Table
from core.engine.taking import TaskChoices, make, plain_name
from core.errors import DatasetError, WhetError
from desktop.context import Context
from desktop.pages.datasets.benchmark_part import BenchmarkPart
from desktop.pages.datasets.meaning_part import MeaningPart
from desktop.pages.datasets.preview_part import PreviewPart
from desktop.pages.datasets.profile_part import ProfilePart
from desktop.pages.datasets.reading_part import ReadingPart
from desktop.pages.datasets.table_reading import TableReading
from desktop.pages.datasets.tried import Tried, tried
from desktop.pages.datasets.used_part import UsedPart
from desktop.pages.datasets.variables_list import VariablesList
from desktop.pages.metric_part import MetricPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.file_row import FileRow
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row, scrolled
from desktop.words import count

_TEMPLATE = "{{input}}"


class ImportForm(QWidget):
    """`created` carries the folder's name of the task that was made, `optimize_wanted` the same where a run is to
    follow, `left` that the person changed their mind. Without a file there is only a place to drop one."""

    created = Signal(str)
    optimize_wanted = Signal(str)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._table: Table | None = None
        self._last = "", ""
        self.kinds = self.tr(
            "Data (*.csv *.tsv *.txt *.jsonl *.json *.yaml *.xlsx *.ods *.parquet *.gz *.zip);;All files (*)"
        )
        self.file = FileRow(
            self.tr("CSV, TSV, JSONL, JSON, Excel or Parquet file: choose it, or drop it here"), self.kinds
        )
        self.file.chosen.connect(self.read)
        self._found = label(kind="soft", wrap=True)
        self._input = self._choice(self.tr("Input"))
        self._input.activated.connect(lambda _: self._on_input())
        self._answer = self._choice(self.tr("Expected answer"))
        self._split = self._choice(self.tr("Split"))
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the task"))
        self._prompt = QLineEdit()
        self._prompt.setAccessibleName(self.tr("Your prompt"))
        self._prompt.setPlaceholderText(self.tr("What should the model do? You can change it later."))
        self.measure = MetricPart()
        self._paste = QPushButton(self.tr("Paste"))
        self._paste.setToolTip(self.tr("Use the table in the clipboard"))
        self._paste.clicked.connect(self.paste)
        self._variables = VariablesList()
        self._variables.ticked_changed.connect(self._look)
        self._template = QLineEdit(_TEMPLATE)
        self._template.setAccessibleName(self.tr("How the model sees a row"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(200)
        self._pause.timeout.connect(self._look)
        self._template.textChanged.connect(lambda _: self._pause.start())
        self._problems = label(kind="caption", wrap=True)
        self.used = UsedPart()
        self.preview = PreviewPart()
        self.reading = ReadingPart()
        self.reading.changed.connect(self._read_again)
        self.meaning = MeaningPart()
        self.meaning.changed.connect(self._pause.start)
        self.used.sizes.chosen.connect(self.meaning.take_sizes)
        self.profile = ProfilePart(self._said_here)
        self.profile.loaded.connect(self.follow)
        self.profile.failed.connect(self._on_failed)
        saved = self.tr("Profile saved: {name}.")
        self.profile.saved.connect(lambda name: self._found.setText(saved.format(name=name)))
        self._profile: Profile | None = None
        self._create = QPushButton(self.tr("Create the task"))
        self._create.clicked.connect(lambda _: self.make_task())
        self._optimize = QPushButton(self.tr("Optimize this"))
        self._optimize.setToolTip(self.tr("Create the task, and look for a better prompt for it"))
        self._optimize.setProperty("kind", "primary")
        self._optimize.clicked.connect(lambda _: self.make_task(optimize=True))
        self._making: CancelToken | None = None
        self._back = QPushButton(self.tr("Back"))
        self._back.clicked.connect(self.go_back)
        self._tables = TableReading(context, self)
        self._tables.told.connect(self._found.setText)
        self._tables.began.connect(lambda: self._back.setText(self.tr("Cancel")))
        self._tables.ended.connect(self._rest)
        self._tables.found.connect(self._on_table)
        self._tables.failed.connect(self._on_failed)
        context.workspace.opened.connect(self._rest)
        self.benchmark = BenchmarkPart(context)
        self.benchmark.created.connect(self.created)
        self._lay_out()
        self._forget()

    def read(self, path: str) -> None:
        """Read a file and suggest what its columns mean."""
        if self._making is not None:
            self._making.cancel()
        self._forget()
        self._show_reading()
        self._read(self.tr("Reading the file …"), path)

    def paste(self) -> None:
        """Read the table that lies in the clipboard."""
        text = QGuiApplication.clipboard().text()
        self._forget()
        self._show_reading()
        self.file.show_path("")
        if not text.strip():
            empty = self.tr("There is no text in the clipboard. Copy some rows with their header first.")
            self._problems.setText(empty)
            return
        self._read(self.tr("Reading the clipboard …"), "", text)

    def follow(self, profile: Profile) -> None:
        """Read this file again as a profile says, or the next one where there is none yet."""
        self._profile = profile
        self._show_reading()
        if any(self._last) and self._making is None:
            self._read_again()
        else:
            self._found.setText(self.tr("The next file is read as the profile says."))

    def _said_here(self) -> Profile:
        """How the file is written and what its columns mean, as it stands in the form."""
        options, meaning = self.reading.options, self.meaning
        return profile_of(options, self._mapping(), multiple=meaning.multiple, sizes=meaning.asked_sizes())

    def _show_reading(self) -> None:
        """How a file is written: detected, unless a profile says it."""
        self.reading.say(self._profile.read_options() if self._profile is not None else ReadOptions())

    def _read(self, doing: str, path: str, text: str = "") -> None:
        """Read, beside the window's thread, with what the person says of how the file is written."""
        self._last = path, text
        self.file.show_path(path)
        self._tables.read(doing, path, text, self.reading.options)

    def _read_again(self) -> None:
        """The same file with other options."""
        if any(self._last):
            self._forget()
            self._read(self.tr("Reading the file …"), *self._last)

    def make_task(self, *, optimize: bool = False) -> None:
        """Make the task, and if `optimize` says so look for a better prompt next."""
        workspace, found = self._context.workspace, self._table
        folder = workspace.folder
        if found is None or folder is None:
            return
        said = TaskChoices(
            plain_name(self._name.text()),
            self._prompt.text(),
            self._template.text().strip() or _TEMPLATE,
            self.measure.name,
            self.measure.options(),
            self.meaning.asked_sizes(),
        )
        mapping = self._mapping()
        self._allow_making(when=False)
        cancel = self._making = CancelToken()
        self._back.setText(self.tr("Cancel"))
        self._problems.setText(self.tr("Making the task …"))
        place = folder / "tasks" / said.name
        workspace.do(
            lambda: make(place, found, mapping, said, cancel),
            lambda made: self._on_made(made, optimize=optimize),
            otherwise=self._on_failed,
        )

    def _allow_making(self, *, when: bool) -> None:
        for button in (self._create, self._optimize):
            button.setEnabled(when)

    def go_back(self) -> None:
        """Leave the form; what is being read or made is cancelled first, and the form stays as it is."""
        if self._tables.cancel():
            self._found.setText(self.tr("Cancelled: nothing was read."))
        elif self._making is not None:
            self._making.cancel()
            self._problems.setText(self.tr("Cancelling …"))
        else:
            self.left.emit()

    def _on_table(self, found: Table) -> None:
        self._table = found
        self._found.setText(
            self.tr("{rows} rows, {columns} columns, {encoding}. {notes}").format(
                rows=count(len(found.rows)),
                columns=len(found.columns),
                encoding=found.encoding,
                notes=" ".join(map(translated, found.notes)),
            )
        )
        profile, self._profile = self._profile, None
        try:
            mapping = suggest_mapping(found) if profile is None else profile.mapping(found)
        except DatasetError as error:
            self._on_failed(error)
            return
        for box in (self._input, self._answer):
            box.clear()
            box.addItems(list(found.columns))
        self._split.clear()
        self._split.addItem(self.tr("split the rows for me"), "")
        for name in found.columns:
            self._split.addItem(name, name)
        self._input.setCurrentText(mapping.input)
        self._answer.setCurrentText(mapping.answers[0])
        self._split.setCurrentIndex(max(0, self._split.findData(mapping.split)))
        if not self._name.text():
            self._name.setText(Path(found.name).stem)
        self.preview.show_table(found)
        self.meaning.show_guess(mapping, found.columns)
        if profile is not None:
            self.meaning.say(multiple=profile.multi_label, blank=profile.empty_answer, sizes=profile.sizes)
        if found.roles is not None:
            self.measure.choose(found.roles.metric or "exact_match")
            if not self._prompt.text():
                self._prompt.setText(found.roles.system)
        self._variables.offer(found.columns)
        self._show_fields(wanted=True)
        self._look()

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self._input, self._answer, self._split, self._name, self._prompt, self._variables, self._template,
            self.measure, self.meaning, self.profile.save,
        )  # fmt: skip

    def _on_input(self) -> None:
        """Another input: what was guessed to go with the first one does not."""
        self.meaning.leave_guess()
        self._look()

    def _look(self) -> None:
        """Try the mapping out, beside the window's thread."""
        found = self._table
        if found is None or not self._input.currentText():
            return
        self._variables.hide_used(self._used())
        mapping, template, prompt = self._mapping(), self._template.text(), self._prompt.text()
        look = partial(tried, found, mapping, template, prompt, self.meaning.asked_sizes())
        self._context.workspace.do(look, self._on_look, otherwise=self._on_failed, latest="import mapping")

    def _on_look(self, looked: Tried) -> None:
        words = [self.tr("{n} rows can be used.", "", looked.usable).format(n=count(looked.usable))]
        if bad := len(looked.errors):
            words.append(self.tr("{n} cannot; the others are imported without them.").format(n=count(bad)))
        unknown = self.tr("The template names “{name}”, which is no column.")
        words += [unknown.format(name=name) for name in looked.unknown]
        self._problems.setText(" ".join((*words, *map(translated, (*looked.warnings, looked.obstacle)))))
        self.used.show_rows(looked)
        self.preview.show_errors(looked.errors)
        writable = self._context.workspace.writable
        self._allow_making(
            when=writable
            and looked.usable > 0
            and not looked.obstacle
            and self._input.currentText() != self._answer.currentText()
            and self._making is None
        )

    def _on_made(self, made: CreatedTask | None, *, optimize: bool = False) -> None:
        self._rest()
        if made is None:
            self._problems.setText(self.tr("Cancelled: no task was made. The file and what you chose are still here."))
            self._allow_making(when=self._table is not None)
            return
        self._forget()
        self.file.show_path("")
        self._name.clear()
        self._prompt.clear()
        self._context.workspace.refresh()
        for warning in made.warnings:
            self._context.errors.report(DatasetError(warning))
        self.created.emit(made.folder.name)
        if optimize:
            self.optimize_wanted.emit(made.folder.name)

    def _rest(self) -> None:
        """Nothing is being made."""
        self._making = None
        self._back.setText(self.tr("Back"))

    def _on_failed(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, WhetError):
            self._problems.setText(translated(str(error)))
            if self._table is None:
                self._found.setText("")
        else:
            self._context.errors.report(error)
        self._allow_making(when=self._table is not None)

    def _mapping(self) -> Mapping:
        others, split = self._variables.ticked(self._used()), str(self._split.currentData() or "")
        chosen = Mapping(self._input.currentText(), self._answer.currentText(), others, split)
        return self.meaning.complete(chosen)

    def _used(self) -> set[str]:
        boxes = {self._input.currentText(), self._answer.currentText(), str(self._split.currentData() or "")}
        return boxes | self.meaning.used

    def _forget(self) -> None:
        self._table = None
        self._found.setText(self.tr("Nothing is changed in the file."))
        self._problems.setText("")
        self.preview.clear()
        self.used.hide()
        self._variables.clear()
        self._template.setText(_TEMPLATE)
        self._allow_making(when=False)
        self._show_fields(wanted=False)

    def _choice(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(14)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _: self._look())
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        fields = (
            (self.tr("The input is in"), self._input),
            (self.tr("The expected answer is in"), self._answer),
            (self.tr("The split is in"), self._split),
            (self.tr("Name of the task"), self._name),
            (self.tr("Your prompt"), self._prompt),
            (self.tr("How the model sees a row"), self._template),
            (self.tr("Columns that prompts and template may use, as {{name}}"), self._variables),
        )
        places = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (2, 1))
        for (title, widget), (line, place) in zip(fields, places, strict=True):
            words = label(title, "caption")
            words.setBuddy(widget)
            span = 2 if widget in {self._prompt, self._variables} else 1
            grid.addWidget(words, 2 * line, place, 1, span)
            grid.addWidget(widget, 2 * line + 1, place, 1, span)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        foot = row(self._problems, self._back, self._create, self._optimize, space=Space.M)
        foot.setStretch(0, 1)
        first = row(self.file, self._paste)
        first.setStretch(0, 1)
        published = Disclosure(self.tr("Or a task of a published benchmark"), self.benchmark)
        written = Disclosure(self.tr("How the file is written"), self.reading)
        more = Disclosure(self.tr("More about the columns"), self.meaning)
        self._about = QWidget()
        about = column(written, grid, self.used, more, self.measure, self.preview, space=Space.M)
        about.setStretch(5, 1)
        self._about.setLayout(about)
        heading = label(self.tr("Drop a file with rows here"), "title")
        needs = label(self.tr("A row needs an input and the answer that you expect."), "soft", wrap=True)
        drop = column(heading, needs, first, self._found, self.profile, space=Space.S, margin=Space.L)
        self._drop = framed(drop, "drop")
        form = column(self._drop, published, self._about, 1, space=Space.M)
        form.setStretch(2, 1)
        self.setLayout(column(scrolled(form), foot, space=Space.M))

    def _show_fields(self, *, wanted: bool) -> None:
        """Without a file there is nothing to fill in."""
        for widget in self._fields():
            widget.setEnabled(wanted)
        for part in (self._about, self._create, self._optimize):
            part.setVisible(wanted)
