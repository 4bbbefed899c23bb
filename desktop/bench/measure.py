"""What a part of the bench gives: a figure with its bar, in wall time, and what the processor worked for it."""

import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class WindowMeasure:
    """One figure. `value` is the median of several takes, `worst` the largest of them; `processor` is the median of
    the seconds (of the whole process) or milliseconds (of the window's thread) that the processor worked meanwhile,
    which other programs hardly disturb.

    `bar`: what is promised at most; `None` where the figure only informs.
    """

    id: str
    value: float
    worst: float
    processor: float | None
    unit: str
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """One timing, in seconds: by the clock, and of the processor."""

    wall: float
    processor: float


@dataclass(frozen=True, slots=True)
class Options:
    """`takes`: how often each thing is measured. `size`: how much of what is promised is measured with, 0…1; what is
    less than all of it says nothing of the promise."""

    takes: int = 3
    say: Callable[[str], None] = lambda _: None
    size: float = 1.0

    def of(self, number: int) -> int:
        """So many rows, rounds or runs at this size."""
        return max(1, round(self.size * number))


class FrameClock:
    """Takes times. The `processor`'s are those of this thread, or with `time.process_time` those of all threads."""

    def __init__(self, processor: Callable[[], float] = time.thread_time) -> None:
        self.takes: list[Take] = []
        self._processor = processor

    @contextmanager
    def running(self) -> Iterator[None]:
        """Take the time of what is done inside."""
        wall, processor = time.perf_counter(), self._processor()
        yield
        self.takes.append(Take(time.perf_counter() - wall, self._processor() - processor))

    @property
    def p95(self) -> Take:
        """What 95 of 100 takes do not exceed, each clock by itself."""
        return Take(*(percentile(values) for values in self._columns))

    @property
    def longest(self) -> Take:
        """The slowest of each clock."""
        return Take(*(max(values) for values in self._columns))

    @property
    def _columns(self) -> tuple[list[float], list[float]]:
        return [take.wall for take in self.takes], [take.processor for take in self.takes]


def percentile(values: Sequence[float], share: float = 0.95) -> float:
    """The smallest value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def seconds(id_: str, takes: Sequence[Take], bar: float | None = None) -> WindowMeasure:
    """The median of these takes, in seconds."""
    return _measure(id_, takes, "s", 1.0, bar)


def milliseconds(id_: str, takes: Sequence[Take], bar: float | None = None) -> WindowMeasure:
    """The median of these takes, in milliseconds."""
    return _measure(id_, takes, "ms", 1000.0, bar)


def _measure(id_: str, takes: Sequence[Take], unit: str, factor: float, bar: float | None) -> WindowMeasure:
    wall = [factor * take.wall for take in takes]
    processor = statistics.median(factor * take.processor for take in takes)
    return WindowMeasure(id_, _rounded(statistics.median(wall)), _rounded(max(wall)), _rounded(processor), unit, bar)


def _rounded(value: float) -> float:
    return float(f"{value:.3g}") if value < 100 else round(value)


def as_line(measures: Sequence[WindowMeasure]) -> str:
    """What a part prints."""
    return json.dumps([asdict(measure) for measure in measures])
