"""`whet certify last` on a terminal: a sealed test opens once, so it is asked which run is meant."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.bench.attacks import made
from core.bench.attacks.commands import whet
from core.program import program

if sys.platform == "win32":
    pytest.skip("a terminal of this kind is Unix's", allow_module_level=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace in it, which has two runs of the same day."""
    folder = tmp_path_factory.mktemp("site")
    place = made.workspace(folder)
    words = ("optimize", "own", "--model", made.model(), *made.SHORT, "--seed", "1")
    assert whet(*words, "--workspace", place, home=folder / "home").code == 0
    return folder


def runs(folder: Path) -> list[str]:
    return sorted(each.name for each in (folder / "base" / "runs").iterdir())


def opened(folder: Path) -> int:
    return len(list((folder / "base" / "runs").glob("*/certificate.json")))


def on_terminal(folder: Path, said: str) -> tuple[int, str]:
    """The exit code, and all that the terminal showed."""
    master, slave = os.openpty()
    words = program("core", "certify", "last", "--model", str(made.model()), "--workspace", str(folder / "base"))
    child = subprocess.Popen(
        words,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "WHET_HOME": str(folder / "home"), "TERM": "xterm"},
    )
    os.close(slave)
    os.write(master, said.encode())
    shown = b""
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:  # the terminal is closed with its last program
            break
        if not piece:
            break
        shown += piece
    os.close(master)
    return child.wait(60), shown.decode("utf-8", "replace")


@pytest.mark.parametrize("said", ["n\n", "\x04"])
def test_that_any_answer_but_yes_leaves_the_test_sealed_and_names_both_runs(site: Path, said: str) -> None:
    code, shown = on_terminal(site, said)
    flat = shown.replace("\r\n", "")
    assert code == 2
    assert all(run in flat for run in runs(site))
    assert "The test stays sealed." in flat
    assert opened(site) == 0


def test_that_yes_goes_on_to_certify_the_last_run(site: Path) -> None:
    _, shown = on_terminal(site, "y\n")
    flat = shown.replace("\r\n", "")
    assert "Open the sealed test for" in flat
    assert "Name the run: whet certify" not in flat
