"""The frozen console program: the command line, the engine, and `whet -m MODULE …` for the program's own children."""

import runpy
import sys

from core.program import asked_module, clear_environment


def main() -> int:
    """Run the module that was asked for, else the command line. 2 if this program has no such module."""
    clear_environment()
    try:
        module = asked_module(sys.argv[1:])
    except ValueError as error:
        sys.stderr.write(f"{error}\n`whet --help` lists the commands.\n")
        return 2
    if module is not None:
        del sys.argv[1:3]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from core.__main__ import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
