"""Makes a program that starts without Python: `python packaging/freeze.py`, with the checkout's own environment.

    python3 packaging/bootstrap.py freeze             sets everything up, then does this
    .venv/bin/python packaging/freeze.py [--out DIR]  in an environment that has requirements-freeze.lock

The program is the folder `dist/whet`, for the system and processor that it is made on; see packaging/README.md.
"""

import argparse
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from whet_setup.failure import SetupError
from whet_setup.legal import parts, system_parts, write
from whet_setup.slimming import slim

from core.program import COMMAND, WINDOW

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "frozen"


def main() -> int:
    """Build and say where it lies. 0 done; 1 without PyInstaller, or where it failed."""
    parser = argparse.ArgumentParser(prog="freeze.py", description="Make a program that starts without Python.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR", help="where (default: dist)")
    out = parser.parse_args().out.absolute()
    if find_spec("PyInstaller") is None:
        sys.stderr.write("PyInstaller is missing. `python3 packaging/bootstrap.py freeze` installs it, and goes on.\n")
        return 1
    done = subprocess.run(_command(out), cwd=ROOT, check=False)
    if done.returncode:
        sys.stderr.write("The program could not be made; the lines above say why. Nothing else was changed.\n")
        return 1
    try:
        lacking = _complete(out / "whet")
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if lacking:
        sys.stderr.write(f"No licence text was found for {', '.join(lacking)}; do not give the program to others.\n")
        return 1
    size = sum(file.stat().st_size for file in (out / "whet").rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{out / 'whet'}: {size / 1e6:.0f} MB. `whet-window` opens the window, `whet --help` lists the rest.")
    return 0


def _command(out: Path) -> list[str | Path]:
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", out, "--workpath", WORK]
    return [sys.executable, "-m", "PyInstaller", *options, ROOT / "packaging" / "whet.spec"]


def _complete(folder: Path) -> list[str]:
    """Put beside the programs what people read, the licences of all that was frozen, and the entry for a menu. The
    parts of others that have no licence text."""
    for name in ("LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    if sys.platform == "linux":
        (folder / WINDOW).symlink_to(COMMAND)  # frozen/whet.py is both
        slim(folder, WORK / "slimming")
        for name in ("add-to-menu.sh", "whet.desktop", "whet.xml"):
            shutil.copy(ROOT / "packaging" / "linux" / name, folder)
    locks = [ROOT / "packaging" / f"{name}.lock" for name in ("requirements", "requirements-freeze")]
    found = parts(locks, ROOT / "packaging" / "licenses", ROOT / "LICENSE")
    borrowed = [Path(line) for line in (WORK / "borrowed.txt").read_text("utf-8").splitlines()]
    return write([*found, *system_parts(borrowed)], folder / "licenses")


if __name__ == "__main__":
    sys.exit(main())
