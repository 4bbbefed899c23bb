"""What a conversation becomes, in tokens: llama-server says it; elsewhere it is estimated, and said to be."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from core.llm.base import ChatMessage, RenderedPrompt
from core.llm.remote.member import Member
from core.llm.remote.pool import Pool, PoolQuestion
from core.llm.remote.replies import estimate
from core.llm.remote.served import QuestionShape, Served, ServerDialect
from core.llm.remote.spoken import Pieces, StreamedPiece, Templated, encode, plain, read, turns

UNKNOWN: Final = -1
"""In place of a token's id, where a server does not say it: such tokens are an estimate."""

_TAIL: Final = 64
"""Characters of a prompt's end by which it is decided how a reply's first token begins."""

_REMEMBERED: Final = 8192

K = TypeVar("K")
V = TypeVar("V")


class Words:
    """Counts, renders and tokenizes by the servers of a pool. What was asked once is remembered."""

    def __init__(self, pool: Pool, served: Served) -> None:
        self._pool = pool
        self._served = served
        self._prompts: dict[tuple[ChatMessage, ...], tuple[str, tuple[StreamedPiece, ...]]] = {}
        self._counts: dict[str, int] = {}
        self._choices: dict[tuple[str, str], tuple[int, ...]] = {}
        self.too_long: set[tuple[ChatMessage, ...]] = set()

    async def count(self, text: str) -> int:
        """Tokens of a text."""
        if not self._served.counted:
            return estimate(text)
        if text not in self._counts:
            _make_room(self._counts)
            self._counts[text] = len(await self._tokenize(text, special=False))
        return self._counts[text]

    async def rendered(self, messages: Sequence[ChatMessage]) -> RenderedPrompt:
        """The tokens of a conversation; ids are `UNKNOWN` where their number is an estimate."""
        if self._served.counted:
            _, tokens = await self.prompt(messages)
            return RenderedPrompt(tuple(each.id for each in tokens), tuple(map(_text, tokens)))
        chat = self._served.shape != QuestionShape.TEXT
        text = "\n\n".join(turn.text for turn in messages) if chat else plain(messages)
        count = estimate(text) + 4 * len(messages)
        if tuple(messages) in self.too_long:  # the server knows better
            count = max(count, self._served.context + 1)
        size = max(1, -(-len(text) // count)) if count else 1
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        return RenderedPrompt((UNKNOWN,) * count, tuple(pieces + [""] * (count - len(pieces))))

    async def prompt(self, messages: Sequence[ChatMessage]) -> tuple[str, tuple[StreamedPiece, ...]]:
        """A conversation as the text, and the tokens, that the server makes of it."""
        key = tuple(messages)
        if key not in self._prompts:
            _make_room(self._prompts)
            text = await self._templated(key)
            self._prompts[key] = text, await self._tokenize(text, special=True)
        return self._prompts[key]

    async def choice(self, prompt: str, label: str) -> tuple[int, ...]:
        """The tokens of a label as they follow a prompt."""
        key = prompt[-_TAIL:], f" {label}" if self._served.shape == QuestionShape.TEXT else label
        if key not in self._choices:
            _make_room(self._choices)
            before = [each.id for each in await self._tokenize(key[0], special=False)]
            joined = [each.id for each in await self._tokenize(key[0] + key[1], special=False)]
            if joined[: len(before)] != before:
                before, joined = [], [each.id for each in await self._tokenize(key[1], special=False)]
            self._choices[key] = tuple(joined[len(before) :])
        return self._choices[key]

    async def _templated(self, messages: tuple[ChatMessage, ...]) -> str:
        if self._served.shape == QuestionShape.TEXT:
            return plain(messages)
        body = {"messages": turns(messages), "chat_template_kwargs": {"enable_thinking": False}}
        return read(await self._post("//apply-template", body), Templated).prompt

    async def _tokenize(self, text: str, *, special: bool) -> tuple[StreamedPiece, ...]:
        """`special`: a whole prompt, which begins as the model wants it."""
        if self._served.dialect != ServerDialect.LLAMA_CPP:
            raise AssertionError("only llama-server says its tokens")
        body = {"content": text, "add_special": special, "parse_special": True, "with_pieces": True}
        return tuple(read(await self._post("//tokenize", body), Pieces).tokens)

    async def _post(self, path: str, body: Mapping[str, object]) -> bytes:
        async def ask(member: Member, seconds: float) -> bytes:
            return await member.wire.post(path, encode(body), seconds)

        return await self._pool.ask(PoolQuestion(ask))


def _text(piece: StreamedPiece) -> str:
    return (
        piece.piece
        if isinstance(piece.piece, str)
        else bytes(each & 255 for each in piece.piece).decode("utf-8", "replace")
    )


def _make_room(known: dict[K, V]) -> None:
    if len(known) >= _REMEMBERED:
        known.clear()
