"""A real engine process, a small task of one's own, and a home that is thrown away."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.engine.client import EngineProcess
from core.paths import bundled_model
from core.store.workspace import Workspace, open_workspace

TASK_FILE = """
name = "{name}"
[prompt]
seed = {seed}
input_template = "Input: {{{{input}}}}\\nOutput:"
[answer]
kind = "span"
instruction = ""
max_tokens = 6
stops = ["\\n"]
[data]
file = "data.jsonl"
input = "input"
answer = "answer"
split = "split"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def engine() -> Iterator[EngineProcess]:
    with EngineProcess() as process:
        yield process


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "workspace", create=True) as opened:
        yield opened


@pytest.fixture
def model() -> Path:
    file = bundled_model()
    assert file is not None
    return file


def write_task(folder: Path, *, seed: str = "Complete the task.", test: int = 40) -> Path:
    """A task like a sample, but a person's own: its sealed test can be opened once."""
    folder.mkdir(parents=True)
    words = ["mountain", "orange", "planet", "window", "garden", "bottle", "doctor", "camera", "pencil", "ticket"]
    rows = [
        {"input": f"The {words[i % 10]} of the {words[(i // 10 + i) % 10]} {i}x.", "answer": f"{i}x", "split": split}
        for i, split in enumerate(["train"] * 32 + ["validation"] * 32 + ["test"] * test)
    ]
    (folder / "data.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "task.toml").write_text(TASK_FILE.format(name=folder.name, seed=json.dumps(seed)))
    return folder


@pytest.fixture
def task(tmp_path: Path) -> Path:
    return write_task(tmp_path / "last")
