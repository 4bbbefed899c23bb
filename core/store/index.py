"""The index of a workspace: what people name and edit, in tinydb. Entries name each other and never a place on disk."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from tinydb import TinyDB, where

from core.domain.prompt import Prompt
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import AtomicJSONStorage
from core.store.locks import HeldElsewhereError, holding

_PATIENCE = 20.0
"""Seconds; a change takes milliseconds, and several windows and commands may make some at once."""


class DatasetEntry(msgspec.Struct, frozen=True):
    """A data file that was imported, by name and by the fingerprint of its rows."""

    name: str
    fingerprint: str
    rows: int


class TaskEntry(msgspec.Struct, frozen=True):
    """A task; `folder` is its folder's name in `tasks/`."""

    name: str
    folder: str


class PromptEntry(msgspec.Struct, frozen=True):
    """A prompt that a person gave a name to."""

    name: str
    prompt: Prompt
    task: str = ""
    note: str = ""


class ModelEntry(msgspec.Struct, frozen=True):
    """A model that this workspace's runs have used; where it lies, only the user's own registry knows."""

    sha256: str
    name: str


class RunEntry(msgspec.Struct, frozen=True):
    """What a person wrote about a run."""

    id: str
    title: str = ""
    note: str = ""
    starred: bool = False


class ReviewEntry(msgspec.Struct, frozen=True):
    """What a person thinks of a row or a reply: `thumb` is 1, -1 or 0, `critique` says why.

    `id` names the content (`row:` and an example's key, `reply:` and a hash), so it survives renumbering and renaming.
    """

    id: str
    thumb: int = 0
    critique: str = ""


E = TypeVar("E", bound=msgspec.Struct)


class Index:
    """The file of all shelves. Several windows and commands may change it: each change reads all and writes all again,
    in its turn, by a lock that is held no longer than that. Readers need none: the file is replaced in one step.
    """

    def __init__(self, file: Path, lock: Path, *, writable: bool, on_damage: Callable[[str], None]) -> None:
        self._storage = AtomicJSONStorage(file, on_damage=on_damage)
        self._lock = lock
        self._turn = threading.RLock()
        self.writable = writable

    @contextmanager
    def reading(self) -> Iterator[TinyDB]:
        """Everything, as it is now."""
        with self._turn, self._database() as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[TinyDB]:
        """Everything, to be changed. Raises `WorkspaceError` if that is not allowed."""
        if not self.writable:
            raise WorkspaceError("The workspace is open for reading only.", hint="Close the other window first.")
        try:
            with self._turn, holding(self._lock, timeout=_PATIENCE), self._database() as database:
                yield database
        except HeldElsewhereError as error:
            raise WorkspaceError(
                Said("The index of the workspace is being written by {holder}.", holder=error.holder), hint="Try again."
            ) from error

    def _database(self) -> TinyDB:
        """A fresh one each time: tinydb remembers the last number that it gave, and others give numbers, too."""
        return TinyDB(storage=lambda: self._storage)


class Shelf(Generic[E]):
    """All entries of one kind, told apart by one field. Writing raises `WorkspaceError` where it is not allowed."""

    def __init__(self, store: Index, table: str, kind: type[E], *, key: str) -> None:
        self._index = store
        self._name = table
        self._kind = kind
        self._key = key

    def all(self) -> list[E]:
        """Every entry, the earliest first."""
        with self._index.reading() as database:
            return [self._entry(document) for document in database.table(self._name).all()]

    def get(self, key: str) -> E | None:
        """The entry of this name, or `None`."""
        with self._index.reading() as database:
            found = [document for document in database.table(self._name).all() if document.get(self._key) == key]
        return self._entry(found[0]) if found else None

    def put(self, entry: E) -> None:
        """Add an entry, or replace the one of the same name."""
        fields = msgspec.to_builtins(entry)
        with self._index.writing() as database:
            database.table(self._name).upsert(fields, where(self._key) == fields[self._key])

    def remove(self, key: str) -> None:
        """Drop the entry of this name, if there is one."""
        with self._index.writing() as database:
            database.table(self._name).remove(where(self._key) == key)

    def _entry(self, document: object) -> E:
        try:
            return msgspec.convert(document, self._kind)
        except msgspec.ValidationError as error:
            raise WorkspaceError(
                Said("index.json does not fit: {error}.", error=error),
                hint="Restore it from index.json.bak or from a copy.",
            ) from error
