"""Ctrl-C also while the program is still loading: an object with --json, a word without, and never a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core import program

_SLOW = "import sys, time; print('loading', flush=True); time.sleep(60)"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT for one process")
@pytest.mark.parametrize("words", [("runs", "--json"), ("runs",)])
def test_that_ctrl_c_while_it_loads_ends_as_it_does_later(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "rich").mkdir()  # a library that takes a minute to load
    (tmp_path / "rich" / "__init__.py").write_text(_SLOW)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "WHET_HOME": str(tmp_path / "home")}
    with subprocess.Popen(
        program.program("core", *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"loading\n"
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in err
    if "--json" in words:
        assert json.loads(out)["error"]["code"] == "cancelled"
    else:
        assert err.strip() == b"Stopped."
