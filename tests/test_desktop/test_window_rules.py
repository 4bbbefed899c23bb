"""Rules of the window's code that no tool of the project checks: nothing blocks, nothing is taken for HTML."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

import desktop
from desktop.windows.preload import SOON

BENCH = Path(desktop.__file__).parent / "bench"
SOURCES = sorted(file for file in BENCH.parent.rglob("*.py") if BENCH not in file.parents)
"""The window's. Its bench stands outside and turns the event loop itself."""

BLOCKING = {"exec", "exec_", "processEvents", "sleep", "join", "waitForFinished", "waitForStarted", "waitForReadyRead"}
BLOCKING |= {"waitForDone"}
BLOCKING |= {"getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "getOpenFileUrl"}
BLOCKING |= {"getText", "getMultiLineText", "getItem", "getInt", "getDouble", "getColor", "getFont"}
"""Calls of a method with this name hold the window up."""
ALLOWED = {("app.py", "exec"), ("background.py", "waitForDone"), ("dragging.py", "exec")}
"""The event loop itself, the end of the program, when there is no window any more, and a drag, which turns the event
loop until the mouse is let go: Qt has no other."""


def calls(source: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_text = isinstance(node.func.value, ast.Constant) or node.func.value.__class__ is ast.JoinedStr
            is_path = isinstance(node.func.value, ast.Attribute) and node.func.value.attr in {"pathsep", "path"}
            if not (node.func.attr == "join" and (is_text or is_path)):
                yield node.func.attr, node.lineno


def test_that_the_window_s_thread_never_waits() -> None:
    found = [
        (source.name, name, line)
        for source in SOURCES
        for name, line in calls(source)
        if name in BLOCKING and (source.name, name) not in ALLOWED
    ]
    assert not found


def test_that_no_question_stands_in_the_way_of_the_window() -> None:
    """What has to be asked is asked in place (`desktop.widgets.confirm`); dialogs of files are opened beside."""
    modal = [
        (source.name, node.lineno)
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text()))
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr)
        in {"QMessageBox", "QInputDialog", "QErrorMessage", "QProgressDialog", "setModal", "setWindowModality"}
    ]
    assert not modal


def test_that_files_stay_small() -> None:
    assert not [source.name for source in SOURCES if len(source.read_text().splitlines()) > 400]


def test_that_nothing_of_qt_is_loaded_before_it_is_needed() -> None:
    code = "import sys, desktop.__main__; print([m for m in sys.modules if m.startswith(('PySide6', 'pyqtgraph'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_that_the_window_loads_neither_a_model_nor_qt_s_network() -> None:
    code = (
        "import sys, desktop.app; "
        "print([m for m in sys.modules if m.startswith(('llama_cpp', 'PySide6.QtNetwork', 'core.cli'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_that_what_the_first_picture_does_not_need_is_imported_after_it() -> None:
    code = f"import sys, desktop.app; print([m for m in {SOON} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


class Source(QObject):
    said = Signal(bool)


def test_that_emitting_a_signal_does_not_lose_a_reference() -> None:
    """PySide6 6.12.0 on CPython 3.11 loses one of `True` at each emit, and aborts in the end."""
    source = Source()
    source.said.connect(lambda _: None)
    before = sys.getrefcount(True)
    for _ in range(1000):
        source.said.emit(True)
    assert abs(sys.getrefcount(True) - before) < 500
