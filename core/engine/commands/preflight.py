"""A handful of prompts scored before a run: does the prompt matter, and what will the run cost?"""

from typing import TYPE_CHECKING

from core.domain.run_estimate import RunEstimate
from core.domain.runspec import RunSpec
from core.engine.commands.prepare import Prepare
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Preflown(Message, frozen=True, tag=True):
    """What was measured, and the spec that it was measured for."""

    spec: RunSpec
    outlook: RunEstimate
    sentences: tuple[Words, ...]


class Preflight(Command[Preflown], frozen=True, tag=True):
    """Score a handful of prompts for the run that a `Prepare` describes. Answers are kept for the `workspace`, if one
    is named."""

    plan: Prepare
    workspace: str = ""


@handles(Preflight)
def _preflight(command: Preflight, context: "EngineContext") -> Preflown:
    from core.engine.run_estimate import preflight

    return preflight(command, context)
