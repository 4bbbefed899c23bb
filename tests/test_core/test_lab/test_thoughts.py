"""Thoughts in a run: none unless the task allows some, paid for, and never judged."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from core.control import CancelToken
from core.data.tasks import task_fingerprint
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Reading
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.lab import Lab
from core.lab.scorer import Scorer
from core.llm.base import ChatModel
from core.metrics import judge

PROMPT = Prompt("Write the year of the date.")


def thinking(task: Task, tokens: int) -> Task:
    return replace(task, contract=replace(task.contract, thought_tokens=tokens))


@pytest.mark.parametrize("tokens", [0, 50])
def test_that_a_run_asks_for_as_many_tokens_of_thought_as_the_task_allows(
    task: Task, model: ChatModel, tokens: int
) -> None:
    scorer = Scorer(model, thinking(task, tokens), Reading.GENERATED, CancelToken())
    rows = task.train[:3]
    assert [request.reasoning_cap for request in scorer.requests(PROMPT, rows)] == [tokens] * 3
    plain = Scorer(model, task, Reading.GENERATED, CancelToken()).most_tokens(PROMPT, rows)
    assert scorer.most_tokens(PROMPT, rows) == plain + 3 * tokens


def test_that_labels_are_compared_without_a_thought(task: Task, model: ChatModel) -> None:
    rows = task.train[:3]
    most = [
        Scorer(model, thinking(task, tokens), Reading.CHOICES, CancelToken()).most_tokens(PROMPT, rows)
        for tokens in (0, 50)
    ]
    assert most[0] == most[1]


def test_that_the_room_for_a_question_to_the_optimizer_leaves_its_thought_out(
    task: Task, make_lab: Callable[..., tuple[Lab, object, object]]
) -> None:
    thoughtful, plain = make_lab(on=thinking(task, 60))[0], make_lab(on=task)[0]
    assert thoughtful.room("Hello", 10) == plain.room("Hello", 10) - 60
    assert thoughtful.ask("Say a word.", max_tokens=4)


def test_that_the_fingerprint_of_a_task_names_its_thoughts_and_is_as_before_without(task: Task) -> None:
    tagged = replace(task, contract=replace(task.contract, thought_tags=("scratchpad",)))
    prints = [task_fingerprint(each) for each in (task, thinking(task, 0), thinking(task, 50), tagged)]
    assert prints[0] == prints[1]
    assert len(set(prints)) == 3


def test_that_tags_that_a_task_names_are_no_part_of_an_answer() -> None:
    contract = AnswerContract(AnswerKind.LABEL, ("yes", "no"))
    reply, row = "<scratchpad>no, or no</scratchpad>\nyes", Example(0, "x", ("yes",))
    named = Task("t", (), (), contract=replace(contract, thought_tags=("scratchpad",)))
    verdict = judge(reply, row, named)
    assert (verdict.score, verdict.extracted, verdict.output) == (1.0, "yes", reply)
