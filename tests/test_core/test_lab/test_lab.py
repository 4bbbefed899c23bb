"""What a method may rely on, with the real model answering."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core import events as e
from core.control import Cancelled, CancelToken
from core.domain.candidate import Candidate, Draft
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget
from core.domain.scoring import Scorecard, Scored
from core.domain.task import Task
from core.errors import RunError
from core.lab.final import finalists, ranked
from core.lab.lab import Lab
from core.lab.meter import Meter, OutOfBudget

MakeLab = Callable[..., Any]
CLEAR = Prompt("Write the year of the date.")
VAGUE = Prompt("Complete the task.")


def test_that_a_clear_prompt_beats_a_vague_one_and_every_row_has_its_verdict(make_lab: MakeLab, task: Task) -> None:
    lab, _, _ = make_lab()
    vague, clear = lab.score([VAGUE, CLEAR])
    assert clear.value > vague.value + 0.25
    assert [verdict.row for verdict in clear.card.verdicts] == [example.row for example in task.validation]
    assert clear.card.low <= clear.value <= clear.card.high


def test_that_a_known_score_costs_nothing_and_equal_texts_are_one_candidate(make_lab: MakeLab) -> None:
    lab, journal, bench = make_lab()
    first = lab.score([CLEAR])[0]
    spent, told = bench.meter.calls, len(journal.events)
    again = lab.score([Draft(Prompt(CLEAR.text), ("c9",), "generate"), first.candidate])
    assert again == [first, first]
    assert (bench.meter.calls, len(journal.events)) == (spent, told)


def test_that_more_rows_ask_for_the_missing_blocks_only(make_lab: MakeLab) -> None:
    lab, journal, bench = make_lab()
    assert lab.score([CLEAR], on=Split.TRAIN, rows=10)[0].card.n == 16, "rows are taken in whole blocks"
    assert lab.score([CLEAR], on=Split.TRAIN)[0].card.n == 40
    assert bench.meter.calls == 40
    blocks = [event.block for event in journal.events if isinstance(event, e.BlockScored)]
    assert blocks == [0, 1, 2]


def test_that_a_partial_score_is_no_score_and_its_answers_are_not_asked_for_again(make_lab: MakeLab) -> None:
    lab, journal, bench = make_lab()
    looks = lab.partial_scores([VAGUE, CLEAR], on=Split.TRAIN, rows=32)
    assert looks[1] > looks[0]
    assert bench.meter.calls == 2 * 32
    assert lab.best() is None
    assert not any(isinstance(event, e.CandidateScored) for event in journal.events)
    scored = lab.score([CLEAR], on=Split.TRAIN)[0]
    assert bench.meter.calls == 2 * 32 + 8
    assert looks[1] == sum(verdict.score for verdict in scored.card.verdicts[:32]) / 32


@pytest.mark.parametrize("rows", [5, 20])
def test_that_a_last_block_with_fewer_rows_is_asked_for_once(make_lab: MakeLab, task: Task, rows: int) -> None:
    lab, _, bench = make_lab(on=replace(task, train=task.train[:rows]))
    lab.partial_scores([CLEAR], on=Split.TRAIN, rows=32)
    assert [scored.card.n for scored in lab.race([CLEAR], on=Split.TRAIN)] == [rows]
    assert bench.meter.calls == rows


def use_up(lab: Lab, *, max_tokens: int) -> None:
    for text in "abcdef":
        lab.score([Prompt(text)])
        lab.ask("Improve this prompt.", n=2, max_tokens=max_tokens)


@pytest.mark.parametrize("limit", [1, 15, 16, 35, 36, 60])
def test_that_a_budget_of_calls_is_never_exceeded(make_lab: MakeLab, limit: int) -> None:
    lab, _, bench = make_lab(Budget(calls=limit))
    with pytest.raises(OutOfBudget):
        use_up(lab, max_tokens=4)
    assert bench.meter.calls <= limit


@pytest.mark.parametrize("limit", [10, 700, 2000])
def test_that_a_budget_of_tokens_is_never_exceeded(make_lab: MakeLab, limit: int) -> None:
    lab, _, bench = make_lab(Budget(tokens=limit))
    with pytest.raises(OutOfBudget):
        use_up(lab, max_tokens=40)
    assert bench.meter.tokens <= limit


def test_that_a_reserve_is_kept_for_the_final_choice_and_then_released() -> None:
    meter = Meter(Budget(calls=100), reserved_calls=40)
    meter.check(60, 0)
    with pytest.raises(OutOfBudget):
        meter.check(61, 0)
    meter.release_reserve()
    meter.check(100, 0)


def test_that_minutes_end_the_search_but_not_the_final_choice() -> None:
    now = [0.0]
    meter = Meter(Budget(minutes=1), clock=lambda: now[0])
    meter.continue_from(30)
    now[0] = 29.0
    meter.check(1, 1)
    now[0] = 31.0
    with pytest.raises(OutOfBudget):
        meter.check(1, 1)
    meter.release_reserve()
    meter.check(1, 1)


def test_that_a_cancelled_lab_does_no_more_work(make_lab: MakeLab) -> None:
    cancel = CancelToken()
    lab, journal, _ = make_lab(cancel=cancel)
    lab.score([CLEAR])
    told = len(journal.events)
    cancel.cancel()
    with pytest.raises(Cancelled):
        lab.ask("Improve this prompt.")
    assert len(journal.events) == told


def test_that_the_same_seed_gives_the_same_events_and_another_seed_other_replies(make_lab: MakeLab) -> None:
    def story() -> tuple[list[e.Event], list[str]]:
        lab, journal, _ = make_lab()
        for _ in lab.rounds(2):
            replies = lab.ask("Rewrite the prompt in other words.\n\nWrite the smaller number.", n=4, max_tokens=24)
            lab.score([Draft(Prompt(reply), ("c0",), "rewrite") for reply in replies])
        return journal.events, replies

    first, replies = story()
    second, _ = story()
    assert first == second
    assert len(set(replies)) > 1, "each reply of one question has a seed of its own"


def test_that_rounds_are_closed_with_their_best_even_if_a_method_leaves_early(make_lab: MakeLab) -> None:
    lab, journal, _ = make_lab()
    lab.score([VAGUE])
    for number in lab.rounds(5):
        lab.score([CLEAR])
        if number == 2:
            break
    lab.close_round()
    ends = [event for event in journal.events if isinstance(event, e.RoundEnded)]
    assert [(end.round, end.best) for end in ends] == [(1, "c1"), (2, "c1")]


def test_that_a_seed_that_never_fits_the_context_is_an_error_and_a_candidate_is_a_verdict(make_lab: MakeLab) -> None:
    lab, _, _ = make_lab()
    endless = Prompt("word " * 600)
    with pytest.raises(RunError, match="does not fit into the model's context"):
        lab.score([endless])
    lab, _, _ = make_lab()
    scored = lab.score([Draft(endless, ("c0",), "generate")])[0]
    assert scored.value == 0.0
    assert {verdict.reason for verdict in scored.card.verdicts} == {"too_long"}


def test_that_failures_are_the_rows_that_were_wrong(make_lab: MakeLab) -> None:
    lab, _, _ = make_lab()
    vague = lab.score([VAGUE])[0]
    wrong = lab.failures(vague)
    assert len(wrong) == sum(verdict.score < 1 for verdict in vague.card.verdicts)
    assert all(example.row == verdict.row for example, verdict in wrong)


def test_that_a_split_without_rows_is_an_error_with_a_sentence(make_lab: MakeLab, task: Task) -> None:
    lab, _, _ = make_lab(on=replace(task, train=()))
    with pytest.raises(RunError, match="no train rows"):
        lab.score([CLEAR], on=Split.TRAIN)


def test_that_the_sealed_test_cannot_be_asked_for(make_lab: MakeLab) -> None:
    lab, _, _ = make_lab()
    with pytest.raises(ValueError, match="sealed"):
        lab.score([CLEAR], on=Split.TEST)


def scored(name: str, value: float, text: str, *, seed: bool = False) -> Scored:
    candidate = Candidate(name, Prompt(text), () if seed else ("c0",), "seed" if seed else "generate", 0)
    return Scored(candidate, Scorecard(Split.TRAIN, value, value, value, ()))


def test_that_ties_go_to_the_persons_prompt_then_to_fewer_words_then_to_the_earlier() -> None:
    own = scored("c0", 0.5, "my own rather long prompt", seed=True)
    long, short, later = scored("c1", 0.5, "one two three"), scored("c2", 0.5, "one two"), scored("c3", 0.5, "one 2")
    best = scored("c4", 0.6, "the best one of all of them")
    order = [item.candidate.id for item in ranked([own, long, short, later, best])]
    assert order == ["c4", "c0", "c2", "c3", "c1"]
    assert [item.candidate.id for item in finalists([own, long, short, later, best], 2)] == ["c0", "c4", "c2"]


def test_that_the_reserve_takes_at_most_half_of_a_token_budget() -> None:
    meter = Meter(Budget(tokens=1000), reserved_calls=600)
    meter.charge(e.Cost(4, 90, 10))
    meter.check(1, 400)
    with pytest.raises(OutOfBudget):
        meter.check(1, 401)
    assert meter.remaining_calls() == 36
