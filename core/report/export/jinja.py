"""A Jinja2 template: of the one message that is sent, or of a JSON list of messages where there are several.

Facts of the language (Jinja 3.1, "Template Designer Documentation"): line breaks in a template become `\\n`, one at its
end is dropped, and tags begin with `{{`, `{%` or `{#`. What those would change is written as a quoted string.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from core.domain.example import Example
from core.domain.prompt import Turn
from core.report.export.conversation import ExportedMessage, braced, conversation, names_in, safe_names, values_of
from core.report.export.exported import Exported

if TYPE_CHECKING:
    import jinja2

_KIND = re.compile(r"\{#- whet: (messages|message), columns (\[.*?\]) -?#\}", re.DOTALL)

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"} | {sign: f"\\x{ord(sign):02x}" for sign in "{}%#"}
"""Of a string; braces too, so that no tag seems to begin in it."""


def write_jinja(exported: Exported) -> bytes:
    """The template, below a comment that says what it is."""
    messages = conversation(exported)
    names = names_in(messages)
    single = len(messages) == 1 and messages[0].role == "user"
    columns = msgspec.json.encode(list(names)).decode().replace("#}", "#\\u007d")
    head = f"{{#- whet: {'message' if single else 'messages'}, columns {columns} #}}"
    body = _body(messages[0], names) if single else _listed(messages, names)
    return (head + body).encode()


def ask_jinja(content: bytes, example: Example) -> Sequence[Turn]:
    """The messages of a row, rendered by Jinja itself with its defaults."""
    source = content.decode()
    found = _KIND.match(source)
    if found is None:
        raise ValueError("there is no comment that says what the template makes")
    names = safe_names(msgspec.json.decode(found.group(2), type=list[str]))
    values = {names[name]: value for name, value in values_of(example).items() if name in names}
    text = _compiled(source).render(values)
    if found.group(1) == "message":
        return (Turn("user", text),)
    return [Turn(each["role"], each["content"]) for each in msgspec.json.decode(text, type=list[dict[str, str]])]


@lru_cache(maxsize=2)
def _compiled(source: str) -> "jinja2.Template":
    import jinja2.sandbox  # not before a template is read: the window starts sooner

    return jinja2.sandbox.SandboxedEnvironment(undefined=jinja2.StrictUndefined).from_string(source)


def literal(text: str) -> str:
    """Text as Jinja writes it unchanged."""
    return braced(text, quoted, also="\r")


def quoted(text: str) -> str:
    """A tag that writes this text. Jinja reads the escapes of Python's strings."""
    return "{{ " + string(text) + " }}"


def string(text: str) -> str:
    """A string of Jinja's."""
    return '"' + "".join(_ESCAPES.get(sign, sign) for sign in text) + '"'


def _body(message: ExportedMessage, names: dict[str, str]) -> str:
    text = message.written(literal, lambda name: f"{{{{ {names[name]} }}}}")
    return text[:-1] + quoted("\n") if text.endswith("\n") else text


def _listed(messages: Sequence[ExportedMessage], names: dict[str, str]) -> str:
    """A JSON list. `tojson` writes any text as a JSON string, whatever it holds."""

    def content(message: ExportedMessage) -> str:
        parts = [names[piece.text] if piece.variable else string(piece.text) for piece in message.pieces] or ['""']
        return f"{{{{ ({' ~ '.join(parts)})|tojson }}}}"

    lines = [f'  {{"role": "{message.role}", "content": {content(message)}}}' for message in messages]
    return "[\n" + ",\n".join(lines) + "\n]"
