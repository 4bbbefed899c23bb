"""A copy of a model in a type that this processor computes faster, made by llama.cpp's own quantizer.

Measured with one thread (tokens a second, prompt): SmolLM2-135M in Q4_1 174, as Q8_0 380, as BF16 515, where the
processor has AVX-512 BF16. With AMX for whole numbers it is the other way round: Q4_1 780, Q8_0 750, BF16 310. The copy
answers a little differently: it is a model of its own, with a hash of its own.
Q4_0 would be fast, too, and is never made: of 48 labels it gave 17 like the original.
"""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core import paths
from core.control import CancelToken
from core.errors import ModelError, UsageError
from core.llm import gguf, hardware
from core.llm.gguf_split import number_of
from core.llm.llama import native
from core.program import program
from core.said import Said

_FAST: Final = frozenset({"Q8_0", "Q4_0"})
_FLOATS: Final = frozenset({"BF16", "F16", "F32"})
_AMX: Final = frozenset({"Q4_1", "Q4_K", "Q5_K", "Q6_K", "IQ4_XS"})
"""Types that llama.cpp computes with AMX, beside the fast ones."""
_K_BLOCK: Final = 256
"""Rows of other lengths are not stored in K types, but in slower ones."""
_BYTES: Final = {"BF16": 2.0, "Q8_0": 34 / 32}
"""Of one parameter."""
_SPARE: Final = 64 << 20
_MOST_OF_MEMORY: Final = 0.5
"""A copy that takes more of the free memory leaves too little for the context and for other programs."""
_LOOK_EVERY: Final = 0.1

Tell = Callable[[float], None]
"""Gets the fraction that is done, 0…1."""


@dataclass(frozen=True, slots=True)
class FasterCopy:
    """What could be made of a model file: its type, its size in bytes (about), and where it would lie."""

    source: Path
    kind: str
    size: int
    target: Path

    @property
    def is_there(self) -> bool:
        """Whether it was made before."""
        return self.target.is_file()


def plan(path: Path) -> FasterCopy:
    """The copy that suits this machine. Raises `UsageError` where none would be faster."""
    header = gguf.read_header(path)
    if number_of(path.name)[1] > 1:
        raise UsageError("A model in several parts has no faster copy here.", hint="Take a file of one part.")
    features = native.system_info()
    amx = "AMX_INT8 = 1" in features
    if is_fast(header, amx=amx):
        raise UsageError(
            Said(
                "{name} is in {quantization}, which is fast already.", name=path.name, quantization=header.quantization
            ),
            hint="Use it as it is.",
        )
    free = hardware.machine().memory_available
    for kind in ("BF16", "Q8_0") if "AVX512_BF16 = 1" in features and not amx else ("Q8_0",):
        size = int(header.parameters * _BYTES[kind])
        if size <= _MOST_OF_MEMORY * free:
            return FasterCopy(path, kind, size, paths.models_folder() / f"{path.stem}-{kind}.gguf")
    raise UsageError(
        Said("A faster copy of {name} would not fit into this machine's memory.", name=path.name),
        hint="Take a smaller model.",
    )


def is_fast(header: gguf.GgufHeader, *, amx: bool) -> bool:
    """Whether a model is in a type that no copy would be faster than, with or without AMX for whole numbers."""
    kind = header.quantization.upper()
    if kind in _FAST or not amx:
        return kind in _FAST | _FLOATS
    width = header.values.get(f"{header.architecture}.embedding_length")
    whole = isinstance(width, int) and width % _K_BLOCK == 0
    family = re.sub(r"_[SML]$", "", kind)
    return family in _AMX and (whole or family == "Q4_1")


def make(copy: FasterCopy, *, tell: Tell | None = None, cancel: CancelToken | None = None) -> Path:
    """Make the copy, in a process of its own; it gets its name when it is whole. Raises `ModelError`, `Cancelled`."""
    if copy.is_there:
        return copy.target
    folder = copy.target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        if copy.size + _SPARE > free:
            needed = copy.size + _SPARE >> 20
            raise _failed(copy, f"it needs {needed:,} MB, and {free >> 20:,} MB are free on the disk")
        with tempfile.TemporaryDirectory(prefix=".faster-", dir=folder) as scratch:
            part = Path(scratch) / copy.target.name
            _run(copy, part, tell or _ignore, cancel)
            gguf.read_header(part)
            part.replace(copy.target)
    except OSError as error:
        raise _failed(copy, error.strerror or str(error)) from error
    return copy.target


def _ignore(_fraction: float) -> None:
    """Nobody watches."""


def _run(copy: FasterCopy, part: Path, tell: Tell, cancel: CancelToken | None) -> None:
    arguments = (str(copy.source), str(part), copy.kind, str(max(1, hardware.cores())))
    command = program("core.llm.llama.quantize_child", *arguments)
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(  # noqa: S603 - our own program
            command,
            env=os.environ | {"GGML_NO_BACKTRACE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            while child.poll() is None:
                tell(min(1.0, part.stat().st_size / copy.size) if part.exists() else 0.0)
                if cancel is not None:
                    cancel.check()
                time.sleep(_LOOK_EVERY)
        finally:
            if child.poll() is None:
                child.kill()
            child.wait()
        if child.returncode != 0 or not part.exists():
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines()
            raise _failed(copy, lines[-1] if lines else f"the quantizer ended with code {child.returncode}")


def _failed(copy: FasterCopy, reason: str) -> ModelError:
    return ModelError(
        Said("No faster copy of {name} could be made: {reason}.", name=copy.source.name, reason=reason),
        kept="The model itself is as it was.",
        hint="Use it as it is.",
    )
