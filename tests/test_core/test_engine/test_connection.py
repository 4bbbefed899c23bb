"""A conversation with an engine without an engine: what is open, whether it is to stop, and how it ended."""

from core.engine.commands.inspect import Inspect
from core.engine.commands.run import Pause
from core.engine.connection import Connection
from core.engine.messages import Cancel, Failed, Idle, Logged, Message, Quit
from core.engine.protocol import encode


def said(connection: Connection, *messages: Message) -> list[object]:
    lines = connection.feed(b"".join(map(encode, messages)))
    return [connection.take(line) for line in lines]


def test_that_a_command_is_open_until_its_idle_and_what_is_said_at_once_never_is() -> None:
    connection = Connection()
    assert connection.send(Inspect("model.gguf")) == encode(Inspect("model.gguf"))
    connection.send(Pause())
    assert connection.busy
    assert said(connection, Failed("model", "No."), Idle()) == [Failed("model", "No."), Idle()]
    assert not connection.busy


def test_that_a_line_that_is_not_understood_is_a_line_of_the_log_and_the_next_one_counts() -> None:
    connection = Connection()
    connection.send(Inspect("model.gguf"))
    (rubbish,) = connection.feed(b"printed by somebody\n")
    taken = connection.take(rubbish)
    assert isinstance(taken, Logged)
    assert "not understood" in taken.text
    assert said(connection, Idle()) == [Idle()]


def test_that_an_end_was_asked_for_only_while_somebody_wanted_it() -> None:
    connection = Connection()
    connection.send(Inspect("model.gguf"))
    assert not connection.ended(-9, crashed=True).asked
    connection = Connection()
    connection.send(Inspect("model.gguf"))
    connection.send(Cancel())
    assert connection.ended(-9, crashed=True).asked
    connection = Connection()
    connection.send(Inspect("model.gguf"))
    connection.send(Cancel())
    said(connection, Idle())
    assert not connection.ended(1).asked, "it had stopped in time"
    connection.send(Quit())
    assert connection.ended(0).asked


def test_that_a_cancel_that_came_too_late_is_not_meant_for_the_next_command() -> None:
    connection = Connection()
    connection.send(Cancel())
    connection.send(Inspect("model.gguf"))
    assert not connection.ended(-11, crashed=True).asked


def test_that_the_end_of_stderr_is_kept_and_the_sentence_says_how_it_ended() -> None:
    connection = Connection()
    assert connection.note_stderr(b"one\ntwo\n") == ["one", "two"]
    found = connection.ended(3)
    assert found.stderr == ("one", "two")
    assert "with code 3" in found.sentence
    assert "could not be started" in connection.ended(None).sentence
    assert "crashed or was killed" in connection.ended(-9, crashed=True).sentence
