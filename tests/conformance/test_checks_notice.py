"""The checks notice what they are for: each is put to a method that breaks just this promise."""

import itertools
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest

from core import methods
from core.bench import checks, scripted
from core.bench.gbnf import GbnfGrammar
from core.domain.candidate import Draft
from core.domain.prompt import Prompt
from core.lab.lab import Lab
from core.lab.meter import OutOfBudget
from core.lab.proposing import forms
from core.llm.base import Request, user
from core.methods.base import Preset, param

Optimize = Callable[[Lab, Sequence[Prompt], Any], None]


@dataclass(frozen=True, slots=True)
class Params:
    steps: int = param(6, "Steps", about="Rounds.")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Registers a method for one test; gives its name."""

    def register(optimize: Optimize, most: int = 100_000) -> str:
        module = ModuleType("core.methods.broken.method")
        module.name = module.title = module.summary = module.paper = "broken"  # type: ignore[attr-defined]
        module.Params, module.PRESETS = Params, {"only": Preset("Only")}  # type: ignore[attr-defined]
        module.optimize = optimize  # type: ignore[attr-defined]
        module.most_calls = lambda params, search, *, train, validation, seeds: most  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "core.methods.broken.method", module)
        monkeypatch.setattr(methods, "NAMES", (*methods.NAMES, "broken"))
        return "broken"

    return register


def search(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    """A method without fault: random prompts."""
    start = lab.score(list(seeds), rows=16)[0]
    for _ in lab.rounds(params.steps):
        for reply in lab.ask(f"Write anew: {start.text}", n=3, grammar=forms.free()):
            if reply.strip():
                lab.score([Draft(Prompt(reply.strip()), (start.candidate.id,), "anew")], rows=16)


def noisy(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    lab.note("noise", value=random.random())
    search(lab, seeds, params)


def swallowing(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    for _ in range(3):
        try:
            search(lab, seeds, params)
        except BaseException:
            continue


def crashing(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    lab.score(list(seeds), rows=16)
    for reply in lab.ask("Write.", grammar=forms.tagged("new_prompt")):
        lab.score([Prompt(reply.split("<new_prompt>")[1])], rows=16)


def stubborn(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    lab.score(list(seeds), rows=16)
    while not lab.ask("Write.", grammar=forms.tagged("new_prompt"))[0].startswith("<new_prompt>s"):
        pass


def curious(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    from core.data import tasks

    del tasks
    search(lab, seeds, params)


def forgetful(lab: Lab, seeds: Sequence[Prompt], params: Params) -> None:
    lab.score(list(seeds)[:1], rows=16)
    for _ in lab.rounds(1):
        lab.score([Prompt("now"), Prompt("the and")], rows=32)


def test_that_a_method_without_fault_keeps_everything(broken: Callable[..., str]) -> None:
    name = broken(search)
    ignored = {"sealed test"}  # this file imports what a method may not
    assert {title: check(name) for title, check in checks.SIMULATED.items() if title not in ignored} == dict.fromkeys(
        set(checks.SIMULATED) - ignored, ""
    )


def test_that_randomness_beside_the_lab_s_is_noticed(broken: Callable[..., str]) -> None:
    assert "differ at event 2" in checks.repeatable(broken(noisy))
    assert checks.goes_on_from_a_cut_log(broken(noisy)) != ""


def test_that_swallowed_endings_are_noticed(broken: Callable[..., str]) -> None:
    assert "resumed, it did not end as if nothing had been" in checks.cancels(broken(swallowing))


def test_that_an_optimistic_estimate_is_noticed(broken: Callable[..., str]) -> None:
    assert "were promised" in checks.within_its_estimate(broken(search, 10))


def test_that_a_crash_on_an_empty_reply_is_noticed(broken: Callable[..., str]) -> None:
    assert checks.survives_useless_optimizers(broken(crashing)).startswith("“empty”: it ended with “failed”")


def test_that_a_method_that_never_stops_asking_is_noticed(broken: Callable[..., str]) -> None:
    assert checks.within_its_estimate(broken(search)) == ""
    with pytest.raises(scripted.EndlessError):
        checks.attempt(checks.BenchTrial(broken(stubborn, 50), optimizer=scripted.write_nothing))


def test_that_a_method_which_could_read_sealed_rows_is_noticed(broken: Callable[..., str]) -> None:
    assert checks.leaves_the_sealed_test(broken(curious)).startswith("its file imports core.data")


def test_that_a_search_without_the_person_s_prompt_is_noticed(broken: Callable[..., str]) -> None:
    assert checks.lets_the_own_prompt_compete(broken(forgetful)) != ""


def test_that_a_budget_that_was_passed_is_noticed(broken: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.lab.meter.Meter.check", lambda self, calls, tokens: None)
    name = broken(search)
    assert "calls of 1" in checks.within_calls(name)
    assert "tokens of 10" in checks.within_tokens(name)


def test_that_a_final_choice_against_the_rule_is_noticed(
    broken: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.lab.final import ranked

    monkeypatch.setattr("core.engine.runner.ranked", lambda results: ranked(results)[::-1])
    assert "is better" in checks.chooses_by_the_rule(broken(search))


def test_that_a_run_survives_its_ending_being_swallowed_only_if_it_is_let_through(broken: Callable[..., str]) -> None:
    assert issubclass(OutOfBudget, BaseException)
    assert not issubclass(OutOfBudget, Exception)
    assert checks.cancels(broken(search)) == ""


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("grammar", "form"),
    [
        (forms.free(), r"[a-z ]+"),
        (forms.tagged("new_prompt"), r"<new_prompt>[a-z ]+</new_prompt>"),
        ('root ::= item{2,3}\nitem ::= [0-9]+ ". " [^\\n]+ "\\n"', r"(\d+\. [a-z ]+\n){2,3}"),
        ('root ::= "a" ("b" | "c")? # a comment', r"a[bc]?"),
        ('root ::= "\\"" char* "\\""\nchar ::= [^"\\\\] | "\\\\" ["n]', r'"[a-z ]+"'),
        ("root ::= [^ \\t\\r\\n<] [^\\x00<]{0,9}", r"[a-z ]{1,10}"),
        ('root ::= "x" .{2}', r"x.{2}"),
    ],
)
def test_that_a_simulated_model_keeps_to_a_grammar(grammar: str, form: str, seed: int) -> None:
    import re

    text = scripted.write_words(Request(user("Write."), seed=seed, grammar=grammar))
    assert re.fullmatch(form, text), text


def test_that_a_grammar_without_an_end_is_an_error() -> None:
    with pytest.raises(ValueError, match="come to an end"):
        GbnfGrammar.parse('root ::= "a" root').write(random.Random(0), lambda rng: "word")
    with pytest.raises(ValueError, match="root"):
        GbnfGrammar.parse('a ::= "b"')
    assert list(itertools.islice(scripted.USELESS, 1)) == ["empty"]
