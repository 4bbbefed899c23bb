"""A copy of a model that is faster on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

from core.engine.messages import Command, Message, handles
from core.said import Said

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class SpedUp(Message, frozen=True, tag=True):
    """A faster copy of a model: its type, about its size in bytes, its file, and whether it is there now."""

    kind: str
    size: int
    path: str
    is_there: bool


class SpeedUp(Command[SpedUp], frozen=True, tag=True):
    """Make a copy of a model that is faster on this machine; without `make` only say what it would be."""

    path: str
    make: bool = False


@handles(SpeedUp)
def _speed_up(command: SpeedUp, context: "EngineContext") -> SpedUp:
    from core.llm import llama

    llama.check_built()
    from core.llm.llama import faster  # loads the native library

    copy = faster.plan(Path(command.path))
    if command.make:
        making = Said("making {name}", name=copy.target.name)
        faster.make(copy, tell=lambda part: context.report(making, part), cancel=context.cancel)
    return SpedUp(copy.kind, copy.size, str(copy.target), copy.is_there)
