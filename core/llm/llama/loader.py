"""From a file to a loaded model; what can be wrong with it is found, and said, before or instead of a crash."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import llama_cpp

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import CapabilityError, ModelError
from core.llm import gguf, hardware
from core.llm.kinds import check_writes
from core.llm.llama import native
from core.llm.llama.model import LlamaModel
from core.llm.llama.session import check_settings
from core.said import Said

_HASHING: Final = 0.3
"""Share of the progress that the file's hash takes."""


def load(
    path: Path,
    settings: ModelSettings,
    *,
    embed: bool = False,
    on_progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
    sha256: str | None = None,
) -> LlamaModel:
    """See `core.llm.llama.load`. With `sha256` given, the file is not read another time for it."""
    header = gguf.read_header(path)
    if not embed:
        check_writes(header)
    settings = _concrete(header, settings)
    _refuse_if_too_big(header, settings)
    tell = on_progress or _ignore
    if sha256 is None:
        sha256 = gguf.sha256(path, on_progress=lambda done: tell(done * _HASHING), cancel=cancel)
    handle = _native_model(path, settings, lambda done: tell(_HASHING + done * (1 - _HASHING)), cancel)
    try:
        _refuse_if_not_a_decoder(handle)
    except BaseException:
        llama_cpp.llama_model_free(handle)
        raise
    return LlamaModel(handle, header, sha256, settings, embed=embed)


def _concrete(header: gguf.GgufHeader, settings: ModelSettings) -> ModelSettings:
    if settings.threads == 0:
        settings = dataclasses.replace(settings, threads=hardware.cores())
    check_settings(settings)
    if header.context_length and settings.context > header.context_length:
        native.log.warning(
            "The context of %d tokens is longer than the %d that the model was trained with.",
            settings.context,
            header.context_length,
        )
    return settings


def _refuse_if_too_big(header: gguf.GgufHeader, settings: ModelSettings) -> None:
    fit = hardware.fits(header, settings)
    if fit.verdict is hardware.MemoryFit.TOO_BIG:
        raise ModelError(fit.sentence, hint=fit.advice)
    if fit.verdict is hardware.MemoryFit.PARTLY:
        native.log.warning("%s %s", fit.sentence, fit.advice)


def _native_model(
    path: Path, settings: ModelSettings, tell: Callable[[float], None], cancel: CancelToken | None
) -> Any:
    native.start()
    failures: list[BaseException] = []

    def progress(done: float, _user_data: int | None) -> bool:
        """Called by llama.cpp while it loads; an exception must not get lost in native code."""
        try:
            tell(done)
        except BaseException as error:
            failures.append(error)
        return not failures and not (cancel is not None and cancel.is_cancelled())

    parameters = llama_cpp.llama_model_default_params()
    parameters.n_gpu_layers = settings.gpu_layers
    parameters.use_extra_bufts = settings.repack
    parameters.progress_callback = llama_cpp.llama_progress_callback(progress)
    with native.errors_of_one_call() as cause:
        handle = llama_cpp.llama_model_load_from_file(str(path).encode("utf-8", "surrogateescape"), parameters)
    interrupted = failures[0] if failures else Cancelled() if cancel is not None and cancel.is_cancelled() else None
    if interrupted is not None:
        if handle:
            llama_cpp.llama_model_free(handle)
        raise interrupted
    if not handle:
        raise ModelError(
            Said("{name} could not be loaded: {cause}.", name=path.name, cause=cause() or "llama.cpp gave no reason"),
            hint="Update Whet, or choose another file of this model.",
        )
    return handle


def _refuse_if_not_a_decoder(handle: Any) -> None:
    for is_other, kind in (
        (llama_cpp.llama_model_has_encoder, "reads with an encoder and writes with a decoder"),
        (llama_cpp.llama_model_is_diffusion, "writes by diffusion"),
    ):
        if is_other(handle):
            raise CapabilityError(
                Said("This model {kind}, which Whet does not support.", kind=kind),
                hint="Choose an ordinary language model.",
            )


def _ignore(_done: float) -> None:
    """Nobody wants to know."""
