"""What a model file says of itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.runspec import ModelSettings
from core.engine.messages import Command, Message, handles
from core.said import Said, Words, joined

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class Inspected(Message, frozen=True, tag=True):
    """A model file's header in words, and whether it fits into memory ("fits", "partly", "too big"). `purpose` is a
    `core.llm.kinds.Purpose`; `form_words` say if conversations are written for it in a form not its own."""

    name: str
    architecture: str
    parameters: int
    quantization: str
    context: int
    sha256: str
    file_bytes: int
    licence: str
    fit: str
    fit_words: Words
    settings: ModelSettings
    purpose: str = "language"
    form_words: Words = ""


class Inspect(Command[Inspected], frozen=True, tag=True):
    """What a GGUF says of itself, and whether it fits."""

    path: str


@handles(Inspect)
def inspect(command: Inspect, context: "EngineContext") -> Inspected:
    """From its header, its hash and the memory of this machine."""
    from core.engine.models import digest_of
    from core.llm import gguf, hardware, kinds
    from core.llm.chat_form import form_words

    path = Path(command.path)
    header = gguf.read_header(path)
    settings = hardware.suggest(header)
    fit = hardware.fits(header, settings)
    context.report(Said("reading the file"), 0.0)
    return Inspected(
        name=header.name or path.stem,
        architecture=header.architecture,
        parameters=header.parameters,
        quantization=header.quantization,
        context=header.context_length,
        sha256=digest_of(path, context.cancel, lambda fraction: context.report(Said("reading the file"), fraction)),
        file_bytes=header.file_size,
        licence=header.licence,
        fit=fit.verdict.value,
        fit_words=joined(fit.sentence, fit.advice),
        settings=settings,
        purpose=kinds.purpose_of(header).value,
        form_words=form_words(header),
    )
