"""Python's cyclic garbage is collected in the window's thread only.

A collection may start in any thread that allocates. One that starts in a reader of files and meets a forgotten widget
destroys it there, which Qt does not survive.

To look through the 300,000 objects of a large dataset takes a quarter of a second, in which the window stands still,
and finds nothing: no row holds another in a circle, and rows go when nobody holds them any more. So what comes in such
numbers is never looked through, and nor is what there was when the window opened.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500

_BULK = 10_000
"""So many new objects since the last look come from something large that is being read. To look through fewer takes a
few milliseconds, and a look at older ones, which takes longer, comes after ten of those."""


class Collector(QObject):
    """Takes over from Python's own triggers while it is running, with the same thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Collect here from now on."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if counts[0] > _BULK:
            gc.freeze()
            return
        due = [count > threshold > 0 for count, threshold in zip(counts, thresholds, strict=True)]
        if due[0]:
            gc.collect(2 if due[1] and due[2] else 1 if due[1] else 0)
