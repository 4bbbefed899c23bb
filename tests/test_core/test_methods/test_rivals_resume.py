"""OPRO, ProTeGi and GrIPS answered from a cut log go on as if they had never been stopped."""

import random
from pathlib import Path
from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.engine.recorder import Recorder
from core.methods import method

VALUES: dict[str, dict[str, Any]] = {
    "opro": {},
    "protegi": {"selection": "ucb", "gradients": 3, "successors": 6},
    "grips": {"annealing": True, "steps": 8},
}


def written(asked: str, seed: int) -> str:
    """A prompt, a criticism or a phrase of good words, in the tags that were asked for; now and then nothing."""
    words = ("second", "letter", "word", "write", "lower", "exactly", "only", "one", "please", "now", "say", "just")
    text = " ".join(words[(seed >> shift) % 12] for shift in range(0, 4 + 3 * (seed % 5), 3))
    tag = next((tag for tag in ("new_prompt", "weakness", "new_part") if f"</{tag}>" in asked), "")
    return f"<{tag}>{text}</{tag}>" if seed % 7 else ""


def session(kit: Any, name: str, log: Path) -> bytes:
    """One run, or the rest of one, into a log."""
    module = method(name)
    recorder = Recorder(log, lambda event: None)
    start = (Prompt("Complete the task now, please, and answer with one letter of the word that you see."),)
    try:
        direct.optimize(module, kit.lab(journal=recorder, optimizer=written), start, "hardened", VALUES[name])
    finally:
        recorder.close()
    return log.read_bytes()


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("cut", range(6))
def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(kit: Any, tmp_path: Path, name: str, cut: int) -> None:
    whole = session(kit, name, tmp_path / "whole.jsonl")
    log = tmp_path / "cut.jsonl"
    log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
    assert session(kit, name, log) == whole
