"""Rows that are conversations, edited by hand."""

import json
from dataclasses import replace
from pathlib import Path

from core.data import create_task, read_table, suggest_mapping
from core.data.looking import PlacedExample, read_rows
from core.store.row_edits import RowChange, change_rows


def test_that_editing_a_row_keeps_its_earlier_turns(tmp_path: Path) -> None:
    said = [
        [("user", f"A table for {n}."), ("assistant", "When?"), ("user", f"At {n}."), ("assistant", f"{n}@{n}")]
        for n in range(40)
    ]
    rows = [{"messages": [{"role": role, "content": text} for role, text in turns]} for turns in said]
    file = tmp_path / "chat.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    table = read_table(file)
    made = create_task(tmp_path / "task", table, suggest_mapping(table))
    before = read_rows(made.folder).rows[0]
    typed = PlacedExample(before.split, replace(before.example, input="At nine.", turns=()))
    change_rows(made.folder, [RowChange(before.example.row, before, typed)])
    after = read_rows(made.folder).rows[0].example
    assert after.input == "At nine."
    assert after.turns == before.example.turns != ()
