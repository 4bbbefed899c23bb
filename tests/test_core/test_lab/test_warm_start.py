"""The start of a search without a writer: what it tries, what it spends, and that it shows no row that is scored."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from core import events as e
from core import paths
from core.data.tasks import load_task
from core.domain.example import Split
from core.domain.prompt import Demonstration, ExampleLayout, Prompt
from core.domain.runspec import Budget
from core.domain.task import AnswerKind, Task
from core.lab.scorer import group_of, messages
from core.methods.shared.shown import rows_beside_shown, shown_rows
from core.methods.shared.warm_start import SHARE, most_calls, warm_start
from core.operators import demonstrations

MakeLab = Callable[..., Any]
VAGUE = Prompt("Complete the task.")


@pytest.fixture(scope="module")
def topics() -> Task:
    """The sample task with labels, with few rows."""
    task = load_task(next(folder for folder in paths.sample_tasks() if folder.name == "ticket-topic"))
    return replace(task, train=task.train[:80], validation=task.validation[:20])


def test_that_it_starts_from_what_rules_made_and_asks_no_optimizer(make_lab: MakeLab, topics: Task) -> None:
    lab, journal, _ = make_lab(on=topics)
    starts = warm_start(lab, [VAGUE], rows=lab.settings.rows)
    assert 1 <= len(starts) <= 3
    made = [event.candidate for event in journal.events if isinstance(event, e.CandidateProposed)]
    assert {candidate.operator for candidate in made} >= {"seed", "bank", "demonstrations"}
    assert {candidate.prompt for candidate in made} >= set(starts)
    assert not any(isinstance(event, e.OptimizerReplied) for event in journal.events)
    scored = {event.candidate for event in journal.events if isinstance(event, e.BlockScored)}
    assert scored == {"c0"}, "the person's own prompt is scored, and nothing else"


def test_that_no_worked_example_is_a_row_that_the_search_scores_on(make_lab: MakeLab, topics: Task) -> None:
    lab, journal, _ = make_lab(on=topics)
    warm_start(lab, [VAGUE], rows=lab.settings.rows)
    scored = rows_beside_shown(lab.settings.rows, len(topics.train), Split.TRAIN)
    inputs = {row.input for row in topics.train[:scored]}
    shown = [
        demonstration.input
        for event in journal.events
        if isinstance(event, e.CandidateProposed)
        for demonstration in event.candidate.prompt.demonstrations
    ]
    assert shown
    assert inputs.isdisjoint(shown)


@pytest.mark.parametrize(
    ("train", "shown"), [(80, range(32, 80)), (48, range(16, 48)), (32, range(16, 32)), (20, range(8, 20)), (8, ())]
)
def test_that_where_rows_are_few_those_behind_the_first_look_may_be_shown(
    make_lab: MakeLab, topics: Task, train: int, shown: Sequence[int]
) -> None:
    lab, _, _ = make_lab(on=replace(topics, train=topics.train[:train]))
    scored = rows_beside_shown(lab.settings.rows, train, Split.TRAIN)
    assert shown_rows(lab, Split.TRAIN, scored) == tuple(topics.train[place] for place in shown)


def test_that_a_row_is_never_asked_with_itself_as_a_worked_example(topics: Task) -> None:
    row, other = topics.train[:2]
    prompt = replace(VAGUE, demonstrations=(demonstrations.shown(row), demonstrations.shown(other)))
    asked = "\n".join(turn.text for turn in messages(topics, prompt, row))
    assert asked.count(row.input) == 1
    assert other.input in asked
    assert prompt.beside(topics.train[2]) is prompt
    groups = [group_of(prompt, each) for each in topics.train[:4]]
    assert (groups[2], groups[3], len(set(groups))) == (prompt.key, prompt.key, 3), "others share their examples"
    wrong = replace(demonstrations.shown(row), output="nothing")
    assert not replace(prompt, demonstrations=(wrong,)).beside(row).demonstrations, "it tells something of the row, too"
    alike = replace(prompt, demonstrations=(Demonstration("", "one"), Demonstration("", "other")))
    assert alike.beside(replace(row, input="", variables=())) is alike, "rows without input are not told apart"


@pytest.mark.parametrize("layout", ExampleLayout)
def test_that_worked_examples_stand_as_the_search_is_set(
    make_lab: MakeLab, topics: Task, layout: ExampleLayout
) -> None:
    lab, journal, _ = make_lab(on=topics)
    lab.settings = replace(lab.settings, layout=layout)
    starts = warm_start(lab, [VAGUE], rows=lab.settings.rows)
    made = [event.candidate.prompt for event in journal.events if isinstance(event, e.CandidateProposed)]
    shown = [prompt for prompt in made if prompt.demonstrations]
    assert shown
    assert {prompt.instructs_once for prompt in shown} == {layout is ExampleLayout.ONCE}
    assert set(made) >= set(starts), "what a method starts from is what was weighed"
    asked = topics.ask(shown[0], topics.train[0])
    repeats = sum(shown[0].text in turn.text for turn in asked if turn.role == "user")
    assert repeats == (1 if layout is ExampleLayout.ONCE else len(shown[0].demonstrations) + 1)


@pytest.mark.parametrize("calls", [300, 600])
def test_that_about_a_third_of_the_search_is_left_to_the_method(make_lab: MakeLab, topics: Task, calls: int) -> None:
    lab, _, bench = make_lab(Budget(calls=calls), reserved=calls // 2, on=topics)
    warm_start(lab, [VAGUE], rows=lab.settings.rows)
    own = rows_beside_shown(lab.settings.rows, len(topics.train), Split.TRAIN)
    assert bench.meter.calls <= own + SHARE * (calls - calls // 2) + 32
    assert bench.meter.calls <= most_calls(len(topics.train))


def test_that_a_budget_too_small_for_a_choice_is_left_to_the_method_whole(make_lab: MakeLab, topics: Task) -> None:
    lab, _, bench = make_lab(Budget(calls=100), reserved=50, on=topics)
    assert warm_start(lab, [VAGUE], rows=lab.settings.rows) == []
    assert bench.meter.calls == 48, "those of the person's own prompt"


def test_that_a_small_budget_goes_into_a_start_before_the_methods_first_round(make_lab: MakeLab, topics: Task) -> None:
    lab, journal, bench = make_lab(Budget(calls=360), reserved=160, on=topics)
    starts = warm_start(lab, [VAGUE], rows=lab.settings.rows, kept=1000)
    tried = [event.candidate for event in journal.events if isinstance(event, e.CandidateProposed)]
    assert starts, "a round that begins from a vague prompt rewords a vague prompt"
    assert {"bank", "demonstrations"} <= {candidate.operator for candidate in tried}
    assert bench.meter.calls < 200


def test_that_a_task_without_soft_scores_is_looked_at_with_its_metric(make_lab: MakeLab, topics: Task) -> None:
    said = [
        replace(row, answers=(f"This message is about {row.answer}, as far as one can tell from it.",))
        for row in topics.train
    ]
    contract = replace(topics.contract, kind=AnswerKind.TEXT, labels=(), max_tokens=8)
    free = replace(topics, train=tuple(said), metric="token_f1", contract=contract)
    lab, journal, _ = make_lab(Budget(calls=600), on=free)
    starts = warm_start(lab, [VAGUE], rows=lab.settings.rows)
    assert not lab.has_soft_score
    assert starts
    assert len({event.candidate for event in journal.events if isinstance(event, e.BlockScored)}) > 1


def test_that_the_same_seed_tries_the_same_prompts(make_lab: MakeLab, topics: Task) -> None:
    first, second = (warm_start(make_lab(on=topics)[0], [VAGUE], rows=0) for _ in range(2))
    assert first == second
