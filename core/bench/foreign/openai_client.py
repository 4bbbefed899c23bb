"""Asks a server with OpenAI's own client, and says what it makes of the answers; run by any Python that has it.

Reads `{"address", "token", "model"}` and writes one JSON object: what each call gave, or the error that it raised.
"""

import importlib
import json
import sys
from collections.abc import Callable
from typing import Any

_ASKED = [{"role": "user", "content": "Is the message negative or positive?\nMessage: I love it."}]
_SCHEMA = {
    "type": "object",
    "properties": {"label": {"enum": ["negative", "positive"]}},
    "required": ["label"],
    "additionalProperties": False,
}


def _chat(client: Any, model: str, **more: Any) -> Any:
    return client.chat.completions.create(model=model, messages=_ASKED, max_tokens=40, temperature=0, **more)


def whole(client: Any, model: str) -> object:
    """A reply, with what it cost and its tokens."""
    answer = _chat(client, model, logprobs=True, top_logprobs=2)
    choice = answer.choices[0]
    tokens = choice.logprobs.content
    return {
        "text": choice.message.content,
        "finish": choice.finish_reason,
        "usage": answer.usage.total_tokens - answer.usage.prompt_tokens - answer.usage.completion_tokens,
        "tokens": "".join(token.token for token in tokens),
        "alternatives": sorted({len(token.top_logprobs) for token in tokens}),
    }


def streamed(client: Any, model: str) -> object:
    """The same reply in pieces."""
    pieces = list(_chat(client, model, stream=True, stream_options={"include_usage": True}))
    choices = [piece.choices[0] for piece in pieces if piece.choices]
    return {
        "text": "".join(choice.delta.content or "" for choice in choices),
        "finish": choices[-1].finish_reason,
        "names": len({piece.id for piece in pieces}),
        "usage": [piece.usage.completion_tokens > 0 for piece in pieces if piece.usage is not None],
    }


def several(client: Any, model: str) -> object:
    """Drawn replies, by seed."""
    drawn = [
        [
            choice.message.content
            for choice in client.chat.completions.create(
                model=model, messages=_ASKED, max_tokens=8, temperature=1.5, seed=seed, n=3
            ).choices
        ]
        for seed in (1, 1, 2)
    ]
    return {"again": drawn[0] == drawn[1], "replies": len(drawn[0])}


def held(client: Any, model: str) -> object:
    """Replies that are held to a schema, and to a grammar of llama.cpp's."""
    form = {"type": "json_schema", "json_schema": {"name": "answer", "strict": True, "schema": _SCHEMA}}
    by_schema = _chat(client, model, response_format=form).choices[0].message.content
    grammar = _chat(client, model, extra_body={"grammar": 'root ::= "left" | "right"'}).choices[0].message.content
    return {"schema": json.loads(by_schema), "grammar": grammar}


def stopped(client: Any, model: str) -> object:
    """A reply with a stop in it."""
    text = _chat(client, model).choices[0].message.content
    return {"text": text, "stop": text[2:4], "cut": _chat(client, model, stop=[text[2:4]]).choices[0].message.content}


def text(client: Any, model: str) -> object:
    """A text that is gone on with, twice, with its tokens."""
    prompts = ["One, two, three,", "The capital of France is"]
    answer = client.completions.create(model=model, prompt=prompts, max_tokens=6, temperature=0, logprobs=2)
    shown = answer.choices[0].logprobs
    pieces = client.completions.create(model=model, prompt=prompts[0], max_tokens=6, temperature=0, stream=True)
    return {
        "texts": [choice.text for choice in answer.choices],
        "tokens": "".join(shown.tokens),
        "alternatives": sorted({len(top) for top in shown.top_logprobs}),
        "streamed": "".join(piece.choices[0].text for piece in pieces if piece.choices),
    }


def vectors(client: Any, model: str) -> object:
    """Vectors as the client asks for them by itself, and as numbers."""
    packed = client.embeddings.create(model=model, input=["a cat", "a dog"])
    plain = client.embeddings.create(model=model, input=["a cat", "a dog"], encoding_format="float")
    rows = [each.embedding for each in packed.data], [each.embedding for each in plain.data]
    far = max(abs(a - b) for one, other in zip(*rows, strict=True) for a, b in zip(one, other, strict=True))
    return {"count": len(rows[0]), "size": len(rows[0][0]), "far": far}


def models(client: Any, model: str) -> object:
    """The list of models, and one of them."""
    listed = [each.id for each in client.models.list()]
    return {"listed": listed, "one": client.models.retrieve(model).id}


def refusals(client: Any, model: str) -> object:
    """How the client names what is refused."""
    asked: dict[str, Callable[[], object]] = {
        "too long": lambda: client.completions.create(model=model, prompt="word " * 5000),
        "no question": lambda: client.chat.completions.create(model=model, messages=[]),
        "another key": client.with_options(api_key="another").models.list,
        "another model": lambda: client.models.retrieve("another"),
    }
    return {name: _refused(ask) for name, ask in asked.items()}


def _refused(ask: Callable[[], object]) -> list[str | None]:
    try:
        ask()
    except Exception as error:  # its class and code are what is looked at
        return [type(error).__name__, getattr(error, "code", None)]
    return ["nothing", None]


_CALLS = (whole, streamed, several, held, stopped, text, vectors, models, refusals)


def main() -> None:
    """Answer what stands on stdin."""
    asked = json.load(sys.stdin)
    openai = importlib.import_module("openai")
    client = openai.OpenAI(base_url=asked["address"], api_key=asked["token"], max_retries=0, timeout=300)
    found: dict[str, object] = {}
    for call in _CALLS:
        try:
            found[call.__name__] = call(client, asked["model"])
        except Exception as error:  # whatever the client raises is its answer
            found[call.__name__] = {"error": f"{type(error).__name__}: {error}"[:300]}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
