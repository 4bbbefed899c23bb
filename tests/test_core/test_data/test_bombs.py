"""Tables that unfold to more than a machine holds cost a sentence, and are read where they can do no harm."""

import json
import zipfile
from pathlib import Path

import pytest

from core.control import Cancelled, CancelToken
from core.data import guarded, reading
from core.data.dimensions import is_tame
from core.data.guarded import MEMORY, SECONDS, read_table
from core.errors import DatasetError

_HEAD = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_KINDS = f'<Default Extension="rels" ContentType="{_RELS}"/><Default Extension="xml" ContentType="application/xml"/>'
_KINDS += f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _workbook(path: Path, cells: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{_TYPES}">{_KINDS}</Types>')
        sheets = '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}">{sheets}</workbook>')
        root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
        relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        one = f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{relations}">{one}</Relationships>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{relations}">{root}</Relationships>')
        book.writestr("xl/worksheets/sheet1.xml", f"{_HEAD}{cells}</sheetData></worksheet>")
    return path


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _sparse(path: Path, far: str, row: int) -> Path:
    first = "".join(f'<row r="{n}">{_cell(f"A{n}", "text")}{_cell(f"B{n}", "label")}</row>' for n in (1, 2))
    return _workbook(path, f'{first}<row r="{row}">{_cell(far, "x")}</row>')


@pytest.mark.parametrize(("far", "row"), [("XFD1048576", 1048576), ("ALL200000", 200000)])
def test_that_one_cell_far_away_is_seen_before_the_cells_between_are_made(tmp_path: Path, far: str, row: int) -> None:
    with pytest.raises(DatasetError, match="million cells"):
        read_table(_sparse(tmp_path / "sparse.xlsx", far, row))


def test_that_a_workbook_of_a_usual_size_is_read(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}">{_cell(f"A{n}", f"t{n}")}{_cell(f"B{n}", "x")}</row>' for n in range(1, 50))
    file = _workbook(tmp_path / "rows.xlsx", rows)
    assert read_table(file) == reading.read_table(file)


def test_that_a_table_is_the_same_read_in_a_child(tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_bytes("input,answer\ngrün,ja\n\udcff,x\nzu,viel,e\n".encode("utf-8", "surrogateescape"))
    assert read_table(file) == reading.read_table(file)
    assert read_table(file).errors


def test_that_text_that_unfolds_is_ended_by_its_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MEMORY, "100")
    file = tmp_path / "wide.jsonl"
    file.write_text("".join(json.dumps({f"k{n}": "x"}) + "\n" for n in range(12_000)))
    assert not is_tame(file)
    with pytest.raises(DatasetError, match="2,001 columns or more in"):
        read_table(file)
    file.write_text("".join(json.dumps({f"k{n % 1900}": "x" * 40}) + "\n" for n in range(200_000)))
    with pytest.raises(DatasetError, match="unfolds to more than the 100 MB") as caught:
        read_table(file)
    assert f"{MEMORY}=400" in caught.value.hint


def test_that_very_many_short_rows_are_counted_and_may_be_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MEMORY, "64")
    file = tmp_path / "short.csv"
    file.write_text("input,answer\n" + "a,b\n" * 60_000)
    with pytest.raises(DatasetError, match="60,000 rows; at most 55,924 are taken") as caught:
        read_table(file)
    monkeypatch.setenv(*caught.value.hint.split(": ")[-1].rstrip(".").split("="))
    assert len(read_table(file).rows) == 60_000


def test_that_a_head_of_thousands_of_columns_over_thousands_of_lines_is_not_filled_up(tmp_path: Path) -> None:
    file = tmp_path / "wide.csv"
    file.write_text("a" + "".join(f",c{n}" for n in range(20_000)) + "\n" + "x\n" * 60_000)
    with pytest.raises(DatasetError, match=r"20,001 columns or more in 60,00\d lines"):
        read_table(file)


def test_that_a_table_that_takes_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS, "0.05")
    file = tmp_path / "long.csv"
    file.write_text("input,answer\n" + "a text of a few words,yes\n" * 300_000)
    with pytest.raises(DatasetError, match=r"takes longer than 0\.05 seconds") as caught:
        read_table(file)
    assert f"{SECONDS}=0.2" in caught.value.hint


def test_that_reading_can_be_cancelled(tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text("input,answer\n" + "a text of a few words,yes\n" * 300_000)
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        read_table(file, cancel=cancel)


def test_that_what_is_nested_without_end_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text("[" * 200_000 + "]" * 200_000)
    with pytest.raises(DatasetError):
        read_table(file)


def test_that_tables_from_the_clipboard_are_read_in_the_child_too() -> None:
    assert guarded.read_text("input\tanswer\na\tb\n").columns == ("input", "answer")


@pytest.mark.parametrize(
    ("text", "tame"),
    [("input,answer\n" + "a,b\n" * 1000, True), ("a" + ",b" * 20_000 + "\n" + "x\n" * 5_000, False)],
)
def test_that_width_times_length_decides_what_is_tame(tmp_path: Path, text: str, tame: bool) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(text)
    assert is_tame(file) is tame
