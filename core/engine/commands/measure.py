"""Which settings of a model are fastest on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from core.domain.runspec import ModelSettings, ParamValue
from core.engine.messages import Command, Message, handles
from core.said import Said

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class MeasuredTrial(msgspec.Struct, frozen=True):
    """Settings, and the milliseconds that a small step took with them, by the clock and of processor time."""

    settings: ModelSettings
    ms: float
    cpu_ms: float = 0.0


class Measured(Message, frozen=True, tag=True):
    """The settings that runs with this model will use, and the trials, the suggested settings first.

    `busy`: other programs used the processor meanwhile, so the next run on a quiet machine measures again.
    """

    settings: ModelSettings
    trials: tuple[MeasuredTrial, ...]
    busy: bool = False


class Measure(Command[Measured], frozen=True, tag=True):
    """Measure a model's settings again, apart from those chosen by name; later runs use what comes out."""

    path: str
    settings: dict[str, ParamValue] = {}


@handles(Measure)
def measure(command: Measure, context: "EngineContext") -> Measured:
    """Remembered for later runs. Raises `ModelError` for chosen settings that need more memory than there is."""
    from core.engine.prepare import with_settings
    from core.errors import ModelError
    from core.llm import gguf, hardware, kinds, llama

    path = Path(command.path)
    header = gguf.read_header(path)
    kinds.check_writes(header)
    chosen = with_settings(hardware.suggest(header), command.settings)
    fit = hardware.fits(header, chosen)
    if command.settings and fit.verdict is hardware.MemoryFit.TOO_BIG:  # trials are short: they would not notice
        raise ModelError(fit.sentence, hint=fit.advice)
    context.report(Said("measuring {name} in a process of its own", name=path.name), 0.0)
    probed = llama.probe(path, chosen, fixed=command.settings.keys(), again=True, cancel=context.cancel)
    trials = tuple(MeasuredTrial(trial.settings, trial.ms, trial.cpu_ms) for trial in probed.trials)
    return Measured(probed.settings, trials, probed.busy)
