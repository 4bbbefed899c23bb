"""The commands of a fresh checkout: `run`, `test`, `check`, `fetch`, `freeze`. Needs only a Python of 3.11 or newer.

    python3 packaging/bootstrap.py run            everything that is missing, then the window on a sample task
    python3 packaging/bootstrap.py test           the same, with what tests need, then all tests
    python3 packaging/bootstrap.py check          the static checks: ruff, mypy, import-linter
    python3 packaging/bootstrap.py freeze         a program that starts without Python, in dist/whet
    python3 packaging/bootstrap.py fetch DIR      on a connected machine: all that an isolated machine needs
    python3 packaging/bootstrap.py run --wheels DIR    on the isolated machine: no network is used

Tried on Linux (Debian 12, x86-64). Written for macOS and Windows too, and untried there, as are CUDA, Metal and Vulkan.

This file keeps to the syntax of Python 3.6, so that an old one can say what is wrong instead of failing to read it.
"""

import os
import shutil
import sys

NEEDED = (3, 11)


def newer_python() -> str:
    """The path of a Python that is new enough, or an empty text if none is on the PATH."""
    for name in ("python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found:
            return found
    return ""


def main() -> int:
    """Go on with this Python, or with a newer one; exit code 1 and a sentence if there is none."""
    if sys.version_info < NEEDED:
        found = newer_python()
        if found and os.name != "nt":
            os.execv(found, [found, __file__, *sys.argv[1:]])
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        sys.stderr.write(
            f"Whet needs Python 3.11 or newer; this one is {version}. Nothing was changed.\n"
            "Install a newer one and start this again with it, for example: python3.12 packaging/bootstrap.py run\n"
        )
        return 1
    from whet_setup.commands import main as commands

    return commands(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
