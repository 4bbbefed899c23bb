"""A folder that came from elsewhere may hold modules of any name: standing in it must run none of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core import paths
from core.bench.attacks.commands import run, whet
from core.bench.attacks.hostile_folder import fill
from core.program import program


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "strange"
    folder.mkdir()
    fill(folder, tmp_path / "executed")
    return folder


def test_that_a_run_in_a_strange_folder_executes_none_of_its_modules(hostile: Path, tmp_path: Path) -> None:
    (tmp_path / "workspace").mkdir()
    model = str(paths.tiny_model())
    words = (
        "optimize",
        "iso-date",
        "--model",
        model,
        "--budget",
        "calls=40",
        "--anyway",
        "--workspace",
        tmp_path / "workspace",
    )
    done = whet(*words, home=tmp_path / "home", cwd=hostile)
    assert b"at most 40 calls" in done.err
    assert not (tmp_path / "executed").exists()


@pytest.mark.parametrize("words", [("core", "--help"), ("core", "engine"), ("desktop", "--help")])
def test_that_no_program_of_ours_imports_from_where_it_is_started(
    words: tuple[str, ...], hostile: Path, tmp_path: Path
) -> None:
    done = run(program(*words), home=tmp_path / "home", cwd=hostile, seconds=30)
    assert done.code == 0, done.err
    assert not (tmp_path / "executed").exists()


def test_that_children_get_no_relative_entry_of_the_path(tmp_path: Path) -> None:
    shown = "import os; print(os.environ.get('PYTHONPATH'), os.environ['PYTHONSAFEPATH'])"
    code = f"import core.start; core.start.distrust_folder(); {shown}"
    entries = os.pathsep.join([str(paths.resources().parent), "", ".", "core"])
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": entries},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == [str(paths.resources().parent), "1"]
