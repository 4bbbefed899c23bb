"""The messages that ask a prompt, with the places where a row's values go.

They are found by asking about a row whose values are marks that stand nowhere in the prompt: the same code that made
the messages when the prompt was scored makes them here, and nothing is said twice.
"""

import keyword
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.domain.example import Example
from core.domain.prompt import Turn
from core.report.export.exported import Exported

INPUT = "input"

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_TAKEN = frozenset({"none", "true", "false", "loop", "self", "caller", "varargs", "kwargs", "context", "env"})


@dataclass(frozen=True, slots=True)
class TemplatePiece:
    """Part of a message: text as it is, or the name of what a row puts there."""

    text: str
    variable: bool = False


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    """One message: its role and its pieces in order."""

    role: str
    pieces: tuple[TemplatePiece, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of what a row puts into it, each once."""
        return tuple(dict.fromkeys(piece.text for piece in self.pieces if piece.variable))

    def written(self, literal: Callable[[str], str], variable: Callable[[str], str]) -> str:
        """The message in another language of templates."""
        return "".join(variable(piece.text) if piece.variable else literal(piece.text) for piece in self.pieces)


def conversation(exported: Exported) -> tuple[ExportedMessage, ...]:
    """The messages of any row."""
    marks = _marks(exported)
    values = {name: mark for mark, name in marks.items() if name != INPUT}
    given = "" if exported.inputless else next(mark for mark, name in marks.items() if name == INPUT)
    row = Example(0, given, ("",), tuple(values.items()))
    return tuple(ExportedMessage(turn.role, split(turn.text, marks)) for turn in exported.ask(row))


def filled(messages: Sequence[ExportedMessage], example: Example) -> tuple[Turn, ...]:
    """The messages of a row by putting its values in, and nothing else.

    They differ from what is asked where a value is empty and a part of a message vanishes with its separator.
    """
    values = values_of(example)
    return tuple(Turn(each.role, each.written(str, lambda name: values[name])) for each in messages)


def split(text: str, marks: Mapping[str, str]) -> tuple[TemplatePiece, ...]:
    """A text at its marks, which stand for names."""
    parts = re.split("(" + "|".join(map(re.escape, marks)) + ")", text)
    return tuple(TemplatePiece(marks.get(part, part), part in marks) for part in parts if part)


def _marks(exported: Exported) -> dict[str, str]:
    """Marks of private-use characters that no text of the prompt holds, with the names that they stand for."""
    everything = "".join(turn.text for turn in exported.ask(Example(0, "", ("",))))
    letters = "\ue000"
    while letters in everything:
        letters += "\ue001"
    names = dict.fromkeys((INPUT, *exported.columns))
    return {f"{letters}{number}\ue002": name for number, name in enumerate(names)}


def values_of(example: Example) -> dict[str, str]:
    """What a row puts into the messages, by name."""
    return {INPUT: example.input, **dict(example.variables)}


def safe_names(names: Iterable[str]) -> dict[str, str]:
    """Names that every language of templates accepts, by column: its own where it is one, else `column_1`, …"""
    safe: dict[str, str] = {}
    for number, name in enumerate(names, 1):
        usable = _NAME.fullmatch(name) and not keyword.iskeyword(name) and name.lower() not in _TAKEN
        safe[name] = name if usable else f"column_{number}"
    return safe


def names_in(messages: Sequence[ExportedMessage]) -> dict[str, str]:
    """The safe names of all that a row puts into these messages."""
    return safe_names(dict.fromkeys(name for message in messages for name in message.variables))


def braced(text: str, quoted: Callable[[str], str], also: str = "") -> str:
    """Text for a language whose tags begin with `{{`, `{%` or `{#`: braces that could begin one, or that a tag of ours
    could follow, are written by `quoted`, and so are the characters in `also`."""

    def written(found: re.Match[str]) -> str:
        following = text[found.end() : found.end() + 1]
        harmless = found.group() == "{" and following not in {"", "%", "#", "\n"}
        return "{" if harmless else quoted(found.group())

    return re.sub(f"[{{{re.escape(also)}]+", written, text)
