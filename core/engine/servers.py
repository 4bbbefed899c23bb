"""Models on servers in a run: allowed or refused, tried and recognized, opened, and their traffic written down."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from core import offline, paths
from core.control import CancelToken
from core.domain.runspec import ModelRef, ModelSettings, ParamValue
from core.domain.served import Served
from core.engine.messages import Message, Progressed
from core.errors import CapabilityError, ModelError, OfflineError, UsageError
from core.llm import remote
from core.llm.answers import AnswerStore
from core.llm.base import ChatMessage as Turn
from core.llm.remote import Address, Traffic
from core.said import Said
from core.store import connections, servers

if TYPE_CHECKING:  # the HTTP library is loaded by whoever needs it
    from core.llm.remote.model import RemoteModel

ANSWERS = "WHET_ANSWERS"
"""The variable of the environment that switches kept answers off."""

_OPENING_SECONDS = 60.0
"""For trying what a server can do; a large model on a slow machine needs some."""

Report = Callable[[str, float], None]


def check_leave(places: Sequence[Address]) -> None:
    """Open the way to these servers and to no others. Raises `OfflineError` for one that was not allowed."""
    for at in places:
        if at.is_loopback:
            continue
        if not servers.is_allowed(at):
            raise OfflineError(
                Said("{origin} is not on this machine, and was not allowed: Whet works offline.", origin=at.origin),
                host=at.host,
                hint=Said("If questions and rows may go there: whet connections --allow {origin}", origin=at.origin),
            )
        with offline.because(f"asking the model at {at.origin}"):
            try:
                offline.allow_server(at.host, at.port)
            except OSError as error:
                raise ModelError(
                    Said("{host} cannot be found: {reason}.", host=at.host, reason=error.strerror),
                    hint="Is there a network?",
                ) from error


def reference(
    text: str,
    settings: Mapping[str, ParamValue],
    report: Report,
    cancel: CancelToken,
    notes: list[str],
    *,
    writes: bool = True,
) -> ModelRef:
    """The model at these addresses by what it is: how it answers, and what was found that it can do.

    Of the `settings` of a model only its context and its lanes mean something: the requests at a time.
    """
    places = remote.addresses(text)
    check_leave(places)
    report(Said("trying what {place} can do", place=places[0].origin), 0.0)
    model = remote.connect(places, key_of=servers.key_of, seconds=_OPENING_SECONDS, cancel=cancel)
    served = _chosen(model.served, settings)
    capable = model.capabilities.chat if writes else model.capabilities.embed
    ref = ModelRef(
        model.info.name,
        model.info.sha256,
        ModelSettings(context=served.context, lanes=served.parallel),
        served,
    )
    Exchanges().write_down(model.traffic)
    model.close()
    if not capable:
        raise CapabilityError(
            Said("{name} answers no questions.", name=ref.name)
            if writes
            else Said("{name} makes no vectors of texts.", name=ref.name),
            hint="Choose another model of that server, or a GGUF.",
        )
    notes += [f"{ref.name}: {words}" for words in notes_on(served)]
    return ref


def notes_on(served: Served) -> list[str]:
    """What somebody should know of a model on a server before a run."""
    found = [f"It is asked on a server ({served.dialect}), which may change; the answers of this run are kept."]
    if not served.counted:
        found.append("The server does not count tokens, so counts before a reply are estimates.")
    return found


def open_model(
    text: str, ref: ModelRef, store: AnswerStore | None, cancel: CancelToken, send: Callable[[Message], None]
) -> "RemoteModel":
    """The model of a run on these servers. Raises `ModelError` if it is another one now."""
    places = remote.addresses(text)
    check_leave(places)
    if isinstance(ref.server, msgspec.UnsetType):
        raise ModelError(
            Said("The model “{name}” of this run was a file, not a server.", name=ref.name),
            hint="Scores of different models cannot be mixed: name the original file, or start a new run.",
        )

    def say(phase: str) -> None:
        send(Progressed(phase, 0.0, paused=bool(phase)))

    return remote.connect(
        places, key_of=servers.key_of, store=store, known=ref.server, seconds=_OPENING_SECONDS, say=say, cancel=cancel
    )


def survey(text: str, seconds: float, cancel: CancelToken) -> list[tuple[Address, Served]]:
    """What each server at these addresses can do, as far as so many seconds tell."""
    places = remote.addresses(text)
    check_leave(places)
    return [(at, remote.survey(at, servers.key_of(at), seconds=seconds, cancel=cancel)) for at in places]


def store_of(environment: Mapping[str, str] = os.environ) -> AnswerStore | None:
    """Where answers are kept, unless that is switched off."""
    return None if environment.get(ANSWERS) == "off" else AnswerStore(paths.answers_folder())


def compares_labels(ref: ModelRef) -> bool:
    """Whether a model says how likely labels are, so that they can be compared: a file does, not every server."""
    return isinstance(ref.server, msgspec.UnsetType) or bool(ref.server.weighs)


def estimated_tokens(turns: Sequence[Turn]) -> int:
    """About how many tokens a conversation has."""
    from core.llm.remote.replies import estimate

    return sum(estimate(turn.text) + 4 for turn in turns)


class Exchanges:
    """Writes down what went to servers on other machines and came back, each byte once."""

    def __init__(self) -> None:
        self._written: dict[str, tuple[int, int]] = {}

    def write_down(self, exchanged: Mapping[Address, Traffic]) -> None:
        """What was exchanged since the last time; `exchanged` counts from the beginning."""
        for at, traffic in exchanged.items():
            sent, received = self._written.get(at.origin, (0, 0))
            if not at.is_loopback and (traffic.sent, traffic.received) != (sent, received):
                connections.exchanged(at.origin, traffic.sent - sent, traffic.received - received)
            self._written[at.origin] = traffic.sent, traffic.received


def _chosen(served: Served, settings: Mapping[str, ParamValue]) -> Served:
    """With the context and the requests at a time that a person chose. Raises `UsageError` for other settings."""
    other = next((name for name in settings if name not in {"context", "lanes"}), None)
    if other is not None:
        raise UsageError(
            Said("A model on a server has no setting “{other}”.", other=other), hint="It has: context, lanes."
        )
    try:
        context = int(settings.get("context", served.context))
        lanes = int(settings.get("lanes", served.parallel))
    except ValueError as error:
        raise UsageError("The context and the lanes of a model are whole numbers.") from error
    return replace(served, context=context, parallel=max(1, lanes))
