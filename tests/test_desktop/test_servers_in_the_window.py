"""Models on servers in the window: a real server of ours in a child process, asked by the real engine."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.request import urlopen

import pytest
from pytestqt.qtbot import QtBot

from core.domain.runspec import Role
from core.engine.connection import engine_command
from core.paths import tiny_model
from core.program import program
from core.store import connections, servers
from core.store.places import called
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import CONNECTIONS, MODELS, NEW_RUN, SETTINGS

Opened = Callable[..., Whet]


@dataclass(frozen=True)
class Serving:
    address: str
    port: int


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """`whet serve` with the tiny model; its token is where an environment keeps it, so that no keyring is needed."""
    model = tiny_model()
    assert model is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    monkeypatch.setenv(f"WHET_KEY_127_0_0_1_{port}", "a-token")
    command = program("core", "serve", "--model", str(model), "--port", str(port), "--load", "lanes=2")
    child = subprocess.Popen(
        command,
        env={**os.environ, "WHET_SERVE_TOKEN": "a-token"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, child)
        yield Serving(f"http://127.0.0.1:{port}/v1", port)
    finally:
        child.terminate()
        child.wait(timeout=60)


def _wait(port: int, child: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert child.poll() is None, "the server ended"
        try:
            urlopen(f"http://127.0.0.1:{port}/health", timeout=1).close()
        except OSError as error:
            if hasattr(error, "code"):
                return  # it speaks
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server does not answer")


@pytest.mark.slow
@pytest.mark.timeout(280)
def test_that_a_server_is_tried_added_and_asked_by_a_run_that_knows_it_again(
    open_whet: Opened, qtbot: QtBot, server: Serving
) -> None:
    whet = open_whet(engine=engine_command())
    window = whet.window
    window.show_page(MODELS)
    part, known = window.models.server, whet.library.servers.known
    part.show_form()
    part.address.setText(server.address)
    assert not part.add.isEnabled(), "nothing is known of it"
    part.attempt.click()
    qtbot.waitUntil(lambda: server.address in known and not whet.library.servers.trying, timeout=60_000)
    assert known[server.address].speed > 0
    part.add.click()
    assert part.isHidden()
    chosen = window.models.chosen
    assert chosen is not None
    assert chosen.is_served
    assert chosen.path == server.address
    assert [window.models.tabs.isTabVisible(place) for place in range(5)] == [True, False, False, False, True]
    assert any("tokens a second" in label for label in _texts(window.models.facts))
    for listed in (window.compare.choice.models,):
        assert called(server.address) in [listed.item(place).text() for place in range(listed.count())]
    assert window.playground.question.first.findData(server.address) >= 0

    window.models._use.click()
    page = window.new_run
    assert window.page == NEW_RUN
    assert page.model.paths[Role.TASK] == server.address
    page.limits._calls.setValue(120)
    qtbot.waitUntil(lambda: page.can_start, timeout=60_000)
    page.start(anyway=True)
    qtbot.waitUntil(
        lambda: whet.session.run.outcome in {"finished", "budget"} and whet.session.work is Work.NOTHING,
        timeout=200_000,
    )
    folder = whet.session.folder
    assert folder is not None
    ref = folder.read_spec().models[Role.TASK]
    assert ref.is_served
    assert servers.find(ref.sha256) == server.address, "a resumed run would not know where to ask"
    qtbot.waitUntil(lambda: bool(window.models.model.rows[-1].runs))
    assert connections.ever() == [], "loopback is no other machine"


@pytest.mark.timeout(120)
def test_that_another_machine_is_asked_nothing_before_it_is_allowed_and_can_be_forbidden_again(
    open_whet: Opened, qtbot: QtBot, silent: list[str]
) -> None:
    whet = open_whet(engine=silent)
    window, origin = whet.window, "http://192.0.2.7:8000"
    window.show_page(MODELS)
    part = window.models.server
    part.show_form()
    part.address.setText(f"{origin}/v1#big")
    assert not part.attempt.isEnabled()
    assert part.allow.isVisible()
    assert origin in part.allow.text()
    part.allow.click()
    qtbot.waitUntil(lambda: whet.library.servers.trying != "")
    assert [each.origin for each in servers.allowed()] == [origin]
    whet.library.servers.stop()
    connections.exchanged(origin, 2000, 5000)
    for page, shown in ((CONNECTIONS, window.connections.servers), (SETTINGS, window.settings.servers)):
        window.show_page(page)
        qtbot.waitUntil(lambda shown=shown: [each.server.origin for each in shown.entries] == [origin])  # type: ignore[misc]
        assert any("2.0 KB sent, 4.9 KB received" in words for words in _texts(shown)), _texts(shown)
    window.settings.servers.revoke(origin)
    qtbot.waitUntil(lambda: not window.settings.servers.entries)
    assert servers.allowed() == []
    part.address.setText("")
    part.address.setText(f"{origin}/v1#big")
    qtbot.waitUntil(lambda: part.allow.isVisibleTo(part))
    assert not part.attempt.isEnabled()


def test_that_a_server_is_no_address_with_a_password_in_it(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    part = whet.window.models.server
    for text in ("", "somewhere", "http://me:secret@127.0.0.1:8080/v1", "http://127.0.0.1:1/v1?key=secret"):
        part.address.setText(text)
        assert not part.attempt.isEnabled(), text
        assert part.allow.isHidden(), text


def _texts(part: object) -> list[str]:
    from PySide6.QtWidgets import QLabel, QWidget

    assert isinstance(part, QWidget)
    return [each.text() for each in part.findChildren(QLabel)]
