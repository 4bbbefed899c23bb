"""A comparison on disk: its spec in the first line, then one line per cell, appended as they are scored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from core import files, nested
from core.domain.comparison import ComparisonCell, ComparisonSpec
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import append_durably, write_atomically
from core.store.locks import HeldElsewhereError, holding

FOLDER = "comparisons"

_LONGEST = 2 << 30
_PATIENCE = 2.0  # seconds; longer than somebody's look


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was asked, and the cells scored so far, the latest of each combination."""

    spec: ComparisonSpec
    cells: tuple[ComparisonCell, ...]


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Be the one who writes this comparison. Raises `WorkspaceError` if somebody else does, saying who."""
    try:
        files.make_folder(file.parent)
        with holding(file.with_name(f".whet.lock-{file.stem}"), timeout=_PATIENCE):
            yield
    except HeldElsewhereError as error:
        raise WorkspaceError(
            Said("The comparison {stem} is being written by {holder}.", stem=file.stem, holder=error.holder),
            hint="Wait for it, or stop it there.",
        ) from error


def begin(file: Path, spec: ComparisonSpec) -> Comparison:
    """Begin a comparison, or go on with the one in this file if it asks for the same; other ones are replaced."""
    if file.exists():
        known = read(file)
        if known.spec == spec:
            return known
    files.make_folder(file.parent)
    write_atomically(file, nested.encode(spec) + b"\n", keep_previous=True)
    return Comparison(spec, ())


def add(file: Path, cell: ComparisonCell) -> None:
    """Keep a cell, durably."""
    append_durably(file, nested.encode(cell) + b"\n")


def read(file: Path) -> Comparison:
    """A comparison as far as it went. A line that a crash cut short is no cell. Raises `WorkspaceError`."""
    try:
        first, *lines = files.read(file, _LONGEST).splitlines() or [b""]
        spec = nested.decode(first, type=ComparisonSpec)
    except (OSError, msgspec.DecodeError) as error:
        raise WorkspaceError(
            Said("The comparison {stem} cannot be read: {error}.", stem=file.stem, error=error), kept="It stays."
        ) from error
    cells = {}
    for line in lines:
        try:
            cell = nested.decode(line, type=ComparisonCell)
        except msgspec.DecodeError:
            continue
        cells[cell.key] = cell
    return Comparison(spec, tuple(cells.values()))


def listed(workspace: Path) -> list[Path]:
    """The comparisons of a workspace, the latest first."""
    return sorted((workspace / FOLDER).glob("*.jsonl"), reverse=True)
