"""Connections: 0, seen from outside: what the kernel is asked for, by the window and by its engine."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LOCAL = re.compile(r"AF_UNIX|AF_NETLINK|AF_UNSPEC|inet_addr\(\"127\.|inet_pton\(AF_INET6, \"::1\"")
CALLS = "trace=connect,sendto,sendmsg,bind"
pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed: apt-get install strace"
)


def foreign(trace: Path) -> list[str]:
    addresses = [line for line in trace.read_text(errors="replace").splitlines() if "sa_family" in line]
    return [line for line in addresses if not LOCAL.search(line)]


def test_that_the_trace_shows_connections_and_tells_local_ones_apart(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    program = "import socket; s = socket.socket(); s.connect_ex(('127.0.0.1', 9))"
    subprocess.run(["strace", "-f", "-qq", "-e", CALLS, "-o", trace, sys.executable, "-c", program], check=False)
    assert "127.0.0.1" in trace.read_text()
    assert foreign(trace) == []
    trace.write_text(trace.read_text().replace("127.0.0.1", "192.0.2.1"))
    assert len(foreign(trace)) == 1


@pytest.mark.slow
def test_that_a_run_in_the_window_connects_to_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    workspace = Path(environment["WHET_WORKSPACE"])
    command = [sys.executable, "-m", "desktop", "--demo", "--workspace", str(workspace)]
    window = subprocess.Popen(
        ["strace", "-f", "-qq", "-e", CALLS, "-o", str(trace), *command],
        env=environment,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        process_group=0,
    )
    try:
        until = time.monotonic() + 240
        while not list(workspace.glob("runs/*/result.json")):
            assert window.poll() is None, window.communicate()
            assert time.monotonic() < until, "the run did not end"
            time.sleep(0.2)
    finally:
        os.killpg(window.pid, signal.SIGTERM)
        window.communicate(timeout=30)
    assert foreign(trace) == []
