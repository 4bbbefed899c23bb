"""Run in a child: ends it and everything it started when its parent is gone, whatever became of the parent.

    python -P guarded.py module pip install …        a module, as `python -m` would
    python -P guarded.py call MODULE FUNCTION …      a function: a build backend's hook, or a trial of a library

Standard input is a pipe whose other end the parent holds. When the parent dies, even by SIGKILL, the pipe ends: then
this process ends its group, so that no orphaned pip or compiler goes on writing where the next setup works. Politely
first: ninja keeps each compiler in a group of its own, and only a ninja that may still act ends them.
"""

import importlib
import os
import runpy
import signal
import subprocess
import sys
import threading
import time
from types import FrameType

_PATIENCE = 1.0  # seconds


def _end_with_parent(pipe: int, patience: float) -> None:
    while os.read(pipe, 1):
        pass
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(os.getpid())], check=False)
    else:
        if patience:
            os.killpg(0, signal.SIGTERM)
            time.sleep(patience)
        os.killpg(0, signal.SIGKILL)


def _outlive(number: int, frame: FrameType | None) -> None:
    """Takes the place of ending at SIGTERM: the thread that sent it to the group still has to see to the rest."""


def main() -> None:
    """Watch the parent, then do what the arguments say."""
    if os.name != "nt":
        signal.signal(signal.SIGTERM, _outlive)
    pipe = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    kind, name, *rest = sys.argv[1:]
    patience = _PATIENCE if kind == "call" else 0.0
    threading.Thread(target=_end_with_parent, args=(pipe, patience), daemon=True).start()
    if kind == "module":
        sys.argv = [name, *rest]
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    else:
        function, *texts = rest
        getattr(importlib.import_module(name), function)(*texts)


if __name__ == "__main__":
    main()
