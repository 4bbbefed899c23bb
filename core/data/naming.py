"""Names of tasks: each is one folder inside of the workspace, on every system."""

import re

from core.errors import UsageError

_LONGEST = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def checked_name(name: str) -> str:
    """The name, without spaces at its ends. Raises `UsageError` for one that is no name of a single folder.

    A path, “..”, a hidden name, a device of Windows or an endless name would leave the workspace or get lost in it.
    """
    given = name.strip()
    if not given or given.startswith(".") or given.endswith(".") or _FORBIDDEN.search(given):
        raise UsageError(
            f"“{name}” cannot be the name of a task.",
            hint="Use letters, digits, spaces, - and _: a task is one folder in the workspace, not a path.",
        )
    if _DEVICES.fullmatch(given):
        raise UsageError(f"“{name}” is a device on Windows.", hint="Choose another name.")
    if len(given.encode()) > _LONGEST:
        raise UsageError(f"The name of a task may have at most {_LONGEST} bytes.", hint="Choose a shorter one.")
    return given
