"""How long a thing took, fairly: what other programs of a busy machine took away is not counted."""

import time

import psutil


class ProcessorClock:
    """Measures what this process and its children do from now on.

    Waiting counts as far as the machine's processors were idle meanwhile, working by the processor time it took. So an
    attack that sleeps or spins is seen for as long as a person would wait on a quiet machine, and seven other programs
    that run at the same time are not laid at its door.
    """

    def __init__(self) -> None:
        self._wall, self._idle, self._work = time.monotonic(), _idle(), _worked()

    def seconds(self) -> float:
        """What it took so far."""
        waited, idle = time.monotonic() - self._wall, _idle()
        free = (idle[0] - self._idle[0]) / max(idle[1] - self._idle[1], 1e-9)
        return max(_worked() - self._work, waited * min(max(free, 0.0), 1.0))


def _worked() -> float:
    """Seconds of processor time of this process and of those it has started, ended or not."""
    worked, own = 0.0, psutil.Process()
    for process in (own, *own.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:  # it ended just now, and counts with its parent
            continue
        worked += times.user + times.system + times.children_user + times.children_system
    return worked


def _idle() -> tuple[float, float]:
    """Seconds that the machine's processors were idle, and had, since it was started."""
    times = psutil.cpu_times()
    return float(times.idle), float(sum(times[: len(times)]) - getattr(times, "guest", 0.0))
