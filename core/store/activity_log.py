"""What was done in a workspace and leaves no folder of its own: imports and exports, one JSON line each."""

import logging
import time
from contextlib import suppress
from pathlib import Path

import msgspec

from core import files, nested
from core.errors import WorkspaceError
from core.store import began
from core.store.atomic import append_durably

_log = logging.getLogger("whet.history")
_FILE = "deeds.jsonl"


class Activity(msgspec.Struct, frozen=True):
    """An import or export: `what` came or went (a task, a run), in which `form`, under which file name (no folder)."""

    kind: str
    what: str
    form: str = ""
    file: str = ""
    at: float = 0.0

    @property
    def id(self) -> str:
        """Its name in the history."""
        return f"{self.kind}-{self.at:.6f}"


def imported(workspace: Path, task: str, file: str = "") -> None:
    """Note that a task was made from a file."""
    _add(workspace, Activity("import", task, "task", Path(file).name, time.time()))


def exported(workspace: Path, run: str, form: str, file: str) -> None:
    """Note that a run's prompt was written to a file."""
    _add(workspace, Activity("export", run, form, Path(file).name, time.time()))


def done(workspace: Path) -> list[Activity]:
    """Everything noted, the earliest first. A line that cannot be read is left out."""
    found = []
    with suppress(OSError):
        for line in files.read(workspace / _FILE).splitlines():
            with suppress(msgspec.DecodeError):
                found.append(nested.decode(line, type=Activity))
    return [deed for deed in found if began.can_be(deed.at)]


def _add(workspace: Path, deed: Activity) -> None:
    """What was done is done: a workspace that cannot be written must not make it fail."""
    try:
        append_durably(workspace / _FILE, nested.encode(deed) + b"\n")
    except WorkspaceError as error:
        _log.warning("The %s of %s is missing in the history: %s", deed.kind, deed.what, error)
