"""What a run would have given, had it been stopped earlier."""

from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule
from core.events import (
    BlockScored,
    CandidateProposed,
    CandidateScored,
    Cost,
    Event,
    FinalChosen,
    RoundEnded,
    RoundStarted,
)
from core.report.anytime import Incumbent, held_at, incumbents


def proposed(number: int) -> list[Event]:
    id_ = f"c{number}"
    return [
        CandidateProposed(Candidate(id_, Prompt(id_), (), "seed", 0)),
        BlockScored(id_, Split.TRAIN, 0, (), Cost(1, 90, 10)),
        CandidateScored(id_, Split.TRAIN, number / 10, 0.0, 1.0, 0, 0),
    ]


EVENTS = [
    *proposed(0),
    RoundStarted(1, 2),
    *proposed(1),
    *proposed(2),
    RoundEnded(1, "c2"),
    RoundStarted(2, 2),
    *proposed(3),
    RoundEnded(2, "c2"),
    FinalChosen("c1", FinalRule.VALIDATION, 0.5),
]


def test_that_the_best_of_each_round_holds_from_its_end_on() -> None:
    assert incumbents(EVENTS) == (Incumbent(100, "c0"), Incumbent(300, "c2"), Incumbent(400, "c1"))


def test_that_a_curve_is_read_from_what_was_held_then() -> None:
    found = incumbents(EVENTS)
    assert [held_at(found, tokens) for tokens in (0, 100, 299, 300, 399, 400, 9999)] == [
        "c0", "c0", "c0", "c2", "c2", "c1", "c1",
    ]  # fmt: skip


def test_that_a_run_without_a_score_held_nothing() -> None:
    assert incumbents(EVENTS[:2]) == ()
    assert held_at((), 100) == ""
