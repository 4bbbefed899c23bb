"""Each contract on imports, broken once on purpose in a copy of the tree: the linter must name it."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
NAMES = {contract["id"]: contract["name"] for contract in CONTRACTS}

# contract → the file that gets one bad line, and the line
BREACHES = {
    "core-layers": ("core/errors.py", "import core.domain"),
    "core-has-no-window": ("core/control.py", "import PySide6.QtCore"),
    "llama-in-one-folder": ("core/state.py", "import llama_cpp"),
    "methods-are-independent": ("core/methods/second.py", "import core.methods.gpo"),
    "desktop-layers": ("desktop/engine/__init__.py", "import desktop.pages"),
    "window-computes-nothing": ("desktop/models/__init__.py", "import core.engine.runner"),
    "widgets-are-plain": ("desktop/widgets/__init__.py", "import core.errors"),
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for package in ("core", "desktop"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    second = settings.replace('modules = ["core.methods.gpo"', 'modules = ["core.methods.second", "core.methods.gpo"')
    assert second != settings
    (tmp_path / "pyproject.toml").write_text(second, "utf-8")
    (tmp_path / "core" / "methods" / "second.py").touch()
    return tmp_path


def lint(tree: Path, *options: str) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports" + (".exe" if os.name == "nt" else ""))
    wide = {**os.environ, "COLUMNS": "200"}  # or the linter breaks names over lines
    command = [str(linter), "--no-cache", *options]
    return subprocess.run(command, cwd=tree, env=wide, capture_output=True, text=True, check=False)


def test_that_the_tree_keeps_every_contract(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


def test_that_every_contract_has_a_breach_here() -> None:
    assert set(BREACHES) == set(NAMES)


@pytest.mark.parametrize("contract", BREACHES)
def test_that_a_bad_import_breaks_its_contract(tree: Path, contract: str) -> None:
    file, line = BREACHES[contract]
    with (tree / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    done = lint(tree, "--contract", contract)
    assert done.returncode == 1
    assert f"{NAMES[contract]} BROKEN" in done.stdout


def test_that_every_method_is_under_the_contract_of_independence() -> None:
    methods = {f"core.methods.{path.parent.name}" for path in (ROOT / "core" / "methods").glob("*/method.py")}
    listed = next(contract["modules"] for contract in CONTRACTS if contract["id"] == "methods-are-independent")
    assert methods == set(listed)
