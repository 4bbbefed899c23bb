"""A reply that is heard while it is written: server-sent events, one piece of text at a time.

A person hears it (`stream`), or a `ReplyEnding` that says when nothing more is needed (`until`): then the connection
is closed, by which servers notice that nobody waits for the rest.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from typing import Final

import msgspec

from core import nested
from core.domain import thinking
from core.domain.served import Served
from core.errors import ModelError
from core.llm.base import Alternative, HeardToken, Hearing, Reply, ReplyEnding, Request
from core.llm.remote.asking import Fetch, check_name
from core.llm.remote.failures import UnansweredError
from core.llm.remote.member import Member
from core.llm.remote.pool import Pool, PoolQuestion
from core.llm.remote.replies import Spelling, ordered, reply_of
from core.llm.remote.served import ServerDialect
from core.llm.remote.spoken import (
    Completion,
    Counted,
    Logprobs,
    ReplyChoice,
    SpokenMessage,
    Token,
    encode,
    path_of,
    question,
)
from core.said import Said

_DATA: Final = "data:"
_DONE: Final = "[DONE]"
_ENDS: Final = re.compile(r"\s+|[。！？]")
"""Where a reply might be cut: after words, and after sentences of languages that put no spaces between them."""


class _Pieces:
    """The pieces of one reply, and what they add up to."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._thought: list[str] = []
        self._tokens: list[Token] = []
        self._usage: Counted | None = None
        self._finish: str | None = None
        self._model = ""

    def check_whole(self) -> None:
        """Raise `UnansweredError` unless the server said why the reply ended."""
        if self._finish is None:
            raise UnansweredError("the reply broke off")

    def take(self, piece: Completion) -> tuple[str, str, Sequence[Token]]:
        """Add a piece: what it thinks, what it says, and its tokens."""
        self._usage = piece.usage or (piece.timings.counted if piece.timings else self._usage)
        self._model = self._model or piece.model
        for choice in piece.choices[:1]:
            self._finish = choice.finish_reason or self._finish
            text = choice.text if any(self._text) else (choice.text or "").lstrip()  # as `reply_of` takes whole ones
            said = choice.delta or SpokenMessage(text)
            tokens = choice.logprobs.listed if choice.logprobs else []
            self._tokens += tokens
            thought = said.reasoning_content or said.reasoning or ""
            self._thought.append(thought)
            self._text.append(said.content or "")
            return thought, said.content or "", tokens
        return "", "", ()

    def end_where(self, ending: ReplyEnding) -> bool:
        """Whether nothing more is needed; the reply is then whole."""
        text = "".join(self._text)
        if text and ending.ended(thinking.split(text).answer):
            self._finish = "stop"
        return self._finish is not None

    def whole(self) -> Completion:
        """All of it, as if it had come at once."""
        said = SpokenMessage("".join(self._text), "".join(self._thought) or None)
        logprobs = Logprobs(self._tokens) if self._tokens else None
        choice = ReplyChoice(message=said, finish_reason=self._finish, logprobs=logprobs)
        return Completion([choice], self._model, self._usage)


class _Heard:
    """Tells a person the pieces of a reply as they come."""

    def __init__(self, hear: Hearing, spelling: Spelling) -> None:
        self._hear = hear
        self._spelling = spelling
        self.any = False

    def tell(self, thought: str, said: str, tokens: Sequence[Token]) -> None:
        """One more piece."""
        text = thought or said
        if not text:
            return
        self.any = True
        if "".join(token.token for token in tokens) != text:  # not one piece per token: it is told as it came
            self._hear(HeardToken(self._spelling.id_of(text), text, 0.0, bool(thought)))
            return
        for token in tokens:
            others = tuple(
                Alternative(self._spelling.id_of(other.token), other.token, other.logprob)
                for other in ordered(token.top_logprobs)
            )
            id_ = self._spelling.id_of(token.token)
            self._hear(HeardToken(id_, token.token, token.logprob, bool(thought), others))


async def stream(pool: Pool, served: Served, request: Request, hear: Hearing, spelling: Spelling) -> Reply:
    """The reply, after `hear` was called with its pieces. Asked again only as long as nothing was heard."""
    body = question(request, served)

    async def ask(member: Member, seconds: float) -> Reply:
        sent = member.named_in(body)
        pieces, heard = _Pieces(), _Heard(hear, spelling)
        try:
            await _listen(member, path_of(served), _streaming(sent, served), seconds, pieces, heard)
        except UnansweredError as error:
            if heard.any:
                raise ModelError(
                    Said(
                        "{origin} broke off in the middle of a reply: {reason}.",
                        origin=member.at.origin,
                        reason=error.reason,
                    )
                ) from error
            raise
        return reply_of(request, pieces.whole(), spelling)

    return await pool.ask(PoolQuestion(ask, request.max_tokens))


def until(ending: ReplyEnding, served: Served) -> Fetch:
    """Asks for a reply in pieces and takes those that are needed; what comes of them is an answer like any other."""

    async def fetch(member: Member, path: str, sent: Mapping[str, object], seconds: float) -> bytes:
        pieces = _Pieces()
        await _listen(member, path, _streaming(sent, served), seconds, pieces, ending=ending)
        return encode(pieces.whole())

    return fetch


async def _listen(
    member: Member,
    path: str,
    sent: Mapping[str, object],
    seconds: float,
    pieces: _Pieces,
    heard: _Heard | None = None,
    ending: ReplyEnding | None = None,
) -> None:
    """Take pieces until the reply ends."""
    async with aclosing(member.wire.lines(path, encode(sent), seconds)) as lines:
        async for line in lines:
            piece = _piece(line)
            if piece is None:
                continue
            check_name(member, piece.model)
            taken = pieces.take(piece)
            if heard is not None:
                heard.tell(*taken)
            if ending is not None and pieces.end_where(ending):
                break
    pieces.check_whole()


def _streaming(sent: Mapping[str, object], served: Served) -> dict[str, object]:
    """A question whose reply is to come in pieces, with the tokens so far where a server says them."""
    options = {
        "include_usage": True,
        **({"continuous_usage_stats": True} if served.dialect == ServerDialect.VLLM else {}),
    }
    timed = {"timings_per_token": True} if served.dialect == ServerDialect.LLAMA_CPP else {}
    return {**sent, "stream": True, "stream_options": options, **timed}


def cut(text: str, ending: ReplyEnding) -> str:
    """The beginning of a reply after which nothing more was needed; of a server that does not send pieces."""
    for end in _ENDS.finditer(text):
        if ending.ended(text[: end.end()]):
            return text[: end.end()]
    return text


def _piece(line: str) -> Completion | None:
    """What a line carries; nothing for the lines between, and the last."""
    if not line.startswith(_DATA):
        return None
    data = line.removeprefix(_DATA).strip()
    if data == _DONE or not data:
        return None
    try:
        return nested.decode(data, type=Completion)
    except msgspec.DecodeError as error:
        raise UnansweredError(Said("it sent something that is no piece of a reply ({error})", error=error)) from error
