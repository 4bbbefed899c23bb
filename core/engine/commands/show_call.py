"""One call of a run again, token by token."""

from typing import TYPE_CHECKING

import msgspec

from core.domain.runspec import Role
from core.domain.scoring import Verdict
from core.engine.commands.ask import LabelShare
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class CallToken(msgspec.Struct, frozen=True):
    """A token with its text; of a reply also its log-probability (natural logarithm) and what nearly came instead."""

    token: int
    text: str
    logprob: float | None = None
    instead: tuple["CallToken", ...] = ()


class CallShown(Message, frozen=True, tag=True):
    """What `model` `read` after its chat template, and the raw reply: that of the log where it has one.

    `wrote` are the tokens of the reply, `labels` the scores where labels are read instead; `note` says what of this was
    computed again.
    """

    model: str
    read: tuple[CallToken, ...]
    reply: str
    wrote: tuple[CallToken, ...] = ()
    labels: tuple[LabelShare, ...] = ()
    finish: str = ""
    verdict: Verdict | None = None
    note: Words = ""

    @property
    def text(self) -> str:
        """Exactly what was read, as text."""
        return "".join(token.text for token in self.read)


class ShowCall(Command[CallShown], frozen=True, tag=True):
    """Show one call of a run exactly: of `candidate` on the dataset's row `row`, or, without a candidate, the question
    `ask` to the optimizer."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]
    candidate: str = ""
    row: int = 0
    ask: int = 0


@handles(ShowCall)
def _show_call(command: ShowCall, context: "EngineContext") -> CallShown:
    from core.engine.call import show_call

    return show_call(command, context)
