"""A plausible run spec, and a user folder and a workspace of each test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.prompt import Prompt
from core.domain.runspec import ModelRef, Role, RunSpec
from core.store.workspace import Workspace, open_workspace


@pytest.fixture
def spec() -> RunSpec:
    return RunSpec(
        task="Smaller number",
        task_fingerprint="a" * 64,
        test_fingerprint="b" * 64,
        seed_prompts=(Prompt("Answer."),),
        models={Role.TASK: ModelRef("interim", "c" * 64)},
        method="gpo",
        params={"rounds": 3},
    )


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("WHET_HOME", str(folder))
    monkeypatch.delenv("WHET_WORKSPACE", raising=False)
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "w", create=True) as opened:
        yield opened
