"""A run that knows its writer: the form that it can follow, its temperature, and what goes on without one."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.prompt import Prompt
from core.domain.writer import Form, WriterProfile
from core.engine.runner import _search
from core.events import CandidateProposed, MethodNoted, OptimizerReplied
from core.lab.proposing.one_line import adapted
from core.lab.proposing.question import Question
from core.methods import NAMES, WITHOUT_WRITER, method
from core.methods.base import asks_writer

ONE_LINE = WriterProfile(Form.ONE_LINE, 0.7, 0.5)
SEED = Prompt("Complete the task.")


def searched(lab: Any, name: str, writer: WriterProfile) -> list[Any]:
    lab.spec = replace(lab.spec, method=name, params={}, seed_prompts=(SEED,), writer=writer)
    _search(lab)
    return list(lab._bench.journal.events)


@pytest.mark.parametrize("name", ["gpo", "paraphrase", "ape"])
def test_that_a_writer_of_one_line_is_never_asked_for_more(kit: Any, name: str) -> None:
    events = searched(kit.lab(), name, ONE_LINE)
    asked = [event.prompt for event in events if isinstance(event, OptimizerReplied)]
    rewrites = [text for text in asked if text.startswith("Put this instruction in other words:")]
    assert rewrites
    lines = [text.splitlines() for text in rewrites]
    assert {len(each) for each in lines} == {4}, (
        "a line with its answer, the line of this prompt, and how its answer begins"
    )
    assert all(len(question.split()) < 40 for _, _, question, _ in lines)
    begun = {begins for _, _, _, begins in lines}
    assert len(begun) > 1


@pytest.mark.parametrize("name", ["gpo", "paraphrase"])
def test_that_a_model_that_is_no_writer_is_asked_nothing_and_the_search_goes_on(kit: Any, name: str) -> None:
    events = searched(kit.lab(), name, WriterProfile(Form.ONE_LINE, 0.7, 0.1))
    assert not [event for event in events if isinstance(event, OptimizerReplied)]
    (note,) = [event for event in events if isinstance(event, MethodNoted) and event.topic == "writer"]
    assert {fact.name: fact.value for fact in note.facts}["writes"] is False
    assert len([event for event in events if isinstance(event, CandidateProposed)]) > 3


def test_that_what_runs_without_a_writer_asks_none() -> None:
    assert not asks_writer(method(WITHOUT_WRITER))
    assert asks_writer(method(NAMES[0]))


@pytest.mark.parametrize(
    ("question", "temperature"),
    [
        (Question("Long", Prompt("Say it now."), temperature=1.0), 0.7),
        (Question("Long", Prompt("Say it now."), temperature=1.2), 1.2),
        (Question("Long", Prompt("Say it now."), temperature=0.0), 0.0),
    ],
)
def test_that_the_temperature_follows_the_profile_unless_the_method_has_a_reason(
    question: Question, temperature: float
) -> None:
    found = adapted(question, replace(ONE_LINE, form=Form.FULL), 1)
    assert (found.text, found.temperature) == ("Long", temperature)


def test_that_a_question_keeps_its_purpose_and_its_limits_in_one_line() -> None:
    asked = Question("Long", Prompt("Say it now."), "edit", ("c4",), most_changed=7, unseen=True)
    found = adapted(asked, ONE_LINE, 2)
    assert (found.purpose, found.parents, found.most_changed, found.unseen) == ("edit", ("c4",), 7, True)
    assert found.begun
