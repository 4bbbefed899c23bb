"""A reply as it grows: characters put together from tokens, stops, thoughts, the reason it ended."""

import codecs
from collections import deque
from collections.abc import Sequence

from core.domain.thinking import ThinkingFormat, unwrapped
from core.llm.base import FinishReason, Reply, Request, TokenLogprob, Usage
from core.llm.llama.thoughts import MARK_TOKENS, Closing, Does, ThoughtMark, marks_of


def most_tokens(request: Request, context: int) -> int:
    """Tokens that a reply may have: the answer's, those of its thoughts, and the marks around them."""
    if request.reasoning_cap is None:
        return context
    return min(context, request.max_tokens + request.reasoning_cap + MARK_TOKENS)


class GrowingReply:
    """Takes a reply's tokens one by one.

    `closing` gives the ids that end a thought by force; `opened` is the format of the thought in which the reply
    begins. Stops are looked for in the visible text only: a line break that ends an answer must not end a thought. The
    tokens of thoughts and of marks do not count against `max_tokens`. `stripped`: without the blank space before it.
    """

    def __init__(
        self,
        request: Request,
        *,
        stops: Sequence[str],
        formats: tuple[ThinkingFormat, ...] = (),
        opened: ThinkingFormat | None = None,
        closing: Closing,
        stripped: bool = False,
    ) -> None:
        self._request = request
        self._stops = tuple(stop.encode() for stop in (*request.stops, *stops) if stop)
        self._longest = max(map(len, self._stops), default=0)
        self._formats = formats
        self._marks = marks_of(formats)
        self._text = bytearray()
        self._thoughts: list[bytes] = []
        self._thought = bytearray()
        self._inside = opened
        self._blank = stripped
        self._closing = closing
        self._thought_tokens = 0
        self._answer_tokens = 0
        self._forced: deque[int] = deque()
        self.cut = b""
        self.tokens: list[int] = []
        self.logprobs: list[TokenLogprob] = []
        self.finish: FinishReason | None = None
        if opened is not None:
            self._check_cap(opened)

    @property
    def so_far(self) -> str:
        """The visible text up to now; its last characters may still turn out to be the beginning of a mark."""
        return self._text.decode("utf-8", "ignore")

    @property
    def thinking(self) -> bool:
        """Whether the next token belongs to a thought."""
        return self._inside is not None

    @property
    def forced(self) -> int | None:
        """The token that must come next, if a thought is being closed by force."""
        return self._forced[0] if self._forced else None

    @property
    def pending(self) -> bool:
        """Whether the text ends in what may be the beginning of a mark or a stop."""
        return self.finish is None and (self._marks.begun(self._text) > 0 or self._begins_stop())

    def closed_by(self, piece: bytes) -> bool:
        """Whether this token ends a thought, although it ends a turn elsewhere."""
        return self._inside is not None and any(piece == mark.encode() for mark in self._inside.closes)

    def close_thought(self) -> bool:
        """Close the thought by force, if there is one that may be closed so; whether there is."""
        if self._inside is None or self._request.reasoning_cap is None:
            return False
        self._forced.extend(self._closing(self._inside))
        return bool(self._forced)

    def end(self) -> None:
        """The model ended its turn."""
        self.finish = FinishReason.STOP

    def take(self, token: int, piece: bytes, *, room: int) -> None:
        """Add a token that stands for `piece`. `room` is how many more tokens the context holds. `cut` is then what it
        took back of the visible text: a mark or a stop, and what followed it."""
        self.tokens.append(token)
        self.cut = b""
        counted = not self._forced and self._inside is None
        if self._forced:
            self._forced.popleft()
        self._answer_tokens += counted
        if self._inside is not None:
            self._think(piece)
        else:
            self._say(piece)
        if self.finish is None and (self._is_long(counted=counted) or room <= 0):
            self.finish = FinishReason.LENGTH

    def _is_long(self, *, counted: bool) -> bool:
        if self._request.reasoning_cap is not None:
            most = self._request.max_tokens + self._request.reasoning_cap + MARK_TOKENS
            if len(self.tokens) >= most:
                return True
        if not counted or self._inside is not None or self._answer_tokens < self._request.max_tokens:
            return False
        return not 0 < len(self._text.lstrip()) == self._marks.begun(self._text)  # a mark may be on its way

    def _think(self, piece: bytes) -> None:
        assert self._inside is not None
        before = len(self._thought)
        self._thought += piece
        self._thought_tokens += 1
        closed = self._marks.close(self._inside, self._thought, before)
        if closed is None:
            self._check_cap(self._inside)
            return
        said = bytes(self._thought[closed[1] :])
        self._thoughts.append(bytes(self._thought[: closed[0]]))
        self._thought.clear()
        self._inside, self._blank = None, True
        if said:
            self._say(said)

    def _check_cap(self, form: ThinkingFormat) -> None:
        cap = self._request.reasoning_cap
        if cap is not None and self._thought_tokens >= cap and not self._forced:
            self._forced.extend(self._closing(form))

    def _say(self, piece: bytes) -> None:
        if self._blank:  # the line breaks after a thought are not the answer, and no stop
            piece = piece.lstrip()
            self._blank = not piece
        before = len(self._text)
        self._text += piece
        stop = self._stop_from(max(0, before - self._longest))
        mark = self._marks.find(self._text, max(0, before - self._marks.longest))
        if mark is not None and not (0 <= stop < mark.start):
            self._heed(mark)
        elif stop >= 0:
            self._cut_at(stop)
            self.finish = FinishReason.STOP
        elif self._request.ending is not None and piece and self._request.ending.ended(_decoded(self._text)):
            self.finish = FinishReason.STOP

    def _heed(self, mark: ThoughtMark) -> None:
        """Do what a mark in the text says."""
        rest = bytes(self._text[mark.end :])
        if mark.does is Does.CLOSES:  # all so far was a thought that nobody opened
            self._thoughts.append(bytes(self._text[: mark.start]))
            self._cut_at(0)
        else:
            self._cut_at(mark.start)
        if mark.does is Does.ENDS:
            self.finish = FinishReason.STOP
            return
        if not self._text.strip():
            self._text.clear()
            self._blank, self._answer_tokens = True, 0
        if mark.does is Does.OPENS:
            self._inside = mark.form
            self._think(rest)
        elif rest:
            self._say(rest)

    def _cut_at(self, place: int) -> None:
        self.cut = bytes(self._text[place:])
        del self._text[place:]

    def _stop_from(self, start: int) -> int:
        found = [at for at in (self._text.find(stop, start) for stop in self._stops) if at >= 0]
        return min(found, default=-1)

    def _begins_stop(self) -> bool:
        tail = bytes(self._text[-self._longest :]) if self._longest else b""
        return any(stop.startswith(tail[-size:]) for size in range(1, len(tail) + 1) for stop in self._stops)

    def reply(self, prompt_tokens: int, shared_tokens: int) -> Reply:
        """The finished reply. A character cut off at the end is left out; bytes that are no character become U+FFFD."""
        thoughts = [_decoded(thought).strip() for thought in (*self._thoughts, bytes(self._thought))]
        text = _decoded(self._text)
        return Reply(
            text=unwrapped(text, self._formats) if self._thoughts else text,
            reasoning="\n\n".join(filter(None, thoughts)),
            token_ids=tuple(self.tokens),
            logprobs=tuple(self.logprobs),
            finish_reason=self.finish or FinishReason.STOP,
            usage=Usage(prompt_tokens, len(self.tokens), shared_tokens),
        )


def _decoded(data: bytes | bytearray) -> str:
    return codecs.getincrementaldecoder("utf-8")("replace").decode(bytes(data), final=False)
