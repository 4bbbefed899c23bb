"""A form from any method's `Params`: nothing here knows a method."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from core.domain.runspec import ParamValue
from core.methods.base import ParamField, Preset, fields, make_params
from desktop.forms.editors import Editor, editor, in_words, tip
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.spin import NARROWEST, WIDEST
from desktop.words import listed


class ParamsForm(QWidget):
    """One line per parameter, in order; advanced ones are folded; presets set all of them at once."""

    changed = Signal()
    preset_chosen = Signal(str)

    def __init__(
        self, params: type[Any], presets: Mapping[str, Preset] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._params = params
        self._presets = dict(presets or {})
        self._fields = tuple(map(in_words, fields(params)))
        self._editors: dict[str, Editor] = {field.name: editor(field) for field in self._fields}
        self._preset = ChoiceBox()
        self._preset.setAccessibleName(self.tr("Preset"))
        for name, preset in self._presets.items():
            self._preset.addItem(translated(preset.title), name)
        self._differs = label(kind="caption", wrap=True)
        self.setLayout(column(self._preset_row(), self._plain(), self._advanced(), space=Space.M))
        if self._presets:
            self.choose_preset(next(iter(self._presets)))
        self._preset.currentIndexChanged.connect(lambda _: self.choose_preset(self.preset))
        for made in self._editors.values():
            made.on_change(self._on_change)
        self._say_differences()

    @property
    def preset(self) -> str:
        """Name of the chosen preset, empty if there is none."""
        return str(self._preset.currentData() or "")

    @property
    def editors(self) -> Mapping[str, Editor]:
        """The controls by parameter."""
        return self._editors

    def values(self) -> dict[str, ParamValue]:
        """Every parameter by name."""
        return {name: made.get() for name, made in self._editors.items()}

    def value(self) -> Any:
        """The `Params` that the form shows. Raises `UsageError` if a text does not fit."""
        return make_params(self._params, self.values())

    def set_values(self, values: Mapping[str, ParamValue]) -> None:
        """Show these values; parameters that are not named keep theirs."""
        for name, value in values.items():
            self._editors[name].set(value)

    def show_values(self, values: Mapping[str, ParamValue]) -> None:
        """Show these values under the preset that they differ from least; names that the form has not are left out."""
        known = {name: value for name, value in values.items() if name in self._editors}
        presets = sorted(self._presets, key=lambda name: self._differences(name, known))
        if presets:
            self.choose_preset(presets[0])
        self.set_values(known)
        self._on_change()

    def set_value(self, params: object) -> None:
        """Show this `Params`."""
        for field in self._fields:
            value = getattr(params, field.name)
            self._editors[field.name].set(value.value if field.choices and hasattr(value, "value") else value)

    def choose_preset(self, name: str) -> None:
        """Set every parameter as the preset says."""
        self._preset.setCurrentIndex(max(0, self._preset.findData(name)))
        self.set_values(self._preset_values(name))
        self.preset_chosen.emit(name)
        self._on_change()

    def differing(self) -> list[str]:
        """Titles of the parameters that differ from the preset."""
        asked = self._preset_values(self.preset)
        return [field.info.title for field in self._fields if self._editors[field.name].get() != asked[field.name]]

    def _differences(self, preset: str, values: Mapping[str, ParamValue]) -> int:
        asked = self._preset_values(preset)
        return sum(asked[name] != value for name, value in values.items())

    def _preset_values(self, name: str) -> dict[str, ParamValue]:
        defaults = {field.name: field.default for field in self._fields}
        preset = self._presets.get(name)
        return {**defaults, **preset.params} if preset is not None else defaults

    def _preset_row(self) -> QWidget:
        holder = QWidget()
        title = label(self.tr("Preset"))
        title.setBuddy(self._preset)
        box = row(title, self._preset, self._differs, space=Space.M)
        box.setStretch(2, 1)
        holder.setLayout(box)
        holder.setVisible(bool(self._presets))
        return holder

    def _plain(self) -> QWidget:
        return self._grid([field for field in self._fields if not field.info.advanced])

    def _advanced(self) -> QWidget | None:
        folded = [field for field in self._fields if field.info.advanced]
        return Disclosure(self.tr("More settings"), self._grid(folded)) if folded else None

    def _grid(self, shown: list[ParamField]) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(2, 1)
        for number, field in enumerate(shown):
            widget = self._editors[field.name].widget
            if isinstance(widget, QCheckBox):
                grid.addWidget(widget, number, 0, 1, 2)
            else:
                title = label(field.info.title)
                title.setBuddy(widget)
                title.setToolTip(tip(field))
                grid.addWidget(title, number, 0)
                grid.addWidget(widget, number, 1)
                widget.setMinimumWidth(NARROWEST)
                widget.setMaximumWidth(WIDEST)
            about = label(field.info.help, "caption", wrap=True)
            grid.addWidget(about, number, 2, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _on_change(self) -> None:
        self._say_differences()
        self.changed.emit()

    def _say_differences(self) -> None:
        names = self.differing() if self._presets else []
        self._differs.setText(self.tr("Changed: {names}").format(names=listed(names)) if names else "")
