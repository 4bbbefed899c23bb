"""The trial in a child process. No llama.cpp here crashes, so the child is told to kill itself as a crash would."""

import dataclasses
import logging
import threading
from pathlib import Path

import pytest

from core import paths
from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.llama import probe, probing
from core.llm.llama.probe_child import CRASH

SETTINGS = ModelSettings(context=512, lanes=16, batch=64, threads=1)


def test_that_a_model_that_survives_keeps_its_settings_and_is_not_tried_again(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert probe(tiny, SETTINGS).settings == SETTINGS
    monkeypatch.setenv(CRASH, "always")  # nobody looks any more
    assert probe(tiny, SETTINGS).settings == SETTINGS


def test_that_a_crash_turns_repacking_off_says_so_and_is_remembered(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv(CRASH, "repack")
    with caplog.at_level(logging.WARNING, logger="whet.llama"):
        assert probe(tiny, SETTINGS).settings == dataclasses.replace(SETTINGS, repack=False)
    assert any("crashed in a trial with" in record.message for record in caplog.records)
    monkeypatch.delenv(CRASH)
    assert not probe(tiny, SETTINGS).settings.repack


def test_that_a_model_that_crashes_either_way_is_refused(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CRASH, "always")
    with pytest.raises(ModelError, match=r"crashes llama\.cpp on this machine"):
        probe(tiny, SETTINGS)
    assert not (paths.user_folder() / "probes.json").exists()


def test_that_a_refusal_in_the_child_comes_out_as_its_sentence(tiny: Path, tmp_path: Path) -> None:
    content = tiny.read_bytes()
    at = content.index(b"llama.block_count") + len("llama.block_count") + 4
    file = tmp_path / "broken.gguf"
    file.write_bytes(content[:at] + b"\x07" + content[at + 1 :])
    with pytest.raises(ModelError, match=r"could not be loaded: tensor .* not found"):
        probe(file, SETTINGS)


def test_that_a_damaged_memory_of_trials_only_means_another_trial(tiny: Path) -> None:
    file = paths.user_folder() / "probes.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{ not json")
    assert probe(tiny, SETTINGS).settings == SETTINGS
    assert "repack" in file.read_text()


def test_that_trials_of_a_busy_machine_are_made_again_when_it_is_quiet(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe(tiny, SETTINGS, again=True)
    key, known = next(iter(probing._remembered().items()))
    busy = tuple(dataclasses.replace(trial, busy=1.5, ms=-1.0) for trial in known.trials)
    probing._remember(key, probing.Probed(known.settings, busy))
    monkeypatch.setattr(probing, "_quiet", lambda: False)
    assert probe(tiny, SETTINGS).trials[0].ms == -1.0, "as long as it is busy, what is known is used"
    monkeypatch.setattr(probing, "_quiet", lambda: True)
    assert all(trial.ms != -1.0 for trial in probe(tiny, SETTINGS).trials)


def test_that_a_trial_can_be_cancelled(tiny: Path) -> None:
    token = CancelToken()
    threading.Timer(0.2, token.cancel).start()
    with pytest.raises(Cancelled):
        probe(tiny, SETTINGS, cancel=token)
