"""promptfoo: tests with variables and assertions, in JSON, JSONL, YAML, whole configurations, and CSV."""

import re
from collections.abc import Sequence

from core.data.formats.base import Fields, Flat, RowFormat, as_fields, as_list, json_list, text
from core.domain.prompt import PLACEHOLDER

_EXACT = frozenset({"equals", "is-exactly"})
_METRICS = {
    "contains": "contains", "icontains": "contains", "contains-any": "contains", "icontains-any": "contains",
    "contains-all": "contains", "icontains-all": "contains", "starts-with": "contains", "regex": "regex",
    "rouge-n": "rouge_l", "levenshtein": "chrf", "bleu": "bleu", "contains-json": "json_fields",
    "is-json": "json_fields", "similar": "rouge_l",
}  # fmt: skip
_PREFIX = re.compile(r"(not-)?([a-z]+(?:-[a-z]+)*)(?:\(\s*[\d.]+\s*\))?:\s*(.*)", re.DOTALL)
_KNOWN = frozenset({
    *_EXACT, *_METRICS, "javascript", "python", "llm-rubric", "factuality", "cost", "latency", "fn", "eval", "grade",
    "g-eval", "model-graded-closedqa", "context-recall", "answer-relevance", "moderation",
})  # fmt: skip
Assertion = tuple[str, object]


def is_test(fields: Fields) -> bool:
    """Whether it is a test of promptfoo's: variables and assertions."""
    return isinstance(fields.get("vars"), dict) and isinstance(fields.get("assert", []), list) and (
        "assert" in fields or set(fields) <= {"vars", "description", "options", "metadata", "threshold"}
    )  # fmt: skip


def flatten(fields: Fields) -> Flat:
    """A row with the variables and the answer of the first assertion that names one."""
    columns = {name: text(value) for name, value in as_fields(fields["vars"]).items()}
    inputs = tuple(columns)
    told = [(text(each.get("type")), each.get("value")) for each in map(as_fields, as_list(fields.get("assert")))]
    columns = {**columns, **_answer(told, columns)}
    if fields.get("description"):
        columns.setdefault("description", text(fields["description"]))
    return Flat(columns, inputs, ("expected",))


def _answer(told: Sequence[Assertion], columns: Fields) -> dict[str, str]:
    """The expected text and the assertion that holds it. Raises `ValueError` where no assertion names a text."""
    for wanted in (_EXACT, _METRICS):
        for kind, value in told:
            if kind in wanted and value not in (None, ""):
                values = as_list(value) or [value]
                filled = [_filled(text(each), columns) for each in values]
                return {"expected": json_list(filled) or text(value), "assertion": kind}
    if told:
        kinds = ", ".join(dict.fromkeys(kind for kind, _ in told))
        raise ValueError(f"its assertions ({kinds}) name no expected text.")
    raise ValueError("it has no assertion.")


def _filled(value: str, columns: Fields) -> str:
    """The expected text with the row's variables in it, as promptfoo fills them in."""
    return PLACEHOLDER.sub(lambda match: text(columns.get(match.group(1), match.group(0))), value)


def metric_of(kinds: Sequence[str]) -> str:
    """The metric for these assertions: exact where all are, else that of the most frequent other one."""
    other = [_METRICS[kind] for kind in kinds if kind in _METRICS]
    return max(set(other), key=other.count) if 2 * len(other) > len(kinds) else ""


def from_csv(columns: Sequence[str], cells: Sequence[str]) -> tuple[dict[str, str], str]:
    """A CSV row's variables with the expected text of its `__expected` columns. Raises `ValueError` as `flatten`."""
    given = dict(zip(columns, cells, strict=True))
    variables = {name: value for name, value in given.items() if not name.startswith("__")}
    told = [_assertion(value) for name, value in given.items() if name.startswith("__expected") and value.strip()]
    found = _answer([each for each in told if each is not None], variables)
    return {**variables, "expected": found["expected"]}, found["assertion"]


def _assertion(cell: str) -> Assertion:
    """“equals: x”, “contains-any: a, b”, “fn: …”; without a known word before a colon it is equality."""
    match = _PREFIX.fullmatch(cell.strip())
    if match is None or match.group(2) not in _KNOWN:
        return "equals", cell.strip()
    kind, value = match.group(2), match.group(3)
    if match.group(1):
        return f"not-{kind}", value
    listed = kind.endswith(("-any", "-all"))
    return kind, [part.strip() for part in value.split(",")] if listed else value


PROMPTFOO = RowFormat("promptfoo", is_test, flatten)
