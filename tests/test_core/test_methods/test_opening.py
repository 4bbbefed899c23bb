"""A budget that is too small for the first step is told of before the run, to the very call, for every method."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.prompt import Prompt
from core.domain.runspec import Budget, RunSpec
from core.engine.minimum_budget import shortfall
from core.engine.runner import reserved_calls, search_and_choose
from core.errors import RunError
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.methods import NAMES, method
from core.methods.base import as_values

SEEDS = (Prompt("Complete the task now."), Prompt("Answer with one letter of the word."))


def spec_of(name: str, preset: str, budget: Budget) -> RunSpec:
    chosen = method(name).PRESETS[preset]
    params, search = chosen.chosen(method(name).Params, {})
    return RunSpec(
        "letters", "", "", SEEDS[:1], {}, name, as_values(params), chosen.final_rule, budget=budget, search=search
    )


def ends(kit: Any, spec: RunSpec) -> str:
    """How a run with this spec ends."""
    lab = kit.lab()
    reserved = reserved_calls(spec.final_rule, len(lab.task.validation), len(spec.seed_prompts), spec.budget.calls)
    bench = replace(lab._bench, meter=Meter(spec.budget, reserved_calls=reserved))
    try:
        return search_and_choose(Lab(lab.task, spec, bench), bench)[0]
    except RunError as error:
        return error.message


PRESETS = [(name, preset) for name in NAMES for preset in ("hardened", "faithful") if preset in method(name).PRESETS]


@pytest.mark.parametrize(("name", "preset"), PRESETS)
def test_that_the_calls_that_are_asked_for_are_the_fewest_that_get_a_run_past_its_start(
    kit: Any, name: str, preset: str
) -> None:
    found = shortfall(kit.task(), spec_of(name, preset, Budget(calls=1)))
    assert found is not None
    assert (found.limit, found.allowed) == ("calls", 1)
    enough, too_few = (spec_of(name, preset, Budget(calls=calls)) for calls in (found.needed, found.needed - 1))
    for_two_rounds = shortfall(kit.task(), enough)
    if for_two_rounds is not None:
        assert (for_two_rounds.limit, for_two_rounds.allowed) == ("rounds", found.needed)
        assert for_two_rounds.needed > found.needed
        assert shortfall(kit.task(), spec_of(name, preset, Budget(calls=for_two_rounds.needed))) is None
    assert shortfall(kit.task(), too_few) == replace(found, allowed=found.needed - 1)
    assert ends(kit, too_few) == "The budget was used up before the seed prompt was scored."
    assert ends(kit, enough) in {"budget", "finished"}


def test_that_calls_for_two_rounds_are_wanted_of_every_method_that_asks_a_writer_in_rounds(kit: Any) -> None:
    wanted = {name: shortfall(kit.task(), spec_of(name, "hardened", Budget(calls=100))) for name in NAMES}
    without = {name for name, found in wanted.items() if found is None}
    assert without <= {"bank", "promptquine"}
    assert {found.limit for found in wanted.values() if found is not None} <= {"rounds", "calls"}


def test_that_every_start_prompt_counts_once(kit: Any) -> None:
    spec = spec_of("gpo", "hardened", Budget(calls=1))
    one, two, same = (
        shortfall(kit.task(), replace(spec, seed_prompts=seeds)) for seeds in (SEEDS[:1], SEEDS, SEEDS[:1] * 2)
    )
    assert one is not None
    assert two is not None
    assert same is not None
    assert two.needed > one.needed


def test_that_nothing_is_said_without_limits(kit: Any) -> None:
    assert shortfall(kit.task(), spec_of("gpo", "hardened", Budget()), lambda prompt, row: 10**9) is None
