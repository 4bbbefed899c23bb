"""JSON as people and programs write it: NaN, comments, trailing commas, values one after another, ends cut off."""

import re
from collections.abc import Iterator

_STRING = r'"(?:[^"\\]|\\.)*"'
_REMARKS = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?\*/", re.DOTALL)
_COMMAS = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_WORDS = re.compile(
    rf"({_STRING})|(?<![\w.])(?:[-+]?(?:NaN|nan|Infinity|inf)|None|undefined|(True|False))(?![\w.])", re.DOTALL
)
_LONE = re.compile(
    r"(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^uU])"
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}|\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_CONTINUED = re.compile(r"\\\r?\n")
_TOKENS = re.compile(
    r"(?P<double>\"(?:[^\"\\]|\\.)*\")|(?P<single>'(?:[^'\\]|\\.)*')|(?P<remark>//[^\n]*|/\*.*?\*/)"
    r"|(?P<name>(?<![\w$.+-])[^\W\d][\w$-]*|\$[\w$]*)(?=\s*:)|(?P<hex>(?<![\w.])[-+]?0[xX][0-9a-fA-F]+(?!\w))"
    r"|(?P<number>(?<![\w.])(?:[+-]?\.\d+|\+\d[\d.]*|[+-]?\d+\.)(?:[eE][+-]?\d+)?(?![\w.]))",
    re.DOTALL,
)
_NEXT = re.compile(rf'{_STRING}|[\[\]{{}},]|[^\s\[\]{{}},"]+|"', re.DOTALL)


def mended(text: str) -> str:
    """The text without comments and trailing commas, with null for NaN, Infinity and None, and without halves of
    characters. What is no JSON for another reason stays as it is."""
    text = _REMARKS.sub(lambda match: match.group(1) or "", text)
    text = _COMMAS.sub(lambda match: match.group(1) or "", text)
    text = _WORDS.sub(lambda match: match.group(1) or (match.group(2) or "null").lower(), text)
    return _LONE.sub(lambda match: match.group(1) or "\\ufffd", text)


def from_json5(text: str) -> str:
    """The text with what JSON5 allows beyond JSON in JSON's own way: names without quotation marks, texts in single
    ones and over several lines, hexadecimal numbers, and points at either end of a number."""
    return _TOKENS.sub(_as_json, text)


def _as_json(match: re.Match[str]) -> str:
    if match["remark"]:
        return ""
    if (single := match["single"]) is not None:
        inside = single[1:-1].replace('\\"', '"').replace('"', '\\"').replace("\\'", "'")
        return f'"{_CONTINUED.sub("", inside)}"'
    if match["double"]:
        return _CONTINUED.sub("", match["double"])
    if match["name"]:
        return f'"{match["name"]}"'
    if match["hex"]:
        return str(int(match["hex"].replace("+", ""), 16))
    if match["number"]:
        number = match["number"].removeprefix("+")
        number = re.sub(r"^(-?)\.", r"\g<1>0.", number)
        return re.sub(r"\.(?!\d)", ".0", number)
    return match.group()


def values(text: str) -> Iterator[str]:
    """The values that stand one after another, or in one list, each as its text; the last may be cut off.

    Brackets are counted outside of strings, so that one broken value costs no other.
    """
    bare = text.strip()
    inside = 1 if bare.startswith("[") else 0
    depth, start = 0, None
    for token in _NEXT.finditer(bare):
        sign = token.group()
        if sign in "[{" and sign:
            depth += 1
            if depth == inside + 1:
                start = token.start()
        elif sign in "]}" and sign:
            depth -= 1
            if depth == inside and start is not None:
                yield bare[start : token.end()]
                start = None
        elif depth == inside and start is None and sign != ",":
            yield sign
    if start is not None:
        yield bare[start:]
