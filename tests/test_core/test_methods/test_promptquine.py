"""PromptQuine on scripted models (`conftest` says why): only words go, and only those that are not needed."""

from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.events import BlockScored, CandidateProposed, MethodNoted, OptimizerReplied
from core.methods.promptquine import method as promptquine

SEED = Prompt("Please write the second letter of the word and ignore any useless hints")
NEEDED = frozenset({"second", "letter"})
HARMFUL = frozenset({"ignore", "hints"})


def answer(asked: str, seed: int) -> str:
    """Right with the needed words and none of the harmful ones; half right with needed and harmful ones."""
    del seed
    prompt, _, row = asked.rpartition("\n\n")
    words = set(prompt.split())
    if not words >= NEEDED:
        return "?"
    return row[1] if not words & HARMFUL or ord(row[0]) % 2 else "?"


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(promptquine, lab, (SEED,), preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def proposed(events: list[Any]) -> list[Any]:
    return [event.candidate for event in of(events, CandidateProposed)]


def is_subsequence(text: str, whole: str) -> bool:
    words = iter(whole.split())
    return all(word in words for word in text.split())


@pytest.mark.parametrize("search", ["evolution", "one_by_one"])
def test_that_words_that_hurt_are_pruned_and_those_that_are_needed_stay(search: str, kit: Any) -> None:
    lab = kit.lab(answers=answer)
    run(lab, search=search, prompts=160, population=8, fewest=2)
    best = lab.best()
    assert best is not None
    assert best.value == 1.0
    assert set(best.text.split()) >= NEEDED
    assert not set(best.text.split()) & HARMFUL


@pytest.mark.parametrize("preset", promptquine.PRESETS)
def test_that_every_prompt_is_a_part_of_the_start_in_its_order(preset: str, kit: Any) -> None:
    events = run(kit.lab(answers=answer), preset, prompts=40)
    assert all(is_subsequence(each.prompt.text, SEED.text) for each in proposed(events))
    assert not of(events, OptimizerReplied)


def test_that_one_by_one_goes_from_left_to_right_until_nothing_more_goes(kit: Any) -> None:
    lab = kit.lab(answers=answer)
    events = run(lab, search="one_by_one", prompts=1000, sets=1, shots=1)
    notes = [note for note in of(events, MethodNoted) if note.topic == "promptquine.generation"]
    made = [next(fact.value for fact in note.facts if fact.name == "made") for note in notes]
    assert made[-1] == 0
    assert all(made[:-1])


def test_that_a_threshold_of_one_keeps_the_best_score(kit: Any) -> None:
    lab = kit.lab(answers=answer)
    run(lab, search="one_by_one", threshold=1.0, prompts=200)
    assert lab.best().value == 1.0


def test_that_no_more_prompts_are_tried_than_allowed(kit: Any) -> None:
    events = run(kit.lab(answers=answer), prompts=10)
    assert sum(each.operator == "prune" for each in proposed(events)) <= 10


def test_that_the_rows_asked_stay_within_the_promise(kit: Any) -> None:
    events = run(kit.lab(answers=answer))
    asked = sum(len(event.verdicts) for event in of(events, BlockScored))
    assert asked <= promptquine.most_calls(
        *promptquine.PRESETS["hardened"].chosen(promptquine.Params, {}), train=64, validation=48, seeds=1
    )


def test_that_examples_are_drawn_outside_the_rows_of_the_search(kit: Any) -> None:
    lab = kit.lab(answers=answer)
    events = run(lab, search_rows=32, prompts=8)
    scored = {row.input for row in lab.task.train[:32]}
    shown = {one.input for each in proposed(events) for one in each.prompt.demonstrations}
    assert shown
    assert not shown & scored
