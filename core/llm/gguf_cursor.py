"""Reading the pieces of a GGUF's header, forwards, without believing any length before looking at the file's size."""

import struct
from typing import BinaryIO, Final

from core.errors import ModelError
from core.said import Said

Scalar = bool | int | float | str
Value = Scalar | tuple[int, ...]

AGAIN: Final = "Download or copy the file again."
MAX_NAME: Final = 65_535
_MAX_KEPT_TEXT: Final = 1 << 20
_MAX_KEPT_ARRAY: Final = 4_096
_SCALARS: Final = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING: Final = 8
_ARRAY: Final = 9


class Cursor:
    """Reads a header forwards and never past the end of the file."""

    def __init__(self, file: BinaryIO, name: str, size: int) -> None:
        self._file = file
        self.name = name
        self.size = size
        self.at = 0

    def expect(self, count: int) -> None:
        """Raise if the file has fewer bytes left than this."""
        if count > self.size - self.at:
            raise ModelError(
                Said("{name} is cut off inside its header, at byte {size}.", name=self.name, size=f"{self.size:,}"),
                hint=AGAIN,
            )

    def take(self, count: int) -> bytes:
        self.expect(count)
        data = self._file.read(count)
        if len(data) != count:
            raise ModelError(Said("{name} became shorter while it was read.", name=self.name), hint=AGAIN)
        self.at += count
        return data

    def skip(self, count: int) -> None:
        self.expect(count)
        self.at += count
        self._file.seek(self.at)

    def unsigned(self) -> int:
        return int.from_bytes(self.take(8), "little")

    def unsigned32(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def scalar(self, code: str) -> bool | int | float:
        value: bool | int | float = struct.unpack(f"<{code}", self.take(struct.calcsize(code)))[0]
        return value

    def text(self, limit: int = _MAX_KEPT_TEXT) -> str:
        """A string; one that is longer than `limit` is skipped and comes back empty."""
        length = self.unsigned()
        if length > limit:
            self.skip(length)
            return ""
        return self.take(length).decode("utf-8", "replace")

    def broken(self, what: str) -> ModelError:
        return ModelError(Said("{name} is damaged: {what}.", name=self.name, what=what), hint=AGAIN)


def read_value(cursor: Cursor, kind: int) -> Value:
    """The value of this kind that comes next."""
    if kind in _SCALARS:
        return cursor.scalar(_SCALARS[kind])
    if kind == _STRING:
        return cursor.text()
    if kind == _ARRAY:
        return _array(cursor, cursor.unsigned32(), cursor.unsigned())
    raise cursor.broken(f"it holds a value of the unknown kind {kind}")


def _array(cursor: Cursor, kind: int, count: int) -> Value:
    """Short arrays of whole numbers are kept; of all others only the length is."""
    if kind == _STRING:
        cursor.expect(8 * count)
        for _ in range(count):
            length = cursor.unsigned()
            if length <= MAX_NAME:
                cursor.take(length)
            else:
                cursor.skip(length)
        return count
    if kind not in _SCALARS:
        raise cursor.broken(f"it holds a list of the unknown kind {kind}")
    code = _SCALARS[kind]
    if code in "fd" or count > _MAX_KEPT_ARRAY:
        cursor.skip(count * struct.calcsize(code))
        return count
    return tuple(int(item) for item in struct.unpack(f"<{count}{code}", cursor.take(count * struct.calcsize(code))))
