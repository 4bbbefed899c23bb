"""`python -m desktop.bench.flood LOG`: an engine without a model that writes a log as fast as it is read."""

import os
import sys
from pathlib import Path

from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.messages import Failed, Idle, Message, Quit, Ready
from core.engine.protocol import decode_command, encode
from desktop.bench.made_up import made_up_spec


def main(log: Path) -> None:
    """Answer commands until the end of stdin."""
    _say(Ready(1, "flood", os.getpid()))
    for line in sys.stdin.buffer:
        match decode_command(line):
            case Prepare():
                _say(Prepared(made_up_spec(), 1, "no machine: these events are made up"))
            case Run():
                sys.stdout.buffer.write(log.read_bytes())
            case Quit():
                return
            case _:
                _say(Failed("model", "There is no model here.", "", ""))
        _say(Idle())


def _say(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
