"""What the system lacks is named in a sentence, with the command that installs it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from whet_setup import system
from whet_setup.backend import choose_backend
from whet_setup.failure import SetupError
from whet_setup.system import Display

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux libraries")


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, on a machine where nobody may install by himself."""
    for name in ("CC", "CXX", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def offer(folder: Path, name: str) -> None:
    tool = folder / name
    tool.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    tool.chmod(0o755)


@linux
@pytest.mark.parametrize(
    ("installer", "command"),
    [
        ("apt-get", "sudo apt-get install g++"),
        ("dnf", "sudo dnf install gcc-c++"),
        ("zypper", "sudo zypper install gcc-c++"),
    ],
)
def test_that_a_missing_compiler_is_named_with_the_command_that_installs_it(
    bare_path: Path, installer: str, command: str
) -> None:
    offer(bare_path, installer)
    with pytest.raises(SetupError) as caught:
        system.require(system.lacks_compiler(), "Building llama.cpp")
    assert "Building llama.cpp needs what this system does not have: a C++ compiler." in str(caught.value)
    assert str(caught.value).endswith(command)


@linux
def test_that_a_compiler_on_the_path_is_enough(bare_path: Path) -> None:
    offer(bare_path, "g++")
    assert system.lacks_compiler() == ["a C++ compiler"]
    offer(bare_path, "gcc")
    assert system.lacks_compiler() == []


@linux
def test_that_a_missing_library_is_named_by_its_package(bare_path: Path) -> None:
    offer(bare_path, "apt-get")
    assert (
        system.install_command(["libEGL.so.1", "libxcb-cursor.so.0"]) == "sudo apt-get install libegl1 libxcb-cursor0"
    )


@linux
def test_that_a_library_which_is_not_there_is_noticed() -> None:
    assert system.missing_libraries(["libc.so.6", "libnot-there.so.1"]) == ["libnot-there.so.1"]


@linux
def test_that_each_display_asks_for_its_own_libraries() -> None:
    into_memory = system.qt_libraries(Display(x11=False, wayland=False))
    assert "libEGL.so.1" in into_memory
    assert "libxcb-cursor.so.0" not in into_memory
    assert "libxcb-cursor.so.0" in system.qt_libraries(Display(x11=True, wayland=False))
    assert "libwayland-client.so.0" in system.qt_libraries(Display(x11=False, wayland=True))


@linux
def test_that_every_library_that_qt_names_is_known(tmp_path: Path) -> None:
    """Read what PySide6's own files need, and check it against the list that the setup asks the system for."""
    readelf = shutil.which("readelf")
    if readelf is None:
        pytest.skip("no readelf")
    import PySide6

    qt = Path(PySide6.__path__[0]) / "Qt"
    parts = ("Core", "DBus", "Gui", "OpenGL", "Svg", "WaylandClient", "Widgets", "XcbQpa")
    files = [qt / "lib" / f"libQt6{part}.so.6" for part in parts]
    files += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "wayland", "xcb")]
    shipped = {path.name for path in (qt / "lib").iterdir()}
    always = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1", "ld-linux-x86-64.so.2"}
    always |= {"ld-linux-aarch64.so.1", "libdl.so.2", "libpthread.so.0", "librt.so.1"}
    told = subprocess.run([readelf, "-d", *map(str, files)], capture_output=True, text=True, check=True).stdout
    needed = {line.split("[")[1].rstrip("]") for line in told.splitlines() if "(NEEDED)" in line}
    listed = {*system.qt_libraries(Display(x11=True, wayland=False)), *system.qt_libraries(Display(False, True))}
    assert needed - shipped - always <= listed


def test_that_a_missing_run_time_is_read_off_the_loaders_complaint_and_a_broken_build_is_not_taken_for_one() -> None:
    complaint = "OSError: {}: cannot open shared object file: No such file or directory"
    assert system.lacks_run_time(complaint.format("libgomp.so.1")) == ["libgomp.so.1"]
    assert system.lacks_run_time(complaint.format("libggml-base.so")) == []
    assert system.lacks_run_time("ValueError: no") == []


def test_that_a_backend_which_cannot_be_built_here_is_refused_with_a_sentence(bare_path: Path) -> None:
    with pytest.raises(SetupError, match=r"--backend vulkan needs the shader compiler glslc, which was not found"):
        choose_backend("vulkan", "")


def test_that_auto_takes_the_cpu_where_nothing_else_can_be_built_and_a_choice_stays(bare_path: Path) -> None:
    if sys.platform != "darwin":
        assert choose_backend("auto", "") == "cpu"
    assert choose_backend(None, "cuda") == "cuda"
    assert choose_backend("cpu", "cuda") == "cpu"
