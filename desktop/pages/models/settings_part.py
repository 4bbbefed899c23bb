"""How a model is loaded: each setting shown, each to be overridden."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from core.domain.runspec import ModelSettings, ParamValue
from core.methods.base import ParamField, ParamInfo
from desktop.forms.editors import Editor, editor, tip
from desktop.models.model_library import ModelRow
from desktop.models.model_table import as_settings, setting_titles, value_words
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, scrolled
from desktop.widgets.spin import NARROWEST, WIDEST


class SettingsPart(QWidget):
    """One line per setting. `changed` carries those that the person chose, by name, whenever they change."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggested = as_settings(ModelSettings())
        self._chosen: dict[str, ParamValue] = {}
        self._showing = False
        self._editors: dict[str, Editor] = {}
        self._states: dict[str, QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(3, 1)
        for field in self._fields():
            self._add(field)
        self._back = QPushButton(self.tr("Back to the suggested settings"))
        self._back.clicked.connect(self._forget)
        about = label(
            self.tr(
                "What you do not choose is suggested for this machine and measured before the first run. A run keeps "
                "the settings that it began with."
            ),
            "soft",
            wrap=True,
        )
        inside = column(about, self._grid, row(self._back, 1), 1, space=Space.M, margin=Space.M)
        self.setLayout(column(scrolled(inside)))

    @property
    def editors(self) -> dict[str, Editor]:
        """The controls by the name of the setting."""
        return self._editors

    def show_settings(self, shown: ModelRow, chosen: dict[str, ParamValue], found: ModelSettings | None) -> None:
        """Show a model's settings: the `chosen` ones, else what a trial `found`, else the suggested ones."""
        self._suggested = as_settings(found or shown.model.settings)
        self._chosen = dict(chosen)
        self._show()

    def _show(self) -> None:
        self._showing = True
        for name, made in self._editors.items():
            value = self._chosen.get(name, self._suggested[name])
            if made.get() != value:
                made.set(value)
        self._showing = False
        self._say()

    def _say(self) -> None:
        for name, state in self._states.items():
            mine = name in self._chosen
            suggested = value_words(self._suggested[name])
            state.setText(self.tr("yours; suggested: {value}").format(value=suggested) if mine else "")
        self._back.setEnabled(bool(self._chosen))

    def _take(self, name: str) -> None:
        if self._showing:
            return
        value = self._editors[name].get()
        if value == self._suggested[name]:
            self._chosen.pop(name, None)
        else:
            self._chosen[name] = value
        self._say()
        self.changed.emit(dict(self._chosen))

    def _forget(self) -> None:
        self._chosen = {}
        self._show()
        self.changed.emit({})

    def _add(self, field: ParamField) -> None:
        at = self._grid.rowCount()
        made = editor(field)
        made.on_change(lambda: self._take(field.name))
        made.widget.setMinimumWidth(NARROWEST)
        made.widget.setMaximumWidth(WIDEST)
        title = label(field.info.title)
        title.setBuddy(made.widget)
        title.setToolTip(tip(field))
        state = label(kind="caption")
        if isinstance(made.widget, QCheckBox):
            made.widget.setText(self.tr("on"))
        self._grid.addWidget(title, at, 0)
        self._grid.addWidget(made.widget, at, 1)
        self._grid.addWidget(state, at, 2)
        self._grid.addWidget(label(field.info.help, "caption", wrap=True), at, 3, Qt.AlignmentFlag.AlignVCenter)
        self._editors[field.name] = made
        self._states[field.name] = state

    def _fields(self) -> list[ParamField]:
        defaults, titles = as_settings(ModelSettings()), setting_titles()
        return [
            ParamField(name, type(defaults[name]), defaults[name], ParamInfo(titles[name], about, low, high))
            for name, about, low, high in (
                ("context", self.tr("Tokens of prompt and reply together; memory grows with it."), 128, 1_048_576),
                ("lanes", self.tr("Answers computed in parallel; memory grows with it."), 1, 256),
                ("batch", self.tr("Tokens per processing step."), 32, 8192),
                ("threads", self.tr("More than the machine has cores makes it slower."), 1, 512),
                ("gpu_layers", self.tr("Layers on the GPU; -1 is all, 0 is none."), -1, 4096),
                ("flash_attention", self.tr("Mostly faster on a GPU, slower on a processor."), None, None),
                ("unified_kv", self.tr("One cache for all lanes instead of one each."), None, None),
                (
                    "repack",
                    self.tr("Weights rearranged for speed; turn it off if the processor crashes with them."),
                    None,
                    None,
                ),
            )
        ]
