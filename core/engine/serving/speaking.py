"""From the product's replies to the JSON of the shared interface: whole, or one piece after the other."""

import base64
import time
import uuid
from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.engine.serving.asking import Call
from core.llm.base import FinishReason, HeardToken, Reply, SpellingModel, TokenLogprob

Spell = Callable[[Sequence[int]], tuple[str, ...]]


class Answer:
    """What is said to one question. All pieces of a stream carry the same name and time."""

    kind = ""
    piece_kind = ""
    prefix = ""

    def __init__(self, call: Call, model: str, spell: Spell) -> None:
        self._call = call
        self._spell = spell
        self._head: Final = {"id": f"{self.prefix}-{uuid.uuid4().hex}", "created": int(time.time()), "model": model}

    def whole(self, replies: Sequence[Reply]) -> dict[str, Any]:
        """All of it."""
        choices = [
            {
                "index": number,
                **self._said(number, reply),
                "finish_reason": _finish(reply),
                "logprobs": None if self._call.shown is None else self._logprobs(reply.logprobs),
            }
            for number, reply in enumerate(replies)
        ]
        return {**self._head, "object": self.kind, "choices": choices, "usage": self._usage(replies)}

    def begun(self, number: int) -> dict[str, Any] | None:
        """What comes before a reply's first piece; nothing where that is not said."""
        raise NotImplementedError

    def piece(self, number: int, heard: HeardToken) -> dict[str, Any] | None:
        """A token; nothing if it adds nothing that can be told yet."""
        raise NotImplementedError

    def ended(self, number: int, reply: Reply) -> dict[str, Any]:
        """The last piece of a reply."""
        raise NotImplementedError

    def counted(self, replies: Sequence[Reply]) -> dict[str, Any]:
        """The last piece of an answer, which says what it cost."""
        return {**self._head, "object": self.piece_kind, "choices": [], "usage": self._usage(replies)}

    def _said(self, number: int, reply: Reply) -> dict[str, Any]:
        raise NotImplementedError

    def _logprobs(self, tokens: Sequence[TokenLogprob]) -> dict[str, Any]:
        raise NotImplementedError

    def _piece(self, number: int, finish: str | None, **said: Any) -> dict[str, Any]:
        choice = {"index": number, **said, "finish_reason": finish}
        more = {"usage": None} if self._call.counted else {}
        return {**self._head, "object": self.piece_kind, "choices": [choice], **more}

    def _heard_logprobs(self, heard: HeardToken) -> dict[str, Any] | None:
        if self._call.shown is None:
            return None
        others = tuple((each.token, each.logprob) for each in heard.alternatives)
        return self._logprobs([TokenLogprob(heard.token, heard.logprob, others)])

    def _alternatives(self, each: TokenLogprob) -> list[tuple[str, float]]:
        """The likeliest tokens as text, with their log-probabilities."""
        shown = each.alternatives[: self._call.shown or 0]
        return list(zip(self._spell([token for token, _ in shown]), (value for _, value in shown), strict=True))

    def _usage(self, replies: Sequence[Reply]) -> dict[str, Any]:
        """What replies cost; a prompt with several is counted once."""
        first = replies[:: self._call.each]
        prompt = sum(reply.usage.prompt_tokens for reply in first)
        said = sum(reply.usage.completion_tokens for reply in replies)
        return {
            "prompt_tokens": prompt,
            "completion_tokens": said,
            "total_tokens": prompt + said,
            "prompt_tokens_details": {"cached_tokens": sum(reply.usage.shared_tokens for reply in first)},
        }


class ChatAnswer(Answer):
    """Of `/v1/chat/completions`."""

    kind = "chat.completion"
    piece_kind = "chat.completion.chunk"
    prefix = "chatcmpl"

    def begun(self, number: int) -> dict[str, Any]:
        """Whose turn it is."""
        return self._piece(number, None, delta={"role": "assistant", "content": ""})

    def piece(self, number: int, heard: HeardToken) -> dict[str, Any] | None:
        """A token, of the reply or of a thought."""
        logprobs = self._heard_logprobs(heard)
        if not heard.text and logprobs is None:
            return None
        delta = {"reasoning_content" if heard.thought else "content": heard.text}
        return self._piece(number, None, delta=delta, logprobs=logprobs)

    def ended(self, number: int, reply: Reply) -> dict[str, Any]:
        """Why it ended."""
        return self._piece(number, _finish(reply), delta={})

    def _said(self, number: int, reply: Reply) -> dict[str, Any]:
        del number
        thought = {"reasoning_content": reply.reasoning} if reply.reasoning else {}
        return {"message": {"role": "assistant", "content": reply.text, **thought}}

    def _logprobs(self, tokens: Sequence[TokenLogprob]) -> dict[str, Any]:
        return {"content": [self._token(each) for each in tokens], "refusal": None}

    def _token(self, each: TokenLogprob) -> dict[str, Any]:
        text = self._spell([each.token])[0]
        top = [_named(other, value) for other, value in self._alternatives(each)]
        return {**_named(text, each.logprob), "top_logprobs": top}


class TextAnswer(Answer):
    """Of `/v1/completions`."""

    kind = piece_kind = "text_completion"
    prefix = "cmpl"

    def __init__(self, call: Call, model: str, spell: Spell) -> None:
        super().__init__(call, model, spell)
        self._told = [0] * len(call.requests)

    def begun(self, number: int) -> dict[str, Any] | None:
        """The prompt, if it is wanted again."""
        return self._piece(number, None, text=self._call.echoed[number], logprobs=None) if self._call.echoed else None

    def piece(self, number: int, heard: HeardToken) -> dict[str, Any] | None:
        """A token of the text."""
        logprobs = self._heard_logprobs(heard)
        if not heard.text and logprobs is None:
            return None
        if logprobs is not None:
            logprobs["text_offset"] = [self._told[number]]
            self._told[number] += len(logprobs["tokens"][0])
        return self._piece(number, None, text=heard.text, logprobs=logprobs)

    def ended(self, number: int, reply: Reply) -> dict[str, Any]:
        """Why it ended."""
        return self._piece(number, _finish(reply), text="", logprobs=None)

    def _said(self, number: int, reply: Reply) -> dict[str, Any]:
        return {"text": (self._call.echoed[number] if self._call.echoed else "") + reply.text}

    def _logprobs(self, tokens: Sequence[TokenLogprob]) -> dict[str, Any]:
        texts = self._spell([each.token for each in tokens])
        return {
            "tokens": list(texts),
            "token_logprobs": [each.logprob for each in tokens],
            "top_logprobs": [dict(self._alternatives(each)) for each in tokens] if self._call.shown else None,
            "text_offset": [sum(map(len, texts[:place])) for place in range(len(texts))],
        }


class Speaker:
    """Says what one model has to say."""

    def __init__(self, name: str, model: object) -> None:
        self.name: Final = name
        self._spell: Spell = model.spell if isinstance(model, SpellingModel) else _unspelled

    def model(self) -> dict[str, Any]:
        """The model, in a list or alone."""
        return {"id": self.name, "object": "model", "owned_by": "whet", "created": 0}

    def models(self) -> dict[str, Any]:
        """The list of models: one."""
        return {"object": "list", "data": [self.model()]}

    def chat(self, call: Call) -> Answer:
        """The answer to a conversation."""
        return ChatAnswer(call, self.name, self._spell)

    def text(self, call: Call) -> Answer:
        """The answer to texts that are gone on with."""
        return TextAnswer(call, self.name, self._spell)

    def vectors(self, found: NDArray[np.float32], tokens: int, *, packed: bool) -> dict[str, Any]:
        """Vectors of texts; `packed`: as the bytes of 32-bit numbers, the way OpenAI's client asks for them."""
        data = [
            {"object": "embedding", "index": number, "embedding": _packed(vector) if packed else vector.tolist()}
            for number, vector in enumerate(found)
        ]
        usage = {"prompt_tokens": tokens, "total_tokens": tokens}
        return {"object": "list", "data": data, "model": self.name, "usage": usage}


def _unspelled(tokens: Sequence[int]) -> tuple[str, ...]:
    return ("",) * len(tokens)


def _packed(vector: NDArray[np.float32]) -> str:
    return base64.b64encode(vector.astype("<f4").tobytes()).decode()


def _named(text: str, logprob: float) -> dict[str, Any]:
    return {"token": text, "logprob": logprob, "bytes": list(text.encode())}


def _finish(reply: Reply) -> str:
    return "length" if reply.finish_reason is FinishReason.LENGTH else "stop"
