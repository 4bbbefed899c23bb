"""Complete lines out of pieces of a stream, whatever their size."""


class LineBuffer:
    """Collects bytes and gives back whole lines, without their newline. Linear in the bytes, even for one huge line."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._held = 0

    @property
    def held(self) -> int:
        """Bytes of the line that has not ended yet."""
        return self._held

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that these bytes complete, in order."""
        first, newline, rest = data.partition(b"\n")
        if not newline:
            self._keep(first)
            return []
        lines = [b"".join((*self._pieces, first)), *rest.split(b"\n")]
        last = lines.pop()
        self._pieces.clear()
        self._held = 0
        self._keep(last)
        return lines

    def _keep(self, data: bytes) -> None:
        if data:
            self._pieces.append(data)
            self._held += len(data)
