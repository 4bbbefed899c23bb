"""A conversation in the model's own chat template, for programs that hold one text instead of messages."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from core.domain.prompt import Turn
from core.errors import ModelError, UsageError
from core.llm.base import ChatMessage as Asked
from core.llm.base import Part
from core.report.export.conversation import INPUT, ExportedMessage, TemplatePiece, conversation, split
from core.report.export.exported import Exported
from core.said import Said

if TYPE_CHECKING:
    from core.llm.llama.template import ChatTemplate


def written(template: str, turns: Sequence[Turn]) -> str:
    """The text that the model reads up to its reply, without the token that begins every text."""
    messages = [Asked(turn.role, (Part(turn.text),)) for turn in turns]
    return "".join(span.text for span in compiled(template).spans(messages))


@lru_cache(maxsize=4)
def compiled(template: str) -> "ChatTemplate":
    """A chat template; compiling one takes longer than using it."""
    from core.llm.llama.template import ChatTemplate  # brings Jinja: the window starts sooner without

    return ChatTemplate(template, bos="", eos="", controls=())


def typed(messages: Sequence[ExportedMessage], program: str) -> str:
    """What a person types into this program for a row: the one column that the messages take.

    Raises `UsageError` if that is not one column of the last message alone.
    """
    names = {name for message in messages for name in message.variables}
    if len(names) == 1 and names == set(messages[-1].variables):
        return names.pop()
    takes = ", ".join(sorted(names)) or "nothing"
    raise UsageError(
        Said(
            "In {program} a person types one text, and this prompt takes {takes} from a row.",
            program=program,
            takes=takes,
        ),
        kept="Nothing was written.",
        hint="Export it as jinja2 or promptfoo, which hold several values.",
    )


def bare(messages: Sequence[ExportedMessage]) -> bool:
    """Whether the last message is what a person types and nothing else, and all others are fixed."""
    last = messages[-1]
    fixed = not any(message.variables for message in messages[:-1])
    return fixed and len(last.pieces) == 1 and last.pieces[0].variable


def framed(exported: Exported, program: str) -> tuple[TemplatePiece, ...]:
    """The whole conversation as one text, with the place of what a person types.

    Raises `UsageError` where the model's template is not at hand, or needs what is only known when it runs.
    """
    template = template_of(exported, program)
    messages = conversation(exported)
    name = typed(messages, program)
    mark = "\ue000"
    while any(mark in piece.text for message in messages for piece in message.pieces):
        mark += "\ue001"
    mark += "\ue002"
    turns = [Turn(each.role, each.written(str, lambda _: mark)) for each in messages]
    if "eos_token" in template and any(turn.role == "assistant" for turn in turns):
        raise _refusal(program, "its worked examples end with a token that only the model's file names")
    try:
        return split(written(template, turns), {mark: name})
    except ModelError as error:
        raise _refusal(program, "the model's chat template refuses it") from error


def template_of(exported: Exported, program: str) -> str:
    """The model's chat template. Raises `UsageError` if it is not at hand."""
    template = exported.model.chat_template if exported.model is not None else ""
    if not template.strip():
        why = "the chat template of its model is not at hand (the file is not on this machine, or has none)"
        raise _refusal(program, why)
    return template


def _refusal(program: str, why: str) -> UsageError:
    return UsageError(
        Said(
            "{program} cannot hold this prompt exactly: it is not only a system message, and {why}.",
            program=program,
            why=why,
        ),
        kept="Nothing was written.",
        hint="Export it as jinja2, json or promptfoo.",
    )


__all__ = ["INPUT", "bare", "framed", "template_of", "typed", "written"]
