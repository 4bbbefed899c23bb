"""Says in the window's language what `core` says: sentences come with their keys and values (`core.said`)."""

from PySide6.QtCore import QCoreApplication

from core.said import render
from desktop.language import SOURCE, spoken_now


def translated(text: str) -> str:
    """A text of `core` in the window's language; as it is where it is not known, or the window speaks English."""
    return str(text) if spoken_now() == SOURCE or not text else render(text, _say)


def _say(key: str) -> str:
    return QCoreApplication.translate("Core", key)
