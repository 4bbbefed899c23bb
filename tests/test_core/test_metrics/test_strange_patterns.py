"""Patterns come with tasks of strangers: none takes the machine with it when it is compiled or matched."""

import time
from contextlib import suppress

import pytest

from core.domain.example import Example
from core.domain.task import AnswerContract
from core.errors import TaskError
from core.metrics.patterns import Regex

_BOMBS = ["((a{1,1000}){1,1000}){1,1000}", "(?:" * 5000 + "a" + ")" * 5000, "(x{1000}){1000}{1000}"]


@pytest.mark.parametrize("pattern", _BOMBS)
def test_that_a_pattern_that_describes_gigabytes_is_a_sentence_or_is_fine(pattern: str) -> None:
    began = time.monotonic()
    with suppress(TaskError):
        Regex(pattern=pattern).check(AnswerContract().kind)
    assert time.monotonic() - began < 30  # a second on a machine at rest


def test_that_counted_patterns_of_people_work() -> None:
    contract, row = AnswerContract(), Example(1, "x", (r"\\d{4}-\\d{2}-\\d{2}",))
    assert Regex(pattern=r"^\w{2,20}$").judge("hello", row, contract) == 1.0
    assert Regex(pattern=r"^\d{10}$").judge("12345", row, contract) == 0.0
