"""What a server can do is tried, not assumed, within a given time: what was not tried in time stays unknown."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final, TypeVar

from core.domain.served import Served
from core.errors import ModelError, WhetError
from core.llm.base import Request, beginning, user
from core.llm.remote.failures import NotOfferedError, ServersGoneError, UnansweredError
from core.llm.remote.member import Member
from core.llm.remote.served import QuestionShape, ServerDialect
from core.llm.remote.spoken import (
    Completion,
    Listed,
    Models,
    Props,
    Vectors,
    WeighedReply,
    encode,
    path_of,
    question,
    read,
    within,
)
from core.said import Said

QUESTIONS: Final = (
    "What is the capital of France?",
    "Count from one to six in words.",
    "Name a colour, and something that has it.",
    "What is the opposite of hot?",
    "Write a short greeting in German.",
)
"""By the beginnings of the replies a model is recognized again."""

_BEGINNING: Final = 8
"""Tokens of each."""

_LONGEST_BEGINNING: Final = 1000
"""Characters of a reply of eight tokens that are kept: a server may send more than it was asked for."""

_LONGEST_NAME: Final = 200
_LARGEST_MODEL: Final = 10**15
_LONGEST_CONTEXT: Final = 1 << 22

_MOST: Final = 64
"""Requests at a time that are tried."""

_RISE: Final = 1.2
"""Twice as many requests at a time must bring at least so much."""

_MOMENT: Final = 0.1
"""Seconds below which a time says nothing."""

_SHOWN: Final = 5
_SEED: Final = 20240229
_UNFINISHED: Final = "One, two, three,"
_WORD: Final = "qx7"
_UNNAMED_CONTEXT: Final = 4096
_SHARED: Final = " ".join(f"Item {number} of the list is known." for number in range(1, 13))

T = TypeVar("T")


class Prober:
    """Tries one server until a moment of `time.monotonic`."""

    def __init__(self, member: Member, seconds: float) -> None:
        self._member = member
        self._end = time.monotonic() + seconds
        self.served = Served(ServerDialect.OTHER, QuestionShape.CHAT, "")

    async def recognize(self, known: Served | None = None) -> Served:
        """Which server and model it is, and how it answers; asked as `known` says, if it was asked before.

        Raises `ServersGoneError` if nothing answers, and `ModelError` for a server that answers no question.
        """
        about = await self._about()
        self.served = about if known is None else replace(about, shape=known.shape)
        first = await self._first()
        rest = await asyncio.gather(*(self._try(self._beginning(text)) for text in QUESTIONS[1:]))
        answers = [answer for answer in (first, *rest) if answer is not None]
        named = next((answer.model for answer in answers if answer.model), "")
        self.served = replace(
            self.served,
            answers=tuple(_said(answer)[:_LONGEST_BEGINNING] for answer in answers if answer.choices[0].message)
            if self.served.shape == QuestionShape.CHAT
            else tuple((answer.choices[0].text or "")[:_LONGEST_BEGINNING] for answer in answers),
            named=short_name(named or self.served.named),
        )
        self._member.named = named
        return self.served

    async def probe(self) -> Served:
        """All that it can do."""
        await self.recognize()
        logprobs, cached, (weighs, embeds, grammar, schema, seeded, streams) = await asyncio.gather(
            self._try(self._logprobs()),
            self._try(self._prefix_cached()),
            asyncio.gather(
                self._can(self._weighs()),
                self._can(self._embeds()),
                self._can(self._grammar()),
                self._can(self._schema()),
                self._can(self._seeded()),
                self._can(self._streams()),
            ),
        )
        self.served = replace(
            self.served,
            logprobs=logprobs,
            weighs=weighs,
            grammar=grammar,
            json_schema=schema,
            seeded=seeded,
            prefix_cached=cached,
            embeds=embeds,
            streams=streams,
        )
        if self.served.parallel == 1 and self.served.dialect != ServerDialect.LLAMA_CPP:
            self.served = replace(self.served, parallel=await self._parallel())
        return self.served

    async def _about(self) -> Served:
        """What it says of itself. Raises `ServersGoneError` if it says nothing at all."""
        models, props, ollama, studio, version = await asyncio.gather(
            self._models(),
            self._try(self._get("//props", Props)),
            self._try(self._get("//api/version", dict)),
            self._try(self._get("//api/v0/models", dict)),
            self._try(self._get("//version", dict)),
        )
        listed = self._listed(models)
        meta = (listed.meta if listed else None) or {}
        context = within(meta.get("n_ctx") or (listed.max_model_len if listed else 0), 0, _LONGEST_CONTEXT)
        dialect = ServerDialect.OTHER
        if props is not None and props.default_generation_settings:
            dialect = ServerDialect.LLAMA_CPP
            context = within(props.default_generation_settings.get("n_ctx") or context, 0, _LONGEST_CONTEXT)
        elif listed is not None and listed.owned_by == "vllm":
            dialect = ServerDialect.VLLM
        elif ollama is not None and "version" in ollama and version is None:
            dialect = ServerDialect.OLLAMA
        elif studio is not None and "data" in studio:
            dialect = ServerDialect.LM_STUDIO
        return Served(
            dialect,
            QuestionShape.TEXT if self._member.at.continues else QuestionShape.CHAT,
            listed.id if listed else self._member.at.model,
            context=context or _UNNAMED_CONTEXT,
            parameters=within(meta.get("n_params"), 0, _LARGEST_MODEL),
            quantization=str(meta.get("ftype") or "")[:_LONGEST_NAME],
            counted=dialect is ServerDialect.LLAMA_CPP,
            parallel=within(props.total_slots, 1, _MOST)
            if props is not None and dialect is ServerDialect.LLAMA_CPP
            else 1,
        )

    async def _models(self) -> Models | None:
        try:
            return read(await self._member.wire.get("/models", self._left()), Models)
        except NotOfferedError:
            return None
        except UnansweredError as error:
            raise ServersGoneError(
                Said("{origin} does not answer: {reason}.", origin=self._member.at.origin, reason=error.reason),
                hint="Is the server running, and ready?",
            ) from error

    def _listed(self, models: Models | None) -> Listed | None:
        """The model in the server's list. Raises `ModelError` for a name that is not in it."""
        name, listed = self._member.at.model, models.data if models else []
        if not name:
            return listed[0] if listed else None
        found = next((each for each in listed if each.id == name), None)
        if found is None and listed:
            raise ModelError(
                Said("{origin} has no model “{name}”.", origin=self._member.at.origin, name=name),
                hint=Said("It has: {listed}.", listed=", ".join(each.id for each in listed[:12])),
            )
        return found

    async def _first(self) -> Completion | None:
        """The first reply: it decides how the model is asked. `None` for a server that only makes vectors."""
        try:
            return await self._beginning(QUESTIONS[0])
        except NotOfferedError:
            self.served = replace(self.served, shape=QuestionShape.TEXT)
        except UnansweredError as error:
            raise ServersGoneError(
                Said(
                    "{origin} does not answer a question: {reason}.", origin=self._member.at.origin, reason=error.reason
                ),
                hint="Is the model loaded? The server's own log says more.",
            ) from error
        except ModelError:
            if await self._try(self._embeds()):
                return None
            raise
        try:
            return await self._beginning(QUESTIONS[0])
        except UnansweredError as error:
            raise ServersGoneError(
                Said(
                    "{origin} does not answer a question: {reason}.", origin=self._member.at.origin, reason=error.reason
                )
            ) from error
        except NotOfferedError:
            if await self._try(self._embeds()):
                return None
            raise

    async def _beginning(self, text: str) -> Completion:
        began = time.monotonic()
        answer = await self._ask(Request(user(text), _BEGINNING))
        self._member.paces(time.monotonic() - began, _BEGINNING)
        return answer

    async def _logprobs(self) -> int:
        asked = user(QUESTIONS[3]) if self.served.shape == QuestionShape.CHAT else beginning(_UNFINISHED)
        answer = await self._ask(Request(asked, 2, logprobs=_SHOWN), shown=_SHOWN)
        found = answer.choices[0].logprobs
        tokens = found.listed if found else []
        return max((len(token.top_logprobs) for token in tokens), default=0) and 20

    async def _weighs(self) -> bool:
        if self.served.dialect != ServerDialect.LLAMA_CPP:
            return False
        body = {"prompt": _UNFINISHED, "n_predict": 1, "n_probs": _SHOWN, "temperature": 0.0}
        answer = await self._post("//completion", body, WeighedReply)
        return len(answer.completion_probabilities[0].top_logprobs) == _SHOWN

    async def _grammar(self) -> bool:
        request = Request(user("Say hello."), 8, grammar=f'root ::= "{_WORD}"')
        return _said(await self._ask(request)).strip() == _WORD

    async def _schema(self) -> bool:
        schema = f'{{"type": "object", "properties": {{"a": {{"const": "{_WORD}"}}}}, "required": ["a"]}}'
        return _WORD in _said(await self._ask(Request(user("Say hello."), 24, json_schema=schema)))

    async def _seeded(self) -> bool:
        request = Request(user("Write three words that have nothing to do with each other."), 12, 1.5, seed=_SEED)
        one, other = await asyncio.gather(self._ask(request), self._ask(request))
        return _said(one) == _said(other)

    async def _streams(self) -> bool:
        request = Request(user(QUESTIONS[1]), 2)
        body = {**question(request, replace(self.served, logprobs=0)), "stream": True}
        sent = encode(self._member.named_in(body))
        lines = [line async for line in self._member.wire.lines(path_of(self.served), sent, self._left())]
        return sum(line.startswith("data:") for line in lines) > 1

    async def _prefix_cached(self) -> bool | None:
        """By what it says of a prompt whose beginning it has just seen; `None` if it does not say."""
        await self._ask(Request(user(f"{_SHARED} Say yes."), 1))
        answer = await self._ask(Request(user(f"{_SHARED} Say no."), 1))
        details = answer.usage.prompt_tokens_details if answer.usage else None
        return None if details is None or details.cached_tokens is None else details.cached_tokens > 0

    async def _embeds(self) -> bool:
        answer = await self._post("/embeddings", {"input": ["a text"]}, Vectors)
        return len(answer.data) == 1 and len(answer.data[0].embedding) > 1

    async def _parallel(self) -> int:
        """Twice as many requests at a time, as long as that brings more."""
        best, rate, number = 1, 0.0, 1
        while number <= _MOST and self._left() > 0:
            began = time.monotonic()
            asked = [self._ask(Request(user(f"Say the number {number + place}."), 4)) for place in range(number)]
            if await self._try(asyncio.gather(*asked)) is None:
                break
            took = time.monotonic() - began
            reached = number / max(took, 1e-4)
            if reached < rate * _RISE and took > _MOMENT:
                break
            best, rate, number = number, reached, 2 * number
        return best

    async def _ask(self, request: Request, *, shown: int = 0) -> Completion:
        answer = await self._post(
            path_of(self.served), question(request, replace(self.served, logprobs=shown)), Completion
        )
        answer.check()
        return answer

    async def _post(self, path: str, body: dict[str, object], kind: type[T]) -> T:
        return read(await self._member.wire.post(path, encode(self._member.named_in(body)), self._left()), kind)

    async def _get(self, path: str, kind: type[T]) -> T:
        return read(await self._member.wire.get(path, self._left()), kind)

    async def _can(self, work: Awaitable[bool]) -> bool | None:
        """Whether it can do something: not if it refuses, and unknown if it took too long."""
        try:
            async with asyncio.timeout(max(0.0, self._end - time.monotonic())):
                return await work
        except (UnansweredError, TimeoutError):
            return None
        except (WhetError, IndexError):
            return False

    async def _try(self, work: Awaitable[T]) -> T | None:
        """`None` for what is refused, or takes too long."""
        try:
            async with asyncio.timeout(max(0.0, self._end - time.monotonic())):
                return await work
        except (UnansweredError, WhetError, TimeoutError, IndexError):
            return None

    def _left(self) -> float:
        return max(0.05, self._end - time.monotonic())


def _said(answer: Completion) -> str:
    choice = answer.choices[0]
    return (choice.message.content if choice.message else choice.text) or ""


def short_name(named: str) -> str:
    """A model's name without the folders that some servers put before it: they say where it lies."""
    bare = PureWindowsPath(named).name if "\\" in named else named
    bare = PurePosixPath(bare).name if bare.startswith("/") or bare.endswith(".gguf") else bare
    return bare.removesuffix(".gguf")[:_LONGEST_NAME] or "model"


Say = Callable[[str], None]
