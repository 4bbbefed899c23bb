"""What makes the frozen program smaller on Linux, after PyInstaller has put it together."""

import shutil
import subprocess
from pathlib import Path

from whet_setup import icu
from whet_setup.elf import asked_of_others, elf_files, is_aligned, needs
from whet_setup.failure import SetupError

_INSTEAD = """\
#include <stdio.h>
#include <stdlib.h>
static void missing(void) {
    fputs("This program was made without the functions for matrices of scipy. Use Whet from a checkout.\\n", stderr);
    exit(1);
}
"""


def strip(folder: Path, scratch: Path) -> int:
    """Take out of programs and libraries what only a debugger reads; bytes saved. A file that has no such thing, or
    could not be mapped afterwards, stays as it is."""
    saved = 0
    for file in elf_files(folder):
        stripped = scratch / "stripped"
        done = subprocess.run(["strip", "--strip-unneeded", "-o", stripped, file], capture_output=True, check=False)
        size = file.stat().st_size
        if done.returncode == 0 and stripped.stat().st_size < size and is_aligned(stripped):
            saved += size - stripped.stat().st_size
            shutil.copymode(file, stripped)
            stripped.replace(file)
    return saved


def without_blas(folder: Path, scratch: Path) -> None:
    """`scipy.special` is linked with a library for matrices, 28 MB, for one function: of ellipsoidal harmonics, which
    nothing here computes. One takes its place that has this function's name, and says so if it is called."""
    for library in (folder / "_internal" / "scipy.libs").glob("libscipy_openblas*.so*"):
        users = [file for file in elf_files(folder / "_internal" / "scipy") if library.name in needs(file).libraries]
        names = sorted({name for file in users for name in asked_of_others(file) if name.startswith("scipy_")})
        (scratch / "blas.c").write_text(_INSTEAD + "".join(f"void {name}(void) {{ missing(); }}\n" for name in names))
        command = ["cc", "-shared", "-fPIC", "-O1", f"-Wl,-soname,{library.name}", "-o", library.name, "blas.c"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
        if done.returncode or not names:
            raise SetupError(f"The library that stands in for {library.name} could not be made: {done.stderr[-500:]}")
        (scratch / library.name).replace(library)
    _drop_unused(folder / "_internal")


def _drop_unused(folder: Path) -> None:
    """The libraries of Fortran that only that one needed."""
    asked = {name for file in elf_files(folder / "scipy") for name in needs(file).libraries}
    for file in (folder / "scipy.libs").glob("lib*"):
        if file.name not in asked:
            file.unlink()


def slim(folder: Path, scratch: Path) -> None:
    """Everything that there is to do to a frozen program. Raises `SetupError` where a part has another form."""
    scratch.mkdir(parents=True, exist_ok=True)
    for library in folder.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu.slim(library, scratch)
    without_blas(folder, scratch)
    strip(folder / "_internal", scratch)  # not the program itself: its modules lie behind its end
