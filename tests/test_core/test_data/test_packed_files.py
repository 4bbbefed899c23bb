"""Workbooks and Parquet files: real ones, written by another library or by hand."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from arro3.core import Array, DataType, Table, list_array
from arro3.io import write_parquet

from core.data.options import ReadOptions
from core.data.reading import read_table
from core.data.sheet_formats import written
from core.data.table import FileFormat
from core.errors import DatasetError

_MOMENT = datetime.fromisoformat("2026-03-09T14:05")
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(path: Path, *sheets: str, formats: Sequence[str] = (), merged: Sequence[str] = ()) -> Path:
    """An XLSX file as small as can be; each sheet is the XML of its rows. Style n has the n-th number format."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="Sheet{i}" sheetId="{i}" r:id="r{i}"/>' for i in numbers)
    linked = "".join(
        f'<Relationship Id="r{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in numbers
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", _TYPES)
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        linked += f'<Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>' if formats else ""
        book.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
        )
        book.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{linked}</Relationships>')
        for number, rows in enumerate(sheets, start=1):
            cells = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
            cells = f'<mergeCells count="{len(merged)}">{cells}</mergeCells>' if merged else ""
            sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{cells}</worksheet>'
            book.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
        if formats:
            book.writestr("xl/styles.xml", _styles(formats))
    return path


def _styles(formats: Sequence[str]) -> str:
    codes = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{code}"/>' for n, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(formats)))
    return f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>'


def row(number: int, *cells: str | float) -> str:
    made = ""
    for place, cell in zip("ABCDEFG", cells, strict=False):
        if isinstance(cell, str):
            made += f'<c r="{place}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        else:
            made += f'<c r="{place}{number}"><v>{cell}</v></c>'
    return f'<row r="{number}">{made}</row>'


def test_that_a_workbook_is_read_from_its_first_sheet_that_holds_something(tmp_path: Path) -> None:
    rows = row(2, "question", "answer") + row(3, "one and one", 2.0) + row(5, "a half", 0.5)
    table = read_table(workbook(tmp_path / "a.xlsx", "", rows))
    assert table.format is FileFormat.WORKBOOK
    assert table.columns == ("question", "answer")
    assert [tuple(each) for each in table.rows] == [(3, ("one and one", "2")), (5, ("a half", "0.5"))]
    assert table.notes == ("The workbook has 2 sheets; “Sheet2” was read.",)


def test_that_a_row_wider_than_the_header_is_named_by_the_number_the_spreadsheet_shows(tmp_path: Path) -> None:
    rows = row(1, "question", "answer") + row(2, "a", "b", "c") + row(3, "d", "e")
    table = read_table(workbook(tmp_path / "a.xlsx", rows))
    assert [str(error) for error in table.errors] == ["Row 2: has 3 cells instead of 2."]
    assert [each.number for each in table.rows] == [3]


def test_that_a_sheet_is_chosen_by_being_a_table_or_by_name(tmp_path: Path) -> None:
    about = row(1, "This book holds reviews.") + row(2, "By Ann.")
    data = row(1, "text", "label") + row(2, "a", "b")
    other = row(1, "q", "a") + row(2, "c", "d")
    path = workbook(tmp_path / "a.xlsx", about, data, other)
    assert read_table(path).columns == ("text", "label")
    assert read_table(path, ReadOptions(sheet="Sheet3")).columns == ("q", "a")
    assert read_table(path, ReadOptions(sheet="3")).columns == ("q", "a")
    with pytest.raises(DatasetError, match=r"no sheet “Shet2”\. Did you mean “Sheet2”"):
        read_table(path, ReadOptions(sheet="Shet2"))


def test_that_titles_are_left_out_and_merged_cells_filled(tmp_path: Path) -> None:
    rows = row(1, "Reviews 2026") + row(3, "text", "label") + row(4, "a", "good") + row(5, "b") + row(6, "c", "bad")
    table = read_table(workbook(tmp_path / "a.xlsx", rows, merged=["A1:B1", "B4:B5"]))
    assert [each.cells for each in table.rows] == [("a", "good"), ("b", "good"), ("c", "bad")]
    assert table.notes[0] == "Row 1 stands above the table and is left out: “Reviews 2026”."
    assert "1 merged cells were filled" in table.notes[1]


def test_that_a_formula_without_a_value_is_named_by_its_cell(tmp_path: Path) -> None:
    bare = '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>A1</f></c></row>'
    rows = row(1, "text", "label") + row(2, "a", "x") + bare
    table = read_table(workbook(tmp_path / "a.xlsx", rows, formats=["General"]))
    assert str(table.errors[0]).startswith("Row 3: holds a formula without a value (B3)")


def test_that_numbers_are_as_their_format_shows_them(tmp_path: Path) -> None:
    cells = '<c r="A{0}" t="inlineStr"><is><t>row</t></is></c><c r="B{0}" s="{1}"><v>{2}</v></c>'
    values = [(0, "7"), (1, "0.25"), (2, "1234.5")]
    rows = "".join(f'<row r="{n}">{cells.format(n, *each)}</row>' for n, each in enumerate(values, 2))
    path = workbook(tmp_path / "a.xlsx", row(1, "text", "code") + rows, formats=["000", "0 %", "#,##0.00"])
    assert [each.cells[1] for each in read_table(path).rows] == ["007", "25 %", "1,234.50"]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (7, "00000", "00007"),
        (-3, "0.0", "-3.0"),
        (0.256, "0.0%", "25.6%"),
        (1234567.891, '#,##0.00\\ "€"', "1,234,567.89 €"),
        (5, '"No. "0', "No. 5"),
        (2.5, "0.##", "2.5"),
        (_MOMENT, "dd.mm.yyyy", "09.03.2026"),
        (_MOMENT, "d mmm yy h:mm AM/PM", "9 Mar 26 2:05 PM"),
        (date(2026, 3, 9), "yyyy/m/d", "2026/3/9"),
        (3, "General", None),
        (1500.0, "0.00E+00", None),
        (True, "0", None),
    ],
)
def test_that_a_format_is_followed_or_left_alone(value: object, code: str, text: str | None) -> None:
    assert written(value, code.replace("\\\\", "\\")) == text


def test_that_an_empty_workbook_and_a_double_column_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="The workbook is empty"):
        read_table(workbook(tmp_path / "a.xlsx", ""))
    with pytest.raises(DatasetError, match="“a” 2 times"):
        read_table(workbook(tmp_path / "b.xlsx", row(1, "a", "a") + row(2, "b", "c")))


def test_that_parquet_columns_of_any_type_become_text(tmp_path: Path) -> None:
    made = Table.from_pydict(
        {
            "text": Array(["one", None, "three"], type=DataType.string()),
            "count": Array([1, 2, 3], type=DataType.int64()),
            "right": Array([True, False, None], type=DataType.bool()),
            "ideal": list_array(
                Array([0, 2, 2, 3], type=DataType.int32()), Array(["a", "b", "c"], type=DataType.string())
            ),
        }
    )
    write_parquet(made, tmp_path / "a.parquet")
    table = read_table(tmp_path / "a.parquet")
    assert table.format is FileFormat.PARQUET
    assert table.columns == ("text", "count", "right", "ideal")
    assert [each.number for each in table.rows] == [1, 2, 3]
    assert table.rows[0].cells == ("one", "1", "true", '["a","b"]')
    assert table.rows[1].cells == ("", "2", "false", "[]")


def test_that_numbers_of_classes_become_their_names(tmp_path: Path) -> None:
    made = Table.from_pydict(
        {"text": Array(["a", "b"], type=DataType.string()), "label": Array([1, 0], type=DataType.int64())}
    )
    features = {"info": {"features": {"label": {"names": ["bad", "good"], "_type": "ClassLabel"}}}}
    named = made.with_schema(made.schema.with_metadata({"huggingface": json.dumps(features)}))
    write_parquet(named, tmp_path / "a.parquet")
    table = read_table(tmp_path / "a.parquet")
    assert [each.cells for each in table.rows] == [("a", "good"), ("b", "bad")]
    assert table.notes == ("Numbers in “label” became the names of their classes.",)


def test_that_a_parquet_file_that_was_cut_is_refused_with_a_sentence(tmp_path: Path) -> None:
    write_parquet(Table.from_pydict({"a": Array(["x"] * 99, type=DataType.string())}), tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[:-30])
    with pytest.raises(DatasetError, match="cannot be read as Parquet"):
        read_table(tmp_path / "a.parquet")


@pytest.mark.parametrize(
    ("module", "head"), [("python_calamine", b"PK\x03\x04"), ("arro3.io", b"PAR1"), ("arro3.core", b"PAR1")]
)
def test_that_a_missing_reader_is_said_with_what_to_do(tmp_path: Path, module: str, head: bytes) -> None:
    (tmp_path / "a.bin").write_bytes(head)
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from pathlib import Path\nfrom core.data.reading import read_table\nfrom core.errors import DatasetError\n"
        "try: read_table(Path(sys.argv[1]))\nexcept DatasetError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.bin"], capture_output=True, text=True, check=True, timeout=60
    )
    assert "is not installed" in done.stdout
    assert 'pip install "whet-desktop[tables]"' in done.stdout
