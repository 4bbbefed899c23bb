"""Writes animated WebP: Qt encodes the pictures, and this puts them one behind the other as the container wants it
(https://developers.google.com/speed/webp/docs/riff_container). No library of the project writes moving pictures."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_ANIMATED = 0x02
_PICTURES = {b"VP8 ", b"VP8L", b"ALPH"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture and the milliseconds for which it is shown."""

    image: "QImage"
    ms: int


def write_animation(frames: Sequence[Frame], to: Path, quality: int = 60) -> int:
    """Write pictures of one size as an animation that begins again for ever; its bytes. Equal neighbours are one."""
    first = frames[0].image
    edge = _three(first.width() - 1) + _three(first.height() - 1)
    body = _chunk(b"VP8X", struct.pack("<I", _ANIMATED) + edge)
    body += _chunk(b"ANIM", b"\xff\xff\xff\xff" + struct.pack("<H", 0))
    for frame in _merged(frames):
        head = _three(0) + _three(0) + edge + _three(frame.ms) + bytes([0])
        body += _chunk(b"ANMF", head + _encoded(frame.image, quality))
    return to.write_bytes(b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body)


def chunks(data: bytes, start: int = 12) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a WebP file behind its head, by their names."""
    at = start
    while at + 8 <= len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _merged(frames: Sequence[Frame]) -> list[Frame]:
    made: list[Frame] = []
    for frame in frames:
        if made and made[-1].image == frame.image:
            made[-1] = Frame(frame.image, made[-1].ms + frame.ms)
        else:
            made.append(frame)
    return made


def _encoded(image: "QImage", quality: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "WEBP", quality):  # type: ignore[call-overload]
        raise OSError("this Qt writes no WebP")
    return b"".join(_chunk(name, data) for name, data in chunks(held.data()) if name in _PICTURES)


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _three(number: int) -> bytes:
    return struct.pack("<I", number)[:3]
