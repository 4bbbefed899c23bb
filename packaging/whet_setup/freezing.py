"""What goes into the frozen application, and what of the environment that it is made in stays out."""

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatch
from importlib.metadata import packages_distributions
from pathlib import Path

from whet_setup.locks import read_lock

RESOURCES = ("cases", "docs", "fonts", "icons", "models", "report", "samples", "translations")
"""The folders of `resources/`, all of them."""

Entry = tuple[str, str, str]

_OURS = {"core", "desktop"}
_UNUSED = (
    "tkinter", "idlelib", "lib2to3", "ensurepip", "pydoc_data", "turtledemo", "test", "_pytest",
    "setuptools", "pkg_resources",
    "llama_cpp.server", "lxml", "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter",
    *(f"rapidfuzz.{part}" for part in ("fuzz_cpp", "fuzz_cpp_avx2", "process_cpp", "process_cpp_impl")),
    *(f"scipy.{part}" for part in (
        "cluster", "datasets", "differentiate", "fft", "fftpack", "integrate", "interpolate", "io", "linalg",
        "misc", "ndimage", "odr", "optimize", "signal", "sparse", "spatial", "stats",
    )),
    *(f"PySide6.Qt{part}" for part in (
        "Network", "Qml", "Quick", "OpenGL", "OpenGLWidgets", "Test", "Sql", "PrintSupport", "DBus", "Xml",
    )),
)  # fmt: skip
"""Modules of the standard library and of our libraries that nothing here uses: of scipy, that is all but `special`."""

_QT_PLUGINS = (
    "platforms/*", "platformthemes/*portal*", "platforminputcontexts/*compose*", "platforminputcontexts/*ibus*",
    "iconengines/*svg*", "imageformats/*svg*", "imageformats/*ico*", "imageformats/*jpeg*", "imageformats/*gif*",
    "styles/*", "xcbglintegrations/*", "wayland-*client/*", "wayland-shell-integration/*",
)  # fmt: skip
_UNUSED_PLATFORMS = ("*eglfs*", "*linuxfb*", "*minimalegl*", "*vnc*", "*vkkhr*", "*qdirect2d*")
_UNUSED_LIBRARIES = re.compile(
    r"Qt6?(Qml|Quick|VirtualKeyboard|Pdf|Network|Sql|Test|PrintSupport|EglFS|Designer|Help|Concurrent|Xml|Labs)",
    re.IGNORECASE,
)
_QT_TRANSLATIONS = ("qtbase_en.qm", "qtbase_zh_CN.qm")


def strangers(lock: Path) -> list[str]:
    """The modules that must stay out: unused ones, and all that the environment has and this lock does not pin."""
    pinned = {canonical(pin.name) for pin in read_lock(lock)}
    others = [
        module
        for module, owners in packages_distributions().items()
        if not pinned & {canonical(owner) for owner in owners} and module not in _OURS and module.isidentifier()
    ]
    return sorted({*others, *_UNUSED})


def is_wanted_module(name: str) -> bool:
    """Whether a module is needed of those that PyInstaller takes along by the hundred: languages that no code is in."""
    return not name.startswith("pygments.lexers.") or name == "pygments.lexers._mapping"


def is_wanted(place: str) -> bool:
    """Whether a file, named by its place in the frozen folder, is needed: of Qt, what the window uses."""
    path = place.replace("\\", "/")
    name = path.rsplit("/", 1)[-1]
    if "/plugins/" in path and "PySide6" in path:
        plugin = path.split("/plugins/", 1)[1]
        used = any(fnmatch(plugin, pattern) for pattern in _QT_PLUGINS)
        return used and not any(fnmatch(name, pattern) for pattern in _UNUSED_PLATFORMS)
    if "PySide6" in path and "/translations/" in path:
        return name in _QT_TRANSLATIONS
    if "PySide6" in path and "/qml/" in path:
        return False
    return not _UNUSED_LIBRARIES.search(name) and not re.search(r"/tests?/", path)


def reachable(binaries: Sequence[Entry], needs: Callable[[str], set[str]]) -> list[Entry]:
    """The binaries without those of the system's libraries that only an unwanted one asked for. An entry is
    (place, source, kind); a system's library lies at the top; `needs` gives the libraries that a file loads, by name.
    """
    at_top = {entry[0]: entry for entry in binaries if "/" not in entry[0] and not entry[0].startswith("libpython")}
    kept = [entry for entry in binaries if entry[0] not in at_top]
    for entry in kept:  # grows while it is read
        kept += [at_top.pop(name) for name in sorted(needs(entry[1])) if name in at_top]
    return kept


def canonical(name: str) -> str:
    """The name of a distribution as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def _icon(root: Path) -> dict[str, str]:
    """The icon inside the executable, by system, where there is one in that system's format."""
    found = {"win32": root / "packaging" / "frozen" / "whet.ico", "darwin": root / "packaging" / "frozen" / "whet.icns"}
    return {system: str(file) for system, file in found.items() if file.is_file()}


ICON = _icon(Path(__file__).parents[2])
