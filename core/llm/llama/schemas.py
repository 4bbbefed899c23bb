"""JSON schemas of strangers, turned into grammars: refused where the bindings' converter would write for hours.

It writes out repetitions and all orders of optional properties one by one, so a line of text can ask for gigabytes.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from core.errors import ModelError
from core.said import Said

MOST_REPEATED: Final = 2000
"""Times that a grammar may repeat something."""

_LONGEST: Final = 1 << 17
_DEEPEST: Final = 64
_MOST_PARTS: Final = 10_000
_MOST_PROPERTIES: Final = 256
_BOUNDS: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_REPEATED: Final = re.compile(r"\{(\d*)(?:,(\d*))?\}")


def to_gbnf(schema: str) -> str:
    """The grammar of a schema, as the bindings write it. Raises `ModelError` for what is no schema, or too much."""
    from llama_cpp import llama_grammar

    try:
        if len(schema) > _LONGEST:
            raise ModelError(
                Said(
                    "A JSON schema has {schema} characters; at most {longest} can be used.",
                    schema=f"{len(schema):,}",
                    longest=f"{_LONGEST:,}",
                )
            )
        found = json.loads(schema)
        if not isinstance(found, dict):
            raise ModelError("A JSON schema must be an object.")
        for number, (name, value, depth) in enumerate(_parts(found)):
            _check(name, value)
            if number > _MOST_PARTS or depth > _DEEPEST:
                raise ModelError(
                    Said(
                        "A JSON schema has more than {most_parts} parts, or is {deepest} deep.",
                        most_parts=f"{_MOST_PARTS:,}",
                        deepest=_DEEPEST,
                    )
                )
        return str(llama_grammar.json_schema_to_gbnf(schema))
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError, IndexError, RecursionError) as error:
        raise ModelError(
            Said("The JSON schema cannot be used: {error}.", error=error or type(error).__name__)
        ) from error


def _parts(schema: dict[str, Any]) -> Iterator[tuple[str, Any, int]]:
    """Everything in a schema under its name, without calling itself: depth is what an attack would use."""
    left: list[tuple[str, Any, int]] = [("", schema, 0)]
    while left:
        name, value, depth = left.pop()
        yield name, value, depth
        if isinstance(value, dict):
            left += [(key, each, depth + 1) for key, each in value.items()]
        elif isinstance(value, list):
            left += [("", each, depth + 1) for each in value]


def _check(name: str, value: object) -> None:
    if name in _BOUNDS and isinstance(value, int | float) and not value <= MOST_REPEATED:
        raise ModelError(
            Said(
                "A JSON schema has {name} {value}; at most {most} can be used.",
                name=name,
                value=f"{value:,}",
                most=f"{MOST_REPEATED:,}",
            )
        )
    if name == "pattern" and isinstance(value, str):
        numbers = [int(number[:9]) for found in _REPEATED.findall(value) for number in found if number]
        if max(numbers, default=0) > MOST_REPEATED:
            raise ModelError(
                Said(
                    "A pattern in a JSON schema repeats something more than {most_repeated} times.",
                    most_repeated=f"{MOST_REPEATED:,}",
                )
            )
    if name == "properties" and isinstance(value, dict) and len(value) > _MOST_PROPERTIES:
        raise ModelError(
            Said(
                "An object in a JSON schema has {properties} properties; at most {most}.",
                properties=f"{len(value):,}",
                most=_MOST_PROPERTIES,
            )
        )
