"""How to search: a published method, a preset, and its parameters."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from core.domain.runspec import FinalRule, ParamValue, Racing
from core.methods import NAMES, method
from desktop.forms.params_form import ParamsForm
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column


class MethodPart(QWidget):
    """A list of methods and the form of the chosen one. `preset_changed` says that its rule may be another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QComboBox()
        self._list.setAccessibleName(self.tr("Method"))
        self._list.setMaximumWidth(320)
        self._summary = label(wrap=True)
        self._paper = label(kind="caption", wrap=True, selectable=True)
        self._forms = QStackedWidget()
        self._methods = [method(name) for name in NAMES]
        for module in self._methods:
            self._list.addItem(translated(module.title), module.name)
            form = ParamsForm(module.Params, module.PRESETS)
            form.changed.connect(self.changed)
            self._forms.addWidget(form)
        self._list.currentIndexChanged.connect(self._choose)
        self.setLayout(column(self._list, self._summary, self._paper, self._forms, space=Space.S))
        self._choose(0)

    @property
    def name(self) -> str:
        """The chosen method."""
        return str(self._list.currentData())

    @property
    def form(self) -> ParamsForm:
        """Its form."""
        form = self._forms.currentWidget()
        assert isinstance(form, ParamsForm)
        return form

    @property
    def preset(self) -> str:
        """The chosen preset."""
        return self.form.preset

    @property
    def params(self) -> dict[str, ParamValue]:
        """Every parameter."""
        return self.form.values()

    @property
    def final_rule(self) -> FinalRule:
        """The rule of the final choice that the preset asks for."""
        return self._methods[self._list.currentIndex()].PRESETS[self.preset].final_rule

    @property
    def racing(self) -> Racing:
        """The rule of racing that the preset asks for."""
        return self._methods[self._list.currentIndex()].PRESETS[self.preset].racing

    def _choose(self, number: int) -> None:
        module = self._methods[number]
        self._forms.setCurrentIndex(number)
        self._summary.setText(translated(module.summary))
        self._paper.setText(module.paper)
        self.changed.emit()
