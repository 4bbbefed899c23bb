"""EvoPrompt's own story on scripted models (`conftest` says why): who breeds, who survives, what is asked."""

import itertools
from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.events import CandidateProposed, MethodNoted, OptimizerReplied
from core.methods.evoprompt import method as evoprompt
from core.methods.evoprompt import prompts

VAGUE = (Prompt("Complete the task."),)


def run(lab: Any, preset: str = "hardened", seeds: tuple[Prompt, ...] = VAGUE, **values: object) -> list[Any]:
    direct.optimize(evoprompt, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def populations(events: list[Any]) -> list[list[str]]:
    notes = [note for note in of(events, MethodNoted) if note.topic == "evoprompt.step"]
    return [list(next(fact.value for fact in note.facts if fact.name == "population")) for note in notes]


def values_of(lab: Any, ids: list[str]) -> list[float]:
    by_id = {scored.candidate.id: scored.value for scored in lab.search_results()}
    return [by_id[id_] for id_ in ids]


def test_that_the_genetic_algorithm_keeps_the_best_of_parents_and_children(kit: Any) -> None:
    lab = kit.lab()
    found = populations(run(lab, stop_early=False))
    means = [sum(values_of(lab, ids)) / len(ids) for ids in found]
    assert len(found) == 5
    assert means == sorted(means)
    assert means[-1] > means[0]


def test_that_differential_evolution_replaces_each_prompt_by_a_better_one_only(kit: Any) -> None:
    lab = kit.lab()
    found = populations(run(lab, algorithm="differential", stop_early=False))
    for before, after in itertools.pairwise(found):
        assert all(new >= old for old, new in zip(values_of(lab, before), values_of(lab, after), strict=True))


@pytest.mark.parametrize("algorithm", ["genetic", "differential"])
def test_that_better_words_are_bred(algorithm: str, kit: Any) -> None:
    lab = kit.lab()
    run(lab, algorithm=algorithm)
    best = lab.best()
    assert best is not None
    assert best.value > 0.4
    assert any(word in best.text for word in kit.good_words)


def test_that_ready_wordings_fill_the_start_up_without_a_question(kit: Any) -> None:
    events = run(kit.lab())
    first = next(i for i, event in enumerate(events) if isinstance(event, OptimizerReplied))
    before = [event.candidate.operator for event in events[:first] if isinstance(event, CandidateProposed)]
    assert before.count("bank") == 5


def test_that_the_faithful_start_is_made_of_paraphrases(kit: Any) -> None:
    events = run(kit.lab(), "faithful", steps=1, population=4)
    operators = [event.candidate.operator for event in of(events, CandidateProposed)]
    assert "bank" not in operators
    assert "paraphrase" in operators


def test_that_a_differential_step_shows_four_prompts_and_names_the_best(kit: Any) -> None:
    texts = ["Say it.", "Tell it.", "Write it.", "Name it."]
    question = prompts.differing(kit.task(), *map(Prompt, texts))
    assert all(text in question.text for text in texts)
    assert question.text.index('name="best"') < question.text.index("Name it.")


def test_that_small_models_are_asked_for_one_step_at_a_time(kit: Any) -> None:
    events = run(kit.lab(parameters=50_000_000, optimizer=lambda asked, seed: f"second letter word {seed % 7}"))
    asked = [event.prompt for event in of(events, OptimizerReplied)]
    assert asked
    assert not any("<instruction" in text for text in asked)


def test_that_one_prompt_alone_can_be_bred(kit: Any) -> None:
    events = run(kit.lab(optimizer=lambda asked, seed: ""), "faithful_de", steps=2, population=4)
    assert [event.candidate.prompt for event in of(events, CandidateProposed)] == list(VAGUE)


def test_that_what_must_stay_is_said(kit: Any) -> None:
    locked = Prompt("Answer {{input}} in French.", locked=("in French",))
    assert "in French | {{input}}" in prompts.crossing(kit.task(), locked, Prompt("Do it.")).text
