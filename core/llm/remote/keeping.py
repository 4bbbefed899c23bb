"""Answers of servers are kept one by one, before they are used: none is asked for, or paid for, twice.

The key of an answer is the question as it was sent, and how the model answered when the run began, which stands for the
model. What is kept is what the server sent: whoever reads it again gets the same reply, to the last bit.
"""

import hashlib
from collections.abc import Mapping

from core.domain.served import Served
from core.llm.answers import AnswerStore
from core.llm.remote.spoken import encode

_REVISION = b"servers 1"


def identity(served: Served) -> str:
    """A SHA-256 that stands for a model on a server: the name that it gives itself, and its answers."""
    return hashlib.sha256(b"server\0" + encode({"named": served.named, "answers": served.answers})).hexdigest()


class Kept:
    """Answers under their questions; a stand-in that keeps nothing where there is no store."""

    def __init__(self, served: Served, store: AnswerStore | None) -> None:
        self._store = store
        self._identity = _REVISION + identity(served).encode()

    def keep_for(self, owner: str) -> None:
        """From now on answers are kept for this workspace."""
        if self._store is not None:
            self._store.owner = owner

    def key(self, path: str, question: Mapping[str, object]) -> bytes:
        """Under which an answer is kept."""
        digest = hashlib.sha256(self._identity)
        digest.update(path.encode())
        digest.update(encode(question))
        return digest.digest()

    def get(self, key: bytes) -> bytes | None:
        """The answer, if it was given before."""
        return None if self._store is None else self._store.get(key)

    def put(self, key: bytes, answer: bytes) -> None:
        """Keep an answer."""
        if self._store is not None:
            self._store.put(key, answer)

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
