"""What the engine process and its clients say to each other: one JSON object per line, both ways.

Clients write commands to the engine's stdin. The engine writes two kinds of lines to stdout: durable events of the run
(`core.events`, field `event`), exactly as they are logged, and messages (field `message`), which carry clocks and
speeds and are never logged. End of stdin means that the client is gone: cancel and exit.
"""

import msgspec

from core import nested
from core.engine.protocol.commands import (
    Ask,
    AtOnce,
    Cancel,
    Certify,
    Command,
    Compare,
    Download,
    EndSearch,
    FindModels,
    GetStarter,
    GoOn,
    Inspect,
    Measure,
    Pause,
    Preflight,
    Prepare,
    ProfileWriter,
    Quit,
    Rate,
    Run,
    ShowCall,
    SpeedUp,
    SubmitEdit,
    TryRows,
    Weigh,
    WeighSentences,
)
from core.engine.protocol.messages import (
    CANCELLED,
    VERSION,
    Answered,
    AskRendered,
    CallShown,
    CallToken,
    CellScored,
    Certified,
    Compared,
    Downloaded,
    EditDeclined,
    Failed,
    Idle,
    Inspected,
    LabelShare,
    ListedModel,
    Logged,
    Measured,
    MeasuredTrial,
    Message,
    ModelsFound,
    Preflown,
    Prepared,
    Profiled,
    Progressed,
    Rated,
    Rating,
    Ready,
    RowsTried,
    SentencesWeighed,
    SpedUp,
    TokenHeard,
    TriedRow,
    Weighed,
)
from core.engine.protocol.served import (
    PORTS,
    FindServers,
    FoundServer,
    InspectedServer,
    InspectServer,
    ServersFound,
    ServersInspected,
)
from core.errors import EngineError
from core.events import Event

__all__ = [
    "CANCELLED",
    "PORTS",
    "VERSION",
    "Answered",
    "Ask",
    "AskRendered",
    "AtOnce",
    "CallShown",
    "CallToken",
    "Cancel",
    "CellScored",
    "Certified",
    "Certify",
    "Command",
    "Compare",
    "Compared",
    "Download",
    "Downloaded",
    "EditDeclined",
    "EndSearch",
    "Failed",
    "FindModels",
    "FindServers",
    "FoundServer",
    "GetStarter",
    "GoOn",
    "Idle",
    "Inspect",
    "InspectServer",
    "Inspected",
    "InspectedServer",
    "LabelShare",
    "ListedModel",
    "Logged",
    "Measure",
    "Measured",
    "MeasuredTrial",
    "Message",
    "ModelsFound",
    "Pause",
    "Preflight",
    "Preflown",
    "Prepare",
    "Prepared",
    "ProfileWriter",
    "Profiled",
    "Progressed",
    "Quit",
    "Rate",
    "Rated",
    "Rating",
    "Ready",
    "RowsTried",
    "Run",
    "SentencesWeighed",
    "ServersFound",
    "ServersInspected",
    "ShowCall",
    "SpedUp",
    "SpeedUp",
    "SubmitEdit",
    "TokenHeard",
    "TriedRow",
    "TryRows",
    "Weigh",
    "WeighSentences",
    "Weighed",
    "decode_command",
    "decode_output",
    "encode",
]

_encoder = msgspec.json.Encoder()
_commands: nested.Decoder[Command] = nested.Decoder(msgspec.json.Decoder(Command))
_messages: nested.Decoder[Message] = nested.Decoder(msgspec.json.Decoder(Message))
_events: nested.Decoder[Event] = nested.Decoder(msgspec.json.Decoder(Event))


def encode(line: Command | Message) -> bytes:
    """One line of JSON, with its newline."""
    return _encoder.encode(line) + b"\n"


def decode_command(line: bytes) -> Command:
    """Raises `EngineError` for anything that is not a command."""
    try:
        return _commands.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(f"The engine was sent something that is not a command: {error}.") from error


def decode_output(line: bytes) -> Event | Message:
    """A line of the engine's stdout. Raises `EngineError` for anything else."""
    decoder = _messages if line.startswith(b'{"message"') else _events
    try:
        return decoder.decode(line)
    except msgspec.DecodeError as error:
        raise EngineError(f"The engine said something that is not understood: {error}.") from error
