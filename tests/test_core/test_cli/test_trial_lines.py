"""What `whet try` prints of a row."""

from core.cli.trial import row_lines
from core.engine.commands.try_rows import TriedRow


def test_that_score_and_expected_answer_are_shown_in_full_beside_the_longest_reply() -> None:
    row = TriedRow(7, "long input " * 200, ("6", "six"), "a long reply " * 300 + "so 6", "6", 1.0, "")
    lines = list(row_lines(row))
    assert lines[0] == "Row 7: 100 %"
    assert lines[1].split() == ["expected", "6", "/", "six"]
    assert lines[3].endswith("so 6")
    assert all(len(line) < 250 for line in lines)


def test_that_a_reply_without_an_answer_says_so_with_the_reason() -> None:
    lines = list(row_lines(TriedRow(1, "q", ("a",), "?", None, 0.0, "unparsed")))
    assert lines[0] == "Row 1: 0 % (unparsed)"
    assert "(no answer found)" in lines[2]
