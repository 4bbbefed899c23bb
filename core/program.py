"""How this program starts another process of its own: with this Python, or with the frozen application's programs."""

import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

COMMAND: Final = "whet"
"""The frozen application's console program. As `whet -m MODULE …` it does for our own modules what Python does."""

WINDOW: Final = "whet-window"
"""The frozen application's window, beside it. On Windows it has no stdout, so nothing else runs in it."""

MODULES: Final = (
    "core",
    "core.bench.mimic",
    "core.data.table_child",
    "core.llm.llama.probe_child",
    "core.llm.llama.quantize_child",
    "core.llm.template_child",
    "core.metrics.pattern_child",
    "desktop",
    "desktop.bench",
    "desktop.bench.flood",
    "desktop.bench.paint",
    "desktop.bench.silent",
)
"""Every module that is started as a process of its own; the frozen application runs these and no others."""


_START: Final = Path(__file__).resolve().with_name("start.py")
"""Named by its place: `-m` would look for a module of this name in the current folder first."""


def program(module: str, *arguments: str) -> list[str]:
    """The command that runs one of `MODULES` in a process of its own, from the same installation as this process."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-P", str(_START), module, *arguments]
    if module == "desktop":
        return [_beside(WINDOW), *arguments]
    return [_beside(COMMAND), "-m", module, *arguments]


def asked_module(arguments: Sequence[str]) -> str | None:
    """The module that `whet -m MODULE …` names; `None` for an ordinary command line. Raises `ValueError` for a module
    that is not started this way."""
    if list(arguments[:1]) != ["-m"]:
        return None
    module = "".join(arguments[1:2])
    if module not in MODULES:
        raise ValueError(f"“{module}” is no part of this program that runs in a process of its own.")
    return module


def clear_environment() -> None:
    """Take out of the environment what the frozen program's own start put there: a browser or a server that this
    process starts must not load our libraries and Qt plugins in place of its own. Libraries loaded here stay."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    for name in ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH"):
        os.environ.pop(name, None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # or our own children would take theirs for set already


def pip() -> list[str]:
    """The command that starts this installation's pip, away from the current folder; empty if there is none."""
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        return []
    return [sys.executable, "-I", "-m", "pip"]


def _beside(name: str) -> str:
    """The program of this name beside the one that runs, with the ending that programs have on this system."""
    running = Path(sys.executable)
    return str(running.with_name(name + (".exe" if running.suffix == ".exe" else "")))
