"""GPO as a whole, on scripted models (`conftest` says why): what it spends, repeats, survives and lets through."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from core.bench import direct
from core.control import Cancelled, CancelToken
from core.domain.example import Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import Budget
from core.events import (
    BlockScored,
    CandidateDropped,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    MethodNoted,
    OptimizerReplied,
    RoundStarted,
)
from core.lab.journal import MemoryJournal
from core.lab.meter import OutOfBudget
from core.methods.base import as_values, fields, make_params
from core.methods.gpo import method as gpo

VAGUE = (Prompt("Complete the task."),)


def run(lab: Any, seeds: tuple[Prompt, ...] = VAGUE, preset: str = "hardened", **values: object) -> list[Any]:
    """The events of a whole run."""
    direct.optimize(gpo, lab, seeds, preset, values)
    return events_of(lab)


def events_of(lab: Any) -> list[Any]:
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def steps(events: list[Any]) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == "gpo.step"]


class TestPresets:
    @pytest.mark.parametrize("preset", gpo.PRESETS)
    def test_that_every_preset_is_a_valid_form(self, preset: str) -> None:
        params = make_params(gpo.Params, gpo.PRESETS[preset].params)
        assert make_params(gpo.Params, as_values(params)) == params
        assert {item.name for item in fields(gpo.Params)} == set(as_values(params))

    def test_that_the_first_preset_is_the_default(self) -> None:
        assert next(iter(gpo.PRESETS)) == "hardened"
        assert gpo.PRESETS["hardened"].params == {}

    def test_that_the_faithful_preset_is_the_papers_setting(self) -> None:
        params, search = gpo.PRESETS["faithful"].chosen(gpo.Params, {})
        assert (params.steps, params.proposals, params.trajectory, params.examples) == (18, 8, 3, 3)
        assert (params.first_budget, params.last_budget, search.temperature) == (50, 10, 1.0)


class TestWhatItSpends:
    def test_that_the_faithful_preset_asks_n_times_t_and_scores_every_new_prompt_until_it_cannot_win(
        self, kit: Any
    ) -> None:
        events = run(kit.lab(task=kit.task(validation=20)), preset="faithful")
        asks = of(events, OptimizerReplied)
        assert sum(len(ask.replies) for ask in asks) == 8 * 18
        assert len(of(events, RoundStarted)) == 18
        scored = of(events, CandidateScored)
        assert {(event.split, event.n) for event in scored} == {(Split.VALIDATION, 20)}
        dropped = of(events, CandidateDropped)
        assert dropped
        assert all(event.n == 16 for event in dropped), "a drop is decided after a whole block"
        calls = sum(block.spent.calls for block in of(events, BlockScored))
        assert calls == 20 * len(scored) + 16 * len({event.candidate for event in dropped})

    @pytest.mark.parametrize("preset", gpo.PRESETS)
    def test_that_no_run_spends_more_than_said_before(self, kit: Any, preset: str) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{'long ' * 40}{seed}</new_prompt>")
        events = run(lab, preset=preset)
        params, search = gpo.PRESETS[preset].chosen(gpo.Params, {})
        spent = sum(event.spent.calls for event in of(events, OptimizerReplied) + of(events, BlockScored))
        assert 0 < spent <= gpo.most_calls(params, search, train=64, validation=48, seeds=1)

    def test_that_the_search_scores_leading_training_rows_and_shows_others(self, kit: Any) -> None:
        lab = kit.lab()
        events = run(lab)
        train = lab.rows(Split.TRAIN)
        searched = {verdict.row for block in of(events, BlockScored) for verdict in block.verdicts}
        assert searched == {example.row for example in train[:48]}
        shown = next(fact.value for note in of(events, MethodNoted) for fact in note.facts if fact.name == "examples")
        assert len(shown) == 3
        assert {int(row) for row in shown} <= {example.row for example in train[48:]}

    def test_that_every_step_shows_the_same_examples(self, kit: Any) -> None:
        events = run(kit.lab(), steps=4, stop_early=False)
        blocks = {
            ask.prompt.split("Where the instruction")[1].split("An answer")[0] for ask in of(events, OptimizerReplied)
        }
        assert len(blocks) == 1

    def test_that_with_few_training_rows_the_searched_ones_are_shown(self, kit: Any) -> None:
        events = run(kit.lab(task=kit.task(train=20)), steps=1)
        assert of(events, OptimizerReplied)[0].prompt.count("Expected answer:") == 3

    def test_that_validation_rows_are_never_shown(self, kit: Any) -> None:
        events = run(kit.lab(task=kit.task(train=0)), preset="faithful", steps=1)
        assert "Expected answer:" not in of(events, OptimizerReplied)[0].prompt


class TestTheWalk:
    def test_that_each_step_starts_from_the_last_winner_and_no_prompt_wins_twice(self, kit: Any) -> None:
        noted = steps(run(kit.lab(), preset="faithful"))
        assert [note["budget"] for note in noted] == [
            49,
            48,
            47,
            45,
            42,
            40,
            36,
            33,
            30,
            26,
            23,
            20,
            17,
            14,
            12,
            11,
            10,
            10,
        ]
        assert all(after["current"] == (before["winner"] or before["current"]) for before, after in pairwise(noted))
        winners = [note["winner"] for note in noted if note["winner"]]
        assert len(set(winners)) == len(winners) > 10
        assert all(len(note["retrieved"]) == min(2, number) for number, note in enumerate(noted))
        assert all(note["current"] not in note["retrieved"] for note in noted)

    def test_that_the_current_prompt_stands_last_in_every_question_with_its_score(self, kit: Any) -> None:
        events = run(kit.lab(), preset="faithful", steps=6)
        prompts = {event.candidate.id: event.candidate.prompt.text for event in of(events, CandidateProposed)}
        values = {event.candidate: event.value for event in of(events, CandidateScored)}
        questions = [ask for ask in of(events, OptimizerReplied) if ask.purpose == "generate"]
        for note, ask in zip(steps(events), questions, strict=True):
            last = ask.prompt.split("In use now:")[0].rsplit("<tried ", 1)[1]
            current = note["current"]
            assert last == f'score="{100 * values[current]:.1f}">\n{prompts[current]}\n</tried>\n\n'

    def test_that_the_walk_starts_from_the_best_of_several_seeds(self, kit: Any) -> None:
        seeds = (*VAGUE, Prompt("write the second letter of the word"), Prompt("Do it."))
        noted = steps(run(kit.lab(), seeds, steps=2))
        assert noted[0]["current"] == "c1"
        assert set(noted[0]["retrieved"]) == {"c0", "c2"}

    def test_that_a_repeated_seed_is_one_prompt(self, kit: Any) -> None:
        assert steps(run(kit.lab(), VAGUE * 3, steps=1))[0]["retrieved"] == ()

    def test_that_candidates_keep_demonstrations_and_locked_spans(self, kit: Any) -> None:
        start = Prompt("Do it. Be brief.", (Demonstration("abcd", "b"),), ("Be brief.",))
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>write letter {seed % 9}. Be brief.</new_prompt>")
        made = [event.candidate for event in of(run(lab, (start,), steps=2), CandidateProposed)]
        assert len(made) > 2
        assert {candidate.prompt.locked for candidate in made} == {start.locked}
        written = {candidate.prompt.demonstrations for candidate in made if candidate.operator != "demonstrations"}
        assert written == {start.demonstrations}, "only the edits beside the writer change them"

    def test_that_a_prompt_in_another_form_is_not_scored_again(self, kit: Any) -> None:
        forms = ("write **one** letter", "Write one letter", " write one letter")
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{forms[seed % 3]}</new_prompt>")
        events = run(lab, steps=4)
        assert len(of(events, CandidateProposed)) == 2
        assert {note["winner"] for note in steps(events)[1:]} == {""}

    def test_that_an_optimizer_which_repeats_itself_is_asked_at_a_higher_temperature(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: "<new_prompt>write one letter</new_prompt>")
        noted = steps(run(lab, steps=8, stop_early=False))
        assert [note["temperature"] for note in noted] == [0.7, 0.7, 0.9, 0.9, 1.1, 1.1, 1.3, 1.3]

    def test_that_unusable_replies_never_raise_the_temperature(self, kit: Any) -> None:
        for reply in ("no tags", "<new_prompt>Thank you for it, that is of great help to me.</new_prompt>", ""):
            noted = steps(run(kit.lab(optimizer=lambda asked, seed, reply=reply: reply), steps=6, stop_early=False))
            assert {note["temperature"] for note in noted} == {0.7}

    @pytest.mark.parametrize("preset", ["hardened", "faithful"])
    def test_that_the_walk_returns_to_the_best_after_a_worse_winner_unless_it_is_faithful(
        self, kit: Any, preset: str
    ) -> None:
        events = run(kit.lab(), preset=preset, steps=8, stop_early=False)
        values = {event.candidate: event.value for event in of(events, CandidateScored)}
        fell = [
            (values[before["current"]], values[after["current"]])
            for before, after in pairwise(steps(events))
            if before["winner"] and values[before["winner"]] < values[before["current"]]
        ]
        assert fell, "some winner was worse"
        assert all(now == best if preset == "hardened" else now < best for best, now in fell)

    def test_that_the_search_ends_on_a_plateau_and_at_a_perfect_score(self, kit: Any) -> None:
        stuck = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{seed}</new_prompt>")
        assert len(of(run(stuck), RoundStarted)) == 4
        perfect = "write only exactly one lower second letter word"
        done = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{perfect}</new_prompt>")
        assert len(of(run(done), RoundStarted)) == 1

    def test_that_a_small_optimizer_gets_the_compact_wording(self, kit: Any) -> None:
        small = run(kit.lab(parameters=5_000_000, optimizer=lambda asked, seed: "write one letter"), steps=1)
        assert of(small, OptimizerReplied)[0].prompt.startswith("Below are prompts with their scores")
        unknown = run(kit.lab(parameters=0), steps=1)
        assert of(unknown, OptimizerReplied)[0].prompt.startswith("You are improving")
        chosen = run(kit.lab(parameters=5_000_000), steps=1, wording="full")
        assert of(chosen, OptimizerReplied)[0].prompt.startswith("You are improving")

    def test_that_the_log_names_the_similarity_once(self, kit: Any) -> None:
        names = [f.value for note in of(run(kit.lab()), MethodNoted) for f in note.facts if f.name == "similarity"]
        assert [name for name in names if isinstance(name, str)] == ["TF-IDF on characters (3- to 5-grams)"]


class TestRefusals:
    def test_that_unusable_replies_are_asked_for_once_more_and_recorded(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=lambda asked, seed: "no tags"), steps=2, stop_early=False)
        assert [len(ask.replies) for ask in of(events, OptimizerReplied)] == [4, 4, 4, 4]
        assert Counter(event.reason for event in of(events, CandidateRejected)) == {"untagged": 16}

    def test_that_a_reply_over_budget_is_asked_for_once_more_and_then_refused(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{'word ' * 80}{seed}</new_prompt>")
        events = run(lab, steps=1)
        assert Counter(event.reason for event in of(events, CandidateRejected)) == {"budget": 8}
        assert lab.refusals == {"budget": 8}
        assert len(of(events, CandidateProposed)) == 1

    def test_that_the_faithful_preset_only_notes_the_distance(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{'word ' * 80}{seed}</new_prompt>")
        events = run(lab, preset="faithful", steps=1)
        assert of(events, CandidateRejected) == []
        assert set(steps(events)[0]["distances"]) == {"81"}

    def test_that_an_input_shown_to_the_optimizer_is_refused_inside_a_prompt(self, kit: Any) -> None:
        plain = kit.task()
        spoken = tuple(replace(example, input=f"the word is {example.input}") for example in plain.train)

        def copy(asked: str, seed: int) -> str:
            shown = asked.split("Input:\n[[PROMPT]]\n\n")[1].split("\n", maxsplit=1)[0]
            return f"<new_prompt>When {shown}, write one letter. {seed}</new_prompt>"

        events = run(kit.lab(optimizer=copy, task=replace(plain, train=spoken)), steps=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {"leak"}
        assert len(of(events, CandidateProposed)) == 1


def broken(asked: str, seed: int) -> str:
    return ("", "<new_prompt>", "<new_prompt>write one letter</new_prompt>")[seed % 3]


USELESS = {
    "silent": lambda asked, seed: "",
    "echoing": lambda asked, seed: asked,
    "echoing in tags": lambda asked, seed: f"<new_prompt>{asked}</new_prompt>",
    "quoting the instruction": lambda asked, seed: asked.splitlines()[-1],
    "answering the example": lambda asked, seed: f"<new_prompt>{asked.split('Expected answer:')[-1][1:2]}</new_prompt>",
    "endless": lambda asked, seed: f"<new_prompt>{'word ' * 10_000}</new_prompt>",
    "in another language": lambda asked, seed: f"<new_prompt>只写第二个字母 {seed % 5}</new_prompt>",
    "breaking every third reply": broken,
    "repeating the current prompt": lambda asked, seed: "<new_prompt>Complete the task.</new_prompt>",
    "made of control characters": lambda asked, seed: f"<new_prompt>\x00\ud7ff<|im_end|>{seed}</new_prompt>",
}


@pytest.mark.parametrize("parameters", [5_000_000, 7_000_000_000])
@pytest.mark.parametrize("kind", USELESS)
def test_that_a_useless_optimizer_ends_the_run_in_order(kit: Any, kind: str, parameters: int) -> None:
    lab = kit.lab(optimizer=USELESS[kind], parameters=parameters)
    events = run(lab)
    assert 4 <= len(of(events, RoundStarted)) <= 8
    assert sum(len(ask.replies) for ask in of(events, OptimizerReplied)) <= 2 * 4 * 8
    assert lab.best() is not None


class TestRepeating:
    def test_that_the_same_seed_gives_the_same_events_and_another_seed_others(self, kit: Any) -> None:
        first, again, other = (run(kit.lab(seed=seed)) for seed in (3, 3, 4))
        assert first == again
        assert first != other

    def test_that_a_run_stopped_at_any_model_call_was_a_prefix_of_the_whole_one(self, kit: Any) -> None:
        whole = run(kit.lab())
        for calls in (0, 10, 48, 52, 100, 300):
            lab = kit.lab(budget=Budget(calls=calls))
            with pytest.raises(OutOfBudget):
                run(lab)
            events = events_of(lab)
            assert events == whole[: len(events)]


class TestLettingThrough:
    def test_that_cancel_ends_the_search_at_the_next_model_call(self, kit: Any) -> None:
        token = CancelToken()
        asked: list[str] = []

        def cancel_at_third(question: str, seed: int) -> str:
            asked.append(question)
            if len(asked) == 9:
                token.cancel()
            return str(kit.write_a_prompt(question, seed))

        journal = MemoryJournal()
        with pytest.raises(Cancelled):
            run(kit.lab(optimizer=cancel_at_third, cancel=token, journal=journal))
        assert isinstance(journal.events[-1], OptimizerReplied | CandidateProposed | CandidateRejected)

    def test_that_the_budget_is_never_passed(self, kit: Any) -> None:
        lab = kit.lab(budget=Budget(calls=200))
        with pytest.raises(OutOfBudget):
            run(lab)
        assert lab._bench.meter.calls <= 200

    def test_that_the_sealed_test_cannot_be_reached_through_the_lab(self, kit: Any) -> None:
        lab = kit.lab()
        for reach in (
            lambda: lab.rows(Split.TEST),
            lambda: lab.score(VAGUE, on=Split.TEST),
            lambda: lab.task.rows(Split.TEST),
        ):
            with pytest.raises(ValueError, match="sealed"):
                reach()
        assert {event.split for event in of(run(lab), BlockScored)} == {Split.TRAIN}
        assert "test" not in [choice for item in fields(gpo.Params) for choice in item.choices]
