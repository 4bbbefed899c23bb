"""The control: it must not learn anything."""

from typing import Any

from core.bench import direct
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule
from core.domain.search import SearchSettings
from core.events import CandidateProposed, MethodNoted, OptimizerReplied, RoundStarted
from core.methods.paraphrase import method as paraphrase


def run(lab: Any, *seeds: Prompt, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(paraphrase, lab, seeds or (Prompt("Complete the task."),), preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def test_that_every_round_asks_the_same_question_about_the_start_prompt_alone(kit: Any) -> None:
    lab = kit.lab()
    events = run(lab)
    asked = {ask.prompt for ask in of(events, OptimizerReplied)}
    assert len(asked) == 1
    (question,) = asked
    assert "<prompt>\nComplete the task.\n</prompt>" in question
    assert "score" not in question.casefold()
    assert not any(example.input in question for example in lab.task.train)


def test_that_all_rounds_are_held_and_every_paraphrase_descends_from_the_start(kit: Any) -> None:
    events = run(kit.lab())
    assert len(of(events, RoundStarted)) == 8
    made = [event.candidate for event in of(events, CandidateProposed)][1:]
    assert len(made) > 20
    assert {(each.parents, each.operator) for each in made} == {(("c0",), "paraphrase")}


def test_that_several_start_prompts_take_turns(kit: Any) -> None:
    events = run(kit.lab(), Prompt("Complete the task."), Prompt("Do it."), rounds=4)
    starts = [f.value for note in of(events, MethodNoted) for f in note.facts if f.name == "start"]
    assert starts == ["c0", "c1", "c0", "c1"]


def test_that_the_best_so_far_is_the_mark_for_the_next_round(kit: Any) -> None:
    lab = kit.lab()
    events = run(lab)
    noted = [f.value for note in of(events, MethodNoted) for f in note.facts if f.name == "best"]
    assert noted[-1] == max(lab.search_results(), key=lambda scored: scored.value).candidate.id
    assert len(set(noted)) > 1


def test_that_it_answers_to_the_rows_and_rule_of_the_method_it_is_compared_with() -> None:
    preset = paraphrase.PRESETS["faithful"]
    assert (preset.search["split"], preset.final_rule) == ("validation", FinalRule.SEARCH_SCORE)
    assert SearchSettings().rows == 48
