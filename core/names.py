"""What tasks and runs may be called: names become folders, and come with workspaces that others have made."""

import unicodedata
from typing import Final

LONGEST: Final = 120
"""Bytes of a name."""

RULE: Final = f'A name has at most {LONGEST} bytes, no dots, and none of / \\ : * ? " < > |.'

_MARKS: Final = '/\\:*?"<>|'
_DEVICES: Final = frozenset({"con", "prn", "aux", "nul", *(f"{each}{n}" for each in ("com", "lpt") for n in range(10))})


def is_plain(name: str) -> bool:
    """Whether a folder of this name can be a task or run: no separator, no control or invisible character, no dot or
    space at its ends, not too long, and not what Windows gives to devices."""
    if not name or name != name.strip(" .") or any(mark in name for mark in _MARKS):
        return False
    if any(unicodedata.category(letter)[0] == "C" for letter in name):
        return False
    return len(name.encode()) <= LONGEST and name.partition(".")[0].casefold() not in _DEVICES


def may_be_given(name: str) -> bool:
    """Whether a new task or run may get this name: earlier versions allowed dots within one."""
    return is_plain(name) and "." not in name


def plain_from(text: str) -> str:
    """The nearest name that may be given; empty if nothing of the text is left."""
    odd = {letter for letter in text if letter in _MARKS or letter == "." or unicodedata.category(letter)[0] == "C"}
    kept = "".join("-" if letter in odd else letter for letter in text)
    kept = kept.strip(" -").encode()[:LONGEST].decode("utf-8", "ignore").strip(" -")
    return kept if may_be_given(kept) else ""
