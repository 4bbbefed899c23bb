"""What goes to servers and comes back, counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from core.llm.remote.address import Address


@dataclass(slots=True)
class Traffic:
    """What went over a wire, in bytes of bodies."""

    requests: int = 0
    sent: int = 0
    received: int = 0


@runtime_checkable
class TalkingModel(Protocol):
    """A model that is asked over a network."""

    @property
    def traffic(self) -> Mapping[Address, Traffic]:
        """What went to and came from each address since it was opened."""
        ...
