"""Telemetry: speeds and shares from what a model says of its progress."""

import pytest

from core.domain.runspec import Budget
from core.engine.messages import Progressed
from core.engine.progress import Telemetry
from core.lab.meter import Meter
from core.llm.base import ModelProgress


@pytest.fixture
def sent() -> list[Progressed]:
    return []


@pytest.fixture
def telemetry(sent: list[Progressed]) -> Telemetry:
    return Telemetry(sent.append, Meter(Budget()))


def test_that_shares_are_of_the_whole_run(telemetry: Telemetry, sent: list[Progressed]) -> None:
    for phase in ("first", "second"):
        telemetry.begin(phase)
        telemetry.observe(ModelProgress("block", 8, 16, 800, 40, 600))
        telemetry.observe(ModelProgress("block", 16, 16, 1600, 80, 1200))
    telemetry.begin("third")
    assert sent[-1].shared == pytest.approx(0.75)
    assert sent[-1].cached == 0.0


def test_that_answers_from_disk_count_as_such_and_not_as_speed(telemetry: Telemetry, sent: list[Progressed]) -> None:
    telemetry.begin("asked before")
    telemetry.observe(ModelProgress("block", 16, 16, 1600, 80, 1200, cached=True))
    telemetry.begin("new")
    assert (sent[-1].cached, sent[-1].prompt_tokens_per_second, sent[-1].shared) == (1.0, 0.0, 0.0)
    telemetry.observe(ModelProgress("block", 48, 48, 1600, 80, 800))
    telemetry.begin("next")
    assert sent[-1].cached == pytest.approx(0.25)
    assert sent[-1].prompt_tokens_per_second > 0
    assert sent[-1].shared == pytest.approx(0.5)


def test_that_what_is_being_written_is_told_only_to_those_who_overhear_the_writer() -> None:
    for overhear, phase, heard in (
        (True, "asking the optimizer (step)", "Decide whe"),
        (True, "c1: train rows 1 to 16", ""),
        (False, "asking the optimizer (step)", ""),
    ):
        sent: list[Progressed] = []
        telemetry = Telemetry(sent.append, Meter(Budget()), overhear=overhear)
        telemetry.begin(phase)
        telemetry._sent = float("-inf")
        telemetry.observe(ModelProgress("ask 0", 0, 4, 100, 12, writing="Decide whe"))
        assert sent[-1].writing == heard, (overhear, phase)
