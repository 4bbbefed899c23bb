"""A GGUF in this process, through llama.cpp's low-level interface.

Importing this package does not load the native library; the functions do when they are called.
"""

import importlib.util
import os
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from core.control import CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm.base import ChatMessage

if TYPE_CHECKING:
    from core.llm.llama.model import LlamaModel
    from core.llm.llama.probing import Probed

# How llama.cpp's threads wait for each other where OpenMP runs them (Linux with gcc; elsewhere llama.cpp has threads
# of its own). libgomp knows two extremes: passive waiters sleep at once, and waking them costs more than a decoding
# step of a small model; active ones spin without end, which takes 5 to 50 times the processor time once other programs
# want the cores. A bounded spin is right both ways. Measured on two cores, 135 M parameters, two threads, tokens/s of
# decoding one sequence, idle and beside a busy program: passive 38 and 73, active 171 and 4, spin 1,000 155 and 47,
# spin 10,000 176 and 15. OpenMP reads both variables when it is loaded, so they have to come first.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "1000")


def is_built() -> bool:
    """Whether llama.cpp is there: set-up leaves it out where it finds no compiler."""
    return importlib.util.find_spec("llama_cpp") is not None


def check_built() -> None:
    """Raise `ModelError` with the two ways there are if llama.cpp is not there."""
    if not is_built():
        raise ModelError(
            "Models in files cannot be loaded: this installation was set up without a C++ compiler, so it has no "
            "llama.cpp.",
            kept="Everything else works.",
            hint="Two ways: install a compiler and set Whet up again; or ask a server that runs (llama-server, Ollama, "
            "LM Studio): whet models servers shows those here, and --model takes the address.",
        )


def load(
    path: Path,
    settings: ModelSettings,
    *,
    embed: bool = False,
    on_progress: Callable[[float], None] | None = None,
    cancel: CancelToken | None = None,
) -> "LlamaModel":
    """Load a model. It must be closed, and outlives nothing that uses it.

    With `embed` it can also make vectors of texts. `on_progress` gets a fraction, 0…1. Raises `ModelError` with a
    sentence for a file that is broken, too big for this machine or of an unknown kind, and `Cancelled`.
    """
    check_built()
    from core.llm.llama import loader

    return loader.load(path, settings, embed=embed, on_progress=on_progress, cancel=cancel)


def counting(path: Path) -> "AbstractContextManager[Callable[[Sequence[ChatMessage]], int]]":
    """While it is open: how many tokens a conversation has for this model. Its weights are not read.

    Raises `ModelError` for a file that is broken or of an unknown kind.
    """
    check_built()
    from core.llm.llama import token_count

    return token_count.counting(path)


def probe(
    path: Path,
    settings: ModelSettings,
    *,
    fixed: Collection[str] = (),
    again: bool = False,
    cancel: CancelToken | None = None,
) -> "Probed":
    """Try a model in a child process first: the settings with which it does not crash there, and is fastest.

    What was found is remembered per file, build, processor and question; with `again` it is replaced. `fixed` names
    settings that a person chose, which are kept. `repack=False` is said in the log. Raises `ModelError` if the model
    crashes either way.
    """
    check_built()
    from core.llm.llama import probing

    return probing.probe(path, settings, fixed=fixed, again=again, cancel=cancel)
