"""Replies held to a grammar or a JSON schema, by the real llama.cpp."""

import json
import re
from collections import Counter

import numpy as np
import pytest

from core.errors import ModelError
from core.llm.base import FinishReason, Request, user
from core.llm.llama.grammar import Grammar, all_tokens, grammar_of
from core.llm.llama.model import LlamaModel

DIGITS = "root ::= [0-9] [0-9] [0-9]"
LIST = """
root ::= "(" item ("," item)* ")"
item ::= [a-z]{2,4}
"""
SCHEMA = {
    "type": "object",
    "properties": {"label": {"enum": ["good", "bad"]}, "why": {"type": "string", "maxLength": 12}},
    "required": ["label", "why"],
    "additionalProperties": False,
}


def ask(text: str, **how: object) -> Request:
    return Request(user(text), **{"max_tokens": 48, **how})  # type: ignore[arg-type]


def test_that_a_reply_follows_its_grammar(model: LlamaModel) -> None:
    assert model.capabilities.grammar
    replies = model.complete([ask(f"Say something, {i}.", grammar=DIGITS, temperature=1.0, seed=i) for i in range(8)])
    assert all(re.fullmatch(r"\d{3}", reply.text) and reply.finish_reason is FinishReason.STOP for reply in replies)
    (listed,) = model.complete([ask("List words.", grammar=LIST, temperature=1.0, seed=3)])
    assert re.fullmatch(r"\([a-z]{2,4}(,[a-z]{2,4})*\)?", listed.text) or listed.finish_reason is FinishReason.LENGTH


def test_that_a_reply_follows_its_schema(model: LlamaModel) -> None:
    replies = model.complete(
        [ask("Judge it.", json_schema=json.dumps(SCHEMA), temperature=0.8, seed=i, max_tokens=200) for i in range(6)]
    )
    for reply in replies:
        assert reply.finish_reason is FinishReason.STOP
        value = json.loads(reply.text)
        assert set(value) == {"label", "why"}
        assert value["label"] in {"good", "bad"}


def test_that_requests_with_and_without_a_grammar_stand_side_by_side(model: LlamaModel) -> None:
    free = ask("What is the last letter of the word window?")
    alone = model.complete([free, free])[0]
    mixed = model.complete([free, ask("Number?", grammar=DIGITS)])
    assert mixed[0].text == alone.text
    assert mixed[1].text.isdigit()


def test_that_the_same_seed_gives_the_same_reply(model: LlamaModel) -> None:
    requests = [ask("Say something.", grammar=LIST, temperature=1.2, seed=i) for i in range(4)]
    assert model.complete(requests) == model.complete(requests)


def test_that_choosing_again_keeps_the_distribution(model: LlamaModel) -> None:
    """A token is chosen freely and only what is refused is chosen again: the shares must be those of the masked row."""
    vocabulary = model._vocabulary
    letters = {text: vocabulary.tokenize(text)[0] for text in ("a", "b", "c")}
    rng = np.random.default_rng(5)
    row = np.full(vocabulary.size, -30.0, dtype=np.float32)
    row[[*letters.values()]] = np.log([0.5, 0.3, 0.2])
    grammar = Grammar(vocabulary.handle, all_tokens(vocabulary.size), 'root ::= "a" | "b"')
    masked = grammar.masked(row)
    assert masked is not None
    weights = np.exp(masked - masked.max())
    assert np.flatnonzero(weights > 1e-6).tolist() == sorted(letters[x] for x in "ab")
    counts: Counter[bool] = Counter()
    for _ in range(4000):
        free = rng.choice(3, p=[0.5, 0.3, 0.2])
        token = [*letters.values()][free]
        if not grammar.allows(token):
            token = int(rng.choice(len(weights), p=weights / weights.sum()))
        counts[token == letters["a"]] += 1
    grammar.close()
    grammar.close()
    assert abs(counts[True] / 4000 - 0.625) < 0.03


@pytest.mark.parametrize(
    "grammar",
    ['no rule', 'root ::= other', 'root ::= root "a" | "a"', 'start ::= "a"', 'root ::= "', 'root ::= [a-',
     "root ::= " + "(" * 5000 + '"a"' + ")" * 5000, 'root ::= "a"' + "\0", 'root ::= "' + "a" * 200_000 + '"',
     'root ::= "a"{1,1000000000}'],
    ids=["no rule", "unknown", "left recursion", "no root", "open text", "open set", "deep", "nul", "long", "many"],
)  # fmt: skip
def test_that_a_bad_grammar_is_a_sentence_and_the_model_goes_on(model: LlamaModel, grammar: str) -> None:
    with pytest.raises(ModelError, match="grammar"):
        model.complete([ask("x", grammar=grammar)])
    assert model.complete([ask("x")])


@pytest.mark.parametrize(
    "schema",
    ["no JSON", "[1]", "3", '{"type": "nonsense"}', '{"$ref": "https://example.invalid/schema.json"}',
     '{"$ref": "#/missing"}', "[" * 100_000],
)  # fmt: skip
def test_that_a_bad_schema_is_a_sentence(model: LlamaModel, schema: str) -> None:
    with pytest.raises(ModelError, match=r"schema|grammar"):
        model.complete([ask("x", json_schema=schema)])


def test_that_both_at_once_are_refused() -> None:
    with pytest.raises(ModelError, match="a grammar and a JSON schema"):
        grammar_of(ask("x", grammar=DIGITS, json_schema="{}"))
