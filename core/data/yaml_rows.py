"""YAML: lists of rows, and promptfoo's configurations, whose tests become rows and whose prompts are named."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from core.data.formats.base import as_fields, as_list
from core.data.json_rows import Objects, collect
from core.errors import DatasetError
from core.said import Said

_MOST_PROMPTS = 5


def _loaded(text: str) -> object:
    """The values of a YAML text, by a safe loader without aliases: a few lines of those unfold to more than the memory
    holds. Raises `ValueError` with what is wrong with it."""
    import yaml  # not before a file needs it: the window starts sooner

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=loader)):
            raise ValueError("aliases (*name) are not read here")
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, of C where there is one
    except yaml.YAMLError as error:
        raise ValueError(" ".join(str(error).split())[:200]) from error


def parse_yaml(text: str, *, plain: bool = False) -> Objects:
    """A list of rows, or a configuration of promptfoo. Raises `DatasetError` for anything else."""
    try:
        found = _loaded(text)
    except (RecursionError, ValueError) as error:
        raise DatasetError(Said("The file is not valid YAML: {error}.", error=error), hint="Correct it.") from error
    rows, notes = _rows(found)
    numbered = [(number, msgspec.json.encode(row, enc_hook=str)) for number, row in enumerate(rows, start=1)]
    made = collect(numbered, plain=plain)
    return Objects(made.columns, made.rows, made.errors, (*notes, *made.notes), made.roles)


def _rows(found: object) -> tuple[Sequence[object], tuple[str, ...]]:
    if isinstance(found, list):
        return found, ()
    fields = as_fields(found)
    tests = as_list(fields.get("tests"))
    if tests and ("prompts" in fields or "providers" in fields or "targets" in fields):
        return configured(fields)
    if isinstance(fields.get("tests"), str):
        raise DatasetError(
            Said("The configuration of promptfoo takes its tests from “{fields}”.", fields=str(fields["tests"])),
            hint="Name that file instead.",
        )
    intents = [as_fields(each) for each in as_list(fields.get("nlu"))]
    if any("intent" in each for each in intents):
        return _of_rasa(intents), ("Its rows are in the format of Rasa.",)
    lists = [value for value in fields.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    if len(lists) == 1:
        return lists[0], ()
    raise DatasetError(
        "The YAML file holds no list of rows.", hint="Rows are expected as a list, as promptfoo's tests."
    )


def _of_rasa(intents: Sequence[Mapping[str, object]]) -> list[dict[str, str]]:
    """A row for each example of an intent, which stands behind a dash in a line of its own."""
    return [
        {"text": line.strip().removeprefix("-").strip(), "intent": str(each["intent"])}
        for each in intents
        if "intent" in each
        for line in str(each.get("examples", "")).splitlines()
        if line.strip().startswith("-")
    ]


def configured(fields: "Any") -> tuple[Sequence[object], tuple[str, ...]]:
    """The tests of a configuration with its default test's variables and assertions in each; its prompts are named."""
    default = as_fields(fields.get("defaultTest"))
    tests = [
        {
            **as_fields(test),
            "vars": {**as_fields(default.get("vars")), **as_fields(as_fields(test).get("vars"))},
            "assert": [*as_list(as_fields(test).get("assert")), *as_list(default.get("assert"))],
        }
        for test in as_list(fields.get("tests"))
    ]
    prompts = [
        each if isinstance(each, str) else str(as_fields(each).get("raw", each))
        for each in as_list(fields.get("prompts"))
    ]
    left = sorted(name for name in ("providers", "targets", "scenarios", "extensions", "outputPath") if name in fields)
    notes = [
        Said("Prompt {number} of the file: “{prompt}”.", number=number, prompt=prompt.strip()[:200])
        for number, prompt in enumerate(prompts[:_MOST_PROMPTS], start=1)
    ]
    if left:
        notes.append(Said("Not taken over: {left}.", left=", ".join(left)))
    return tests, tuple(notes)
