"""GEPA's own story on scripted models (`conftest` says why), and a run cut anywhere."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.bench import direct
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.scoring import Scored, Verdict
from core.engine.recorder import Recorder
from core.errors import RunError
from core.events import BlockScored, CandidateProposed, CandidateScored, MethodNoted, OptimizerReplied, RowsProbed
from core.methods.base import as_values, make_params
from core.methods.gepa import method as gepa
from core.methods.gepa.pareto import front, unrelated_pairs

VAGUE = (Prompt("Complete the task."),)


def answer_by_word(asked: str, seed: int) -> str:
    """Right on the rows whose own good word is in the prompt: prompts are good at different rows."""
    del seed
    prompt, _, row = asked.rpartition("\n\n")
    words = ("second", "letter", "word", "write", "lower", "exactly", "only", "one")
    return row[1] if words[hashlib.sha256(row.encode()).digest()[0] % 8] in prompt.casefold().split() else "?"


def join_or_write(asked: str, seed: int) -> str:
    """Asked to merge, all words of both instructions; else a few of the good words."""
    if "joins what they know" not in asked:
        digest = hashlib.sha256(str(seed).encode()).digest()
        words = ("second", "letter", "word", "write", "lower", "exactly", "only", "one", "please", "now")
        return f"<new_prompt>{' '.join(words[byte % 10] for byte in digest[:4])}</new_prompt>"
    inside = [part.split("</instruction>")[0] for part in asked.split("<instruction>")[1:]]
    return f"<new_prompt>{' '.join(dict.fromkeys(' '.join(inside).split()))}</new_prompt>"


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(gepa, lab, VAGUE, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def notes(events: list[Any], topic: str) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == topic]


def scored_rows(kit: Any, number: int, rows: str) -> Scored:
    """A prompt that is right where `rows` says 1."""
    made: Scored = kit.scored(f"p{number}", rows.count("1") / len(rows), number)
    verdicts = tuple(Verdict(i, float(mark), "") for i, mark in enumerate(rows))
    return Scored(made.candidate, replace(made.card, verdicts=verdicts))


class TestTheFront:
    def test_that_a_prompt_which_alone_is_right_on_a_row_stays_though_it_is_the_worst(self, kit: Any) -> None:
        pool = [scored_rows(kit, 0, "1110"), scored_rows(kit, 1, "1100"), scored_rows(kit, 2, "0001")]
        assert front(pool) == {"c0": 3, "c2": 1}

    def test_that_rows_which_nobody_gets_right_are_won_by_those_who_stay(self, kit: Any) -> None:
        assert front([scored_rows(kit, 0, "10"), scored_rows(kit, 1, "00")]) == {"c0": 2}

    def test_that_of_two_equal_prompts_the_earlier_stays(self, kit: Any) -> None:
        assert front([scored_rows(kit, 0, "11"), scored_rows(kit, 1, "11")]) == {"c0": 2}

    def test_that_a_prompt_is_never_merged_with_its_own_ancestor(self, kit: Any) -> None:
        pool = [scored_rows(kit, number, "1") for number in range(4)]
        for child, parent in ((1, "c0"), (2, "c1"), (3, "c0")):
            candidate = replace(pool[child].candidate, parents=(parent,))
            pool[child] = replace(pool[child], candidate=candidate)
        pairs = [(a.candidate.id, b.candidate.id) for a, b in unrelated_pairs(pool, ["c0", "c1", "c2", "c3"])]
        assert pairs == [("c1", "c3"), ("c2", "c3")]


class TestTheSearch:
    def test_that_only_children_better_on_the_minibatch_are_scored_on_the_pareto_rows(self, kit: Any) -> None:
        events = run(kit.lab())
        steps = notes(events, "gepa.step")
        assert any(step["accepted"] for step in steps)
        for step in steps:
            if step["accepted"]:
                assert max(map(float, step["after"])) > step["before"]
        merged = {event.candidate.id for event in of(events, CandidateProposed) if event.candidate.operator == "merge"}
        allowed = {"c0", *merged, *(step["accepted"] for step in steps)}
        assert {event.candidate for event in of(events, CandidateScored)} <= allowed

    def test_that_minibatches_are_blocks_outside_the_pareto_rows_until_all_were_seen(self, kit: Any) -> None:
        steps = notes(run(kit.lab(task=kit.task(train=112)), stop_early=False), "gepa.step")
        seen = [step["minibatch"] for step in steps]
        assert set(seen) == {3, 4, 5, 6}
        assert sorted(seen[:4]) == sorted(seen[4:8]) == [3, 4, 5, 6]

    def test_that_parents_come_from_the_front_in_proportion_to_the_rows_they_win(self, kit: Any) -> None:
        lab = kit.lab(answers=answer_by_word, optimizer=join_or_write)
        steps = notes(run(lab, steps=20, stop_early=False), "gepa.step")
        assert any(len(step["front"]) > 1 for step in steps)
        assert all(step["parent"] in step["front"] for step in steps)
        assert all(sum(map(int, step["wins"])) >= 48 for step in steps), "every row has a winner"

    def test_that_the_optimizer_sees_the_parents_failures_and_no_row_it_got_right(self, kit: Any) -> None:
        events = run(kit.lab(), steps=4, stop_early=False, merges=0)
        asked = [event for event in of(events, OptimizerReplied) if event.purpose == "reflect"]
        blocks = {(e.candidate, e.block): e.verdicts for e in of(events, BlockScored) if e.split is Split.TRAIN}
        rows = {example.row: example.input for example in kit.lab().rows(Split.TRAIN)}
        reflected = [step for step in notes(events, "gepa.step") if step["children"]]
        assert len(asked) >= len(reflected) > 0
        for question, step in zip(asked, reflected, strict=False):
            verdicts = blocks[step["parent"], step["minibatch"]]
            right = [rows[verdict.row] for verdict in verdicts if verdict.score == 1.0]
            wrong = [rows[verdict.row] for verdict in verdicts if verdict.score < 1.0]
            assert sum(f"Input:\n{text}\n" in question.prompt for text in wrong) == min(3, len(wrong))
            assert not any(f"Input:\n{text}\n" in question.prompt for text in right)

    def test_that_a_merged_prompt_has_two_parents_and_was_as_good_as_both_on_a_minibatch(self, kit: Any) -> None:
        events = run(kit.lab(answers=answer_by_word, optimizer=join_or_write), merges=8, steps=20)
        accepted = [note for note in notes(events, "gepa.merge") if note["accepted"]]
        made = [event.candidate for event in of(events, CandidateProposed) if event.candidate.operator == "merge"]
        assert accepted
        assert all(len(candidate.parents) == 2 for candidate in made)

    def test_that_the_faithful_preset_competes_on_validation_rows_and_learns_from_training_rows(self, kit: Any) -> None:
        events = run(kit.lab(), preset="faithful", steps=6)
        assert {event.split for event in of(events, CandidateScored)} == {Split.VALIDATION}
        assert [step["minibatch"] for step in notes(events, "gepa.step")] == [0, 1, 2, 3, 4, 5]
        probed = of(events, RowsProbed)
        assert {(event.split, len(event.verdicts)) for event in probed} == {(Split.TRAIN, 3)}
        assert {ask.purpose for ask in of(events, OptimizerReplied)} <= {"reflect", "resample"}, "one question"

    def test_that_the_whole_minibatch_is_shown_faithfully_right_answers_too(self, kit: Any) -> None:
        half = lambda asked, seed: asked[-3] if ord(asked[-1]) % 2 else "?"  # noqa: E731
        events = run(kit.lab(answers=half), preset="faithful", steps=6)
        asked = [event.prompt for event in of(events, OptimizerReplied) if event.purpose == "reflect"]
        assert {prompt.count("\nReply:\n") for prompt in asked} == {3}
        assert any("Feedback: This reply is right." in prompt for prompt in asked)

    @pytest.mark.parametrize("preset", gepa.PRESETS)
    def test_that_no_run_spends_more_than_said_before(self, kit: Any, preset: str) -> None:
        params, search = gepa.PRESETS[preset].chosen(gepa.Params, {})
        assert make_params(gepa.Params, as_values(params)) == params
        events = run(kit.lab(), preset=preset)
        spent = sum(event.spent.calls for event in of(events, OptimizerReplied) + of(events, BlockScored))
        assert 0 < spent <= gepa.most_calls(params, search, train=64, validation=48, seeds=1)

    @pytest.mark.parametrize("reply", ["", "<new_prompt></new_prompt>", "no tags", "long " * 5000])
    def test_that_a_useless_optimizer_neither_crashes_nor_changes_anything(self, kit: Any, reply: str) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: reply)
        run(lab)
        assert [scored.candidate.id for scored in lab.search_results()] == ["c0"]

    def test_that_without_training_rows_there_is_nothing_to_learn_from_and_that_is_said(self, kit: Any) -> None:
        with pytest.raises(RunError, match="no train rows"):
            run(kit.lab(task=kit.task(train=0)), preset="faithful")

    def test_that_a_perfect_prompt_ends_the_search_at_once(self, kit: Any) -> None:
        lab = kit.lab(answers=lambda asked, seed: asked.rpartition("\n\n")[2][1])
        assert len(notes(run(lab), "gepa.step")) == 1


def session(kit: Any, log: Path) -> bytes:
    """One run, or the rest of one, into a log."""
    recorder = Recorder(log, lambda event: None)
    try:
        lab = kit.lab(journal=recorder, answers=answer_by_word, optimizer=join_or_write)
        gepa.optimize(lab, VAGUE, gepa.Params())
    finally:
        recorder.close()
    return log.read_bytes()


@pytest.mark.parametrize("cut", range(8))
def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(kit: Any, tmp_path: Path, cut: int) -> None:
    whole = session(kit, tmp_path / "whole.jsonl")
    log = tmp_path / "cut.jsonl"
    log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
    assert session(kit, log) == whole
