"""The frozen program as a Debian package: files in their places, what it depends on, and no scripts of its own."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from whet_setup.elf import Needs, elf_files, together
from whet_setup.failure import SetupError
from whet_setup.system import debian_package

PLACE = "opt/whet"
_MAINTAINER = "The people who make Whet <whet@example.invalid>"
_OF_EVERY_SYSTEM = frozenset(
    {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1", "libresolv.so.2",
     "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}
)  # fmt: skip
"""Parts of the C library itself."""

_BESIDE_QT = {"libwayland-egl.so.1": "libwayland-egl1"}
"""What a plugin asks for that the setup does not check: without it the window is drawn another way."""

_DESCRIPTION = """\
Description: Sharpen prompts on your own machine
 Whet takes a prompt, rows with right answers and a language model in a GGUF
 file, searches for a wording that scores better, and measures the gain once on
 rows that the search never saw. Nothing leaves the machine.
"""


def depends(found: Needs) -> list[str]:
    """What a package must name for these needs. Raises `SetupError` for a library whose package is not known."""
    missing = sorted(found.libraries - _OF_EVERY_SYSTEM)
    packages = {name: debian_package(name) or _BESIDE_QT.get(name, "") for name in missing}
    unknown = [name for name, package in packages.items() if not package]
    if unknown:
        raise SetupError(
            f"The program asks the system for {', '.join(unknown)}, and whet_setup/system.py does not know which "
            "package of Debian has that. Nothing was packed; add it there, or put the library into the program."
        )
    major, minor = found.glibc
    return [f"libc6 (>= {major}.{minor})", *sorted({package for package in packages.values() if package})]


def control(version: str, architecture: str, kilobytes: int, needed: Iterable[str]) -> str:
    """The text that says to dpkg what this is."""
    return (
        f"Package: whet\nVersion: {version}\nArchitecture: {architecture}\nMaintainer: {_MAINTAINER}\n"
        f"Installed-Size: {kilobytes}\nDepends: {', '.join(needed)}\nSection: science\nPriority: optional\n"
        f"{_DESCRIPTION}"
    )


def lay_out(program: Path, root: Path) -> None:
    """The program's folder and what the system is to know of it, each in its place below `root`."""
    place = root / PLACE
    shutil.copytree(program, place, symlinks=True)
    for name in ("whet", "whet-window"):
        link = root / "usr" / "bin" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(f"/{PLACE}/{name}")
    (place / "add-to-menu.sh").unlink()  # the package itself does that, for everybody
    share = {
        "whet.desktop": "applications/whet.desktop",
        "whet.xml": "mime/packages/whet.xml",
        "_internal/resources/icons/whet.svg": "icons/hicolor/scalable/apps/whet.svg",
        "licenses/README.md": "doc/whet/copyright",
    }
    for source, target in share.items():
        file = root / "usr" / "share" / target
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(place / source, file)
    for name in ("whet.desktop", "whet.xml"):
        (place / name).unlink()


def pack(program: Path, version: str, out: Path, scratch: Path, *, fast: bool = False) -> Path:
    """The package in the folder `out`; `fast`, and larger, for a try. Raises `SetupError` where it cannot be made."""
    if shutil.which("dpkg-deb") is None:
        raise SetupError("A Debian package is made by dpkg-deb, which is not here. Nothing was packed.")
    root = scratch / "deb"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    lay_out(program, root)
    needed = depends(together(elf_files(root / PLACE)))
    architecture = _told("dpkg", "--print-architecture")
    size = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(version, architecture, size, needed), "utf-8")
    for place in (root, *root.rglob("*")):
        if not place.is_symlink():
            place.chmod(0o755 if place.is_dir() or place.stat().st_mode & 0o100 else 0o644)
    made = out / f"whet_{version}_{architecture}.deb"
    _told("dpkg-deb", "--root-owner-group", *(["-Zgzip", "-z1"] if fast else ["-Zxz"]), "--build", root, made)
    return made


def _told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
