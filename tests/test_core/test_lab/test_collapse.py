"""A prompt that gives nearly all rows one label: noticed, written down, and never the winner of a tie."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core import events as e
from core.bench.scripted import SimulatedModel, conversation
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.scoring import Scorecard, Scored
from core.domain.task import AnswerContract, AnswerKind, Task
from core.engine.recorder import Recorder
from core.lab.bench import Bench
from core.lab.collapse import collapsed_label
from core.lab.final import ranked
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import Request
from core.state import fold

SPEC = RunSpec("moods", "", "", (), {}, "gpo", {})
ALWAYS, READS = Prompt("always say good"), Prompt("read it")


def moods(bad: int = 2) -> Task:
    """32 rows; every so-manieth is bad."""
    rows = tuple(Example(i, f"row {i}", ("bad" if i % bad == 0 else "good",)) for i in range(32))
    return Task("moods", rows, rows, contract=AnswerContract(AnswerKind.LABEL, ("good", "bad"), max_tokens=2))


def answer(request: Request) -> str:
    """Good for every row, or by the row's number: right for half of the rows of each kind."""
    text = conversation(request)
    if ALWAYS.text in text:
        return "good"
    return "good" if int(text.split()[-1]) % 4 in {0, 1} else "bad"


def scored(task: Task, journal: MemoryJournal | Recorder, prompts: Sequence[Prompt]) -> list[Scored]:
    bench = Bench({Role.TASK: SimulatedModel(answer)}, journal, Meter(Budget()))
    return Lab(task, SPEC, bench).score(prompts, on=Split.TRAIN)


def test_that_a_collapsed_prompt_is_noticed_and_loses_the_tie_although_it_is_the_shorter_one() -> None:
    journal = MemoryJournal()
    always, reads = scored(moods(), journal, [ALWAYS, Prompt(f"{READS.text} with great care")])
    assert always.value == reads.value == 0.5
    assert (always.card.collapsed, reads.card.collapsed) == ("good", "")
    assert ranked([always, reads])[0] is reads
    assert max([always, reads], key=lambda each: each.standing) is reads
    cards = [node.cards[Split.TRAIN] for node in fold(journal.events).nodes.values()]
    assert [card.collapsed for card in cards] == ["good", ""]


def test_that_a_collapsed_prompt_wins_where_it_is_better() -> None:
    def card(value: float, collapsed: str) -> Scored:
        made = Scorecard(Split.TRAIN, value, 0.0, 1.0, (), collapsed)
        return Scored(Candidate(collapsed or "c1", READS, (), "seed", 0), made)

    assert ranked([card(0.5, ""), card(0.6, "good")])[0].value == 0.6


@pytest.mark.parametrize(("bad", "kind"), [(8, AnswerKind.LABEL), (2, AnswerKind.TEXT)])
def test_that_there_is_no_collapse_where_the_data_is_so_or_answers_are_no_labels(bad: int, kind: AnswerKind) -> None:
    task = moods(bad)
    contract = replace(task.contract, kind=kind)
    (always,) = scored(replace(task, contract=contract), MemoryJournal(), [ALWAYS])
    assert always.card.collapsed == ""


def test_that_a_log_without_collapse_reads_as_before_there_was_one(tmp_path: Path) -> None:
    event = e.CandidateScored("c0", Split.TRAIN, 0.5, 0.3, 0.7, 32, 0)
    assert b"collapsed" not in e.encode(event)
    log = tmp_path / "events.jsonl"

    def session() -> list[Scored]:
        recorder = Recorder(log, lambda event: None)
        try:
            return scored(moods(), recorder, [ALWAYS])
        finally:
            recorder.close()

    (first,) = session()
    assert first.card.collapsed == "good"
    assert session() == [first]
    older = log.read_bytes().replace(b',"collapsed":"good"', b"")
    assert older != log.read_bytes()
    log.write_bytes(older)
    assert session()[0].card.collapsed == "", "a run of an older version goes on as it began"
    assert log.read_bytes() == older


def test_that_one_label_for_nearly_all_rows_is_collapse_only_where_the_data_has_others() -> None:
    assert collapsed_label(["a"] * 18 + ["b"] * 2, ["a", "b"] * 10) == "a"
    assert collapsed_label(["a"] * 17 + ["b"] * 3, ["a", "b"] * 10) == ""
    assert collapsed_label(["a"] * 20, ["a"] * 15 + ["b"] * 5) == ""
    assert collapsed_label(["a"] * 8, ["a", "b"] * 4) == "", "few rows are alike by chance"
    assert collapsed_label([""] * 20, ["a", "b"] * 10) == "", "no label at all is another fault"
