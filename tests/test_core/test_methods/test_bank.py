"""The bank's own story on scripted models (`conftest` says why): nothing is asked, and what helps wins."""

import math
from collections.abc import Sequence
from typing import Any

import pytest

from core.bench import direct
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Role
from core.domain.task import AnswerContract, AnswerKind, Task
from core.events import BlockScored, CandidateDropped, CandidateProposed, CandidateScored, MethodNoted, OptimizerReplied
from core.lab.lab import Lab
from core.llm.base import Capabilities, ChoiceRequest, ChoiceScores
from core.methods.bank import method as bank

VAGUE = (Prompt("What is this?"),)
WORDS = {"hot": "sun fire oven desert steam", "cold": "snow ice frost glacier hail"}


def rows(n: int, first: int = 1) -> tuple[Example, ...]:
    labels = sorted(WORDS)
    found = []
    for number in range(first, first + n):
        label = labels[number % 2]
        words = WORDS[label].split()
        found.append(Example(number, f"{words[number % 5]} and {words[(number + 1) % 5]} {number}", (label,)))
    return tuple(found)


@pytest.fixture
def task() -> Task:
    contract = AnswerContract(AnswerKind.LABEL, ("cold", "hot"), "", 4)
    return Task("warmth", rows(96), rows(32, 97), seed_prompts=VAGUE, contract=contract)


def answer(asked: str, seed: int) -> str:
    """Right where the prompt or a worked example has one of the words of the row."""
    del seed
    before, _, row = asked.rpartition("\n\n")
    label = next((label for label, words in WORDS.items() if row.split()[0] in words.split()), "hot")
    return label if row.split()[0] in before else "hot"


class LikelyModel:
    """The lab's scripted model, that also says how likely labels are: what it answers gets three quarters."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self.capabilities = Capabilities()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._model, name)

    def score_choices(self, requests: Sequence[ChoiceRequest], **_: object) -> list[ChoiceScores]:
        return [self._scores(request) for request in requests]

    def _scores(self, request: ChoiceRequest) -> ChoiceScores:
        given = answer("\n\n".join(message.text for message in request.messages), 0)
        sums = tuple(math.log(0.75 if choice == given else 0.25) for choice in request.choices)
        return ChoiceScores(sums, tuple(1 for _ in sums))


def run(lab: Any, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(bank, lab, VAGUE, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def proposed(events: list[Any]) -> list[Any]:
    return [event.candidate for event in of(events, CandidateProposed)]


def test_that_no_model_is_asked_to_write(kit: Any, task: Any) -> None:
    assert not of(run(kit.lab(task=task, answers=answer)), OptimizerReplied)


def test_that_wordings_glosses_examples_and_edits_are_all_tried(kit: Any, task: Any) -> None:
    operators = {each.operator for each in proposed(run(kit.lab(task=task, answers=answer), stop_early=False))}
    assert {"bank", "gloss", "demonstrations", "prune"} <= operators
    assert operators & {"exchange", "reorder"}
    assert operators & {"reword", "relist", "move", "drop", "place"}


def test_that_what_the_answers_depend_on_is_found(kit: Any, task: Any) -> None:
    lab = kit.lab(task=task, answers=answer)
    run(lab)
    best = lab.best()
    assert best is not None
    assert best.value > 0.9
    assert not best.candidate.is_seed


def test_that_examples_are_no_rows_that_the_search_scores_on(kit: Any, task: Any) -> None:
    lab = kit.lab(task=task, answers=answer)
    events = run(lab, stop_early=False)
    inputs = {row.input for row in lab.rows(Split.TRAIN, 32)}
    shown = {one.input for each in proposed(events) for one in each.prompt.demonstrations}
    assert shown
    assert not shown & inputs


def test_that_the_first_rows_decide_who_is_scored_to_the_end(kit: Any, task: Any) -> None:
    events = run(kit.lab(task=task, answers=answer), promoted=2, steps=0, sets=0)
    assert len(of(events, CandidateScored)) <= 3
    assert len(of(events, CandidateDropped)) == len(proposed(events)) - len(of(events, CandidateScored))


def test_that_the_soft_score_decides_it_where_there_is_one(kit: Any, task: Any) -> None:
    lab = kit.lab(task=task, answers=answer)
    lab._bench.models[Role.TASK] = LikelyModel(lab._bench.models[Role.TASK])
    soft = Lab(task, lab.spec, lab._bench)
    events = run(soft)
    asked = {event.candidate for event in of(events, BlockScored)}
    assert len(asked) < len(proposed(events)) / 2
    assert soft.best() is not None
    assert soft.best().value > 0.9


def test_that_nothing_is_tried_twice(kit: Any, task: Any) -> None:
    keys = [each.prompt.key for each in proposed(run(kit.lab(task=task, answers=answer), stop_early=False, steps=20))]
    assert len(keys) == len(set(keys))


def test_that_a_perfect_prompt_is_left_alone(kit: Any, task: Any) -> None:
    right = {row.input: row.answer for row in (*task.train, *task.validation)}
    events = run(kit.lab(task=task, answers=lambda asked, _: right[asked.rpartition("\n\n")[2]]))
    assert [each.prompt for each in proposed(events)] == list(VAGUE)


def test_that_edits_stop_when_they_bring_nothing(kit: Any, task: Any) -> None:
    events = run(kit.lab(task=task, answers=lambda asked, seed: "hot"), steps=30)
    notes = [note for note in of(events, MethodNoted) if note.topic == "bank.round"]
    assert len(notes) == 2 + 10


def test_that_a_task_with_hardly_any_rows_is_searched_without_examples(kit: Any) -> None:
    contract = AnswerContract(AnswerKind.LABEL, ("cold", "hot"), "", 4)
    small = Task("warmth", rows(8), rows(8, 13), seed_prompts=VAGUE, contract=contract)
    events = run(kit.lab(task=small, answers=answer))
    assert not any(each.prompt.demonstrations for each in proposed(events))
    assert any(each.operator == "bank" for each in proposed(events))


def test_that_the_rows_asked_stay_within_the_promise(kit: Any, task: Any) -> None:
    events = run(kit.lab(task=task, answers=answer), stop_early=False)
    asked = sum(len(event.verdicts) for event in of(events, BlockScored))
    assert asked <= bank.most_calls(*bank.PRESETS["hardened"].chosen(bank.Params, {}), train=96, validation=32, seeds=1)
