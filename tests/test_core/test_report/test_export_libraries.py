"""Exports are loaded by the libraries that they are for: Jinja2 always, others where the bench finds them.
(See `core.bench.roundtrip`.)"""

import pytest

from core.bench.roundtrip import RoundTripOutcome, outcomes
from core.report.export import FORMATS


@pytest.fixture(scope="module")
def found() -> dict[str, RoundTripOutcome]:
    return {each.form: each for each in outcomes()}


@pytest.mark.parametrize("form", FORMATS)
def test_that_an_export_says_in_its_own_library_what_was_scored(form: str, found: dict[str, RoundTripOutcome]) -> None:
    outcome = found[form]
    assert not outcome.wrong
    assert outcome.tried > outcome.refused
    if form == "jinja2":
        assert outcome.asked == outcome.tried - outcome.refused
    elif outcome.library and not outcome.asked:
        pytest.skip(f"{outcome.library} is not here")
