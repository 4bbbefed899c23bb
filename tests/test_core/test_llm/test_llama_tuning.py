"""Measured settings: what is tried, what is left alone, and what counts as better."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.runspec import ModelSettings
from core.engine.prepare import with_settings
from core.errors import UsageError
from core.llm import hardware
from core.llm.llama import load
from core.llm.llama.model import LlamaModel
from core.llm.llama.tuning import BUSY, TuningTrial, best, measure

SETTINGS = ModelSettings(context=512, lanes=16, batch=512, threads=1)


@pytest.fixture(scope="module")
def model(tiny: Path) -> Iterator[LlamaModel]:
    loaded = load(tiny, SETTINGS)
    yield loaded
    loaded.close()


def differences(trial: TuningTrial, other: TuningTrial) -> set[str]:
    pairs = zip(dataclasses.asdict(trial.settings).items(), dataclasses.asdict(other.settings).items(), strict=True)
    return {one[0] for one, two in pairs if one != two}


def test_that_the_suggested_settings_come_first_and_others_differ_in_what_may_be_changed(model: LlamaModel) -> None:
    first, *others = model.trials(SETTINGS)
    assert first.settings == SETTINGS
    assert others
    may = {"threads", "flash_attention", "unified_kv", "batch"}
    assert set().union(*(differences(first, other) for other in others)) <= may
    assert all(trial.ms > 0 for trial in (first, *others))


def test_that_what_a_person_chose_is_never_changed(model: LlamaModel) -> None:
    fixed = ("threads", "flash_attention", "batch")
    first, *others = model.trials(SETTINGS, fixed)
    assert {name for other in others for name in differences(first, other)} == {"unified_kv"}


def test_that_answers_are_the_same_before_and_after_measuring(model: LlamaModel) -> None:
    from core.llm.base import Request, user

    ask = [Request(user(f"Write {word}."), 8) for word in ("one", "two", "three")]
    before = [reply.token_ids for reply in model.complete(ask)]
    model.trials(SETTINGS)
    assert [reply.token_ids for reply in model.complete(ask)] == before


def test_that_only_a_clear_gain_changes_the_settings() -> None:
    other = dataclasses.replace(SETTINGS, threads=2)
    assert best([TuningTrial(SETTINGS, 10.0), TuningTrial(other, 9.5)]) == SETTINGS
    assert best([TuningTrial(SETTINGS, 10.0), TuningTrial(other, 8.5)]) == other


def test_that_trials_of_a_busy_machine_never_leave_more_than_one_core_unused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "cores", lambda: 8)
    all_cores = dataclasses.replace(SETTINGS, threads=8)
    ways = {threads: dataclasses.replace(SETTINGS, threads=threads) for threads in (7, 4, 1)}
    quiet = [TuningTrial(all_cores, 100.0), *(TuningTrial(way, 10.0 * threads) for threads, way in ways.items())]
    assert best(quiet) == ways[1], "a quiet machine is believed"
    busy = [dataclasses.replace(trial, busy=2 * BUSY) for trial in quiet]
    assert best(busy) == ways[7], "the fewest threads that a busy machine may choose"


def test_that_other_threads_are_tried_even_when_there_is_no_time_left(model: LlamaModel) -> None:
    trials = measure(model._handle, model.info.vocabulary, dataclasses.replace(SETTINGS, threads=3), seconds=0.0)
    assert {trial.settings.threads for trial in trials} >= {3, 1}
    assert all(trial.cpu_ms > 0 for trial in trials)


def test_that_chosen_settings_replace_the_suggested_and_a_wrong_one_is_named() -> None:
    chosen = with_settings(SETTINGS, {"threads": "4", "flash_attention": "true"})
    assert (chosen.threads, chosen.flash_attention, chosen.lanes) == (4, True, 16)
    with pytest.raises(UsageError, match="no model setting “thread”"):
        with_settings(SETTINGS, {"thread": "4"})
    with pytest.raises(UsageError, match="does not fit"):
        with_settings(SETTINGS, {"threads": "many"})
