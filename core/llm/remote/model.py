"""Servers as a `core.llm.base.ChatModel`. Made by `core.llm.remote.connect`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.control import CancelToken
from core.domain.served import Served
from core.errors import CapabilityError, ModelError, PromptTooLongError
from core.llm.base import (
    Capabilities,
    ChatMessage,
    ChoiceRequest,
    ChoiceScores,
    Hearing,
    ModelInfo,
    ModelProgress,
    Observer,
    RenderedPrompt,
    Reply,
    Request,
    Usage,
    ignore,
)
from core.llm.remote import streaming
from core.llm.remote.address import Address
from core.llm.remote.asking import Asker, each
from core.llm.remote.background import LoopThread
from core.llm.remote.choosing import choose
from core.llm.remote.keeping import Kept, identity
from core.llm.remote.pool import Pool
from core.llm.remote.replies import Spelling, reply_of
from core.llm.remote.spoken import Completion, Vectors, path_of, question
from core.llm.remote.traffic import Traffic
from core.llm.remote.words import Words
from core.said import Said

_TEXTS: Final = 64
"""Texts that are sent at a time for their vectors."""


class RemoteModel:
    """A model on one server or several. Calls wait for the servers in the caller's thread; connections have their own.

    A reply depends on its request and on the servers, not on its group. The first answer to a request is kept and is
    the answer from then on, in this run and when it is resumed.
    """

    def __init__(self, background: LoopThread, pool: Pool, served: Served, kept: Kept, name: str) -> None:
        self._background = background
        self._pool = pool
        self._kept = kept
        self._asker = Asker(pool, kept)
        self._words = Words(pool, served)
        self._spelling = Spelling()
        self.served: Final = served
        self._info = ModelInfo(
            name=name,
            sha256=identity(served),
            architecture="",
            parameters=served.parameters,
            quantization=served.quantization,
            context=served.context,
            trained_context=served.context,
            embedding_size=0,
            vocabulary=0,
            build=served.dialect,
        )

    @property
    def info(self) -> ModelInfo:
        """What the model is, as far as a server says it."""
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        """What the servers can do."""
        served = self.served
        return Capabilities(
            chat=bool(served.answers),
            score_choices=bool(served.weighs),
            embed=bool(served.embeds),
            grammar=bool(served.grammar),
            seeds=bool(served.seeded),
        )

    @property
    def traffic(self) -> dict[Address, Traffic]:
        """What went to and came from each address."""
        return {member.at: member.wire.traffic for member in self._pool.members}

    @property
    def answered(self) -> dict[str, int]:
        """How many answers each address gave."""
        return {member.at.text: member.answered for member in self._pool.members}

    def keep_for(self, owner: str) -> None:
        """From now on answers are kept for this workspace."""
        self._kept.keep_for(owner)

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """One reply per request, in order. See `core.llm.base.ChatModel`."""
        for request in requests:
            self._check(request)
        tally = _Tally([request.group for request in requests], observer)

        async def ask(request: Request) -> tuple[Reply, bool]:
            return await self._reply(request)

        def tell(request: Request, found: tuple[Reply, bool]) -> None:
            tally.add(request.group, found[0].usage, cached=found[1])

        answers = each(requests, ask, at_once=self._pool.limit, tell=tell)
        return [reply for reply, _ in self._background.run(answers, cancel)]

    def stream(self, request: Request, hear: Hearing, *, cancel: CancelToken | None = None) -> Reply:
        """The reply to one request, heard as it comes; it is not kept. See `core.llm.base.StreamingModel`."""
        self._check(request)
        return self._background.run(streaming.stream(self._pool, self.served, request, hear, self._spelling), cancel)

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        """One set of log-probabilities per request, in order. See `core.llm.base.ChatModel`.

        Raises `CapabilityError` unless the server says how likely any next token is.
        """
        if not self.served.weighs:
            raise CapabilityError(
                Said("{name} is asked on a server that does not say how likely a label is.", name=self._info.name),
                hint="Let it write its answers: --reading generated",
            )
        if any(not request.choices for request in requests):
            raise ModelError("A question with choices has none.")
        tally = _Tally([request.group for request in requests], observer)

        async def ask(request: ChoiceRequest) -> ChoiceScores:
            return await choose(request, self._words, self._asker)

        def tell(request: ChoiceRequest, found: ChoiceScores) -> None:
            tally.add(request.group, found.usage, cached=False)

        async def work() -> list[ChoiceScores]:
            for request in requests:
                await self._check_length(request)
            return await each(requests, ask, at_once=self._pool.limit, tell=tell)

        return self._background.run(work(), cancel)

    def embed(self, texts: Sequence[str], *, cancel: CancelToken | None = None) -> NDArray[np.float32]:
        """Unit vectors, shape `(len(texts), embedding size)`."""
        if not self.served.embeds:
            raise CapabilityError(
                Said("{name} is asked on a server that makes no vectors of texts.", name=self._info.name),
                hint="Name one that offers /embeddings, or a GGUF.",
            )
        parts = [texts[start : start + _TEXTS] for start in range(0, len(texts), _TEXTS)]

        async def ask(part: Sequence[str]) -> list[list[float]]:
            answer, _ = await self._asker.answer("/embeddings", {"input": list(part)}, Vectors, len(part))
            return [vector.embedding for vector in sorted(answer.data, key=lambda vector: vector.index)]

        found = self._background.run(each(parts, ask, at_once=self._pool.limit, tell=lambda *_: None), cancel)
        rows = [vector for part in found for vector in part]
        even = len({len(row) for row in rows}) == 1 and bool(rows[0])
        with np.errstate(over="ignore"):  # what overflows is found just below
            vectors = np.array(rows if even else [], dtype=np.float32)
        if vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all():
            raise ModelError(Said("{name} did not send one vector for each text.", name=self._info.name))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)

    def count_tokens(self, text: str) -> int:
        """Tokens of a plain text; an estimate where the server does not count (`served.counted`)."""
        return self._background.run(self._words.count(text))

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        """The tokens of a conversation; their ids are `core.llm.remote.words.UNKNOWN` where they are estimated."""
        del reasoning_cap  # the server's template decides
        return self._background.run(self._words.rendered(messages))

    def spell(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """The text of each token of a reply. See `core.llm.base.SpellingModel`."""
        return tuple(map(self._spelling.text_of, tokens))

    def close(self) -> None:
        """Close the connections and the store. Calling it twice is fine."""
        if self._background.is_open:
            self._background.run(self._pool.close())
            self._background.close()
            self._kept.close()

    def _check(self, request: Request) -> None:
        if request.max_tokens < 1:
            raise ModelError(
                Said(
                    "A request allows {max_tokens} tokens for its reply; it must be at least 1.",
                    max_tokens=request.max_tokens,
                )
            )
        if not any(message.text for message in request.messages):
            raise ModelError("A request is empty.")
        if request.grammar and not self.served.grammar:
            raise CapabilityError(
                Said("{name} is asked on a server that cannot hold a reply to a grammar.", name=self._info.name)
            )
        if request.json_schema and not self.served.json_schema:
            raise CapabilityError(
                Said("{name} is asked on a server that cannot hold a reply to a schema.", name=self._info.name)
            )

    async def _reply(self, request: Request) -> tuple[Reply, bool]:
        path = path_of(self.served)
        body, ending = question(request, self.served), request.ending
        try:
            if ending is not None and self.served.streams:
                answer, known = await self._asker.answer(
                    path,
                    body,
                    Completion,
                    request.max_tokens,
                    fetch=streaming.until(ending, self.served),
                    until=repr(ending),
                )
            else:
                answer, known = await self._asker.answer(path, body, Completion, request.max_tokens)
        except PromptTooLongError:
            self._words.too_long.add(tuple(request.messages))
            raise
        reply = reply_of(request, answer, self._spelling)
        return reply if ending is None else replace(reply, text=streaming.cut(reply.text, ending)), known

    async def _check_length(self, request: ChoiceRequest) -> None:
        _, pieces = await self._words.prompt(request.messages)
        if self.served.context and len(pieces) >= self.served.context:
            raise PromptTooLongError(
                Said(
                    "A prompt does not fit into the model's context: it needs {pieces} tokens and at "
                    "least 1 for the reply, and there are {context}.",
                    pieces=f"{len(pieces):,}",
                    context=f"{self.served.context:,}",
                ),
                hint="Shorten the prompt or the input, or start the server with a longer context.",
            )


class _Tally:
    """How far each group of a call is, told after every answer."""

    def __init__(self, groups: Sequence[str], observer: Observer) -> None:
        self._total = Counter(groups)
        self._done: Counter[str] = Counter()
        self._usage: dict[str, Usage] = {}
        self._observer = observer

    def add(self, group: str, usage: Usage, *, cached: bool) -> None:
        """One more answer."""
        self._done[group] += 1
        before = self._usage.get(group, Usage())
        now = self._usage[group] = Usage(
            before.prompt_tokens + usage.prompt_tokens,
            before.completion_tokens + usage.completion_tokens,
            before.shared_tokens + usage.shared_tokens,
        )
        counts = now.prompt_tokens, now.completion_tokens, now.shared_tokens
        self._observer(ModelProgress(group, self._done[group], self._total[group], *counts, cached))
