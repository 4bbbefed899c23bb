"""A server that speaks the interface of OpenAI as a model: llama-server, LM Studio, Ollama, vLLM, and pools of them.

Importing this package loads no HTTP library; `connect` does when it is called.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.control import CancelToken
from core.llm.remote.address import Address, addresses, is_address
from core.llm.remote.served import Served
from core.llm.remote.traffic import TalkingModel, Traffic

if TYPE_CHECKING:
    from core.llm.answers import AnswerStore
    from core.llm.remote.model import RemoteModel

__all__ = ["Address", "Served", "TalkingModel", "Traffic", "addresses", "connect", "is_address", "listed", "survey"]


def connect(
    places: Sequence[Address],
    *,
    key_of: Callable[[Address], str] = lambda _: "",
    store: "AnswerStore | None" = None,
    known: Served | None = None,
    seconds: float = 60.0,
    say: Callable[[str], None] = lambda _: None,
    cancel: CancelToken | None = None,
) -> "RemoteModel":
    """The servers at these addresses as one model. It must be closed.

    What they can do is tried within so many `seconds`; `known` is what was found when a run began, which they must
    still be. Answers are kept in `store`, which is closed with the model. `say` hears when all servers are gone and
    waited for. The caller has made sure that the addresses may be connected to.

    Raises `ModelError` for servers that do not answer, or answer as different models, and `Cancelled`.
    """
    from core.llm.remote import opening  # loads the HTTP library

    return opening.connect(places, key_of=key_of, store=store, known=known, seconds=seconds, say=say, cancel=cancel)


def survey(at: Address, key: str = "", *, seconds: float = 2.0, cancel: CancelToken | None = None) -> Served:
    """What the server at an address can do, as far as it can be told in so many seconds. Raises as `connect`."""
    from core.llm.remote import opening  # loads the HTTP library

    return opening.survey(at, key, seconds, cancel)


def listed(
    places: Sequence[Address], *, seconds: float = 1.0, cancel: CancelToken | None = None
) -> list[tuple[str, ...] | str]:
    """Of each address the names of the models there, or why there are none to be had; empty where nobody listens."""
    from core.llm.remote import opening  # loads the HTTP library

    return opening.listed(places, seconds, cancel)
