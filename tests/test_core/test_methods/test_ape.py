"""APE's own story: guesses from examples alone, filtered on subsets, resampled around the best."""

import re
from typing import Any

import pytest

from core.bench import direct
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.events import (
    BlockScored,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    MethodNoted,
    OptimizerReplied,
    RoundStarted,
)
from core.methods.ape import method as ape
from core.methods.ape.method import Params, subsets

VAGUE = (Prompt("Complete the task."),)


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(ape, lab, VAGUE, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def rounds(events: list[Any]) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == "ape.round"]


def candidates(events: list[Any]) -> dict[str, Any]:
    return {event.candidate.id: event.candidate for event in of(events, CandidateProposed)}


class TestGuessing:
    def test_that_a_question_shows_examples_and_neither_the_start_prompt_nor_a_score(self, kit: Any) -> None:
        events = run(kit.lab(), rounds=1)
        guesses = of(events, OptimizerReplied)
        assert len(guesses) == 4
        for ask in guesses:
            assert len(re.findall(r"Input: \w+\nAnswer: \w", ask.prompt)) == 5
            assert "Complete the task" not in ask.prompt
            assert "score" not in ask.prompt.casefold()

    def test_that_every_draw_shows_other_rows_outside_those_scored(self, kit: Any) -> None:
        lab = kit.lab()
        shown = [tuple(re.findall(r"Input: (\w+)", ask.prompt)) for ask in of(run(lab, rounds=1), OptimizerReplied)]
        assert len(set(shown)) == 4
        outside = {example.input for example in lab.rows(Split.TRAIN)[48:]}
        assert all(set(rows) <= outside for rows in shown)

    def test_that_the_faithful_preset_guesses_ninety_times_from_three_draws_and_never_resamples(self, kit: Any) -> None:
        events = run(kit.lab(), "faithful")
        assert [len(ask.replies) for ask in of(events, OptimizerReplied)] == [30, 30, 30]
        assert len(of(events, RoundStarted)) == 1
        assert {event.n for event in of(events, CandidateScored)} == {32}

    def test_that_a_guess_which_quotes_an_example_is_refused(self, kit: Any) -> None:
        task = kit.task()
        spoken = tuple(Example(e.row, f"the word to look at is {e.input}", e.answers) for e in task.train)
        object.__setattr__(task, "train", spoken)

        def copy(asked: str, seed: int) -> str:
            shown = re.findall(r"Input: (.*)", asked)
            return f"<new_prompt>When {shown[0]} take one</new_prompt>"

        events = run(kit.lab(optimizer=copy, task=task), rounds=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {"leak"}
        assert len(candidates(events)) == 1


class TestFiltering:
    def test_that_half_of_the_prompts_are_left_after_each_subset_and_never_fewer_than_kept(self) -> None:
        params = Params(kept=4, share=0.5)
        assert subsets(32, 64, params) == [(16, 16), (32, 8), (48, 4)]
        assert subsets(6, 64, params) == [(16, 4)]
        assert subsets(4, 64, params) == []
        assert subsets(32, 16, params) == [], "with one block of rows every score is a full one"

    def test_that_the_dropped_ones_answered_fewer_rows_and_have_no_score(self, kit: Any) -> None:
        events = run(kit.lab(), rounds=1)
        (note,) = rounds(events)
        assert len(note["left"]) == 4 < len(note["pool"])
        scored = {event.candidate for event in of(events, CandidateScored)}
        assert scored == {"c0", *note["left"]}
        blocks: dict[str, int] = {}
        for event in of(events, BlockScored):
            blocks[event.candidate] = blocks.get(event.candidate, 0) + 1
        assert all(blocks[each] == 3 for each in scored)
        assert all(blocks[each] < 3 for each in set(note["pool"]) - scored)

    def test_that_the_best_on_the_rows_seen_are_left(self, kit: Any) -> None:
        words = kit.good_words

        def graded(asked: str, seed: int) -> str:
            return f"<new_prompt>{' '.join(words[: seed % 9])} please</new_prompt>"

        lab = kit.lab(optimizer=graded)
        events = run(lab, rounds=1)
        (note,) = rounds(events)
        made = candidates(events)
        good = {each: sum(word in words for word in made[each].prompt.text.split()) for each in note["pool"]}
        assert min(good[each] for each in note["left"]) >= max(
            good[each] for each in set(note["pool"]) - set(note["left"])
        )
        assert lab.best().candidate.id == note["best"]


class TestResampling:
    def test_that_later_rounds_say_the_best_in_other_words(self, kit: Any) -> None:
        events = run(kit.lab(), rounds=2, stop_early=False)
        first, second = rounds(events)
        made = candidates(events)
        asked = [ask for ask in of(events, OptimizerReplied) if ask.purpose == "paraphrase"]
        assert [len(ask.replies) for ask in asked] == [4] * 4
        assert f"<prompt>\n{made[first['best']].prompt.text}\n</prompt>" in asked[0].prompt
        fresh = [made[each] for each in second["pool"] if made[each].operator == "paraphrase"]
        assert fresh
        assert {each.parents[0] for each in fresh} <= {"c0", *first["left"]}

    def test_that_a_round_of_resampling_without_gain_ends_the_search(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>write {seed % 5}</new_prompt>")
        assert len(of(run(lab), RoundStarted)) == 2

    def test_that_examples_are_left_out_of_a_question_that_does_not_fit(self, kit: Any) -> None:
        task = kit.task()
        long = tuple(Example(e.row, f"{e.input} " + "x " * 400, e.answers) for e in task.train)
        object.__setattr__(task, "train", long)
        events = run(kit.lab(task=task, context=600), rounds=1, max_tokens=256)
        for ask in of(events, OptimizerReplied):
            assert 1 <= ask.prompt.count("Answer:") < 5
            assert len(ask.prompt.split()) + 256 <= 600


@pytest.mark.parametrize("rows", [16, 48, 64])
def test_that_what_a_run_may_spend_counts_the_filter(rows: int) -> None:
    params, search = Params(rounds=1, draws=4, proposals=4, kept=4), SearchSettings(rows=rows)
    full = rows + 16 * (2 + rows)
    said = ape.most_calls(params, search, train=100, validation=0, seeds=1)
    assert said == full if rows == 16 else said < full
