"""What every line between the engine and its clients has in common, and the messages that belong to no one command.

A command names the type of its answer, so that whoever asks knows what comes back: `Certify` is a `Command[Certified]`.
Commands with several answers, or with events in place of one, are a `Command[None]`. Each lies with its answer and its
handler in a file of `core.engine.commands`.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, get_args

import msgspec

from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext

VERSION = 2

CANCELLED = "cancelled"
"""The code of a `Failed` that the person asked for."""

A = TypeVar("A")
H = TypeVar("H", bound="Handler")


class Message(msgspec.Struct, frozen=True, tag_field="message"):
    """What the engine process says that is no event of a run."""


class Command(msgspec.Struct, Generic[A], frozen=True, tag_field="command"):
    """What clients ask of the engine process."""


class AtOnce(Command[None], frozen=True):
    """What is meant for the work that is going on: it is not queued, and gets no `Idle` of its own."""


Handler: TypeAlias = "Callable[[Any, EngineContext], Message | None]"

HANDLERS: dict[type[Command[Any]], Handler] = {}
"""What does each command that was imported; `core.engine.protocol` imports all of them."""


def handles(kind: type[Command[Any]]) -> Callable[[H], H]:
    """Register what does this command, in the engine's main thread; what is `AtOnce`, in the thread that listens."""

    def register(handler: H) -> H:
        HANDLERS[kind] = handler
        return handler

    return register


def answer_of(kind: type[Command[A]]) -> type[A]:
    """The type of the one answer to a command of this type; `NoneType` if it has none, or several."""
    (found,) = get_args(kind.__orig_bases__[0]) or (type(None),)  # type: ignore[attr-defined]
    answer: type[A] = found
    return answer


class Cancel(AtOnce, frozen=True, tag=True):
    """Stop what is going on; the run's log gets its ending."""


class Quit(Command[None], frozen=True, tag=True):
    """Cancel and exit."""


class Ready(Message, frozen=True, tag=True):
    """The first line of the engine."""

    protocol: int
    whet: str
    pid: int


class Progressed(Message, frozen=True, tag=True):
    """What is going on right now. `fraction` is of the current phase, 0…1; speeds are of the last two seconds. Of the
    run so far: `shared` is the share of prompt tokens computed for several requests at once, `cached` that of the
    answers that were read from disk. `connections` as in `Idle`, for work without calls.

    The run needs `least_seconds` to `remaining_seconds` more if it goes on as it did so far, and ends between
    `least_calls` and `most_calls` (0: unknown). `paused`: it waits. If the search ended now, the final choice would
    take `choice_seconds`. `writing` is the end of what the model that writes prompts has written of a reply so far, for
    those who asked to overhear it.
    """

    phase: Words
    fraction: float
    calls: int = 0
    tokens: int = 0
    seconds: float = 0.0
    prompt_tokens_per_second: float = 0.0
    reply_tokens_per_second: float = 0.0
    shared: float = 0.0
    cached: float = 0.0
    remaining_seconds: float | None = None
    connections: tuple[str, ...] = ()
    least_seconds: float | None = None
    least_calls: int = 0
    most_calls: int = 0
    paused: bool = False
    choice_seconds: float | None = None
    writing: str = ""


class Logged(Message, frozen=True, tag=True):
    """A line for the log window. `level` is "debug", "info", "warning" or "error"."""

    level: str
    text: Words


class Failed(Message, frozen=True, tag=True):
    """A command ended with an error. A run's own failure is its `RunEnded` event instead.

    `host` is the address that was refused, if that is why: naming it in `allow` lets it through.
    """

    code: str
    text: Words
    kept: Words = ""
    hint: Words = ""
    host: str = ""


class Idle(Message, frozen=True, tag=True):
    """The last command is done, well or not; the engine waits for the next.

    `connections` are those that its process has opened to other machines, each allowed by the person; none is the rule.
    """

    connections: tuple[str, ...] = ()
