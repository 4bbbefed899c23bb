"""The child process that compiles patterns of strangers (`core.child`): a short one may describe gigabytes."""

import sys

import msgspec

from core import offline
from core.child import serve


def answer(request: bytes) -> bytes:
    """What is wrong with a pattern; nothing if it can be compiled."""
    import regex

    pattern, ignore_case = msgspec.json.decode(request, type=tuple[str, bool])
    try:
        regex.compile(pattern, regex.IGNORECASE if ignore_case else 0)
    except regex.error as error:
        return str(error)[:300].encode("utf-8", "replace")
    except RecursionError:
        return b"it is nested too deeply"
    return b""


def main() -> int:
    """Compile until there is nothing more to compile."""
    offline.install()
    return serve(answer)


if __name__ == "__main__":
    sys.exit(main())
