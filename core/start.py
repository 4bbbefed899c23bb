"""Where modules may come from, and the absolute entry point of every child: `python -P core/start.py MODULE …`.

`python -m MODULE` puts the current folder first on the path, and a folder that came from elsewhere may hold a
`random.py`. Here nothing is found by where somebody stands: modules come from this interpreter's own path, and from the
folder that `core` lies in, which comes last, so that it never hides a module of Python.

Only `os` and `sys` are imported at first: Python has loaded both before it looks at any folder of ours.
"""

import os
import sys


def distrust_folder() -> None:
    """Import nothing from the current folder, neither here nor in any child, by whatever name it is on the path.

    Called first thing. An empty or relative entry of `PYTHONPATH` means the folder of whoever starts a Python, so it is
    taken out of the environment that children get.
    """
    os.environ["PYTHONSAFEPATH"] = "1"
    given = os.environ.pop("PYTHONPATH", "")
    kept = os.pathsep.join(entry for entry in given.split(os.pathsep) if _is_absolute(entry))
    if kept:
        os.environ["PYTHONPATH"] = kept
    if getattr(sys, "frozen", False):
        return
    home = _home()
    sys.path[:] = [entry for entry in sys.path if entry == home or not _is_here(entry)]
    if home not in sys.path:
        sys.path.append(home)


def main() -> None:
    """Run one of our modules as `python -m` does."""
    distrust_folder()
    import runpy

    from core.program import asked_module

    module = asked_module(["-m", *sys.argv[1:2]])
    assert module is not None
    del sys.argv[1]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _home() -> str:
    """The folder that holds `core`."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - before pathlib


def _is_absolute(entry: str) -> bool:
    return os.path.isabs(entry)  # noqa: PTH117 - before pathlib


def _is_here(entry: str) -> bool:
    """Whether this entry of the path is the current folder, and no folder of Python itself."""
    if not _is_absolute(entry):
        return True
    if any(entry.startswith(own + os.sep) for own in (sys.prefix, sys.base_prefix)):
        return False
    try:
        return os.path.samefile(entry, os.curdir)  # noqa: PTH121 - before pathlib
    except OSError:
        return False


if __name__ == "__main__":
    main()
