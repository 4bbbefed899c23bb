"""Labels spread over columns of 0 and 1, as Jigsaw, GoEmotions and one-hot tables keep them: put into one column."""

from dataclasses import replace

import msgspec

from core.data.table import Roles, Row, Table
from core.data.words import ANSWERS, is_neither, plain

_FEWEST = 3
_SAMPLE = 50
_FLAGS = frozenset({"0", "1", "0.0", "1.0", "-1"})
"""-1 stands for a row that was not judged, as in Jigsaw's test."""

_SET = frozenset({"1", "1.0"})


def with_flags(table: Table) -> Table:
    """The table with the labels of its flags in a column of their own; as it is where it has no such columns, or a
    column that is called as answers are."""
    if table.roles is not None or table.headless or len(table.rows) < _FEWEST:
        return table
    flags = [name for name in table.columns if _is_flag(table, name)]
    others = [name for name in table.columns if name not in flags and not is_neither(name)]
    if len(flags) < _FEWEST or not others or any(plain(name) in ANSWERS for name in others):
        return table
    at = [table.index(name) for name in flags]
    chosen = [[name for name, place in zip(flags, at, strict=True) if row.cells[place] in _SET] for row in table.rows]
    single = all(len(labels) == 1 for labels in chosen)
    column = "label" if single else "labels"
    while column in table.columns:
        column += "_"
    rows = tuple(
        Row(row.number, (*row.cells, labels[0] if single else msgspec.json.encode(labels).decode()))
        for row, labels in zip(table.rows, chosen, strict=True)
    )
    which = "the one" if single else "the set of those"
    note = (
        f"The columns {', '.join(flags)} hold 0 and 1: they are one answer, {which} with 1,"
        f" as “{column}”. For one of them alone, name it as the answer."
    )
    roles = Roles(answers=(column,), multiple=not single, made_of=tuple(flags))
    return replace(table, columns=(*table.columns, column), rows=rows, roles=roles, notes=(*table.notes, note))


def _is_flag(table: Table, name: str) -> bool:
    place = table.index(name)
    if any(row.cells[place] not in _FLAGS for row in table.rows[:_SAMPLE]):
        return False
    return bool(values := set(table.column(name))) and values <= _FLAGS and values != {"-1"} and not is_neither(name)
