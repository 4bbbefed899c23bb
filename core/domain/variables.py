"""The `{{variables}}` of a prompt against the columns that a task's rows have: every name is filled, or named."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from core.domain.prompt import PLACEHOLDER, Prompt
from core.domain.task import Task
from core.errors import UsageError, near_match
from core.said import Said, as_said

INPUT = "input"
"""The name under which the input can be used in every task, whatever its column is called."""


def columns_of(task: Task) -> tuple[str, ...]:
    """The names that a prompt of this task may use: `input`, the input column's own name, the other columns."""
    rows = (*task.train[:1], *task.validation[:1])
    named = [name for row in rows[:1] for name, _ in row.variables]
    return tuple(dict.fromkeys((INPUT, *filter(None, [task.input_name]), *named)))


def with_input(text: str, input_name: str, others: Collection[str] = ()) -> str:
    """The text with `{{input}}` where it calls the input column by its own name: one name is enough from here on."""
    if not input_name or input_name == INPUT or input_name in others:
        return text
    return PLACEHOLDER.sub(lambda match: f"{{{{{INPUT}}}}}" if match.group(1) == input_name else match.group(0), text)


def unknown(text: str, columns: Iterable[str]) -> tuple[str, ...]:
    """The names in a text that no column fills, in the order of the alphabet."""
    return tuple(sorted(Prompt(text).placeholders - set(columns)))


def fitting(prompt: Prompt, task: Task) -> Prompt:
    """The prompt as this task fills it. Raises `UsageError` for a variable that no column fills.

    It is asked before anything runs: a name that is not filled would reach the model as it stands, in every row.
    """
    columns = columns_of(task)
    refuse_unknown(prompt.text, columns, "The prompt")
    others = set(columns) - {INPUT, task.input_name}
    text = with_input(prompt.text, task.input_name, others)
    if text == prompt.text:
        return prompt
    locked = tuple(with_input(span, task.input_name, others) for span in prompt.locked)
    return replace(prompt, text=text, locked=locked)


def refuse_unknown(text: str, columns: Iterable[str], what: str) -> None:
    """Raise `UsageError` if a text (`what`: in words) names a variable that is none of these columns."""
    known = list(dict.fromkeys(columns))
    missing = unknown(text, known)
    if missing:
        names = ", ".join(f"{{{{{name}}}}}" for name in missing)
        verb = "which no column fills" if len(missing) == 1 else "which no columns fill"
        raise UsageError(
            Said("{what} names {names}, {verb}.", what=as_said(what), names=names, verb=as_said(verb)),
            hint=near_match(missing[0], known),
        )
