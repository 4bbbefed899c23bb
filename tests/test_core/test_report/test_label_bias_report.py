"""The prompt alone and the prompt with label bias stand side by side wherever a run is told of."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from core import events as e
from core.domain.bias import LabelBias
from core.domain.example import Example, Split
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.errors import RunError
from core.report.bias import bias_words
from core.report.certificate import certify, check_certifiable
from core.report.html import gather, render
from core.report.result import summarize
from core.state import RunState, fold
from core.store.runs import RunFolder

Fabricate = Callable[..., list[e.Event]]
LABELS = ("yes", "no")
BIAS = LabelBias(LABELS, (-0.5, 0.5))


def task() -> Task:
    return Task("t", (), (), contract=AnswerContract(AnswerKind.LABEL, LABELS), test_fingerprint="f")


def rows(n: int) -> tuple[Example, ...]:
    return tuple(Example(row, f"input {row}", (LABELS[row % 2],)) for row in range(n))


def verdicts(examples: Sequence[Example], right: int) -> list[Verdict]:
    return [
        Verdict(row.row, float(i < right), "", extracted=row.answer if i < right else LABELS[1 - i % 2])
        for i, row in enumerate(examples)
    ]


def fitted(candidate: str, value: float, alone: float, *, kept: bool) -> e.BiasFitted:
    return e.BiasFitted(candidate, BIAS, 48, Split.VALIDATION, value, value - 0.1, value + 0.1, alone, 40, kept)


def state_with(fabricate: Fabricate, *biases: e.BiasFitted) -> RunState:
    events = fabricate(11)
    return fold([*events[:-1], *biases, events[-1]])


def replace_compared(found: e.BiasFitted, compared: float) -> e.BiasFitted:
    return structs.replace(found, compared=compared)


def best(fabricate: Fabricate) -> str:
    return fold(fabricate(11)).best


def test_that_the_certificate_holds_both_gains_and_names_them(fabricate: Fabricate) -> None:
    state = state_with(fabricate, fitted(best(fabricate), 0.7, 0.5, kept=True))
    examples = rows(60)
    before, after, biased = (verdicts(examples, right) for right in (20, 24, 50))
    found = certify("run", state, task(), examples, before, after, with_bias=biased)
    assert not found.certified
    assert found.with_bias is not None
    assert found.bias_certified
    assert found.with_bias.value == pytest.approx(50 / 60)
    assert "33.3 → 40.0 %" in found.sentence
    assert "No gain is certified" in found.sentence
    assert "With label bias: 33.3 → 83.3 %: +50.0 points" in found.sentence


def test_that_a_gain_with_bias_that_chance_can_make_is_not_passed_off_as_certified(fabricate: Fabricate) -> None:
    state = state_with(fabricate, fitted(best(fabricate), 0.7, 0.5, kept=True))
    examples = rows(60)
    found = certify(
        "run", state, task(), examples, *(verdicts(examples, n) for n in (20, 40)), with_bias=verdicts(examples, 23)
    )
    assert found.certified
    assert "No gain with label bias is certified." in found.sentence


def test_that_two_gains_to_look_at_must_be_surer_than_one(fabricate: Fabricate) -> None:
    examples = rows(60)
    before, after = verdicts(examples, 20), verdicts(examples, 26)  # six rows better and none worse: p = 0.03
    alone = certify("run", fold(fabricate(11)), task(), examples, before, after)
    state = state_with(fabricate, fitted(best(fabricate), 0.7, 0.5, kept=True))
    both = certify("run", state, task(), examples, before, after, with_bias=verdicts(examples, 22))
    assert 0.025 < alone.gain.p_value < 0.05
    assert alone.certified
    assert not both.certified
    assert not both.bias_certified
    assert "The gain of the prompt alone is not certified: of two gains" in both.sentence


def test_that_a_run_that_keeps_the_persons_prompt_is_certifiable_only_with_its_bias(fabricate: Fabricate) -> None:
    events = fabricate(1)
    assert fold(events).best == "c0"
    with pytest.raises(RunError, match="nothing better"):
        check_certifiable("run", fold(events), 60)
    kept = fold([*events[:-1], fitted("c0", 0.7, 0.5, kept=True), events[-1]])
    check_certifiable("run", kept, 60)
    with pytest.raises(RunError, match="nothing better"):
        check_certifiable("run", fold([*events[:-1], fitted("c0", 0.4, 0.5, kept=False), events[-1]]), 60)


def test_that_words_say_whose_bias_it_is_and_whether_it_helps(fabricate: Fabricate) -> None:
    name = best(fabricate)
    assert bias_words(state_with(fabricate)) == ""
    helps = bias_words(state_with(fabricate, fitted(name, 0.7, 0.5, kept=True), fitted("c0", 0.6, 0.4, kept=False)))
    assert helps.startswith("With label bias the best prompt scores 70.0 % instead of 50.0 %")
    assert "Offsets: no +0.50, yes −0.50." in helps
    assert "Comparing" not in helps, "a log of an earlier version does not say"
    more = replace_compared(fitted(name, 0.7, 0.5, kept=True), 0.6)
    assert "Comparing its labels without offsets gives 60.0 %." in bias_words(state_with(fabricate, more))
    own = bias_words(state_with(fabricate, fitted(name, 0.6, 0.5, kept=False), fitted("c0", 0.7, 0.4, kept=True)))
    assert own.startswith("With label bias your own prompt scores 70.0 %, above the best prompt alone with 50.0 %")
    assert "makes nothing better" in bias_words(state_with(fabricate, fitted(name, 0.5, 0.5, kept=False)))


def test_that_the_report_shows_both_and_names_a_collapsed_prompt(fabricate: Fabricate) -> None:
    state = state_with(fabricate, fitted(best(fabricate), 0.7, 0.5, kept=True))
    node = state.nodes["c0"]
    node.cards[Split.TRAIN] = replace(node.cards[Split.TRAIN], collapsed="<yes>")
    examples = rows(60)
    found = certify(
        "run", state, task(), examples, *(verdicts(examples, n) for n in (20, 24)), with_bias=verdicts(examples, 50)
    )
    page = render(gather("run", state, task=task(), certificate=found)).decode()
    assert "✓ certified with label bias" in page
    assert "+50.0" in page
    assert "With label bias the best prompt scores 70.0 %" in page
    assert "nearly all rows were given “&lt;yes&gt;”" in page
    assert "Label collapse" not in render(gather("run", state_with(fabricate), task=task())).decode()


def test_that_the_certificate_s_figures_stand_in_the_result(fabricate: Fabricate, tmp_path: Path) -> None:
    events = fabricate(1)
    state = fold([*events[:-1], fitted("c0", 0.7, 0.5, kept=True), events[-1]])
    examples = rows(60)
    before, biased = verdicts(examples, 20), verdicts(examples, 50)
    found = certify("run", state, task(), examples, before, before, with_bias=biased)
    (tmp_path / "run").mkdir()
    folder = RunFolder(tmp_path / "run")
    folder.write_result(summarize("run", state, 1.0))
    folder.write_certificate(found)
    result = folder.read_result()
    assert result is not None
    assert result.best is not None
    for shown in (result.seed_prompt, result.best):
        assert shown.test == pytest.approx(20 / 60)
        assert shown.with_bias is not None
        assert shown.with_bias.test == pytest.approx(50 / 60)
        assert shown.with_bias.certified
    assert folder.read_certificate() == found
    assert "No row is answered better or worse than by your prompt. With label bias:" in found.sentence
