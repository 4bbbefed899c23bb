"""Writes and reads JSON, with sentences that keep their keys (`core.said`).

What is read somebody else may have written: however deep it is nested, and whatever its bytes are, it is a value or a
`msgspec.DecodeError`, which every reader turns into a sentence.
"""

from typing import Any, Final, Generic, TypeVar, overload

import msgspec

from core.said import Said, in_english, packed, unpacked

T = TypeVar("T")

_TOO_DEEP = "it is nested too deeply"

encode: Final = msgspec.json.Encoder(enc_hook=packed).encode
"""As `msgspec.json.encode`."""


@overload
def decode(data: bytes | str) -> Any: ...
@overload
def decode(data: bytes | str, *, type: type[T]) -> T: ...
def decode(data: bytes | str, *, type: Any = Any) -> Any:  # noqa: A002
    """As `msgspec.json.decode`."""
    return Decoder(type).decode(data)


class Decoder(Generic[T]):
    """As `msgspec.json.Decoder`, for what is decoded many times."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._decoder = msgspec.json.Decoder(kind, dec_hook=unpacked)

    def decode(self, data: bytes | str) -> T:
        """The value."""
        try:
            return self._decode(data)
        except RecursionError:
            raise msgspec.DecodeError(_TOO_DEEP) from None
        except UnicodeDecodeError as error:
            raise msgspec.DecodeError(Said("it is not UTF-8 ({reason})", reason=error.reason)) from error

    def _decode(self, data: bytes | str) -> T:
        try:
            found: T = self._decoder.decode(data)
        except msgspec.ValidationError as error:  # a sentence may stand where any text may, and there it is English
            try:
                found = msgspec.convert(
                    in_english(msgspec.json.decode(data)), self._kind, dec_hook=unpacked, str_keys=True
                )
            except (msgspec.MsgspecError, ValueError):
                raise error from None
        return found
