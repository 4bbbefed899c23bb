"""Forms made from dataclasses."""

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from core.methods import NAMES, method
from core.methods.base import Preset, as_values, fields, make_params, param
from desktop.forms.params_form import ParamsForm
from desktop.widgets.controls import ChoiceBox, RealBox, WholeBox


class Colour(StrEnum):
    RED = "red"
    DARK_BLUE = "dark_blue"


@dataclass(frozen=True, slots=True)
class Params:
    steps: int = param(8, "Steps", about="How often.", low=1, high=20)
    share: float = param(0.25, "Share", about="How much.", low=0.0, high=1.0)
    colour: Colour = param(Colour.RED, "Colour", about="Which.")
    name: str = param("plain", "Name", about="What it is called.")
    careful: bool = param(True, "Careful", about="Whether to look twice.")
    hidden: int = param(3, "Hidden", about="Rarely needed.", advanced=True)


PRESETS = {"usual": Preset("Usual"), "bold": Preset("Bold", {"steps": 20, "careful": False})}


@pytest.fixture
def form(qtbot: QtBot) -> ParamsForm:
    made = ParamsForm(Params, PRESETS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_every_kind_of_parameter_has_its_control(form: ParamsForm) -> None:
    kinds = {name: type(made.widget) for name, made in form.editors.items()}
    assert kinds == {
        "steps": WholeBox, "share": RealBox, "colour": ChoiceBox, "name": QLineEdit, "careful": QCheckBox,
        "hidden": WholeBox,
    }  # fmt: skip


def test_that_a_form_shows_and_gives_back_any_params(form: ParamsForm) -> None:
    wanted = Params(steps=11, share=0.5, colour=Colour.DARK_BLUE, name="<b>x</b>", careful=False, hidden=7)
    form.set_value(wanted)
    assert form.value() == wanted


def test_that_limits_of_a_parameter_are_limits_of_its_control(form: ParamsForm) -> None:
    steps = form.editors["steps"].widget
    assert isinstance(steps, QSpinBox)
    steps.setValue(99)
    assert form.value().steps == 20


def test_that_a_preset_sets_all_parameters_and_names_what_differs_from_it(form: ParamsForm) -> None:
    form.set_values({"name": "mine"})
    form.choose_preset("bold")
    assert form.value() == replace(Params(), steps=20, careful=False)
    assert form.differing() == []
    form.set_values({"steps": 3})
    assert form.differing() == ["Steps"]


def test_that_advanced_parameters_are_folded_until_asked_for(form: ParamsForm) -> None:
    assert not form.editors["hidden"].widget.isVisible()
    assert form.editors["steps"].widget.isVisible()


def test_that_help_is_where_screen_readers_look(form: ParamsForm) -> None:
    for field in fields(Params):
        widget = form.editors[field.name].widget
        assert widget.accessibleName() == field.info.title
        assert field.info.help in widget.accessibleDescription()


def test_that_the_wheel_does_not_change_numbers_in_passing(form: ParamsForm) -> None:
    steps = form.editors["steps"].widget
    steps.clearFocus()
    at = QPointF(5, 5)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(steps, wheel)
    assert form.value().steps == 8


@pytest.mark.parametrize("name", NAMES)
def test_that_every_method_has_a_form_that_gives_its_defaults_and_presets(name: str, qtbot: QtBot) -> None:
    module = method(name)
    form = ParamsForm(module.Params, module.PRESETS)
    qtbot.addWidget(form)
    for preset_name, preset in module.PRESETS.items():
        form.choose_preset(preset_name)
        assert form.values() == as_values(make_params(module.Params, preset.params))
