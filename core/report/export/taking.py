"""Writes a prompt in a format, and reads the file back before it is handed out: what differs by one byte is refused."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from core.domain.example import Example
from core.domain.prompt import Prompt, Turn
from core.errors import ModelError, UsageError
from core.report.export.chat import written
from core.report.export.conversation import ExportedMessage, conversation, filled
from core.report.export.exported import Exported, Sources, gather
from core.report.export.formats import FORMATS, Format, form_of
from core.said import Said
from core.state import RunState
from core.store.runs import RunFolder

_MOST_ROWS = 32
"""Rows that are asked from the file and compared."""

_ODD = "odd \"quotes\" 'too' {{input}} {% x %} {# y #} {z} \\n \r\n `x` 🧪👩‍👧 שלום " + "w" * 200 + '\n\n"""  '
"""What no row of a decent dataset has, tried in every export where the format takes it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was read back. `rows` of the dataset were asked from it and gave, byte for byte, the messages that
    were scored; 0 where the file holds the prompt's text only, or no rows were at hand: then a made-up row was.
    `uneven` rows have an empty value with which a part of their message vanished when they were scored; a template
    keeps it."""

    form: Format
    content: bytes
    rows: int
    uneven: int = 0


def export(
    run: RunFolder, state: RunState, candidate: str = "", form: str = FORMATS[0], at_hand: Sources | None = None
) -> bytes:
    """A candidate of a run, the best one if none is named, read back before. Raises `UsageError` for one that does not
    exist, and where the format cannot hold it exactly."""
    at_hand = at_hand or Sources()
    return take(gather(run, state, candidate, at_hand), form, at_hand.rows).content


def take(exported: Exported, form: str, rows: Sequence[Example] = ()) -> Taken:
    """The file, after it was read back. Raises `UsageError` if the format cannot hold the prompt exactly."""
    chosen = form_of(form)
    content = write(exported, form, rows)
    if chosen.ask is None:
        _check_text(chosen, content, exported)
        return Taken(chosen, content, 0)
    given = [row for row in _spread(rows) if chosen.takes(row)]
    messages = conversation(exported)
    usable = [row for row in given if not chosen.templated or _even(messages, exported, row)]
    for row in (*usable, *_odd_row(chosen, exported)):
        _check_row(chosen, content, exported, row)
    return Taken(chosen, content, len(usable), len(given) - len(usable))


def write(exported: Exported, form: str, rows: Sequence[Example] = ()) -> bytes:
    """In one of `FORMATS`, not read back yet. Raises `UsageError` for another one, and where it cannot be held."""
    chosen = form_of(form)
    if exported.with_bias is not None and not chosen.biased:
        able = " or ".join(each for each in FORMATS if form_of(each).biased)
        raise UsageError(
            Said("{label} cannot hold label bias: the prompt alone does not give these answers.", label=chosen.label),
            kept="Nothing was written.",
            hint=Said("Export it as {able}, or export the prompt alone.", able=able),
        )
    try:
        "".join((exported.prompt.shown, exported.input_template)).encode()
        return chosen.write(exported, rows)
    except UnicodeEncodeError as error:
        raise UsageError(
            Said(
                "The prompt has half of a character (U+{ord}), which no file can hold.",
                ord=f"{ord(error.object[error.start]):04X}",
            ),
            kept="Nothing was written.",
            hint="Remove it from the prompt: it comes from text that was cut in the middle of a character.",
        ) from error


def read(content: bytes, form: str) -> Prompt:
    """The prompt in an export. Locked spans survive only in JSON. Raises `UsageError` if there is none in it."""
    chosen = form_of(form)
    if chosen.read is None:
        raise UsageError(
            Said("A file for {label} holds messages, not a prompt that could be read back.", label=chosen.label)
        )
    try:
        return chosen.read(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(Said("This is no prompt exported as {form}: {error}.", form=form, error=error)) from error


def _even(messages: Sequence[ExportedMessage], exported: Exported, row: Example) -> bool:
    """Whether no part of its messages vanishes because a value is empty."""
    known = {"input", *(name for name, _ in row.variables)} >= set(exported.columns)
    return known and filled(messages, row) == exported.ask(row)


def _odd_row(form: Format, exported: Exported) -> Sequence[Example]:
    others = tuple((name, f"{_ODD}{name}") for name in exported.columns)
    row = Example(0, "" if exported.inputless else _ODD, ("",), others)
    return [row] if form.takes(row) else []


def _spread(rows: Sequence[Example]) -> Sequence[Example]:
    """So many of the rows, from all over them."""
    step = max(1, len(rows) // _MOST_ROWS)
    return rows[::step][:_MOST_ROWS]


def _check_text(form: Format, content: bytes, exported: Exported) -> None:
    assert form.read is not None
    found = form.read(content)
    if (found.text, found.demonstrations) != (exported.prompt.text, exported.prompt.demonstrations):
        raise _changed(form, "its text reads back differently")


def _check_row(form: Format, content: bytes, exported: Exported, row: Example) -> None:
    import jinja2  # not before a file is read: the window starts sooner
    import yaml

    assert form.ask is not None
    what = f"row {row.row}" if row.row else "a made-up row"
    try:
        found = tuple(form.ask(content, row))
    except (jinja2.TemplateError, yaml.YAMLError, msgspec.DecodeError, msgspec.ValidationError, ModelError) as error:
        raise _changed(form, f"the file cannot be read back ({error})") from error
    except (ValueError, LookupError) as error:
        raise _changed(form, f"the file cannot be read back ({error})") from error
    if found != _scored(exported, row, as_text=[turn.role for turn in found] == [""]):
        raise _changed(form, f"{what} gives other messages than those that were scored")


def _scored(exported: Exported, row: Example, *, as_text: bool) -> tuple[Turn, ...]:
    """What was sent: the messages, or the text that the model's template makes of them."""
    turns = exported.ask(row)
    if not as_text or exported.model is None:
        return turns
    return (Turn("", written(exported.model.chat_template, turns)),)


def _changed(form: Format, why: str) -> UsageError:
    others = "json or jinja2" if form.name not in {"json", "jinja2"} else "json" if form.name == "jinja2" else "text"
    return UsageError(
        Said("{label} cannot hold this prompt exactly: {why}.", label=form.label, why=why),
        kept="Nothing was written.",
        hint=Said("Export it as {others}.", others=others),
    )
