"""What end-to-end tests share: the command line as a person calls it, in a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Whet = Callable[..., Done]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WHET_HOME": str(tmp_path / "home"),
        "WHET_WORKSPACE": str(tmp_path / "workspace"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def whet(environment: dict[str, str], tmp_path: Path) -> Whet:
    def call(*arguments: str | Path, prefix: tuple[str, ...] = (), timeout: float = 240) -> Done:
        command = [*prefix, sys.executable, "-m", "core", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=timeout, check=False
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return call
