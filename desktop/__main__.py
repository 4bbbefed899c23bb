"""`python -m desktop` and the command `whet-window`. With `--engine` it becomes the engine process, without any Qt."""

from core.start import distrust_folder

distrust_folder()

import gc  # noqa: E402 - the path first
import os  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

from core import offline  # noqa: E402

if TYPE_CHECKING:
    from desktop.app import Whet

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Where Qt looks for a screen on Linux; it aborts if there is none."""

LIBRARIES = frozenset({"PySide6", "shiboken6", "pyqtgraph"})
"""What the extra “window” installs; the command line needs none of them."""

WITHOUT_LIBRARIES = """\
The window needs {library}, which is not installed; the command line works without it (`whet --help`).
Install Whet with its extra “window”: pip install "whet-desktop[window]"
"""


def main(watch: "Callable[[Whet], object] | None" = None) -> int:
    """The window, or the engine. Nothing that could open a connection is imported before the guard stands. `watch` is
    given what the window is made of (benches)."""
    offline.install()
    if sys.argv[1:2] == ["--engine"]:
        sys.argv[1:] = ["engine"]
        from core.__main__ import main as core_main

        return core_main()
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        sys.stderr.write("There is no display for the window.\n`whet --help` lists what works in a terminal.\n")
        return 2
    gc.disable()  # a quarter of a second of looking for garbage while there is none; `Collector` takes over
    import desktop.before_qt  # noqa: F401 - its docstring says why

    try:
        from desktop.app import main as window_main
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in LIBRARIES:
            raise
        sys.stderr.write(WITHOUT_LIBRARIES.format(library=library))
        return 2
    return window_main(sys.argv[1:], watch)


if __name__ == "__main__":
    sys.exit(main())
