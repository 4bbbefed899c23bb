"""What a person asks models in passing: the tries of this session, with every token as it is heard."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.runspec import ParamValue
from core.domain.thinking import split
from core.engine.commands.ask import Answered, Ask, AskRendered, TokenHeard
from core.engine.messages import Message, Progressed
from core.errors import WhetError
from core.llm.base import HeardToken
from core.store.places import called
from desktop.models.engine_requests import EngineRequest, EngineRequests, was_asked_for
from desktop.sentences import translated

_BEAT_MS = 33
"""Tokens are shown so often: a fast model writes hundreds in a second."""

_MOST_TRIES = 200


@dataclass(slots=True)
class ModelReply:
    """One model's part in a try, as far as it was heard. `stopped`: the person stopped it."""

    path: str
    name: str
    prompt: tuple[str, ...] = ()
    tokens: list[HeardToken] = field(default_factory=list)
    answered: Answered | None = None
    note: str = ""
    stopped: bool = False
    problem: str = ""

    @property
    def thought(self) -> str:
        """What was thought, without the marks around it."""
        if self.answered is not None and not self.answered.problem:
            return self.answered.reasoning
        heard = "".join(token.text for token in self.tokens if token.thought)
        found = split(heard)
        return (found.thoughts or found.answer).strip()  # no mark at all: the template opened it

    @property
    def text(self) -> str:
        """The reply as far as it is known."""
        if self.answered is not None and not self.answered.problem:
            return self.answered.text
        return "".join(token.text for token in self.tokens if not token.thought)


@dataclass(slots=True)
class Try:
    """One question and the replies to it."""

    command: Ask
    task: str
    asked: datetime
    replies: list[ModelReply]


class PlaygroundModel(QObject):
    """`changed`: another try is shown, or it began or ended; `heard`: tokens came, some thirty times a second at most;
    `progressed` carries a `Progressed`, `failed` an error."""

    changed = Signal()
    heard = Signal()
    progressed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        requests: EngineRequests,
        settings_of: Callable[[str], dict[str, ParamValue]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._requests = requests
        self._settings_of = settings_of
        self._request: EngineRequest | None = None
        self.tries: list[Try] = []
        self.shown: Try | None = None
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self.heard)

    @property
    def working(self) -> bool:
        """Whether a question is on its way."""
        return self._request is not None

    def ask(self, command: Ask, task: str = "") -> None:
        """Ask; the replies are heard in a new try, which is shown."""
        if self.working:
            return
        chosen = {path: settings for path in command.models if (settings := self._settings_of(path))}
        command = msgspec.structs.replace(command, settings=chosen)
        replies = [ModelReply(path, called(path)) for path in command.models]
        made = Try(command, task, datetime.now().astimezone(), replies)
        self.tries = [made, *self.tries][:_MOST_TRIES]
        self.shown = made
        self._request = EngineRequest(
            command,
            on_message=lambda message: self._on_message(made, message),
            on_done=lambda: self._rest(made),
            on_failed=lambda error: self._fail(made, error),
        )
        self.changed.emit()
        self._requests.give(self._request)

    def stop(self) -> None:
        """Stop the writing; what was heard stays."""
        if self.working and self._requests.current is self._request:
            self._requests.cancel()

    def show(self, place: int) -> None:
        """Show an earlier try again."""
        if 0 <= place < len(self.tries) and self.tries[place] is not self.shown:
            self.shown = self.tries[place]
            self.changed.emit()

    def forget(self) -> None:
        """Drop the tries of this session, but for one that is on its way."""
        self.tries = self.tries[:1] if self.working else []
        self.shown = self.tries[0] if self.tries else None
        self.changed.emit()

    def _on_message(self, made: Try, message: Message) -> None:
        match message:
            case AskRendered():
                reply = made.replies[message.model]
                reply.name, reply.prompt, reply.note = message.name, message.tokens, message.note
                self._come(made)
            case TokenHeard():
                made.replies[message.model].tokens.append(message.heard)
                self._come(made)
            case Answered():
                reply = made.replies[message.model]
                reply.answered, reply.problem = message, message.problem
                self._come(made)
            case Progressed():
                self.progressed.emit(message)

    def _come(self, made: Try) -> None:
        if made is self.shown and not self._beat.isActive():
            self._beat.start()

    def _rest(self, made: Try) -> None:
        self._request = None
        for reply in made.replies:
            reply.stopped = reply.answered is None
        self._beat.stop()
        self.heard.emit()
        self.changed.emit()

    def _fail(self, made: Try, error: WhetError) -> None:
        asked_for = was_asked_for(error)
        if not asked_for:
            for reply in made.replies:
                if reply.answered is None:
                    reply.problem = translated(error.message)
                    break
        self._rest(made)
        if not asked_for:
            self.failed.emit(error)
