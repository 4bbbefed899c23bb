"""`python -m desktop.bench.paint`: the window as it always starts, which says when it was painted first, and goes."""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.__main__ import main as start

if TYPE_CHECKING:
    from desktop.app import Whet


class FirstPaint(QObject):
    """Says how much the processor worked until the window was painted, and closes it."""

    def __init__(self, whet: "Whet") -> None:
        super().__init__(whet)
        self._window = whet.window
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: every event of the window. Its parts are painted after it, before anything else is done."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        sys.stdout.write(f"{time.process_time()}\n")
        sys.stdout.flush()
        self._window.leave()


def main() -> int:
    """Start, and say when the window was painted."""
    with tempfile.TemporaryDirectory(prefix="whet-bench-", ignore_cleanup_errors=True) as home:
        os.environ |= {"WHET_HOME": home, "WHET_WORKSPACE": str(Path(home) / "workspace")}
        sys.argv[1:] = []
        return start(FirstPaint)


if __name__ == "__main__":
    sys.exit(main())
