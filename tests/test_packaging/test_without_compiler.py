"""A machine without a compiler is set up without llama.cpp, says the two ways there are, and is mended by either."""

import shutil
import sys
from pathlib import Path

import pytest
from whet_setup.children import Children
from whet_setup.installation import Installation
from whet_setup.llama_step import LEFT_OUT
from whet_setup.places import Places
from whet_setup.system import Display

from core.errors import ModelError
from core.llm import hardware, llama

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there a compiler need not be on the PATH")


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CC", "CXX", "CI"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that the steps are made from, without an environment."""
    root = tmp_path / "checkout"
    (root / "packaging").mkdir(parents=True)
    (root / "resources" / "models").mkdir(parents=True)
    locks = (str(each.relative_to(ROOT)) for each in (ROOT / "packaging").glob("*.lock"))
    for name in ("pyproject.toml", "resources/models/starter.lock", *locks):
        shutil.copy2(ROOT / name, root / name)
    return root


def installation(root: Path, tmp_path: Path, *, with_llama: bool = False, backend: str | None = None) -> Installation:
    children = Children(tmp_path / "setup.log")
    return Installation(Places(root, tmp_path / "cache"), children, backend, with_llama=with_llama)


def test_that_what_runs_is_set_up_without_a_compiler_and_the_two_ways_are_said(
    bare_path: Path, checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = installation(checkout, tmp_path)
    steps = {step.name: step for step in found.run_steps(Display(x11=False, wayland=False))}
    assert steps["llama"].key == LEFT_OUT
    assert {"libraries", "whet"} <= steps.keys()
    assert "starter" not in steps
    assert steps["llama"].work() == LEFT_OUT
    said = capsys.readouterr().out
    assert "1. a compiler" in said
    assert "2. a server" in said
    for tool in ("gcc", "g++"):
        (bare_path / tool).write_text("#!/bin/sh\nexit 0\n", "utf-8")
        (bare_path / tool).chmod(0o755)
    mended = {step.name: step for step in found.run_steps(Display(x11=False, wayland=False))}
    assert mended["llama"].key != LEFT_OUT, "it is built as soon as there is a compiler"
    assert "compiled" in mended["llama"].title


@pytest.mark.parametrize(("with_llama", "backend"), [(True, None), (False, "cpu")])
def test_that_tests_and_a_named_backend_need_the_compiler(
    bare_path: Path, checkout: Path, tmp_path: Path, with_llama: bool, backend: str | None
) -> None:
    assert not list(bare_path.iterdir())
    assert not installation(checkout, tmp_path, with_llama=with_llama, backend=backend).llama.is_left_out()


def test_that_a_file_is_refused_with_the_two_ways_where_llama_cpp_was_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(llama, "is_built", lambda: False)
    with pytest.raises(ModelError, match=r"install a compiler .* or ask a server") as caught:
        llama.load(tmp_path / "model.gguf", None)  # type: ignore[arg-type]  # it is not looked at
    assert "Everything else works" in str(caught.value)
    assert hardware.machine().gpus == ()
