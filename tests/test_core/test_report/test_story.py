"""Each method's story is told from its notes."""

from pathlib import Path

import pytest

from core.domain.review import Review, SentenceEffect, SentenceReview
from core.events import CandidateRejected, Fact, MethodNoted, decode
from core.methods import NAMES
from core.methods.method_report import method_report, report_of
from core.report.blocks import HeatBlock, LinesBlock, TableBlock
from core.report.sentences import SentenceMeasure, heats, weight_steps
from core.report.tables import block_table
from core.state import RunState, fold

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*.jsonl"))


def golden(method: str) -> RunState:
    path = next(path for path in GOLDEN if path.stem == method)
    return fold(map(decode, path.read_bytes().splitlines(keepends=True)))


def block(state: RunState, title: str) -> TableBlock | LinesBlock | HeatBlock:
    return next(block for block in method_report(state) if block.title == title)


@pytest.mark.parametrize("method", NAMES)
def test_that_every_method_tells_a_run_without_notes_without_a_word(method: str) -> None:
    state = RunState()
    assert not any(block.filled for block in report_of(method)(state))


@pytest.mark.parametrize("method", [path.stem for path in GOLDEN])
def test_that_what_a_method_noted_is_told_with_rows_as_long_as_their_head(method: str) -> None:
    state = golden(method)
    noted = bool(state.notes) or any(round_.notes for round_ in state.rounds)
    blocks = method_report(state)
    assert bool(blocks) == noted
    for told in blocks:
        assert told.filled
        table = block_table(told)
        assert {len(row) for row in table} == {len(table[0])}
        if isinstance(told, TableBlock):
            assert told.wide < len(told.columns)
            named = {id_ for row in told.rows for cell in row for id_ in cell.candidates}
            assert named <= state.nodes.keys()


def test_that_gpo_s_budget_falls_and_its_memory_names_earlier_prompts() -> None:
    state = golden("gpo")
    budget = block(state, "Edit budget")
    assert isinstance(budget, LinesBlock)
    allowed, changed = budget.lines
    assert list(allowed.values) == sorted(allowed.values, reverse=True)
    assert all(distance <= limit for distance, limit in zip(changed.values, allowed.values, strict=True))
    steps = block(state, "Steps")
    assert isinstance(steps, TableBlock)
    assert steps.rows[1][2].candidates == ("c0",)


def test_that_distill_prompt_s_five_stages_stand_in_their_order() -> None:
    stages = block(golden("distill_prompt"), "Stages")
    assert isinstance(stages, TableBlock)
    assert [row[1].text[0] for row in stages.rows[:5]] == ["1", "2", "3", "4", "5"]


def test_that_capo_s_race_and_crossovers_say_what_the_log_says() -> None:
    state = golden("capo")
    race, crossovers = block(state, "Race"), block(state, "Crossovers")
    assert isinstance(race, TableBlock)
    assert isinstance(crossovers, TableBlock)
    assert len(race.rows) == len(state.nodes)
    assert all(len(row[2].candidates) > 1 for row in crossovers.rows)


def test_that_gepa_s_front_shows_each_row_of_each_member() -> None:
    state = golden("gepa")
    front = block(state, "Pareto front, row by row")
    assert isinstance(front, HeatBlock)
    for id_, values in zip(front.down, front.values, strict=True):
        verdicts = {str(row): verdict.score for row, verdict in next(iter(state.nodes[id_].verdicts.values())).items()}
        assert [verdicts.get(row) for row in front.columns] == list(values)


def test_that_rejected_replies_are_counted_by_reason_in_words() -> None:
    state = golden("gpo")
    state.rejected += [CandidateRejected("Thank you!", reason, 0) for reason in ("echo", "too_long", "too_long")]
    told = block(state, "Replies that became no candidate")
    assert isinstance(told, TableBlock)
    assert [int(row[1].text) for row in told.rows] == [2, 1]
    assert [row[0].text for row in told.rows] == ["too long", "nothing but lines of the question"]


def test_that_notes_of_an_unknown_method_become_a_table_per_topic() -> None:
    state = golden("gpo")
    state.notes, state.rounds = [MethodNoted("new.start", (Fact("size", 3), Fact("of", ("c0", "c1"))))], []
    (told,) = method_report(state)
    assert isinstance(told, TableBlock)
    assert told.columns == ("Round", "size", "of")
    assert told.rows[0][2].candidates == ("c0", "c1")


def test_that_dual_phase_s_chances_lie_on_the_sentences_of_their_prompt() -> None:
    state = golden("dual_phase")
    (step,) = weight_steps(state)
    (heat,) = heats(state, step.candidate)
    assert heat.measure is SentenceMeasure.CHANCE
    assert "".join(piece.text for piece in heat.pieces) == state.nodes[step.candidate].candidate.prompt.text
    assert sum(piece.value or 0.0 for piece in heat.pieces) == pytest.approx(1.0)


def test_that_costs_lie_on_the_prompt_they_were_measured_for_and_on_no_other() -> None:
    state = golden("gpo")
    text = state.nodes["c1"].candidate.prompt.text
    effect = SentenceEffect(text[: len(text) // 2], 0.1, 0.0, 0.2, 0.03, removable=False)
    review = Review("c1", sentences=SentenceReview("c1", 32, 64, (effect,)))
    (heat,) = heats(state, "c1", review)
    assert heat.measure is SentenceMeasure.COST
    assert "".join(piece.text for piece in heat.pieces) == text
    assert heat.pieces[0].value == 0.1
    assert heats(state, "c0", review) == ()


def test_that_the_bank_s_operators_say_what_was_tried_and_what_won() -> None:
    state = golden("bank")
    rounds, operators = block(state, "Rounds"), block(state, "Operators")
    assert isinstance(rounds, TableBlock)
    assert isinstance(operators, TableBlock)
    assert sum(int(row[2].text) for row in rounds.rows) == sum(int(row[1].text) for row in operators.rows)
    moved = sum(row[1].candidates != row[3].candidates for row in rounds.rows)
    assert moved == sum(int(row[2].text) for row in operators.rows)
