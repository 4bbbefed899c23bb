"""Every method keeps every promise; the same checks as `whet bench conformance`, which kills more often."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core import paths
from core.bench import runs
from core.bench.checks import SIMULATED, Check
from core.bench.conformance import real_run
from core.methods import NAMES


@pytest.mark.parametrize("check", SIMULATED.values(), ids=[name.replace(" ", "-") for name in SIMULATED])
@pytest.mark.parametrize("method", NAMES)
def test_that_the_method_keeps(method: str, check: Check) -> None:
    assert check(method) == ""


@pytest.mark.slow
@pytest.mark.parametrize("method", NAMES)
def test_that_a_run_on_the_bundled_model_works_and_survives_kill_9(
    method: str, known_trials: Callable[[Path], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHET_HOME", str(known_trials(tmp_path)))
    with runs.scratch() as workspace:
        wrong = {title: text for title, text in real_run(workspace, method, kills=1, seed=1).items() if text}
    assert wrong == {}
    assert not paths.answers_folder().exists(), "answers were kept: then a resumed run computes nothing anew"
