"""The pictures of the pages are made by a program that says so when it fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import screenshot_scenes
from screenshots import WORKSPACE

from core.events import encode
from core.paths import resources
from core.store.runs import RunFolder
from core.store.workspace import open_workspace
from desktop.bench.made_up import made_up_run

TASK = screenshot_scenes.RUNS[0][0]
PROGRAM = Path(screenshot_scenes.__file__).with_name("screenshots.py")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A kept content with one made-up run, which takes no model."""
    workspace = tmp_path / "content" / WORKSPACE
    workspace.parent.mkdir(parents=True)
    open_workspace(workspace, create=True).close()
    shutil.copytree(resources() / "samples" / TASK, workspace / "tasks" / TASK, dirs_exist_ok=True)
    (workspace / "comparisons").mkdir(exist_ok=True)
    folder, events = RunFolder(workspace / "runs" / f"2026-11-20-1432-gpo-{TASK}-0001"), made_up_run(rounds=3)
    folder.path.mkdir(parents=True)
    folder.write_spec(events[0].spec)
    folder.log_path.write_bytes(b"".join(map(encode, events)))
    return tmp_path / "content"


Shoot = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shoot(content: Path, tmp_path: Path) -> Shoot:
    """Runs the program on some pages, in one language, size and look."""

    def run(pages: str, patience: int = 120) -> subprocess.CompletedProcess[str]:
        words = ["--pages", pages, "--languages", "en", "--sizes", "1280x800", "--looks", "light"]
        command = [sys.executable, str(PROGRAM), str(tmp_path / "pictures"), *words, "--content", str(content)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PICTURES_PATIENCE": str(patience)}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)

    return run


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_that_three_pages_with_their_tabs_and_scenes_are_shown(shoot: Shoot, tmp_path: Path) -> None:
    done = shoot("run,history,settings")
    assert done.returncode == 0, done.stdout + done.stderr
    names = {file.name.split(".")[0] for file in (tmp_path / "pictures").glob("*.png")}
    assert {"run", "run-tree", "run-candidates", "run-live", "history", "history-entry", "settings"} <= names
    assert f"{len(list((tmp_path / 'pictures').glob('*.png')))} pictures in" in done.stdout


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_that_a_page_that_cannot_be_shown_is_a_failure_that_says_so(
    shoot: Shoot, content: Path, tmp_path: Path
) -> None:
    assert shoot("settings,nowhere").returncode == 1
    shutil.rmtree(content / WORKSPACE / "runs")
    done = shoot("run", patience=15)
    assert done.returncode == 1
    assert "FAILED" in done.stderr
    assert "pictures in" not in done.stdout
