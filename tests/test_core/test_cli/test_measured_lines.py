"""What `whet models measure` says of threads that are left idle."""

from dataclasses import replace

from core.cli.models import _why_few_threads
from core.domain.runspec import ModelSettings
from core.engine.commands.measure import Measured, MeasuredTrial

EIGHT = ModelSettings(threads=8)


def measured(ms: dict[int, float], used: int) -> Measured:
    trials = tuple(MeasuredTrial(replace(EIGHT, threads=threads), took) for threads, took in ms.items())
    return Measured(replace(EIGHT, threads=used), trials)


def test_that_a_run_with_fewer_threads_says_what_all_of_them_took() -> None:
    said = _why_few_threads(measured({8: 562.4, 7: 560.0, 4: 300.0, 1: 257.0}, used=1))
    assert "1 of 8 threads" in said
    assert "257 ms with 1" in said
    assert "562 ms with 8" in said


def test_that_one_core_left_to_others_needs_no_reason() -> None:
    assert _why_few_threads(measured({8: 100.0, 7: 80.0}, used=7)) == ""
    assert _why_few_threads(measured({8: 100.0, 7: 120.0}, used=8)) == ""
    assert _why_few_threads(measured({2: 100.0, 1: 80.0}, used=1)) == ""
