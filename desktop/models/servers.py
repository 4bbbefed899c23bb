"""Models on servers: looked for on this machine when asked to, tried, kept in the list beside the files."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.domain.served import Served
from core.engine.commands.ask import Answered, Ask
from core.engine.commands.find_models import ListedModel
from core.engine.commands.servers import FindServers, FoundServer, InspectServer, ServersFound, ServersInspected
from core.engine.messages import Message
from core.errors import WhetError
from core.llm.remote import Address, addresses
from core.store import servers
from core.store.places import called
from desktop.models.background import Background
from desktop.models.background_jobs import BackgroundJob, BackgroundJobs
from desktop.models.engine_requests import was_asked_for
from desktop.settings import Settings

SERVER = "server"
"""Who keeps a model that is asked on a server."""

_QUESTION = "Write three sentences about a walk by the sea."
_REPLY = 64
"""Tokens of the reply by which a server's speed is told."""
_FEW = 4
_LEAST_SECONDS = 0.05
"""What is shorter was not written token by token, or is too short to tell."""
_SECONDS = 4.0
"""For trying what a server can do: twice what the command line takes, because a model may have to be loaded first."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What was found of a model at an address: the seconds of finding it out, and tokens written in a second (0: not
    known)."""

    served: Served
    seconds: float
    speed: float = 0.0


class ServerList(QObject):
    """The servers that a person added. Nothing is connected to before `find` or `attempt` is called.

    `changed`: something is known that was not before. `problem` is the last error, until something goes well.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, jobs: BackgroundJobs, settings: Settings, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._background = background
        self._job: BackgroundJob | None = None
        self._allowed: frozenset[str] = frozenset()
        self.found: tuple[FoundServer, ...] | None = None
        self.known: dict[str, Abilities] = {}
        self.looking = False
        self.trying = ""
        self.problem: WhetError | None = None

    @property
    def added(self) -> list[str]:
        """The addresses in the list."""
        return self._settings.model_servers

    @property
    def models(self) -> tuple[ListedModel, ...]:
        """The models there, as the list of models shows them."""
        return tuple(self._listed(each) for each in self.added)

    def is_allowed(self, at: Address) -> bool:
        """Whether a server may be asked, as far as `look_up` has found."""
        return at.is_loopback or at.origin in self._allowed

    def look_up(self) -> None:
        """Read which servers are allowed; it may have been changed on another page, or at the command line."""

        def read() -> frozenset[str]:
            return frozenset(each.origin for each in servers.allowed())

        self._background.do(read, self._on_allowed, otherwise=self._report, latest="allowed servers")

    def _on_allowed(self, found: frozenset[str]) -> None:
        if found != self._allowed:
            self._allowed = found
            self.changed.emit()

    def find(self) -> None:
        """Look at the ports of this machine that programs are known for."""
        if self._job is None:
            self.looking = True
            self._job = self._jobs.send(
                FindServers(), answered=self._on_found, failed=self._on_failed, done=self._on_done
            )
            self.changed.emit()

    def attempt(self, address: str) -> None:
        """Try what the model at an address can do, and how fast it writes."""
        if self._job is None:
            self.trying, self.problem = address, None
            self._job = self._jobs.send(
                InspectServer(address, _SECONDS),
                answered=lambda found: self._on_inspected(address, found),
                failed=self._on_failed,
                done=lambda: self._measure(address),
            )
            self.changed.emit()

    def stop(self) -> None:
        """Give up what goes on."""
        if self._job is not None:
            self._job.cancel()

    def allow(self, address: str) -> None:
        """Let the server on another machine be asked, and try it."""

        def work() -> None:
            for each in addresses(address):
                servers.allow(each.text)

        def then(_: object) -> None:
            self.look_up()
            self.attempt(address)

        self._background.do(work, then, otherwise=self._report)

    def keep_key(self, address: str, key: str) -> None:
        """Put a server's key into the system's keyring, then try it; without a keyring nothing is kept."""

        def work() -> None:
            for each in addresses(address):
                servers.keep_key(each.text, key)

        self._background.do(work, lambda _: self.attempt(address), otherwise=self._report)

    def add(self, address: str) -> None:
        """Put a model into the list."""
        if address not in self.added:
            self._settings.model_servers = [*self.added, address]
        self.changed.emit()

    def drop(self, address: str) -> None:
        """Take it off the list."""
        self._settings.model_servers = [each for each in self.added if each != address]
        self.changed.emit()

    def _listed(self, address: str) -> ListedModel:
        found = self.known.get(address)
        if found is None:
            return ListedModel(address, called(address), SERVER, fit=SERVER)
        served = found.served
        return ListedModel(
            address,
            called(address),
            SERVER,
            parameters=served.parameters,
            quantization=served.quantization,
            context=served.context,
            fit=SERVER,
            architecture=served.dialect,
        )

    def _on_found(self, found: Message) -> None:
        if isinstance(found, ServersFound):
            self.found = found.servers

    def _on_inspected(self, address: str, found: Message) -> None:
        if isinstance(found, ServersInspected) and found.servers:
            first = found.servers[0]
            self.known[address] = Abilities(first.served, first.seconds)

    def _measure(self, address: str) -> None:
        """One question more; a server that does not answer it is no worse for that."""
        self._job = self._jobs.send(
            Ask(_QUESTION, (address,), max_tokens=_REPLY, alternatives=0),
            answered=lambda found: self._on_answer(address, found),
            failed=lambda _: self._on_done(),
            done=self._on_done,
        )
        self.changed.emit()

    def _on_answer(self, address: str, found: Message) -> None:
        if isinstance(found, Answered) and found.reply_tokens and found.seconds:
            before = self.known[address]
            self.known[address] = Abilities(before.served, before.seconds, _speed(found))

    def _on_done(self) -> None:
        self._job, self.looking, self.trying = None, False, ""
        self.changed.emit()

    def _on_failed(self, error: WhetError) -> None:
        self._job, self.looking, self.trying = None, False, ""
        self.problem = None if was_asked_for(error) else error
        self.changed.emit()

    def _report(self, error: Exception) -> None:
        if isinstance(error, WhetError):
            self.problem = error
            self.changed.emit()
        else:
            self.failed.emit(error)


def _speed(answer: Answered) -> float:
    """Tokens in a second from the first one on; of a reply that came all at once, from the question on."""
    writing = answer.seconds - answer.first
    if answer.reply_tokens > _FEW and writing > _LEAST_SECONDS:
        return (answer.reply_tokens - 1) / writing
    return answer.reply_tokens / answer.seconds
