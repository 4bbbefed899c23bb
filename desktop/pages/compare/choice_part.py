"""What is compared: a task, some of its prompts or one's own, models, and how often."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QListWidget, QListWidgetItem, QWidget

from core.data.tasks import read_task
from core.domain.comparison import Contestant
from core.domain.prompt import Prompt
from core.domain.runspec import Role
from core.errors import WhetError
from core.metrics import metric_of
from core.store import models
from core.store.places import called
from desktop.context import Context
from desktop.models import places
from desktop.models.branching import models_left
from desktop.models.candidate_table import one_line
from desktop.models.compare_model import Choice
from desktop.pages.compare.helpers_part import HelpersPart
from desktop.pages.compare.prompt_field import PromptField
from desktop.pages.compare.prompt_list import PromptList, show
from desktop.sentences import translated
from desktop.theme import Space
from desktop.tips import as_plain_tip
from desktop.widgets.controls import ChoiceBox, RealBox, WholeBox
from desktop.widgets.file_row import FileRow
from desktop.widgets.labels import label
from desktop.widgets.layout import column, scrolled
from desktop.widgets.spin import as_number

_DATA = Qt.ItemDataRole.UserRole
_MOST_RUNS = 8
_FEWEST, _MOST_LINES = 1, 7
"""Lines of a list."""
_PADDING = 9
_NUMBER = 96
"""Least pixels of a number field: the form is narrow in a small window."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """Prompts that belong to a task: its own ones, and the best of its runs; and how many rows there are."""

    prompts: tuple[Contestant, ...]
    rows: int
    roles: frozenset[Role]


class ChoicePart(QWidget):
    """A form. `field` shows the chosen prompt across the page. `changed` says that something else is chosen."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Path | None = None
        self._wanted: tuple[str, ...] = ()
        self._tasks = ChoiceBox()
        self._tasks.setAccessibleName(self.tr("Task"))
        self._tasks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._tasks.currentIndexChanged.connect(lambda _: self._read())
        self.prompts = PromptList(self.tr("Prompts to compare"))
        self.prompts.itemChanged.connect(self._on_item)
        self.prompts.removed.connect(self._on_removed)
        self.prompts.prompts_dropped.connect(self.add_prompts)
        self.prompts.runs_dropped.connect(self.add_runs)
        self.models = self._list(self.tr("Models to compare"))
        self.field = PromptField()
        self.field.added.connect(self.add_own)
        self.field.changed.connect(self._change)
        self.prompts.currentItemChanged.connect(lambda *_: self._show_prompt())
        self._file = FileRow(self.tr("Another GGUF"), self.tr("Models (*.gguf);;All files (*)"))
        self._file.chosen.connect(self.add_model)
        self.helpers = HelpersPart()
        self.helpers.changed.connect(self.changed)
        self._temperature = RealBox()
        self._temperature.setRange(0.0, 2.0)
        self._temperature.setSingleStep(0.1)
        self._temperature.setAccessibleName(self.tr("Temperature"))
        self._seeds = WholeBox()
        self._seeds.setRange(1, 9)
        self._seeds.setAccessibleName(self.tr("Number of seeds"))
        self._seeds.setEnabled(False)
        self._rows = WholeBox()
        self._rows.setRange(0, 100_000)
        self._rows.setSingleStep(16)
        self._rows.setSpecialValueText(self.tr("all"))
        self._rows.setAccessibleName(self.tr("Number of validation rows"))
        for box in (self._temperature, self._seeds, self._rows):
            as_number(box)
        self._temperature.valueChanged.connect(lambda value: self._seeds.setEnabled(value > 0))
        self._note = label(kind="caption", wrap=True)
        self._lay_out()
        self._fill_models()
        context.library.changed.connect(self._take_found)
        context.workspace.tasks_changed.connect(self.refresh)
        context.workspace.runs_changed.connect(self._offer_again)
        context.workspace.opened.connect(self.refresh)
        self.refresh()

    @property
    def choice(self) -> Choice | None:
        """What is chosen, if it can be compared."""
        prompts = tuple(item.data(_DATA) for item in _checked(self.prompts))
        paths = tuple(str(item.data(_DATA)) for item in _checked(self.models))
        helpers = self.helpers.helpers
        if self._folder is None or not prompts or not paths or helpers is None:
            return None
        seeds = tuple(range(1, self._seeds.value() + 1))
        settings = {path: chosen for path in paths if (chosen := self._context.library.chosen(path))}
        return Choice(
            self._folder, prompts, paths, seeds, self._temperature.value(), self._rows.value(), helpers, settings
        )

    def refresh(self) -> None:
        """Show the tasks there are; the chosen one stays chosen."""
        found = self._context.workspace.tasks
        name = self._folder.name if self._folder is not None else ""
        blocker = QSignalBlocker(self._tasks)
        self._tasks.clear()
        for place in found:
            self._tasks.addItem(place.name, str(place.folder))
        chosen = next((number for number, place in enumerate(found) if place.name == name), 0)
        self._tasks.setCurrentIndex(chosen if found else -1)
        blocker.unblock()
        self._read()

    def choose_task(self, name: str) -> None:
        """Choose a task by its folder's name."""
        place = self._tasks.findText(name)
        if place >= 0:
            self._tasks.setCurrentIndex(place)

    def choose_runs(self, ids: Sequence[str]) -> None:
        """Choose the best prompts of these runs of one task, and no other prompt."""
        self._wanted = tuple(ids)
        task = next((run.task for run in self._context.workspace.runs if run.id in ids), "")
        if self._folder is not None and self._folder.name == task:
            self.prompts.forget()
            self._offer_again()
        else:
            self.choose_task(task)

    def add_own(self, text: str) -> None:
        """Add a prompt that was typed."""
        if text.strip():
            self.add_prompts([Contestant(one_line(text, 40), Prompt(text))])
            self.prompts.setCurrentRow(self.prompts.count() - 1)

    def _change(self, text: str) -> None:
        """The chosen prompt is another now."""
        item = self.prompts.currentItem()
        if item is not None:
            show(item, Contestant(one_line(text, 40), replace(item.data(_DATA).prompt, text=text)))

    def _show_prompt(self) -> None:
        item = self.prompts.currentItem()
        self.field.show_contestant(item.data(_DATA) if item is not None else None)

    def add_prompts(self, prompts: Sequence[Contestant]) -> None:
        """Add prompts, and choose them; one that is there already is chosen."""
        self._add_prompts(prompts, checked=True)
        wanted = {each.prompt for each in prompts}
        for place in range(self.prompts.count()):
            if self.prompts.item(place).data(_DATA).prompt in wanted:
                self.prompts.item(place).setCheckState(Qt.CheckState.Checked)

    def add_runs(self, ids: Sequence[str]) -> None:
        """Add the best prompts of these runs, read beside the window's thread."""
        workspace = self._context.workspace

        def read() -> list[Contestant]:
            found = []
            for id_ in ids:
                result = workspace.run_folder(id_).read_result()
                if result is not None and result.best is not None:
                    found.append(Contestant(f"★ {id_}", Prompt(result.best.text)))
            return found

        workspace.do(read, self.add_prompts, otherwise=self._on_failed)

    def edit(self, contestant: Contestant) -> None:
        """Edit a prompt in its place; one that is not in the list any more is added first."""
        self.add_prompts([contestant])
        place = next(n for n, each in enumerate(self.prompts.contestants()) if each.prompt == contestant.prompt)
        self.prompts.setCurrentRow(place)
        self.prompts.editItem(self.prompts.item(place))

    def _on_item(self, item: QListWidgetItem) -> None:
        if item is self.prompts.currentItem():
            self._show_prompt()
        self.changed.emit()

    def _on_removed(self) -> None:
        _fit(self.prompts)
        self.changed.emit()

    def add_model(self, path: str) -> None:
        """Add a model's file and choose it."""
        known = [str(self.models.item(place).data(_DATA)) for place in range(self.models.count())]
        if path in known:
            self.models.item(known.index(path)).setCheckState(Qt.CheckState.Checked)
        else:
            self._add_item(self.models, called(path), path, path, checked=True)
            self.helpers.offer(called(path), path)
        self._file.show_path("")

    def use_models_of(self, runs: Sequence[str]) -> None:
        """Compare with the models that these runs asked, unless another one than Whet's own was chosen already."""
        workspace = self._context.workspace

        def read() -> list[str]:
            specs = [workspace.run_folder(id_).read_spec() for id_ in runs]
            return [path for spec in specs if (path := models_left(spec).get(Role.TASK))]

        if runs:
            workspace.do(read, self._use_models, otherwise=self._on_failed)

    def _use_models(self, paths: Sequence[str]) -> None:
        own = {str(path) for path in places.bundled_models()}
        chosen = {str(item.data(_DATA)) for item in _checked(self.models)}
        if not paths or chosen - own:
            return
        for item in _checked(self.models):
            item.setCheckState(Qt.CheckState.Unchecked)
        for path in dict.fromkeys(paths):
            self.add_model(path)

    def _take_found(self) -> None:
        """Offer what was found on this machine, too; nothing of it is chosen unasked."""
        known = {str(self.models.item(place).data(_DATA)) for place in range(self.models.count())}
        for found in self._context.library.rows:
            if found.usable and found.path not in known:
                self._add_item(self.models, found.model.name, found.path, found.path, checked=False)
                self.helpers.offer(found.model.name, found.path)

    def _read(self) -> None:
        data = self._tasks.currentData()
        folder = Path(data) if data else None
        if folder != self._folder:
            self._folder = folder
            self.prompts.forget()
            self._offer_again()

    def _offer_again(self) -> None:
        folder, workspace = self._folder, self._context.workspace
        if folder is None:
            self.changed.emit()
            return
        ids = [run.id for run in workspace.runs if run.task == folder.name and run.best_value is not None]
        wanted = [id_ for id_ in self._wanted if id_ in ids]

        def read() -> _Offer:
            reading = read_task(folder)
            own = [Contestant(one_line(p.text, 40) or "–", p) for p in reading.task.seed_prompts]
            if reading.reference:
                own.append(Contestant(one_line(reading.reference, 40), Prompt(reading.reference)))
            for id_ in dict.fromkeys((*wanted, *ids[:_MOST_RUNS])):
                result = workspace.run_folder(id_).read_result()
                if result is not None and result.best is not None:
                    own.append(Contestant(f"★ {id_}", Prompt(result.best.text)))
            return _Offer(tuple(own), len(reading.task.validation), metric_of(reading.task).roles)

        workspace.do(read, self._on_offer, otherwise=self._on_failed, latest="compared prompts")

    def _on_offer(self, offer: _Offer) -> None:
        self._note.setText(self.tr("{n} validation rows. The sealed test takes no part.").format(n=offer.rows))
        self._add_prompts(offer.prompts, checked=not self.prompts.count())
        self.helpers.show_needed(offer.roles - {Role.TASK})
        if self._wanted:
            names = {f"★ {id_}" for id_ in self._wanted}
            self._check_only({each.prompt for each in offer.prompts if each.name in names})
            self._wanted = ()

    def _check_only(self, prompts: set[Prompt]) -> None:
        for place in range(self.prompts.count()):
            item = self.prompts.item(place)
            wanted = item.data(_DATA).prompt in prompts
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WhetError):
            self._note.setText(translated(str(error)))
        else:
            self._context.errors.report(error)

    def _add_prompts(self, prompts: Sequence[Contestant], *, checked: bool) -> None:
        known = {each.prompt for each in self.prompts.contestants()}
        for contestant in prompts:
            if contestant.prompt not in known:
                known.add(contestant.prompt)
                self.prompts.add(contestant, checked=checked)
        _fit(self.prompts)
        self.changed.emit()

    def _add_item(self, target: QListWidget, words: str, data: object, tip: str, *, checked: bool) -> None:
        item = QListWidgetItem(words)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        item.setData(_DATA, data)
        item.setToolTip(as_plain_tip(tip))
        target.addItem(item)
        _fit(target)

    def _fill_models(self) -> None:
        for path in places.bundled_models():
            words = self.tr("{name} (demonstration)").format(name=path.stem)
            self._add_item(self.models, words, str(path), str(path), checked=True)
        for model in reversed(models.known()):
            if model.is_there and model.path not in {str(path) for path in places.bundled_models()}:
                self._add_item(self.models, Path(model.path).stem, model.path, model.path, checked=False)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemChanged.connect(lambda _: self.changed.emit())
        return made

    def _lay_out(self) -> None:
        how = QGridLayout()
        how.setHorizontalSpacing(Space.S)
        how.setVerticalSpacing(Space.XS)
        fields = (
            (self.tr("Rows"), self._rows),
            (self.tr("Temperature"), self._temperature),
            (self.tr("Seeds"), self._seeds),
        )
        for line, (words, box_) in enumerate(fields):
            title = label(words)
            title.setBuddy(box_)
            box_.setMinimumWidth(_NUMBER)
            how.addWidget(title, line, 0)
            how.addWidget(box_, line, 1)
        how.setColumnStretch(0, 1)
        box = column(
            self._tasks,
            self._note,
            label(self.tr("Prompts"), "strong"),
            self.prompts,
            label(self.tr("Models"), "strong"),
            self.models,
            self._file,
            self.helpers,
            label(self.tr("How"), "strong"),
            how,
            1,
            space=Space.S,
            margin=Space.M,
        )
        self.setLayout(column(scrolled(box)))
        self.setMinimumWidth(240)


def _fit(target: QListWidget) -> None:
    """As high as what is in it, up to a limit."""
    lines = min(max(target.count(), _FEWEST), _MOST_LINES)
    target.setFixedHeight(lines * (target.fontMetrics().height() + _PADDING) + 2)


def _checked(target: QListWidget) -> list[QListWidgetItem]:
    items = (target.item(place) for place in range(target.count()))
    return [item for item in items if item.checkState() is Qt.CheckState.Checked]
