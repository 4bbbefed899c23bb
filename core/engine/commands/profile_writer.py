"""What a model is worth as a writer of prompts."""

from typing import TYPE_CHECKING

from core.domain.writer import WriterProfile
from core.engine.messages import Command, Message, handles
from core.said import Words

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Profiled(Message, frozen=True, tag=True):
    """What a model is worth as a writer, and the same as a sentence."""

    profile: WriterProfile
    sentence: Words


class ProfileWriter(Command[Profiled], frozen=True, tag=True):
    """What a model is worth as a writer of prompts: as measured before, or with `again` anew."""

    path: str
    again: bool = False


@handles(ProfileWriter)
def _profile_writer(command: ProfileWriter, context: "EngineContext") -> Profiled:
    from core.engine.profile import profile

    found = profile(command.path, context, again=command.again)
    return Profiled(found, found.sentence)
