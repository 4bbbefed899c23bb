"""The models of this machine: found where other programs keep them, described by their headers, fetched."""

import time
from collections.abc import Callable
from pathlib import Path

from core import offline, paths
from core.control import CancelToken
from core.engine.protocol import Download, Downloaded, FindModels, GetStarter, ListedModel, ModelsFound, SpedUp, SpeedUp
from core.errors import ModelError, OfflineError
from core.llm import discover, gguf, hardware, kinds
from core.llm.chat_form import form_words
from core.llm.download import Tell, download, without_query
from core.llm.starter import get_starter
from core.store import connections

Report = Callable[[str, float], None]

NAMED = "named"
"""The source of a model that was named by its file."""

_INDEX = "pip's package index"
_TELL_EVERY = 0.2
"""Seconds."""


def find_models(command: FindModels, report: Report, cancel: CancelToken) -> ModelsFound:
    """Every model that is found, usable or not, with what its header says and whether it fits."""
    report("looking for models", 0.0)
    found = _found(command, cancel)
    machine = hardware.machine()
    listed = []
    for number, model in enumerate(found):
        report(f"reading {model.name}", number / len(found))
        cancel.check()
        listed.append(_listed(model, machine, cancel, verify=command.verify))
    return ModelsFound(tuple(listed))


def fetch(command: Download, report: Report, cancel: CancelToken) -> Downloaded:
    """Fetch a model from the address that the person named."""
    report("fetching", 0.0)
    tell = _teller(report)
    allow = command.allow
    with offline.because(f"fetching {without_query(command.url).rsplit('/', 1)[-1]}"):
        while True:
            try:
                file = download(
                    command.url,
                    Path(command.folder),
                    sha256=command.sha256,
                    allow=allow,
                    parts=command.parts,
                    tell=tell,
                    cancel=cancel,
                )
            except OfflineError as error:
                if error.host in allow or all(error.host != each.host for each in connections.allowed()):
                    raise
                allow = (*allow, error.host)  # the person allows it for good
            else:
                return Downloaded(str(file))


def fetch_starter(command: GetStarter, report: Report, cancel: CancelToken) -> Downloaded:
    """Put the starter model into a folder. pip runs in a process of its own, so its connection is written down here."""
    report("fetching", 0.0)
    source = Path(command.source) if command.source else None
    if source is None and not (Path(command.folder) / f"{paths.STARTER}.gguf").exists():
        connections.keep("connected", _INDEX, "fetching the starter model")
    return Downloaded(str(get_starter(Path(command.folder), source=source, tell=_teller(report), cancel=cancel)))


def speed_up(command: SpeedUp, report: Report, cancel: CancelToken) -> SpedUp:
    """What a faster copy of a model would be, or the copy."""
    from core.llm import llama

    llama.check_built()
    from core.llm.llama import faster  # loads the native library

    copy = faster.plan(Path(command.path))
    if command.make:
        faster.make(copy, tell=lambda part: report(f"making {copy.target.name}", part), cancel=cancel)
    return SpedUp(copy.kind, copy.size, str(copy.target), copy.is_there)


def _teller(report: Report) -> Tell:
    """Reports how many bytes are there, not too often."""
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_EVERY or done == total:
            told = time.monotonic()
            report(f"fetched {done >> 20:,} MB", done / total if total else 0.0)

    return tell


def _found(command: FindModels, cancel: CancelToken) -> list[discover.FoundModel]:
    """Those in folders first: of a file that lies in a known place its keeper's name for it is shown."""
    found = discover.find_models([Path(folder) for folder in command.folders], cancel=cancel)
    there = {model.path.resolve() for model in found}
    named = dict.fromkeys(Path(file) for file in command.files)
    return found + [discover.FoundModel(file, file.stem, NAMED) for file in named if file.resolve() not in there]


def _listed(model: discover.FoundModel, machine: hardware.Machine, cancel: CancelToken, *, verify: bool) -> ListedModel:
    try:
        header = gguf.read_header(model.path)
        verified = verify and discover.verify(model, cancel=cancel)
    except ModelError as error:
        return ListedModel(str(model.path), model.name, model.source, problem=str(error))
    settings = hardware.suggest(header, machine)
    fit = hardware.fits(header, settings, machine)
    return ListedModel(
        path=str(model.path),
        name=model.name,
        source=model.source,
        parameters=header.parameters,
        quantization=header.quantization,
        context=header.context_length,
        file_bytes=header.file_size,
        licence=header.licence,
        fit=fit.verdict.value,
        fit_words=" ".join(filter(None, (fit.sentence, fit.advice))),
        verified=verified,
        architecture=header.architecture,
        template=bool(header.chat_template),
        needed=fit.needed,
        available=fit.available,
        settings=settings,
        purpose=kinds.purpose_of(header).value,
        form_words=form_words(header),
    )
