"""From the start of the process to the first picture of the window."""

import os
import subprocess
import tempfile
import time

from core.program import program
from desktop.bench.measure import Options, Take, WindowMeasure, seconds


def measures(options: Options) -> list[WindowMeasure]:
    """One more start than takes: the first one compiles the program, as the first one after an installation may."""
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as compiled:
        takes = [_start(compiled) for _ in range(options.takes + 1)]
    return [seconds("first paint", takes[1:], 1.5), seconds("first paint, nothing compiled yet", takes[:1])]


def _start(compiled: str) -> Take:
    """Python's byte code is kept, in a folder of the bench's own, whatever this machine's settings say."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    command = program("desktop.bench.paint")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:  # noqa: S603 - our own
        assert child.stdout is not None
        said = child.stdout.readline()
        took = time.perf_counter() - began
    return Take(took, float(said))
