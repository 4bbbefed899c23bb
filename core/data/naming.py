"""Names of tasks: each is one folder inside of the workspace, on every system."""

from core import names
from core.errors import UsageError
from core.said import Said


def checked_name(name: str) -> str:
    """The name, without spaces at its ends. Raises `UsageError` for one that is no name of a single folder: a path,
    “..” or a device of Windows would leave the workspace or get lost in it."""
    given = name.strip()
    if not names.may_be_given(given):
        raise UsageError(
            Said("“{name}” cannot be the name of a task.", name=name),
            hint=Said("{rule} A task is one folder in the workspace.", rule=names.RULE),
        )
    return given
