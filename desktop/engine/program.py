"""How the engine process is started."""

from core.program import program


def engine_command() -> list[str]:
    """The program and its arguments: this interpreter, or the console program beside the frozen window."""
    return program("core", "engine")
