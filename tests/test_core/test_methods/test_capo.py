"""CAPO's own story on scripted models (`conftest` says why), and a run cut anywhere."""

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.bench import direct
from core.domain.example import Split
from core.domain.prompt import Demonstration, Prompt
from core.engine.recorder import Recorder
from core.errors import RunError
from core.events import BlockScored, CandidateProposed, CandidateScored, MethodNoted, OptimizerReplied
from core.methods.base import as_values, make_params
from core.methods.capo import method as capo

VAGUE = (Prompt("Complete the task."),)


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(capo, lab, VAGUE, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def steps(events: list[Any]) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == "capo.step"]


def proposed(events: list[Any]) -> list[Any]:
    return [event.candidate for event in of(events, CandidateProposed)]


class TestDemonstrations:
    def test_that_they_are_training_rows_that_the_search_does_not_score_on(self, kit: Any) -> None:
        lab = kit.lab()
        events = run(lab)
        searched = {verdict.row for block in of(events, BlockScored) for verdict in block.verdicts}
        outside = {(row.input, row.answer) for row in lab.rows(Split.TRAIN) if row.row not in searched}
        shown = {(one.input, one.output) for each in proposed(events) for one in each.prompt.demonstrations}
        assert shown
        assert shown <= outside

    def test_that_they_can_be_optimized_alone_without_a_word_to_the_optimizer(self, kit: Any) -> None:
        events = run(kit.lab(), target="demonstrations")
        assert not of(events, OptimizerReplied)
        assert {each.prompt.text for each in proposed(events)} == {VAGUE[0].text}
        assert len({each.prompt.demonstrations for each in proposed(events)}) > 3

    def test_that_the_instruction_can_be_optimized_alone(self, kit: Any) -> None:
        events = run(kit.lab(), target="instruction")
        assert {each.prompt.demonstrations for each in proposed(events)} == {()}
        assert len({each.prompt.text for each in proposed(events)}) > 3

    def test_that_no_prompt_has_more_than_asked_for_and_none_twice(self, kit: Any) -> None:
        for each in proposed(run(kit.lab(), most_shots=2, stop_early=False)):
            inputs = [one.input for one in each.prompt.demonstrations]
            assert len(inputs) == len(set(inputs)) <= 2

    def test_that_a_task_with_hardly_any_training_rows_is_refused_with_a_way_out(self, kit: Any) -> None:
        with pytest.raises(RunError, match="worked example") as refused:
            run(kit.lab(task=kit.task(train=8)))
        assert "instruction alone" in refused.value.hint
        run(kit.lab(task=kit.task(train=8)), target="instruction", steps=1)
        run(kit.lab(task=kit.task(train=16)), steps=1)

    def test_that_few_training_rows_are_shared_out_between_scoring_and_showing(self, kit: Any) -> None:
        events = run(kit.lab(task=kit.task(train=40)), steps=1)
        assert {event.n for event in of(events, CandidateScored)} == {16}

    def test_that_a_mutation_adds_one_removes_one_or_keeps_them_all_a_third_each(self, kit: Any) -> None:
        lab = kit.lab()
        rows = lab.rows(Split.TRAIN)
        breeder = capo._Breeder(lab, capo.Params(most_shots=4), rows, in_few_words=False)
        had = [Demonstration(row.input, row.answer) for row in rows[:2]]
        sizes = Counter()
        for _ in range(600):
            mutated = breeder._one_more_or_less(had)
            sizes[len(mutated)] += 1
            assert len(set(had) & set(mutated)) >= min(2, len(mutated))
        assert set(sizes) == {1, 2, 3}
        assert all(140 < n < 260 for n in sizes.values())

    def test_that_demonstrations_are_neither_added_beyond_the_most_nor_taken_from_none(self, kit: Any) -> None:
        lab = kit.lab()
        rows = lab.rows(Split.TRAIN)
        breeder = capo._Breeder(lab, capo.Params(most_shots=1), rows, in_few_words=False)
        one = [Demonstration(rows[0].input, rows[0].answer)]
        assert {len(breeder._one_more_or_less(one)) for _ in range(50)} == {0, 1}
        assert {len(breeder._one_more_or_less([])) for _ in range(50)} == {0, 1}


class TestTheEvolution:
    def test_that_a_population_never_exceeds_its_places_and_is_ranked_less_the_price(self, kit: Any) -> None:
        events = run(kit.lab(), population=4, stop_early=False)
        values = {event.candidate: event.value for event in of(events, CandidateScored)}
        for step in steps(events):
            assert len(step["population"]) <= 4
            worth = [values[id_] - float(price) for id_, price in zip(step["population"], step["price"], strict=True)]
            assert worth == sorted(worth, reverse=True)

    def test_that_offspring_of_two_have_two_parents_of_the_population_before(self, kit: Any) -> None:
        events = run(kit.lab(), stop_early=False)
        noted = steps(events)
        parents = {each.id: each.parents for each in proposed(events)}
        first_round = {each.id for each in proposed(events) if each.operator == "cross"}
        for before, after in pairwise(noted):
            for child in after["offspring"]:
                if child in first_round and child not in before["population"] and child not in before["offspring"]:
                    assert set(parents[child]) <= set(before["population"])
        assert any(len(each.parents) == 2 for each in proposed(events))

    def test_that_a_price_on_length_finds_shorter_prompts(self, kit: Any) -> None:
        def mean_length(penalty: float) -> float:
            found = []
            for seed in range(4):
                lab = kit.lab(seed=seed, answers=lambda asked, seed: "?" if len(asked) % 3 else asked[-1])
                events = run(lab, penalty=penalty, stop_early=False, steps=8)
                lengths = {each.id: each.prompt.length for each in proposed(events)}
                found += [lengths[id_] for id_ in steps(events)[-1]["population"]]
            return sum(found) / len(found)

        assert mean_length(1.0) < mean_length(0.0)

    def test_that_the_persons_own_prompt_is_always_scored_in_full(self, kit: Any) -> None:
        assert "c0" in {event.candidate for event in of(run(kit.lab()), CandidateScored)}

    @pytest.mark.parametrize("preset", capo.PRESETS)
    def test_that_no_run_spends_more_than_said_before(self, kit: Any, preset: str) -> None:
        params, search = capo.PRESETS[preset].chosen(capo.Params, {})
        assert make_params(capo.Params, as_values(params)) == params
        events = run(kit.lab(), preset=preset)
        spent = sum(event.spent.calls for event in of(events, OptimizerReplied) + of(events, BlockScored))
        assert 0 < spent <= capo.most_calls(params, search, train=64, validation=48, seeds=1)

    @pytest.mark.parametrize("reply", ["", "<new_prompt></new_prompt>", "no tags", "long " * 5000])
    def test_that_a_useless_optimizer_leaves_the_text_as_it_was(self, kit: Any, reply: str) -> None:
        events = run(kit.lab(optimizer=lambda asked, seed: reply))
        assert {each.prompt.text for each in proposed(events)} == {VAGUE[0].text}


def session(kit: Any, log: Path) -> bytes:
    """One run, or the rest of one, into a log."""
    recorder = Recorder(log, lambda event: None)
    try:
        capo.optimize(kit.lab(journal=recorder), VAGUE, capo.Params())
    finally:
        recorder.close()
    return log.read_bytes()


@pytest.mark.parametrize("cut", range(8))
def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(kit: Any, tmp_path: Path, cut: int) -> None:
    whole = session(kit, tmp_path / "whole.jsonl")
    log = tmp_path / "cut.jsonl"
    log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
    assert session(kit, log) == whole
