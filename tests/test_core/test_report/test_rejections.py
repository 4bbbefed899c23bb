"""Refused replies are counted by reason, wherever in a run they came."""

from collections.abc import Callable

from core import events as e
from core.report.html import gather, render
from core.state import fold

Fabricate = Callable[..., list[e.Event]]


def test_that_refusals_are_counted_by_reason_the_commonest_first(fabricate: Fabricate) -> None:
    run = fabricate(10)
    refused = [e.CandidateRejected("x", reason, 0) for reason in ("empty", "label", "language", "label")]
    state = fold([run[0], *refused[:2], *run[1:-1], *refused[2:], run[-1]])
    before = fold(run).rejections
    assert state.rejections == {
        **before,
        **{r: before.get(r, 0) + n for r, n in (("label", 2), ("empty", 1), ("language", 1))},
    }
    assert list(state.rejections.values()) == sorted(state.rejections.values(), reverse=True)
    assert [event.reason for event in state.rejected] == ["empty", "label"]


def test_that_the_report_says_how_many_were_refused_and_why(fabricate: Fabricate) -> None:
    run = fabricate(10)
    refused = [e.CandidateRejected("x", reason, 1) for reason in ("language", "label", "label")]
    page = render(gather("one", fold([*run[:-1], *refused, run[-1]]))).decode()
    assert "Rejected proposals:" in page
    assert "answer labels that the task does not have: 2" in page
    assert "in another script or language than the prompt: 1" in page


def test_that_a_run_without_refusals_says_nothing_of_them(fabricate: Fabricate) -> None:
    run = [event for event in fabricate(10) if not isinstance(event, e.CandidateRejected)]
    assert fold(run).rejections == {}
    assert "Rejected proposals" not in render(gather("one", fold(run))).decode()
