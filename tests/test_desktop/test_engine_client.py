"""The engine's client, against a scripted engine in a real process."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from core.domain.runspec import Role
from core.engine.commands.inspect import Inspect, Inspected
from core.engine.commands.prepare import Prepare
from core.engine.connection import EngineExit, engine_command
from core.engine.messages import Failed, Logged, Ready
from desktop.engine.client import EngineClient

MODEL = __file__


@pytest.fixture
def client_of(qtbot: QtBot, scripted: Callable[..., list[str]]) -> Iterator[Callable[..., EngineClient]]:
    clients: list[EngineClient] = []

    def make(*options: object, command: list[str] | None = None) -> EngineClient:
        client = EngineClient(command or scripted(*options))
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.leave()
        qtbot.waitUntil(lambda client=client: not client.running)


def heard_of(client: EngineClient) -> list[object]:
    found: list[object] = []
    client.message_received.connect(found.append)
    return found


def test_that_messages_arrive_in_order_and_idle_comes_last(
    client_of: Callable[..., EngineClient], qtbot: QtBot
) -> None:
    client = client_of()
    told = heard_of(client)
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    assert [type(message) for message in told if not isinstance(message, Logged)][:2] == [Ready, Inspected]
    assert not client.busy


def test_that_lines_torn_into_pieces_are_put_together(client_of: Callable[..., EngineClient], qtbot: QtBot) -> None:
    client = client_of("--torn")
    told = heard_of(client)
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    assert any(isinstance(message, Inspected) for message in told)


def test_that_rubbish_is_logged_and_does_not_end_the_conversation(
    client_of: Callable[..., EngineClient], qtbot: QtBot
) -> None:
    client = client_of("--chatty")
    told = heard_of(client)
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    assert any(isinstance(message, Logged) and "not understood" in message.text for message in told)
    assert any(isinstance(message, Inspected) for message in told)


def test_that_the_process_is_kept_between_commands(client_of: Callable[..., EngineClient], qtbot: QtBot) -> None:
    client = client_of()
    pids = []
    for path in (MODEL, "/there/is/none.gguf"):
        with qtbot.waitSignal(client.idle):
            client.send(Inspect(path))
        pids.append(client.pid)
    assert pids[0] == pids[1] != 0


def test_that_a_killed_engine_is_announced_with_a_sentence(
    client_of: Callable[..., EngineClient], qtbot: QtBot
) -> None:
    client = client_of()
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    with qtbot.waitSignal(client.exited) as death:
        os.kill(client.pid, signal.SIGKILL)
    (found,) = death.args or [None]
    assert isinstance(found, EngineExit)
    assert not found.asked
    assert "unexpectedly" in found.sentence
    assert not client.running


def test_that_an_engine_is_started_again_after_it_died(client_of: Callable[..., EngineClient], qtbot: QtBot) -> None:
    client = client_of()
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    with qtbot.waitSignal(client.exited):
        client.kill()
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    assert client.running


def test_that_a_program_that_does_not_exist_is_a_sentence(client_of: Callable[..., EngineClient], qtbot: QtBot) -> None:
    client = client_of(command=["/there/is/no/such/engine"])
    with qtbot.waitSignal(client.exited) as death:
        client.send(Inspect(MODEL))
    (found,) = death.args or [None]
    assert isinstance(found, EngineExit)
    assert "could not be started" in found.sentence
    assert not client.running


def test_that_leaving_ends_the_engine_without_killing_it(client_of: Callable[..., EngineClient], qtbot: QtBot) -> None:
    client = client_of()
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(MODEL))
    process = psutil.Process(client.pid)
    with qtbot.waitSignal(client.gone):
        client.leave()
    assert not process.is_running()


def test_that_an_error_of_the_engine_is_a_message_and_not_a_death(
    client_of: Callable[..., EngineClient], qtbot: QtBot, tmp_path: Path
) -> None:
    client = client_of()
    told = heard_of(client)
    with qtbot.waitSignal(client.idle):
        client.send(Inspect(str(tmp_path / "none.gguf")))
    assert any(isinstance(message, Failed) for message in told)
    assert client.running


def test_that_the_engine_of_a_source_tree_is_this_interpreter() -> None:
    program, *arguments = engine_command()
    assert Path(program).name.startswith("python")
    assert arguments[0] == "-P"
    assert Path(arguments[1]).parts[-2:] == ("core", "start.py")
    assert arguments[2:] == ["core", "engine"]


def test_that_a_command_is_encoded_on_one_line() -> None:
    from core.engine.protocol import encode

    line = encode(Prepare("a task", {Role.TASK: "model.gguf"}, seed_prompts=("two\nlines",)))
    assert line.count(b"\n") == 1
