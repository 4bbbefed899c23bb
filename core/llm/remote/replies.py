"""From a server's answer to a `Reply`: thoughts apart, stops cut off, tokens counted."""

from collections.abc import Sequence
from typing import Final

from core.domain import thinking
from core.llm.base import FinishReason, Reply, Request, TokenLogprob, Usage
from core.llm.remote.spoken import Completion, ReplyChoice, Token

LETTERS_PER_TOKEN: Final = 3.5
"""For an estimate where a server does not count: few texts have more tokens."""


class Spelling:
    """Ids for the tokens of servers that have none, and their texts."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._texts: list[str] = []

    def id_of(self, text: str) -> int:
        """The id that stands for a text from now on."""
        if text not in self._ids:
            self._ids[text] = len(self._texts)
            self._texts.append(text)
        return self._ids[text]

    def text_of(self, token: int) -> str:
        """The text that an id stands for."""
        return self._texts[token] if 0 <= token < len(self._texts) else ""


def estimate(text: str) -> int:
    """About how many tokens a text has: letters of alphabets share tokens, others have one each."""
    wide = sum(ord(letter) > 0x2E7F for letter in text)
    return wide + round((len(text) - wide) / LETTERS_PER_TOKEN + 0.5) if text else 0


def reply_of(request: Request, answer: Completion, spelling: Spelling) -> Reply:
    """The reply in an answer that has one."""
    choice = answer.choices[0]
    said = choice.message or choice.delta
    text = (said.content if said else (choice.text or "").lstrip()) or ""
    thought = ((said.reasoning_content or said.reasoning) if said else "") or ""
    parted = thinking.split(text) if not thought else thinking.ThoughtSplit(thought, text)
    visible = _without_beginning(request, parted.answer)
    whole = cut_at_stops(visible, request.stops)
    ended = choice.finish_reason == "length" and whole == visible
    return Reply(
        whole,
        parted.thoughts,
        logprobs=tokens_of(choice, spelling),
        finish_reason=FinishReason.LENGTH if ended else FinishReason.STOP,
        usage=usage_of(request, answer, text + thought),
    )


def tokens_of(choice: ReplyChoice, spelling: Spelling) -> tuple[TokenLogprob, ...]:
    """The tokens of a reply, where they were asked for."""
    found = choice.logprobs.listed if choice.logprobs else []
    return tuple(
        TokenLogprob(
            spelling.id_of(each.token),
            each.logprob,
            tuple((spelling.id_of(other.token), other.logprob) for other in ordered(each.top_logprobs)),
        )
        for each in found
    )


def ordered(tokens: Sequence[Token]) -> list[Token]:
    """The likeliest first."""
    return sorted(tokens, key=lambda token: -token.logprob)


def usage_of(request: Request, answer: Completion, text: str) -> Usage:
    """What the server counted; where it does not, an estimate."""
    if answer.usage is None:
        return Usage(sum(estimate(message.text) for message in request.messages), estimate(text))
    details = answer.usage.prompt_tokens_details
    shared = (details.cached_tokens if details else None) or 0
    return Usage(answer.usage.prompt_tokens, answer.usage.completion_tokens, shared)


def cut_at_stops(text: str, stops: Sequence[str]) -> str:
    """The text before the first stop in it."""
    places = [place for stop in stops if stop and (place := text.find(stop)) >= 0]
    return text[: min(places)] if places else text


def _without_beginning(request: Request, text: str) -> str:
    """Servers that go on with the beginning of a reply say that beginning again, or do not."""
    last = request.messages[-1] if request.messages else None
    return text.removeprefix(last.text) if last is not None and last.role == "assistant" else text
