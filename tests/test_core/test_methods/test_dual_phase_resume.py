"""Dual-Phase answered from a cut log goes on as if it had never been stopped."""

import hashlib
import random
from pathlib import Path
from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.engine.recorder import Recorder
from core.methods.dual_phase import method as dual_phase

WORDS = ("second", "letter", "word", "write", "lower", "exactly", "only", "one", "please", "now", "the", "and")


def write(asked: str, seed: int) -> str:
    """A sheet or a line, whatever was asked for, with a few words by the seed."""
    digest = hashlib.sha256(str(seed).encode()).digest()
    text = " ".join(WORDS[byte % 12] for byte in digest[:4])
    if "<sheet>" not in asked:
        return f"<line>Do {text} as {seed % 9973} says</line>"
    return (
        f"<sheet>\n[KIND]\nSpelling\n[GOAL]\n{text}\n[ANSWER]\nBe brief\n[STEPS]\n[ADVICE]\nMind {seed % 97}\n</sheet>"
    )


def session(kit: Any, log: Path, preset: str) -> bytes:
    """One run, or the rest of one, into a log."""
    recorder = Recorder(log, lambda event: None)
    lab = kit.lab(optimizer=write, journal=recorder)
    try:
        direct.optimize(dual_phase, lab, (Prompt("Complete the task."),), preset, {})
    finally:
        recorder.close()
    return log.read_bytes()


@pytest.mark.parametrize("preset", dual_phase.PRESETS)
@pytest.mark.parametrize("cut", range(8))
def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(kit: Any, tmp_path: Path, cut: int, preset: str) -> None:
    whole = session(kit, tmp_path / "whole.jsonl", preset)
    assert b"RowsProbed" in whole
    log = tmp_path / "cut.jsonl"
    log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
    assert session(kit, log, preset) == whole
