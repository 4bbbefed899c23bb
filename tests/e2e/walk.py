"""Walks one path in front of the real window, in a process of its own: `python tests/e2e/walk.py PATH [FILE …]`.

The program is started as a person starts it. What was found is printed as one JSON object. `PATH+PATH` goes on with the
second path in the window that the program opens after that of the first.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import walk_compare
import walk_guided
import walk_keep
import walk_library
import walk_rows
import walk_run
from person import Found, Person
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Whet
from desktop.app import main as program

Path_ = Callable[..., Found]

PATHS: dict[str, Path_] = {
    "sample": walk_run.sample,
    "own": walk_run.own,
    "guided_drop": walk_guided.dropped,
    "guided_choice": walk_guided.chosen,
    "guided_sample": walk_guided.sample,
    "guided_import": walk_guided.imported,
    "own_rows": walk_run.own_rows,
    "pages": walk_run.pages,
    "steered": walk_run.steered,
    "killed": walk_run.killed,
    "compare": walk_compare.compare,
    "models": walk_library.models,
    "settings": walk_library.settings,
    "in_chinese": walk_library.in_chinese,
    "larger": walk_library.larger,
    "kept": walk_library.kept,
    "usual_size": walk_library.usual_size,
    "in_english": walk_library.in_english,
    "rows": walk_rows.rows,
    "keep": walk_keep.keep,
}
_LEAVING_MS = 20_000


def walk(left: list[str], files: list[str], found: Found, whet: Whet) -> None:
    """Walk the next of the paths that are left, and close the window after the last. What went wrong goes to the test,
    with a picture."""
    path = PATHS[left.pop(0)]
    found["platform"] = QApplication.platformName()
    try:
        QTest.qWaitForWindowExposed(whet.window)
        whet.window.activateWindow()
        found |= path(Person(whet), *files)
    except Exception as error:
        whet.window.grab().save("failed.png")
        found["failed"] = f"{type(error).__name__}: {error}"
    if left and "failed" not in found:
        return  # another window comes
    QTimer.singleShot(_LEAVING_MS, partial(QApplication.exit, 1))
    whet.window.leave()


def main(name: str, *files: str) -> None:
    """Walk the paths from the start of the program to its end."""
    found: Found = {}
    left = name.split("+")
    code = program([], lambda whet: QTimer.singleShot(0, whet, partial(walk, left, list(files), found, whet)))
    sys.stdout.write(json.dumps({**found, "engine left": code != 0}))


if __name__ == "__main__":
    sys.argv[0] = str(Path(sys.argv[0]).name)
    main(*sys.argv[1:])
