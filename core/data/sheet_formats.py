"""What python-calamine leaves out of an XLSX file: number formats as shown, and formulas that hold no value."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET

from core.data.decoding import LARGEST_FILE, open_bytes

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00",
}  # fmt: skip
_SECTION = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|;')
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.[0#?]+)?")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_DATE = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|am/pm", re.IGNORECASE)
_CELL = re.compile(r"([A-Z]+)(\d+)")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Place = tuple[int, int]


@dataclass(slots=True)
class SheetFormats:
    """Of a sheet: the number formats of its cells (those that are not general), and formulas without a value."""

    formats: dict[Place, str] = field(default_factory=dict)
    unknown: set[Place] = field(default_factory=set)


def shown(path: Path, sheet: str) -> SheetFormats:
    """The formats of a sheet. A file that is no XLSX, or one whose parts cannot be read, has none."""
    try:
        with open_bytes(path) as file, zipfile.ZipFile(file) as book:
            codes = _codes(book)
            part = _part(book, sheet)
            if part is None or book.getinfo(part).file_size > LARGEST_FILE:
                return SheetFormats()
            with book.open(part) as cells:
                return _cells(cells, codes)
    except (zipfile.BadZipFile, KeyError, ET.ParseError, OSError, ValueError, NotImplementedError):
        return SheetFormats()


def _root(book: zipfile.ZipFile, name: str) -> ET.Element:
    data = book.read(name)
    if b"<!ENTITY" in data:
        raise ValueError("entities")
    return ET.fromstring(data)  # noqa: S314 - without entities there is nothing to expand


def _codes(book: zipfile.ZipFile) -> list[str]:
    """The number format of each style of cells."""
    root = _root(book, "xl/styles.xml")
    own = {int(each.get("numFmtId", "0")): each.get("formatCode", "") for each in root.iter(f"{_MAIN}numFmt")}
    styles = root.find(f"{_MAIN}cellXfs")
    ids = [int(each.get("numFmtId", "0")) for each in styles] if styles is not None else []
    return [own.get(number, _BUILT_IN.get(number, "")) for number in ids]


def _part(book: zipfile.ZipFile, sheet: str) -> str | None:
    targets = {each.get("Id"): each.get("Target", "") for each in _root(book, "xl/_rels/workbook.xml.rels")}
    for each in _root(book, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        if each.get("name") == sheet:
            target = targets.get(each.get(_REL), "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return None


def _cells(file: IO[bytes], codes: list[str]) -> SheetFormats:
    found = SheetFormats()
    for _, element in ET.iterparse(file):  # noqa: S314 - expat refuses to amplify entities
        if element.tag == f"{_MAIN}c":
            place = _place(element.get("r", ""))
            style = int(element.get("s", "0"))
            if place is not None:
                if style < len(codes) and codes[style] and element.get("t", "n") == "n":
                    found.formats[place] = codes[style]
                value = element.findtext(f"{_MAIN}v")
                if element.find(f"{_MAIN}f") is not None and not value:
                    found.unknown.add(place)
        elif element.tag == f"{_MAIN}row":
            element.clear()
    return found


def _place(reference: str) -> Place | None:
    """“B3” as row 2 and column 1."""
    match = _CELL.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for sign in match.group(1):
        column = 26 * column + ord(sign) - 64
    return int(match.group(2)) - 1, column - 1


def written(value: object, code: str) -> str | None:
    """A number or date as its format shows it; nothing for a format that is not understood."""
    section = next(_sections(code), "")
    match value:
        case bool():
            return None
        case int() | float():
            return _number(Decimal(repr(value)), code, section)
        case datetime() | date() | time():
            return _moment(value, section)
        case _:
            return None


def _sections(code: str) -> Iterator[str]:
    """The parts of a format for positive, negative and zero numbers."""
    start = 0
    for match in _SECTION.finditer(code):
        if match.group() == ";":
            yield code[start : match.start()]
            start = match.end()
    yield code[start:]


def _number(value: Decimal, code: str, section: str) -> str | None:
    if section.casefold() in {"", "general", "@"}:
        return None
    plain, literals = _taken_out(section)
    form = _NUMBER.search(plain)
    if form is None or re.search(r"[Ee][+-]|/", plain):
        return None
    digits = form.group()
    whole, _, part = digits.partition(".")
    percent = plain.count("%")
    amount = abs(value).scaleb(2 * percent).quantize(Decimal(1).scaleb(-len(part)), ROUND_HALF_UP)
    text = f"{amount:,.{len(part)}f}" if "," in whole else f"{amount:.{len(part)}f}"
    front, _, back = text.partition(".")
    front = front.rjust(whole.replace(",", "").count("0"), "0") if "," not in whole else front
    while back and part[len(back) - 1] == "#" and back.endswith("0"):
        back = back[:-1]
    made = plain[: form.start()] + front + (f".{back}" if back else "") + plain[form.end() :]
    sign = "-" if value < 0 and amount != 0 else ""
    return (sign + _put_back(made, literals)).strip()


def _taken_out(section: str) -> tuple[str, list[str]]:
    """The format with its literal words replaced by marks, and these words."""
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match.group(1) or match.group(2) or match.group(3) or "")
        return "\x00"

    return _LITERAL.sub(keep, section), literals


def _put_back(text: str, literals: list[str]) -> str:
    parts = text.split("\x00")
    return "".join(part + word for part, word in zip(parts, [*literals, ""], strict=False))


def _moment(value: datetime | date | time, section: str) -> str | None:
    plain, literals = _taken_out(section)
    if not _DATE.search(plain) or plain.casefold() == "general":
        return None
    noon = "am/pm" in plain.casefold()
    words = _words(value, noon=noon)
    made: list[str] = []
    end, before = 0, ""
    tokens = list(_DATE.finditer(plain))
    for place, token in enumerate(tokens):
        name = token.group().casefold()
        after = tokens[place + 1].group().casefold() if place + 1 < len(tokens) else ""
        if name in {"m", "mm"} and (before.startswith("h") or after.startswith("s")):
            name = f"{name}in"
        if name not in words:
            return None
        made += [plain[end : token.start()], words[name]]
        end, before = token.end(), token.group().casefold()
    return _put_back("".join([*made, plain[end:]]), literals).strip()


def _words(value: datetime | date | time, *, noon: bool) -> Mapping[str, str]:
    words: dict[str, str] = {}
    if isinstance(value, date):
        words = {
            "yyyy": f"{value.year:04}", "yy": f"{value.year % 100:02}", "mmmm": _MONTHS[value.month - 1],
            "mmm": _MONTHS[value.month - 1][:3], "mm": f"{value.month:02}", "m": str(value.month),
            "dddd": _DAYS[value.weekday()], "ddd": _DAYS[value.weekday()][:3], "dd": f"{value.day:02}",
            "d": str(value.day),
        }  # fmt: skip
    if isinstance(value, datetime | time):
        hour = (value.hour % 12 or 12) if noon else value.hour
        words |= {"hh": f"{hour:02}", "h": str(hour), "mmin": f"{value.minute:02}", "min": str(value.minute),
                  "ss": f"{value.second:02}", "s": str(value.second),
                  "am/pm": "AM" if value.hour < 12 else "PM"}  # fmt: skip
    return words
