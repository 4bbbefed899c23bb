"""What a person says in the middle of a run: heard between two calls, logged, and heard there again on resume."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.bench.trials import BenchTrial, TrialOutcome, attempt
from core.control import CancelToken
from core.domain.editing import EDITED, Edit, problems
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule
from core.events import (
    BlockScored,
    BudgetExhausted,
    CandidateProposed,
    Event,
    FinalChosen,
    OptimizerReplied,
    PromptEdited,
    RoundEnded,
    RunEnded,
    SearchEnded,
    TimeCheckpointed,
    decode,
)
from core.lab.steering import RunControl
from core.methods import NAMES
from core.state import Node

WRITTEN = "Write exactly the second letter of the one word in lower case only"
"""A prompt with all the words that the simulated task model understands."""

At = dict[int, Callable[[RunControl], None]]


class Person:
    """Says something while chosen blocks are being answered, or questions, counted from 1."""

    def __init__(self, at: At) -> None:
        self.at, self.calls, self.control = at, 0, RunControl(self.decline)
        self.declined: list[tuple[Edit, str]] = []

    def began(self) -> None:
        self.calls += 1
        if self.calls in self.at:
            self.at[self.calls](self.control)

    def decline(self, edit: Edit, why: str) -> None:
        self.declined.append((edit, why))


def write(text: str, parent: str = "c0") -> Callable[[RunControl], None]:
    return lambda control: control.submit(Edit(parent, text))


def watched(method: str, person: Person, log: Path | None = None, **changes: object) -> TrialOutcome:
    trial = replace(BenchTrial(method, budget=Budget(calls=420)), **changes)  # type: ignore[arg-type]
    return attempt(trial, log=log, began=person.began, control=person.control)


def events(found: TrialOutcome) -> list[Event]:
    return [decode(line) for line in found.log.splitlines(keepends=True)]


def test_that_a_person_s_prompt_joins_the_tree_is_scored_and_wins_if_it_is_the_best() -> None:
    found = watched("gpo", Person({4: write(WRITTEN)}))
    mine = next(node for node in found.state.nodes.values() if node.candidate.operator == EDITED)
    assert mine.candidate.prompt.text == WRITTEN
    assert mine.candidate.parents == ("c0",)
    assert mine.cards
    assert found.state.final is not None
    assert found.state.final.candidate == mine.candidate.id
    assert found.calls <= 420


def test_that_a_worse_prompt_of_a_person_does_not_win() -> None:
    found = watched("gpo", Person({4: write("Nothing of use.")}))
    mine = next(node for node in found.state.nodes.values() if node.candidate.operator == EDITED)
    assert found.state.final is not None
    assert found.state.final.candidate != mine.candidate.id


@pytest.mark.parametrize("method", NAMES)
def test_that_a_run_with_edits_killed_anywhere_after_them_resumes_to_the_same_log(method: str, tmp_path: Path) -> None:
    person = Person({2: write("Write the letter."), 7: write(WRITTEN), 8: write("Write one letter.", "c1")})
    whole = watched(method, person)
    lines = whole.log.splitlines(keepends=True)
    heard = [number for number, event in enumerate(events(whole)) if isinstance(event, PromptEdited)]
    assert len(heard) == 3 - len(person.declined)
    assert len(heard) >= 2
    chance = random.Random(1)
    for cut in [*(number + 1 for number in heard[-1:]), *sorted(chance.sample(range(heard[-1] + 1, len(lines)), 4))]:
        log = tmp_path / f"{cut}.jsonl"
        log.write_bytes(b"".join(lines[:cut]) + lines[cut][:7] if cut < len(lines) else whole.log)
        assert watched(method, Person({}), log).log == whole.log, f"cut after line {cut} of {len(lines)}"


def test_that_the_same_edits_at_the_same_places_make_the_same_log() -> None:
    logs = [watched("capo", Person({3: write(WRITTEN), 9: write("One word only.")})).log for _ in range(2)]
    assert logs[0] == logs[1]


@pytest.mark.parametrize("method", NAMES)
def test_that_ending_early_chooses_among_what_was_tried_and_resumes_to_the_same_end(
    method: str, tmp_path: Path
) -> None:
    whole = watched(method, Person({9: RunControl.end_early}))
    assert isinstance(whole.ended, RunEnded)
    assert whole.ended.outcome == "kept"
    kinds = [type(event) for event in events(whole)]
    assert kinds.count(SearchEnded) == kinds.count(FinalChosen) == 1
    lines, place = whole.log.splitlines(keepends=True), kinds.index(SearchEnded)
    for cut in range(place, len(lines)):
        log, person = tmp_path / f"{cut}.jsonl", Person({})
        log.write_bytes(b"".join(lines[:cut]))
        if cut == place:  # nothing says that the search has ended: the person says it again
            person.control.end_early()
        assert watched(method, person, log).log == whole.log, f"cut after line {cut}"


def test_that_a_run_is_not_ended_before_there_is_something_to_choose() -> None:
    person = Person({})
    person.control.end_early()
    found = watched("gpo", person)
    assert found.ended.outcome == "kept"
    assert found.state.final is not None
    assert found.state.final.candidate == "c0"


def test_that_a_stopped_run_can_be_ended_with_what_it_has(tmp_path: Path) -> None:
    log, cancel = tmp_path / "events.jsonl", CancelToken()
    stopper = Person({12: lambda _: cancel.cancel()})
    trial = BenchTrial("gpo", budget=Budget(calls=420))
    assert attempt(trial, log=log, cancel=cancel, began=stopper.began).ended.outcome == "cancelled"
    keeper = Person({})
    keeper.control.end_early()
    found = watched("gpo", keeper, log)
    assert found.ended.outcome == "kept"
    assert found.state.final is not None
    assert found.state.final.value >= max(node.card.value for node in found.state.seeds if node.card)


class TestAPause:
    def paused(self, budget: Budget, *, edit: str = "") -> tuple[TrialOutcome, float, int]:
        """A run that is paused in its sixth block and goes on after a while; how long it took, blocks until then."""
        person = Person({6: RunControl.pause})
        seen: list[int] = []

        def watch() -> None:
            while not person.control.waiting:
                time.sleep(0.002)
            seen.append(person.calls)
            time.sleep(0.3)
            seen.append(person.calls)
            if edit:
                person.control.submit(Edit("c0", edit))
                time.sleep(0.1)
            person.control.go_on()

        watcher = threading.Thread(target=watch)
        watcher.start()
        began = time.monotonic()
        found = watched("gpo", person, budget=budget)
        took = time.monotonic() - began
        watcher.join()
        assert seen[0] == seen[1], "no call is made while the run waits"
        return found, took, seen[0]

    def test_that_it_takes_effect_within_one_block_and_leaves_no_trace_in_the_log(self) -> None:
        found, _, calls = self.paused(Budget(calls=420))
        assert calls == 6
        assert found.log == watched("gpo", Person({})).log

    def test_that_it_is_not_counted_against_a_budget_of_minutes_and_the_log_says_when_it_began(self) -> None:
        found, took, _ = self.paused(Budget(calls=420, minutes=5))
        times = [event.seconds for event in events(found) if isinstance(event, TimeCheckpointed)]
        assert found.state.seconds <= took - 0.25
        rounds = sum(isinstance(event, RoundEnded) for event in events(found))
        assert len(times) == rounds + 1

    def test_that_a_prompt_written_meanwhile_is_in_the_tree_before_the_run_goes_on(self) -> None:
        found, _, calls = self.paused(Budget(calls=420), edit=WRITTEN)
        said = events(found)
        place = next(number for number, event in enumerate(said) if isinstance(event, PromptEdited))
        assert isinstance(said[place + 1], CandidateProposed)
        assert sum(isinstance(event, BlockScored | OptimizerReplied) for event in said[:place]) == calls

    def test_that_a_cancel_ends_it(self) -> None:
        person, cancel = Person({6: RunControl.pause}), CancelToken()
        threading.Timer(0.3, cancel.cancel).start()
        found = attempt(BenchTrial("gpo"), cancel=cancel, began=person.began, control=person.control)
        assert found.ended.outcome == "cancelled"


class Hurried(RunControl):
    """A clock that runs by itself: half a second from one look to the next."""

    now = 0.0

    def clock(self) -> float:
        self.now += 0.5
        return self.now


def test_that_a_search_that_a_clock_ended_within_a_round_is_resumed_to_the_same_end(tmp_path: Path) -> None:
    trial = BenchTrial("gpo", budget=Budget(minutes=0.6))
    whole = attempt(trial, control=Hurried())
    kinds = [type(event) for event in events(whole)]
    assert whole.ended.outcome == "budget"
    place = kinds.index(BudgetExhausted)
    assert kinds[place - 2 : place] == [RoundEnded, TimeCheckpointed]
    log = tmp_path / "events.jsonl"
    for cut in (place + 1, place):
        log.write_bytes(b"".join(whole.log.splitlines(keepends=True)[:cut]))
        found = attempt(trial, log=log)
        assert found.log == whole.log, found.ended.message


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Edit("c0", "  "), "empty"),
        (Edit("c99", "Something else."), "no candidate “c99”"),
        (Edit("c0", "Complete the task."), "Nothing was changed"),
        (Edit("c0", "Look at {{colour}}."), "{{colour}}"),
    ],
)
def test_that_a_prompt_that_cannot_be_taken_in_is_declined_with_a_reason(edit: Edit, why: str) -> None:
    person = Person({4: lambda control: control.submit(edit)})
    found = watched("gpo", person)
    assert [declined for declined, _ in person.declined] == [edit]
    assert why in person.declined[0][1]
    assert found.log == watched("gpo", Person({})).log


def test_that_a_prompt_that_comes_during_the_final_choice_is_declined_and_not_forgotten() -> None:
    quiet = Person({})
    watched("gpo", quiet)
    person = Person({quiet.calls - 1: write(WRITTEN)})
    watched("gpo", person)
    person.control.reset()
    assert [edit.text for edit, _ in person.declined] == [WRITTEN]


def test_that_what_a_prompt_must_keep_is_named() -> None:
    original = Prompt("Answer {{input}} by {{rule}}. Be kind.", locked=("Be kind.",))
    said = problems(original, "Answer {{input}} in {{tongue}}. Be nice.", ("rule",))
    assert said == (
        "The placeholder {{rule}} is missing.",
        "No column of the rows is called {{tongue}}.",
        "A locked span was changed: “Be kind.”.",
    )
    assert problems(original, "By {{rule}}, {{input}}. Be kind.") == ()


def mine(found: TrialOutcome) -> list[Node]:
    return [node for node in found.state.nodes.values() if node.candidate.operator == EDITED]


@pytest.mark.parametrize("method", ["gpo", "opro", "capo", "protegi", "evoprompt", "grips"])
def test_that_a_prompt_written_when_the_search_is_out_of_calls_is_scored_and_takes_part_in_the_final_choice(
    method: str, tmp_path: Path
) -> None:
    """What is kept back for the final choice pays for the rows that the search cannot pay for."""
    calm = events(watched(method, Person({})))
    ends = [number for number, event in enumerate(calm) if isinstance(event, BudgetExhausted)]
    assert ends, "the search is to end by its limit"
    asked = sum(isinstance(event, BlockScored | OptimizerReplied) for event in calm[: ends[0]])
    for late in range(3):
        found = watched(method, Person({asked - late: write(WRITTEN)}))
        assert found.calls <= 420
        (node,) = mine(found)
        assert node.cards, f"added {late} calls before the end, and not scored"
        assert found.state.final is not None
        assert found.state.final.candidate == node.candidate.id, "it is the best there is"
        log = tmp_path / f"{late}.jsonl"
        log.write_bytes(b"".join(found.log.splitlines(keepends=True)[:-3]))
        assert watched(method, Person({}), log).log == found.log


def test_that_a_prompt_that_the_limit_cannot_pay_for_is_refused_with_what_it_would_cost() -> None:
    person = Person({number: write(f"{WRITTEN} {number}") for number in range(3, 40)})
    found = watched("gpo", person, budget=Budget(calls=300))
    assert found.calls <= 300
    assert person.declined
    said = [why for _, why in person.declined if "takes" in why]
    assert said
    assert all("calls, and the limit of this run leaves" in why for why in said)
    assert all(node.cards or node.dropped for node in mine(found)), "nothing is left out silently"


@pytest.mark.parametrize("method", NAMES)
def test_that_ending_at_once_costs_no_further_call_and_resumes_to_the_same_end(method: str, tmp_path: Path) -> None:
    whole = watched(method, Person({9: lambda control: control.end_early(at_once=True)}))
    assert isinstance(whole.ended, RunEnded)
    assert whole.ended.outcome == "kept"
    happened = events(whole)
    place = next(number for number, event in enumerate(happened) if isinstance(event, SearchEnded))
    assert happened[place] == SearchEnded(at_once=True)
    assert not [event for event in happened[place:] if isinstance(event, BlockScored | OptimizerReplied)]
    assert whole.state.final is not None
    assert whole.state.final.rule is FinalRule.SEARCH_SCORE
    lines = whole.log.splitlines(keepends=True)
    for cut in range(place + 1, len(lines)):
        log = tmp_path / f"{cut}.jsonl"
        log.write_bytes(b"".join(lines[:cut]))
        assert watched(method, Person({}), log).log == whole.log


def test_that_a_final_choice_can_be_cut_short_and_the_best_of_the_search_is_kept(tmp_path: Path) -> None:
    calm = watched("gpo", Person({9: RunControl.end_early}))
    during = len([event for event in events(calm) if isinstance(event, BlockScored | OptimizerReplied)])

    def at_once(control: RunControl) -> None:
        control.end_early(at_once=True)

    whole = watched("gpo", Person({9: RunControl.end_early, during - 1: at_once}))
    ends = [event for event in events(whole) if isinstance(event, SearchEnded)]
    assert ends == [SearchEnded(), SearchEnded(at_once=True)]
    assert whole.calls < calm.calls
    assert isinstance(whole.ended, RunEnded)
    assert whole.ended.outcome == "kept"
    final = whole.state.final
    assert final is not None
    assert final.rule is FinalRule.SEARCH_SCORE
    lines = whole.log.splitlines(keepends=True)
    for cut in range(len(lines) - 6, len(lines)):
        log = tmp_path / f"{cut}.jsonl"
        log.write_bytes(b"".join(lines[:cut]))
        said = {} if b'"at_once":true' in log.read_bytes() else {1: at_once}
        assert watched("gpo", Person(said), log).ended is not None
