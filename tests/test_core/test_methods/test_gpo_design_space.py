"""What the paper compares GPO with inside its own loop: reflection, other kinds of momentum, imitations."""

from collections.abc import Sequence
from typing import Any

import pytest

from core.bench import direct
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.events import BlockScored, CandidateProposed, CandidateRejected, MethodNoted, OptimizerReplied, RowsProbed
from core.methods.base import make_params
from core.methods.gpo import method as gpo
from core.methods.gpo.method import minibatch
from core.methods.gpo.momentum import Momentum, retrieve
from core.methods.gpo.prompts import GpoMetaPrompt
from core.methods.gpo.side_questions import GpoReflection, Merging

VAGUE = (Prompt("Complete the task."),)


class Alike:
    """The same similarity everywhere."""

    name = "equal"

    def to(self, text: str, others: Sequence[str]) -> list[float]:
        return [0.5] * len(others)


def run(lab: Any, preset: str = "hardened", seeds: tuple[Prompt, ...] = VAGUE, **values: object) -> list[Any]:
    direct.optimize(gpo, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def notes(events: list[Any], topic: str) -> list[dict[str, Any]]:
    found = (note for note in of(events, MethodNoted) if note.topic == f"gpo.{topic}")
    return [{fact.name: fact.value for fact in note.facts} for note in found]


def asks(events: list[Any], purpose: str) -> list[str]:
    return [ask.prompt for ask in of(events, OptimizerReplied) if ask.purpose == purpose]


class TestMomentum:
    def test_that_importance_shows_the_best_last_and_of_equals_the_newer(self, kit: Any) -> None:
        values = {"a": 0.4, "b": 0.9, "c": 0.4, "d": 0.1, "e": 0.2}
        history = [kit.scored(text, value, i) for i, (text, value) in enumerate(values.items())]
        near = retrieve(history, history[4], 3, Momentum.IMPORTANCE, Alike())
        assert [scored.text for scored, _ in near] == ["c", "b"]

    def test_that_without_momentum_the_current_prompt_is_shown_alone(self, kit: Any) -> None:
        events = run(kit.lab(), momentum="none", steps=4, stop_early=False)
        assert all(question.count("<tried ") == 1 for question in asks(events, "generate"))
        assert all(note["retrieved"] == () for note in notes(events, "step"))

    def test_that_importance_retrieves_the_best_winners_so_far(self, kit: Any) -> None:
        events = run(kit.lab(), "faithful", momentum="importance", steps=8)
        value = {block.candidate: 0.0 for block in of(events, BlockScored)}
        for block in of(events, BlockScored):
            value[block.candidate] += sum(verdict.score for verdict in block.verdicts)
        winners = ["c0"]
        for note in notes(events, "step"):
            others = [id_ for id_ in winners if id_ != note["current"]]
            best = sorted((value[id_] for id_ in others), reverse=True)[:2]
            assert sorted((value[id_] for id_ in note["retrieved"]), reverse=True) == best
            winners += [note["winner"]] if note["winner"] else []


def merge_or_write(kit: Any) -> Any:
    def script(asked: str, seed: int) -> str:
        if "Merge them" in asked:
            return "<new_prompt>write the second letter</new_prompt>"
        return str(kit.write_a_prompt(asked, seed))

    return script


class TestSummary:
    def test_that_the_past_is_one_merged_prompt_that_was_scored(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=merge_or_write(kit)), momentum="summary", steps=4, stop_early=False)
        first, second, *_ = asks(events, "generate")
        assert first.count("<tried ") == 1, "there is no past in the first step"
        assert second.count("<tried ") == 2
        (summary,) = {note["summary"] for note in notes(events, "summary")}
        made = next(event.candidate for event in of(events, CandidateProposed) if event.candidate.id == summary)
        assert (made.prompt.text, made.operator, len(made.parents)) == ("write the second letter", "summarize", 2)
        assert summary in {block.candidate for block in of(events, BlockScored)}
        assert ">\nwrite the second letter\n</tried>" in second.split("In use now:")[0]

    def test_that_the_summary_so_far_is_merged_with_the_current_prompt(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=merge_or_write(kit)), momentum="summary", steps=4, stop_early=False)
        merged = notes(events, "summary")
        assert merged[0]["of"][0] == "c0"
        assert all(note["of"][0] == merged[0]["summary"] for note in merged[1:])
        currents = {note["current"] for note in notes(events, "step")}
        assert {note["of"][1] for note in merged} <= currents

    def test_that_merging_is_greedy_and_asked_for_once(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: "no tags" if "Merge" in asked else kit.write_a_prompt(asked, seed))
        events = run(lab, momentum="summary", steps=3, stop_early=False)
        asked = [request for request in lab._bench.models["optimizer"].requests if "Merge" in request.messages[0].text]
        assert len(asked) == len(asks(events, "summarize")) == 2
        assert {request.temperature for request in asked} == {0.0}
        assert {note["summary"] for note in notes(events, "summary")} == {"c0"}, "what cannot be read leaves the past"
        assert "untagged" in {event.reason for event in of(events, CandidateRejected)}


class TestReflection:
    def script(self, kit: Any) -> Any:
        def reply(asked: str, seed: int) -> str:
            if "<analysis>" in asked:
                return "<analysis>It does not name the letter.</analysis>"
            return str(kit.write_a_prompt(asked, seed))

        return reply

    def test_that_the_criticism_of_this_steps_errors_stands_in_the_question(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=self.script(kit)), reflection=True, steps=2, stop_early=False)
        assert len(asks(events, "reflect")) == 2
        for question in asks(events, "generate"):
            assert "</current>\n\nWeaknesses seen in its errors:\nIt does not name the letter.\n\n" in question
        assert notes(events, "reflection")[0]["said"] == "It does not name the letter."

    def test_that_errors_come_from_the_steps_batch_of_training_rows_alone(self, kit: Any) -> None:
        lab = kit.lab(optimizer=self.script(kit))
        events = run(lab, "faithful", reflection=True, steps=3)
        train = [example.row for example in lab.rows(Split.TRAIN)]
        probes = of(events, RowsProbed)
        assert [[verdict.row for verdict in probe.verdicts] for probe in probes] == [
            train[:8],
            train[8:16],
            train[16:24],
        ]
        assert {probe.split for probe in probes} == {Split.TRAIN}
        assert {block.split for block in of(events, BlockScored)} == {Split.VALIDATION}
        wrong = {str(verdict.row) for verdict in probes[0].verdicts if verdict.score < 1}
        assert set(notes(events, "reflection")[0]["errors"]) == wrong

    def test_that_it_is_asked_greedily_and_not_at_all_without_errors(self, kit: Any) -> None:
        lab = kit.lab(optimizer=self.script(kit))
        run(lab, reflection=True, steps=1)
        asked = [each for each in lab._bench.models["optimizer"].requests if "<analysis>" in each.messages[0].text]
        assert [request.temperature for request in asked] == [0.0]
        perfect = (Prompt("write only exactly one lower second letter word"),)
        events = run(kit.lab(optimizer=self.script(kit)), "hardened", perfect, reflection=True, steps=1)
        assert asks(events, "reflect") == []
        assert "Weaknesses" not in asks(events, "generate")[0]

    def test_that_a_reflection_that_cannot_be_read_leaves_the_question_as_it_is(self, kit: Any) -> None:
        events = run(kit.lab(), reflection=True, steps=1)
        assert len(asks(events, "reflect")) == 1
        assert "Weaknesses" not in asks(events, "generate")[0]

    @pytest.mark.parametrize(("rows", "batches"), [(48, 6), (35, 4), (33, 4), (27, 3), (20, 3), (100, 13), (3, 1)])
    def test_that_an_epoch_has_as_many_batches_as_the_authors(self, rows: int, batches: int) -> None:
        train = [Example(i, "", ("",)) for i in range(rows)]
        epoch = [tuple(minibatch(train, t)) for t in range(1, batches + 1)]
        assert len(set(epoch)) == batches
        assert tuple(minibatch(train, batches + 1)) == epoch[0] == tuple(range(min(8, rows)))
        assert minibatch([], 3) == {}


class TestImitations:
    IMITATIONS = tuple(name for name in gpo.PRESETS if name.startswith("like_"))

    def test_that_there_is_one_for_each_row_of_table_4_but_gpo(self) -> None:
        assert set(self.IMITATIONS) == {"like_ape", "like_apo", "like_opro", "like_pe2", "like_sgdm"}

    @pytest.mark.parametrize("preset", IMITATIONS)
    def test_that_an_imitation_is_said_to_be_one(self, preset: str) -> None:
        of_whom = preset.removeprefix("like_").upper()
        assert gpo.PRESETS[preset].title.startswith(f"GPO imitating {of_whom}")
        assert gpo.PRESETS[preset].title.endswith(f"not {of_whom} itself")

    @pytest.mark.parametrize(
        ("preset", "switches"),
        [
            ("like_ape", (False, False, "none", "none", "generate")),
            ("like_apo", (False, True, "none", "none", "edit")),
            ("like_opro", (True, False, "recency", "none", "generate")),
            ("like_pe2", (True, True, "recency", "fixed", "generate")),
            ("like_sgdm", (True, False, "summary", "none", "edit")),
            ("faithful", (True, False, "relevance", "cosine", "generate")),
            ("hardened", (True, False, "relevance", "cosine", "generate")),
        ],
    )
    def test_that_the_switches_are_those_of_the_table(self, preset: str, switches: tuple[object, ...]) -> None:
        params = make_params(gpo.Params, gpo.PRESETS[preset].params)
        assert (params.show_scores, params.reflection, params.momentum, params.variation, params.refinement) == switches

    def test_that_a_prompt_without_its_score_is_shown_without_any(self, kit: Any) -> None:
        (question,) = asks(run(kit.lab(), "like_ape", steps=1), "generate")
        assert "score" not in question.casefold()
        assert question.count("Complete the task.") == 1
        assert "at most" not in question
        edited = asks(run(kit.lab(), "like_apo", steps=1), "edit")[0]
        assert "score" not in edited.casefold()
        assert "revise that instruction" in edited


class TestWordings:
    TASK = Task("letters", (), (), input_template="Word: {{input}}")
    ERRORS = ((Example(1, "orange", ("r",)), Verdict(1, 0.0, " o\n", "o")),)

    def test_that_the_reflection_is_asked_for_in_these_words(self) -> None:
        assert GpoReflection(self.TASK, VAGUE[0], self.ERRORS).text == (
            "A language model was given this instruction:\n<current>\nComplete the task.\n</current>\n"
            "It then answered these items wrongly:\n\n"
            "Item: orange\nIts answer: o\nExpected: r\n\n"
            "Say, in at most five sentences, what in the instruction (missing, vague or misleading)\n"
            "explains these errors. Speak of the kind of task, not of single items. Do not rewrite\n"
            "the instruction. Put your analysis inside <analysis> and </analysis>."
        )

    def test_that_small_models_are_asked_in_the_words_they_know(self, kit: Any) -> None:
        assert GpoReflection(self.TASK, VAGUE[0], self.ERRORS, compact=True).text == (
            "Prompt: Complete the task.\n\nIt fails on these examples:\n\nInput: orange\nAnswer: o\nExpected: r\n\n"
            "Say in one sentence what is wrong with the prompt."
        )
        a, b = kit.scored("Do it.", 0.1, 0), kit.scored("Do this.", 0.2, 1)
        assert Merging(a, b, compact=True).text == (
            "Merge these prompts for one task into one.\n\nPrompt: Do it.\n\nPrompt: Do this."
        )
        meta = GpoMetaPrompt(self.TASK, (a,), a, compact=True, weaknesses="It is vague.")
        assert "\n\nWeakness: It is vague.\n\n" in meta.text

    def test_that_both_prompts_are_merged_with_their_scores(self, kit: Any) -> None:
        a, b = kit.scored("Do it.", 0.104, 0), kit.scored("Do this.", 0.2, 1)
        assert (
            '<tried score="10.4">\nDo it.\n</tried>\n\n<tried score="20.0">\nDo this.\n</tried>' in Merging(a, b).text
        )

    def test_that_an_echo_of_the_merging_question_is_no_summary(self, kit: Any) -> None:
        merging = Merging(kit.scored("Do it.", 0.1, 0), kit.scored("Do this.", 0.2, 1))
        question = merging.question()
        assert kit.read(question, "<new_prompt>Reply inside it.</new_prompt>").objection == ""
        own = "Merge them into one instruction that keeps what seems to earn the higher score."
        assert kit.read(question, f"<new_prompt>{own}</new_prompt>").objection == "echo"
