"""What the window does before it is seen."""

import subprocess
import sys

_LATE = """
import sys
from core import offline
offline.install()
import desktop.before_qt
assert not any(name.startswith("PySide6") for name in sys.modules), "it has to come before Qt"
before = set(sys.modules)
import desktop.app
core = [name for name in sys.modules if name.startswith(("core.", "numpy", "rapidfuzz"))]
print(len(core), sum(name not in before for name in core))
"""


def test_that_what_has_nothing_to_do_with_qt_is_imported_before_it() -> None:
    done = subprocess.run([sys.executable, "-c", _LATE], capture_output=True, text=True, check=True)
    every, late = map(int, done.stdout.split())
    assert every > 200
    assert late < 0.1 * every, "add to desktop/before_qt.py what brings most of them"
