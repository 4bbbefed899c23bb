"""A window on a workspace of its own, as a person has it: 1280×800, drawn by the processor."""

import gc
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.events import Event, RunStarted, encode
from core.program import program
from core.store.runs import RunFolder
from core.store.workspace import open_workspace
from desktop.app import Whet
from desktop.bench.measure import FrameClock, Take

SIZE = (1280, 800)

SILENT = tuple(program("desktop.bench.silent"))
"""The command that starts an engine that never says a word: for pages that ask it nothing."""

_BEAT_MS = 4


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: every event of the widget."""
        del watched
        self.count += event.type() is QEvent.Type.Paint
        return False


class Heartbeat(QObject):
    """A timer that should fire every few milliseconds, and how long the window kept it waiting."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[Take] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = Take(0.0, 0.0)

    @contextmanager
    def beating(self) -> Iterator[None]:
        """Listen while something is done."""
        self.gaps, self._last = [], _now()
        self._timer.start()
        yield
        self._timer.stop()
        self._beat()

    @property
    def longest(self) -> Take:
        """The longest stall: by the clock beyond the timer's own interval, and in processor time."""
        return Take(
            max(max(gap.wall for gap in self.gaps) - _BEAT_MS / 1000, 0.0), max(gap.processor for gap in self.gaps)
        )

    def _beat(self) -> None:
        now = _now()
        self.gaps.append(Take(now.wall - self._last.wall, now.processor - self._last.processor))
        self._last = now


def _now() -> Take:
    return Take(time.perf_counter(), time.thread_time())


class BenchStage:
    """The application's objects, its window, and the workspace they are on."""

    def __init__(self, application: QApplication, folder: Path, engine: Sequence[str] = SILENT) -> None:
        self.application = application
        self.folder = folder
        self._waker = QTimer()  # what is waited for may come without an event; to turn without a rest would hold
        self._waker.setInterval(_BEAT_MS)  # up the threads that read and fold
        self.whet = Whet(application, list(engine))
        self.window = self.whet.window
        self.window.resize(*SIZE)
        self.whet.open(folder)
        self.until(lambda: not self.whet.workspace.busy)
        self.settle()

    def until(self, true: Callable[[], bool], patience: float = 120.0) -> None:
        """Let the window work until something is so. Raises `TimeoutError`."""
        ends = time.monotonic() + patience
        self._waker.start()
        while not true():
            if time.monotonic() > ends:
                raise TimeoutError("What was waited for did not happen.")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._waker.stop()

    def settle(self) -> None:
        """Let the window finish what is due, and begin with little garbage."""
        for _ in range(5):
            self.application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def frame(self, widget: QWidget, watch: FrameClock, begin: Callable[[], object]) -> None:
        """Take the time from something that a person does until the widget has been painted again."""
        paints = Paints(widget)
        with watch.running():
            begin()
            self.until(lambda: paints.count > 0, 5.0)
        widget.removeEventFilter(paints)
        paints.deleteLater()

    def close(self) -> None:
        """As the program does."""
        self.window.leave()
        self.until(lambda: not self.whet.running, 10.0)
        self.until(lambda: not self.whet.workspace.busy)
        self.whet.close()
        self.window.deleteLater()
        self.whet.deleteLater()
        self.settle()


@contextmanager
def opened(prepare: Callable[[Path], object], engine: Sequence[str] = SILENT) -> Iterator[BenchStage]:
    """A window on a new workspace that `prepare` has filled; all of it is gone afterwards."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="whet-bench-", ignore_cleanup_errors=True) as place:
        os.environ["WHET_HOME"] = str(Path(place) / "home")
        folder = Path(place) / "workspace"
        open_workspace(folder, create=True).close()
        prepare(folder)
        stage = BenchStage(application, folder, engine)
        try:
            yield stage
        finally:
            stage.close()


def store_run(workspace: Path, name: str, events: Sequence[Event]) -> RunFolder:
    """Write a run into a workspace."""
    folder = RunFolder(workspace / "runs" / name)
    folder.path.mkdir(parents=True, exist_ok=True)
    assert isinstance(events[0], RunStarted)
    folder.write_spec(events[0].spec)
    folder.log_path.write_bytes(b"".join(map(encode, events)))
    return folder


def store_task(workspace: Path, name: str, rows: int) -> Path:
    """Write a task of so many rows into a workspace."""
    folder = workspace / "tasks" / name
    folder.mkdir(parents=True)
    (folder / "task.toml").write_text(
        '[data]\nfile = "data.jsonl"\nsplit = "split"\n[answer]\nkind = "label"\n', encoding="utf-8"
    )
    with (folder / "data.jsonl").open("w", encoding="utf-8") as file:
        for i in range(rows):
            row = {
                "input": f"question {i} " + "word " * (i % 30),
                "answer": "ab"[i % 2],
                "split": ("train", "validation")[i % 2],
            }
            file.write(json.dumps(row) + "\n")
    return folder


def wheel(widget: QWidget, at: QPointF, steps: int) -> None:
    """Turn the wheel over a widget."""
    QCoreApplication.sendEvent(
        widget,
        QWheelEvent(
            at,
            widget.mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt's own signature: the wheel is not inverted
        ),
    )


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF) -> None:
    """Press, move or release the left button over a widget."""
    moved = kind is QEvent.Type.MouseMove
    QCoreApplication.sendEvent(
        widget,
        QMouseEvent(
            kind,
            at,
            widget.mapToGlobal(at),
            Qt.MouseButton.NoButton if moved else Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
