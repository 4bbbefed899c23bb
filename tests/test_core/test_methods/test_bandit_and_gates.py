"""Dual-Phase's arithmetic: the choice among sentences, their weights, and the two gates."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.scoring import Scorecard, Verdict
from core.methods.dual_phase.bandit import Draw, chances, draw, grown
from core.methods.dual_phase.gates import FullGate, Reward, chance_of, probe_gate
from core.methods.dual_phase.sentences import Sentences
from core.methods.shared.examples import failing


def card(*scores: float) -> Scorecard:
    return Scorecard(
        Split.TRAIN,
        sum(scores) / len(scores),
        0.0,
        1.0,
        tuple(Verdict(i, score, "") for i, score in enumerate(scores, 1)),
    )


def of_accuracy(right: int, rows: int) -> Scorecard:
    return card(*([1.0] * right + [0.0] * (rows - right)))


class TestChoice:
    @given(st.dictionaries(st.integers(0, 40), st.floats(0.0, 1e4), min_size=1), st.floats(0.0, 1.0))
    def test_that_chances_are_never_negative_and_sum_to_one(self, weights: dict[int, float], mixing: float) -> None:
        found = chances(weights, mixing)
        assert set(found) == set(weights)
        assert all(chance >= mixing / len(weights) - 1e-12 for chance in found.values())
        assert math.isclose(sum(found.values()), 1.0)

    def test_that_weights_out_of_any_exponentials_reach_do_not_overflow(self) -> None:
        assert chances({0: 1e6, 1: 0.0}) == {0: 1.0, 1: 0.0}

    def test_that_equation_9_gives_the_value_computed_by_hand(self) -> None:
        weight = grown(1.0, 0.62, 1 / 12, 12, 0.055)
        assert weight == pytest.approx(1.0347, abs=5e-5)
        assert chances({0: weight, **dict.fromkeys(range(1, 12), 1.0)})[0] == pytest.approx(0.0860, abs=5e-5)

    @pytest.mark.parametrize(
        ("rate", "expected"),
        [(0.055, 0.098), (0.2, 0.147), (0.5, 0.298), (1.0, 0.591)],
    )
    def test_that_five_acceptances_of_one_sentence_move_its_chance_as_simulated(
        self, rate: float, expected: float
    ) -> None:
        weights = dict.fromkeys(range(12), 1.0)
        for _ in range(5):
            weights[0] = grown(weights[0], 0.62, chances(weights)[0], 12, rate)
        assert chances(weights)[0] == pytest.approx(expected, abs=5e-4)

    def test_that_one_update_never_multiplies_by_more_than_e(self) -> None:
        assert grown(1.0, 1.0, 1e-9, 2, 10.0) == pytest.approx(math.e)
        assert grown(2.0, -1.0, 0.5, 2, 0.5) == 2.0, "a loss earns nothing"

    def test_that_no_arm_is_drawn_where_there_is_none(self) -> None:
        assert draw(random.Random(0), {}) is None

    def test_that_an_arm_is_drawn_as_often_as_its_chance_says(self) -> None:
        rng = random.Random(1)
        drawn = [draw(rng, {3: 1.0, 5: 2.0}) for _ in range(4000)]
        share = sum(one is not None and one.arm == 5 for one in drawn) / 4000
        assert share == pytest.approx(math.e / (1 + math.e), abs=0.03)
        assert {one.chance for one in drawn if one and one.arm == 5} == {chances({3: 1.0, 5: 2.0})[5]}


class TestSentences:
    PROMPT = Prompt("# Rules\nRead it. Think.\n\nAnswer.")

    def test_that_headings_have_no_weight_and_are_never_drawn(self) -> None:
        sentences = Sentences.of(self.PROMPT)
        assert sentences.weights == {1: 1.0, 2: 1.0, 3: 1.0}
        drawn = {sentences.draw(random.Random(i), (), 0.0) for i in range(60)}
        assert {one.arm for one in drawn if one} == {1, 2, 3}

    def test_that_what_rests_is_not_drawn_and_nothing_is_left_when_all_rest(self) -> None:
        sentences = Sentences.of(self.PROMPT)
        drawn = sentences.draw(random.Random(0), {1, 2}, 0.1)
        assert drawn == Draw(3, 1.0, 1)
        assert sentences.draw(random.Random(0), {1, 2, 3}, 0.1) is None

    def test_that_equation_9_counts_editable_sentences_only(self) -> None:
        sentences = Sentences.of(self.PROMPT)
        after = sentences.rewritten(Draw(2, 1 / 3, 3), "Think twice. Then think again.", 0.62, 0.055)
        assert after.weights[2] == pytest.approx(math.exp(0.055 * 0.62))
        assert (after.weights[1], after.weights[3]) == (1.0, 1.0)

    def test_that_equation_9_counts_the_sentences_that_the_chance_was_shared_among(self) -> None:
        sentences = Sentences.of(self.PROMPT)
        drawn = sentences.draw(random.Random(0), {1, 2}, 0.0)
        assert drawn is not None
        after = sentences.rewritten(drawn, "Reply.", 0.5, 0.1)
        assert after.weights[3] == pytest.approx(math.exp(0.1 * 0.5)), "drawn for sure among one"

    def test_that_a_rewrite_of_two_sentences_keeps_its_place_as_one(self) -> None:
        after = Sentences.of(self.PROMPT).rewritten(Draw(2, 1 / 3, 3), "Think twice. Then again.", 1.0, 0.5)
        assert [unit.text for unit in after.units] == ["# Rules", "Read it.", "Think twice. Then again.", "Answer."]

    def test_that_the_table_has_a_row_for_every_unit(self) -> None:
        table = Sentences.of(self.PROMPT).table(0.0)
        assert table["sentences"] == ["# Rules", "Read it.", "Think.", "Answer."]
        assert table["weights"] == ["", "1.0000", "1.0000", "1.0000"]
        assert table["chances"] == ["", "0.3333", "0.3333", "0.3333"]


class TestFailures:
    def test_that_wrong_rows_fail_whatever_their_share(self) -> None:
        assert [verdict.row for verdict in failing(card(0.0, 1.0, 0.0, 0.0).verdicts)] == [1, 3, 4]
        assert failing(card(1.0, 1.0).verdicts) == ()

    def test_that_graded_rows_fail_below_half(self) -> None:
        assert [verdict.row for verdict in failing(card(0.4, 0.5, 0.9).verdicts)] == [1]

    def test_that_the_worse_half_fails_where_no_row_is_below_half(self) -> None:
        assert [verdict.row for verdict in failing(card(0.6, 0.7, 0.9, 1.0, 1.0).verdicts)] == [1, 2, 3]
        assert [verdict.row for verdict in failing(card(0.7, 0.7).verdicts)] == [1, 2]


class TestQuickGate:
    FAILED = tuple(Verdict(row, 0.0, "") for row in range(1, 41))

    def answers(self, scores: list[float], asked: list[int]) -> object:
        for start in range(0, len(scores), 16):
            block = scores[start : start + 16]
            asked.append(len(block))
            yield [Verdict(start + i + 1, score, "") for i, score in enumerate(block)]

    @pytest.mark.parametrize(
        ("scores", "passed", "blocks"),
        [
            ([1.0] * 12 + [0.0] * 28, True, 1),
            ([0.0] * 28 + [1.0] * 12, True, 3),
            ([0.0] * 21 + [1.0] * 11 + [0.0] * 8, False, 3),
            ([0.0] * 40, False, 2),
            ([1.0] * 16 + [0.0] * 24, True, 1),
        ],
    )
    def test_that_it_is_decided_as_on_all_rows_with_no_more_answers_than_needed(
        self, scores: list[float], passed: bool, blocks: int
    ) -> None:
        asked: list[int] = []
        result = probe_gate(self.answers(scores, asked), self.FAILED, 0.3)  # type: ignore[arg-type]
        assert (result.passed, len(asked)) == (passed, blocks)
        assert result.rows == sum(asked)
        assert passed is (sum(scores) / 40 >= 0.3 - 1e-9)

    @given(st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 1)), min_size=1, max_size=60), st.floats(0, 1))
    def test_that_stopping_early_never_changes_the_decision(
        self, pairs: list[tuple[float, float]], least: float
    ) -> None:
        failed = [Verdict(i, old, "") for i, (old, _) in enumerate(pairs, 1)]
        gain = sum(new - old for old, new in pairs) / len(pairs)
        if abs(gain - least) < 1e-6:
            return
        result = probe_gate(self.answers([new for _, new in pairs], []), failed, least)  # type: ignore[arg-type]
        assert result.passed is (gain >= least)

    def test_that_what_a_graded_row_had_before_is_no_gain(self) -> None:
        failed = [Verdict(1, 0.4, ""), Verdict(2, 0.4, "")]
        same = [[Verdict(1, 0.4, ""), Verdict(2, 0.4, "")]]
        assert not probe_gate(same, failed, 0.3).passed


class TestFullGate:
    @pytest.mark.parametrize(("right", "needed"), [(30, 0.1), (70, 0.1), (85, 0.1), (89, 0.1)])
    def test_that_the_plain_gate_asks_for_ten_points(self, right: int, needed: float) -> None:
        gate, current = FullGate(0.1, guarded=False), of_accuracy(right, 100)
        assert gate.threshold(current) == needed
        assert gate.passes(current, of_accuracy(right + 10, 100))
        assert not gate.passes(current, of_accuracy(right + 9, 100))

    @pytest.mark.parametrize("right", [90, 95, 99])
    def test_that_a_prompt_near_the_top_can_still_be_improved(self, right: int) -> None:
        current = of_accuracy(right, 100)
        assert FullGate(0.1, guarded=False).passes(current, of_accuracy(right + 1, 100))
        assert not FullGate(0.1, guarded=False).passes(current, current)

    def test_that_the_guarded_gate_scales_with_what_is_left_but_never_below_two_rows(self) -> None:
        gate = FullGate(0.1, guarded=True)
        assert gate.threshold(of_accuracy(40, 100)) == pytest.approx(0.1)
        assert gate.threshold(of_accuracy(80, 100)) == pytest.approx(0.06)
        assert gate.threshold(of_accuracy(99, 100)) == pytest.approx(0.02)
        assert gate.passes(of_accuracy(95, 100), of_accuracy(97, 100))
        assert not gate.passes(of_accuracy(95, 100), of_accuracy(96, 100))

    @pytest.mark.parametrize(
        ("better", "worse", "p", "passes"),
        [(2, 0, 0.25, True), (3, 1, 0.3125, False), (4, 1, 0.1875, True), (1, 0, 0.5, False)],
    )
    def test_that_a_gain_that_may_be_chance_does_not_pass_the_guarded_gate(
        self, better: int, worse: int, p: float, passes: bool
    ) -> None:
        assert chance_of(better, worse) == p
        current = card(*[1.0] * 15, *[0.0] * 5)
        new = card(*[0.0] * worse, *[1.0] * (15 - worse + better), *[0.0] * (5 - better))
        assert FullGate(0.05, guarded=True).passes(current, new) is passes


class TestReward:
    def test_that_the_ports_reward_is_the_accuracy_and_ours_the_gain(self) -> None:
        current, new = card(1.0, 1.0, 0.0, 0.0), card(1.0, 0.0, 1.0, 1.0)
        assert Reward.ACCURACY.of(current, new, failing(current.verdicts), 0.4) == pytest.approx(0.4 * 0.75 + 0.6 * 1.0)
        assert Reward.GAIN.of(current, new, failing(current.verdicts), 0.4) == pytest.approx(0.4 * 0.25 + 0.6 * 1.0)
