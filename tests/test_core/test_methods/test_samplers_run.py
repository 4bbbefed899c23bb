"""DistillPrompt, APE and the random paraphrase on scripted models: what all methods must keep to."""

import random
from pathlib import Path
from typing import Any

import pytest

from core.bench import direct
from core.control import Cancelled, CancelToken
from core.domain.example import Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import Budget, FinalRule
from core.engine.recorder import Recorder
from core.engine.runner import run as run_to_the_end
from core.events import (
    BlockScored,
    CandidateDropped,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    FinalChosen,
    OptimizerReplied,
    RoundStarted,
)
from core.lab.meter import OutOfBudget
from core.methods import method
from core.methods.base import as_values, fields, make_params

VAGUE = (Prompt("Complete the task."),)
NAMES = ("distill_prompt", "ape", "paraphrase")
PRESETS = ("hardened", "faithful")

pytestmark = pytest.mark.parametrize("name", NAMES)


def run(
    name: str, lab: Any, seeds: tuple[Prompt, ...] = VAGUE, preset: str = "hardened", **values: object
) -> list[Any]:
    """The events of a whole search."""
    module = method(name)
    direct.optimize(module, lab, seeds, preset, values)
    return events_of(lab)


def events_of(lab: Any) -> list[Any]:
    return list(lab._bench.journal.events)


def of(events: list[Any], *kinds: type) -> list[Any]:
    return [event for event in events if isinstance(event, kinds)]


def spent(events: list[Any]) -> int:
    return sum(event.spent.calls for event in of(events, OptimizerReplied, BlockScored))


class TestForms:
    @pytest.mark.parametrize("preset", PRESETS)
    def test_that_every_preset_is_a_valid_form(self, name: str, preset: str) -> None:
        module = method(name)
        params = make_params(module.Params, module.PRESETS[preset].params)
        assert make_params(module.Params, as_values(params)) == params
        assert {item.name for item in fields(module.Params)} == set(as_values(params))

    def test_that_the_first_preset_is_hardened_and_the_default(self, name: str) -> None:
        presets = method(name).PRESETS
        assert next(iter(presets)) == "hardened"
        assert presets["hardened"].params == {}
        assert presets["hardened"].final_rule is FinalRule.VALIDATION
        assert presets["faithful"].final_rule is FinalRule.SEARCH_SCORE


class TestSpending:
    @pytest.mark.parametrize("preset", PRESETS)
    @pytest.mark.parametrize("rows", [5, 16, 64, 100])
    def test_that_no_run_spends_more_than_said_before(self, kit: Any, name: str, preset: str, rows: int) -> None:
        lab = kit.lab(
            task=kit.task(train=rows), optimizer=lambda asked, seed: f"<new_prompt>write {seed % 997} one</new_prompt>"
        )
        events = run(name, lab, preset=preset)
        module = method(name)
        params, search = module.PRESETS[preset].chosen(module.Params, {})
        assert 0 < spent(events) <= module.most_calls(params, search, train=rows, validation=48, seeds=1)

    def test_that_the_same_prompt_over_and_over_is_scored_once(self, kit: Any, name: str) -> None:
        forms = ("write **one** letter", "Write one letter", " write one letter")
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{forms[seed % 3]}</new_prompt>")
        events = run(name, lab)
        assert len(of(events, CandidateProposed)) == 2
        assert len(of(events, BlockScored)) <= 2 * 3

    @pytest.mark.parametrize("calls", [0, 10, 48, 52, 100, 300])
    def test_that_a_search_out_of_budget_was_a_prefix_of_the_whole_one(self, kit: Any, name: str, calls: int) -> None:
        whole = run(name, kit.lab())
        lab = kit.lab(budget=Budget(calls=calls))
        with pytest.raises(OutOfBudget):
            run(name, lab)
        events = events_of(lab)
        assert events == whole[: len(events)]
        assert lab._bench.meter.calls <= calls

    def test_that_cancel_ends_the_search_at_the_next_model_call(self, kit: Any, name: str) -> None:
        token, asked = CancelToken(), []

        def cancel_at_third(question: str, seed: int) -> str:
            asked.append(question)
            if len(asked) == 3:
                token.cancel()
            return str(kit.write_a_prompt(question, seed))

        lab = kit.lab(optimizer=cancel_at_third, cancel=token)
        with pytest.raises(Cancelled):
            run(name, lab)
        events = events_of(lab)
        last = max(i for i, event in enumerate(events) if isinstance(event, OptimizerReplied))
        assert of(events[last:], BlockScored) == []

    def test_that_the_sealed_test_and_the_validation_rows_stay_untouched(self, kit: Any, name: str) -> None:
        lab = kit.lab()
        events = run(name, lab)
        assert {event.split for event in of(events, BlockScored)} == {Split.TRAIN}
        shown = "\n".join(ask.prompt for ask in of(events, OptimizerReplied))
        assert not any(example.input in shown for example in lab.rows(Split.VALIDATION))


def broken(asked: str, seed: int) -> str:
    return ("", "<new_prompt>", "<new_prompt>write one letter</new_prompt>")[seed % 3]


USELESS = {
    "silent": lambda asked, seed: "",
    "echoing": lambda asked, seed: asked,
    "echoing in tags": lambda asked, seed: f"<new_prompt>{asked}</new_prompt>",
    "quoting the order": lambda asked, seed: asked.splitlines()[-1],
    "solving an item": lambda asked, seed: "<new_prompt>B</new_prompt>",
    "endless": lambda asked, seed: f"<new_prompt>{'word ' * 10_000}</new_prompt>",
    "in another language": lambda asked, seed: f"<new_prompt>只写第二个字母 {seed % 5}</new_prompt>",
    "breaking every third reply": broken,
    "repeating the start prompt": lambda asked, seed: "<new_prompt>Complete the task.</new_prompt>",
    "made of control characters": lambda asked, seed: f"<new_prompt>\x00\ud7ff<|im_end|>{seed}</new_prompt>",
    "full of braces": lambda asked, seed: f"<new_prompt>{{{{input}}}} {{}} {{0}} %s {seed}</new_prompt>",
}


@pytest.mark.parametrize("parameters", [5_000_000, 7_000_000_000])
@pytest.mark.parametrize("kind", USELESS)
def test_that_a_useless_optimizer_ends_the_search_in_order(kit: Any, name: str, kind: str, parameters: int) -> None:
    lab = kit.lab(optimizer=USELESS[kind], parameters=parameters)
    events = run(name, lab)
    assert 1 <= len(of(events, RoundStarted)) <= 8
    assert sum(len(ask.replies) for ask in of(events, OptimizerReplied)) <= 2 * 3 * 16
    best = lab.best()
    assert best is not None
    if kind not in {"breaking every third reply", "made of control characters", "solving an item"}:
        assert best.candidate.is_seed or parameters < 100_000_000


class TestRepeating:
    def test_that_the_same_seed_gives_the_same_events_and_another_seed_others(self, kit: Any, name: str) -> None:
        first, again, other = (run(name, kit.lab(seed=seed)) for seed in (3, 3, 4))
        assert first == again
        assert first != other

    @pytest.mark.parametrize("cut", range(8))
    def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(
        self, kit: Any, tmp_path: Path, name: str, cut: int
    ) -> None:
        def session(log: Path) -> bytes:
            recorder = Recorder(log, lambda event: None)
            module = method(name)
            try:
                module.optimize(kit.lab(journal=recorder), VAGUE, module.Params())
            finally:
                recorder.close()
            return log.read_bytes()

        whole = session(tmp_path / "whole.jsonl")
        log = tmp_path / "cut.jsonl"
        log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
        assert session(log) == whole


class TestPrompts:
    def test_that_candidates_keep_demonstrations_and_locked_spans(self, kit: Any, name: str) -> None:
        start = Prompt("Do it. Be brief.", (Demonstration("abcd", "b"),), ("Be brief.",))
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>write letter {seed % 9}. Be brief.</new_prompt>")
        events = run(name, lab, (start,))
        made = [event.candidate for event in of(events, CandidateProposed)]
        assert len(made) > 2
        assert {candidate.prompt.locked for candidate in made} == {start.locked}
        written = {candidate.prompt.demonstrations for candidate in made if candidate.operator != "demonstrations"}
        assert written == {start.demonstrations}, "only the edits beside the writer change them"
        assert all(
            "Keep these parts exactly as they are: Be brief." in ask.prompt for ask in of(events, OptimizerReplied)
        )

    def test_that_a_lost_locked_span_or_an_invented_placeholder_is_refused(self, kit: Any, name: str) -> None:
        start = Prompt("Do it. Be brief.", (), ("Be brief.",))
        replies = ("Write a letter.", "Write {{letter}}. Be brief.")
        lab = kit.lab(optimizer=lambda asked, seed: f"<new_prompt>{replies[seed % 2]}</new_prompt>")
        events = run(name, lab, (start,))
        assert {event.reason for event in of(events, CandidateRejected)} == {"locked", "placeholder"}
        assert len(of(events, CandidateProposed)) == 1

    def test_that_a_small_optimizer_gets_the_compact_wording_and_a_large_or_unknown_one_the_full(
        self, kit: Any, name: str
    ) -> None:
        def tagged(parameters: int, **values: object) -> bool:
            plain = kit.lab(parameters=parameters, optimizer=lambda asked, seed: f"write {seed % 5} letter")
            asks = of(run(name, plain, **values), OptimizerReplied)
            return any("<new_prompt>" in ask.prompt for ask in asks)

        assert not tagged(5_000_000)
        assert tagged(0)
        assert tagged(7_000_000_000)
        assert tagged(5_000_000, wording="full")

    def test_that_several_start_prompts_all_compete_with_full_scores(self, kit: Any, name: str) -> None:
        seeds = (*VAGUE, Prompt("write the second letter of the word"), Prompt("Do it."))
        lab = kit.lab(optimizer=lambda asked, seed: "")
        events = run(name, lab, seeds)
        assert {event.candidate for event in of(events, CandidateScored)} == {"c0", "c1", "c2"}
        assert lab.best().candidate.id == "c1"


class TestTheEnd:
    def finish(self, kit: Any, name: str, log: Path, **changes: Any) -> tuple[list[Any], Any]:
        """A whole run by the hardened preset's rule: the search and the final choice."""
        events: list[Any] = []
        recorder = Recorder(log, events.append)
        lab = kit.lab(journal=recorder, **changes)
        module = method(name)
        params = as_values(module.Params())
        object.__setattr__(lab.spec, "method", name)
        object.__setattr__(lab.spec, "params", params)
        object.__setattr__(lab.spec, "seed_prompts", VAGUE)
        ended = run_to_the_end(lab, lab._bench, recorder)
        recorder.close()
        assert ended.outcome in {"finished", "budget"}
        return events, lab

    def test_that_a_prompt_which_only_learned_the_search_rows_is_not_the_result(
        self, kit: Any, tmp_path: Path, name: str
    ) -> None:
        task = kit.task()
        train = {example.input for example in task.train}

        def overfitted(asked: str, seed: int) -> str:
            prompt, _, row = asked.rpartition("\n\n")
            right = row in train if "write" in prompt else ord(row[0]) % 2
            return row[1] if right else "?"

        events, lab = self.finish(kit, name, tmp_path / "log", task=task, answers=overfitted)
        assert lab.best().value == 1.0
        assert not lab.best().candidate.is_seed
        assert of(events, FinalChosen)[0].candidate == "c0"

    def test_that_a_tie_changes_nothing(self, kit: Any, tmp_path: Path, name: str) -> None:
        events, _ = self.finish(kit, name, tmp_path / "log", answers=lambda asked, seed: asked.rsplit("\n\n")[-1][1])
        assert of(events, FinalChosen)[0].candidate == "c0"

    @pytest.mark.parametrize("calls", [100, 200, 400])
    def test_that_a_run_out_of_budget_still_ends_with_a_prompt(
        self, kit: Any, tmp_path: Path, name: str, calls: int
    ) -> None:
        events, lab = self.finish(kit, name, tmp_path / "log", budget=Budget(calls=calls))
        assert lab._bench.meter.calls <= calls
        assert len(of(events, FinalChosen)) == 1


def test_that_the_incumbent_is_never_dropped_from_a_race(kit: Any, name: str) -> None:
    events = run(name, kit.lab(), stop_early=False) if name != "paraphrase" else run(name, kit.lab())
    values = {event.candidate: event.value for event in of(events, CandidateScored)}
    dropped = {event.candidate for event in of(events, CandidateDropped)}
    best = max(values, key=lambda each: values[each])
    assert best not in dropped
