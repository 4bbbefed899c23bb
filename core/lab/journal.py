"""Where the lab writes what happened; implemented by the engine's recorder, which also remembers earlier sittings."""

from typing import Protocol, TypeVar

from core.events import Event

E = TypeVar("E", bound=Event)


class Journal(Protocol):
    """An append-only log that is being replayed up to the point an earlier sitting reached."""

    def emit(self, event: Event) -> None:
        """Write the event, or, while replaying, check that the log says the same. Raises `RunError` if it does not."""
        ...

    def recall(self, kind: type[E]) -> E | None:
        """The next event of the earlier sitting if it is of this kind; `None` otherwise or when there is none."""
        ...


class MemoryJournal:
    """A journal that only remembers: for methods run without a folder."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def emit(self, event: Event) -> None:
        """Remember the event."""
        self.events.append(event)

    def recall(self, kind: type[E]) -> E | None:
        """Nothing: there was no earlier sitting."""
        del kind
        return None
