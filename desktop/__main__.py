"""`python -m desktop` and the command `whet-window`. With `--engine` it becomes the engine process, without any Qt."""

import sys

from core import offline


def main() -> int:
    """The window, or the engine. Nothing that could open a connection is imported before the guard stands."""
    offline.install()
    if sys.argv[1:2] == ["--engine"]:
        sys.argv[1:] = ["engine"]
        from core.__main__ import main as core_main

        return core_main()
    from desktop.app import main as window_main

    return window_main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
