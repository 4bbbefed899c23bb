"""Early abandon: the same winner for fewer calls.

The model is scripted: the property is about all score matrices, ties included, and no real model answers to order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from core import events as e
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Role, RunSpec
from core.domain.scoring import Scored
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.llm.base import Reply, Request, Usage

ROWS = 40
TASK = Task(
    "matrix",
    train=(),
    validation=tuple(Example(i, f"row {i}", ("yes",)) for i in range(ROWS)),
    contract=AnswerContract(AnswerKind.LABEL, ("yes", "no")),
)


@dataclass
class Matrix:
    """A `ChatModel` as far as scoring needs one: prompt `p` answers row `r` rightly where `right[p][r]`."""

    right: list[list[bool]]
    calls: int = 0

    def complete(self, requests: Sequence[Request], **_: object) -> list[Reply]:
        self.calls += len(requests)
        return [Reply("yes" if self._right(request) else "no", usage=Usage(1, 1)) for request in requests]

    def _right(self, request: Request) -> bool:
        prompt, row = request.messages[0].text.replace("row", "").split()
        return self.right[int(prompt)][int(row)]


def lab_of(right: list[list[bool]], task: Task = TASK) -> tuple[Lab, Matrix, MemoryJournal]:
    model, journal = Matrix(right), MemoryJournal()
    spec = RunSpec("matrix", "", "", (), {}, "gpo", {})
    return Lab(task, spec, Bench({Role.TASK: model}, journal, Meter(Budget()))), model, journal  # type: ignore[dict-item]


def winner(pool: list[Scored], barred: set[str]) -> Scored | None:
    """The rule of GPO: the best that never won; ties: fewer words, then the first."""
    fresh = [scored for scored in pool if scored.candidate.id not in barred]
    return max(fresh, key=lambda scored: (scored.value, -scored.candidate.prompt.words), default=None)


MATRICES = st.integers(1, 6).flatmap(
    lambda n: st.lists(st.lists(st.booleans(), min_size=ROWS, max_size=ROWS), min_size=n, max_size=n)
)


@settings(max_examples=150, deadline=None)
@given(MATRICES, st.sets(st.integers(0, 5)))
def test_that_a_race_has_the_winner_of_full_scoring_and_costs_no_more(
    right: list[list[bool]], barred_numbers: set[int]
) -> None:
    prompts = [Prompt(str(i)) for i in range(len(right))]
    barred = {f"c{i}" for i in barred_numbers}
    full, all_calls, _ = lab_of(right)
    expected = winner(full.score(prompts), barred)
    raced, fewer_calls, _ = lab_of(right)
    found = winner(raced.race(prompts, barred=barred), barred)
    assert found == expected
    assert fewer_calls.calls <= all_calls.calls


def test_that_a_hopeless_prompt_is_dropped_and_finished_if_it_is_asked_for_again() -> None:
    lab, model, journal = lab_of([[True] * ROWS, [False] * ROWS])
    assert [scored.candidate.id for scored in lab.race([Prompt("0"), Prompt("1")])] == ["c0"]
    assert model.calls == ROWS + 16
    assert e.CandidateDropped("c1", Split.VALIDATION, (ROWS - 16) / ROWS + 1e-9, 16, "bound", "c0") in journal.events
    assert lab.best() is not None
    assert lab.best().candidate.id == "c0"  # type: ignore[union-attr]
    assert lab.score([Prompt("1")])[0].value == 0.0
    assert model.calls == 2 * ROWS


def test_that_a_metric_that_is_no_mean_of_rows_is_never_cut_short() -> None:
    lab, model, _ = lab_of([[True] * ROWS, [False] * ROWS], replace(TASK, metric="macro_f1"))
    assert len(lab.race([Prompt("0"), Prompt("1")])) == 2
    assert model.calls == 2 * ROWS
