"""Cores, memory and GPUs of this machine, settings that suit them, and whether a model fits."""

import math
import os
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import psutil

from core.domain.runspec import ModelSettings
from core.figures import size
from core.llm.gguf import GgufHeader
from core.said import Said

_LONGEST: Final = 4096
_LANES: Final = (16, 12, 8, 6, 4, 3, 2, 1)
_CONTEXTS: Final = (4096, 3072, 2048, 1536, 1024, 768, 512, 256)
_ALL_LAYERS: Final = -1
_CELL_BYTES: Final = 2
_BATCH: Final = 512
_ROWS: Final = 128
_OVERHEAD: Final = 64 << 20
_TINY: Final = 30_000_000
_SPARE: Final = 0.9


@dataclass(frozen=True, slots=True)
class GpuMemory:
    """A GPU's memory in bytes. `shared`: it is the machine's own."""

    name: str
    free: int
    total: int
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """What a model has to run on. Cores are physical ones that this process may use; memory is in bytes."""

    cores: int
    memory_total: int
    memory_available: int
    gpus: tuple[GpuMemory, ...] = ()

    @property
    def gpu_free(self) -> int:
        """Free memory of all GPUs that have their own."""
        return sum(gpu.free for gpu in self.gpus if not gpu.shared)


class MemoryFit(StrEnum):
    """Whether a model fits. Partly: not all of it into the GPU, so a part runs on the processor, slowly."""

    FITS = "fits"
    PARTLY = "partly"
    TOO_BIG = "too_big"


@dataclass(frozen=True, slots=True)
class Fit:
    """What a model with certain settings needs and what there is, in bytes; in words, and what to do about it."""

    verdict: MemoryFit
    needed: int
    available: int
    sentence: str
    advice: str = ""


def cores() -> int:
    """Physical cores that this process may use: two threads on one core slow a model down."""
    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    return max(1, min(physical, usable))


def machine() -> Machine:
    """This machine as it is now. Loads llama.cpp to ask it for GPUs; without it none is of use."""
    from core.llm import llama

    memory = psutil.virtual_memory()
    if not llama.is_built():
        return Machine(cores(), memory.total, memory.available, ())
    from core.llm.llama import native

    gpus = tuple(GpuMemory(gpu.name, gpu.free, gpu.total, gpu.shared) for gpu in native.gpus())
    return Machine(cores(), memory.total, memory.available, gpus)


def cache_bytes(header: GgufHeader, settings: ModelSettings) -> int:
    """Size of the KV cache: half-precision keys and values of each layer for each token of each lane and the store."""
    tokens = math.ceil(settings.context / 256) * 256 * (settings.lanes + 1)
    return int((header.key_size + header.value_size) * header.layers * _CELL_BYTES * tokens)


def needed_bytes(header: GgufHeader, settings: ModelSettings) -> int:
    """About how much memory a loaded model takes: weights, KV cache, and llama.cpp's work space.

    The work space is estimated from its largest parts: attention scores (unless flash attention spares them), the
    widest layer's activations, and the logits.
    """
    scores = 0 if settings.flash_attention else settings.batch * settings.context * header.heads * 4
    width = max(header.number("feed_forward_length"), header.embedding_size)
    activations = settings.batch * (4 * width + 8 * header.embedding_size) * 4
    logits = 2 * max(_ROWS, settings.lanes + 1) * header.vocabulary * 4
    return header.tensor_bytes + cache_bytes(header, settings) + scores + activations + logits + _OVERHEAD


def fits(header: GgufHeader, settings: ModelSettings, on: Machine | None = None) -> Fit:
    """Whether a model with these settings fits into the memory that is free now."""
    on = on or machine()
    needed = needed_bytes(header, settings)
    if settings.gpu_layers and on.gpu_free:
        if needed <= on.gpu_free * _SPARE:
            return _fit(header, MemoryFit.FITS, needed, on.gpu_free)
        available = on.gpu_free + on.memory_available
        verdict = MemoryFit.PARTLY if needed <= available * _SPARE else MemoryFit.TOO_BIG
        return _fit(header, verdict, needed, available)
    verdict = MemoryFit.FITS if needed <= on.memory_available * _SPARE else MemoryFit.TOO_BIG
    return _fit(header, verdict, needed, on.memory_available)


def _fit(header: GgufHeader, verdict: MemoryFit, needed: int, available: int) -> Fit:
    what = Said(
        "{name} needs about {needed} of memory, and {free} are free",
        name=header.name,
        needed=size(needed),
        free=size(available),
    )
    if verdict is MemoryFit.FITS:
        return Fit(verdict, needed, available, Said("{what}: it fits.", what=what))
    if verdict is MemoryFit.PARTLY:
        advice = "It will run partly on the processor, which is slow: set fewer GPU layers, or choose a smaller file."
        return Fit(verdict, needed, available, Said("{what}, but not all on the GPU.", what=what), advice)
    advice = "Close other programs, set fewer lanes or a shorter context, or choose a smaller or more quantized model."
    return Fit(verdict, needed, available, Said("{what}: it is too big.", what=what), advice)


def suggest(header: GgufHeader, on: Machine | None = None) -> ModelSettings:
    """Settings for a model on a machine, all of them concrete numbers, so that they can be stored and used again.

    As many lanes as pay, then as long a context as fits into what is free now, up to 4,096 tokens and the length that
    the model was trained with. On the processor flash attention is off and each lane has its own KV stream (measured:
    fastest there); on a GPU flash attention is on. A tiny model gets one thread: two spend more on waiting for each
    other than they win (measured at 5 M parameters). If nothing fits, the smallest settings come back, which `fits`
    will refuse.
    """
    on = on or machine()
    longest = min(header.context_length or _LONGEST, _LONGEST)
    gpu = bool(on.gpus)
    base = ModelSettings(
        context=longest,
        lanes=_LANES[0],
        batch=_BATCH,
        threads=1 if header.parameters < _TINY else on.cores,
        gpu_layers=_ALL_LAYERS if gpu else 0,
        flash_attention=gpu,
        unified_kv=False,
        repack=True,
    )
    contexts = [longest, *(context for context in _CONTEXTS if context < longest)]
    # Lanes are given up before context down to four of them: a prompt that does not fit cannot be asked at all.
    order = [(longest, lanes) for lanes in _LANES if lanes >= 4]
    order += [(context, lanes) for context in contexts for lanes in _LANES if lanes <= 4]
    choices = [replace(base, context=context, lanes=lanes) for context, lanes in order]
    verdicts = [fits(header, settings, on).verdict for settings in choices]
    for wanted in (MemoryFit.FITS, MemoryFit.PARTLY):
        if wanted in verdicts:
            return choices[verdicts.index(wanted)]
    return choices[-1]


def worth_measuring(header: GgufHeader) -> bool:
    """Whether trials say more than `suggest`: with a tiny model all settings are equally fast, up to noise."""
    return header.parameters >= _TINY
