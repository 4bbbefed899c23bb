"""Every verb of the engine is a file, a line in the list, and a handler that answers what its command promises."""

import inspect
from pathlib import Path
from types import NoneType

import msgspec
import pytest

from core.domain.runspec import Role
from core.engine import commands
from core.engine.commands.prepare import Prepare
from core.engine.commands.start import Start
from core.engine.messages import HANDLERS, Command, Message, answer_of
from core.engine.protocol import COMMANDS, MESSAGES, decode_command, decode_output, encode
from core.errors import EngineError


def test_that_every_file_of_verbs_is_in_the_list() -> None:
    files = {file.stem for file in Path(commands.__file__).parent.glob("[a-z]*.py")}
    assert files == set(commands.VERBS)


@pytest.mark.parametrize("kind", list(HANDLERS), ids=lambda kind: kind.__name__)
def test_that_a_handler_gives_the_answer_that_its_command_names(kind: type[Command[object]]) -> None:
    said = inspect.get_annotations(HANDLERS[kind])["return"]
    assert (NoneType if said is None else said) is answer_of(kind)


def test_that_no_two_lines_of_the_protocol_have_one_name() -> None:
    names = [kind.__name__ for kind in (*COMMANDS, *MESSAGES)]
    assert len(names) == len(set(names))
    assert all(issubclass(kind, Command) for kind in COMMANDS)
    assert all(issubclass(kind, Message) for kind in MESSAGES)


def test_that_a_command_within_a_command_comes_back_as_it_was_sent() -> None:
    sent = Start(Prepare("mail", {Role.TASK: "model.gguf"}, seed_prompts=("two\nlines",)), "here")
    line = encode(sent)
    assert line.count(b"\n") == 1
    assert decode_command(line) == sent


def test_that_what_is_no_command_is_refused() -> None:
    for line in (b"nothing", msgspec.json.encode({"command": "Fly"}), b'{"message":"Idle"}'):
        with pytest.raises(EngineError):
            decode_command(line)
    with pytest.raises(EngineError):
        decode_output(b'{"message":"Flown"}')
