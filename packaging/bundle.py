"""Makes what people install, from the folder that freeze.py made: `python packaging/bundle.py`, on Linux.

    .venv/bin/python packaging/bundle.py                     dist/whet_0.1.0_amd64.deb
    .venv/bin/python packaging/bundle.py --runtime FILE      and dist/Whet-0.1.0-x86_64.AppImage
    .venv/bin/python packaging/bundle.py --build-runtime     the same, the runtime compiled from packaging/linux

See packaging/README.md for what each needs, and packaging/try_bundle.py for a try of both in a bare system.
"""

import argparse
import sys
from pathlib import Path

from whet_setup import appimage, debian
from whet_setup.elf import elf_files, together
from whet_setup.failure import SetupError
from whet_setup.runtime import build

import core

ROOT = Path(__file__).resolve().parents[1]
MOST = 250
"""Megabytes (10⁶ bytes) that the program's folder may take, without the starter model."""


def main() -> int:
    """Pack, and say what was packed, how large it is and what it needs. 0 done; 1 with a sentence."""
    parser = argparse.ArgumentParser(prog="bundle.py", description="Pack the frozen program for Linux.")
    parser.add_argument("--program", type=Path, default=ROOT / "dist" / "whet", metavar="DIR", help="dist/whet")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="where (default: dist)")
    runtime = parser.add_mutually_exclusive_group()
    runtime.add_argument("--runtime", type=Path, metavar="FILE", help="runtime of AppImages of type 2")
    runtime.add_argument("--build-runtime", action="store_true", help="compile packaging/linux/appimage_runtime.c")
    parser.add_argument("--fast", action="store_true", help="pack quickly, and larger: to try it, not to give it away")
    asked = parser.parse_args()
    try:
        _pack(asked)
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _pack(asked: argparse.Namespace) -> None:
    if not (asked.program / "whet").is_file():
        raise SetupError(f"{asked.program} holds no program yet: python3 packaging/bootstrap.py freeze makes it.")
    scratch = ROOT / "build" / "bundles"
    scratch.mkdir(parents=True, exist_ok=True)
    size = size_of(asked.program)
    found = together(elf_files(asked.program))
    print(f"{asked.program}: {size:.0f} MB of at most {MOST}; needs glibc {found.glibc[0]}.{found.glibc[1]}.")
    if size > MOST:
        raise SetupError(
            "That is too large. `du` in the folder says what grew; whet_setup/freezing.py, what stays out."
        )
    asked.out.mkdir(parents=True, exist_ok=True)
    made = [debian.pack(asked.program, core.__version__, asked.out, scratch, fast=asked.fast)]
    runtime = build(ROOT / "packaging" / "linux", scratch) if asked.build_runtime else asked.runtime
    if runtime is not None:
        image = appimage.pack(asked.program, core.__version__, runtime, asked.out, scratch, fast=asked.fast)
        made.append(image)
    for file in made:
        print(f"{file}: {file.stat().st_size / 1e6:.0f} MB")


def size_of(folder: Path) -> float:
    """Megabytes of all files, links left out."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
