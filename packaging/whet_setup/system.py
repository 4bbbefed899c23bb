"""What the system itself must bring: a C++ compiler, and the libraries that Qt looks for.

The names were read off PySide6 6.11's own files (`NEEDED` of libQt6Gui, of the platform plugins xcb, wayland and
offscreen); Qt, ICU and the C++ run time come with the wheel or with every Linux.
"""

import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whet_setup.children import environment
from whet_setup.failure import SetupError
from whet_setup.speech import say

_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
_XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
_RUN_TIME = {"libgomp.so.1": "libgomp1", "libstdc++.so.6": "libstdc++6"}
_DEBIAN = _QT | _XCB | _WAYLAND | _RUN_TIME
_COMPILER = "a C++ compiler"
_VENV = "Python's venv module"


@dataclass(frozen=True, slots=True)
class Display:
    """Where the window can appear. None of both: there is no display, and Whet runs in the terminal."""

    x11: bool
    wayland: bool

    def __bool__(self) -> bool:
        return self.x11 or self.wayland or not sys.platform.startswith("linux")

    @property
    def kind(self) -> str:
        """A word for it: what the system must bring differs between them."""
        return "x11" if self.x11 else "wayland" if self.wayland else "none"


def find_display() -> Display:
    """The display that the variables of the session name; macOS and Windows always have one."""
    return Display(x11=bool(os.environ.get("DISPLAY")), wayland=bool(os.environ.get("WAYLAND_DISPLAY")))


def qt_libraries(display: Display) -> tuple[str, ...]:
    """The shared libraries that Qt needs on Linux to draw: on this display, or into memory if there is none."""
    if not sys.platform.startswith("linux"):
        return ()
    return (*_QT, *(_XCB if display.x11 else ()), *(_WAYLAND if display.wayland and not display.x11 else ()))


def missing_libraries(names: Iterable[str]) -> list[str]:
    """Those of the shared libraries that the system's loader does not find."""
    return [name for name in names if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def compiler() -> str | None:
    """The path of the C++ compiler that CMake would take, or None. On Windows, `cl` or an installed Visual Studio."""
    wish = os.environ.get("CXX")
    if wish:
        return shutil.which(wish.split()[0])
    names = ("cl", "clang-cl", "g++", "clang++") if os.name == "nt" else ("c++", "g++", "clang++")
    found = next((path for path in map(shutil.which, names) if path), None)
    return found or (_visual_studio() if os.name == "nt" else None)


def _visual_studio() -> str | None:
    folder = os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")
    locator = Path(folder) / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
    return str(locator) if locator.is_file() else None


def compiler_version() -> str:
    """The first line that the compiler prints about itself, or an empty text without one."""
    path = compiler()
    if path is None:
        return ""
    option = "-version" if path.endswith("vswhere.exe") else "--version"
    try:
        told = subprocess.run([path, option], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return path
    return (told.stdout or told.stderr).partition("\n")[0].strip() or path


def lacks_compiler() -> list[str]:
    """`a C++ compiler` in a list, if there is none: the compiler, and the C compiler that belongs to it."""
    c_compiler = os.name == "nt" or os.environ.get("CC") or any(map(shutil.which, ("cc", "gcc", "clang")))
    return [] if compiler() and c_compiler else [_COMPILER]


def lacks_venv() -> list[str]:
    """`Python's venv module` in a list, if this Python came without it (Debian packs it separately)."""
    return [] if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")) else [_VENV]


def _debian_packages(missing: Iterable[str]) -> list[str]:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    known = _DEBIAN | {_COMPILER: "g++", _VENV: version}
    return sorted({known.get(name, name) for name in missing})


def debian_package(library: str) -> str:
    """The package of Debian that has a shared library; an empty text where that is not known."""
    return _DEBIAN.get(library, "")


def _fedora_packages(missing: Iterable[str]) -> list[str]:
    known = {_COMPILER: "gcc-c++", _VENV: "python3"}
    return [known.get(name) or f"'{name}()(64bit)'" for name in missing]


def install_command(missing: Sequence[str]) -> str:
    """The command that installs what is missing on this system, as a person would type it."""
    if sys.platform == "darwin":
        return "xcode-select --install" if _COMPILER in missing else "brew install python"
    if os.name == "nt":
        workload = '--override "--add Microsoft.VisualStudio.Workload.VCTools"'
        return f"winget install Microsoft.VisualStudio.2022.BuildTools {workload}"
    if shutil.which("apt-get"):
        return "sudo apt-get install " + " ".join(_debian_packages(missing))
    for tool in ("dnf", "zypper"):
        if shutil.which(tool):
            return f"sudo {tool} install " + " ".join(_fedora_packages(missing))
    return "(use your system's package manager)"


def may_install() -> bool:
    """In continuous integration, as root, on a Debian: there nobody reads a sentence and types."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and os.environ.get("CI") == "true" and shutil.which("apt-get") is not None


def require(missing: Sequence[str], purpose: str) -> None:
    """Raise SetupError with the command that installs what is missing; in CI as root, run it instead."""
    if not missing:
        return
    if may_install():
        _apt_install(_debian_packages(missing))
        return
    raise SetupError(
        f"{purpose} needs what this system does not have: {', '.join(missing)}. What was set up so far is kept.\n"
        f"This command installs it; then start this again:\n    {install_command(missing)}"
    )


def _apt_install(packages: Sequence[str]) -> None:
    say(f"      installing with apt-get: {' '.join(packages)}")
    variables = environment({"DEBIAN_FRONTEND": "noninteractive"})
    for command in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *command], env=variables, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SetupError(f"apt-get {' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def lacks_run_time(error: str) -> list[str]:
    """The library of a compiler's run time that a loader's message complains about, in a list; else an empty one."""
    found = re.search(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file", error)
    return [found[1]] if found and found[1] in _RUN_TIME else []
