"""Schemas and grammars of a line that would be gigabytes, or hours, are refused before they are written out."""

import json
from typing import Any

import pytest

from core.errors import ModelError
from core.llm.llama.grammar import _check
from core.llm.llama.schemas import to_gbnf

TOO_MUCH: dict[str, dict[str, Any]] = {
    "a long text": {"type": "string", "minLength": 10**9},
    "a long text, as a fraction": {"type": "string", "maxLength": 1e12},
    "a long list, deep inside": {"type": "object", "properties": {"a": {"items": {}, "minItems": 10**7}}},
    "a pattern": {"type": "string", "pattern": "^a{1000000000}$"},
    "a pattern with two numbers": {"type": "string", "pattern": "^a{0,99999999999999999999}$"},
    "many properties": {"type": "object", "properties": {f"p{n}": {} for n in range(3000)}},
    "many parts": {"type": "array", "prefixItems": [{"a": [1]}] * 6000},
    "a long schema": {"const": "x" * 200_000},
    "a pattern of brackets": {"type": "string", "pattern": "^" + "(" * 3000 + "a" + ")" * 3000 + "$"},
    "a text where a number should be": {"type": "string", "minLength": "a"},
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_that_a_schema_that_asks_for_too_much_is_refused(name: str) -> None:
    with pytest.raises(ModelError):
        to_gbnf(json.dumps(TOO_MUCH[name]))


def test_that_a_deep_schema_is_refused() -> None:
    with pytest.raises(ModelError):
        to_gbnf('{"items":' * 5000 + "{}" + "}" * 5000)


def test_that_a_schema_with_many_optional_properties_can_still_be_used() -> None:
    _check(to_gbnf(json.dumps({"type": "object", "properties": {f"p{n}": {"type": "string"} for n in range(200)}})))


@pytest.mark.parametrize("chain", ['"a"? ', '"a"* ', "[a-z]{0,9} ", '"a"{,3} '])
def test_that_a_chain_of_what_may_be_left_out_is_refused_and_a_short_one_is_not(chain: str) -> None:
    _check("root ::= " + chain * 100)
    with pytest.raises(ModelError, match="optional"):
        _check("root ::= " + chain * 400)


def test_that_marks_within_quotes_count_for_nothing() -> None:
    _check('root ::= "' + "?" * 1000 + '" [*?]')
