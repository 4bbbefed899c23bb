"""Lines out of a stream."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.engine.lines import LineBuffer


@given(st.lists(st.binary(max_size=40), max_size=30))
def test_that_lines_do_not_depend_on_how_the_stream_was_cut(pieces: list[bytes]) -> None:
    buffer = LineBuffer()
    lines = [line for piece in pieces for line in buffer.feed(piece)]
    whole = b"".join(pieces).split(b"\n")
    assert lines == whole[:-1]
    assert buffer.held == len(whole[-1])


@pytest.mark.timeout(20)
def test_that_a_line_of_100_megabytes_comes_out_whole() -> None:
    buffer = LineBuffer()
    piece = b"x" * 65_536
    for _ in range(1600):
        assert buffer.feed(piece) == []
    (line,) = buffer.feed(b"y\nz")
    assert len(line) == 1600 * 65_536 + 1
    assert buffer.held == 1
