"""Which model does the task, and, if others, which writes prompts and which tells how alike prompts are."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from core.domain.runspec import ParamValue, Role
from core.engine.commands.inspect import Inspected
from core.llm.remote import is_address
from core.store import models
from core.store.places import called, is_there
from desktop.context import Context
from desktop.models import places
from desktop.models.model_table import setting_titles, source_words, value_words
from desktop.models.server_words import in_a_line
from desktop.pages.starter_offer import StarterOffer
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.file_row import FileRow
from desktop.widgets.labels import label
from desktop.widgets.layout import column
from desktop.words import count, file_size, listed, parameters

_SMALL = 64 * 2**20


class ModelPart(QWidget):
    """A list of known models, a row to choose a file, and what the chosen one says of itself."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = ""
        self._known: dict[str, Inspected] = {}
        self._bundled = {str(path) for path in places.bundled_models()}
        self._wanted: set[str] = set()
        self._sample = True
        self._list = self._model_list(self.tr("Model"))
        self._list.setPlaceholderText(self.tr("Choose a model"))
        self._optimizer = self._model_list(self.tr("Optimizer model: writes prompts"))
        self._embedder = self._model_list(self.tr("Model for similarity"))
        self._judge = self._model_list(self.tr("Model that judges answers"))
        kinds = self.tr("Models (*.gguf);;All files (*)")
        self._file = FileRow(self.tr("Another GGUF file"), kinds)
        self._file.chosen.connect(self.add_file)
        self._starter = StarterOffer(context)
        self._starter.want(wanted=False)
        self._header = label(wrap=True)
        self._fit = label(kind="soft", wrap=True)
        self._fit.hide()
        self._worth = label("", wrap=True)
        self._worth.hide()
        self._settings = label(kind="caption", wrap=True)
        self._settings.hide()
        self._optimizer.setToolTip(self.tr("A larger model often writes better prompts than the one that answers."))
        self._embedder.setToolTip(self.tr("Some methods look for earlier prompts that are like the present one."))
        self._judge.setToolTip(self.tr("Metrics that ask a model need one; a model favours its own answers."))
        others = QWidget()
        form = QFormLayout(others)
        form.setContentsMargins(0, Space.XS, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Prompts are written by"), self._optimizer)
        form.addRow(self.tr("Answers are judged by"), self._judge)
        form.addRow(self.tr("Similarity comes from"), self._embedder)
        self.others = Disclosure(self.tr("Other models: for writing, judging and comparing"), others)
        self._fill()
        self._say_settings()
        self.setLayout(
            column(
                self._list,
                self._file,
                self._starter,
                self._header,
                self._fit,
                self._worth,
                self._settings,
                self.others,
                space=Space.S,
            )
        )
        self._list.currentIndexChanged.connect(lambda _: self._on_choice())
        self._list.activated.connect(lambda _: self._wanted.add(str(self._list.currentData())))
        self._optimizer.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._embedder.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._judge.currentIndexChanged.connect(lambda _: self.changed.emit())
        context.session.inspected.connect(self._on_inspected)
        context.library.changed.connect(self._take_found)
        context.library.settings_changed.connect(self._on_settings)

    def showEvent(self, event: object) -> None:
        """Qt: look for models, and ask the engine about the chosen one, when the page is first looked at."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._context.library.look_once()
        self._inspect()

    @property
    def paths(self) -> dict[Role, str]:
        """The chosen files by role; empty without a model."""
        chosen = {
            Role.TASK: self._list.currentData(),
            Role.OPTIMIZER: self._optimizer.currentData(),
            Role.EMBEDDER: self._embedder.currentData(),
            Role.JUDGE: self._judge.currentData(),
        }
        return {role: str(path) for role, path in chosen.items() if path} if chosen[Role.TASK] else {}

    @property
    def settings(self) -> dict[str, ParamValue]:
        """How the person wants the chosen model loaded; what is not named is measured."""
        return self._context.library.chosen(str(self._list.currentData() or ""))

    @property
    def summary(self) -> str:
        """The chosen models in a few words."""
        names = map(called, self.paths.values())
        return listed(dict.fromkeys(names))

    @property
    def fit(self) -> str:
        """Whether the task model fits into memory: “fits”, “partly”, “too_big”, or nothing while that is not known."""
        found = self._known.get(str(self._list.currentData() or ""))
        return found.fit if found is not None else ""

    @property
    def small(self) -> bool:
        """Whether the model is so small that trying it costs nothing to speak of."""
        sizes = [Path(path).stat().st_size for path in self.paths.values() if Path(path).is_file()]
        return bool(sizes) and sum(sizes) <= _SMALL

    def show_task(self, *, sample: bool) -> None:
        """What kind of task the model is for: a person's own never gets the bundled model unasked."""
        self._sample = sample
        chosen = str(self._list.currentData() or "")
        if sample and not chosen:
            self._list.setCurrentIndex(0 if self._list.count() else -1)
        elif not sample and chosen in self._bundled - self._wanted:
            self._choose_own()
        self._starter.want(wanted=not sample)
        self._warn()

    def _choose_own(self) -> None:
        """A model that is not the bundled one: of those used before the latest, else the starter model."""
        paths = [str(self._list.itemData(i)) for i in range(self._list.count())]
        self._list.setCurrentIndex(next((i for i, path in enumerate(paths) if path not in self._bundled), -1))

    def choose_bundled(self) -> None:
        """Choose the model that comes with Whet for every role."""
        self._list.setCurrentIndex(next((i for i in range(self._list.count()) if self._is_bundled(i)), -1))
        self._optimizer.setCurrentIndex(0)
        self._embedder.setCurrentIndex(0)

    def choose_starter(self) -> None:
        """Choose the starter model for every role."""
        for path in places.starter_models():
            _offer(self._list, str(path))
            self._list.setCurrentIndex(self._list.findData(str(path)))
        self._optimizer.setCurrentIndex(0)
        self._embedder.setCurrentIndex(0)

    def _is_bundled(self, place: int) -> bool:
        return str(self._list.itemData(place)) in self._bundled

    def show_choices(self, paths: Mapping[Role, str]) -> None:
        """Choose these models, as another run had them; those that are not named stay as they are."""
        boxes = {
            Role.TASK: self._list,
            Role.OPTIMIZER: self._optimizer,
            Role.EMBEDDER: self._embedder,
            Role.JUDGE: self._judge,
        }
        for role, box in boxes.items():
            path = paths.get(role, "")
            if path:
                _offer(box, path)
            if path or (paths and role is not Role.TASK):
                self._wanted.add(path)
                box.setCurrentIndex(box.findData(path))

    def add_file(self, path: str) -> None:
        """Add a file to the lists and choose it."""
        for box in (self._list, self._optimizer, self._embedder, self._judge):
            _offer(box, path)
        self._list.setCurrentIndex(self._list.findData(path))
        self._context.settings.model = path

    def _take_found(self) -> None:
        """Offer what was found on this machine, too."""
        for found in self._context.library.rows:
            if found.usable and self._list.findData(found.path) < 0:
                shown = self.tr("{name} ({source})").format(name=found.model.name, source=source_words(found))
                for box in (self._list, self._optimizer, self._embedder):
                    box.addItem(shown, found.path)
        if not self._sample and not self._list.currentData():
            self._choose_own()

    def _on_settings(self, path: str) -> None:
        if path == self._list.currentData():
            self._say_settings()
            self.changed.emit()

    def _say_settings(self) -> None:
        titles = setting_titles()
        chosen = listed(f"{titles[name]} {value_words(value)}" for name, value in self.settings.items())
        self._settings.setText(
            self.tr("Load settings that you chose under Models: {settings}.").format(settings=chosen)
        )
        self._settings.setVisible(bool(chosen))

    def _model_list(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        return box

    def _fill(self) -> None:
        self._optimizer.addItem(self.tr("the same model"), "")
        self._embedder.addItem(self.tr("the letters of the prompts, without a model"), "")
        self._judge.addItem(self.tr("the metric alone, without a model"), "")
        for path in places.bundled_models():
            shown = self.tr("{name} (demonstration model, comes with Whet)").format(name=path.stem)
            self._list.addItem(shown, str(path))
            for box in (self._optimizer, self._embedder, self._judge):
                box.addItem(path.stem, str(path))
        known = [model.path for model in models.known() if model.is_there]
        starter = map(str, places.starter_models())
        for path_text in dict.fromkeys((*reversed(known), self._context.settings.model, *starter)):
            if path_text and is_there(path_text) and self._list.findData(path_text) < 0:
                for box in (self._list, self._optimizer, self._embedder, self._judge):
                    box.addItem(called(path_text), path_text)
        last = self._list.findData(self._context.settings.model)
        self._list.setCurrentIndex(max(0, last) if self._list.count() else -1)

    def _on_choice(self) -> None:
        self._context.settings.model = str(self._list.currentData() or "")
        self._warn()
        self._say_settings()
        self._inspect()
        self.changed.emit()

    def _warn(self) -> None:
        self._worth.setText(
            self.tr("It shows how Whet works, not what your model would gain.")
            if self._sample
            else self.tr("This model only knows the sample tasks.")
        )
        self._worth.setVisible(str(self._list.currentData() or "") in self._bundled)

    def _inspect(self) -> None:
        path = str(self._list.currentData() or "")
        if not path:
            self._header.setText(self._nothing())
            self._fit.hide()
        elif is_address(path):
            self._show_server(path)
        elif path in self._known:
            self._show(self._known[path])
        elif path != self._asked:
            self._asked = path
            self._header.setText(self.tr("Reading the model file …"))
            self._context.session.inspect(path)

    def _show_server(self, address: str) -> None:
        found = self._context.library.servers.known.get(address)
        asked = self.tr("Runs on the server {address}; what it can do is tested before the run.")
        self._header.setText(in_a_line(found) if found is not None else asked.format(address=address))
        self._fit.setText(
            self.tr("The model on a server may change. The answers of a run are kept, and the certificate says so.")
        )
        self._fit.show()

    def _nothing(self) -> str:
        if self._bundled and not self._sample:
            return self.tr(
                "The model that comes with Whet only knows the sample tasks. Choose a GGUF file of your own, or get "
                "the starter model."
            )
        return self.tr("No model is known yet. Choose a GGUF file on this machine.")

    def _on_inspected(self, found: Inspected) -> None:
        path, self._asked = self._asked, ""
        if path:
            self._known[path] = found
        if path == self._list.currentData():
            self._show(found)
        else:
            self._inspect()

    def _show(self, found: Inspected) -> None:
        self._header.setText(
            self.tr(
                "{architecture}, {size} parameters, {quantization}, context {context} tokens, {bytes}{licence}."
            ).format(
                architecture=found.architecture,
                size=parameters(found.parameters),
                quantization=found.quantization,
                context=count(found.context),
                bytes=file_size(found.file_bytes),
                licence=f", {found.licence}" if found.licence else "",
            )
        )
        words = (translated(found.form_words), translated(found.fit_words))
        self._fit.setText(" ".join(filter(None, words)))
        self._fit.setVisible(any(words))


def _offer(box: QComboBox, path: str) -> None:
    """Let a file be chosen there, if it cannot be yet."""
    if box.findData(path) < 0:
        box.addItem(called(path), path)
