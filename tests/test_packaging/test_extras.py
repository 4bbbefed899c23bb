"""Without the extras: the command line works whole, and what is missing is said with the words that install it."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXTRAS = ("PySide6", "shiboken6", "pyqtgraph", "arro3", "pyarrow", "python_calamine")
BLOCK = """
from importlib.machinery import PathFinder

found = PathFinder.find_spec

def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] in {names!r} else found(name, path, target)

PathFinder.find_spec = find_spec
"""


@pytest.fixture
def without(tmp_path: Path) -> dict[str, str]:
    """An environment in which no Python, and no child of one, can import what the extras install."""
    folder = tmp_path / "block"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(BLOCK.format(names=set(EXTRAS)), "utf-8")
    return {
        **os.environ,
        "PYTHONPATH": str(folder),
        "WHET_HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def python(without: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", *words]
    return subprocess.run(
        command, env=without, cwd=Path(without["WHET_HOME"]).parent, capture_output=True, text=True, check=False
    )


def test_that_the_command_line_runs_a_sample_to_its_end_without_the_extras(without: dict[str, str]) -> None:
    assert "No module named 'PySide6'" in python(without, "-c", "import PySide6").stderr
    done = python(without, "-m", "core", "optimize", "iso-date", "--method", "bank", "--budget", "calls=400", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["calls"] <= 400


@pytest.mark.parametrize("words", [("-m", "desktop"), ("-m", "core")])
def test_that_the_window_says_which_extra_it_needs(without: dict[str, str], words: tuple[str, ...]) -> None:
    done = python(without, *words)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "The window needs PySide6, which is not installed; the command line works without it (`whet --help`).",
        'Install Whet with its extra “window”: pip install "whet-desktop[window]"',
    ]


@pytest.mark.parametrize(("name", "head"), [("a.xlsx", b"PK\x03\x04"), ("a.parquet", b"PAR1")])
def test_that_a_table_without_its_reader_names_the_extra(without: dict[str, str], name: str, head: bytes) -> None:
    file = Path(without["WHET_HOME"]).parent / name
    file.write_bytes(head)
    done = python(without, "-m", "core", "data", "check", str(file))
    assert done.returncode == 1
    assert "is not installed" in done.stderr
    assert 'pip install "whet-desktop[tables]"' in done.stderr


def test_that_the_bench_of_the_window_names_the_extra(without: dict[str, str]) -> None:
    done = python(without, "-m", "core", "bench", "desktop")
    assert done.returncode == 2
    assert 'pip install "whet-desktop[window]"' in done.stderr


def test_that_core_imports_nothing_of_an_extra_while_it_is_loaded() -> None:
    early = {
        f"{file.name}: {name}"
        for file in (ROOT / "core").rglob("*.py")
        for name in imported_at_once(ast.parse(file.read_text("utf-8")))
        if name.partition(".")[0] in EXTRAS
    }
    assert early == set()


def imported_at_once(tree: ast.Module) -> set[str]:
    """Modules imported outside of functions."""
    later = {inner for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) for inner in ast.walk(node)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if node not in later and isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif node not in later and isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
    return found
