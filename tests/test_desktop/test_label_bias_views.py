"""What the window says of label bias and label collapse: beside the prompt alone, never instead of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.domain.bias import LabelBias
from core.domain.certificate import BiasGain, Certificate, PairedGain
from core.domain.example import Split
from core.engine.commands.prepare import Prepare
from core.events import BiasFitted, Event
from core.state import RunState, fold
from desktop.pages.certificate.so_far_part import SoFarPart
from desktop.pages.certificate.verdict_part import VerdictPart
from desktop.pages.new_run.budget_part import BudgetPart
from desktop.pages.new_run.method_part import MethodPart
from desktop.pages.run.detail import CandidateDetail

Made = Callable[..., list[Event]]
BIAS = LabelBias(("good", "bad"), (0.5, -0.5))


def gain(difference: float, *, certain: bool) -> PairedGain:
    low = difference - 0.05 if certain else -0.02
    return PairedGain(difference, low, difference + 0.05, 0.01 if certain else 0.4, 60, 20, 8, "exact McNemar test")


def certificate(*, alone: bool, biased: bool) -> Certificate:
    with_bias = BiasGain("c4", BIAS, 0.75, (0.7, 0.8), gain(0.2, certain=biased))
    shown = gain(0.1, certain=alone)
    return Certificate("r", "t", "m", "model", "0" * 64, "c4", "f", 0.55, 0.65, shown, with_bias=with_bias)


def state_with(made: Made, *, kept: bool) -> RunState:
    events = made(rounds=2)
    state = fold(events)
    found = BiasFitted(state.best, BIAS, 48, Split.VALIDATION, 0.8, 0.7, 0.9, 0.6, 40, kept=kept)
    return fold([*events[:-1], found, events[-1]])


@pytest.mark.parametrize(
    ("alone", "biased", "title"),
    [
        (True, True, "The gain is certified."),
        (True, False, "The gain is certified."),
        (False, True, "The gain with label bias is certified."),
        (False, False, "No gain could be certified."),
    ],
)
def test_that_the_certificate_shows_both_gains_and_its_title_is_true(
    qtbot: QtBot, alone: bool, biased: bool, title: str
) -> None:
    part = VerdictPart()
    qtbot.addWidget(part)
    found = certificate(alone=alone, biased=biased)
    part.show_certificate(found, ())
    assert part.title == title
    bars = {bar.name: bar.value for group, _ in part._plot.groups for bar in group}
    assert bars["With label bias"] == pytest.approx(75.0)
    assert bars["The best prompt"] == pytest.approx(65.0)
    assert bars["Gain with label bias"] == pytest.approx(20.0)
    facts = dict(part._facts(found))
    assert facts["Offsets of the labels"] == "good +0.50, bad −0.50"
    assert "With label bias: 55.0 → 75.0 %" in part.sentence
    part.show_certificate(replace(found, with_bias=None), ())
    assert "Offsets of the labels" not in dict(part._facts(replace(found, with_bias=None)))


def test_that_what_the_search_says_so_far_names_the_bias(qtbot: QtBot, made_up_run: Made) -> None:
    part = SoFarPart()
    qtbot.addWidget(part)
    part.show_run(state_with(made_up_run, kept=True))
    assert "With label bias the best prompt scores 80.0 % instead of 60.0 %" in part._bias.text()
    assert [bar.name for group, _ in part._plot.groups for bar in group][-1] == "With label bias"
    part.show_run(state_with(made_up_run, kept=False))
    assert "makes nothing better" in part._bias.text()
    part.show_run(fold(made_up_run(rounds=2)))
    assert part._bias.isHidden()


def test_that_the_details_of_a_candidate_name_collapse_and_bias(qtbot: QtBot, made_up_run: Made) -> None:
    detail = CandidateDetail()
    qtbot.addWidget(detail)
    state = state_with(made_up_run, kept=True)
    node = state.nodes[state.best]
    split, card = next((split, card) for split, card in node.cards.items() if card is node.card)
    node.cards[split] = replace(card, collapsed="good")
    detail.show_node(state, node)
    assert "Label collapse: nearly all rows were given “good”" in detail._scores.text()
    assert "With label bias 80.0, without 60.0 (40 rows)" in detail._scores.text()
    other = next(each for each in state.nodes.values() if each is not node)
    detail.show_node(state, other)
    assert "abel" not in detail._scores.text()


def test_that_a_preset_brings_both_settings_and_what_a_person_chose_stays(qtbot: QtBot) -> None:
    limits, method = BudgetPart(), MethodPart()
    qtbot.addWidget(limits)
    qtbot.addWidget(method)
    limits.show_rules(*method.rules)
    assert limits.stop_at_label
    assert limits.label_bias
    limits._label_bias.setChecked(False)
    limits.show_rules(*method.rules)
    assert not limits.label_bias
    limits.show_choices(Prepare("t", {}, stop_at_label=False, label_bias=True))
    assert (limits.stop_at_label, limits.label_bias) == (False, True)
