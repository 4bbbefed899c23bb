"""Where the lab writes what happened; implemented by the engine's recorder, which also remembers earlier sessions."""

from typing import Protocol, TypeVar

from core.events import Event

E = TypeVar("E", bound=Event)


class Journal(Protocol):
    """An append-only log that is being replayed up to the point an earlier session reached."""

    def emit(self, event: Event) -> None:
        """Write the event, or, while replaying, check that the log says the same. Raises `RunError` if it does not."""
        ...

    @property
    def replaying(self) -> bool:
        """Whether the earlier session said more than this one so far."""
        ...

    def recall(self, kind: type[E], past: tuple[type[Event], ...] = ()) -> E | None:
        """The next event of the earlier session if it is of this kind; `None` otherwise or when there is none.

        Events of the kinds in `past` may lie before it: they are looked past, and stay.
        """
        ...

    def nothing_but(self, kinds: tuple[type[Event], ...]) -> bool:
        """Whether all that is left of the earlier session is of these kinds."""
        ...


class MemoryJournal:
    """A journal that only remembers: for methods run without a folder."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def emit(self, event: Event) -> None:
        """Remember the event."""
        self.events.append(event)

    @property
    def replaying(self) -> bool:
        """Never."""
        return False

    def recall(self, kind: type[E], past: tuple[type[Event], ...] = ()) -> E | None:
        """Nothing: there was no earlier session."""
        del kind, past
        return None

    def nothing_but(self, kinds: tuple[type[Event], ...]) -> bool:
        """Nothing is left."""
        del kinds
        return True
