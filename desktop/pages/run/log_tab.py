"""What the engine and the window said while the run that is shown went on: it stands beside the candidate."""

import time
from contextlib import suppress

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from core.store.runs import RunFolder
from desktop.models.log_book import LogBook, moment_of_day
from desktop.typography import Type, font
from desktop.widgets.text_block import TextBlock

_LEVELS = frozenset({"info", "warning", "error"})
_AFTER = 2.0
"""Seconds after the end of a run in which something is still said about it."""


class LogTab(TextBlock):
    """The latest line is the last one, and it is seen as long as nobody has scrolled away from it."""

    def __init__(self, log: LogBook, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setAccessibleName(self.tr("Log of the run"))
        self.setPlaceholderText(self.tr("Nothing was logged during this run. The Log page holds everything."))
        self.setFont(font(Type.CODE))
        self._log = log
        self._folder: RunFolder | None = None
        self._began = -1.0
        log.changed.connect(self._draw)

    def show_run(self, folder: RunFolder | None) -> None:
        """Another run is shown."""
        self._folder, self._began = folder, -1.0
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: show what was said meanwhile."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if not self.isVisible():
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        self.show_text("\n".join(self._lines()))
        if at_end:
            bar.setValue(bar.maximum())

    def _lines(self) -> list[str]:
        began, ended = self._times()
        return [
            f"{moment_of_day(line.at)}  {line.text}"
            for line in reversed(self._log.lines)
            if began <= line.at <= ended and line.level in _LEVELS
        ]

    def _times(self) -> tuple[float, float]:
        """Seconds in which the run went on; one whose log is still written has not ended."""
        if self._folder is None:
            return 0.0, 0.0
        if self._began < 0:
            self._began = self._folder.began_at()
        with suppress(OSError):
            return self._began, self._folder.log_path.stat().st_mtime + _AFTER
        return self._began, time.time()
