"""Answers that were given before, kept on disk: SQLite in the person's own folder, readable by nobody else.

Values are JSON, never pickles: what stands in the file is data, whoever wrote it. Losing the file costs time and
nothing else, so every failure of it is a line in the log, and the work goes on without.
"""

import logging
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

_log = logging.getLogger("whet.answers")

LIMIT: Final = 1 << 30
"""Bytes that the file may take; beyond, the answers that were not used for the longest time go."""

_SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS answers (
    key BLOB PRIMARY KEY, owner TEXT NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL, value BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON answers (used);
CREATE INDEX IF NOT EXISTS by_owner ON answers (owner);
"""
_PATIENCE: Final = 5.0
_CHECK_EVERY: Final = 200
_AT_ONCE: Final = 32
"""Answers that are dropped together, and then it is looked again."""

_TRIM_TO: Final = 0.9


class AnswerStore:
    """Answers by key. `owner` names the workspace that they are for, so that they can be deleted with it."""

    def __init__(self, folder: Path, owner: str = "", limit: int = LIMIT) -> None:
        self.file: Final = folder / "answers.sqlite"
        self.owner = owner
        self._limit = limit
        self._puts = 0
        self._database: sqlite3.Connection | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
            self._database = self._open()
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def get(self, key: bytes) -> bytes | None:
        """The value under a key."""
        if self._database is None:
            return None
        try:
            row = self._database.execute("SELECT value FROM answers WHERE key = ?", (key,)).fetchone()
            if row is None:
                return None
            with self._database:
                self._database.execute("UPDATE answers SET used = ? WHERE key = ?", (time.time(), key))
            value: bytes = row[0]
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value."""
        if self._database is None:
            return
        row = (key, self.owner, len(value), time.time(), value)
        try:
            with self._database:
                self._database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)
            self._puts += 1
            if self._puts % _CHECK_EVERY == 0:
                self._trim(self._database)
        except sqlite3.Error as error:
            self._give_up(error)

    def size(self) -> tuple[int, int]:
        """How many values there are, and their bytes."""
        if self._database is None:
            return 0, 0
        count, size = self._database.execute("SELECT count(*), coalesce(sum(size), 0) FROM answers").fetchone()
        return int(count), int(size)

    def forget(self, owners: Sequence[str] | None = None) -> int:
        """Delete all values, or those of some owners; how many there were."""
        if self._database is None:
            return 0
        with self._database:
            if owners is None:
                deleted = self._database.execute("DELETE FROM answers").rowcount
            else:
                marks = ", ".join("?" * len(owners))
                deleted = self._database.execute(
                    f"DELETE FROM answers WHERE owner IN ({marks})",  # noqa: S608 - question marks only
                    tuple(owners),
                ).rowcount
        self._database.execute("VACUUM")
        return deleted

    def close(self) -> None:
        """Close the file. Calling it twice is fine."""
        database, self._database = self._database, None
        if database is None:
            return
        with suppress(sqlite3.Error):  # many short runs keep less than what is looked after, each
            self._trim(database)
        database.close()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # locked, or no room: the file may be sound
                raise
            _log.warning("The kept answers could not be read (%s); they are put aside.", error)
            self.file.replace(self.file.with_suffix(".broken"))
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        self.file.touch(mode=0o600, exist_ok=True)
        self.file.chmod(0o600)  # the files that SQLite puts beside it get the same mode
        database = sqlite3.connect(self.file, timeout=_PATIENCE, check_same_thread=False)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = NORMAL")
            database.executescript(_SCHEMA)
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _trim(self, database: sqlite3.Connection) -> None:
        if self._held(database) <= self._limit:
            return
        while self._held(database) > self._limit * _TRIM_TO:
            with database:
                oldest = "DELETE FROM answers WHERE key IN (SELECT key FROM answers ORDER BY used LIMIT ?)"
                if not database.execute(oldest, (_AT_ONCE,)).rowcount:
                    return

    @staticmethod
    def _held(database: sqlite3.Connection) -> int:
        """Bytes of the file that hold something: keys, indexes and all, found without reading any answer."""
        pages, free, size = (
            int(database.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size

    def _give_up(self, error: Exception) -> None:
        _log.warning("Answers are not kept from here on: %s.", error)
        with suppress(sqlite3.Error):
            self.close()
