"""Questions to a pool: each answer is looked at, kept, and only then given on."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from core.errors import WhetError
from core.llm.remote.failures import ChangedModelError
from core.llm.remote.keeping import Kept
from core.llm.remote.member import Member
from core.llm.remote.pool import Pool, PoolQuestion
from core.llm.remote.replies import estimate
from core.llm.remote.spoken import encode, read
from core.said import Said

_PROMPT_WORK: Final = 8.0
"""A token of a prompt is so many times less work than one of a reply."""


class Named(Protocol):
    """An answer that says which model gave it."""

    @property
    def model(self) -> str: ...

    def check(self) -> None:
        """Raise `UnansweredError` if there is no reply in it."""
        ...


Fetch = Callable[[Member, str, Mapping[str, object], float], Awaitable[bytes]]
"""Asks a server at a path with a body, within so many seconds: the answer as it is to be kept."""

N = TypeVar("N", bound=Named)
T = TypeVar("T")
U = TypeVar("U")


async def _post(member: Member, path: str, sent: Mapping[str, object], seconds: float) -> bytes:
    return await member.wire.post(path, encode(sent), seconds)


class Asker:
    """Asks the pool, once per question, and knows what was answered before."""

    def __init__(self, pool: Pool, kept: Kept) -> None:
        self._pool = pool
        self._kept = kept
        self._asked: dict[bytes, asyncio.Task[bytes]] = {}

    async def answer(
        self,
        path: str,
        body: Mapping[str, object],
        kind: type[N],
        tokens: int,
        *,
        fetch: Fetch = _post,
        until: str = "",
    ) -> tuple[N, bool]:
        """The answer to a question of at most so many tokens of reply, and whether it was known.

        `until` says where `fetch` ends a reply early, as such an answer is another one.
        """
        key = self._kept.key(path, {**body, "until": until} if until else body)
        known = self._kept.get(key)
        if known is not None:
            return read(known, kind), True
        shared = self._asked.get(key)
        if shared is None:
            shared = self._asked[key] = asyncio.get_running_loop().create_task(
                self._ask(path, body, kind, key, tokens, fetch)
            )
            shared.add_done_callback(lambda _: self._asked.pop(key, None))
            return read(await _or_cancel(shared), kind), False
        return read(await asyncio.shield(shared), kind), True

    async def _ask(
        self, path: str, body: Mapping[str, object], kind: type[Named], key: bytes, tokens: int, fetch: Fetch
    ) -> bytes:
        async def ask(member: Member, seconds: float) -> bytes:
            answer = await fetch(member, path, member.named_in(body), seconds)
            found = read(answer, kind)
            check_name(member, found.model)
            found.check()
            return answer

        question = encode(body)
        work = tokens + estimate(question.decode()[:100_000]) / _PROMPT_WORK
        answer = await self._pool.ask(PoolQuestion(ask, work))
        self._kept.put(key, answer)
        return answer


async def _or_cancel(task: "asyncio.Task[T]") -> T:
    """Its result; whoever asked first takes the question along when it is stopped."""
    try:
        return await task
    except asyncio.CancelledError:
        task.cancel()
        raise


def check_name(member: Member, named: str) -> None:
    """Raise `ChangedModelError` if a server now names another model than at the beginning; it is asked no more."""
    if named and member.named and named != member.named:
        error = ChangedModelError(
            Said(
                "{origin} now answers as “{named}”, not as “{before}”: the model was changed.",
                origin=member.at.origin,
                named=named,
                before=member.named,
            ),
            kept="Its answer was thrown away; every earlier one is kept.",
            hint="Let the server load the model that the run began with, or start a new run.",
        )
        member.loses(error)
        raise error


async def each(
    items: Sequence[T], ask: Callable[[T], Awaitable[U]], *, at_once: int, tell: Callable[[T, U], None]
) -> list[U]:
    """What is said of each item, in order, so many at once.

    After an error nothing more is asked, but what is on its way is waited for, so that it is kept; then it is raised.
    """
    found: dict[int, U] = {}
    errors: list[WhetError] = []
    waiting = iter(enumerate(items))

    async def work() -> None:
        for place, item in waiting:
            try:
                found[place] = await ask(item)
            except WhetError as error:
                errors.append(error)
            else:
                tell(item, found[place])
            if errors:
                return

    workers = [asyncio.ensure_future(work()) for _ in range(min(at_once, len(items)))]
    try:
        await asyncio.gather(*workers)
    except BaseException:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        raise
    if errors:
        raise errors[0]
    return [found[place] for place in range(len(items))]
