"""The protocol between Whet and a language model. Implementations: `core.llm.llama` (a GGUF in this process)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from core.control import CancelToken

if TYPE_CHECKING:  # a tenth of a second that most commands of the command line need not wait
    import numpy as np
    from numpy.typing import NDArray


class FinishReason(StrEnum):
    """Why a reply ended."""

    STOP = "stop"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message. `own` text is the product's and may carry control tokens; all other text is the person's,
    or a model's, and is never parsed as control tokens."""

    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class ChatMessage:
    """One turn of a conversation. A last message of the role `assistant` is the beginning of the reply."""

    role: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The whole text of the turn."""
        return "".join(part.text for part in self.parts)


def user(text: str) -> tuple[ChatMessage, ...]:
    """A conversation of one user turn, all of it the person's text."""
    return (ChatMessage("user", (Part(text),)),)


_NO_TURN: Final = ""

PLAIN_STOPS: Final = ("\nUser:",)
"""What ends a reply to a conversation in the plain form “User: … Assistant: …”, which has no token for it."""


def beginning(text: str) -> tuple[ChatMessage, ...]:
    """A text that the model goes on with as it stands: no template is laid around it. Whoever writes it writes the
    control tokens that it needs."""
    return (ChatMessage(_NO_TURN, (Part(text, own=True),)),)


def is_beginning(messages: Sequence[ChatMessage]) -> bool:
    """Whether this is no conversation, but made by `beginning`."""
    return len(messages) == 1 and messages[0].role == _NO_TURN


class ReplyEnding(Protocol):
    """Says when a reply needs no more tokens. A frozen dataclass of plain values: kept answers are found by them."""

    def ended(self, text: str) -> bool:
        """Whether this visible beginning of a reply is all that is needed."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model.

    `temperature` 0 is greedy, and `seed` then has no effect. `logprobs` is how many alternatives to report per token
    (0: none). `grammar` is GBNF, `json_schema` a JSON schema as text; at most one of them. `reasoning_cap` bounds the
    tokens of thoughts, which come before the answer and do not count against `max_tokens`: 0 asks for none, a number
    asks for thoughts up to there, `None` leaves it to the model. `group` names the block of requests whose composition
    the result may depend on: requests with one group are computed together, requests of different groups never
    influence each other. `ending` ends the reply early; models that cannot listen to it write on.
    """

    messages: tuple[ChatMessage, ...]
    max_tokens: int = 64
    temperature: float = 0.0
    top_p: float = 1.0
    min_p: float = 0.0
    seed: int = 0
    stops: tuple[str, ...] = ()
    grammar: str = ""
    json_schema: str = ""
    logprobs: int = 0
    reasoning_cap: int | None = 0
    group: str = ""
    ending: ReplyEnding | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one request. `shared_tokens` of the prompt were computed once for several requests."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    shared_tokens: int = 0

    @property
    def total(self) -> int:
        """What a token budget counts: prompt plus reply, whether shared or not."""
        return self.prompt_tokens + self.completion_tokens


@dataclass(frozen=True, slots=True)
class TokenLogprob:
    """One generated token with its log-probability, and the likeliest alternatives."""

    token: int
    logprob: float
    alternatives: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `text` excludes the stop string and the reasoning block, which is in `reasoning`."""

    text: str
    reasoning: str = ""
    token_ids: tuple[int, ...] = ()
    logprobs: tuple[TokenLogprob, ...] = ()
    finish_reason: FinishReason = FinishReason.STOP
    usage: Usage = Usage()


class Contest(StrEnum):
    """What is asked of some choices, and so how many tokens it costs.

    `SUMS`: how likely each is as the whole reply. `WINNER`: which is likeliest as the whole reply; a sum of
    log-probabilities only falls, so a choice whose beginning is less likely than the whole of another is not followed.
    `GREEDY`: which one greedy decoding would write if it could write nothing else. It looks only where choices part, so
    labels that differ in their first token cost none at all. `SHARES`: how likely each is if nothing else could be
    written: the probabilities of the branches among themselves, multiplied over the forks on its way; it looks at every
    fork, and at nothing else.
    """

    SUMS = "sums"
    WINNER = "winner"
    GREEDY = "greedy"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class ChoiceRequest:
    """Which of `choices` does the model find likeliest as its reply? `group` as in `Request`."""

    messages: tuple[ChatMessage, ...]
    choices: tuple[str, ...]
    group: str = ""
    contest: Contest = Contest.SUMS


@dataclass(frozen=True, slots=True)
class ChoiceScores:
    """Sums of log-probabilities, natural logarithm, one per choice, with the number of tokens of each choice.

    In `Contest.SHARES` the probabilities of all choices sum to one; `mass` is then the log-probability that a reply
    begins as one of them does, and `written` the choice that `Contest.GREEDY` would have found.

    `settled`: whether a sum is of the whole choice; of one that is not it is an upper bound (`Contest.WINNER`). Empty
    means that all are. In a `Contest.GREEDY` none is: `logprobs` then says by how much each choice lost to the branch
    that was taken where it parted from the winner, which has 0.
    """

    logprobs: tuple[float, ...]
    tokens: tuple[int, ...]
    usage: Usage = Usage()
    settled: tuple[bool, ...] = ()
    mass: float = 0.0
    written: int | None = None

    @property
    def best(self) -> int:
        """Index of the likeliest choice; the first one on a tie."""
        return max(range(len(self.logprobs)), key=lambda i: self.logprobs[i])

    @property
    def margin(self) -> float:
        """How much likelier the best choice is than the next, in nats; infinite if there is no other.

        A lower bound where the next one was not followed to its end.
        """
        first, *rest = sorted(self.logprobs, reverse=True)
        return first - rest[0] if rest else math.inf

    def normalized(self) -> "ChoiceScores":
        """Per token, the end of the turn counted as one: longer choices are then no less likely for their length."""
        self._check_settled()
        each = zip(self.logprobs, self.tokens, strict=True)
        return replace(self, logprobs=tuple(value / (tokens + 1) for value, tokens in each))

    def calibrated(self, baseline: "ChoiceScores") -> "ChoiceScores":
        """Less what the choices get for an input without content, in logarithms (arXiv 2102.09690)."""
        self._check_settled()
        each = zip(self.logprobs, baseline.logprobs, strict=True)
        return replace(self, logprobs=tuple(value - empty for value, empty in each))

    def _check_settled(self) -> None:
        if not all(self.settled):
            raise ValueError("only the scores of `Contest.SUMS` are whole; these cannot be weighed against each other")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What a loaded model is. `build` names the library that runs it, as far as it influences results."""

    name: str
    sha256: str
    architecture: str
    parameters: int
    quantization: str
    context: int
    trained_context: int
    embedding_size: int
    vocabulary: int
    build: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a model can do. Asking for something else raises `core.errors.CapabilityError`."""

    chat: bool = True
    score_choices: bool = True
    embed: bool = False
    grammar: bool = False
    seeds: bool = True
    system_role: bool = True


@dataclass(frozen=True, slots=True)
class ModelProgress:
    """How far a call of `complete` or `score_choices` is, for telemetry: requests and tokens so far. `cached`: they
    were answered before, and are read from disk. `writing`: the beginning of the first reply that is not whole yet,
    from models that can tell."""

    group: str
    done: int
    total: int
    prompt_tokens: int = 0
    completion_tokens: int = 0
    shared_tokens: int = 0
    cached: bool = False
    writing: str = ""


Observer = Callable[[ModelProgress], None]


def ignore(progress: ModelProgress) -> None:
    """The observer that looks away."""
    del progress


@dataclass(frozen=True, slots=True)
class Alternative:
    """A token that could have come, as text, with its log-probability (natural logarithm)."""

    token: int
    text: str
    logprob: float


@dataclass(frozen=True, slots=True)
class HeardToken:
    """A token at the moment it was chosen. `text` holds the characters that are whole with it: a token may end in the
    middle of one, and then adds nothing yet. `thought`: it belongs to a thinking block. `alternatives`: best first.
    """

    token: int
    text: str
    logprob: float
    thought: bool = False
    alternatives: tuple[Alternative, ...] = ()


Hearing = Callable[[HeardToken], None]


@dataclass(frozen=True, slots=True)
class RenderedPrompt:
    """Exactly what a model gets: token ids, and the text of each token."""

    token_ids: tuple[int, ...]
    pieces: tuple[str, ...] = field(repr=False, default=())


class ChatModel(Protocol):
    """A language model. Results are a pure function of the model, its settings and the requests of one group.

    Every call raises `core.control.Cancelled` soon (≤ 0.5 s) after the token was set, `PromptTooLongError` before any
    work when a request does not fit, `CapabilityError` for what the model cannot do, and `ModelError` otherwise.
    """

    @property
    def info(self) -> ModelInfo: ...

    @property
    def capabilities(self) -> Capabilities: ...

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """One reply per request, in order."""
        ...

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        """One set of log-probabilities per request, in order."""
        ...

    def embed(self, texts: Sequence[str], *, cancel: CancelToken | None = None) -> "NDArray[np.float32]":
        """Unit vectors, shape `(len(texts), embedding size)`."""
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens of a plain text, without a template."""
        ...

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        """The exact tokens that a conversation becomes, template included, asked with this `reasoning_cap`."""
        ...

    def close(self) -> None:
        """Free the model. Calling it twice is fine."""
        ...


@runtime_checkable
class SpellingModel(Protocol):
    """A model that says what its tokens are as text."""

    def spell(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """The text of each token, special ones included; part of a character is shown as “\ufffd”."""
        ...


@runtime_checkable
class KeepingModel(Protocol):
    """A model whose answers are kept."""

    def keep_for(self, owner: str) -> None:
        """From now on answers are kept for this workspace."""
        ...


@runtime_checkable
class StreamingModel(Protocol):
    """A model that can be listened to while it writes."""

    def stream(self, request: Request, hear: Hearing, *, cancel: CancelToken | None = None) -> Reply:
        """The reply to one request, after `hear` was called with each of its tokens. Raises as `ChatModel` does;
        `Cancelled` before the next token."""
        ...


@runtime_checkable
class HeardModel(ChatModel, Protocol):
    """A model whose requests can be listened to while they are answered together."""

    def complete_heard(
        self, requests: Sequence[Request], hearings: Sequence[Hearing | None], *, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """As `complete`; each hearing is called with the tokens of its request. Their log-probabilities are heard only
        where the request asks for them."""
        ...
