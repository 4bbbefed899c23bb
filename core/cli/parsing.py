"""Names for the parts of a command line's parser, and a reader for named values."""

import argparse
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from core.domain.runspec import ParamValue
from core.errors import UsageError
from core.said import Said

_PLACE = "FILE|URL"
"""How a model is named in the help: a GGUF, or a server's address like http://127.0.0.1:8080/v1#name."""

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""Where a module adds its commands."""


def _place(text: str) -> str:
    from core.engine.choosing import model_place  # reads tasks, which takes longer than a list of runs

    return model_place(text)


def model_option(parser: argparse.ArgumentParser, option: str, about: str, *, several: bool = False) -> None:
    """Declare an option that names a model, or several."""
    if several:
        parser.add_argument(option, action="append", default=[], type=_place, metavar=_PLACE, help=about)
    else:
        parser.add_argument(option, type=_place, metavar=_PLACE, help=about)


def assignments(texts: Iterable[str], option: str) -> Iterator[tuple[str, ParamValue]]:
    """Named values written as name=value. Raises `UsageError` for what is not."""
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise UsageError(Said("{option} takes name=value, not “{text}”.", option=option, text=text))
        yield name.strip(), value.strip()
