"""How the engine process is started."""

from pathlib import Path

from core.program import program


def engine_command() -> list[str]:
    """The program and its arguments: this interpreter, or the console program beside the frozen window."""
    return program("core", "engine")


def source_folder() -> str:
    """The folder that holds the `core` and `desktop` of this window."""
    return str(Path(__file__).parents[2])
