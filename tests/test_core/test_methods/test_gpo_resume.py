"""GPO answered from a cut log goes on as if it had never been stopped."""

import random
from pathlib import Path
from typing import Any

import pytest

from core.domain.prompt import Prompt
from core.engine.recorder import Recorder
from core.methods.base import make_params
from core.methods.gpo import method as gpo


def session(kit: Any, log: Path, params: gpo.Params) -> bytes:
    """One run, or the rest of one, into a log."""
    recorder = Recorder(log, lambda event: None)
    try:
        gpo.optimize(kit.lab(journal=recorder), (Prompt("Complete the task."),), params)
    finally:
        recorder.close()
    return log.read_bytes()


@pytest.mark.parametrize("momentum", ["relevance", "summary"])
@pytest.mark.parametrize("cut", range(12))
def test_that_a_run_cut_at_any_byte_ends_in_the_same_log(kit: Any, tmp_path: Path, cut: int, momentum: str) -> None:
    params = make_params(gpo.Params, {"momentum": momentum, "reflection": momentum == "summary"})
    whole = session(kit, tmp_path / "whole.jsonl", params)
    log = tmp_path / "cut.jsonl"
    log.write_bytes(whole[: random.Random(cut).randrange(len(whole))])
    assert session(kit, log, params) == whole
