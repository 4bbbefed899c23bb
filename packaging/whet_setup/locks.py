"""Reading the files of pinned dependencies, and the lock that keeps two setups apart."""

import hashlib
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from whet_setup.failure import SetupError
from whet_setup.speech import say

_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)\s*(?:;\s*(?P<marker>[^\\]+?))?\s*\\?$")
_GRACE = 2.0  # seconds in which a killed setup's children end
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """One pinned distribution: its version, where it applies, and the SHA-256 of every file it may come as."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def requirement(self) -> str:
        """The pin as a line of a requirements file."""
        condition = f" ; {self.marker}" if self.marker else ""
        return f"{self.name}=={self.version}{condition}" + "".join(f" --hash=sha256:{one}" for one in self.hashes)


def read_lock(path: Path) -> tuple[Pin, ...]:
    """The pins of a lock file, in its order. Raises SetupError for a line that is no pin, hash or comment."""
    pins: list[Pin] = []
    for line in path.read_text("utf-8").splitlines():
        entry = _ENTRY.match(line)
        if entry is not None:
            pins.append(Pin(entry["name"], entry["version"], (entry["marker"] or "").strip(), ()))
        elif found := _HASH.findall(line):
            last = pins.pop()
            pins.append(Pin(last.name, last.version, last.marker, (*last.hashes, *found)))
        elif line.strip() and not line.lstrip().startswith("#"):
            raise SetupError(f"{path.name} has a line that is no pin: {line!r}. Nothing was installed from it.")
    return tuple(pins)


def find_pin(pins: tuple[Pin, ...], name: str) -> Pin:
    """The pin of this name. Raises SetupError if the lock has none, or several."""
    found = [pin for pin in pins if pin.name == name]
    if len(found) != 1:
        raise SetupError(f"The lock names {name} {len(found)} times instead of once. Write the lock anew.")
    return found[0]


def fingerprint(*parts: str | bytes) -> str:
    """A SHA-256 over the parts, in order, each with its length, so that no two lists of parts give the same."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other setup holds this lock, and hold it.

    The system frees it when we die. Our children hold it with us: if we are killed, the next setup waits for the last
    of them to be gone, instead of working in the same folder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        started = time.monotonic()
        told = False
        while not _try_lock(file):
            if not told and time.monotonic() - started > _GRACE:
                say("Another setup is at work here; waiting for it to end (Ctrl-C stops waiting).")
                told = True
            time.sleep(0.05)
        os.set_inheritable(file.fileno(), True)
        yield
