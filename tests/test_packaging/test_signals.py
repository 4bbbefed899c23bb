"""PySide6 6.12.0 under CPython 3.11 loses a reference to True with each emit, until the process aborts."""

import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rung = Signal()


def test_that_emitting_a_signal_loses_no_reference_to_true() -> None:
    bell = _Bell()
    before = sys.getrefcount(True)
    for _ in range(1000):
        bell.rung.emit()
    assert sys.getrefcount(True) >= before - 10
