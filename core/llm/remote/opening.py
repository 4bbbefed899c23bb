"""From addresses to a model: every server is recognized, and those that are another model than the rest are refused."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from core.control import CancelToken
from core.domain.served import Served, same_model
from core.errors import UsageError, WhetError
from core.llm.answers import AnswerStore
from core.llm.remote.address import Address
from core.llm.remote.background import LoopThread
from core.llm.remote.failures import ChangedModelError, ServersGoneError, UnansweredError
from core.llm.remote.keeping import Kept
from core.llm.remote.member import Member
from core.llm.remote.model import RemoteModel
from core.llm.remote.pool import Pool
from core.llm.remote.probing import Prober, short_name
from core.llm.remote.spoken import Models, read
from core.llm.remote.wire import ServerWire
from core.said import Said

_LOOK_SECONDS = 20.0
"""For recognizing a server that comes back."""


def connect(
    places: Sequence[Address],
    *,
    key_of: Callable[[Address], str],
    store: AnswerStore | None,
    known: Served | None,
    seconds: float,
    say: Callable[[str], None],
    cancel: CancelToken | None,
    gone_seconds: float = 600.0,
) -> RemoteModel:
    """See `core.llm.remote.connect`."""
    if not places:
        raise UsageError("No server is named.")
    background = LoopThread("whet-servers")
    try:
        opening = _Opening([Member(ServerWire(at, key_of(at))) for at in places], known, seconds)
        pool = background.run(opening.pool(say, gone_seconds), cancel)
    except BaseException:
        background.close()
        if store is not None:
            store.close()
        raise
    served = opening.served
    assert served is not None
    return RemoteModel(background, pool, served, Kept(served, store), short_name(places[0].model or served.named))


def survey(at: Address, key: str, seconds: float, cancel: CancelToken | None = None) -> Served:
    """What the server at an address can do, as far as it can be told in so many seconds."""
    background = LoopThread("whet-survey")
    member = Member(ServerWire(at, key))

    async def work() -> Served:
        try:
            return await Prober(member, seconds).probe()
        finally:
            await member.wire.close()

    try:
        return background.run(work(), cancel)
    finally:
        background.close()


def listed(places: Sequence[Address], seconds: float, cancel: CancelToken | None) -> list[tuple[str, ...] | str]:
    """See `core.llm.remote.listed`."""
    background = LoopThread("whet-listing")

    async def work() -> list[tuple[str, ...] | str]:
        return list(await asyncio.gather(*(_names(at, seconds) for at in places)))

    try:
        return background.run(work(), cancel)
    finally:
        background.close()


async def _names(at: Address, seconds: float) -> tuple[str, ...] | str:
    wire = ServerWire(at)
    try:
        return tuple(each.id for each in read(await wire.get("/models", seconds), Models).data)
    except UnansweredError as error:
        return () if error.gone else f"{error.reason}."
    except WhetError as error:
        return error.message
    finally:
        await wire.close()


class _Opening:
    """Recognizes the members of a pool. `served` is what the model is: as known, or as the first one that answers."""

    def __init__(self, members: Sequence[Member], known: Served | None, seconds: float) -> None:
        self._members = members
        self._known = known
        self._seconds = seconds
        self.served = known

    async def pool(self, say: Callable[[str], None], gone_seconds: float) -> Pool:
        """The pool, with those that do not answer drained for now. Raises if none does, or one is another model."""
        try:
            return await self._pool(say, gone_seconds)
        except BaseException:
            await asyncio.gather(*(member.wire.close() for member in self._members), return_exceptions=True)
            raise

    async def _pool(self, say: Callable[[str], None], gone_seconds: float) -> Pool:
        found = await asyncio.gather(*map(self._recognized, self._members))
        well = [(member, each) for member, each in zip(self._members, found, strict=True) if isinstance(each, Served)]
        if not well:
            raise next(each for each in found if isinstance(each, WhetError))
        served = self.served = self.served or await self._probed(well[0][0])
        for member, each in well:
            self._check_same(member, each)
            member.limit = each.parallel if each.parallel > 1 else served.parallel
        for member, other in zip(self._members, found, strict=True):
            if isinstance(other, ServersGoneError):
                member.limit = served.parallel
                member.fails(UnansweredError(other.message, gone=True), 0.5, 0.0)
            elif isinstance(other, WhetError):
                raise other
        return Pool(self._members, self._look, say, gone_seconds=gone_seconds)

    async def _recognized(self, member: Member) -> Served | WhetError:
        try:
            return await Prober(member, self._seconds).recognize(self._known)
        except WhetError as error:
            return error

    async def _probed(self, member: Member) -> Served:
        return await Prober(member, self._seconds).probe()

    async def _look(self, member: Member) -> None:
        """Is a server that was drained well again, and still the same model?"""
        before = member.named
        try:
            found = await Prober(member, _LOOK_SECONDS).recognize(self.served)
        except ServersGoneError as error:
            raise UnansweredError(error.message) from error
        finally:
            member.named = before or member.named
        self._check_same(member, replace(found, named=member.named) if before == found.named else found)

    def _check_same(self, member: Member, found: Served) -> None:
        served = self.served
        if served is None or same_model(served, found):
            return
        if self._known is not None:
            raise ChangedModelError(
                Said(
                    "The model at {origin} answers differently from the one that this run was started with.",
                    origin=member.at.origin,
                ),
                kept="Every answer that came is kept.",
                hint="Scores of different models cannot be mixed: let the server load that model, or start a new run.",
            )
        raise ChangedModelError(
            Said(
                "{origin} answers as another model than {other} does.",
                origin=member.at.origin,
                other=self._members[0].at.origin,
            ),
            kept="It was asked nothing.",
            hint="Several addresses are one model only if each has the same one: leave it out.",
        )
