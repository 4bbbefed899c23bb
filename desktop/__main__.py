"""`python -m desktop` and the command `whet-window`. With `--engine` it becomes the engine process, without any Qt."""

import os
import sys

from core import offline

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Where Qt looks for a screen on Linux; it aborts if there is none."""


def main() -> int:
    """The window, or the engine. Nothing that could open a connection is imported before the guard stands."""
    offline.install()
    if sys.argv[1:2] == ["--engine"]:
        sys.argv[1:] = ["engine"]
        from core.__main__ import main as core_main

        return core_main()
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        sys.stderr.write("There is no display for the window.\n`whet --help` lists what works in a terminal.\n")
        return 2
    from desktop.app import main as window_main

    return window_main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
