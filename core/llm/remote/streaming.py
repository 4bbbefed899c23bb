"""A reply that is heard while it is written: server-sent events, one piece of text at a time."""

from collections.abc import Sequence
from typing import Final

import msgspec

from core import nested
from core.domain.served import Served
from core.errors import ModelError
from core.llm.base import Alternative, HeardToken, Hearing, Reply, Request
from core.llm.remote.asking import check_name
from core.llm.remote.failures import UnansweredError
from core.llm.remote.member import Member
from core.llm.remote.pool import Pool, PoolQuestion
from core.llm.remote.replies import Spelling, ordered, reply_of
from core.llm.remote.served import QuestionShape
from core.llm.remote.spoken import Completion, Counted, Logprobs, ReplyChoice, SpokenMessage, Token, encode, question

_DATA: Final = "data:"
_DONE: Final = "[DONE]"


class _Stream:
    """The pieces of one reply, and what they add up to."""

    def __init__(self, hear: Hearing, spelling: Spelling) -> None:
        self._hear = hear
        self._spelling = spelling
        self._text: list[str] = []
        self._thought: list[str] = []
        self._tokens: list[Token] = []
        self._usage: Counted | None = None
        self._finish: str | None = None
        self.heard = False

    def check_whole(self) -> None:
        """Raise `UnansweredError` unless the server said why the reply ended."""
        if self._finish is None:
            raise UnansweredError("the reply broke off")

    def take(self, piece: Completion) -> None:
        """Hear one piece."""
        self._usage = piece.usage or self._usage
        for choice in piece.choices[:1]:
            self._finish = choice.finish_reason or self._finish
            text = choice.text if any(self._text) else (choice.text or "").lstrip()  # as `reply_of` takes whole ones
            said = choice.delta or SpokenMessage(text)
            tokens = choice.logprobs.listed if choice.logprobs else []
            self._tokens += tokens
            thought = said.reasoning_content or said.reasoning or ""
            self._thought.append(thought)
            self._text.append(said.content or "")
            if thought or said.content:
                self._tell(thought or said.content or "", tokens, thought=bool(thought))

    def reply(self, request: Request) -> Reply:
        """All of it."""
        said = SpokenMessage("".join(self._text), "".join(self._thought) or None)
        choice = ReplyChoice(message=said, finish_reason=self._finish, logprobs=Logprobs(self._tokens))
        return reply_of(request, Completion([choice], usage=self._usage), self._spelling)

    def _tell(self, text: str, tokens: Sequence[Token], *, thought: bool) -> None:
        self.heard = True
        if "".join(token.token for token in tokens) != text:  # not one piece per token: it is told as it came
            self._hear(HeardToken(self._spelling.id_of(text), text, 0.0, thought))
            return
        for token in tokens:
            others = tuple(
                Alternative(self._spelling.id_of(other.token), other.token, other.logprob)
                for other in ordered(token.top_logprobs)
            )
            self._hear(HeardToken(self._spelling.id_of(token.token), token.token, token.logprob, thought, others))


async def stream(pool: Pool, served: Served, request: Request, hear: Hearing, spelling: Spelling) -> Reply:
    """The reply, after `hear` was called with its pieces. Asked again only as long as nothing was heard."""
    body = {**question(request, served), "stream": True, "stream_options": {"include_usage": True}}
    path = "/chat/completions" if served.shape == QuestionShape.CHAT else "/completions"

    async def ask(member: Member, seconds: float) -> Reply:
        sent = {**body, "model": member.at.model} if member.at.model else body
        pieces = _Stream(hear, spelling)
        try:
            async for line in member.wire.lines(path, encode(sent), seconds):
                piece = _piece(line)
                if piece is not None:
                    check_name(member, piece.model)
                    pieces.take(piece)
            pieces.check_whole()
        except UnansweredError as error:
            if pieces.heard:
                raise ModelError(f"{member.at.origin} broke off in the middle of a reply: {error.reason}.") from error
            raise
        return pieces.reply(request)

    return await pool.ask(PoolQuestion(ask, request.max_tokens))


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
        raise UnansweredError(f"it sent something that is no piece of a reply ({error})") from error
