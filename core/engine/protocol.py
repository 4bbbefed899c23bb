"""What the engine process and its clients say to each other: one JSON object per line, both ways.

Clients write commands to the engine's stdin. The engine writes two kinds of lines to stdout: durable events of the run
(`core.events`, field `event`), exactly as they are logged, and messages (field `message`), which carry clocks and
speeds and are never logged. End of stdin means that the client is gone: cancel and exit.
"""

import importlib
from typing import Any, TypeVar, Union

import msgspec

from core import nested
from core.engine.commands import VERBS
from core.engine.messages import HANDLERS, Cancel, Command, Message, Quit
from core.errors import EngineError
from core.events import Event
from core.said import Said

for verb in VERBS:
    importlib.import_module(f"core.engine.commands.{verb}")

COMMANDS: tuple[type[Command[Any]], ...] = (*HANDLERS, Cancel, Quit)
"""Every command there is."""

MESSAGES: tuple[type[Message], ...] = tuple(Message.__subclasses__())
"""Every message there is."""

_T = TypeVar("_T")


def _decoder(kinds: tuple[type, ...], base: type[_T]) -> nested.Decoder[_T]:
    del base
    return nested.Decoder(Union[kinds])  # noqa: UP007 - made of what is registered


_commands = _decoder(COMMANDS, Command[Any])
_messages = _decoder(MESSAGES, Message)
_events: nested.Decoder[Event] = nested.Decoder(Event)


def encode(line: Command[Any] | Message) -> bytes:
    """One line of JSON, with its newline."""
    return nested.encode(line) + b"\n"


def decode_command(line: bytes) -> Command[Any]:
    """Raises `EngineError` for anything that is not a command."""
    try:
        return _commands.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(Said("The engine was sent something that is not a command: {error}.", error=error)) from error


def decode_output(line: bytes) -> Event | Message:
    """A line of the engine's stdout. Raises `EngineError` for anything else."""
    decoder: nested.Decoder[Any] = _messages if line.startswith(b'{"message"') else _events
    try:
        said: Event | Message = decoder.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(Said("The engine said something that is not understood: {error}.", error=error)) from error
    return said
