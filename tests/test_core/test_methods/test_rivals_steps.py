"""What OPRO, ProTeGi and GrIPS do in their own way, on scripted models (`conftest` says why)."""

import itertools
import math
from dataclasses import replace
from typing import Any

import pytest

from core.bench import direct
from core.domain.prompt import Prompt
from core.domain.scoring import Scored, Verdict
from core.domain.task import AnswerContract, AnswerKind
from core.events import (
    BlockScored,
    CandidateDropped,
    CandidateProposed,
    CandidateScored,
    MethodNoted,
    OptimizerReplied,
    RoundStarted,
)
from core.methods.base import make_params
from core.methods.grips import method as grips
from core.methods.opro import method as opro
from core.methods.protegi import method as protegi

START = (Prompt("Complete the task now, please, and answer with one letter of the word that you see."),)


def written(asked: str, seed: int) -> str:
    """A prompt, a criticism or a phrase of good words, in the tags that were asked for."""
    words = ("second", "letter", "word", "write", "lower", "exactly", "only", "one", "please", "now", "say", "just")
    text = " ".join(words[(seed >> shift) % 12] for shift in range(0, 4 + 3 * (seed % 5), 3))
    tag = next((tag for tag in ("new_prompt", "weakness", "new_part") if f"</{tag}>" in asked), "")
    return f"<{tag}>{text}</{tag}>" if tag else text


def run(method: Any, lab: Any, seeds: tuple[Prompt, ...] = START, preset: str = "hardened", **values: Any) -> list[Any]:
    direct.optimize(method, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def steps(events: list[Any], topic: str) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == topic]


class TestOpro:
    def test_that_the_faithful_preset_is_the_papers_setting(self) -> None:
        params, search = opro.PRESETS["faithful"].chosen(opro.Params, {})
        assert (params.steps, params.proposals, params.shown, params.examples) == (200, 8, 20, 3)
        assert search.temperature == 1.0

    @pytest.mark.parametrize("preset", ["hardened", "faithful"])
    def test_that_replies_of_more_than_500_characters_are_refused(self, kit: Any, preset: str) -> None:
        wordy = lambda asked, seed: f"<new_prompt>{'word ' * 100}{seed}</new_prompt>"  # noqa: E731
        lab = kit.lab(optimizer=wordy)
        run(opro, lab, preset=preset, steps=1)
        assert set(lab.refusals) == {"too_long"}
        unlimited = kit.lab(optimizer=wordy)
        run(opro, unlimited, preset=preset, steps=1, longest=0)
        assert "too_long" not in unlimited.refusals

    def test_that_the_best_prompts_are_shown_in_ascending_order(self, kit: Any) -> None:
        events = run(opro, kit.lab(optimizer=written), steps=6, shown=4, stop_early=False)
        values = {event.candidate: event.value for event in of(events, CandidateScored)}
        scored_before: list[str] = []
        by_step = steps(events, "opro.step")
        for note in by_step:
            known = [*([] if scored_before else ["c0"]), *scored_before]
            scored_before = known
            shown = note["shown"]
            assert [values[c] for c in shown] == sorted(values[c] for c in shown)
            assert values[shown[-1]] == max(values[c] for c in known)
            assert len(shown) == min(4, len(known))
            scored_before = [*known, *note["proposals"]]
        assert len(by_step) == 6

    def test_that_scores_are_shown_in_whole_points(self, kit: Any) -> None:
        events = run(opro, kit.lab(optimizer=written), steps=3)
        question = of(events, OptimizerReplied)[-1].prompt
        scores = [part.split('"')[1] for part in question.split("<tried score=")[1:]]
        assert scores
        assert all(score.isdigit() for score in scores)

    def test_that_the_examples_are_drawn_anew_in_every_step(self, kit: Any) -> None:
        noted = steps(run(opro, kit.lab(optimizer=written), steps=6, stop_early=False), "opro.step")
        assert len({note["examples"] for note in noted}) > 3

    def test_that_every_new_prompt_gets_a_full_score(self, kit: Any) -> None:
        events = run(opro, kit.lab(optimizer=written), steps=4, stop_early=False)
        assert of(events, CandidateDropped) == []
        assert {event.n for event in of(events, CandidateScored)} == {48}

    def test_that_the_compact_wording_shows_no_more_than_small_models_can_compare(self, kit: Any) -> None:
        events = run(opro, kit.lab(optimizer=written, parameters=5_000_000), steps=4, stop_early=False)
        assert max(len(note["shown"]) for note in steps(events, "opro.step")) == 3

    def test_that_a_question_is_cut_to_the_optimizers_context_from_its_worst_prompts_on(self, kit: Any) -> None:
        events = run(opro, kit.lab(optimizer=written, context=700), steps=4, shown=20, stop_early=False)
        noted = steps(events, "opro.step")
        values = {event.candidate: event.value for event in of(events, CandidateScored)}
        assert len(noted[-1]["shown"]) < len(values) - len(noted[-1]["proposals"])
        assert len(noted[-1]["shown"]) >= 1


class TestProtegi:
    def test_that_the_faithful_preset_is_the_papers_setting(self) -> None:
        params = make_params(protegi.Params, protegi.PRESETS["faithful"].params)
        assert (params.steps, params.beam, params.minibatch, params.gradients) == (6, 4, 64, 4)
        assert (params.errors, params.paraphrases, params.successors) == (4, 2, 8)
        assert params.selection is protegi.Selection.UCB

    def test_that_criticisms_are_asked_for_then_edits_that_quote_them_then_paraphrases(self, kit: Any) -> None:
        events = run(protegi, kit.lab(optimizer=written), steps=1, gradients=2, paraphrases=1)
        asks = of(events, OptimizerReplied)
        purposes = [ask.purpose for ask in asks]
        assert purposes[:4] == ["criticize", "edit", "criticize", "edit"]
        assert set(purposes[4:]) == {"paraphrase"}
        said = asks[0].replies[0].removeprefix("<weakness>").removesuffix("</weakness>")
        assert f"What is wrong with the instruction:\n{said}\n" in asks[1].prompt
        assert steps(events, "protegi.step")[0]["criticisms"][0] == said

    def test_that_only_wrong_answers_are_shown_and_as_many_as_wanted(self, kit: Any) -> None:
        lab = kit.lab(optimizer=written)
        events = run(protegi, lab, steps=1, errors=3)
        right = {
            v.row for block in of(events, BlockScored) if block.candidate == "c0" for v in block.verdicts if v.score
        }
        by_input = {example.input: example.row for example in lab.task.train}
        for ask in [ask for ask in of(events, OptimizerReplied) if ask.purpose == "criticize"]:
            shown = [part.split("\n")[1] for part in ask.prompt.split("\n\n") if part.startswith("Item:")]
            assert len(shown) == 3
            assert not {by_input[text] for text in shown} & right

    @pytest.mark.parametrize("selection", [item.value for item in protegi.Selection])
    def test_that_the_beam_holds_the_best_fully_scored_prompts(self, kit: Any, selection: str) -> None:
        events = run(protegi, kit.lab(optimizer=written), steps=3, beam=3, stop_early=False, selection=selection)
        assert {event.n for event in of(events, CandidateScored)} == {48}, "a sample is no score"
        values: dict[str, float] = {event.candidate: event.value for event in of(events, CandidateScored)}
        for note in steps(events, "protegi.step"):
            assert len(note["beam"]) <= 3
            rivals = {*note["expanded"], *note["selected"]}
            kept = sorted((values[c] for c in note["beam"]), reverse=True)
            assert kept == sorted((values[c] for c in rivals), reverse=True)[: len(kept)]

    def test_that_what_the_bandit_does_not_keep_is_set_aside_on_record(self, kit: Any) -> None:
        events = run(protegi, kit.lab(optimizer=written), steps=2, beam=1, gradients=3, successors=6, stop_early=False)
        proposed = {event.candidate.id for event in of(events, CandidateProposed)}
        scored = {event.candidate for event in of(events, CandidateScored)}
        dropped = {event.candidate for event in of(events, CandidateDropped)}
        assert proposed == scored | dropped
        assert len(dropped) > 3
        blocks = {event.candidate: 0 for event in of(events, BlockScored)}
        for event in of(events, BlockScored):
            blocks[event.candidate] += 1
        assert min(blocks[candidate] for candidate in dropped - scored) < 3

    def test_that_a_criticism_which_cannot_be_used_costs_its_edit_and_nothing_else(self, kit: Any) -> None:
        def dull(asked: str, seed: int) -> str:
            return asked if "</weakness>" in asked else written(asked, seed)

        events = run(protegi, kit.lab(optimizer=dull), steps=1)
        assert {ask.purpose for ask in of(events, OptimizerReplied)} == {"criticize", "resample", "paraphrase"}
        assert len(of(events, CandidateProposed)) > 1

    def test_that_an_item_shown_to_the_optimizer_is_refused_inside_a_prompt(self, kit: Any) -> None:
        plain = kit.task()
        spoken = tuple(replace(row, input=f"the word is {row.input}") for row in plain.train)

        def copy(asked: str, seed: int) -> str:
            if "Item:" not in asked or "</weakness>" in asked:
                return written(asked, seed)
            return f"<new_prompt>When {asked.split('Item:')[1].splitlines()[1]}, write one letter. {seed}</new_prompt>"

        lab = kit.lab(optimizer=copy, task=replace(plain, train=spoken))
        run(protegi, lab, steps=1, paraphrases=0)
        assert lab.best().candidate.id == "c0"
        events = lab._bench.journal.events
        assert {event.reason for event in events if type(event).__name__ == "CandidateRejected"} == {"leak"}


class TestGrips:
    def test_that_the_faithful_preset_is_the_papers_setting(self) -> None:
        params, search = grips.PRESETS["faithful"].chosen(grips.Params, {})
        assert (params.steps, params.candidates, params.edits, params.patience) == (10, 5, 1, 2)
        assert (params.entropy, search.rows) == (10.0, 100)

    def test_that_without_paraphrases_no_optimizer_is_asked(self, kit: Any) -> None:
        def fail(asked: str, seed: int) -> str:
            raise AssertionError(asked)

        lab = kit.lab(optimizer=fail)
        events = run(grips, lab, paraphrase=False)
        assert of(events, OptimizerReplied) == []
        assert len(of(events, CandidateProposed)) > 10

    def test_that_deleting_a_harmful_phrase_is_found(self, kit: Any) -> None:
        def answers(asked: str, seed: int) -> str:
            prompt, _, row = asked.rpartition("\n\n")
            return "?" if "never" in prompt else row[1]

        start = (Prompt("Write the second letter of the word, but never answer."),)
        lab = kit.lab(answers=answers)
        run(grips, lab, start, paraphrase=False)
        assert lab.best().value == 1.0
        assert "never" not in lab.best().text

    def test_that_the_base_only_ever_gets_better_without_annealing(self, kit: Any) -> None:
        events = run(grips, kit.lab(optimizer=written), steps=12, patience=12)
        noted = steps(events, "grips.step")
        assert all(after["base"] == (before["taken"] or before["base"]) for before, after in itertools.pairwise(noted))
        assert all(float(note["change"]) > 0 for note in noted if note["taken"])
        assert any(note["taken"] for note in noted)

    def test_that_the_search_ends_when_its_patience_does(self, kit: Any) -> None:
        lab = kit.lab(answers=lambda asked, seed: "?")
        assert len(of(run(grips, lab, paraphrase=False, patience=3), RoundStarted)) == 3

    def test_that_annealing_goes_on_from_worse_prompts_early(self, kit: Any) -> None:
        changes = []
        for seed in range(6):
            lab = kit.lab(optimizer=written, seed=seed)
            noted = steps(run(grips, lab, annealing=True, candidates=1, steps=6, patience=6), "grips.step")
            changes += [float(note["change"]) for note in noted if note["taken"]]
        assert min(changes) < 0 < max(changes)

    def test_that_only_phrases_which_accepted_edits_deleted_are_put_back(self, kit: Any) -> None:
        lab = kit.lab(optimizer=written, seed=2)
        events = run(grips, lab, steps=20, patience=20, annealing=True, paraphrase=False)
        operators = [event.candidate.operator for event in of(events, CandidateProposed)]
        assert "add" in operators
        taken = [note["taken"] for note in steps(events, "grips.step")]
        made = {event.candidate.id: event.candidate for event in of(events, CandidateProposed)}
        first_add = operators.index("add")
        earlier = [made[c].operator for c in taken if c and int(c[1:]) < first_add]
        assert "delete" in earlier

    def test_that_no_prompt_is_tried_twice(self, kit: Any) -> None:
        events = run(grips, kit.lab(optimizer=written), (Prompt("Stop now, please."),), paraphrase=False, patience=9)
        texts = [event.candidate.prompt.text for event in of(events, CandidateProposed)]
        assert len(set(texts)) == len(texts)
        assert steps(events, "grips.step")[-1]["operations"] == (), "all edits of a short prompt were tried"

    @pytest.mark.parametrize("prompt", [Prompt("{{input}}"), Prompt("Stay.", (), ("Stay.",)), Prompt("")])
    def test_that_a_prompt_without_phrases_ends_in_order(self, kit: Any, prompt: Prompt) -> None:
        events = run(grips, kit.lab(optimizer=written), (prompt,))
        assert len(of(events, CandidateProposed)) == 1

    def test_that_several_edits_make_one_candidate(self, kit: Any) -> None:
        events = run(grips, kit.lab(optimizer=written), steps=2, edits=3)
        made = [event.candidate.operator for event in of(events, CandidateProposed) if not event.candidate.is_seed]
        assert made
        assert all(operator.count("+") == 2 for operator in made)

    def test_that_varied_answers_count_where_the_task_has_labels(self, kit: Any) -> None:
        labels = AnswerContract(AnswerKind.LABEL, ("a", "b"))
        lab = kit.lab(task=kit.task(contract=labels))

        def scored(*given: str) -> Scored:
            one = kit.scored("x", 0.5)
            verdicts = tuple(Verdict(i, 0.5, text, text) for i, text in enumerate(given))
            return replace(one, card=replace(one.card, verdicts=verdicts))

        assert grips.merit(scored("a", "a"), lab, 10.0) == pytest.approx(50.0)
        assert grips.merit(scored("a", "b"), lab, 10.0) == pytest.approx(50.0 + 10.0 * math.log(2))
        assert grips.merit(scored("a", "b"), lab, 0.0) == 50.0
        assert grips.merit(scored("a", "b"), kit.lab(), 10.0) == 50.0

    def test_that_annealing_cools_down_as_in_the_paper(self) -> None:
        assert grips.chance(0.0, 1) == 1.0
        assert grips.chance(-10.0, 1) == pytest.approx(math.exp(-1))
        assert grips.chance(-10.0, 6) == pytest.approx(math.exp(-math.e))
