"""The frozen console program: the command line, the engine, and `whet -m MODULE …` for the program's own children.

Under the name of the window, which on Linux is a link to it, it is the window: a second program would hold all the same
modules once more, which are 17 MB.
"""

import runpy
import sys
from pathlib import Path

from core.program import WINDOW, asked_module, clear_environment


def main() -> int:
    """Run the module that was asked for, else the command line. 2 if this program has no such module."""
    clear_environment()
    if Path(sys.argv[0]).name == WINDOW:
        from desktop.__main__ import main as window

        return window()
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
