"""The program that starts without Python: how it starts its own children, and what goes into it.

Set `WHET_FROZEN` to a folder that packaging/freeze.py made, and the tests at the end run that program.
"""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from whet_setup.freezing import RESOURCES, is_wanted, reachable, strangers

from core.engine.connection import engine_command
from core.llm.llama import probing
from core.program import MODULES, asked_module, clear_environment, program

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"
FROZEN = os.environ.get("WHET_FROZEN", "")
needs_a_build = pytest.mark.skipif(not FROZEN, reason="WHET_FROZEN names no frozen program")


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "whet-window"))
    return tmp_path


def test_that_a_checkout_starts_its_modules_with_its_own_python_and_by_their_place() -> None:
    start = str(ROOT / "core" / "start.py")
    assert program("core", "engine") == [sys.executable, "-P", start, "core", "engine"]


def test_that_the_frozen_window_starts_its_engine_in_the_console_program_beside_it(frozen: Path) -> None:
    assert engine_command() == [str(frozen / "whet"), "-m", "core", "engine"]


def test_that_the_frozen_command_line_opens_the_window_program(frozen: Path) -> None:
    assert program("desktop", "--demo") == [str(frozen / "whet-window"), "--demo"]


def test_that_a_frozen_engine_tries_a_model_in_a_child_and_not_in_another_window(frozen: Path) -> None:
    question = probing.ProbeQuestion(probing.ModelSettings())
    command = probing.command(Path("a.gguf"), question, measure=True)
    assert command[:4] == [str(frozen / "whet"), "-m", "core.llm.llama.probe_child", "a.gguf"]
    assert command[-1] == "measure"


def test_that_programs_keep_their_ending_on_windows(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(frozen / "whet-window.exe"))
    assert program("core", "engine")[0] == str(frozen / "whet.exe")


@pytest.mark.parametrize("module", MODULES)
def test_that_every_module_that_is_started_exists_and_is_known_to_the_frozen_program(module: str) -> None:
    assert importlib.util.find_spec(module) is not None
    assert asked_module(["-m", module, "more"]) == module


def test_that_a_child_of_the_frozen_program_finds_its_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG", "QT_PLUGIN_PATH", "PYINSTALLER_RESET_ENVIRONMENT"):
        monkeypatch.setenv(name, f"/{name}")
    clear_environment()
    assert os.environ["LD_LIBRARY_PATH"] == "/LD_LIBRARY_PATH_ORIG"
    assert "QT_PLUGIN_PATH" not in os.environ
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


def test_that_the_frozen_program_runs_no_other_module() -> None:
    assert asked_module(["optimize", "-m", "http.server"]) is None
    with pytest.raises(ValueError, match=r"“http\.server” is no part of this program"):
        asked_module(["-m", "http.server"])


def test_that_no_module_starts_this_python_by_itself() -> None:
    files = [file for folder in ("core", "desktop") for file in (ROOT / folder).rglob("*.py")]
    guilty = [file.name for file in files if "sys.executable" in file.read_text("utf-8")]
    # Beside the one: a bench that asks the Python of other libraries, and one that tests a copy of the sources.
    assert sorted(guilty) == ["house_copy.py", "program.py", "roundtrip.py"]


def test_that_every_module_started_by_name_is_listed() -> None:
    files = [file for folder in ("core", "desktop") for file in (ROOT / folder).rglob("*.py")]
    started = {
        name for file in files for name in re.findall(r'\b(?:program|Child)\("([\w.]+)"', file.read_text("utf-8"))
    }
    assert started == set(MODULES)


def test_that_all_folders_of_resources_are_frozen() -> None:
    assert set(RESOURCES) == {path.name for path in (ROOT / "resources").iterdir()}
    assert "for name in RESOURCES" in (ROOT / "packaging" / "whet.spec").read_text("utf-8")


def test_that_what_the_lock_does_not_pin_stays_out_and_what_it_pins_goes_in() -> None:
    out = set(strangers(LOCK))
    assert {"pytest", "hypothesis", "mypy", "tkinter"} <= out
    assert not out & {"core", "desktop", "numpy", "scipy", "llama_cpp", "PySide6", "pyqtgraph", "msgspec", "regex"}


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt6Widgets.dll",
        "llama_cpp/lib/libllama.so",
        "resources/samples/iso-date/task.toml",
    ],
)
def test_that_what_the_window_uses_is_kept(place: str) -> None:
    assert is_wanted(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt6Network.dll",
        "numpy/tests/data.npy",
    ],
)
def test_that_what_the_window_does_not_use_is_left_out(place: str) -> None:
    assert not is_wanted(place)


def test_that_a_library_of_the_system_goes_where_only_unwanted_ones_asked_for_it() -> None:
    needs = {"/qxcb": {"libxcb.so.1", "libc.so.6"}, "/xcb": {"libXau.so.6"}, "/python": set[str]()}
    binaries = [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/qxcb", "BINARY"),
        ("libgtk-3.so.0", "/gtk", "BINARY"),
        ("libXau.so.6", "/Xau", "BINARY"),
        ("libxcb.so.1", "/xcb", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
    ]
    kept = {place for place, *_ in reachable(binaries, lambda file: needs.get(file, set()))}
    assert kept == {place for place, *_ in binaries} - {"libgtk-3.so.0"}


def test_that_the_menu_entry_starts_the_folder_that_it_was_made_in(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("menus are like this on Linux")
    here = tmp_path / "my programs"
    (here / "_internal" / "resources" / "icons").mkdir(parents=True)
    (here / "_internal" / "resources" / "icons" / "whet.svg").write_text("<svg/>", "utf-8")
    for name in ("whet.desktop", "add-to-menu.sh", "whet.xml"):
        (here / name).write_bytes((ROOT / "packaging" / "linux" / name).read_bytes())
    share = tmp_path / "share"
    call = ["sh", str(here / "add-to-menu.sh")]
    subprocess.run(call, env={"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(share)}, check=True)
    entry = (share / "applications" / "whet.desktop").read_text("utf-8")
    assert f'Exec="{here}/whet-window" %f\n' in entry
    assert "Name=Whet\n" in entry
    subprocess.run([*call, "--remove"], env={"PATH": os.environ["PATH"], "XDG_DATA_HOME": str(share)}, check=True)
    assert [path for path in share.rglob("*.[dsx]*") if path.is_file() and "whet" in path.name] == []


def _frozen(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin"} if os.name != "nt" else {**os.environ}
    home = {"WHET_HOME": str(tmp_path / "home")}
    command = [str(Path(FROZEN) / "whet"), *words]
    return subprocess.run(command, cwd=tmp_path, env={**bare, **home}, capture_output=True, text=True, check=False)


@needs_a_build
def test_that_the_frozen_program_optimizes_a_sample_in_a_bare_environment(tmp_path: Path) -> None:
    done = _frozen(tmp_path, "optimize", "iso-date", "--method", "bank", "--budget", "calls=400", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["calls"] <= 400


@needs_a_build
def test_that_the_frozen_program_refuses_another_module_with_a_sentence(tmp_path: Path) -> None:
    done = _frozen(tmp_path, "-m", "http.server")
    assert done.returncode == 2
    assert "is no part of this program" in done.stderr


@needs_a_build
def test_that_the_frozen_engine_ends_when_its_input_does(tmp_path: Path) -> None:
    done = _frozen(tmp_path, "-m", "core", "engine")
    assert done.returncode == 0, done.stderr
    assert '"Ready"' in done.stdout
