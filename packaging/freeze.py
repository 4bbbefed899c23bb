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

from whet_setup.freezing import licenses

ROOT = Path(__file__).resolve().parents[1]


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
    _complete(out / "whet")
    size = sum(file.stat().st_size for file in (out / "whet").rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{out / 'whet'}: {size / 1e6:.0f} MB. `whet-window` opens the window, `whet --help` lists the rest.")
    return 0


def _command(out: Path) -> list[str | Path]:
    work = ROOT / "build" / "frozen"
    options = ["--noconfirm", "--log-level", "WARN", "--distpath", out, "--workpath", work]
    return [sys.executable, "-m", "PyInstaller", *options, ROOT / "packaging" / "whet.spec"]


def _complete(folder: Path) -> None:
    """Put beside the programs what people read, the licences of all that was frozen, and the entry for a menu."""
    for name in ("LICENSE", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    for owner, file in licenses(ROOT / "packaging" / "requirements.lock"):
        (folder / "licenses" / owner).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, folder / "licenses" / owner)
    if sys.platform == "linux":
        for file in (ROOT / "packaging" / "linux").iterdir():
            shutil.copy(file, folder)


if __name__ == "__main__":
    sys.exit(main())
