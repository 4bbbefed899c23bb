"""A reply as it grows: characters put together from tokens, stops, the thinking block, the reason it ended."""

import codecs
from collections import deque
from collections.abc import Sequence

from core.llm.base import FinishReason, Reply, Request, TokenLogprob, Usage
from core.llm.llama.template import THINK_CLOSE, THINK_OPEN

_OPEN, _CLOSE = THINK_OPEN.encode(), THINK_CLOSE.encode()


class GrowingReply:
    """Takes a reply's tokens one by one.

    `closing` are the ids that end a thinking block by force. Stops are looked for in the visible text only: a line
    break that ends an answer must not end a thought.
    """

    def __init__(self, request: Request, *, stops: Sequence[str], thinking: bool, closing: Sequence[int]) -> None:
        self._request = request
        self._stops = tuple(stop.encode() for stop in (*request.stops, *stops) if stop)
        self._longest = max(map(len, self._stops), default=0)
        self._text = bytearray()
        self._thought = bytearray()
        self._thinking = thinking
        self._may_open = not thinking
        self._after_thought = False
        self._closing = tuple(closing)
        self._thought_tokens = 0
        self._forced: deque[int] = deque()
        self.tokens: list[int] = []
        self.logprobs: list[TokenLogprob] = []
        self.finish: FinishReason | None = None

    @property
    def thinking(self) -> bool:
        """Whether the next token belongs to a thought."""
        return self._thinking

    @property
    def forced(self) -> int | None:
        """The token that must come next, if the thinking block is being closed by force."""
        return self._forced[0] if self._forced else None

    def end(self) -> None:
        """The model ended its turn."""
        self.finish = FinishReason.STOP

    def take(self, token: int, piece: bytes, *, room: int) -> None:
        """Add a token that stands for `piece`. `room` is how many more tokens the context holds."""
        self.tokens.append(token)
        if self._forced:
            self._forced.popleft()
        if self._thinking:
            self._think(piece)
        else:
            self._say(piece)
        if self.finish is None and (len(self.tokens) >= self._request.max_tokens or room <= 0):
            self.finish = FinishReason.LENGTH

    def _think(self, piece: bytes) -> None:
        self._thought += piece
        self._thought_tokens += 1
        thought, closed, said = bytes(self._thought).partition(_CLOSE)
        if closed:
            self._thinking, self._after_thought = False, True
            self._thought = bytearray(thought)
            self._say(said)
            return
        cap = self._request.reasoning_cap
        if cap is not None and self._thought_tokens >= cap and not self._forced:
            self._forced.extend(self._closing)

    def _say(self, piece: bytes) -> None:
        if self._after_thought:  # the line breaks after a thought are not the answer, and no stop
            piece = piece.lstrip()
            self._after_thought = not piece
        before = len(self._text)
        self._text += piece
        if self._may_open and self._opens():
            return
        start = max(0, before - self._longest)
        found = [at for at in (self._text.find(stop, start) for stop in self._stops) if at >= 0]
        if found:
            self._text = self._text[: min(found)]
            self.finish = FinishReason.STOP
        elif self._request.ending is not None and piece and self._request.ending.ended(_decoded(self._text)):
            self.finish = FinishReason.STOP

    def _opens(self) -> bool:
        """Whether the text begins, or may yet turn out to begin, with a thinking block."""
        begun = bytes(self._text.lstrip())
        if begun.startswith(_OPEN):
            self._text.clear()
            self._thinking, self._may_open = True, False
            self._think(begun[len(_OPEN) :])
            return True
        self._may_open = _OPEN.startswith(begun)
        return False

    def reply(self, prompt_tokens: int, shared_tokens: int) -> Reply:
        """The finished reply. A character cut off at the end is left out; bytes that are no character become U+FFFD."""
        return Reply(
            text=_decoded(self._text),
            reasoning=_decoded(self._thought).strip(),
            token_ids=tuple(self.tokens),
            logprobs=tuple(self.logprobs),
            finish_reason=self.finish or FinishReason.STOP,
            usage=Usage(prompt_tokens, len(self.tokens), shared_tokens),
        )


def _decoded(data: bytearray) -> str:
    return codecs.getincrementaldecoder("utf-8")("replace").decode(bytes(data), final=False)
