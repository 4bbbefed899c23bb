"""Numbers as people read them."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.language import SOURCE, speak
from desktop.words import rough_duration


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 s"),
        (42, "40 s"),
        (58, "1 min"),
        (520, "9 min"),
        (2831, "47 min"),
        (3580, "1 h 0 min"),
        (8000, "2 h 10 min"),
    ],
)
def test_that_an_estimate_of_time_is_not_said_more_exactly_than_it_is(
    qapp: QApplication, seconds: float, words: str
) -> None:
    speak(qapp, SOURCE)
    assert rough_duration(seconds) == words
