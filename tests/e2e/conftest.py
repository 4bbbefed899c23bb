"""What end-to-end tests share: the command line as a person calls it, in a home of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WALK = Path(__file__).with_name("walk.py")
_OWN_DIALOGS = {"XDG_CURRENT_DESKTOP": "", "QT_QPA_PLATFORMTHEME": ""}
"""Qt's own dialog for files, whatever desktop the tests run on."""


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
Walk = Callable[..., dict[str, Any]]


@pytest.fixture
def environment(known_trials: Callable[[Path], Path], tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WHET_HOME": str(known_trials(tmp_path / "home")),
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


@pytest.fixture
def typed(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Whet:
    """The same command line in this process, for commands of which only words and exit code matter: starting Python
    with all modules takes longer than what they do."""
    for name in ("WHET_HOME", "WHET_WORKSPACE"):
        monkeypatch.setenv(name, environment[name])
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Done:
        from core.cli.main import main

        capsys.readouterr()
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """What a program must know to find the screen."""
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed: Qt's offscreen platform takes its place.")
        yield {**_OWN_DIALOGS, "QT_QPA_PLATFORM": "offscreen"}
        return
    ready, said = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(said), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[said],
        stderr=subprocess.DEVNULL,
    )
    os.close(said)
    try:
        with os.fdopen(ready) as number:
            yield {**_OWN_DIALOGS, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number.readline().strip()}"}
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def walk(screen: dict[str, str], environment: dict[str, str], tmp_path: Path) -> Walk:
    def go(*arguments: str | Path) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, str(WALK), *map(str, arguments)],
            cwd=tmp_path,
            env={**environment, **screen},
            capture_output=True,
            text=True,
            timeout=500,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        assert "Traceback" not in done.stderr, done.stderr[-3000:]
        found: dict[str, Any] = json.loads(done.stdout)
        assert "failed" not in found, found["failed"]
        assert not found.pop("engine left")
        assert found.pop("platform") == screen["QT_QPA_PLATFORM"]
        return found

    return go
