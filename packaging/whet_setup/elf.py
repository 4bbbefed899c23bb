"""What programs and libraries for Linux need of the system that they run on, read with binutils' `objdump`."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_LOAD = re.compile(r"LOAD off +0x([0-9a-f]+) vaddr 0x([0-9a-f]+) paddr 0x[0-9a-f]+ align 2\*\*(\d+)")

Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Needs:
    """The libraries that a file asks for by name, and the oldest C library that has all it calls."""

    libraries: frozenset[str]
    glibc: Version


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library below a folder, links left out."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink() and _is_elf(file):
            yield file


def needs(file: Path) -> Needs:
    """What one file asks for. Raises `CalledProcessError` if `objdump` cannot read it."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    references = told.partition("Version References:")[2]
    glibc = max(((int(major), int(minor)) for major, minor in _GLIBC.findall(references)), default=(2, 0))
    return Needs(frozenset(_NEEDED.findall(told)), glibc)


def together(files: Iterable[Path]) -> Needs:
    """What many files ask for that none of them is: a file answers to its own name."""
    asked: set[str] = set()
    own: set[str] = set()
    glibc: Version = (2, 0)
    for file in files:
        one = needs(file)
        asked |= one.libraries
        own.add(file.name)
        glibc = max(glibc, one.glibc)
    return Needs(frozenset(asked - own), glibc)


def is_aligned(file: Path) -> bool:
    """Whether each part of a file lies where it can be mapped: `strip` misplaces parts of what patchelf changed."""
    told = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    parts = _LOAD.findall(told)
    return bool(parts) and all((int(at, 16) - int(to, 16)) % (1 << int(power)) == 0 for at, to, power in parts)


def asked_of_others(file: Path) -> frozenset[str]:
    """The functions that a file calls and does not have."""
    told = subprocess.run(["objdump", "-T", file], capture_output=True, text=True, check=True).stdout
    return frozenset(line.split()[-1] for line in told.splitlines() if "*UND*" in line)


def _is_elf(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC
