"""Between the shared interface's JSON and the product's requests and replies."""

import json
import time
import uuid
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from core import nested
from core.errors import UsageError
from core.llm.base import FinishReason, Message, Part, Reply, Request, SpellingModel, TokenLogprob

_USUAL_TOKENS: Final = 256
_MOST_REPLIES: Final = 16
_ANY_JSON: Final = '{"type": "object"}'


class Turn(msgspec.Struct):
    """A turn of a conversation; its content is a text, or pieces of one."""

    role: str
    content: str | list[dict[str, Any]] | None = None


class Asked(msgspec.Struct):
    """What is asked of `/v1/chat/completions`. Unknown fields are passed over."""

    messages: list[Turn]
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    min_p: float = 0.0
    seed: int | None = None
    stop: str | list[str] | None = None
    n: int | None = None
    stream: bool | None = None
    stream_options: dict[str, Any] | None = None
    logprobs: bool | None = None
    top_logprobs: int | None = None
    response_format: dict[str, Any] | None = None
    grammar: str | None = None


def asked(body: bytes) -> Asked:
    """The question in a body. Raises `UsageError` for what is none."""
    try:
        return nested.decode(body, type=Asked)
    except msgspec.DecodeError as error:
        raise UsageError(f"That is no question: {error}.") from error


def requests(question: Asked, seed: int) -> list[Request]:
    """One request per reply that is wanted; `seed` where none was named. Raises `UsageError` for what cannot be."""
    count = 1 if question.n is None else question.n
    if not 1 <= count <= _MOST_REPLIES:
        raise UsageError(f"From 1 to {_MOST_REPLIES} replies can be asked for at once.")
    messages = tuple(Message(turn.role, (Part(_text(turn)),)) for turn in question.messages)
    if not any(message.text for message in messages):
        raise UsageError("There is nothing to ask: the messages are empty.")
    first = question.seed if question.seed is not None else seed
    most = question.max_completion_tokens or question.max_tokens or _USUAL_TOKENS
    stops = (question.stop,) if isinstance(question.stop, str) else tuple(question.stop or ())
    return [
        Request(
            messages,
            max(1, most),
            temperature=1.0 if question.temperature is None else question.temperature,
            top_p=1.0 if question.top_p is None else question.top_p,
            min_p=question.min_p,
            seed=first + number,
            stops=tuple(filter(None, stops)),
            grammar=question.grammar or "",
            json_schema=_schema(question.response_format),
            logprobs=(question.top_logprobs or 1) if question.logprobs else 0,
        )
        for number in range(count)
    ]


def _text(turn: Turn) -> str:
    if isinstance(turn.content, list):
        if any(piece.get("type") != "text" for piece in turn.content):
            raise UsageError("Only text can be asked about.")
        return "".join(str(piece.get("text", "")) for piece in turn.content)
    return turn.content or ""


def _schema(wanted: dict[str, Any] | None) -> str:
    match wanted:
        case {"type": "json_schema", "json_schema": {"schema": dict() as schema}}:
            return json.dumps(schema)
        case {"type": "json_object"}:
            return _ANY_JSON
        case None | {"type": "text"}:
            return ""
    raise UsageError("This form of a reply is not known.", hint="Use json_schema, json_object or text.")


class Speaker:
    """Says replies of one model."""

    def __init__(self, name: str, model: object) -> None:
        self.name = name
        self._model = model if isinstance(model, SpellingModel) else None

    def models(self) -> dict[str, Any]:
        """The list of models: one."""
        return {"object": "list", "data": [{"id": self.name, "object": "model", "owned_by": "whet", "created": 0}]}

    def completion(self, replies: Sequence[Reply], question: Asked) -> dict[str, Any]:
        """The whole answer."""
        choices = [
            {
                "index": number,
                "message": {"role": "assistant", "content": reply.text, **_thought(reply)},
                "finish_reason": finish(reply),
                "logprobs": self._logprobs(reply.logprobs) if question.logprobs else None,
            }
            for number, reply in enumerate(replies)
        ]
        return {**self._head("chat.completion"), "choices": choices, "usage": usage(replies)}

    def chunk(self, number: int, delta: dict[str, str], finished: str | None = None) -> dict[str, Any]:
        """A piece of an answer."""
        choice = {"index": number, "delta": delta, "finish_reason": finished}
        return {**self._head("chat.completion.chunk"), "choices": [choice]}

    def counted(self, replies: Sequence[Reply]) -> dict[str, Any]:
        """The last piece of an answer, which says what it cost."""
        return {**self._head("chat.completion.chunk"), "choices": [], "usage": usage(replies)}

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": self.name}

    def _logprobs(self, tokens: Sequence[TokenLogprob]) -> dict[str, Any]:
        if self._model is None:
            return {"content": []}
        return {"content": [self._token(self._model, each) for each in tokens]}

    def _token(self, model: SpellingModel, each: TokenLogprob) -> dict[str, Any]:
        ids = [each.token, *(token for token, _ in each.alternatives)]
        text, *others = model.spell(ids)
        top = [
            {"token": other, "logprob": value, "bytes": list(other.encode())}
            for (_, value), other in zip(each.alternatives, others, strict=True)
        ]
        return {"token": text, "logprob": each.logprob, "bytes": list(text.encode()), "top_logprobs": top}


def finish(reply: Reply) -> str:
    """Why a reply ended."""
    return "length" if reply.finish_reason is FinishReason.LENGTH else "stop"


def usage(replies: Sequence[Reply]) -> dict[str, Any]:
    """What replies to one question cost."""
    prompt = replies[0].usage.prompt_tokens if replies else 0
    said = sum(reply.usage.completion_tokens for reply in replies)
    shared = replies[0].usage.shared_tokens if replies else 0
    return {
        "prompt_tokens": prompt,
        "completion_tokens": said,
        "total_tokens": prompt + said,
        "prompt_tokens_details": {"cached_tokens": shared},
    }


def _thought(reply: Reply) -> dict[str, str]:
    return {"reasoning_content": reply.reasoning} if reply.reasoning else {}
