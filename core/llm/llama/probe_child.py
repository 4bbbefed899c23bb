"""The child process that tries a model: `python -m core.llm.llama.probe_child FILE QUESTION [measure]`.

It loads the model and computes as a run does, several sequences at once behind a shared prefix, measures if asked to,
and then exits with 0 and its trials on standard output. If llama.cpp crashes, only this process dies.
"""

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from core import nested, offline
from core.child import settle
from core.errors import ModelError
from core.llm import gguf
from core.llm.base import Request, user
from core.llm.kinds import Purpose, purpose_of
from core.llm.llama import loader
from core.llm.llama.probing import REFUSED, ProbeQuestion, Refusal
from core.llm.llama.tuning import TuningTrial

CRASH: Final = "WHET_PROBE_CRASH"
"""For tests on machines whose llama.cpp does not crash: “repack” or “always” makes this process kill itself then."""

_LANES: Final = 4
_CONTEXT: Final = 512
_TEXT: Final = "one two three four five six seven eight nine ten eleven twelve " * 4


def main(arguments: Sequence[str]) -> int:
    """Try the model; the exit code."""
    offline.install()
    settle()
    path, question = Path(arguments[0]), nested.decode(arguments[1], type=ProbeQuestion)
    try:
        trials = _try(path, question, measure="measure" in arguments[2:])
    except ModelError as error:
        sys.stdout.buffer.write(nested.encode(Refusal(error.message, error.hint)))
        return REFUSED
    sys.stdout.buffer.write(nested.encode(trials))
    return 0


def _try(path: Path, question: ProbeQuestion, *, measure: bool) -> list[TuningTrial]:
    header, settings = gguf.read_header(path), question.settings
    writes = purpose_of(header) is Purpose.LANGUAGE
    few = replace(settings, lanes=min(settings.lanes, _LANES), context=_CONTEXT)
    model = loader.load(path, few, embed=not writes, sha256="")
    wanted = os.environ.get(CRASH, "")
    if wanted == "always" or (wanted == "repack" and settings.repack):
        os.kill(os.getpid(), signal.SIGSEGV)
    if writes:
        model.complete([Request(user(f"{_TEXT}{word}"), max_tokens=4) for word in ("one", "two", "three", "four")])
    else:
        model.embed([_TEXT])
    trials = model.trials(settings, question.fixed) if writes and measure else []
    model.close()
    return trials


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
