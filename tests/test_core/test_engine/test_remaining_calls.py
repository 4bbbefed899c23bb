"""What a run may still cost, from its rounds so far."""

from core.domain.example import Split
from core.domain.run_estimate import Range
from core.engine.remaining_calls import RemainingCalls
from core.events import BlockScored, Cost, RoundEnded, RoundStarted, SearchEnded


def spend(forecast: RemainingCalls, calls: int) -> None:
    forecast.on_event(BlockScored("c0", Split.TRAIN, 0, (), Cost(calls)))


def test_that_before_the_first_round_has_ended_the_upper_bound_is_all_there_is() -> None:
    forecast = RemainingCalls(most=1000, reserve=100)
    assert forecast.remaining(0) == Range(100, 1000)
    assert RemainingCalls().remaining(5) is None


def test_that_rounds_to_come_cost_between_the_cheapest_and_the_dearest_so_far() -> None:
    forecast = RemainingCalls(most=1000, reserve=40)
    for calls in (50, 70):
        forecast.on_event(RoundStarted(1, 4))
        spend(forecast, calls)
        forecast.on_event(RoundEnded(1, "c0"))
    assert forecast.remaining(120) == Range(100, 180)
    forecast.on_event(RoundStarted(3, 4))
    spend(forecast, 20)
    assert forecast.remaining(140) == Range(80, 160)


def test_that_an_ended_search_leaves_the_final_choice_at_most() -> None:
    forecast = RemainingCalls(most=1000, reserve=64)
    spend(forecast, 100)
    forecast.on_event(SearchEnded())
    assert forecast.remaining(100) == Range(0, 64)


def test_that_a_budget_is_never_forecast_to_be_passed() -> None:
    forecast = RemainingCalls(most=130, reserve=40)
    forecast.on_event(RoundStarted(1, 8))
    spend(forecast, 100)
    forecast.on_event(RoundEnded(1, "c0"))
    assert forecast.remaining(100) == Range(30, 30)
