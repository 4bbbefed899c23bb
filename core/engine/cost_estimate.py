"""The price of a run before anything is loaded: its calls to the call, its time roughly."""

from collections.abc import Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from core.domain.cost_estimate import CostEstimate
from core.domain.prompt import Prompt
from core.domain.runspec import Reading, RunSpec
from core.domain.task import Task
from core.engine.commands.prepare import Prepare
from core.engine.prepare import spec_of
from core.engine.runner import most_calls
from core.errors import WhetError
from core.llm import gguf, hardware
from core.llm.remote import is_address

_LETTERS_PER_TOKEN: Final = 4
_FRAME: Final = 10
"""Tokens that a chat template puts behind a row. What stands before it, the prompt, is read once for many rows."""
_WRITTEN: Final = 0.5
"""Share of the longest reply that is usually written."""
_PER_CORE: Final = 20e9
"""Multiplications and additions of quantized weights that a core does in a second where many tokens are read."""
_BANDWIDTH: Final = 10e9
"""Bytes of weights that are read from memory in a second where replies are written, and how many share a reading."""
_TOGETHER: Final = 4
_LOOKED_AT: Final = 50
_NONE: Final = "of no run"
"""In place of a task's fingerprint: a price is asked for while somebody types, and no run is made of its spec."""


def cost_estimate(command: Prepare, task: Task, model: str | Path, seconds_per_call: float | None) -> CostEstimate:
    """The same upper bound as the engine's own estimate. `seconds_per_call` is what an earlier run took; without one
    nobody can say how long a model on a server takes.

    Raises `WhetError` for a command that no run can be prepared from.
    """
    spec = spec_of(command, task, fingerprint=_NONE)
    calls = most_calls(spec, task)
    each = seconds_per_call
    if each is None:
        each = 0.0 if is_address(str(model)) else rough_seconds_per_call(spec, task, Path(model))
    seconds = calls * each
    if spec.budget.minutes is not None:
        seconds = min(seconds, 60 * spec.budget.minutes)
    return CostEstimate(calls, seconds, measured=seconds_per_call is not None)


def most_calls_of(commands: Mapping[str, Prepare], task: Task) -> dict[str, int]:
    """The same upper bound for each of these commands; those that no run can be prepared from are left out."""
    found = {}
    for name, command in commands.items():
        with suppress(WhetError):
            found[name] = most_calls(spec_of(command, task, fingerprint=_NONE), task)
    return found


def rough_seconds_per_call(spec: RunSpec, task: Task, model: Path) -> float:
    """From the model's size, the length of the rows and the cores of this machine, within a factor of about three."""
    header = gguf.read_header(model)
    reading = 2 * header.parameters * _tokens_read(task) / (_PER_CORE * hardware.cores())
    if spec.reading is Reading.CHOICES:
        return reading
    written = _WRITTEN * (task.contract.max_tokens + task.contract.thought_tokens)
    return reading + written * header.file_size / (_BANDWIDTH * _TOGETHER)


def _tokens_read(task: Task) -> float:
    rows = list(islice((*task.train, *task.validation), _LOOKED_AT))
    letters = [sum(len(turn.text) for turn in task.ask(Prompt(""), row)) for row in rows]
    return _FRAME + sum(letters) / max(1, len(letters)) / _LETTERS_PER_TOKEN
