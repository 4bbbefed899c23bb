"""The licence texts that go with the frozen program: of Python, of every wheel, of Qt, of the system's libraries."""

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from whet_setup.freezing import canonical
from whet_setup.locks import read_lock

_TEXT = re.compile(r"(?i)licen[cs]e|copying|notice|authors|sboms?[./]")
_TEXTS = {"LGPL": ("LGPL-3.0.txt", "GPL-3.0.txt"), "GPL-3": ("GPL-3.0.txt",), "Apache": ("Apache-2.0.txt",)}
"""For wheels that bring no text: what their licence's name begins with or holds, and the texts of that licence. The
LGPL's is written as an addition to the GPL's. Where a wheel leaves the choice, the first that fits is chosen."""

_HEAD = """\
# What this program is made of

Whet itself is under the Apache License 2.0 (`LICENSE`). It holds the work of others, each under its own licence; the
texts are in this folder. Nothing of it was changed, but two lines of llama.cpp and of its build, which are in
`packaging/whet_setup/llama_source.py`.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They lie as libraries of their own in
`_internal/PySide6` and `_internal/shiboken6`, and may be replaced by others with the same interface. Their sources:
<https://download.qt.io/official_releases/QtForPython/> and <https://download.qt.io/official_releases/qt/>; what Qt
itself holds of others: <https://doc.qt.io/qt-6/licenses-used-in-qt.html>.

| part | version | licence | texts |
|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Something of others in the program. Without `texts` nobody may be given it."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def parts(locks: Iterable[Path], texts: Path, apache: Path) -> list[Part]:
    """Every installed distribution that the locks pin, with the texts it brings or those of `texts`, and Python."""
    pinned = {canonical(pin.name) for lock in locks for pin in read_lock(lock)}
    found = [_part(each, texts, apache) for each in distributions() if canonical(each.metadata["Name"]) in pinned]
    return sorted([_python(), *found], key=lambda part: part.name)


def _part(one: Distribution, texts: Path, apache: Path) -> Part:
    licence = _licence(one)
    files = (Path(str(one.locate_file(file))) for file in one.files or ())
    own = tuple(file for file in files if _is_text(file))
    return Part(canonical(one.metadata["Name"]), one.version, licence, own or _usual(licence, texts, apache))


def _is_text(file: Path) -> bool:
    place = "/".join(file.parts[-2:])
    return bool(_TEXT.search(place)) and file.suffix not in {".py", ".pyc", ".pyi", ".so", ".h"} and file.is_file()


def _licence(one: Distribution) -> str:
    """What the distribution says of itself, in a line."""
    told = one.metadata.get_all("License-Expression") or one.metadata.get_all("License") or [""]
    said = str(told[0])
    if said and "\n" not in said.strip():
        return said.strip()
    classes = [each.rpartition(" :: ")[2] for each in one.metadata.get_all("Classifier") or () if "License ::" in each]
    return ", ".join(classes) or "see the text"


def _usual(licence: str, texts: Path, apache: Path) -> tuple[Path, ...]:
    places = {"Apache-2.0.txt": apache}
    names = next((names for begin, names in _TEXTS.items() if begin in licence), ())
    return tuple(places.get(name, texts / name) for name in names)


def _python() -> Part:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    texts = (folder / name for folder in folders for name in ("LICENSE.txt", "LICENSE"))
    return Part("python", sys.version.split()[0], "PSF-2.0", tuple(text for text in texts if text.is_file())[:1])


def system_parts(libraries: Sequence[Path]) -> list[Part]:
    """The packages of a Debian that these of its libraries came from, with their copyright files. Empty elsewhere."""
    if shutil.which("dpkg") is None:
        return []
    owners = sorted({owner for library in libraries if (owner := _owner(library))})
    return [
        Part(f"debian-{owner}", _version(owner), "see the text", tuple(_copyright(owner)))
        for owner in owners
    ]  # fmt: skip


def _owner(library: Path) -> str:
    """The package of a file. Where /lib is a link to /usr/lib, dpkg knows a file by one of its two names only."""
    real = library.resolve()
    for name in {str(library), str(real), str(real).removeprefix("/usr"), str(library).removeprefix("/usr")}:
        told = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return told.stdout.partition(":")[0].strip()
    return ""


def _version(package: str) -> str:
    told = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True, check=False
    )
    return told.stdout.strip()


def _copyright(package: str) -> Iterable[Path]:
    file = Path("/usr/share/doc") / package / "copyright"
    return [file] if file.is_file() else []


def write(found: Iterable[Part], folder: Path) -> list[str]:
    """Put the texts and a list of all parts into a folder; the names of parts without any text, which there must not
    be."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, lacking = [], []
    for part in found:
        place = folder / part.name
        for text in part.texts:
            place.mkdir(exist_ok=True)
            shutil.copyfile(text, place / text.name)
        names = ", ".join(f"`{part.name}/{name}`" for name in sorted({text.name for text in part.texts}))
        rows.append(f"| {part.name} | {part.version} | {part.licence} | {names} |")
        if not part.texts:
            lacking.append(part.name)
    (folder / "README.md").write_text(_HEAD + "\n".join(rows) + "\n", "utf-8")
    return lacking
