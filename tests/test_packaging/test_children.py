"""Children of the setup: they end with it, whatever ended it, and their failures are told with their last lines."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from whet_setup.children import ChildError, Children, environment
from whet_setup.locks import alone

SETUP = Path(__file__).parents[2] / "packaging"

# A setup whose child writes its process id and then works for a minute, with a grandchild that does too.
_PARENT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from whet_setup.children import Children
from whet_setup.locks import alone
folder = Path(sys.argv[2])
(folder / "work.py").write_text(
    "import subprocess, sys, pathlib, os, time\\n"
    "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\\n"
    "draft = pathlib.Path('draft'); draft.write_text(f'{os.getpid()} {other.pid}'); draft.rename('pids')\\n"
    "time.sleep(60)\\n"
)
with alone(folder / "lock"):
    Children(folder / "log", extra={"PYTHONPATH": str(folder), "PYTHONSAFEPATH": ""}).call(
        Path(sys.executable), "runpy", "run_path", str(folder / "work.py"), cwd=folder
    )
"""


def wait_for(path: Path) -> str:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline, f"{path.name} did not come"
        time.sleep(0.02)
    return path.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
@pytest.mark.parametrize("blow", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_that_nothing_goes_on_working_when_the_setup_is_stopped(tmp_path: Path, blow: str) -> None:
    parent = subprocess.Popen([sys.executable, "-c", _PARENT, str(SETUP), str(tmp_path)], stderr=subprocess.DEVNULL)
    orphans = [int(pid) for pid in wait_for(tmp_path / "pids").split()]
    parent.send_signal(signal.Signals[blow])
    parent.wait()
    with alone(tmp_path / "lock"):  # the next setup starts when the last child that may write is gone
        assert not psutil.pid_exists(orphans[0]) or psutil.Process(orphans[0]).status() == psutil.STATUS_ZOMBIE
    deadline = time.monotonic() + 5
    while any(psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE for pid in orphans):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_that_a_failing_child_is_told_with_its_last_lines_and_where_all_of_them_are(tmp_path: Path) -> None:
    log = tmp_path / "a folder" / "setup.log"
    with pytest.raises(ChildError, match=r"pip failed \(exit code 2\)(.|\n)*no such option: --nonsense") as caught:
        Children(log).module(Path(sys.executable), "pip", "install", "--nonsense")
    assert str(log) in str(caught.value)
    assert "no such option" in log.read_text("utf-8")
    assert caught.value.tail


def test_that_every_line_of_a_child_reaches_the_listener(tmp_path: Path) -> None:
    lines: list[str] = []
    Children(tmp_path / "log").module(Path(sys.executable), "this", on_line=lines.append)
    assert "Simple is better than complex." in lines


def test_that_the_persons_variables_cannot_bend_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "file:///mirror")
    assert "PYTHONPATH" not in environment()
    assert "PIP_USER" not in environment()
    assert environment()["PIP_INDEX_URL"] == "file:///mirror"


def test_that_without_a_network_pip_is_told_of_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", "file:///mirror")
    variables = environment(offline=True)
    assert variables["PIP_NO_INDEX"] == "1"
    assert "PIP_EXTRA_INDEX_URL" not in variables
