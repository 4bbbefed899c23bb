"""An Ollama Modelfile.

A prompt that is a system message becomes SYSTEM, its worked examples MESSAGE. Any other one becomes part of TEMPLATE:
the model's own chat template with the prompt in its place, so that what a person types is the row's input.

Facts of the format (Ollama's "Modelfile Reference" and the behaviour of its parser): a value in triple quotes ends at
the first line that ends with three more; a MESSAGE is cut at its first ": "; characters that cannot be printed are
dropped. A legacy TEMPLATE has `.Prompt`, and the reply is put at its end.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from core.domain.example import Example
from core.domain.prompt import Turn
from core.domain.task import AnswerContract
from core.errors import UsageError
from core.report.export import nunjucks
from core.report.export.chat import bare, framed, typed
from core.report.export.conversation import ExportedMessage, conversation, values_of
from core.report.export.exported import Exported
from core.said import Said

_PROGRAM = "An Ollama Modelfile"
_COLUMN = "# What is typed is the column: "
_BLANK = "\t\n\r "
"""Of the blank space that Go trims, what `_kept` leaves."""


def write_modelfile(exported: Exported) -> bytes:
    """The file, for `ollama create NAME -f FILE`."""
    messages = conversation(exported)
    column = typed(messages, _PROGRAM)
    model = exported.model
    name = _printable(model.name if model else "model")
    lines = [
        f"# {_printable(exported.task) or 'A prompt'}, exported by Whet. Put this file beside the model's file.",
        *([f"# The model it was scored with has the SHA-256 {_printable(model.sha256)}."] if model else ()),
        f"{_COLUMN}{_printable(column)}",
        f"FROM ./{name}.gguf",
        *_parameters(exported),
        *(_spoken(messages) if bare(messages) else [f"TEMPLATE {_quoted(_template(exported))}"]),
    ]
    return ("\n".join(lines) + "\n").encode()


def ask_modelfile(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row; of a TEMPLATE its one text, under no role."""
    text = content.decode()
    commands = list(parse(text))
    column = next(line for line in text.split("\n") if line.startswith(_COLUMN)).removeprefix(_COLUMN)
    given = values_of(example)[column]
    template = next((value for name, value in commands if name == "template"), None)
    if template is not None:
        return (Turn("", nunjucks.rendered(template, {".Prompt": given})),)
    turns = [Turn("system", value) for name, value in commands if name == "system"]
    for name, value in commands:
        if name == "message":
            role, _, said = value.partition(": ")
            turns.append(Turn(role, said))
    return [*turns, Turn("user", given)]


def parse(text: str) -> Iterator[tuple[str, str]]:
    """The commands of a Modelfile, as Ollama's parser reads them: names in lower case, and values."""
    at = 0
    while at < len(text):
        end = _line_end(text, at)
        if text[at] in "# \t\r\n" or at == end:
            at = end + 1
            continue
        name, role, start = _named(text, at)
        value, at = _valued(text, start)
        yield name, f"{role}: {value}" if role else value


def _named(text: str, at: int) -> tuple[str, str, int]:
    found = re.compile(r"([A-Za-z]+)[ \t]").match(text, at)
    if found is None:
        raise ValueError(f"no command at {text[at : at + 20]!r}")
    name = found.group(1).lower()
    if name not in {"parameter", "message"}:
        return name, "", found.end()
    second = re.compile(r"([A-Za-z0-9_]+)[ \t]").match(text, found.end())
    if second is None:
        raise ValueError(f"no name at {text[found.end() : found.end() + 20]!r}")
    return (second.group(1), "", second.end()) if name == "parameter" else (name, second.group(1), second.end())


def _valued(text: str, at: int) -> tuple[str, int]:
    """The value that begins here, and where the next line begins."""
    end = at
    while True:
        end = _line_end(text, end)
        value = _unquoted("".join(sign for sign in text[at:end] if _kept(sign)).strip(_BLANK))
        if value is not None:
            return value, end + 1
        if end >= len(text):
            raise ValueError("a value has no end")
        end += 1


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(text, at)
    return found.start() if found else len(text)


def _unquoted(text: str) -> str | None:
    for quote in ('"""', '"'):
        if text.startswith(quote):
            ended = len(text) >= 2 * len(quote) and text.endswith(quote)
            return text[len(quote) : -len(quote)] if ended else None
    return text


def _kept(sign: str) -> bool:
    """What the parser keeps: what can be printed, and the blank space within a value."""
    return sign in " \t\r\n" or not unicodedata.category(sign).startswith(("C", "Z"))


def _spoken(messages: Sequence[ExportedMessage]) -> Iterator[str]:
    for message in messages[:-1]:
        text = message.written(str, str)
        command = "SYSTEM" if message.role == "system" else f"MESSAGE {message.role}"
        yield f"{command} {_quoted(text)}"


def _template(exported: Exported) -> str:
    pieces = framed(exported, _PROGRAM)
    return ExportedMessage("", pieces).written(nunjucks.literal, lambda _: nunjucks.tag(".Prompt"))


def _parameters(exported: Exported) -> list[str]:
    contract = exported.contract or AnswerContract()
    lines = [f"PARAMETER temperature {exported.temperature:g}", f"PARAMETER num_predict {contract.max_tokens}"]
    return [*lines, *(f"PARAMETER stop {_quoted(stop)}" for stop in contract.stops)]


def _quoted(text: str) -> str:
    """The value in quotes that read back the same. Raises `UsageError` if there are none."""
    for quote in ('"', '"""') if "\n" not in text or len(text) < 3 else ('"""', '"'):
        made = f"{quote}{text}{quote}"
        try:
            read, _ = _valued(f"{made}\n", 0)
        except ValueError:
            continue
        if read == text:
            return made
    raise UsageError(
        Said("{program} cannot hold this prompt exactly: {reason}.", program=_PROGRAM, reason=_reason(text)),
        kept="Nothing was written.",
        hint="Export it as json, jinja2 or lmstudio.",
    )


def _reason(text: str) -> str:
    lost = dict.fromkeys(sign for sign in text if not _kept(sign))
    if lost:
        named = ", ".join(f"U+{ord(sign):04X}" for sign in list(lost)[:5])
        return f"Ollama drops characters that cannot be printed ({named}{' …' if len(lost) > 5 else ''})"
    return "it has three quotation marks where Ollama takes them for the end"


def _printable(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if _kept(sign))
