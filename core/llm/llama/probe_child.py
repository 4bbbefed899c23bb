"""The child process that tries a model: `python -m core.llm.llama.probe_child FILE SETTINGS`.

It loads the model and computes as a run does, several sequences at once behind a shared prefix, and then exits with 0.
If llama.cpp crashes, only this process dies.
"""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from core import offline
from core.domain.runspec import ModelSettings
from core.errors import ModelError
from core.llm import gguf
from core.llm.base import Request, user
from core.llm.llama import loader
from core.llm.llama.probing import REFUSED, Refusal

CRASH: Final = "WHET_PROBE_CRASH"
"""For tests on machines whose llama.cpp does not crash: “repack” or “always” makes this process kill itself then."""

_TEXT: Final = "one two three four five six seven eight nine ten eleven twelve " * 4


def main(arguments: Sequence[str]) -> int:
    """Try the model; the exit code."""
    offline.install()
    _no_core_dump()
    path, settings = Path(arguments[0]), msgspec.json.decode(arguments[1], type=ModelSettings)
    try:
        _try(path, settings)
    except ModelError as error:
        sys.stdout.buffer.write(msgspec.json.encode(Refusal(error.message, error.hint)))
        return REFUSED
    return 0


def _try(path: Path, settings: ModelSettings) -> None:
    header = gguf.read_header(path)
    writes = bool(header.values.get(f"{header.architecture}.attention.causal", True))
    model = loader.load(path, settings, embed=not writes, sha256="")
    wanted = os.environ.get(CRASH, "")
    if wanted == "always" or (wanted == "repack" and settings.repack):
        os.kill(os.getpid(), signal.SIGSEGV)
    if writes:
        model.complete([Request(user(f"{_TEXT}{word}"), max_tokens=4) for word in ("one", "two", "three", "four")])
    else:
        model.embed([_TEXT])
    model.close()


def _no_core_dump() -> None:
    """A crash here is expected; it must not leave gigabytes behind."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
