"""Statistical racing: what a bet is worth, how often it is wrong, and what a person reads of it.

The chances are simulated: that a promise holds in 95 of 100 shuffles can be seen on shuffles only.
"""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core import events as e
from core.bench.racing import contested, drawn, replay
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Racing, Role, RunSpec
from core.domain.task import AnswerContract, AnswerKind, Task
from core.engine.recorder import Recorder
from core.lab.bench import Bench
from core.lab.journal import Journal, MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.race import BOUND, EVIDENCE, MARGIN, RULES, Leader, Race, Rule, capital
from core.llm.base import Reply, Request, Usage
from core.state import fold

STATISTICAL = RULES[Racing.STATISTICAL]


class Matrix:
    """A `ChatModel` as far as scoring needs one: prompt `p` answers row `r` rightly where `right[p][r]`."""

    def __init__(self, right: Sequence[Sequence[float]]) -> None:
        self.right, self.calls = right, 0

    def complete(self, requests: Sequence[Request], **_: object) -> list[Reply]:
        self.calls += len(requests)
        return [Reply("yes" if self._right(request) else "no", usage=Usage(1, 1)) for request in requests]

    def _right(self, request: Request) -> float:
        prompt, row = request.messages[0].text.replace("row", "").split()
        return self.right[int(prompt)][int(row)]


def lab_of(
    right: Sequence[Sequence[float]], racing: Racing = Racing.STATISTICAL, journal: Journal | None = None, **task: str
) -> tuple[Lab, Matrix]:
    rows = tuple(Example(i, f"row {i}", ("yes",)) for i in range(len(right[0])))
    made = Task("matrix", (), rows, contract=AnswerContract(AnswerKind.LABEL, ("yes", "no")), **task)  # type: ignore[arg-type]
    model = Matrix(right)
    spec = RunSpec("matrix", "", "", (), {}, "gpo", {}, racing=racing)
    return Lab(made, spec, Bench({Role.TASK: model}, journal or MemoryJournal(), Meter(Budget()))), model  # type: ignore[dict-item]


def shuffled(rng: random.Random, right: int, rows: int) -> list[float]:
    return rng.sample([1.0] * right + [0.0] * (rows - right), rows)


def landscape(seed: int, prompts: int = 6, rows: int = 160) -> list[list[float]]:
    """Prompts of which the best is right on three rows of four, and which mostly fail on the same hard rows."""
    rng = random.Random(seed)
    hard = [rng.random() for _ in range(rows)]
    skills = [rng.uniform(0.3, 0.65) for _ in range(prompts)]
    return [[float(0.6 * h + 0.4 * rng.random() < skill) for h in hard] for skill in skills]


class TestTheBet:
    def test_that_capital_grows_on_average_under_no_order_of_rows_if_the_null_is_true(self) -> None:
        """Four differences that sum to zero, every order: the mean of the capital is 1 at most, at every time."""
        from itertools import permutations

        orders = [np.array(order) for order in permutations((1.0, -1.0, 1.0, -1.0))]
        for seen in (1, 2, 3):
            assert np.mean([min(1e9, capital(order[:seen], 4, 0.0)) for order in orders]) <= 1.0 + 1e-9

    def test_that_two_equal_prompts_are_told_apart_in_fewer_orders_than_alpha(self) -> None:
        rng, wrong = random.Random(1), 0
        for _ in range(600):
            lead = np.array(shuffled(rng, 60, 100)) - np.array(shuffled(rng, 60, 100))
            wrong += any(capital(lead[:n], 100, 0.0) >= 20 for n in range(1, 100))
        assert wrong <= 0.05 * 600

    def test_that_a_lead_of_twenty_points_shows_long_before_the_end(self) -> None:
        rng, rows = random.Random(2), []
        for _ in range(200):
            lead = np.array(shuffled(rng, 160, 200)) - np.array(shuffled(rng, 120, 200))
            rows.append(next(n for n in range(1, 200) if capital(lead[:n], 200, 0.0) >= 20))
        assert np.median(rows) < 120

    def test_that_an_impossible_null_is_worth_everything(self) -> None:
        assert capital(np.ones(60), 100, 0.0) == float("inf")
        assert capital(np.ones(49), 100, 0.0) < float("inf")

    def test_that_rows_without_a_bet_count_towards_the_total(self) -> None:
        assert capital(np.ones(8), 100, 0.0, opening=8) == 1.0
        assert capital(np.ones(60), 100, 0.0, opening=60) == float("inf")


class TestTheRace:
    def test_that_the_best_is_missed_by_more_than_a_point_in_fewer_races_than_alpha(self) -> None:
        races = [replay(landscape(seed), STATISTICAL) for seed in range(300)]
        assert sum(race.behind > 0.01 + 1e-9 for race in races) <= 0.05 * 300

    def test_that_evidence_saves_evaluations_where_bounds_cannot(self) -> None:
        exact = [replay(landscape(seed), Rule()).spent for seed in range(60)]
        statistical = [replay(landscape(seed), STATISTICAL).spent for seed in range(60)]
        assert np.mean(statistical) < np.mean(exact) - 0.15

    def test_that_nothing_is_dropped_while_a_place_is_free(self) -> None:
        race = Race(STATISTICAL, 64, places=2)
        race.finish(Leader("c0", [1.0] * 64))
        assert race.loss([0.0] * 32) is None
        race.finish(Leader("c1", [0.9] * 64))
        loss = race.loss([0.0] * 32)
        assert loss is not None
        assert (loss.reason, loss.leader) == (BOUND, "c1")

    def test_that_what_can_lead_by_next_to_nothing_is_dropped_unless_racing_is_exact(self) -> None:
        for rule, reason in ((STATISTICAL, MARGIN), (Rule(), None)):
            race = Race(rule, 100)
            race.finish(Leader("c0", [1.0] * 100))
            loss = race.loss([1.0] * 16)
            assert (loss.reason if loss else None) == reason

    def test_that_a_penalty_moves_the_mark(self) -> None:
        race = Race(Rule(), 20)
        race.finish(Leader("c0", [1.0] * 20, penalty=0.3))
        assert race.loss([0.0] * 5, penalty=0.0) is None
        assert race.loss([0.0] * 5, penalty=0.1) is not None


class TestInTheLab:
    def test_that_the_benchs_replay_is_what_the_lab_does(self) -> None:
        for seed in range(8):
            right = landscape(seed)
            for racing in Racing:
                lab, model = lab_of(right, racing)
                best = max(lab.race([Prompt(str(i)) for i in range(len(right))]), key=lambda scored: scored.value)
                raced = replay(right, RULES[racing])
                assert model.calls == round(raced.spent * len(right) * len(right[0]))
                assert max(map(np.mean, right)) - best.value == pytest.approx(raced.behind)

    def test_that_a_drop_on_evidence_says_why_and_by_whose_lead(self) -> None:
        journal = MemoryJournal()
        lab, _ = lab_of(landscape(3), journal=journal)
        lab.race([Prompt(str(i)) for i in range(6)])
        dropped = [event for event in journal.events if isinstance(event, e.CandidateDropped)]
        evident = next(event for event in dropped if event.reason == EVIDENCE)
        state = fold(journal.events)
        partial = state.nodes[evident.candidate].dropped[Split.VALIDATION]
        assert (partial.reason, partial.against, len(partial.verdicts)) == (EVIDENCE, evident.against, evident.n)
        leader = state.nodes[evident.against].cards[Split.VALIDATION]
        assert leader.value > sum(verdict.score for verdict in partial.verdicts) / evident.n

    def test_that_a_metric_that_is_no_mean_of_rows_is_scored_to_the_end(self) -> None:
        lab, model = lab_of(landscape(3), metric="macro_f1")
        assert len(lab.race([Prompt(str(i)) for i in range(6)])) == 6
        assert model.calls == 6 * 160

    @pytest.mark.parametrize("cut", range(6))
    def test_that_a_race_cut_at_any_byte_drops_the_same_prompts(self, tmp_path: Path, cut: int) -> None:
        def session(log: Path) -> bytes:
            recorder = Recorder(log, lambda event: None)
            try:
                lab_of(landscape(4), journal=recorder)[0].race([Prompt(str(i)) for i in range(6)])
            finally:
                recorder.close()
            return log.read_bytes()

        whole = session(tmp_path / "whole.jsonl")
        assert b'"evidence"' in whole
        log = tmp_path / "cut.jsonl"
        log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
        assert session(log) == whole

    def test_that_the_best_places_of_an_exact_race_are_those_of_full_scoring(self) -> None:
        for seed in range(8):
            right = landscape(seed)
            prompts = [Prompt(str(i)) for i in range(6)]
            full = sorted((scored.value for scored in lab_of(right)[0].score(prompts)), reverse=True)
            raced, _ = lab_of(right, Racing.EXACT)
            assert sorted((scored.value for scored in raced.race(prompts, places=3)), reverse=True)[:3] == full[:3]

    def test_that_a_minibatch_is_paid_once_and_is_no_score_of_the_search(self) -> None:
        lab, model = lab_of(landscape(5))
        verdicts = lab.score_block(Prompt("0"), 3, on=Split.VALIDATION)
        assert [verdict.row for verdict in verdicts] == list(range(48, 64))
        assert lab.search_results() == []
        card = lab.score([Prompt("0")])[0].card
        assert model.calls == 160
        assert [verdict.row for verdict in card.verdicts] == list(range(160))


class TestOldRuns:
    def test_that_a_spec_of_before_statistical_racing_is_exact(self) -> None:
        spec = RunSpec("matrix", "", "", (), {}, "gpo", {}, racing=Racing.STATISTICAL)
        old = json.loads(msgspec.json.encode(spec))
        assert old.pop("racing") == "statistical"
        assert msgspec.json.decode(json.dumps(old), type=RunSpec).racing is Racing.EXACT

    def test_that_a_drop_logged_before_reasons_were_is_read_as_one_by_the_bound(self) -> None:
        line = b'{"event":"CandidateDropped","candidate":"c1","split":"train","bound":0.5,"n":16}\n'
        assert e.decode(line) == e.CandidateDropped("c1", Split.TRAIN, 0.5, 16)


class TestTheBench:
    def test_that_races_are_drawn_alike_from_every_landscape_and_the_same_by_seed(self) -> None:
        matrices = {"a": landscape(1, prompts=10), "b": landscape(2, prompts=4)}
        races = list(drawn(matrices, rows=48, races=6, seed=0))
        assert [(len(race), len(race[0])) for race in races] == [(8, 48)] * 3 + [(4, 48)] * 3
        assert races == list(drawn(matrices, rows=48, races=6, seed=0))
        assert races != list(drawn(matrices, rows=48, races=6, seed=1))

    def test_that_contested_prompts_leave_something_to_be_done(self) -> None:
        assert contested([[1.0] * 20, [1.0] * 18 + [0.0] * 2]) == [[1.0] * 18 + [0.0] * 2]
