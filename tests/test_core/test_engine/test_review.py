"""After a run: what is shared with rows, which sentences a prompt has, what to expect of a winner."""

import random

import numpy as np
import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, RunSpec
from core.domain.scoring import Verdict
from core.domain.task import AnswerContract, AnswerKind, Task
from core.engine.review import shared_text
from core.engine.sentence_ablation import sentences, without
from core.report.expected_gain import expected_gain
from core.state import RunState, fold

_FILLER = tuple(Example(i, f"the parcel number {1000 + i} came late again", ("no",)) for i in range(2, 60))
_ROWS = (Example(1, "our Marabu printer of 2019 prints nothing but grey stripes today", ("yes",)), *_FILLER)
_TASK = Task("t", _ROWS[:30], _ROWS[30:], contract=AnswerContract(AnswerKind.LABEL, ("yes", "no")))


def _found(text: str, own: str = "Answer.") -> dict[str, tuple[str, tuple[int, ...]]]:
    return {item.kind: (item.text, item.rows) for item in shared_text(Prompt(text), [Prompt(own)], _TASK)}


def test_that_words_names_and_numbers_of_single_rows_are_found_in_a_prompt() -> None:
    found = _found("Say yes if it prints nothing but grey stripes, like a Marabu of 2019.")
    assert found["words"] == ("prints nothing but grey stripes", (1,))
    assert found["name"] == ("Marabu", (1,))
    assert found["number"] == ("2019", (1,))


def test_that_what_the_person_wrote_is_no_leak() -> None:
    own = "Say yes if it prints nothing but grey stripes, like a Marabu of 2019."
    assert _found(own, own) == {}
    assert _found("Say yes or no.") == {}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Read it. Answer yes or no!", ["Read it. ", "Answer yes or no!"]),
        ("Use 3.5 points.\n\nNo more", ["Use 3.5 points.\n\n", "No more"]),
        ("One line\nand another", ["One line\n", "and another"]),
        ("", []),
    ],
)
def test_that_sentences_are_found_and_nothing_is_lost(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts
    assert "".join(parts) == text


def test_that_a_locked_sentence_or_a_placeholder_stays() -> None:
    prompt = Prompt("Read {{input}}. Be brief. Never lie.", locked=("Never lie.",))
    assert without(prompt, 0) is None
    assert without(prompt, 1) == Prompt("Read {{input}}. Never lie.", locked=("Never lie.",))
    assert without(prompt, 2) is None
    assert without(Prompt("Alone."), 0) is None


def _run(skills: list[float], rows: int, seed: int) -> tuple[RunState, Task]:
    """A run that chose the best of prompts with these true scores."""
    chance = random.Random(seed)
    task = Task("t", _ROWS[:1], tuple(Example(i, f"{i}", ("1",)) for i in range(rows)))
    log: list[e.Event] = [e.RunStarted(e.FORMAT, RunSpec("t", "", "", (Prompt("p"),), {}, "gpo", {}))]
    values = []
    for number, skill in enumerate(skills):
        verdicts = tuple(Verdict(row, float(chance.random() < skill), "", extracted="x") for row in range(rows))
        value = sum(verdict.score for verdict in verdicts) / rows
        values.append(value)
        parents, operator = ((), "seed") if number == 0 else (("c0",), "generate")
        log.append(e.CandidateProposed(Candidate(f"c{number}", Prompt(f"p {number}"), parents, operator, 0)))
        log.append(e.BlockScored(f"c{number}", Split.VALIDATION, 0, verdicts, e.Cost()))
        log.append(e.CandidateScored(f"c{number}", Split.VALIDATION, value, 0.0, 1.0, rows, 0))
    best = max(range(len(skills)), key=lambda i: values[i])
    log.append(e.FinalChosen(f"c{best}", FinalRule.VALIDATION, values[best]))
    return fold(log), task


def test_that_the_winner_of_equals_is_expected_to_be_no_better_than_they_are() -> None:
    found = [expected_gain(*_run([0.6] * 8, 64, seed)) for seed in range(60)]
    observed = np.mean([each.observed for each in found if each is not None])
    expected = np.mean([each.expected for each in found if each is not None])
    assert observed > 0.66
    assert expected == pytest.approx(0.6, abs=0.02)
    assert np.mean([each.expected_gain for each in found if each is not None]) == pytest.approx(0.0, abs=0.02)


def test_that_a_clear_winner_is_expected_to_win_again() -> None:
    found = expected_gain(*_run([0.4, 0.9, 0.5], 100, 1))
    assert found is not None
    assert found.again > 0.99
    assert found.expected == pytest.approx(found.observed, abs=0.01)
    assert "on new rows" in found.sentence


def test_that_without_a_choice_there_is_nothing_to_expect() -> None:
    assert expected_gain(*_run([0.6], 64, 0)) is None
    assert expected_gain(*_run([0.6, 0.7], 8, 0)) is None
