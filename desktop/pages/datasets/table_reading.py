"""A table is read beside the window's thread: the form says for how long, and can be told to leave it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.control import Cancelled, CancelToken
from core.data.guarded import limits, read_table, read_text
from core.data.options import ReadOptions
from core.data.table import Table
from desktop.context import Context

_EVERY_MS = 1000


class TableReading(QObject):
    """Reads one table at a time. `found` carries it, `failed` an error; `told` says how long it has taken; one
    is being read between `began` and `ended`."""

    found = Signal(object)
    failed = Signal(object)
    told = Signal(str)
    began = Signal()
    ended = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._doing, self._seconds = "", 0
        self._cancel: CancelToken | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._tell)

    def read(self, doing: str, path: str, text: str, options: ReadOptions) -> None:
        """Read a file, or the text where there is no path; what was being read before is left."""
        self.cancel()
        cancel = self._cancel = CancelToken()
        self._doing, self._seconds = doing, 0
        self._clock.start()
        self.told.emit(doing)
        self.began.emit()

        def work() -> Table | None:
            try:
                return read_table(Path(path), options, cancel=cancel) if path else read_text(text, options)
            except Cancelled:
                return None

        self._context.workspace.do(
            work,
            lambda table: self._on_read(cancel, table),
            otherwise=lambda error: self._on_failed(cancel, error),
            latest="import",
        )

    def cancel(self) -> bool:
        """Leave what is being read; whether anything was."""
        cancel, self._cancel = self._cancel, None
        if cancel is None:
            return False
        cancel.cancel()
        self._rest()
        return True

    def _tell(self) -> None:
        self._seconds += _EVERY_MS // 1000
        words = self.tr("{doing} {seconds} s so far; it may take {most} s.")
        self.told.emit(words.format(doing=self._doing, seconds=self._seconds, most=f"{limits().seconds:g}"))

    def _on_read(self, cancel: CancelToken, table: Table | None) -> None:
        if self._is_over(cancel) and table is not None:
            self.found.emit(table)

    def _on_failed(self, cancel: CancelToken, error: Exception) -> None:
        if self._is_over(cancel):
            self.failed.emit(error)

    def _is_over(self, cancel: CancelToken) -> bool:
        """Whether it is the one that is waited for; nothing is any more."""
        if cancel is not self._cancel:
            return False
        self._cancel = None
        self._rest()
        return True

    def _rest(self) -> None:
        self._clock.stop()
        self.ended.emit()
