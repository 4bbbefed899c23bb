"""Qt's tables of languages, cut to those that the window speaks: 32 MB of ICU's data become a few.

ICU holds the words and rules of 700 languages in one library without code. Of it Qt asks for the order of letters and
the names of time zones; formats of dates and numbers are Qt's own. A language that is not there gets what the standard
gives all of them. Encodings are not read by Qt here, but by Python.
"""

import re
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

from whet_setup.failure import SetupError

_MARK = b"CmnD"
_BEFORE_MARK = 12
"""Bytes from the beginning of the data to the name of its kind: two sizes, two marks, and the description's head."""

_KEPT = re.compile(
    r"(?:(?:coll|zone|curr)/)?(?:root|pool|res_index|en|en_US|en_GB|zh|zh_Hans|zh_Hant|zh_Hans_CN|tzdbNames)\.res"
    r"|(?:coll/)?\w+\.(?:icu|nrm)"
    r"|(?:currencyNumericCodes|dayPeriods|genderList|grammaticalFeatures|icustd|icuver|keyTypeData|langInfo"
    r"|likelySubtags|metaZones|metadata|numberingSystems|plurals|pluralRanges|supplementalData|timezoneTypes|units"
    r"|windowsZones|zoneinfo64)\.res"
)
_LEFT_OUT = "unames.icu"
"""Names of characters."""


def is_kept(name: str) -> bool:
    """Whether an entry of the data, without the package's name before it, is one that Qt asks for here."""
    return name != _LEFT_OUT and _KEPT.fullmatch(name) is not None


def read(data: bytes) -> tuple[bytes, dict[str, bytes]]:
    """The head of ICU's common data and its entries by name. Raises `SetupError` for other data."""
    head_size = struct.unpack_from("<H", data)[0]
    if data[_BEFORE_MARK : _BEFORE_MARK + len(_MARK)] != _MARK:
        raise SetupError("The data of ICU have another form than expected; they were left whole.")
    (count,) = struct.unpack_from("<I", data, head_size)
    places = [struct.unpack_from("<II", data, head_size + 4 + 8 * number) for number in range(count)]
    starts = [at for _, at in places] + [len(data) - head_size]
    entries = {}
    for number, (name_at, at) in enumerate(places):
        end = data.index(b"\0", head_size + name_at)
        entries[data[head_size + name_at : end].decode()] = data[head_size + at : head_size + starts[number + 1]]
    return data[:head_size], entries


def written(head: bytes, entries: Mapping[str, bytes]) -> bytes:
    """Common data with these entries. Names are sorted, and every entry begins at a multiple of 16, as ICU wants."""
    names = sorted(entries, key=str.encode)
    texts = [name.encode() + b"\0" for name in names]
    at = 4 + 8 * len(names)
    name_places = [at + sum(map(len, texts[:number])) for number in range(len(texts))]
    body = bytearray(b"".join(texts))
    toc = [struct.pack("<I", len(names))]
    for name, place in zip(names, name_places, strict=True):
        body += bytes(-(len(head) + at + len(body)) % 16)
        toc.append(struct.pack("<II", place, at + len(body)))
        body += entries[name]
    return head + b"".join(toc) + bytes(body)


def slim(library: Path, scratch: Path) -> None:
    """Put a smaller library into the place of `libicudata.so.NN`. Raises `SetupError` where it cannot be made."""
    content = library.read_bytes()
    version = library.name.rpartition(".")[2]
    begin = content.index(_MARK) - _BEFORE_MARK
    head, entries = read(content[begin : begin + _length(library)])
    kept = {name: data for name, data in entries.items() if is_kept(name.partition("/")[2])}
    (scratch / "icu.dat").write_bytes(written(head, kept))
    symbol = f"icudt{version}_dat"
    source = (
        f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n.incbin "icu.dat"\n'
        f'.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    (scratch / "icu.s").write_text(source, "utf-8")
    command = ["cc", "-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-o", library.name, "icu.s"]
    done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"ICU's data could not be linked again: {done.stderr[-500:]}")
    (scratch / library.name).replace(library)


def _length(library: Path) -> int:
    """How many bytes the library's one symbol has."""
    told = subprocess.run(["objdump", "-T", library], capture_output=True, text=True, check=True).stdout
    sizes = [
        int(found[1], 16) for found in re.finditer(r"\s([0-9a-f]{16})\s+(?:\S+\s+)?icudt\d+_dat$", told, re.MULTILINE)
    ]
    if len(sizes) != 1:
        raise SetupError("The library of ICU's data has another form than expected; it was left whole.")
    return sizes[0]
