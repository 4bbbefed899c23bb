"""Renders chat templates of strangers in a child with limits, which is kept, as is the compiled form in it.

What Jinja's sandbox and ours cannot see happens in native code: lists that hold one another many times are compared for
hours, bytes and numbers grow past every check. In the child that costs about a second, and less than 256 MB.
"""

import atexit
import itertools
from dataclasses import dataclass
from typing import Any, Final, Protocol

import jinja2
import msgspec

from core.child import Child, ChildError, Limits, TooLargeError
from core.llm.sandbox import TemplateLimitError
from core.llm.template_child import Rendered, Rendering
from core.said import Said

LIMITS: Final = Limits(seconds=0.8, memory=160 << 20, answer=32 << 20)

_child = Child("core.llm.template_child", LIMITS)
_numbers = itertools.count(1)
atexit.register(_child.close)


class Renderer(Protocol):
    """Renders a template when it is called. `variables`: the names that it reads without having set them."""

    @property
    def variables(self) -> frozenset[str]: ...

    def __call__(self, **values: object) -> str: ...


def compile_template(source: str) -> Renderer:
    """What renders a template. Both raise `jinja2.TemplateError` if the template does not work."""
    number = next(_numbers)
    compiled = _ask(Rendering(number, None, source))
    _text(compiled)
    return _Rendering(number, source, frozenset(compiled.variables))


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One template in the child."""

    number: int
    source: str
    variables: frozenset[str]

    def __call__(self, **values: object) -> str:
        found = _ask(Rendering(self.number, values))
        if found.unknown:  # the child was started again, or has compiled many others since
            found = _ask(Rendering(self.number, values, self.source))
        return _text(found)


def most_memory() -> float:
    """MB that the child holds now, and what it may take beside them."""
    _ask(Rendering(0, None, ""))
    return _child.memory() / 2**20 + LIMITS.memory / 2**20


def _text(found: Rendered) -> str:
    if found.problem is not None:
        raise jinja2.TemplateError(found.problem)
    return found.text


def _ask(asked: Rendering) -> Rendered:
    try:
        request = msgspec.msgpack.encode(asked)
    except UnicodeEncodeError:  # bytes that are no text, as Python keeps them: pipes know none
        return _without_stand_ins(_ask(_with_stand_ins(asked)))
    try:
        answer = _child.ask(request)
    except TooLargeError as error:
        raise TemplateLimitError("it makes more than it may keep in memory") from error
    except ChildError as error:
        raise TemplateLimitError(Said("it {reason}", reason=error.reason)) from error
    return msgspec.msgpack.decode(answer, type=Rendered)


_NO_TEXT: Final = {0xD800 + place: 0x10F800 + place for place in range(0x800)}
"""Halves of characters, and what stands in for them on the way: the last of the characters for private use."""

_AND_BACK: Final = {stand_in: half for half, stand_in in _NO_TEXT.items()}


def _with_stand_ins(asked: Rendering) -> Rendering:
    return Rendering(asked.number, _translated(asked.values), asked.source and asked.source.translate(_NO_TEXT))


def _without_stand_ins(found: Rendered) -> Rendered:
    return Rendered(found.text.translate(_AND_BACK), found.problem, found.unknown)


def _translated(value: Any) -> Any:
    match value:
        case str():
            return value.translate(_NO_TEXT)
        case dict():
            return {name: _translated(each) for name, each in value.items()}
        case list() | tuple():
            return [_translated(each) for each in value]
    return value
