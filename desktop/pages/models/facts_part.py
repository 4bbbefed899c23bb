"""What a model's header says, whether it fits, and which file it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from core.engine.commands.find_models import ListedModel
from core.llm.kinds import Purpose
from desktop.models.model_library import ModelRow
from desktop.models.model_table import source_words
from desktop.models.servers import Abilities
from desktop.pages.models.served_facts import ServedFacts
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, scrolled
from desktop.words import count, file_size, parameters

_ALWAYS = {"memory", "source", "path"}
"""What is known of a file that is no usable model."""


class FactsPart(QWidget):
    """Facts with their titles. `digest_wanted` carries a path: the SHA-256 of its file is to be read."""

    digest_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[QLabel, QLabel]] = {}
        for name, title in self._titles().items():
            self._add(name, title)
        self._digest = QPushButton(self.tr("Read the SHA-256"))
        self._digest.setToolTip(self.tr("Reads the whole file once; a few gigabytes take seconds."))
        self._digest.clicked.connect(lambda: self.digest_wanted.emit(self._path))
        self._served = ServedFacts()
        inside = column(self._grid, row(self._digest, 1), self._served, 1, space=Space.M, margin=Space.M)
        self.setLayout(column(scrolled(inside)))

    def show_model(self, shown: ModelRow, found: Abilities | None, *, reading: bool) -> None:
        """Show this model; `found` of one on a server, `reading`: its SHA-256 is being read."""
        self._path = shown.path
        self._served.setVisible(shown.is_served)
        if shown.is_served:
            self._served.show_model(shown.path, found)
            self._digest.hide()
            for each in (part for line in self._lines.values() for part in line):
                each.hide()
            return
        for name, text in self._facts(shown).items():
            title, value = self._lines[name]
            value.setText(text)
            for each in (title, value):
                each.setVisible(shown.usable or name in _ALWAYS)
        self._lines["memory"][0].setText(self.tr("Memory") if shown.usable else self.tr("Problem"))
        self._digest.setVisible(not shown.sha256 and shown.usable)
        self._digest.setEnabled(not reading)
        if reading:
            self._lines["sha256"][1].setText(self.tr("Reading the file …"))

    def _facts(self, shown: ModelRow) -> dict[str, str]:
        model = shown.model
        unknown = self.tr("not stated")
        return {
            "memory": translated(model.problem or model.fit_words),
            "architecture": self._kind(model),
            "weights": self.tr("{quantization}, {bytes}").format(
                quantization=model.quantization or unknown, bytes=file_size(model.file_bytes)
            ),
            "context": self.tr("trained for {n} tokens").format(n=count(model.context)) if model.context else unknown,
            "template": translated(model.form_words) or self.tr("in the file"),
            "licence": model.licence or unknown,
            "source": source_words(shown),
            "path": shown.path,
            "sha256": shown.sha256 or self.tr("not read yet"),
        }

    def _kind(self, model: ListedModel) -> str:
        words = (
            self.tr("{kind}, {size} parameters")
            if model.purpose == Purpose.LANGUAGE
            else self.tr("{kind}, {size} parameters, embedding only")
        )
        return words.format(kind=model.architecture or self.tr("not stated"), size=parameters(model.parameters))

    def _titles(self) -> dict[str, str]:
        return {
            "memory": self.tr("Memory"),
            "architecture": self.tr("Kind"),
            "weights": self.tr("Weights"),
            "context": self.tr("Context"),
            "template": self.tr("Chat template"),
            "licence": self.tr("Licence"),
            "source": self.tr("Source"),
            "path": self.tr("File"),
            "sha256": self.tr("SHA-256"),
        }

    def _add(self, name: str, title: str) -> None:
        at = self._grid.rowCount()
        value = label(wrap=True, selectable=True)
        value.setMinimumWidth(60)
        words = label(title, "soft")
        self._lines[name] = words, value
        self._grid.addWidget(words, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)
