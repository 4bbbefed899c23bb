"""Chosen rows, as a quick gate asks for them: in order, charged, logged, replayed, and never part of a score."""

from pathlib import Path
from typing import Any

import pytest

from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget
from core.engine.recorder import Recorder
from core.errors import RunError
from core.events import BlockScored, CandidateScored, RowsProbed
from core.lab.meter import OutOfBudget
from core.state import fold

PROMPT = Prompt("write the second letter")


def test_that_rows_are_answered_in_evaluation_order_sixteen_at_a_time(kit: Any) -> None:
    lab = kit.lab()
    train = [example.row for example in lab.rows(Split.TRAIN)]
    chosen = train[40:2:-2]
    answers = list(lab.probe(PROMPT, set(chosen), on=Split.TRAIN))
    assert [len(block) for block in answers] == [16, 3]
    assert [verdict.row for block in answers for verdict in block] == sorted(chosen, key=train.index)


def test_that_who_stops_reading_stops_paying(kit: Any) -> None:
    lab = kit.lab()
    next(lab.probe(PROMPT, {example.row for example in lab.rows(Split.TRAIN)}, on=Split.TRAIN))
    assert lab._bench.meter.calls == 16


def test_that_a_score_after_a_probe_is_the_score_without_it(kit: Any) -> None:
    probed, plain = kit.lab(), kit.lab()
    list(probed.probe(PROMPT, {1, 2, 3}, on=Split.TRAIN))
    assert probed.score([PROMPT], on=Split.TRAIN) == plain.score([PROMPT], on=Split.TRAIN)
    assert probed._bench.meter.calls == plain._bench.meter.calls + 3


def test_that_a_probe_shows_in_what_a_run_has_spent_and_in_no_score(kit: Any) -> None:
    lab = kit.lab()
    list(lab.probe(PROMPT, {1, 2, 3}, on=Split.TRAIN))
    events = lab._bench.journal.events
    assert not any(isinstance(event, BlockScored | CandidateScored) for event in events)
    state = fold(events)
    assert state.spend.calls == 3
    assert state.nodes["c0"].verdicts == {}


def test_that_the_budget_is_not_passed_by_a_probe(kit: Any) -> None:
    lab = kit.lab(budget=Budget(calls=20))
    blocks = lab.probe(PROMPT, {example.row for example in lab.rows(Split.TRAIN)}, on=Split.TRAIN)
    assert len(next(blocks)) == 16
    with pytest.raises(OutOfBudget):
        next(blocks)


def test_that_the_sealed_test_cannot_be_probed(kit: Any) -> None:
    with pytest.raises(ValueError, match="sealed"):
        next(kit.lab().probe(PROMPT, {1}, on=Split.TEST))


def test_that_a_probe_is_replayed_and_other_rows_are_refused(kit: Any, tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"

    def session(rows: set[int]) -> list[Any]:
        recorder = Recorder(log, lambda event: None)
        lab = kit.lab(journal=recorder)
        try:
            return list(lab.probe(PROMPT, rows, on=Split.TRAIN))
        finally:
            recorder.close()

    first = session({1, 2, 3})
    written = log.read_bytes()
    assert session({1, 2, 3}) == first
    assert log.read_bytes() == written
    assert RowsProbed.__name__.encode() in written
    with pytest.raises(RunError, match="other rows"):
        session({1, 2, 4})
