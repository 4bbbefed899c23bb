"""The frozen program as an AppImage of type 2: a runtime, and behind it a squashfs of the program's folder.

The runtime is a program of the AppImage project's, or another that keeps its rules (`linux/appimage_runtime.c`); it is
given, never fetched.
"""

import platform
import shutil
import subprocess
from pathlib import Path

from whet_setup.failure import SetupError

MARK = b"AI\x02"
MARK_AT = 8
"""What an AppImage of type 2 has in its head, and at which byte."""
_RUN = """\
#!/bin/sh
# Opens the window; after the word `whet`, the command line: ./Whet.AppImage whet --help
here=$(dirname "$(readlink -f "$0")")
if [ "${1:-}" = whet ]; then
    shift
    exec "$here/whet/whet" "$@"
fi
exec "$here/whet/whet-window" "$@"
"""


def lay_out(program: Path, folder: Path) -> None:
    """The folder that becomes the file system of the AppImage."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(program, folder / "whet", symlinks=True)
    (folder / "whet" / "add-to-menu.sh").unlink()
    (folder / "AppRun").write_text(_RUN, "utf-8")
    (folder / "AppRun").chmod(0o755)
    shutil.move(folder / "whet" / "whet.desktop", folder / "whet.desktop")
    shutil.move(folder / "whet" / "whet.xml", folder / "whet.xml")
    shutil.copy(folder / "whet" / "_internal" / "resources" / "icons" / "whet.svg", folder / "whet.svg")
    (folder / ".DirIcon").symlink_to("whet.svg")


def pack(program: Path, version: str, runtime: Path, out: Path, scratch: Path, *, fast: bool = False) -> Path:
    """The AppImage in the folder `out`; `fast`, and larger, for a try. Raises `SetupError` where it cannot be made."""
    head = runtime.read_bytes()
    if head[MARK_AT : MARK_AT + len(MARK)] != MARK:
        raise SetupError(f"{runtime.name} is no runtime of an AppImage of type 2: the mark in its head is missing.")
    if shutil.which("mksquashfs") is None:
        raise SetupError("An AppImage is packed by mksquashfs (squashfs-tools), which is not here. Nothing was packed.")
    folder, image = scratch / "AppDir", scratch / "whet.squashfs"
    lay_out(program, folder)
    image.unlink(missing_ok=True)
    level = "1" if fast else "19"
    options = ["-root-owned", "-noappend", "-no-progress", "-comp", "zstd", "-Xcompression-level", level]
    subprocess.run(["mksquashfs", folder, image, *options], capture_output=True, check=True)
    made = out / f"Whet-{version}-{platform.machine()}.AppImage"
    with made.open("wb") as file:
        file.write(head)
        file.write(image.read_bytes())
    made.chmod(0o755)
    return made
