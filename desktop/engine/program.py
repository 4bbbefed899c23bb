"""How the engine process is started."""

import sys
from pathlib import Path

ENGINE_PROGRAM = "whet-engine"
"""In the frozen application: a console-type executable beside the window's, because a windowed one has no stdout."""


def engine_command() -> list[str]:
    """The program and its arguments: this interpreter, or the executable beside the frozen window's."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).with_name(ENGINE_PROGRAM)
        return [str(beside.with_suffix(Path(sys.executable).suffix)), "engine"]
    return [sys.executable, "-m", "core", "engine"]


def source_folder() -> str:
    """The folder that holds the `core` and `desktop` of this window."""
    return str(Path(__file__).parents[2])
