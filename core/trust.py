"""Which Python of their own the person has confirmed on this machine, by what is in it: metrics, methods, plugins."""

import hashlib
import os
from pathlib import Path

from core import paths
from core.errors import WorkspaceError
from core.said import Said

_NAME = "confirmed-metrics.txt"  # named when metrics were all that could be confirmed


def fingerprint(code: str) -> str:
    """64 hexadecimal digits of a file's text: one changed character is another file."""
    return hashlib.sha256(code.encode("utf-8", "surrogatepass")).hexdigest()


def is_confirmed(code: str) -> bool:
    """Whether exactly this text may run here. A list that cannot be read confirms nothing."""
    try:
        return fingerprint(code) in _list().read_text("ascii").split()
    except (OSError, UnicodeDecodeError):
        return False


def confirm(code: str) -> str:
    """Note, durably and for this user alone, that this text may run here; its fingerprint.

    To be called only after a person has read it. Raises `WorkspaceError` if it cannot be noted.
    """
    digest = fingerprint(code)
    try:
        _list().parent.mkdir(parents=True, exist_ok=True)
        file = os.open(_list(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, f"{digest}\n".encode("ascii"))
            os.fsync(file)
        finally:
            os.close(file)
    except OSError as error:
        raise WorkspaceError(
            Said("The confirmation could not be noted: {reason}.", reason=(error.strerror or str(error)).lower()),
            kept="The file stays unconfirmed.",
        ) from error
    return digest


def _list() -> Path:
    return paths.user_folder() / _NAME
