"""Runs whose model is asked on a server: real processes, real connections on loopback, a stand-in for the server."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest

from core import nested
from core.bench.mimic import Mimic, ServerManner, mimic
from core.domain.runspec import Budget, Reading, Role
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.profile_writer import ProfileWriter
from core.engine.commands.run import Run
from core.engine.commands.servers import FindServers, InspectServer
from core.engine.commands.try_rows import TryRows
from core.engine.connection import EngineCommandError
from core.engine.messages import Progressed
from core.errors import EngineError
from core.events import Event, RunEnded
from core.store import connections, places, servers
from core.store.connections import record
from core.store.runs import RunFolder
from core.store.workspace import Workspace


@pytest.fixture
def server() -> Iterator[Mimic]:
    with mimic(ServerManner(delay=0.01)) as served:
        yield served


def prepared(engine: EngineProcess, task: Path, model: str, **more: object) -> Prepared:
    command = Prepare(str(task), {Role.TASK: model}, budget=Budget(calls=200), **more)  # type: ignore[arg-type]
    return engine.ask(command)


def run(engine: EngineProcess, folder: RunFolder, task: Path, model: str) -> list[object]:
    return list(engine.do(Run(str(folder.path), str(task), {Role.TASK: model})))


def asked_more_than_once(server: Mimic) -> list[str]:
    """Rows that were; what the optimizer is asked is asked several times by right, for several replies."""
    asked = (question for question, times in server.manner.answered.items() if times > 1)
    return [question for question in asked if "Input:" in question and "<new_prompt>" not in question]


def test_that_a_run_on_a_server_knows_the_model_by_its_answers_and_not_by_its_place(
    engine: EngineProcess, workspace: Workspace, task: Path, server: Mimic
) -> None:
    found = prepared(engine, task, server.address)
    folder = workspace.new_run(found.spec)
    events = run(engine, folder, task, server.address)
    ended = [event for event in events if isinstance(event, RunEnded)]
    assert [each.outcome for each in ended] in [["finished"], ["budget"]]
    ref = found.spec.models[Role.TASK]
    assert ref.is_served
    assert ref.name == "whet-mimic"
    for file in folder.path.rglob("*"):
        if file.is_file():
            assert str(server.port) not in file.read_text("utf-8", "replace"), file.name
    assert any("which may change" in note for note in found.notes)


def test_that_a_run_that_was_killed_is_resumed_to_the_same_log_and_asks_nothing_twice(
    workspace: Workspace, task: Path, server: Mimic
) -> None:
    with EngineProcess() as engine:
        spec = prepared(engine, task, server.address).spec
        whole = workspace.new_run(spec)
        run(engine, whole, task, server.address)
    server.manner.answered.clear()
    for answers in (workspace.folder.parent / "home" / "answers").glob("*"):
        answers.unlink()
    broken = workspace.new_run(spec)
    with contextlib.suppress(EngineError), EngineProcess() as engine:
        threading.Timer(0.7, engine.kill).start()
        run(engine, broken, task, server.address)
    with EngineProcess() as engine:
        run(engine, broken, task, server.address)
    assert broken.log_path.read_bytes() == whole.log_path.read_bytes()
    doubled = asked_more_than_once(server)
    assert len(doubled) <= 8, "only what was on its way when the process was killed"


def test_that_a_run_is_not_resumed_when_the_server_has_another_model(
    engine: EngineProcess, workspace: Workspace, task: Path, server: Mimic
) -> None:
    folder = workspace.new_run(prepared(engine, task, server.address).spec)
    with mimic(ServerManner("another")) as other:
        with pytest.raises(EngineCommandError, match="answers differently from the one"):
            run(engine, folder, task, other.address)
        assert not [question for question in other.manner.heard if "Input:" in question]
    assert not folder.log_path.exists() or not folder.log_path.read_bytes()


def test_that_labels_are_written_and_read_where_a_server_cannot_compare_them(
    engine: EngineProcess, task: Path, server: Mimic
) -> None:
    text = (task / "task.toml").read_text()
    (task / "task.toml").write_text(text.replace('kind = "span"', 'kind = "label"\nlabels = ["1x", "2x"]'))
    rows = [json.loads(line) for line in (task / "data.jsonl").read_text().splitlines()]
    lines = [json.dumps({**row, "answer": f"{place % 2 + 1}x"}) for place, row in enumerate(rows)]
    (task / "data.jsonl").write_text("\n".join(lines))
    found = prepared(engine, task, server.address)
    assert found.spec.reading is Reading.GENERATED
    with pytest.raises(EngineCommandError, match="cannot be compared"):
        prepared(engine, task, server.address, reading=Reading.CHOICES)


def test_that_a_server_on_another_machine_is_asked_nothing_before_it_is_allowed(
    engine: EngineProcess, task: Path
) -> None:
    with pytest.raises(EngineCommandError, match=r"whet connections --allow http://192\.0\.2\.9:8080"):
        prepared(engine, task, "http://192.0.2.9:8080/v1")
    assert not record().exists()


def own_address() -> str:
    """An address of this machine under which it is another one to the guard."""
    found = [
        each.address
        for card in psutil.net_if_addrs().values()
        for each in card
        if each.family == socket.AF_INET and not each.address.startswith("127.")
    ]
    if not found:
        pytest.skip("this machine has no address but its own loopback")
    return found[0]


def test_that_an_allowed_server_is_asked_and_counted_with_its_bytes_and_its_neighbour_is_not(
    engine: EngineProcess, task: Path
) -> None:
    host = own_address()
    with mimic(host=host) as allowed, mimic(host=host) as neighbour:
        servers.allow(allowed.address)
        engine.ask(TryRows(str(task), {Role.TASK: allowed.address}, "Say it.", rows=3))
        with pytest.raises(EngineCommandError, match="was not allowed"):
            list(engine.do(TryRows(str(task), {Role.TASK: neighbour.address}, "Say it.", rows=3)))
        servers.revoke(allowed.address)
        with pytest.raises(EngineCommandError, match="was not allowed"):
            list(engine.do(TryRows(str(task), {Role.TASK: allowed.address}, "Say it.", rows=3)))
        assert not neighbour.manner.heard
    record = connections.ever()
    assert {each.host for each in record if each.deed == "connected"} == {host}
    exchanged = [each for each in record if each.deed == "exchanged"]
    assert {each.host for each in exchanged} == {allowed.address.removesuffix("/v1")}
    assert sum(each.sent for each in exchanged) > 500
    assert sum(each.received for each in exchanged) > 500
    assert all(each.why.startswith("asking the model at") for each in record if each.deed == "connected")


def test_that_a_server_that_sends_on_to_another_machine_leads_nowhere(engine: EngineProcess, task: Path) -> None:
    host = own_address()
    with mimic(host=host) as elsewhere:
        manner = ServerManner(plan=lambda question, _: "sent on elsewhere" if "Input:" in question else "")
        manner.elsewhere = elsewhere.address
        with mimic(manner) as server, pytest.raises(EngineCommandError, match="was not followed"):
            list(engine.do(TryRows(str(task), {Role.TASK: server.address}, "Say it.", rows=3)))
        assert not elsewhere.manner.heard
    assert [each for each in connections.ever() if each.deed == "connected"] == []


def test_that_rows_are_tried_on_a_server(engine: EngineProcess, task: Path, server: Mimic) -> None:
    tried = engine.ask(TryRows(str(task), {Role.TASK: server.address}, "Say it.", rows=3))
    assert len({row.reply for row in tried.rows}) == 3


def test_that_a_run_says_that_it_waits_while_its_server_is_gone_and_goes_on_when_it_is_back(
    engine: EngineProcess, workspace: Workspace, task: Path
) -> None:
    with mimic(ServerManner(delay=0.02)) as server:
        port, address = server.port, server.address
        folder = workspace.new_run(prepared(engine, task, address).spec)
        items: list[object] = []
        working = threading.Thread(target=lambda: items.extend(run(engine, folder, task, address)))
        working.start()
        end = time.monotonic() + 60
        while not any("Input:" in question for question in server.manner.answered) and time.monotonic() < end:
            time.sleep(0.02)
    time.sleep(1.0)
    with mimic(ServerManner(delay=0.0), port=port):
        working.join(120)
    assert any(isinstance(item, Progressed) and item.paused and address[:-3] in item.phase for item in items)
    ended = [item for item in items if isinstance(item, RunEnded)]
    assert [each.outcome for each in ended] in [["finished"], ["budget"]]


def test_that_servers_of_this_machine_are_found_and_tried_in_about_two_seconds(
    engine: EngineProcess, server: Mimic
) -> None:
    found = engine.ask(FindServers((server.port, 1)))
    assert [(each.address, each.models) for each in found.servers] == [(server.address, ("whet-mimic",))]
    inspected = engine.ask(InspectServer(server.address, 2.0))
    assert inspected.servers[0].served.named == "whet-mimic"
    assert inspected.servers[0].served.weighs is False
    assert inspected.servers[0].seconds < 4.0


def test_that_the_place_of_a_served_model_is_remembered_per_person(
    engine: EngineProcess, task: Path, server: Mimic
) -> None:
    spec = prepared(engine, task, server.address).spec
    places.remember(server.address, spec.models[Role.TASK])
    assert places.model_paths(spec) == {Role.TASK: server.address}
    assert servers.find("another") is None


def test_that_a_spec_without_servers_reads_as_before(engine: EngineProcess, task: Path, model: Path) -> None:
    spec = prepared(engine, task, str(model)).spec
    assert b"server" not in msgspec.json.encode(spec.models)


def test_that_events_hold_no_address(engine: EngineProcess, workspace: Workspace, task: Path, server: Mimic) -> None:
    folder = workspace.new_run(prepared(engine, task, server.address).spec)
    events = [event for event in run(engine, folder, task, server.address) if isinstance(event, Event)]
    assert events
    assert b"127.0.0.1" not in nested.encode(events)


def trials(server: Mimic) -> int:
    """How often it was asked for a prompt."""
    return sum(times for question, times in server.manner.answered.items() if "new_prompt" in question)


def test_that_a_model_on_a_server_is_tried_as_a_writer_once_before_its_first_run(
    engine: EngineProcess, task: Path, server: Mimic
) -> None:
    before = prepared(engine, task, server.address)
    assert before.unknown_writer == server.address
    found = engine.ask(ProfileWriter(server.address)).profile
    assert found.trials
    assert not found.writes, "what a stand-in says rewords nothing"
    asked = trials(server)
    assert asked > 0
    after = prepared(engine, task, server.address)
    assert after.unknown_writer == ""
    assert after.spec.profile is not None
    assert engine.ask(ProfileWriter(server.address)).profile == found
    assert trials(server) == asked, "they are not made again"
