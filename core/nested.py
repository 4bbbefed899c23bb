"""Reads JSON that somebody else may have written: however deep it is nested, and whatever its bytes are, it is a value
or a `msgspec.DecodeError`, which every reader turns into a sentence."""

from typing import Any, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")

_TOO_DEEP = "it is nested too deeply"


@overload
def decode(data: bytes | str) -> Any: ...
@overload
def decode(data: bytes | str, *, type: type[T]) -> T: ...
def decode(data: bytes | str, *, type: Any = Any) -> Any:  # noqa: A002
    """As `msgspec.json.decode`."""
    try:
        return msgspec.json.decode(data, type=type)
    except RecursionError:
        raise msgspec.DecodeError(_TOO_DEEP) from None
    except UnicodeDecodeError as error:
        raise msgspec.DecodeError(f"it is not UTF-8 ({error.reason})") from error


class Decoder(Generic[T]):
    """Around a `msgspec.json.Decoder`, for what is decoded many times."""

    def __init__(self, decoder: msgspec.json.Decoder[T]) -> None:
        self._decoder = decoder

    def decode(self, data: bytes | str) -> T:
        """The value."""
        try:
            return self._decoder.decode(data)
        except RecursionError:
            raise msgspec.DecodeError(_TOO_DEEP) from None
        except UnicodeDecodeError as error:
            raise msgspec.DecodeError(f"it is not UTF-8 ({error.reason})") from error
