"""Rows that a person's tasks were trained and chosen on: when such a row is sealed in another task, that is said.

Per user, beside the ledger, and only as marks (`core.domain.sameness`): the rows themselves are nowhere but in tasks.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from core import files, nested, paths
from core.data.creating import CreatedTask
from core.domain.example import Example
from core.domain.sameness import marks
from core.errors import WorkspaceError
from core.said import Said
from core.store.atomic import append_durably

_log = logging.getLogger("whet.ledger")
_NAME = "practised.jsonl"
_SHOWN = 8


class Practised(msgspec.Struct, frozen=True):
    """A task, and the marks of the rows that are open in it."""

    task: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Sealed rows, by their numbers, that were open in an earlier task."""

    task: str
    rows: tuple[int, ...]
    of: int

    def __str__(self) -> str:
        shown = ", ".join(map(str, self.rows[:_SHOWN])) + (" …" if len(self.rows) > _SHOWN else "")
        return Said(
            "{rows} of {of} sealed rows were train or validation rows of the task “{task}” before "
            "(rows {shown}): what was learnt there is not news here.",
            rows=len(self.rows),
            of=self.of,
            task=self.task,
            shown=shown,
        )


def made_open(made: CreatedTask, template: str) -> CreatedTask:
    """The new task with only the warnings that its sealed rows call for; its other rows are noted."""
    known = become_sealed(made.splits.test, template)
    note(made.folder.name, (*made.splits.train, *made.splits.validation), template)
    return replace(made, warnings=tuple(map(str, known)))


def become_sealed(rows: Sequence[Example], template: str, *, user: Path | None = None) -> tuple[Known, ...]:
    """Which of these rows, which are sealed now, were open in earlier tasks."""
    dressed = marks(rows, template)
    found = {}
    for earlier in _read(_file(user)):
        theirs = set(earlier.marks)
        shared = tuple(row.row for row, own in zip(rows, dressed, strict=True) if not theirs.isdisjoint(own))
        if shared:
            found[earlier.task] = Known(earlier.task, shared, len(rows))
    return tuple(found.values())


def note(task: str, rows: Sequence[Example], template: str, *, user: Path | None = None) -> None:
    """Note rows that are open in a task. Losing the note costs a warning some day, so a full disk is only logged."""
    found = Practised(task, tuple(sorted(set().union(*marks(rows, template)))))
    file = _file(user)
    try:
        if found not in _read(file):
            file.parent.mkdir(parents=True, exist_ok=True)
            append_durably(file, msgspec.json.encode(found) + b"\n")
    except (WorkspaceError, OSError) as error:
        _log.warning("That the rows of %s are open could not be noted: %s", task, error)


def _file(user: Path | None) -> Path:
    return (user or paths.user_folder()) / _NAME


def _read(file: Path) -> list[Practised]:
    found = []
    try:
        lines = files.read(file).splitlines() if file.exists() else []
    except OSError as error:
        _log.warning("%s cannot be read: %s", file.name, error)
        return []
    for line in lines:
        try:
            found.append(nested.decode(line, type=Practised))
        except msgspec.DecodeError:
            continue
    return found
