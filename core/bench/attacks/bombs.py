"""Tables of a few kilobytes that unfold to gigabytes, or take for ever."""

import gzip
import json
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from core.bench.attacks.clock import ProcessorClock
from core.bench.attacks.commands import whet

COUNT = 13
"""Tables."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def attack(folder: Path, say: Callable[[str], None]) -> tuple[float, float, int]:
    """The longest time in seconds, the most memory of any process in MB, and commands that ended by no sentence."""
    longest, unclear = 0.0, 0
    for file in _made(folder):
        say(f"whet data check {file.name}, {file.stat().st_size / 1024:,.0f} kB")
        watch = ProcessorClock()
        done = whet("data", "check", file, home=folder / "home", seconds=300)
        longest = max(longest, watch.seconds())
        unclear += not done.clear
    return longest, _most_memory(), unclear


def _made(folder: Path) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, far, row in (("far.xlsx", "XFD1048576", 1048576), ("middle.xlsx", "ALL200000", 200000)):
        yield _workbook(folder / name, (_row(1), _row(2), f'<row r="{row}"><c r="{far}"><v>1</v></c></row>'))
    yield _workbook(folder / "long.xlsx", (_row(n, "x" * 500_000) for n in range(1, 1200)))
    wide = folder / "wide.csv"
    wide.write_text("a" + "".join(f",c{n}" for n in range(20_000)) + "\n" + "x\n" * 60_000)
    yield wide
    keys = folder / "keys.jsonl"
    keys.write_text("".join(json.dumps({f"k{n}": 1}) + "\n" for n in range(60_000)))
    yield keys
    deep = folder / "deep.json"
    deep.write_text('{"input":' * 100_000 + "1" + "}" * 100_000)
    yield deep
    quoted = folder / "quoted.csv"
    quoted.write_text('input,answer\n"' + "a,b\n" * 400_000)
    yield quoted
    yield _repeated(folder / "repeated.ods")
    laughs = folder / "laughs.yaml"
    pairs = zip("abcdefgh", "bcdefghi", strict=True)
    laughs.write_text(
        f"a: &a [{', '.join('x' * 9)}]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in pairs)
    )
    yield laughs
    for name, part, times in (("one.csv.gz", b"a" * 10_000_000, 300), ("lines.csv.gz", b"a,b\n" * 1_000_000, 30)):
        (folder / name).write_bytes(gzip.compress(b"input,answer\n") + gzip.compress(part) * times)
        yield folder / name
    packed = folder / "packed.parquet"
    if _parquet(packed):
        yield packed
    noise = folder / "noise.xlsx"
    noise.write_bytes(b"PK\x03\x04" + random.Random(0).randbytes(200_000))
    yield noise


def _row(number: int, text: str = "text") -> str:
    cells = (f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for column in "AB")
    return f'<row r="{number}">{"".join(cells)}</row>'


def _workbook(path: Path, rows: Iterator[str] | tuple[str, ...]) -> Path:
    kinds = f'<Override PartName="/xl/workbook.xml" ContentType="{_PACKAGE}/main+xml"/>'
    link = '<Relationships xmlns="{}/relationships"><Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    sheets = '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{kinds}</Types>')
        book.writestr("_rels/.rels", link.format(_PACKAGE, _OFFICE, "officeDocument", "xl/workbook.xml"))
        book.writestr("xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheets}</workbook>')
        target = link.format(_PACKAGE, _OFFICE, "worksheet", "worksheets/sheet1.xml")
        book.writestr("xl/_rels/workbook.xml.rels", target)
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def _repeated(path: Path) -> Path:
    """A cell that says of itself that it fills ninety million."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{name}="{office}:{name}:1.0"' for name in ("office", "table", "text"))
    cell = '<table:table-cell table:number-columns-repeated="9000" office:value-type="string"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="10000">{cell}</table:table-cell></table:table-row>'
    sheet = f'<office:spreadsheet><table:table table:name="S">{row}</table:table></office:spreadsheet>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        book.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{office}:manifest:1.0"/>')
        body = f"<office:body>{sheet}</office:body>"
        book.writestr("content.xml", f"<office:document-content {names}>{body}</office:document-content>")
    return path


def _parquet(file: Path) -> bool:
    """Twelve million times the same text: a few kilobytes on the disk."""
    try:
        from arro3.core import Array, DataType, Table
        from arro3.io import write_parquet
    except ImportError:
        return False
    column = Array(["a text that is always the same"] * 3_000_000, type=DataType.string())
    write_parquet(Table.from_arrays([column, column], names=["input", "answer"]), file)
    return True


def _most_memory() -> float:
    """MB of the largest process that this one has started, or that these have."""
    if sys.platform == "win32":
        return 0.0
    import resource

    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most / 1024 if sys.platform != "darwin" else most / 2**20
