"""From the JSON of the shared interface to the product's requests. What cannot be done is refused, not passed over."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec

from core import nested
from core.errors import UsageError
from core.llm.base import ChatMessage, Part, Request, beginning
from core.said import Said

_CHAT_TOKENS: Final = 256
_TEXT_TOKENS: Final = 16
"""Of a text that is gone on with, as the interface's description has it."""

_MOST_REPLIES: Final = 16
_MOST_PROMPTS: Final = 256
_MOST_SHOWN: Final = 20
_ANY_JSON: Final = '{"type": "object"}'
_SAME_ROLE: Final = {"developer": "system"}
_NO_TEXT: Final = "Only text can be asked about."

T = TypeVar("T")


class AskedTurn(msgspec.Struct):
    """A turn of a conversation; its content is a text, or pieces of one."""

    role: str
    content: str | list[dict[str, Any]] | None = None


class Common(msgspec.Struct, kw_only=True):
    """What both kinds of questions may say. Unknown fields are passed over."""

    max_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    min_p: float | None = None
    seed: int | None = None
    stop: str | list[str] | None = None
    n: int | None = None
    stream: bool | None = None
    stream_options: dict[str, Any] | None = None
    response_format: dict[str, Any] | None = None
    json_schema: dict[str, Any] | None = None
    grammar: str | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    logit_bias: dict[str, float] | None = None


class Chat(Common, kw_only=True):
    """What is asked of `/v1/chat/completions`."""

    messages: list[AskedTurn]
    max_completion_tokens: int | None = None
    logprobs: bool | None = None
    top_logprobs: int | None = None
    tools: list[dict[str, Any]] | None = None
    chat_template_kwargs: dict[str, Any] | None = None


class Text(Common, kw_only=True):
    """What is asked of `/v1/completions`."""

    prompt: str | list[Any] = ""
    logprobs: int | None = None
    echo: bool | None = None
    suffix: str | None = None
    best_of: int | None = None


class Texts(msgspec.Struct, kw_only=True):
    """What is asked of `/v1/embeddings`."""

    input: str | list[Any]
    encoding_format: str | None = None
    dimensions: int | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A question as requests: `each` of them in turn for every prompt. `shown`: alternatives per token that are told,
    `None` for no log-probabilities. `echoed`: what is said again before each reply. `counted`: a stream ends in what
    it cost."""

    requests: tuple[Request, ...]
    each: int
    shown: int | None
    stream: bool
    counted: bool
    echoed: tuple[str, ...] = ()


def decoded(body: bytes, kind: type[T]) -> T:
    """The question in a body. Raises `UsageError` for what is none."""
    try:
        return nested.decode(body, type=kind)
    except msgspec.DecodeError as error:
        raise UsageError(Said("That is no question: {error}.", error=error)) from error


def chat(asked: Chat, seed: int) -> Call:
    """A conversation; `seed` where none was named. Raises `UsageError` for what cannot be."""
    if asked.tools:
        raise UsageError("This server offers no tools to a model.", hint="Leave tools out.")
    messages = tuple(ChatMessage(_role(turn), (Part(_content(turn)),)) for turn in asked.messages)
    if not any(message.text for message in messages):
        raise UsageError("There is nothing to ask: the messages are empty.")
    shown = asked.top_logprobs or 0 if asked.logprobs else None
    most = asked.max_completion_tokens if asked.max_completion_tokens is not None else asked.max_tokens
    thinks = (asked.chat_template_kwargs or {}).get("enable_thinking") is True
    return _call(asked, [messages], shown, _CHAT_TOKENS if most is None else most, seed, None if thinks else 0)


def text(asked: Text, seed: int) -> Call:
    """Texts that are gone on with, as they stand. Raises as `chat`."""
    prompts = [asked.prompt] if isinstance(asked.prompt, str) else texts_of(asked.prompt)
    if not all(prompts):
        raise UsageError("There is nothing to go on with: a prompt is empty.")
    if asked.suffix:
        raise UsageError("This server writes no text between two others.", hint="Leave suffix out.")
    if asked.best_of is not None and asked.best_of > (asked.n or 1):
        raise UsageError("This server shows every reply that it writes.", hint="Say n instead of best_of.")
    if asked.echo and asked.logprobs is not None:
        raise UsageError("The log-probabilities of a prompt are not told.", hint="Leave echo or logprobs out.")
    most = _TEXT_TOKENS if asked.max_tokens is None else asked.max_tokens
    call = _call(asked, list(map(beginning, prompts)), asked.logprobs, most, seed, 0)
    echoed = tuple(request.messages[0].text for request in call.requests) if asked.echo else ()
    return Call(call.requests, call.each, call.shown, call.stream, call.counted, echoed)


def texts_of(given: str | Sequence[Any]) -> list[str]:
    """A list of texts. Raises `UsageError` for token ids: those of another model would be read as other words."""
    texts = [given] if isinstance(given, str) else [each for each in given if isinstance(each, str)]
    if len(texts) != (1 if isinstance(given, str) else len(given)):
        raise UsageError("Token ids are not read here.", hint="Send the text itself.")
    if not 1 <= len(texts) <= _MOST_PROMPTS:
        raise UsageError(Said("From 1 to {most_prompts} texts can be sent at once.", most_prompts=_MOST_PROMPTS))
    return texts


def _call(
    asked: Common, prompts: Sequence[tuple[ChatMessage, ...]], shown: int | None, most: int, seed: int, cap: int | None
) -> Call:
    count = 1 if asked.n is None else asked.n
    if not 1 <= count <= _MOST_REPLIES:
        raise UsageError(Said("From 1 to {most_replies} replies can be asked for at once.", most_replies=_MOST_REPLIES))
    _check(asked, shown, most)
    first = asked.seed if asked.seed is not None else seed
    stops = (asked.stop,) if isinstance(asked.stop, str) else tuple(asked.stop or ())
    schema = _schema(asked)
    made = [
        Request(
            messages,
            most,
            temperature=1.0 if asked.temperature is None else asked.temperature,
            top_p=1.0 if asked.top_p is None else asked.top_p,
            min_p=asked.min_p or 0.0,
            seed=first + number,
            stops=tuple(filter(None, stops)),
            grammar=asked.grammar or "",
            json_schema=schema,
            logprobs=0 if shown is None else max(1, shown),
            reasoning_cap=cap,
        )
        for messages in prompts
        for number in range(count)
    ]
    return Call(tuple(made), count, shown, bool(asked.stream), bool((asked.stream_options or {}).get("include_usage")))


def _check(asked: Common, shown: int | None, most: int) -> None:
    if most < 1:
        raise UsageError("A reply has at least 1 token.", hint="Leave max_tokens out, or name a number above 0.")
    if not 0 <= (asked.temperature or 0.0) <= 100:
        raise UsageError("The temperature must be from 0 on.")
    if not 0 <= (asked.min_p or 0.0) <= 1 or not 0 <= (1.0 if asked.top_p is None else asked.top_p) <= 1:
        raise UsageError("top_p and min_p must be between 0 and 1.")
    if not 0 <= (shown or 0) <= _MOST_SHOWN:
        raise UsageError(Said("From 0 to {most_shown} alternatives are told for each token.", most_shown=_MOST_SHOWN))
    if asked.presence_penalty or asked.frequency_penalty or asked.logit_bias:
        raise UsageError(
            "Tokens are drawn as the model weighs them: penalties and biases are not applied.",
            hint="Leave presence_penalty, frequency_penalty and logit_bias out.",
        )


def _role(turn: AskedTurn) -> str:
    role = _SAME_ROLE.get(turn.role, turn.role)
    if not role:
        raise UsageError("A message has no role.")
    return role


def _content(turn: AskedTurn) -> str:
    if isinstance(turn.content, list):
        if any(piece.get("type") != "text" or not isinstance(piece.get("text"), str) for piece in turn.content):
            raise UsageError(_NO_TEXT)
        return "".join(piece["text"] for piece in turn.content)
    return turn.content or ""


def _schema(asked: Common) -> str:
    match asked.response_format:
        case {"type": "json_schema", "json_schema": {"schema": dict() as schema}}:
            return json.dumps(schema)
        case {"type": "json_object", "schema": dict() as schema}:
            return json.dumps(schema)
        case {"type": "json_object"}:
            return _ANY_JSON
        case None | {"type": "text"}:
            return json.dumps(asked.json_schema) if asked.json_schema else ""
    raise UsageError("This form of a reply is not known.", hint="Use json_schema, json_object or text.")
