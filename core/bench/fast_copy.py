"""The faster copy of a model file that Whet offers on this machine, made for a bench and gone with it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from core.errors import ModelError, UsageError
from core.llm.llama import faster


@contextmanager
def copied(file: Path, say: Callable[[str], None]) -> Iterator[tuple[Path | None, str]]:
    """The copy that is offered for this machine, or why there is none."""
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as folder:
        try:
            planned = faster.plan(file)
            say(f"Making a copy in {planned.kind}.")
            made = faster.make(replace(planned, target=Path(folder) / planned.target.name))
        except (UsageError, ModelError) as error:
            say(str(error))
            yield None, "the file: no copy is offered here"
            return
        yield made, ""
