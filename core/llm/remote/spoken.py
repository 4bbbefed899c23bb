"""The interface's JSON: what a question looks like on its way to a server, and an answer on its way back.

Unknown fields are passed over, and every field that a server may leave out has a stand-in: servers differ in both.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec

from core import nested
from core.llm.base import PLAIN_STOPS, ChatMessage, Request, is_beginning
from core.llm.remote.failures import UnansweredError
from core.llm.remote.served import QuestionShape, Served, ServerDialect
from core.said import Said

_MOST_STOPS: Final = 4
"""More are refused by many servers; the rest is cut off here."""

_THINKING: Final = 16
"""Tokens that the marks around a thought take."""

_HALF: Final = 1 << 31

T = TypeVar("T")


def within(number: object, least: int, most: int = _HALF) -> int:
    """A number that a server says, in bounds; the least one for what is no number."""
    if not isinstance(number, int | float):
        return least
    return int(min(max(number, least), most))


class Token(msgspec.Struct):
    """A token of a reply."""

    token: str = ""
    logprob: float = 0.0
    id: int = -1
    bytes: list[int] | None = None
    top_logprobs: "list[Token]" = []

    def __post_init__(self) -> None:
        """Nothing is likelier than certain, whatever a server says."""
        self.logprob = min(self.logprob, 0.0)


class Logprobs(msgspec.Struct):
    """The tokens of a reply: as of a conversation, or in the older form, as three lists of the same length."""

    content: list[Token] | None = None
    tokens: list[str] | None = None
    token_logprobs: list[float | None] | None = None
    top_logprobs: list[dict[str, float] | None] | None = None

    @property
    def listed(self) -> list[Token]:
        """The tokens, whichever way they came."""
        if self.content is not None or not self.tokens:
            return self.content or []
        values = self.token_logprobs or [None] * len(self.tokens)
        others = self.top_logprobs or [None] * len(self.tokens)
        return [
            Token(token, value or 0.0, top_logprobs=[Token(*each) for each in (other or {}).items()])
            for token, value, other in zip(self.tokens, values, others, strict=False)
        ]


class SpokenMessage(msgspec.Struct):
    """The reply itself, or a piece of it."""

    content: str | None = None
    reasoning_content: str | None = None
    reasoning: str | None = None


class ReplyChoice(msgspec.Struct):
    """One of the replies; one is asked for."""

    message: SpokenMessage | None = None
    delta: SpokenMessage | None = None
    text: str | None = None
    finish_reason: str | None = None
    logprobs: Logprobs | None = None


class Details(msgspec.Struct):
    """Of a prompt's tokens."""

    cached_tokens: int | None = None

    def __post_init__(self) -> None:
        """As for the counts themselves."""
        if self.cached_tokens is not None:
            self.cached_tokens = within(self.cached_tokens, 0)


class Counted(msgspec.Struct):
    """Tokens of a question and its reply."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: Details | None = None

    def __post_init__(self) -> None:
        """A count below zero would never use up a budget."""
        self.prompt_tokens = within(self.prompt_tokens, 0)
        self.completion_tokens = within(self.completion_tokens, 0)


class Timings(msgspec.Struct):
    """What llama-server says with each piece of a reply, if it is asked to: tokens so far."""

    cache_n: int = 0
    prompt_n: int = 0
    predicted_n: int = 0

    @property
    def counted(self) -> Counted:
        """As the usage at a reply's end says it."""
        cached = within(self.cache_n, 0)
        return Counted(cached + within(self.prompt_n, 0), self.predicted_n, Details(cached))


class Completion(msgspec.Struct):
    """An answer of `/chat/completions` or `/completions`, or a piece of one."""

    choices: list[ReplyChoice]
    model: str = ""
    usage: Counted | None = None
    timings: Timings | None = None

    def check(self) -> None:
        """Raise `UnansweredError` if there is no reply in it."""
        if not self.choices:
            raise UnansweredError("it sent no reply")


class WeighedReply(msgspec.Struct):
    """An answer of llama-server's `/completion`: the likeliest next tokens."""

    completion_probabilities: list[Token]
    model: str = ""
    tokens_evaluated: int = 0

    def check(self) -> None:
        """Raise `UnansweredError` if there is no token in it."""
        if not self.completion_probabilities or not self.completion_probabilities[0].top_logprobs:
            raise UnansweredError("it sent no probabilities")


class Vector(msgspec.Struct):
    """The vector of one text."""

    embedding: list[float]
    index: int = 0


class Vectors(msgspec.Struct):
    """An answer of `/embeddings`."""

    data: list[Vector]
    model: str = ""

    def check(self) -> None:
        """Raise `UnansweredError` if there is no vector in it."""
        if not self.data:
            raise UnansweredError("it sent no vectors")


class Listed(msgspec.Struct):
    """A model in the list of a server. `meta` is llama-server's, `max_model_len` vLLM's."""

    id: str
    owned_by: str = ""
    meta: Mapping[str, Any] | None = None
    max_model_len: int | None = None


class Models(msgspec.Struct):
    """An answer of `/models`."""

    data: list[Listed]


class Props(msgspec.Struct):
    """An answer of llama-server's `/props`."""

    total_slots: int = 1
    chat_template: str = ""
    default_generation_settings: Mapping[str, Any] = {}


class StreamedPiece(msgspec.Struct):
    """A token of a text. Its piece is a list of bytes where they are no whole characters."""

    id: int
    piece: str | list[int] = ""


class Pieces(msgspec.Struct):
    """An answer of llama-server's `/tokenize`."""

    tokens: list[StreamedPiece]


class Templated(msgspec.Struct):
    """An answer of llama-server's `/apply-template`."""

    prompt: str


_encode: Final = msgspec.json.Encoder().encode


def encode(body: Mapping[str, object] | Completion) -> bytes:
    """The bytes of a question, or of an answer that came in pieces."""
    return _encode(body)


def read(answer: bytes, kind: type[T]) -> T:
    """An answer of this kind. Raises `UnansweredError` for what is none: a proxy's page, half of a text."""
    try:
        return nested.decode(answer, type=kind)
    except msgspec.DecodeError as error:
        raise UnansweredError(Said("it sent something that is no answer ({error})", error=error)) from error


def turns(messages: Sequence[ChatMessage]) -> list[dict[str, str]]:
    """A conversation as servers take it."""
    return [{"role": message.role, "content": message.text} for message in messages]


def path_of(served: Served) -> str:
    """Where questions to it go."""
    return "/chat/completions" if served.shape == QuestionShape.CHAT else "/completions"


def question(request: Request, served: Served) -> dict[str, object]:
    """The body of a question; the model's name is put in where it is sent."""
    body: dict[str, object] = {
        "max_tokens": _most_tokens(request, served),
        "temperature": request.temperature,
        **_asked(request, served),
        **_drawn(request, served),
        **_held(request),
    }
    stops = (*(PLAIN_STOPS if served.shape == QuestionShape.TEXT else ()), *request.stops)
    if stops:
        body["stop"] = stops[:_MOST_STOPS]
    return body


def _asked(request: Request, served: Served) -> dict[str, object]:
    shown = min(request.logprobs, served.logprobs or 0)
    if served.shape == QuestionShape.TEXT:
        return {"prompt": plain(request.messages), **({"logprobs": shown} if shown else {})}
    body: dict[str, object] = {"messages": turns(request.messages), **_thinking(request, served)}
    if request.messages and request.messages[-1].role == "assistant" and served.dialect == ServerDialect.VLLM:
        body |= {"continue_final_message": True, "add_generation_prompt": False}
    return body | ({"logprobs": True, "top_logprobs": shown} if shown else {})


def plain(messages: Sequence[ChatMessage]) -> str:
    """A conversation for a model that only goes on with a text, as a file without a template is asked here."""
    if is_beginning(messages):
        return messages[0].text
    turns = list(messages)
    begun = f" {turns.pop().text}" if turns and turns[-1].role == "assistant" else ""
    written = (
        f"{turn.text}\n\n" if turn.role == "system" else f"{turn.role.capitalize()}: {turn.text}\n" for turn in turns
    )
    return f"{''.join(written)}Assistant:{begun}"


def _drawn(request: Request, served: Served) -> dict[str, object]:
    """How tokens are drawn, where there is anything to draw."""
    if request.temperature <= 0:
        return {}
    body: dict[str, object] = {"top_p": request.top_p, "seed": request.seed % _HALF}
    if served.dialect == ServerDialect.LLAMA_CPP:  # it has habits of its own where nothing is said
        return body | {"top_k": 0, "min_p": request.min_p}
    return body | ({"min_p": request.min_p} if request.min_p and served.dialect == ServerDialect.VLLM else {})


def _held(request: Request) -> dict[str, object]:
    if request.grammar:
        return {"grammar": request.grammar}
    if request.json_schema:
        schema = {"name": "answer", "strict": True, "schema": msgspec.Raw(request.json_schema.encode())}
        return {"response_format": {"type": "json_schema", "json_schema": schema}}
    return {}


def _thinking(request: Request, served: Served) -> dict[str, object]:
    """How a model is told to think or not to, where the server has a way of saying it."""
    if request.reasoning_cap is None:
        return {}
    if served.dialect in {ServerDialect.LLAMA_CPP, ServerDialect.VLLM}:
        return {"chat_template_kwargs": {"enable_thinking": request.reasoning_cap > 0}}
    return {"reasoning_effort": "none"} if served.dialect == ServerDialect.OLLAMA and not request.reasoning_cap else {}


def _most_tokens(request: Request, served: Served) -> int:
    """Servers count a thought among the tokens of the reply."""
    if request.reasoning_cap is None:
        return max(request.max_tokens, served.context // 2)
    return request.max_tokens + (request.reasoning_cap + _THINKING if request.reasoning_cap else 0)
