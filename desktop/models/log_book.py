"""What was said while the window was open, and before: by the engine, and every message to the person."""

import time
from collections import deque
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtCore import QDateTime as Moment

from core.paths import user_folder
from core.store.logbook import Logbook, LogLine
from desktop.models.background import Background
from desktop.models.columns import Column, ColumnModel
from desktop.words import count

MOST = 5000
"""Lines that are shown; the files hold more."""

_PAUSE_MS = 300

LEVELS = ("debug", "info", "warning", "error")

NATIVE = "whet.llama: "
"""How lines of the native library begin."""

translate = QCoreApplication.translate


class LogBook(QObject):
    """`changed`: there are other lines, some three times a second at most. They are written beside the window."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = Logbook(user_folder() / "logs")
        self._background = Background(self, threads=1)
        self._lines: deque[LogLine] = deque(maxlen=MOST)
        self._unwritten: list[LogLine] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._write)
        self._background.do(lambda: self._book.read(MOST), self._on_read)

    @property
    def lines(self) -> list[LogLine]:
        """The lines, the latest first."""
        return list(reversed(self._lines))

    @property
    def file(self) -> Path:
        """Where they are written."""
        return self._book.file

    @property
    def busy(self) -> bool:
        """Whether something is being read or written."""
        return self._background.busy or bool(self._unwritten)

    def add(self, level: str, text: str, details: str = "", source: str = "engine") -> None:
        """Add a line."""
        line = LogLine(time.time(), level if level in LEVELS else "info", text, details, source)
        if self._unwritten and self._lines and _belongs(line, self._unwritten[-1]):
            self._unwritten[-1] = self._lines[-1] = _folded(self._unwritten[-1], line)
        else:
            self._lines.append(line)
            self._unwritten.append(line)
        if not self._soon.isActive():
            self._soon.start()

    def clear(self) -> None:
        """Delete every line, on the disk as well."""
        self._lines.clear()
        self._unwritten.clear()
        self._background.do(self._book.clear, lambda _: self.changed.emit())

    def close(self) -> None:
        """Write what is not written yet."""
        self._soon.stop()
        self._book.append(self._unwritten)
        self._unwritten = []
        self._background.forget()

    def _write(self) -> None:
        lines, self._unwritten = self._unwritten, []
        self._background.do(lambda: self._book.append(lines), lambda _: None)
        self.changed.emit()

    def _on_read(self, earlier: list[LogLine]) -> None:
        now = list(self._lines)
        self._lines = deque([*earlier, *now], maxlen=MOST)
        self.changed.emit()


def _belongs(line: LogLine, last: LogLine) -> bool:
    """Whether a line of the native library follows others of its kind: a model that loads says hundreds."""
    both = line.text.startswith(NATIVE) and last.text.startswith(NATIVE)
    return both and line.source == last.source and line.level == last.level and line.level != "error"


def _folded(last: LogLine, line: LogLine) -> LogLine:
    """Both in one: the first with the number of all that followed, the lines themselves as details."""
    said = [*(last.details.splitlines() or [last.text]), line.text]
    words = translate("Log", "{first} … and {n} more lines").format(first=said[0], n=count(len(said) - 1))
    return LogLine(last.at, last.level, words, "\n".join(said), last.source)


def level_words(level: str) -> str:
    """A level in a person's words, with a sign of its own."""
    return {
        "debug": translate("Log", "· detail"),
        "info": translate("Log", "i information"),
        "warning": translate("Log", "! warning"),
        "error": translate("Log", "✗ error"),
    }.get(level, level)


def moment(at: float) -> str:
    """A time that sorts and reads alike in every language, to the minute."""
    return exact_moment(at)[:16]


def exact_moment(at: float) -> str:
    """A time that sorts, to the second."""
    return Moment.fromSecsSinceEpoch(int(at)).toString("yyyy-MM-dd HH:mm:ss")


def moment_of_day(at: float) -> str:
    """The time of the day, to the second."""
    return exact_moment(at)[11:]


def as_text(line: LogLine) -> str:
    """A line as it is copied and saved."""
    head = f"{exact_moment(line.at)}  {line.level:<8}{line.source:<8}{line.text}"
    return f"{head}\n{line.details}" if line.details else head


class LogTableModel(ColumnModel[LogLine]):
    """Lines with their time and level."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[LogLine], ...]:
        return (
            Column(self.tr("Time"), lambda line: exact_moment(line.at), lambda line: line.at),
            Column(self.tr("Level"), lambda line: level_words(line.level), lambda line: LEVELS.index(line.level)),
            Column(self.tr("From"), lambda line: line.source),
            Column(self.tr("Message"), lambda line: " ".join(line.text.split()), tip=lambda line: line.text),
        )
