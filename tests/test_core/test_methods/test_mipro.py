"""MIPROv2-style on scripted models (`conftest` says why): what is combined, bootstrapped, and tried next."""

import random
from collections import Counter
from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.events import BlockScored, CandidateProposed, CandidateScored, MethodNoted, OptimizerReplied
from core.methods.mipro import method as mipro
from core.methods.mipro.surrogate import SurrogateTrial, suggest

SEED = Prompt("Complete the second letter.")


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(mipro, lab, (SEED,), preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def proposed(events: list[Any]) -> list[Any]:
    return [event.candidate for event in of(events, CandidateProposed)]


def test_that_instructions_are_combined_with_sets_of_examples(kit: Any) -> None:
    found = [each for each in proposed(run(kit.lab())) if each.operator == "combine"]
    assert len({each.prompt.text for each in found}) > 2
    assert len({each.prompt.demonstrations for each in found}) > 2


def test_that_better_words_are_found(kit: Any) -> None:
    lab = kit.lab()
    before = lab.score([SEED])[0].value
    run(lab, trials=30)
    assert lab.best().value > before


def test_that_bootstrapped_examples_are_rows_that_the_prompt_answers_right(kit: Any) -> None:
    lab = kit.lab()
    events = run(lab, labelled=0)
    right = {verdict.row for event in of(events, BlockScored) for verdict in event.verdicts if verdict.score == 1.0}
    rows = {row.input for row in lab.task.train if row.row in right}
    shown = {one.input for each in proposed(events) for one in each.prompt.demonstrations}
    assert shown
    assert shown <= rows


def test_that_examples_are_no_rows_that_the_search_scores_on(kit: Any) -> None:
    lab = kit.lab()
    events = run(lab)
    shown = {one.input for each in proposed(events) for one in each.prompt.demonstrations}
    assert shown
    assert not shown & {row.input for row in lab.task.train[:32]}


def test_that_the_optimizer_is_asked_only_for_what_is_not_ready(kit: Any) -> None:
    assert not of(run(kit.lab(), instructions=4, ready=3), OptimizerReplied)
    purposes = Counter(event.purpose for event in of(run(kit.lab(), instructions=6, ready=3), OptimizerReplied))
    assert purposes["instruct"] == 2
    assert purposes["summary"] == 1


def test_that_ready_wordings_have_no_place_in_the_faithful_preset(kit: Any) -> None:
    operators = {each.operator for each in proposed(run(kit.lab(), "faithful", trials=6, sets=3))}
    assert "bank" not in operators
    assert "instruct" in operators or "combine" in operators


def test_that_one_combination_is_scored_on_all_rows_after_so_many_trials(kit: Any) -> None:
    events = run(kit.lab(), trials=12, full_every=4)
    notes = [note for note in of(events, MethodNoted) if note.topic == "mipro.trial"]
    assert len(notes) == 12
    assert 2 <= len(of(events, CandidateScored)) <= 1 + 3


@pytest.mark.parametrize("preset", mipro.PRESETS)
def test_that_the_calls_stay_within_the_promise(preset: str, kit: Any) -> None:
    lab = kit.lab()
    events = run(lab, preset)
    asked = sum(len(event.verdicts) for event in of(events, BlockScored))
    asked += sum(len(event.replies) for event in of(events, OptimizerReplied))
    chosen = mipro.PRESETS[preset].chosen(mipro.Params, {})
    assert asked <= mipro.most_calls(*chosen, train=64, validation=48, seeds=1)


class TestSurrogate:
    def test_that_it_finds_the_good_combination_sooner_than_chance(self) -> None:
        needed = [self._trials_until_found(random.Random(seed)) for seed in range(40)]
        assert sum(needed) / len(needed) < 0.8 * 36 / 2

    def test_that_what_is_known_makes_room_for_its_neighbours(self) -> None:
        rng = random.Random(0)
        trials = [SurrogateTrial((0, 0), 1.0)] * 8 + [SurrogateTrial((1, 1), 0.0)] * 8
        seen = Counter(suggest(trials, (3, 3), rng) for _ in range(200))
        assert (0, 0) not in seen
        assert sum(n for choice, n in seen.items() if 0 in choice) > 150

    def test_that_one_choice_alone_is_no_trouble(self) -> None:
        assert suggest([SurrogateTrial((0, 0), 0.5)] * 9, (1, 1), random.Random(0)) == (0, 0)

    @staticmethod
    def _trials_until_found(rng: random.Random) -> int:
        """Instruction 2 and set 4 are best together, and each is worth something alone."""
        trials: list[SurrogateTrial] = []
        while len(trials) < 200:
            choice = suggest(trials, (6, 6), rng)
            trials.append(
                SurrogateTrial(choice, 0.4 + 0.2 * (choice[0] == 2) + 0.3 * (choice[1] == 4) + rng.gauss(0, 0.05))
            )
            if choice == (2, 4):
                break
        return len(trials)
