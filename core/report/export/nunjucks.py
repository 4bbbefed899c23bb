"""As much of the templates of promptfoo (Nunjucks) and Ollama (Go) as exports are written in, and no more.

Neither language's own engine runs here. What is written is kept to two forms, which both document and which mean the
same in both: a tag with one name, and a tag with one string of braces. Anything else in a template is refused.
"""

import re
from collections.abc import Mapping

from core.report.export.conversation import braced

_TAG = re.compile(r'\{\{ (?:"([{]+|#)"|(\.?[A-Za-z_]\w*)) \}\}')
_OPENED = re.compile(r"\{[{%#]")
_CLOSED = "#}"
"""Ends a comment. Nunjucks refuses one that was never begun, wherever it stands in a text."""

MARKS = re.compile(r"\{[{%#]|#\}")
"""What a text must not have that is itself read as a template."""


def literal(text: str) -> str:
    """Text as both write it unchanged."""
    parts = (braced(part, lambda braces: f'{{{{ "{braces}" }}}}') for part in text.split(_CLOSED))
    return '{{ "#" }}}'.join(parts)


def tag(name: str) -> str:
    """The tag that writes a value."""
    return f"{{{{ {name} }}}}"


def rendered(template: str, values: Mapping[str, str]) -> str:
    """The text with its values. Raises `ValueError` for a tag of another form, or a name without a value."""
    parts: list[str] = []
    at = 0
    while (found := _OPENED.search(template, at)) is not None:
        known = _TAG.match(template, found.start())
        if known is None:
            raise ValueError(f"a tag of another form: {template[found.start() : found.start() + 20]!r}")
        name = known.group(2)
        if name is not None and name not in values:
            raise ValueError(f"no value for {name}")
        parts += [_written(template[at : found.start()]), known.group(1) if name is None else values[name]]
        at = known.end()
    return "".join([*parts, _written(template[at:])])


def _written(text: str) -> str:
    if _CLOSED in text:
        raise ValueError("the end of a comment that was never begun")
    return text
