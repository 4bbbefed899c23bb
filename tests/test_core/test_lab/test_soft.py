"""Soft scores with the real model reading: what they say, what they cost, and that they are nothing but soft."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core import events as e
from core import paths
from core.control import Cancelled, CancelToken
from core.data.tasks import load_task
from core.domain.bias import LabelBias
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Reading, Role, RunSpec
from core.domain.task import AnswerContract, AnswerKind, Task
from core.engine.recorder import Recorder
from core.errors import RunError
from core.lab.bench import Bench
from core.lab.bias import verdicts_with
from core.lab.lab import Lab
from core.lab.meter import Meter, OutOfBudget
from core.lab.soft import FLOOR, SoftCard, SoftRow, has_soft_score, labels_of, right_labels
from core.llm.base import ChatModel
from core.metrics import aggregate
from core.state import fold

MakeLab = Callable[..., Any]
CLEAR = Prompt("Say whether the message is about billing, a bug, an account, or shipping. Give its topic.")
VAGUE = Prompt("Complete the task.")


@pytest.fixture(scope="module")
def topics() -> Task:
    """The sample task with labels, with few rows."""
    task = load_task(next(folder for folder in paths.sample_tasks() if folder.name == "ticket-topic"))
    return replace(task, train=task.train[:40], validation=task.validation[:20])


def card(sums: list[tuple[float, ...]], right: list[tuple[int, ...]], **more: Any) -> SoftCard:
    rows = tuple(SoftRow(i, each, places) for i, (each, places) in enumerate(zip(sums, right, strict=True)))
    return SoftCard(Candidate("c0", VAGUE, (), "seed", 0), Split.TRAIN, ("a", "b"), rows, **more)


class TestWhatItSays:
    def test_that_the_rows_of_a_label_task_are_scored_by_the_right_label_among_all_labels(
        self, make_lab: MakeLab, topics: Task
    ) -> None:
        lab, _, _ = make_lab(on=topics)
        (soft,) = lab.soft_score([CLEAR], on=Split.TRAIN)
        assert [row.row for row in soft.rows] == [row.row for row in topics.train]
        assert all(len(row.logprobs) == len(topics.contract.labels) and len(row.right) == 1 for row in soft.rows)
        assert FLOOR <= soft.value < 0.0
        first = soft.rows[0]
        shares = np.exp(first.logprobs) / np.exp(first.logprobs).sum()
        least = -math.log(2 * len(topics.contract.labels))
        assert soft.among_labels()[0] == pytest.approx(max(least, math.log(shares[first.right[0]])), abs=1e-6)
        assert soft.of_rows()[0] == first.logprobs[first.right[0]], "written answers must begin as a label, too"

    def test_that_labels_that_are_compared_are_scored_among_themselves_and_written_ones_are_not(self) -> None:
        off_topic = [(-9.0, -10.0)]  # neither label is likely to be written
        assert card(off_topic, [(0,)]).value == pytest.approx(-math.log(1 + math.exp(-1.0)))
        assert card(off_topic, [(0,)], reading=Reading.GENERATED).value == -9.0

    def test_that_one_pass_gives_the_metric_of_reading_by_choice_too(self, make_lab: MakeLab, topics: Task) -> None:
        lab, _, _ = make_lab(on=topics)
        (soft,) = lab.soft_score([CLEAR], on=Split.VALIDATION)
        plain = LabelBias(soft.labels, (0.0,) * len(soft.labels))
        verdicts = verdicts_with(plain, soft.logprobs, topics.validation, topics)
        assert aggregate(verdicts, topics.validation, topics) == pytest.approx(soft.accuracy)
        assert sum(soft.shares.values()) == pytest.approx(1.0)

    def test_that_an_answer_of_its_own_is_scored_by_itself_and_a_clear_prompt_makes_it_likelier(
        self, make_lab: MakeLab, task: Task
    ) -> None:
        lab, _, _ = make_lab()
        clear, vague = lab.soft_score([Prompt("Write the year of the date."), VAGUE])
        assert not clear.labels
        assert clear.value > vague.value
        assert clear.accuracy == 0.0
        assert len(clear.rows) == len(task.validation)

    def test_that_the_best_of_several_accepted_answers_counts(self, make_lab: MakeLab, task: Task) -> None:
        several = tuple(replace(row, answers=(*row.answers, "zebra")) for row in task.train)
        prompt = Prompt("Write the year of the date.")
        with_one, _, _ = make_lab()
        with_two, _, _ = make_lab(on=replace(task, train=several))
        one, two = (lab.soft_score([prompt], on=Split.TRAIN)[0] for lab in (with_one, with_two))
        assert two.value == pytest.approx(one.value, abs=0.05)

    def test_that_calibration_takes_away_what_labels_get_without_an_input(self) -> None:
        biased = [(-0.1, -2.4), (-0.7, -0.8)]  # the second label whenever the input says anything at all for it
        plain = card(biased, [(0,), (1,)], empty=((-0.3, -1.6),))
        assert plain.calibrated > plain.value

    def test_that_calibration_must_be_asked_for(self) -> None:
        with pytest.raises(ValueError, match="without content"):
            _ = card([(-1.0, -2.0)], [(0,)]).calibrated

    def test_that_a_row_that_does_not_fit_is_worth_the_least_and_is_no_label(self) -> None:
        soft = card([(-0.1, -9.0), ()], [(0,), ()])
        assert soft.of_rows()[1] == -math.log(4), "half of what guessing between two labels gives"
        assert replace(soft, reading=Reading.GENERATED).of_rows()[1] == FLOOR
        assert soft.predicted == ("a", "")
        assert soft.accuracy == 0.5


class TestWhatItCosts:
    def test_that_every_row_is_one_call_without_a_reply_and_known_rows_are_free(
        self, make_lab: MakeLab, topics: Task
    ) -> None:
        lab, journal, bench = make_lab(on=topics)
        lab.soft_score([CLEAR], on=Split.TRAIN, rows=10)
        assert bench.meter.calls == 16, "rows are taken in whole blocks"
        lab.soft_score([CLEAR], on=Split.TRAIN)
        lab.soft_score([CLEAR], on=Split.TRAIN, calibrate=True)
        assert bench.meter.calls == 40 + 3
        state = fold(journal.events)
        assert state.spend.calls == bench.meter.calls
        assert state.spend.tokens == bench.meter.tokens

    def test_that_it_is_no_score(self, make_lab: MakeLab, topics: Task) -> None:
        lab, journal, _ = make_lab(on=topics)
        lab.soft_score([CLEAR, VAGUE], on=Split.TRAIN, rows=16)
        assert lab.best() is None
        assert not any(isinstance(event, e.CandidateScored | e.BlockScored) for event in journal.events)

    @pytest.mark.parametrize("budget", [Budget(calls=20), Budget(tokens=900)])
    def test_that_no_limit_is_passed(self, make_lab: MakeLab, topics: Task, budget: Budget) -> None:
        lab, _, bench = make_lab(budget, on=topics)
        with pytest.raises(OutOfBudget):
            lab.soft_score([CLEAR, VAGUE], on=Split.TRAIN)
        assert bench.meter.calls <= (budget.calls or 1000)
        assert bench.meter.tokens <= (budget.tokens or 1_000_000)

    def test_that_a_stopped_run_reads_no_more(self, make_lab: MakeLab, topics: Task) -> None:
        cancel = CancelToken()
        lab, journal, _ = make_lab(on=topics, cancel=cancel)
        cancel.cancel()
        with pytest.raises(Cancelled):
            lab.soft_score([CLEAR], on=Split.TRAIN)
        assert not any(isinstance(event, e.AnswersWeighed) for event in journal.events)

    def test_that_a_resumed_run_reads_nothing_again_and_gets_the_same_bits(
        self, model: ChatModel, topics: Task, spec: RunSpec, tmp_path: Path
    ) -> None:
        log = tmp_path / "events.jsonl"

        def session(reader: ChatModel, prompt: Prompt) -> tuple[list[SoftCard], Meter]:
            recorder, meter = Recorder(log, lambda event: None), Meter(Budget())
            try:
                lab = Lab(topics, spec, Bench({Role.TASK: reader}, recorder, meter))
                return lab.soft_score([prompt], on=Split.TRAIN, calibrate=True), meter
            finally:
                recorder.close()

        first, spent = session(model, CLEAR)
        written = log.read_bytes()
        again, counted = session(model, CLEAR)
        assert again == first
        assert log.read_bytes() == written
        assert (counted.calls, counted.tokens) == (spent.calls, spent.tokens)
        log.write_bytes(written[: len(written) // 2])  # cut in the middle of a line, as by a power cut
        assert session(model, CLEAR)[0] == first
        assert log.read_bytes() == written
        with pytest.raises(RunError, match="does not fit"):
            session(model, VAGUE)


class TestWhereItMakesSense:
    def test_that_short_answers_and_labels_have_one(self, model: ChatModel, task: Task, topics: Task) -> None:
        assert has_soft_score(task, model)
        assert has_soft_score(topics, model)

    def test_that_long_answers_and_metrics_that_do_not_pay_the_answer_have_none(
        self, model: ChatModel, task: Task
    ) -> None:
        long = replace(task, train=(Example(1, "x", ("word " * 40,)),), contract=AnswerContract(AnswerKind.TEXT))
        assert not has_soft_score(long, model)
        shaped = replace(
            task,
            contract=AnswerContract(AnswerKind.TEXT),
            metric="regex",
            metric_options=(("pattern", "^[a-z]+$"),),
        )
        assert not has_soft_score(shaped, model)

    def test_that_a_model_that_may_think_first_has_none(self, model: ChatModel, topics: Task) -> None:
        assert not has_soft_score(replace(topics, contract=replace(topics.contract, thought_tokens=64)), model)

    def test_that_asking_all_the_same_is_a_mistake(self, make_lab: MakeLab, task: Task) -> None:
        lab, _, _ = make_lab(on=replace(task, train=(), validation=(Example(1, "x", ("word " * 40,)),)))
        assert not lab.has_soft_score
        with pytest.raises(ValueError, match="no soft score"):
            lab.soft_score([CLEAR])

    def test_that_letters_that_rows_share_are_labels_though_the_task_names_none(self) -> None:
        rows = tuple(Example(i, f"row {i}", (f"({'ABC'[i % 3]})",)) for i in range(30))
        task = Task("letters", rows[:20], rows[20:], contract=AnswerContract(AnswerKind.CHOICE))
        assert labels_of(task) == ("(A)", "(B)", "(C)")
        assert labels_of(replace(task, train=rows[:6], validation=())) == ()

    def test_that_the_metric_says_which_labels_are_right(self, topics: Task) -> None:
        labels = topics.contract.labels
        row = replace(topics.train[0], answers=(labels[0].upper(), labels[1]))
        assert right_labels(row, topics, labels) == (0, 1)


class TestCollapse:
    def test_that_a_soft_card_says_it(self) -> None:
        sums = [(-0.1, -3.0)] * 20
        assert card(sums, [(0,), (1,)] * 10).collapsed == "a"
        assert card(sums, [(0,)] * 20).collapsed == ""
