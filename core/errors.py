"""What can go wrong, said so that a person can act on it: a code, what happened, what was kept, what to do."""

import difflib
from collections.abc import Iterable

from core.said import Said, as_said, joined


def near_match(name: str, known: Iterable[str]) -> str:
    """A hint that ends in the names there are, led by the one that was probably meant."""
    names = list(known)
    by_folded = {candidate.casefold(): candidate for candidate in names}
    close = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    meant = Said("Did you mean “{name}”?", name=by_folded[close[0]]) if close else ""
    return joined(meant, Said("There are: {names}.", names=", ".join(names)) if names else "There are none.")


class WhetError(Exception):
    """An expected failure. `message` says what happened, `kept` what was not lost, `hint` what to do next."""

    code: str = "whet"

    def __init__(self, message: str, *, hint: str = "", kept: str = "") -> None:
        super().__init__(message)
        self.message = as_said(message)
        self.hint = as_said(hint)
        self.kept = as_said(kept)

    def __str__(self) -> str:
        return joined(self.message, self.kept, self.hint)


class UsageError(WhetError):
    """The command or the form asks for something that does not exist or does not fit together (exit code 2)."""

    code = "usage"


class ShortfallError(UsageError):
    """A limit makes what was asked for pointless. Each client has its own way to raise it, or to begin anyway."""

    code = "usage.shortfall"


class DatasetError(WhetError):
    """A data file cannot be read, or its columns or rows do not fit the task. `row` is 1-based in the file."""

    code = "dataset"

    def __init__(self, message: str, *, row: int | None = None, hint: str = "", kept: str = "") -> None:
        said = message if row is None else Said("Row {row}: {message}", row=row, message=as_said(message))
        super().__init__(said, hint=hint, kept=kept)
        self.row = row


class TaskError(WhetError):
    """A task folder is incomplete or contradicts itself."""

    code = "task"


class ModelError(WhetError):
    """A model file is broken, does not fit, or cannot do what was asked."""

    code = "model"


class CapabilityError(ModelError):
    """The loaded model cannot do this at all (embed, score choices, …)."""

    code = "model.capability"


class PromptTooLongError(ModelError):
    """A request does not fit into the model's context."""

    code = "model.context"


class EngineError(WhetError):
    """The engine process died or broke the protocol."""

    code = "engine"


class RunError(WhetError):
    """A run folder cannot be read, resumed or certified."""

    code = "run"


class SealedTestError(RunError):
    """The sealed test was opened before, or is too small to say anything."""

    code = "run.sealed"


class WorkspaceError(WhetError):
    """A workspace folder cannot be opened or written."""

    code = "workspace"


class WorkspaceLockedError(WorkspaceError):
    """Another window or command is writing to this workspace."""

    code = "workspace.locked"


class OfflineError(WhetError):
    """Something tried to reach an address, `host`, that the person did not allow."""

    code = "offline"

    def __init__(self, message: str, *, host: str = "", hint: str = "", kept: str = "") -> None:
        super().__init__(message, hint=hint, kept=kept)
        self.host = host
