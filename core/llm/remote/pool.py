"""Several servers as one: who is asked next, what happens when one fails, and when all are gone.

The least busy one is asked. One that fails rests, and one that is dead, slow or keeps failing is drained: what it was
asked is asked of another, and it gets nothing more until a look at it shows that it is well, and the same model. When
nobody is left the questions wait for one to come back.
"""

import asyncio
import math
import random
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from core.errors import ModelError, WhetError
from core.llm.remote.failures import ServersGoneError, UnansweredError
from core.llm.remote.member import Member
from core.said import Said

_TRIES: Final = 8
"""Failed answers to one question after which it is given up: perhaps the question is what breaks the server."""

_GONE_SECONDS: Final = 600.0
_SOON, _LATER = 0.02, 1.0
"""Seconds between two looks at who is free; whatever changes before is told."""

T = TypeVar("T")
Check = Callable[[Member], Awaitable[None]]
"""Looks at a server: raises `UnansweredError` if it is not well, `ModelError` if it is another model."""


@dataclass(frozen=True, slots=True)
class PoolQuestion(Generic[T]):
    """What is asked of whoever is free: `ask` with the seconds it may take. `work`: about how many tokens it is."""

    ask: Callable[[Member, float], Awaitable[T]]
    work: float = 64.0


class Pool:
    """The servers of one model; used in one event loop only. `say` hears that all are gone, and when one is back."""

    def __init__(
        self,
        members: Sequence[Member],
        check: Check,
        say: Callable[[str], None] = lambda _: None,
        *,
        gone_seconds: float = _GONE_SECONDS,
    ) -> None:
        self.members = tuple(members)
        self._check = check
        self._say = say
        self._gone_seconds = gone_seconds
        self._changed = asyncio.Condition()
        self._looks: dict[Member, asyncio.Task[None]] = {}
        self._gone_since: float | None = None
        self._random = random.Random()

    @property
    def limit(self) -> int:
        """Questions that are asked at a time."""
        return sum(member.room for member in self.members)

    async def ask(self, question: PoolQuestion[T]) -> T:
        """The answer, of whichever server gave one."""
        tries, failed_at = 0, math.inf
        while True:
            member = await self._take()
            began = time.monotonic()
            try:
                answer = await question.ask(member, member.patience(question.work, tries, alone=self._alone))
            except UnansweredError as error:
                member.fails(error, self._random.random(), began)
                failed_at = min(failed_at, time.monotonic())
                tries += not (error.gone or error.busy)
                if tries >= _TRIES or time.monotonic() - failed_at > self._gone_seconds:
                    raise _given_up(member, error) from error
            except ModelError as error:
                if member.lost is not error:
                    raise
            else:
                member.answers(time.monotonic() - began, question.work)
                return answer
            finally:
                await self._give_back(member)

    async def close(self) -> None:
        """Close all connections."""
        for look in self._looks.values():
            look.cancel()
        await asyncio.gather(*self._looks.values(), return_exceptions=True)
        for member in self.members:
            await member.wire.close()

    @property
    def _alone(self) -> bool:
        return sum(not member.drained and member.lost is None for member in self.members) < 2

    async def _take(self) -> Member:
        """The well server with the fewest questions, as soon as there is one with room."""
        async with self._changed:
            while True:
                well = [member for member in self.members if member.is_well]
                free = [member for member in well if member.has_room]
                if free:
                    self._are_back()
                    chosen = min(free, key=lambda member: (member.outstanding / member.limit, member.answered))
                    chosen.outstanding += 1
                    return chosen
                if not well:
                    self._look_after_all()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), self._until_next_look())

    async def _give_back(self, member: Member) -> None:
        member.outstanding -= 1
        if member.drained and member.lost is None:
            self._look_after(member)
        async with self._changed:
            self._changed.notify_all()

    def _until_next_look(self) -> float:
        """Seconds until a server has rested; not too many, as others are waited for with patience of their own."""
        rests = [member.rests_for for member in self.members if not member.drained and member.lost is None]
        return min((max(_SOON, rest) for rest in rests if rest > 0), default=_LATER)

    def _look_after_all(self) -> None:
        """Nobody can be asked. Raises once that is for good."""
        lost = [member.lost for member in self.members if member.lost is not None]
        if len(lost) == len(self.members):
            raise lost[0]
        drained = [member for member in self.members if member.lost is None and member.drained]
        if len(drained) + len(lost) < len(self.members):
            return  # one only rests
        for member in drained:
            self._look_after(member)
        if self._gone_since is None:
            self._gone_since = time.monotonic()
            self._say(f"waiting for {_named(self.members)}: {drained[0].why}")
        if time.monotonic() - self._gone_since > self._gone_seconds:
            raise ServersGoneError(
                Said(
                    "No server of the model answers any more: {named}. Last said: {why}.",
                    named=_named(self.members),
                    why=drained[0].why,
                ),
                kept="Every answer that came is kept.",
                hint="Start the server again, then go on.",
            )

    def _are_back(self) -> None:
        if self._gone_since is not None:
            self._gone_since = None
            self._say("")

    def _look_after(self, member: Member) -> None:
        look = self._looks.get(member)
        if look is None or look.done():
            self._looks[member] = asyncio.get_running_loop().create_task(self._revive(member))

    async def _revive(self, member: Member) -> None:
        """Look at a drained server until it is well or lost."""
        while member.drained and member.lost is None:
            await asyncio.sleep(member.rests_for)
            try:
                await self._check(member)
            except UnansweredError as error:
                member.fails(error, self._random.random(), time.monotonic())
            except WhetError as error:
                member.loses(error if isinstance(error, ModelError) else ModelError(error.message, hint=error.hint))
            else:
                member.recovers()
        async with self._changed:
            self._changed.notify_all()


def _given_up(member: Member, error: UnansweredError) -> ModelError:
    return ModelError(
        Said(
            "{origin} gave no answer to a question, whatever was tried: {reason}.",
            origin=member.at.origin,
            reason=error.reason,
        ),
        kept="Every answer that came is kept.",
        hint="Look at the server's own log, then go on.",
    )


def _named(members: Sequence[Member]) -> str:
    return ", ".join(member.at.origin for member in members)
