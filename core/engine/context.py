"""What the engine's verbs work with: the loaded models, the client who listens, and the person who may stop them."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core import offline
from core.control import CancelToken
from core.engine.messages import Message, Progressed
from core.engine.models import LoadedModels
from core.events import Event
from core.lab.steering import RunControl


@dataclass(frozen=True, slots=True)
class EngineContext:
    """`send` takes messages, `publish` the events of a run; `control` is what a person says of a run that goes on."""

    models: LoadedModels
    send: Callable[[Message], None]
    publish: Callable[[Event], None]
    cancel: CancelToken = field(default_factory=CancelToken)
    control: RunControl = field(default_factory=RunControl)

    def report(self, phase: str, fraction: float) -> None:
        """Send where a piece of work without calls stands."""
        self.send(Progressed(phase, fraction, connections=offline.connections()))
