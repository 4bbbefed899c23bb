"""The models of this machine: found where other programs keep them, described by their headers."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from core.domain.runspec import ModelSettings
from core.engine.messages import Command, Message, handles
from core.said import Said, Words, joined

if TYPE_CHECKING:
    from core.engine.context import EngineContext
    from core.llm.discover import FoundModel
    from core.llm.hardware import Machine

NAMED: Final = "named"
"""The source of a model that was named by its file."""


class ListedModel(msgspec.Struct, frozen=True):
    """A model on this machine: what it is called, by whom, and what its header says; or the `problem` with it.

    `needed` and `available` are bytes of memory, with `settings`, which are those that suit it here. `template` says
    whether the file has a chat template, `form_words` what is done if it has none that works, `purpose` what the model
    is for (`core.llm.kinds.Purpose`).
    """

    path: str
    name: str
    source: str
    parameters: int = 0
    quantization: str = ""
    context: int = 0
    file_bytes: int = 0
    licence: str = ""
    fit: str = ""
    fit_words: Words = ""
    verified: bool = False
    problem: Words = ""
    architecture: str = ""
    template: bool = False
    needed: int = 0
    available: int = 0
    settings: ModelSettings = ModelSettings()
    purpose: str = "language"
    form_words: Words = ""


class ModelsFound(Message, frozen=True, tag=True):
    """What `FindModels` found, by place and name."""

    models: tuple[ListedModel, ...]


class FindModels(Command[ModelsFound], frozen=True, tag=True):
    """The models of other programs on this machine, those in `folders`, and `files`.

    With `verify` every file is compared with the SHA-256 that its place promises, which takes as long as reading it.
    """

    folders: tuple[str, ...] = ()
    verify: bool = False
    files: tuple[str, ...] = ()


@handles(FindModels)
def find_models(command: FindModels, context: "EngineContext") -> ModelsFound:
    """Every model that is found, usable or not, with what its header says and whether it fits."""
    from core.llm import hardware

    context.report(Said("looking for models"), 0.0)
    found = _found(command, context)
    machine = hardware.machine()
    listed = []
    for number, model in enumerate(found):
        context.report(Said("reading {name}", name=model.name), number / len(found))
        context.cancel.check()
        listed.append(_listed(model, machine, command, context))
    return ModelsFound(tuple(listed))


def _found(command: FindModels, context: "EngineContext") -> "list[FoundModel]":
    """Those in folders first: of a file that lies in a known place its keeper's name for it is shown."""
    from core.llm import discover

    found = discover.find_models([Path(folder) for folder in command.folders], cancel=context.cancel)
    there = {model.path.resolve() for model in found}
    named = dict.fromkeys(Path(file) for file in command.files)
    return found + [discover.FoundModel(file, file.stem, NAMED) for file in named if file.resolve() not in there]


def _listed(model: "FoundModel", machine: "Machine", command: FindModels, context: "EngineContext") -> ListedModel:
    from core.errors import ModelError
    from core.llm import discover, gguf, hardware, kinds
    from core.llm.chat_form import form_words

    try:
        header = gguf.read_header(model.path)
        verified = command.verify and discover.verify(model, cancel=context.cancel)
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
        fit_words=joined(fit.sentence, fit.advice),
        verified=verified,
        architecture=header.architecture,
        template=bool(header.chat_template),
        needed=fit.needed,
        available=fit.available,
        settings=settings,
        purpose=kinds.purpose_of(header).value,
        form_words=form_words(header),
    )
