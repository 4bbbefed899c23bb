"""OPRO, ProTeGi and GrIPS on scripted models (`conftest` says why): what all of them promise."""

from collections import Counter
from typing import Any

import pytest

from core.bench import direct
from core.control import Cancelled, CancelToken
from core.domain.example import Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import Budget
from core.domain.search import SearchSettings
from core.events import BlockScored, CandidateProposed, CandidateRejected, OptimizerReplied, RoundStarted
from core.lab.journal import MemoryJournal
from core.lab.meter import OutOfBudget
from core.methods.base import as_values, fields, make_params
from core.methods.grips import method as grips
from core.methods.opro import method as opro
from core.methods.protegi import method as protegi

RIVALS = (opro, protegi, grips)
START = (Prompt("Complete the task now, please, and answer with one letter of the word that you see."),)

every_rival = pytest.mark.parametrize("method", RIVALS, ids=lambda module: module.name)


def written(asked: str, seed: int) -> str:
    """A prompt, a criticism or a phrase of good words, in the tags that were asked for."""
    words = ("second", "letter", "word", "write", "lower", "exactly", "only", "one", "please", "now", "the", "and")
    text = " ".join(words[(seed >> shift) % 12] for shift in range(0, 4 + 3 * (seed % 5), 3))
    tag = next((tag for tag in ("new_prompt", "weakness", "new_part") if f"</{tag}>" in asked), "")
    return f"<{tag}>{text}</{tag}>" if tag else text


def run(
    method: Any, lab: Any, seeds: tuple[Prompt, ...] = START, preset: str = "hardened", **values: object
) -> list[Any]:
    """The events of a whole run."""
    direct.optimize(method, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def calls(events: list[Any]) -> int:
    return sum(event.spent.calls for event in of(events, OptimizerReplied) + of(events, BlockScored))


@every_rival
def test_that_every_preset_is_a_valid_form_and_the_first_is_the_default(method: Any) -> None:
    for preset in method.PRESETS.values():
        params = make_params(method.Params, preset.params)
        assert make_params(method.Params, as_values(params)) == params
    assert {item.name for item in fields(method.Params)} == set(as_values(method.Params()))
    assert next(iter(method.PRESETS)) == "hardened"
    assert method.PRESETS["hardened"].params == {}
    assert "faithful" in method.PRESETS


@every_rival
@pytest.mark.parametrize("preset", ["hardened", "faithful"])
@pytest.mark.parametrize("optimizer", [written, lambda asked, seed: f"<new_prompt>{'long ' * 40}{seed}</new_prompt>"])
def test_that_no_run_spends_more_than_said_before(method: Any, kit: Any, preset: str, optimizer: Any) -> None:
    values = {"steps": 12} if method is opro else {}
    events = run(method, kit.lab(optimizer=optimizer), preset=preset, **values)
    params, search = method.PRESETS[preset].chosen(method.Params, values)
    assert 0 < calls(events) <= method.most_calls(params, search, train=64, validation=48, seeds=1)


@every_rival
def test_that_the_search_finds_better_prompts_and_scores_training_rows_only(method: Any, kit: Any) -> None:
    lab = kit.lab(optimizer=written)
    start = lab.score(START, on=Split.TRAIN, rows=48)[0]
    events = run(method, lab)
    assert lab.best().value >= start.value + 0.1
    assert {event.split for event in of(events, BlockScored)} == {Split.TRAIN}


@every_rival
def test_that_the_same_seed_gives_the_same_events_and_another_seed_others(method: Any, kit: Any) -> None:
    first, again, other = (run(method, kit.lab(optimizer=written, seed=seed)) for seed in (3, 3, 4))
    assert first == again
    assert first != other


@every_rival
def test_that_a_run_stopped_at_any_model_call_was_a_prefix_of_the_whole_one(method: Any, kit: Any) -> None:
    whole = run(method, kit.lab(optimizer=written))
    for limit in (0, 10, 48, 52, 60, 100, 150):
        lab = kit.lab(optimizer=written, budget=Budget(calls=limit))
        with pytest.raises(OutOfBudget):
            run(method, lab)
        events = list(lab._bench.journal.events)
        assert events == whole[: len(events)]
        assert lab._bench.meter.calls <= limit


@every_rival
def test_that_cancel_ends_the_search_at_the_next_model_call(method: Any, kit: Any) -> None:
    token, asked = CancelToken(), list[str]()

    def cancel_at_third(question: str, seed: int) -> str:
        asked.append(question)
        if len(asked) == 3:
            token.cancel()
        return written(question, seed)

    journal = MemoryJournal()
    with pytest.raises(Cancelled):
        run(method, kit.lab(optimizer=cancel_at_third, cancel=token, journal=journal), **_asking(method))
    assert len(asked) <= 4, "one call may hold several requests"


def _asking(method: Any) -> dict[str, object]:
    return {"steps": 100, "patience": 100} if method is grips else {}


@every_rival
def test_that_demonstrations_locked_spans_and_placeholders_stay(method: Any, kit: Any) -> None:
    start = Prompt(
        "Take a letter of {{input}} now, please. Be brief. Answer with one word of the language.",
        (Demonstration("abcd", "b"),),
        ("Be brief.",),
    )
    lab = kit.lab(optimizer=lambda asked, seed: written(asked, seed).replace("</n", ". Be brief. {{input}}</n"))
    made = [event.candidate.prompt for event in of(run(method, lab, (start,)), CandidateProposed)]
    assert len(made) > 3
    assert {(prompt.demonstrations, prompt.locked, prompt.placeholders) for prompt in made} == {
        (start.demonstrations, start.locked, start.placeholders)
    }
    assert all("Be brief." in prompt.text for prompt in made)


@every_rival
def test_that_prompts_which_break_what_must_stay_are_refused_by_reason(method: Any, kit: Any) -> None:
    start = Prompt("Take a letter of {{input}} now, please. Be brief. Answer with one word.", (), ("Be brief.",))
    events = run(method, kit.lab(optimizer=written), (start,))
    reasons = Counter(event.reason for event in of(events, CandidateRejected))
    if method is grips:  # its edits cannot break anything, and phrases hold nothing to break
        assert not set(reasons) & {"locked", "placeholder"}
    else:
        assert reasons["locked"] > 0
        assert len(of(events, CandidateProposed)) == 1


@every_rival
def test_that_the_person_s_prompts_all_take_part(method: Any, kit: Any) -> None:
    seeds = (*START, Prompt("write the second letter of the word"), *START)
    events = run(method, kit.lab(optimizer=written), seeds)
    own = [event.candidate for event in of(events, CandidateProposed) if event.candidate.is_seed]
    assert [candidate.prompt for candidate in own] == [seeds[0], seeds[1]]
    assert next(e.candidate for e in of(events, CandidateProposed) if not e.candidate.is_seed).parents == ("c1",)


@every_rival
def test_that_a_perfect_prompt_ends_the_search_at_once(method: Any, kit: Any) -> None:
    perfect = (Prompt("write only exactly one lower second letter word"),)
    events = run(method, kit.lab(optimizer=written), perfect)
    assert len(of(events, RoundStarted)) <= 1


USELESS = {
    "silent": lambda asked, seed: "",
    "echoing": lambda asked, seed: asked,
    "echoing in tags": lambda asked, seed: f"<new_prompt>{asked}</new_prompt>",
    "quoting the instruction": lambda asked, seed: asked.splitlines()[-1],
    "endless": lambda asked, seed: f"<new_prompt>{'word ' * 10_000}</new_prompt>",
    "in another language": lambda asked, seed: f"<new_prompt>只写第二个字母，不要解释 {seed % 5}</new_prompt>",
    "breaking every third reply": lambda asked, seed: ("", "<new_prompt>", "<weakness>vague</weakness>")[seed % 3],
    "repeating the current prompt": lambda asked, seed: f"<new_prompt>{START[0].text}</new_prompt>",
    "made of control characters": lambda asked, seed: f"<new_prompt>\x00\ud7ff<|im_end|>{seed}</new_prompt>",
}


@every_rival
@pytest.mark.parametrize("parameters", [5_000_000, 7_000_000_000])
@pytest.mark.parametrize("kind", USELESS)
def test_that_a_useless_optimizer_ends_the_run_in_order(method: Any, kit: Any, kind: str, parameters: int) -> None:
    lab = kit.lab(optimizer=USELESS[kind], parameters=parameters)
    events = run(method, lab)
    assert 1 <= len(of(events, RoundStarted)) <= method.Params().steps
    assert calls(events) <= method.most_calls(method.Params(), SearchSettings(), train=64, validation=48, seeds=1)
    assert lab.best() is not None


@pytest.mark.parametrize("method", [opro, protegi], ids=lambda module: module.name)
def test_that_replies_in_another_script_are_counted_as_such(method: Any, kit: Any) -> None:
    def chinese(asked: str, seed: int) -> str:
        return written(asked, seed) if "</weakness>" in asked else "<new_prompt>只写第二个字母，不要解释</new_prompt>"

    events = run(method, kit.lab(optimizer=chinese), steps=1)
    assert {event.reason for event in of(events, CandidateRejected)} == {"language"}


@every_rival
def test_that_a_small_optimizer_gets_the_compact_wording(method: Any, kit: Any) -> None:
    def questions(parameters: int) -> list[str]:
        return [
            ask.prompt for ask in of(run(method, kit.lab(optimizer=written, parameters=parameters)), OptimizerReplied)
        ]

    compact = ("Below are prompts with their scores", "Prompt: ", "Rewrite the prompt in other words.")
    assert all(question.startswith(compact) for question in questions(5_000_000))
    assert not any(question.startswith(compact) for question in questions(7_000_000_000))
