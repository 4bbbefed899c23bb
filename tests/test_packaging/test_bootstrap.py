"""The command as a person types it: usage, refusals, and the second start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from whet_setup.children import Children
from whet_setup.installation import Installation
from whet_setup.places import find_places
from whet_setup.steps import pending

ROOT = Path(__file__).parents[2]
BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"


def call(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BOOTSTRAP), *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_that_help_names_the_five_commands(tmp_path: Path) -> None:
    done = call("--help", cwd=tmp_path)
    assert done.returncode == 0
    assert all(f"    {name} " in done.stdout for name in ("run", "test", "check", "fetch", "freeze"))


def test_that_an_unknown_backend_is_a_usage_error(tmp_path: Path) -> None:
    done = call("run", "--backend", "abacus", cwd=tmp_path)
    assert done.returncode == 2
    assert "invalid choice: 'abacus'" in done.stderr


def test_that_a_folder_which_was_not_fetched_is_refused_with_a_sentence(tmp_path: Path) -> None:
    done = call("run", "--wheels", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert "was not filled by a finished `bootstrap.py fetch`" in done.stdout
    assert "Nothing was changed." in done.stdout


def test_that_a_folder_fetched_for_another_system_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "fetched.json").write_text('{"system": "Plan9", "machine": "mips", "python": "3.11"}', "utf-8")
    done = call("run", "--wheels", tmp_path, cwd=tmp_path)
    assert done.returncode == 1
    assert "was fetched for Plan9 mips 3.11" in done.stdout


def test_that_an_old_python_can_still_read_the_script_and_its_sentence() -> None:
    import ast

    ast.parse(BOOTSTRAP.read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.skipif(os.name == "nt", reason="a relative cache is made for the test")
def test_that_the_cache_can_be_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHET_CACHE", str(tmp_path / "my cache"))
    assert find_places(tmp_path).cache == tmp_path / "my cache"


def test_that_a_cache_which_cannot_be_written_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.touch()
    monkeypatch.setenv("WHET_CACHE", str(in_the_way / "cache"))
    assert find_places(tmp_path).cache == tmp_path / "build" / "cache"


@pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="not run by bootstrap.py")
def test_that_the_second_start_has_nothing_to_do() -> None:
    places = find_places()
    installation = Installation(places, Children(places.log), with_starter=False)  # which may have failed
    assert pending(installation.test_steps(), installation.stamps) == []
