"""One control per kind of parameter, all with the same three verbs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from core.domain.runspec import ParamValue
from core.methods.base import ParamField
from desktop.sentences import translated
from desktop.widgets.controls import ChoiceBox, RealBox, WholeBox
from desktop.widgets.spin import as_number

_LARGEST = 2_000_000_000
_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Editor:
    """A control with how to read it, how to set it, and how to hear of a change."""

    widget: QWidget
    get: Callable[[], ParamValue]
    set: Callable[[ParamValue], None]
    on_change: Callable[[Callable[[], None]], None]


def in_words(field: ParamField) -> ParamField:
    """The parameter with what a person reads of it in the window's language."""
    info = replace(field.info, title=translated(field.info.title), help=translated(field.info.help))
    return replace(field, info=info)


def editor(field: ParamField) -> Editor:
    """The control for a parameter."""
    made = _make(field)
    made.widget.setAccessibleName(field.info.title)
    made.widget.setAccessibleDescription(field.info.help)
    made.widget.setToolTip(tip(field))
    made.set(field.default)
    return made


def tip(field: ParamField) -> str:
    """What a parameter is for, its limits, and the name it has on the command line."""
    low, high = field.info.low, field.info.high
    limits = f"{low:g} … {high:g}" if low is not None and high is not None else ""
    return "\n".join(part for part in (field.info.help, limits, field.name) if part)


def _make(field: ParamField) -> Editor:
    if field.choices:
        return _choice(field)
    if field.kind is bool:
        return _flag(field)
    if field.kind is int:
        return _whole(field)
    if field.kind is float:
        return _real(field)
    return _text()


def _choice(field: ParamField) -> Editor:
    box = ChoiceBox()
    for choice in field.choices:
        box.addItem(translated(choice.replace("_", " ")), choice)

    def select(value: ParamValue) -> None:
        box.setCurrentIndex(max(0, box.findData(str(value))))

    return Editor(
        box, lambda: str(box.currentData()), select, lambda slot: _hear(box.currentIndexChanged.connect, slot)
    )


def _flag(field: ParamField) -> Editor:
    box = QCheckBox(field.info.title)
    return Editor(
        box, box.isChecked, lambda value: box.setChecked(bool(value)), lambda slot: _hear(box.toggled.connect, slot)
    )


def _whole(field: ParamField) -> Editor:
    box = WholeBox()
    box.setRange(
        -_LARGEST if field.info.low is None else int(field.info.low),
        _LARGEST if field.info.high is None else int(field.info.high),
    )
    as_number(box)
    return Editor(
        box, box.value, lambda value: box.setValue(int(value)), lambda slot: _hear(box.valueChanged.connect, slot)
    )


def _real(field: ParamField) -> Editor:
    box = RealBox()
    box.setDecimals(max(_DECIMALS, _decimals(float(field.default))))
    low = -1e9 if field.info.low is None else field.info.low
    high = 1e9 if field.info.high is None else field.info.high
    box.setRange(low, high)
    box.setSingleStep(0.05 if high - low <= 5 else 1.0)
    as_number(box)
    return Editor(
        box, box.value, lambda value: box.setValue(float(value)), lambda slot: _hear(box.valueChanged.connect, slot)
    )


def _decimals(default: float) -> int:
    """Digits after the point without which a default such as 0.000001 would be rounded away."""
    exponent = Decimal(str(default)).normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _text() -> Editor:
    line = QLineEdit()
    return Editor(
        line, line.text, lambda value: line.setText(str(value)), lambda slot: _hear(line.textChanged.connect, slot)
    )


def _hear(connect: Callable[[Callable[..., None]], object], slot: Callable[[], None]) -> None:
    connect(lambda *_: slot())
