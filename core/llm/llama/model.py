"""A loaded GGUF as a `core.llm.base.ChatModel`."""

import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar

import llama_cpp
import numpy as np
from numpy.typing import NDArray

from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.errors import CapabilityError, ModelError, PromptTooLongError
from core.llm.base import (
    Capabilities,
    ChatMessage,
    ChoiceRequest,
    ChoiceScores,
    Contest,
    Hearing,
    ModelInfo,
    Observer,
    RenderedPrompt,
    Reply,
    Request,
    ignore,
    is_beginning,
)
from core.llm.gguf import GgufHeader
from core.llm.llama import native, tuning
from core.llm.llama.choices import Ballot, Scoring
from core.llm.llama.embedding import Embedder
from core.llm.llama.generate import Generation, Job
from core.llm.llama.grammar import Grammar, all_tokens, grammar_of
from core.llm.llama.listening import Listening
from core.llm.llama.prompt import PromptEncoder, TokenizedPrompt
from core.llm.llama.reply import GrowingReply, most_tokens
from core.llm.llama.sampler import Probabilities, Sampler
from core.llm.llama.session import DecodingSession
from core.llm.llama.thoughts import control_texts
from core.llm.llama.token_count import template_of
from core.llm.llama.vocabulary import Vocabulary
from core.said import Said

_BYTES_PER_TOKEN: Final = 256
"""No token of any vocabulary is longer; a text with more bytes than this per token of context cannot fit."""

_Answer = TypeVar("_Answer", Reply, ChoiceScores)


class LlamaModel:
    """A GGUF in this process. Calls from several threads wait for one another.

    `settings` are the ones in use, without any 0 that means “choose for me”. Made by `core.llm.llama.load`.
    """

    def __init__(self, handle: Any, header: GgufHeader, sha256: str, settings: ModelSettings, *, embed: bool) -> None:
        self._handle = handle
        self._lock = threading.RLock()
        self._session: DecodingSession | None = None
        self._embedder: Embedder | None = None
        self.settings: Final = settings
        try:
            self._open(header, settings, embed=embed)
        except BaseException:
            self.close()
            raise
        self._info = ModelInfo(
            name=header.name,
            sha256=sha256,
            architecture=header.architecture,
            parameters=header.parameters,
            quantization=header.quantization,
            context=settings.context,
            trained_context=header.context_length,
            embedding_size=llama_cpp.llama_model_n_embd_out(handle),
            vocabulary=self._vocabulary.size,
            build=native.build(),
        )

    def _open(self, header: GgufHeader, settings: ModelSettings, *, embed: bool) -> None:
        vocabulary = self._vocabulary = Vocabulary(llama_cpp.llama_model_get_vocab(self._handle))
        self._template = template_of(header, vocabulary)
        self._encoder = PromptEncoder(vocabulary, self._template)
        self._probabilities = Probabilities(vocabulary.size)
        self._tokens = all_tokens(vocabulary.size)
        controls = [token.text for token in vocabulary.special if token.control]
        self._shown = control_texts(self._template.formats, controls)
        if header.values.get(f"{header.architecture}.attention.causal", True):
            rewinds = not (
                llama_cpp.llama_model_is_recurrent(self._handle) or llama_cpp.llama_model_is_hybrid(self._handle)
            )
            self._session = DecodingSession(self._handle, vocabulary.size, settings, rewinds=rewinds)
        elif not embed:
            raise CapabilityError("This model only makes vectors of texts.", hint="Use it as the embedding model.")
        if embed:
            self._embedder = Embedder(self._handle, vocabulary, header, settings)

    @property
    def info(self) -> ModelInfo:
        """What this model is."""
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        writes = self._session is not None
        return Capabilities(
            chat=writes,
            score_choices=writes,
            embed=self._embedder is not None,
            grammar=writes,
            seeds=True,
            system_role=self._template.system_role,
        )

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """One reply per request, in order. See `core.llm.base.ChatModel`.

        `token_ids` are all tokens that were generated but for the one that ended the turn: a thought and a stop string
        are among them.
        """
        return self._complete(requests, [None] * len(requests), observer, cancel)

    def complete_heard(
        self, requests: Sequence[Request], hearings: Sequence[Hearing | None], *, cancel: CancelToken | None = None
    ) -> list[Reply]:
        """As `complete`, with listeners. See `core.llm.base.HeardModel`."""
        return self._complete(requests, hearings, ignore, cancel)

    def _complete(
        self,
        requests: Sequence[Request],
        hearings: Sequence[Hearing | None],
        observer: Observer,
        cancel: CancelToken | None,
    ) -> list[Reply]:
        with self._lock:
            session = self._writing()
            jobs = [self._job(request) for request in requests]
            for job, hear in zip(jobs, hearings, strict=True):
                job.listener = None if hear is None else Listening(self._vocabulary, hear, cancel)
            session.reserve(max(map(self._room, jobs), default=0))
            generation = Generation(session, self._vocabulary, self._probabilities, observer, self._shown)
            try:
                with session.work(cancel):
                    places = _by_group([request.group for request in requests])
                    return _in_order(
                        places,
                        {
                            group: generation.answer(group, [jobs[place] for place in members])
                            for group, members in places.items()
                        },
                    )
            finally:
                for job in jobs:
                    job.close()

    def stream(self, request: Request, hear: Hearing, *, cancel: CancelToken | None = None) -> Reply:
        """The reply to one request, heard token by token. See `core.llm.base.StreamingModel`."""
        with self._lock:
            session = self._writing()
            job = self._job(replace(request, logprobs=max(request.logprobs, 1)))
            job.listener = Listening(self._vocabulary, hear, cancel)
            session.reserve(self._room(job))
            generation = Generation(session, self._vocabulary, self._probabilities, ignore, self._shown)
            try:
                with session.work(cancel):
                    return generation.answer("", [job])[0]
            finally:
                job.close()

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        """One set of log-probabilities per request, in order: of each choice as a whole reply, the end of the turn
        included. `tokens` does not count that end."""
        with self._lock:
            session = self._writing()
            ballots = [self._ballot(request) for request in requests]
            longest = max((len(choice) for ballot in ballots for choice in ballot.choices), default=0)
            session.reserve(max((len(ballot.prompt.ids) for ballot in ballots), default=0) + longest)
            _check_contests(requests)
            scoring = Scoring(session, self._encoder.ends, self._probabilities, observer)
            places = _by_group([request.group for request in requests])
            groups = {group: [ballots[place] for place in members] for group, members in places.items()}
            with session.work(cancel):
                return _in_order(places, scoring.score(groups))

    def embed(self, texts: Sequence[str], *, cancel: CancelToken | None = None) -> NDArray[np.float32]:
        """Unit vectors, shape `(len(texts), embedding size)`. The model must have been loaded with `embed=True`."""
        with self._lock:
            self._opened()
            if self._embedder is None:
                raise CapabilityError("This model was not loaded for embeddings.", hint="Load it as the embedder.")
            return self._embedder.embed(texts, cancel)

    def count_tokens(self, text: str) -> int:
        """Tokens of a plain text, without a template."""
        with self._lock:
            self._opened()
            return len(self._vocabulary.tokenize(text))

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        """The exact tokens that a conversation becomes, template included, if a thought may have so many tokens."""
        with self._lock:
            self._opened()
            ids = self._encoder.encode(messages, thinking=_may_think(reasoning_cap)).ids
            pieces = [self._vocabulary.piece(token, special=True).decode("utf-8", "replace") for token in ids]
            return RenderedPrompt(ids, tuple(pieces))

    @property
    def stand_in(self) -> str:
        """The form in which conversations are written because the file's own template is missing or does not work."""
        return self._template.stand_in.value

    @property
    def thinks(self) -> bool:
        """Whether its template shows that the model may think before it answers."""
        return bool(self._template.formats)

    @property
    def bos(self) -> int:
        """The token that begins a text, negative if there is none."""
        return self._vocabulary.bos

    def ids_of(self, request: ChoiceRequest) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[int, ...]]:
        """What is computed for a question: the prompt, each choice, and the tokens that end a reply."""
        with self._lock:
            self._opened()
            ballot = self._ballot(request)
            return ballot.prompt.ids, ballot.choices, self._encoder.ends

    def spell(self, tokens: Sequence[int]) -> tuple[str, ...]:
        """The text of each token. See `core.llm.base.SpellingModel`."""
        self._opened()
        return tuple(self._vocabulary.piece(token, special=True).decode("utf-8", "replace") for token in tokens)

    def trials(self, settings: ModelSettings, fixed: Collection[str] = ()) -> list[tuning.TuningTrial]:
        """How fast a small step is with other settings: see `core.llm.llama.tuning.measure`."""
        with self._lock:
            rewinds = self._writing().rewinds
            return tuning.measure(self._handle, self._vocabulary.size, settings, rewinds=rewinds, fixed=fixed)

    def close(self) -> None:
        """Free the model. Calling it twice is fine."""
        with self._lock:
            for part in (self._session, self._embedder):
                if part is not None:
                    part.close()
            handle, self._handle = self._handle, None
            self._session = self._embedder = None
            if handle:
                llama_cpp.llama_model_free(handle)

    def __del__(self) -> None:
        """Gigabytes must not wait for the end of the process if somebody forgot `close`."""
        if getattr(self, "_handle", None):
            self.close()

    def _opened(self) -> None:
        if not self._handle:
            raise ModelError("The model was closed.", hint="Load it again.")

    def _writing(self) -> DecodingSession:
        self._opened()
        if self._session is None:
            raise CapabilityError("This model only makes vectors of texts.", hint="Choose a language model.")
        return self._session

    def _job(self, request: Request) -> Job:
        if request.max_tokens < 1:
            raise ModelError(
                Said(
                    "A request allows {max_tokens} tokens for its reply; it must be at least 1.",
                    max_tokens=request.max_tokens,
                )
            )
        prompt = self._prompt(request.messages, thinking=_may_think(request.reasoning_cap))
        self._check_length(len(prompt.ids), 1)
        asked = not is_beginning(request.messages)  # what a template means is looked for in replies to one only
        growing = GrowingReply(
            request,
            stops=self._template.stops if asked else (),
            formats=self._template.formats if asked else (),
            opened=prompt.opened,
            closing=self._encoder.closing_thought,
            stripped=asked and bool(self._template.joint),
        )
        text = grammar_of(request)
        grammar = Grammar(self._vocabulary.handle, self._tokens, text) if text else None
        return Job(request, prompt, Sampler(request), growing, grammar)

    def _room(self, job: Job) -> int:
        """Tokens that a request may need."""
        return len(job.prompt.ids) + most_tokens(job.request, self.settings.context)

    def _ballot(self, request: ChoiceRequest) -> Ballot:
        if not request.choices:
            raise ModelError("A question with choices has none.")
        prompt = self._prompt(request.messages, thinking=False)
        choices = tuple(tuple(self._encoder.continuation(prompt, choice)) for choice in request.choices)
        self._check_length(len(prompt.ids), max(map(len, choices)))
        return Ballot(prompt, choices, request.contest)

    def _prompt(self, messages: Sequence[ChatMessage], *, thinking: bool | None) -> TokenizedPrompt:
        size = sum(len(part.text) for message in messages for part in message.parts)
        if size > self.settings.context * _BYTES_PER_TOKEN:
            raise self._too_long(f"it has {size:,} characters")
        prompt = self._encoder.encode(messages, thinking=thinking)
        if not prompt.ids:
            raise ModelError("A request is empty.")
        return prompt

    def _check_length(self, tokens: int, more: int) -> None:
        if tokens + more > self.settings.context:
            raise self._too_long(f"it needs {tokens:,} tokens and at least {more} for the reply")

    def _too_long(self, needs: str) -> PromptTooLongError:
        return PromptTooLongError(
            Said(
                "A prompt does not fit into the model's context: {needs}, and there are {context}.",
                needs=needs,
                context=f"{self.settings.context:,}",
            ),
            hint="Shorten the prompt or the input, or load the model with a longer context.",
        )


def _may_think(reasoning_cap: int | None) -> bool | None:
    """What a template is asked for: a thought, none, or what it does by itself."""
    return None if reasoning_cap is None else reasoning_cap > 0


def _check_contests(requests: Sequence[ChoiceRequest]) -> None:
    """One kind of contest in a group: what a group computes together depends on it."""
    kinds: dict[str, Contest] = {}
    for request in requests:
        if kinds.setdefault(request.group, request.contest) is not request.contest:
            raise ModelError(
                Said("The group “{group}” asks for two kinds of contest.", group=request.group), hint="Use two groups."
            )


def _by_group(groups: Sequence[str]) -> dict[str, list[int]]:
    """The places of each group's requests, the groups in the order in which they first appear."""
    places: dict[str, list[int]] = {}
    for place, group in enumerate(groups):
        places.setdefault(group, []).append(place)
    return places


def _in_order(places: Mapping[str, Sequence[int]], answers: Mapping[str, Sequence[_Answer]]) -> list[_Answer]:
    """The answers of all groups in the order of the requests."""
    found = {place: answer for group in places for place, answer in zip(places[group], answers[group], strict=True)}
    return [found[place] for place in range(len(found))]
