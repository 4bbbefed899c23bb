"""How files of one kind are read and what their columns mean, kept in a small TOML file: a saved import."""

import tomllib
from pathlib import Path

import msgspec
import tomli_w

from core.data.guessing import NO_COLUMN, chosen_mapping
from core.data.mapping import Mapping
from core.data.options import ReadOptions
from core.data.splitting import Sizes
from core.data.table import Table
from core.errors import UsageError
from core.said import Said

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

    def read_options(self) -> ReadOptions:
        """How a file is written."""
        delimiter = {"tab": "\t", "\\t": "\t", "space": " "}.get(self.delimiter, self.delimiter)
        return ReadOptions(self.encoding, delimiter, self.quote, self.header, self.header_row, self.sheet)

    def mapping(self, table: Table) -> Mapping:
        """What the columns of a table mean: as said here, else as guessed. Raises `DatasetError` for a missing one."""
        return chosen_mapping(
            table, inputs=tuple(self.input), template=self.template.replace("\\n", "\n"), answers=tuple(self.answer),
            split=self.split_column, group=self.group_column, blank=self.empty_answer, multiple=self.multi_label,
        )  # fmt: skip


def profile_of(options: ReadOptions, meaning: Mapping, *, multiple: bool | None, sizes: Sizes | None) -> Profile:
    """A profile that says all of this, so that nothing of it is guessed for the next file."""
    return Profile(
        encoding=options.encoding,
        delimiter="tab" if options.delimiter == "\t" else options.delimiter,
        quote=options.quote,
        header=options.header,
        header_row=options.header_row,
        sheet=options.sheet,
        input=[meaning.input] if not meaning.template else [],
        template=meaning.template.replace("\n", "\\n"),
        answer=list(meaning.answers),
        multi_label=multiple,
        empty_answer=meaning.blank,
        split_column=meaning.split or NO_COLUMN,
        group_column=meaning.group or NO_COLUMN,
        sizes=[sizes.train, sizes.validation, sizes.test] if sizes is not None else [],
    )


def load_profile(path: Path) -> Profile:
    """Read a profile. Raises `UsageError` that says what is wrong with it."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8")
        return msgspec.convert(tomllib.loads(text), Profile)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            Said("The profile {name} cannot be read: {reason}.", name=path.name, reason=reason), hint="Check its name."
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UsageError(
            Said("{name} is no profile of an import: {error}.", name=path.name, error=error), hint="Save one again."
        ) from error


def save_profile(path: Path, profile: Profile) -> None:
    """Write a profile; one that was there is replaced. Raises `UsageError`."""
    fields = {name: value for name, value in msgspec.to_builtins(profile).items() if value is not None}
    try:
        path.write_bytes(tomli_w.dumps(fields).encode())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(
            Said("The profile {name} cannot be written: {reason}.", name=path.name, reason=reason),
            hint="Choose another place.",
        ) from error
