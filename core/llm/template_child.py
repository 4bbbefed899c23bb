"""The child process that renders chat templates of strangers (`core.child`): `python -m core.llm.template_child …`.

A template can hold this process in native code for ever, or fill its memory; it cannot do more to anybody.
"""

import sys
from collections import OrderedDict
from typing import Final

import msgspec

from core import offline
from core.child import serve
from core.llm.sandbox import CompiledTemplate, compile_template

_KEPT: Final = 8


class Rendering(msgspec.Struct, frozen=True):
    """A template and what it is given; nothing to have it compiled only. No source: the one of this number, which was
    sent before."""

    number: int
    values: dict[str, object] | None
    source: str | None = None


class Rendered(msgspec.Struct, frozen=True):
    """The text, or why there is none. `unknown`: the source has to be sent again. `variables`: the names that
    a template which was only compiled reads without having set them."""

    text: str = ""
    problem: str | None = None
    unknown: bool = False
    variables: tuple[str, ...] = ()


class _Renderer:
    def __init__(self) -> None:
        self._compiled: OrderedDict[int, CompiledTemplate] = OrderedDict()

    def answer(self, request: bytes) -> bytes:
        try:
            return msgspec.msgpack.encode(self._rendered(msgspec.msgpack.decode(request, type=Rendering)))
        except MemoryError:
            self._compiled.clear()
            raise
        except Exception as error:  # a stranger's program: it may fail in every way there is
            return msgspec.msgpack.encode(Rendered(problem=_words(error)))

    def _rendered(self, asked: Rendering) -> Rendered:
        if asked.source is not None:
            self._compiled[asked.number] = compile_template(asked.source)
            while len(self._compiled) > _KEPT:
                self._compiled.popitem(last=False)
        render = self._compiled.get(asked.number)
        if render is None:
            return Rendered(unknown=True)
        if asked.values is None:
            return Rendered(variables=tuple(sorted(render.variables)))
        return Rendered(str(render(**asked.values)))


def _words(error: BaseException) -> str:
    """A short sentence: what an error says may be as long as what the template made."""
    return (str(error)[:500] or type(error).__name__).encode("utf-8", "replace").decode()


def main() -> int:
    """Render until there is nothing more to render."""
    offline.install()
    return serve(_Renderer().answer)


if __name__ == "__main__":
    sys.exit(main())
