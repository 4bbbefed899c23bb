"""What is said before a run."""

from dataclasses import replace

from core.domain.run_estimate import Range, RunEstimate, Spread

_SPREAD = Spread(prompts=6, rows=48, between=0.08, noise=0.04, p_value=0.01, changing=0.15, best=0.7)
_OUTLOOK = RunEstimate(200, 0.2, 0.09, 0.34, 645, 0.5, Range(100, 1500))


def _words(outlook: RunEstimate) -> str:
    return " ".join(outlook.sentences)


def test_that_power_floor_and_cost_are_said_before_anything_ran() -> None:
    text = _words(_OUTLOOK)
    assert "200 sealed rows show a gain of 9 points or more" in text
    assert "645 sealed rows" in text
    assert "commonest label scores 50 %" in text
    assert "100 to 1,500 calls" in text
    assert "pre-flight" not in text


def test_that_a_prompt_without_room_above_it_is_called_hopeless() -> None:
    full = replace(_OUTLOOK, spread=replace(_SPREAD, best=0.97))
    assert full.hopeless
    assert "Optimizing will not help here" in _words(full)
    assert not replace(_OUTLOOK, spread=_SPREAD).hopeless


def test_that_prompts_that_do_not_matter_are_said_to_be_so_without_giving_up() -> None:
    flat = replace(_OUTLOOK, spread=replace(_SPREAD, p_value=0.4, between=0.0))
    assert "hardly depends on the prompt" in _words(flat)
    assert not flat.hopeless


def test_that_rows_that_can_show_nothing_are_said_to_be_so() -> None:
    assert "4 sealed rows cannot show any gain" in _words(replace(_OUTLOOK, sealed_rows=4, smallest_gain=None))


def test_that_an_outlook_survives_the_pipe() -> None:
    import msgspec

    outlook = replace(_OUTLOOK, smallest_gain=None, spread=_SPREAD, tokens=Range(1e3, 2e4), seconds=Range(3.0, 200.0))
    assert msgspec.json.decode(msgspec.json.encode(outlook), type=RunEstimate) == outlook
    assert "1,000 to 20,000 tokens, 3 s to 3 min" in _words(outlook)
