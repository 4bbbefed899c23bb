"""A model whose answers are kept: the same block of requests is answered from disk.

What is kept and found is the answer to a whole group (`core.llm.base.Request.group`): a result may depend on what was
computed with it, so nothing smaller is a function of its key. The key holds the model file's hash, the library's build,
all settings, and every request of the group in order; and Whet's version, as the engine may compute differently in the
next. Replies carry what they cost, so budgets and logs are the same
with and without.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from core import __version__, nested
from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.errors import CapabilityError
from core.llm.answers import AnswerStore
from core.llm.base import (
    Capabilities,
    ChatMessage,
    ChatModel,
    ChoiceRequest,
    ChoiceScores,
    Hearing,
    ModelInfo,
    ModelProgress,
    Observer,
    RenderedPrompt,
    Reply,
    Request,
    SpellingModel,
    StreamingModel,
    Usage,
    ignore,
)

_Asked = TypeVar("_Asked", Request, ChoiceRequest)
_Answer = TypeVar("_Answer", Reply, ChoiceScores)

_encoder = msgspec.json.Encoder()

_REVISION = 3
"""Of what the engine makes of a request; 2: templates are asked for no thoughts; 3: a single one in chunks."""


class CachedModel:
    """`model` with its answers kept in `store`. Closing it closes both."""

    def __init__(self, model: ChatModel, settings: ModelSettings, store: AnswerStore) -> None:
        self._model = model
        self._store = store
        info = model.info
        self._identity = _encoder.encode((__version__, _REVISION, info.sha256, info.build, info.context, settings))

    def keep_for(self, owner: str) -> None:
        """From now on answers are kept for this workspace."""
        self._store.owner = owner

    @property
    def info(self) -> ModelInfo:
        """What the model is."""
        return self._model.info

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return self._model.capabilities

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """See `core.llm.base.ChatModel`."""
        return self._answer(
            requests, list[Reply], lambda asked: self._model.complete(asked, observer=observer, cancel=cancel), observer
        )

    def stream(self, request: Request, hear: Hearing, *, cancel: CancelToken | None = None) -> Reply:
        """Not kept: who listens wants to hear it being written."""
        if not isinstance(self._model, StreamingModel):
            raise CapabilityError("This model cannot be listened to while it writes.")
        return self._model.stream(request, hear, cancel=cancel)

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        """See `core.llm.base.ChatModel`."""
        return self._answer(
            requests,
            list[ChoiceScores],
            lambda asked: self._model.score_choices(asked, observer=observer, cancel=cancel),
            observer,
        )

    def embed(self, texts: Sequence[str], *, cancel: CancelToken | None = None) -> NDArray[np.float32]:
        """Not kept: a run embeds a text once."""
        return self._model.embed(texts, cancel=cancel)

    def count_tokens(self, text: str) -> int:
        """Tokens of a plain text."""
        return self._model.count_tokens(text)

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        """The exact tokens of a conversation."""
        return self._model.render(messages, reasoning_cap=reasoning_cap)

    def spell(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """The text of each token; empty where the model does not say."""
        return self._model.spell(tokens) if isinstance(self._model, SpellingModel) else ("",) * len(tokens)

    def close(self) -> None:
        """Free the model and close the store."""
        self._model.close()
        self._store.close()

    def _answer(
        self,
        requests: Sequence[_Asked],
        kind: type[list[_Answer]],
        ask: Callable[[Sequence[_Asked]], list[_Answer]],
        observer: Observer,
    ) -> list[_Answer]:
        places: dict[str, list[int]] = {}
        for place, request in enumerate(requests):
            places.setdefault(request.group, []).append(place)
        keys = {group: self._key(kind, [requests[i] for i in members]) for group, members in places.items()}
        found: dict[int, _Answer] = {}
        for group, members in places.items():
            known = self._known(keys[group], kind, len(members))
            if known is not None:
                found |= zip(members, known, strict=True)
                observer(_progress(group, known))
        missing = [place for place in range(len(requests)) if place not in found]
        if missing:
            found |= zip(missing, ask([requests[place] for place in missing]), strict=True)
        for group, members in places.items():
            if members[0] in missing:
                self._store.put(keys[group], _encoder.encode([found[place] for place in members]))
        return [found[place] for place in range(len(requests))]

    def _key(self, kind: type, requests: Sequence[Request] | Sequence[ChoiceRequest]) -> bytes:
        digest = hashlib.sha256(self._identity)
        digest.update(str(kind).encode())
        digest.update(_encoder.encode(list(requests)))
        return digest.digest()

    def _known(self, key: bytes, kind: type[list[_Answer]], count: int) -> list[_Answer] | None:
        value = self._store.get(key)
        if value is None:
            return None
        try:
            answers = nested.decode(value, type=kind)
        except msgspec.DecodeError:
            return None
        return answers if len(answers) == count else None


def _progress(group: str, answers: Sequence[Reply] | Sequence[ChoiceScores]) -> ModelProgress:
    usages: list[Usage] = [answer.usage for answer in answers]
    return ModelProgress(
        group,
        done=len(usages),
        total=len(usages),
        prompt_tokens=sum(usage.prompt_tokens for usage in usages),
        completion_tokens=sum(usage.completion_tokens for usage in usages),
        shared_tokens=sum(usage.shared_tokens for usage in usages),
        cached=True,
    )
