"""How a model chooses its tokens."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from desktop.theme import Space
from desktop.widgets.controls import RealBox, WholeBox
from desktop.widgets.labels import label
from desktop.widgets.spin import as_number

_Box = TypeVar("_Box", QSpinBox, QDoubleSpinBox)

_ANY_THOUGHT = -1
_MOST_TOKENS = 32_768


@dataclass(frozen=True, slots=True)
class Sampling:
    """`reasoning_cap`: tokens of a thought at most, `None` for any."""

    temperature: float
    top_p: float
    seed: int
    max_tokens: int
    reasoning_cap: int | None


class SamplingPart(QWidget):
    """A form. `changed`: another value."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.temperature = self._real(
            self.tr("Temperature"), 2.0, 0.0, self.tr("0 takes the likeliest token each time.")
        )
        self.top_p = self._real(
            self.tr("Top-p"), 1.0, 1.0, self.tr("Only the likeliest tokens with this share together.")
        )
        self.top_p.setMinimum(0.01)
        self.seed = self._whole(self.tr("Seed"), 0, 2_000_000_000, self.tr("The same seed repeats the same choices."))
        self.max_tokens = self._whole(
            self.tr("Tokens at most"), 1, _MOST_TOKENS, self.tr("The reply is cut off there; a task has its own limit.")
        )
        self.max_tokens.setValue(256)
        self.thought = self._whole(
            self.tr("Thought at most"),
            _ANY_THOUGHT,
            _MOST_TOKENS,
            self.tr(
                "Tokens of a thinking model's thought; 0 asks it for none, as runs do unless the task allows some."
            ),
        )
        self.thought.setSpecialValueText(self.tr("any length"))
        self.thought.setValue(0)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.S)
        for box in (self.temperature, self.top_p, self.seed, self.max_tokens, self.thought):
            form.addRow(label(box.accessibleName(), "soft"), box)
        self.setLayout(form)

    @property
    def sampling(self) -> Sampling:
        """What is chosen."""
        cap = self.thought.value()
        return Sampling(
            self.temperature.value(),
            self.top_p.value(),
            self.seed.value(),
            self.max_tokens.value(),
            None if cap == _ANY_THOUGHT else cap,
        )

    def show_limits(self, tokens: int, thought: int) -> None:
        """Show a task's own limits of the reply and of the thought before it."""
        self.max_tokens.setValue(tokens)
        self.thought.setValue(thought)

    def _real(self, name: str, most: float, value: float, tip: str) -> QDoubleSpinBox:
        box = RealBox()
        box.setRange(0.0, most)
        box.setSingleStep(0.1 if most > 1 else 0.05)
        box.setValue(value)
        return self._dressed(box, name, tip)

    def _whole(self, name: str, low: int, high: int, tip: str) -> QSpinBox:
        box = WholeBox()
        box.setRange(low, high)
        return self._dressed(box, name, tip)

    def _dressed(self, box: _Box, name: str, tip: str) -> _Box:
        box.setAccessibleName(name)
        box.setToolTip(tip)
        as_number(box)
        box.valueChanged.connect(lambda _: self.changed.emit())
        return box
