"""How files of one kind are read and what their columns mean, kept in a small TOML file: a saved import."""

import tomllib
from pathlib import Path

import msgspec
import tomli_w

from core.errors import UsageError

_LARGEST = 2**16


class Profile(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Everything that `whet task create` can be told of a file; what is left out is detected or guessed."""

    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    header: bool | None = None
    header_row: int = 0
    sheet: str = ""
    input: list[str] = []
    template: str = ""
    answer: list[str] = []
    multi_label: bool | None = None
    empty_answer: str = ""
    split_column: str = ""
    group_column: str = ""
    sizes: list[float] = []


def load_profile(path: Path) -> Profile:
    """Read a profile. Raises `UsageError` that says what is wrong with it."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8")
        return msgspec.convert(tomllib.loads(text), Profile)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"The profile {path.name} cannot be read: {reason}.", hint="Check its name.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"{path.name} is no profile of an import: {error}.", hint="Save one again.") from error


def save_profile(path: Path, profile: Profile) -> None:
    """Write a profile; one that was there is replaced. Raises `UsageError`."""
    fields = {name: value for name, value in msgspec.to_builtins(profile).items() if value is not None}
    try:
        path.write_bytes(tomli_w.dumps(fields).encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            f"The profile {path.name} cannot be written: {reason}.", hint="Choose another place."
        ) from error
