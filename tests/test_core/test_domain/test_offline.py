"""Nothing leaves the machine: tried in processes of their own, because an audit hook cannot be removed again."""

import subprocess
import sys

import pytest

PROGRAM = """
import socket, sys
from core import offline
offline.install()
offline.install()
{body}
"""


def run(body: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(body=body)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('192.0.2.1', 80), timeout=1)",
        "socket.socket(socket.AF_INET6, socket.SOCK_STREAM).connect(('2001:db8::1', 80))",
        "socket.getaddrinfo('example.org', 443)",
        "socket.gethostbyname('example.org')",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')",
    ],
)
def test_that_a_connection_to_another_machine_is_refused(attempt: str) -> None:
    done = run(attempt)
    assert done.returncode != 0
    assert "Whet works offline" in done.stderr


def test_that_loopback_works_and_is_not_counted() -> None:
    done = run(
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "socket.create_connection(('localhost', server.getsockname()[1])).close()\n"
        "print(offline.connections())"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "()")


def test_that_an_allowed_address_is_let_through_and_counted_and_its_neighbour_is_not() -> None:
    """The interpreter's own audit event stands in for a connect: the suite itself must not try to leave the machine."""
    done = run(
        "offline.allow('192.0.2.1')\n"
        "sys.audit('socket.connect', None, ('192.0.2.1', 9))\n"
        "print(offline.connections())\n"
        "sys.audit('socket.connect', None, ('192.0.2.2', 9))"
    )
    assert done.stdout.strip() == "('192.0.2.1',)"
    assert "192.0.2.2 was refused" in done.stderr


def test_that_an_allowed_server_is_let_through_at_its_own_port_only() -> None:
    done = run(
        "offline.allow_server('127.0.0.5', 80)\n"
        "offline._ports['192.0.2.1'] = {8080}\n"
        "sys.audit('socket.connect', None, ('192.0.2.1', 8080))\n"
        "print(offline.connections())\n"
        "sys.audit('socket.connect', None, ('192.0.2.1', 8081))"
    )
    assert done.stdout.strip() == "('192.0.2.1',)"
    assert "192.0.2.1 was refused" in done.stderr
