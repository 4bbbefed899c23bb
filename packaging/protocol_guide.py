"""Writes resources/docs/protocol.md from the engine's commands and messages.

python packaging/protocol_guide.py            write it
python packaging/protocol_guide.py --check    exit code 1 if it is not what the code says
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

import msgspec
from made_page import write_or_check

from core.engine.commands import VERBS
from core.engine.messages import VERSION, AtOnce, Command, Message, answer_of
from core.engine.protocol import COMMANDS, MESSAGES

PAGE = Path(__file__).parents[1] / "resources" / "docs" / "protocol.md"

_BEGINNING = f"""\
# The protocol of the engine

Made from `core/engine/commands` by `packaging/protocol_guide.py`; a test holds the two together. This is version
{VERSION}.

`whet engine` reads commands from stdin and writes what comes of them to stdout, one JSON object per line. A command has
its name in the field `command`, a message in `message`, and a durable event of a run in `event`, exactly as it is
logged (`core/events.py`). Commands are done one after the other; after each comes `Idle`, and before it `Failed` if it
went wrong. Those that are meant for the work that is going on are done at once and get no `Idle`. The end of stdin
means that the client is gone: the engine cancels and exits.

A field of the type `Said` holds a sentence for people (`core/said.py`): a string where it has no values, else an object
with the English `text`, its `key`, by which a language has its own text, and the `values` of the key's gaps. A value
that is such an object itself is Whet's own words; a string is data. Logs hold the same; whoever reads them accepts a
string in place of the object, as earlier versions wrote it.
"""


def guide() -> str:
    """The page."""
    parts = [_BEGINNING]
    for verb in VERBS:
        module = f"core.engine.commands.{verb}"
        parts.append(f"## {verb.replace('_', ' ')}\n\n{inspect.getdoc(sys.modules[module])}\n")
        parts += _described([kind for kind in (*COMMANDS, *MESSAGES) if kind.__module__ == module])
    parts.append("## Of no one command\n")
    parts += _described([kind for kind in (*COMMANDS, *MESSAGES) if kind.__module__ == "core.engine.messages"])
    return "\n".join(parts)


def _described(kinds: list[type[Any]]) -> Iterator[str]:
    for kind in kinds:
        about = inspect.getdoc(kind) or ""
        yield f"### `{kind.__name__}` ({_manner(kind)})\n\n{about}\n"
        fields = msgspec.structs.fields(kind)
        if fields and kind not in {Command, Message, AtOnce}:
            rows = [f"| `{field.name}` | `{_type(field.type)}` | {_default(field)} |" for field in fields]
            yield "\n".join(["| field | type | default |", "|---|---|---|", *rows, ""])


def _manner(kind: type[Any]) -> str:
    if issubclass(kind, Message):
        return "message"
    if issubclass(kind, AtOnce):
        return "command, done at once"
    answer = answer_of(kind)
    return "command" if answer is NoneType else f"command, answered by `{answer.__name__}`"


def _type(kind: Any) -> str:
    text = kind.__name__ if isinstance(kind, type) and not getattr(kind, "__args__", None) else str(kind)
    return re.sub(r"\b(?:[a-z_]\w*\.)+", "", text).replace("NoneType", "None").replace("|", "\\|")


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return ""
    value = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
    plain = value is None or isinstance(value, bool | int | float | str)
    return f"`{value!r}`" if plain else _text(value)


def _text(value: object) -> str:
    encoded = msgspec.json.encode(value).decode()
    return f"`{encoded}`" if len(encoded) <= 40 else "its own"


if __name__ == "__main__":
    sys.exit(write_or_check(PAGE, guide()))
