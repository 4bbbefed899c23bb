"""By what answers are judged: one of the metrics there are, with its options."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.params import fields
from core.domain.runspec import ParamValue
from core.metrics import METRICS
from desktop.forms.params_form import ParamsForm
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row


class MetricPart(QWidget):
    """A list of all metrics; below it what the chosen one measures, and its options if it has any."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = ChoiceBox()
        self._list.setAccessibleName(self.tr("Metric"))
        for metric in METRICS.values():
            self._list.addItem(translated(metric.label), metric.name)
        self._about = label(kind="caption", wrap=True)
        self._form: ParamsForm | None = None
        self._options = QVBoxLayout()
        title = label(self.tr("Answers are judged by"), "caption")
        title.setBuddy(self._list)
        top = row(title, self._list, self._about, space=Space.M)
        top.setStretch(2, 1)
        self.setLayout(column(top, self._options, space=Space.S))
        self._list.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    @property
    def name(self) -> str:
        """The chosen metric."""
        return str(self._list.currentData())

    def options(self) -> dict[str, ParamValue]:
        """Its options as the form shows them."""
        return self._form.values() if self._form is not None else {}

    def choose(self, name: str) -> None:
        """Choose a metric by its name."""
        self._list.setCurrentIndex(max(0, self._list.findData(name)))

    def show_metric(self, name: str, options: Mapping[str, ParamValue]) -> None:
        """Show a metric with these options, the others at their defaults."""
        self.choose(name)
        if self._form is not None:
            self._form.set_values({**{field.name: field.default for field in fields(METRICS[name])}, **options})

    @property
    def form(self) -> ParamsForm | None:
        """The form of its options; `None` if it has none."""
        return self._form

    def _show(self) -> None:
        metric = METRICS[self.name]
        self._about.setText(translated(metric.about))
        while (item := self._options.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._form = ParamsForm(metric) if fields(metric) else None
        if self._form is not None:
            self._form.changed.connect(self.changed)
            fold = Disclosure(self.tr("Options of the metric"), self._form)
            self._options.addWidget(fold)
            if any(field.default == "" and not field.info.advanced for field in fields(metric)):
                fold.button.setChecked(True)  # something has to be filled in
        self.changed.emit()
