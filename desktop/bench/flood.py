"""`python -m desktop.bench.flood LOG`: an engine without a model that writes a log as fast as it is read."""

import os
import sys
from pathlib import Path

from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.commands.start import Start, Started
from core.engine.messages import VERSION, Failed, Idle, Message, Quit, Ready
from core.engine.protocol import decode_command, encode
from core.store.workspace import open_workspace
from desktop.bench.made_up import made_up_spec

_PREPARED = Prepared(made_up_spec(), 1, "no machine: these events are made up")


def main(log: Path) -> None:
    """Answer commands until the end of stdin."""
    _say(Ready(VERSION, "flood", os.getpid()))
    for line in sys.stdin.buffer:
        command = decode_command(line)
        match command:
            case Prepare():
                _say(_PREPARED)
            case Start():
                _say(_started(command))
                sys.stdout.buffer.write(log.read_bytes())
            case Run():
                sys.stdout.buffer.write(log.read_bytes())
            case Quit():
                return
            case _:
                _say(Failed("model", "There is no model here.", "", ""))
        _say(Idle())


def _started(command: Start) -> Started:
    """The run in a folder of its own, as the engine makes it."""
    with open_workspace(Path(command.workspace)) as workspace:
        run = workspace.new_run(_PREPARED.spec)
    return Started(str(run.path), command.plan.task_folder, command.plan.models, _PREPARED)


def _say(message: Message) -> None:
    sys.stdout.buffer.write(encode(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
