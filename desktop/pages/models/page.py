"""The page of models: a list, and what there is to know and to set about the selected one."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QSplitter, QWidget

from core.domain.runspec import ParamValue
from desktop.context import Context
from desktop.models.model_library import ModelRow
from desktop.models.model_table import ModelTableModel, fit_tone, fit_words
from desktop.models.run_list import RunListModel
from desktop.models.work import Work
from desktop.pages.models.facts_part import FactsPart
from desktop.pages.models.faster_part import FasterPart
from desktop.pages.models.fetch_part import FetchPart
from desktop.pages.models.server_part import ServerPart
from desktop.pages.models.settings_part import SettingsPart
from desktop.pages.models.speed_part import SpeedPart
from desktop.pages.models.writing_part import WritingPart
from desktop.pages.names import NEW_RUN, RUN
from desktop.pages.starter_offer import StarterOffer
from desktop.pages.targets import ModelTarget
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import Tabs
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, give_room, table

_NAME, _TASK = 0, 1
_SPARED = (5, 6)
_OF_FILES = (1, 2, 3)
"""Tabs that mean nothing for a model on a server: how it is loaded, how fast that is, how it writes."""
_NARROW = 900


class ModelsPage(QWidget):
    """`wanted` carries the name of another page, and what is to be opened there: a model for a new run, a run that
    used one."""

    wanted = Signal(str, object)
    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._library = context.library
        self._wanted = ""
        self.model = ModelTableModel(self)
        self.view = table(self.model, self.tr("Models on this machine"), stretch=_NAME)
        self.fetch = FetchPart(context)
        self.server = ServerPart(self._library.servers)
        self.starter = StarterOffer(context)
        self.facts = FactsPart()
        self.settings = SettingsPart()
        self.speed = SpeedPart()
        self.faster = FasterPart(context)
        self.writing = WritingPart(context)
        self.runs = RunListModel(self)
        self.runs_view = table(self.runs, self.tr("Runs that used this model"), stretch=_TASK)
        self.tabs = Tabs()
        self._title = ElidedLabel(kind="title")
        self._fit = Chip()
        self._says = label(kind="caption", wrap=True)
        self._use = QPushButton(self.tr("Use in a new run"))
        self._use.setProperty("kind", "primary")
        self._drop = QPushButton(self.tr("Remove from the list"))
        self._drop.setToolTip(self.tr("Forgets that you added it; the file or server stays where it is."))
        self._lay_out()
        self.setFocusProxy(self.view)
        self._connect()
        self._show()

    @property
    def chosen(self) -> ModelRow | None:
        """The selected model."""
        return self.model.row_at(self.view.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: look for models when the page is first looked at."""
        super().showEvent(event)
        self._library.look_once()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, leave out what the details say anyway."""
        super().resizeEvent(event)
        for column_ in _SPARED:
            self.view.setColumnHidden(column_, self.width() < _NARROW)
        give_room(self.view)

    def choose(self, path: str) -> None:
        """Select this model, now or as soon as it has been found."""
        self._wanted = path
        self._select()

    def add_file(self, path: str) -> None:
        """Add a model file and select it."""
        self._wanted = path
        self._library.add_file(path)

    # What the person does

    def _browse_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a model file"), "", self.tr("Models (*.gguf);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _browse_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Add a folder of models"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._library.add_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_use(self) -> None:
        if self.chosen is not None:
            self.wanted.emit(NEW_RUN, ModelTarget(self.chosen.path))

    def _on_drop(self) -> None:
        if self.chosen is not None:
            self._library.drop(self.chosen.path)

    def _on_settings(self, chosen: dict[str, ParamValue]) -> None:
        if self.chosen is not None:
            self._library.choose(self.chosen.path, chosen)

    def _on_speed(self) -> None:
        if self.chosen is not None:
            self._library.measure(self.chosen.path)

    def _open_run(self) -> None:
        run = self.runs.row_at(self.runs_view.currentIndex())
        if run is not None:
            self.wanted.emit(RUN, run.id)

    # What is shown

    def _on_library(self) -> None:
        """Another list: what was selected stays selected."""
        self._wanted = self._wanted or (self.chosen.path if self.chosen is not None else "")
        self.model.set_rows(self._library.rows)
        fit_columns(self.view, stretch=_NAME)
        self._select()
        self._say()

    def _select(self) -> None:
        place = self.model.index_of(lambda each: each.path == self._wanted)
        if place.isValid():
            self._wanted = ""
        elif self.model.rowCount() and self.chosen is None:
            place = self.model.index(0, 0)
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place)
        self._show()

    def _say(self) -> None:
        self._says.setText(self._situation())

    def _situation(self) -> str:
        number = len(self._library.rows)
        if self._library.looking:
            return translated(self._library.phase) or self.tr("Looking for models …")
        if number <= 1:
            return self.tr(
                "No models of LM Studio, Ollama, Hugging Face, Jan, GPT4All or llama.cpp were found. Drop a GGUF "
                "file on the window, add a file or a folder, or download one."
            )
        return self.tr("{n} models, used in place and never copied.", "", number).format(n=number)

    def _show(self) -> None:
        shown, known = self.chosen, self._library.servers.known
        self._detail.setVisible(shown is not None)
        if shown is None:
            return
        self._title.show_text(shown.model.name)
        self._fit.show_state(fit_words(shown), fit_tone(shown))
        self._use.setEnabled(shown.usable)
        self._drop.setVisible(self._library.was_added(shown.path))
        self.facts.show_model(shown, known.get(shown.path), reading=shown.path in self._library.reading)
        used = set(shown.runs)
        self.runs.set_rows([run for run in self._context.workspace.runs if run.id in used])
        fit_columns(self.runs_view, stretch=_TASK)
        self.tabs.setTabText(self.tabs.count() - 1, self.tr("Runs ({n})").format(n=len(used)))
        self.settings.setEnabled(shown.usable)
        for place in _OF_FILES:
            self.tabs.setTabVisible(place, not shown.is_served)
        if not shown.is_served:
            self.writing.show_model(shown)
            self.faster.show_model(shown)
            self._show_speed()

    def _show_speed(self) -> None:
        shown = self.chosen
        if shown is not None and not shown.is_served:
            found = self._library.trials_of(shown.path)
            going = self._library.trying == shown.path
            idle = self._context.session.work in {Work.NOTHING, Work.ESTIMATING}
            free = shown.usable and idle and not self._library.trying
            self.speed.show_trials(found, going=going, free=free)
            self.settings.show_settings(
                shown, self._library.chosen(shown.path), found.settings if found is not None else None
            )

    def _connect(self) -> None:
        library = self._library
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.view.activated.connect(lambda _: self._on_use())
        self._use.clicked.connect(self._on_use)
        self._drop.clicked.connect(self._on_drop)
        self.settings.changed.connect(self._on_settings)
        self.facts.digest_wanted.connect(library.read_digest)
        self.speed.wanted.connect(self._on_speed)
        self.speed.stopped.connect(library.stop_measuring)
        self.faster.made.connect(lambda _: library.look())
        self.runs_view.activated.connect(lambda _: self._open_run())
        self.server.added.connect(self.choose)
        library.servers.changed.connect(self._show)
        library.changed.connect(self._on_library)
        library.looked.connect(self._say)
        library.measured.connect(lambda _: self._show_speed())
        library.failed.connect(self._context.errors.report)
        self._context.downloads.finished.connect(self._on_fetched)
        self._context.session.changed.connect(self._show_speed)

    def _speed_page(self) -> QWidget:
        page, faster = QWidget(), QWidget()
        inside = column(self.faster)
        inside.setContentsMargins(Space.M, Space.M, Space.M, 0)
        faster.setLayout(inside)
        box = column(faster, self.speed, space=0)
        box.setStretch(1, 1)
        page.setLayout(box)
        return page

    def _on_fetched(self, path: str) -> None:
        self._wanted = path
        self._library.look()

    def _lay_out(self) -> None:
        buttons = []
        for words, deed in (
            (self.tr("Search again"), self._library.look),
            (self.tr("Download…"), self.fetch.show_form),
            (self.tr("Add a server…"), self.server.show_form),
            (self.tr("Add a folder…"), self._browse_folder),
            (self.tr("Add a file…"), self._browse_file),
        ):
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            buttons.append(button)
        head = row(label(self.tr("Models"), "headline"), 1, *buttons, space=Space.S)
        for part, words in (
            (self.facts, self.tr("About")),
            (self.settings, self.tr("Load settings")),
            (self._speed_page(), self.tr("Speed")),
            (self.writing, self.tr("Writing")),
            (self.runs_view, self.tr("Runs")),
        ):
            self.tabs.addTab(part, words)
        self.tabs.setAccessibleName(self.tr("The selected model"))
        top = row(self._title, self._fit, self._drop, self._use, space=Space.M)
        top.setStretch(0, 1)
        top.setContentsMargins(Space.M, Space.M, Space.M, 0)
        inside = column(top, self.tabs, space=Space.XS)
        inside.setStretch(1, 1)
        self._detail = framed(inside, "card")
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(Space.M)
        halves.addWidget(framed(column(self.view, space=0, margin=1), "card"))
        halves.addWidget(self._detail)
        halves.setSizes([260, 340])
        box = column(head, self._says, self.starter, self.fetch, self.server, halves, space=Space.S, margin=Space.L)
        box.setStretch(5, 1)
        self.setLayout(box)
        in_order = (*buttons, self.starter.button, self.fetch.address, self.view, self._drop, self._use, self.tabs)
        for before, after in pairwise(in_order):
            self.setTabOrder(before, after)
