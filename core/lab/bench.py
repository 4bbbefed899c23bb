"""What a lab is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field

from core.control import CancelToken
from core.domain.runspec import Role
from core.lab.journal import Journal
from core.lab.meter import Meter
from core.lab.steering import RunControl
from core.llm.base import ChatModel, Observer, ignore


@dataclass(frozen=True, slots=True)
class Bench:
    """What a lab is made of: the models by role, the log, the meter, the button that stops it, and what else a person
    may ask of it meanwhile."""

    models: dict[Role, ChatModel]
    journal: Journal
    meter: Meter
    cancel: CancelToken = field(default_factory=CancelToken)
    observer: Observer = ignore
    phase: Callable[[str], None] = lambda _: None
    control: RunControl = field(default_factory=RunControl)

    def model(self, role: Role) -> ChatModel:
        """The model of that role; the task model stands in where none was chosen."""
        return self.models.get(role) or self.models[Role.TASK]
