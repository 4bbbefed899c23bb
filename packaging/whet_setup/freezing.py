"""What goes into the frozen application, and what of the environment that it is made in stays out."""

import re
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

from whet_setup.locks import read_lock

RESOURCES = ("cases", "docs", "fonts", "icons", "models", "report", "samples", "translations")
"""The folders of `resources/`, all of them."""

Entry = tuple[str, str, str]

_OURS = {"core", "desktop"}
_UNUSED = (
    "tkinter", "idlelib", "lib2to3", "ensurepip", "pydoc_data", "turtledemo", "test", "_pytest",
    "llama_cpp.server", "lxml", "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "scipy.signal",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick",
    "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtPrintSupport", "PySide6.QtDBus", "PySide6.QtXml",
)  # fmt: skip
"""Modules of the standard library and of our libraries that nothing here uses."""

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
    pinned = {_canonical(pin.name) for pin in read_lock(lock)}
    others = [
        module
        for module, owners in packages_distributions().items()
        if not pinned & {_canonical(owner) for owner in owners} and module not in _OURS and module.isidentifier()
    ]
    return sorted({*others, *_UNUSED})


def licenses(lock: Path) -> Iterator[tuple[str, Path]]:
    """The licence files of the installed distributions that this lock pins, each with its distribution's name."""
    pinned = {_canonical(pin.name) for pin in read_lock(lock)}
    for each in distributions():
        name = _canonical(each.metadata["Name"])
        for file in each.files or () if name in pinned else ():
            found = Path(str(each.locate_file(file)))
            if re.match(r"(?i)licen[cs]e|copying|notice", found.name) and found.suffix != ".py" and found.is_file():
                yield name, found


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


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()


def _icon(root: Path) -> dict[str, str]:
    """The icon inside the executable, by system, where there is one in that system's format."""
    found = {"win32": root / "packaging" / "frozen" / "whet.ico", "darwin": root / "packaging" / "frozen" / "whet.icns"}
    return {system: str(file) for system, file in found.items() if file.is_file()}


ICON = _icon(Path(__file__).parents[2])
