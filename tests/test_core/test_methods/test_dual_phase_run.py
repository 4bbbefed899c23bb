"""Dual-Phase as a whole, on scripted models (`conftest` says why)."""

import hashlib
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from core.bench import direct
from core.control import Cancelled, CancelToken
from core.domain.example import Split
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import Budget
from core.domain.task import AnswerContract, AnswerKind
from core.domain.units import joined, split
from core.events import (
    BlockScored,
    CandidateProposed,
    CandidateRejected,
    MethodNoted,
    OptimizerReplied,
    RoundStarted,
    RowsProbed,
)
from core.lab.meter import OutOfBudget
from core.methods.base import as_values, fields, make_params
from core.methods.dual_phase import method as dual_phase
from core.operators import demonstrations

VAGUE = (Prompt("Complete the task."),)
PAID = (OptimizerReplied, BlockScored, RowsProbed)
GOOD = ("second", "letter", "word", "write", "lower", "exactly", "only", "one")


def sheet(*lines: str) -> str:
    """A sheet in the form that was asked for."""
    kind, goal, answer, advice = lines
    return f"<sheet>\n[KIND]\n{kind}\n[GOAL]\n{goal}\n[ANSWER]\n{answer}\n[STEPS]\n[ADVICE]\n{advice}\n</sheet>"


def some_words(seed: int) -> str:
    digest = hashlib.sha256(str(seed).encode()).digest()
    return " ".join((*GOOD, "please", "now", "the", "and")[byte % 12] for byte in digest[:3])


def write(asked: str, seed: int) -> str:
    """A sheet or a line, whatever was asked for, with a few of the words that help."""
    if "<sheet>" in asked:
        return sheet("Spelling", f"Please {some_words(seed)} now", "Be brief", f"Mind the task {seed % 97}")
    return f"<line>Please do {some_words(seed)} as {seed % 9973} says</line>"


def run(lab: Any, seeds: tuple[Prompt, ...] = VAGUE, preset: str = "hardened", **values: object) -> list[Any]:
    """The events of a whole run."""
    direct.optimize(dual_phase, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def notes(events: list[Any], topic: str) -> list[dict[str, Any]]:
    found = (note for note in of(events, MethodNoted) if note.topic == f"dual_phase.{topic}")
    return [{fact.name: fact.value for fact in note.facts} for note in found]


def asks(events: list[Any], purpose: str) -> list[Any]:
    return [ask for ask in of(events, OptimizerReplied) if ask.purpose == purpose]


def texts(events: list[Any]) -> dict[str, str]:
    return {event.candidate.id: event.candidate.prompt.text for event in of(events, CandidateProposed)}


class TestPresets:
    @pytest.mark.parametrize("preset", dual_phase.PRESETS)
    def test_that_every_preset_is_a_valid_form(self, preset: str) -> None:
        params = make_params(dual_phase.Params, dual_phase.PRESETS[preset].params)
        assert make_params(dual_phase.Params, as_values(params)) == params
        assert {item.name for item in fields(dual_phase.Params)} == set(as_values(params))

    def test_that_the_faithful_preset_has_the_constants_of_the_port(self) -> None:
        params = make_params(dual_phase.Params, dual_phase.PRESETS["faithful"].params)
        assert (params.rate, params.share, params.quick_gate, params.full_gate) == (0.055, 0.4, 0.3, 0.1)
        assert (params.sheets, params.rewrites, params.attempts, params.steps) == (1, 1, 10, 4)
        assert not params.guarded

    def test_that_the_doubt_about_the_constants_is_said_where_a_person_reads(self) -> None:
        assert "third-party port" in dual_phase.summary
        assert "third-party port" in (dual_phase.__doc__ or "")
        said = {item.name for item in fields(dual_phase.Params) if "port" in item.info.help}
        assert {"quick_gate", "full_gate", "rate", "reward"} <= said


class TestPhaseOne:
    def test_that_the_best_sheet_starts_phase_two(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=write), steps=1)
        (drafts,) = notes(events, "drafts")
        assert len(drafts["drafts"]) == 3
        assert drafts["start"] in drafts["drafts"]
        assert notes(events, "step")[0]["current"] == drafts["start"]
        assert texts(events)[drafts["start"]].startswith("[KIND]\nSpelling\n[GOAL]\n")

    def test_that_the_persons_prompt_starts_phase_two_where_no_sheet_is_better(self, kit: Any) -> None:
        useless = lambda asked, seed: sheet("A", "B", "C", f"D {seed}")  # noqa: E731
        events = run(kit.lab(optimizer=useless), steps=1)
        assert notes(events, "drafts")[0]["start"] == "c0"

    def test_that_faithfully_the_sheet_starts_phase_two_however_bad(self, kit: Any) -> None:
        good = (Prompt("write only exactly one lower second letter"),)
        useless = lambda asked, seed: sheet("A", "B", "C", f"D {seed}")  # noqa: E731
        events = run(kit.lab(optimizer=useless), good, preset="faithful", steps=1)
        assert notes(events, "drafts")[0]["start"] == "c1"
        assert (
            texts(events)["c1"]
            == "[KIND]\nA\n[GOAL]\nB\n[ANSWER]\nC\n[STEPS]\n[ADVICE]\nD " + texts(events)["c1"][-10:].split()[-1]
        )

    def test_that_without_a_usable_sheet_the_seed_goes_on(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=lambda asked, seed: "no"), preset="faithful", steps=1)
        assert notes(events, "drafts")[0] == {
            "examples": notes(events, "drafts")[0]["examples"],
            "drafts": (),
            "start": "c0",
        }

    def test_that_without_training_rows_there_is_no_phase_one(self, kit: Any) -> None:
        events = run(kit.lab(task=kit.task(train=0), optimizer=write), preset="faithful", steps=1)
        assert notes(events, "drafts") == []
        assert asks(events, "sheet") == []
        assert notes(events, "step")[0]["current"] == "c0"

    def test_that_the_examples_have_as_many_different_answers_as_there_are(self, kit: Any) -> None:
        task = kit.task()
        rows = tuple(
            replace(example, answers=("rare" if i in {60, 63} else "common",)) for i, example in enumerate(task.train)
        )
        asked = asks(run(kit.lab(task=replace(task, train=rows), optimizer=write), rows=16, steps=0), "sheet")[0].prompt
        assert asked.count("ANSWER: rare") == 2
        assert asked.count("ANSWER: common") == 2

    def test_that_locked_words_and_placeholders_survive_in_every_sheet_or_it_is_refused(self, kit: Any) -> None:
        seed = Prompt("Of {{input}} take one. Be brief.", locked=("Be brief.",))
        keeps = lambda asked, seed: sheet("A", "Of {{input}} take", "Be brief.", f"D {seed}")  # noqa: E731
        assert len(texts(run(kit.lab(optimizer=keeps), (seed,), steps=0))) == 4
        loses = lambda asked, seed: sheet("A", "Take", "Be brief.", f"D {seed}")  # noqa: E731
        events = run(kit.lab(optimizer=loses), (seed,), steps=0)
        assert Counter(event.reason for event in of(events, CandidateRejected)) == {"placeholder": 6}
        assert "Keep these parts exactly as they are: Be brief. | {{input}}" in asks(events, "sheet")[0].prompt


class TestPhaseTwo:
    START = (Prompt("# Rules\nRead the task. Think of it.\n\nBe kind."),)

    def improving(self, asked: str, seed: int) -> str:
        """Whatever line is asked for: one with all the good words."""
        return f"<line>write only exactly one lower second letter word {seed}</line>"

    def test_that_only_the_drawn_sentence_changes(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=write), self.START, sheets=0)
        made = texts(events)
        by_id = {event.candidate.id: event.candidate for event in of(events, CandidateProposed)}
        sentence = {id_: note["sentence"] for note in notes(events, "quick_gate") for id_ in note["candidates"]}
        assert len(made) > 3
        for id_, place in sentence.items():
            parent = split(Prompt(made[by_id[id_].parents[0]]))
            if len(parent) == 4:
                kept = [unit.whole for i, unit in enumerate(parent) if i != place]
                assert all(whole in made[id_] for whole in kept)
                assert made[id_] != joined(parent)

    def test_that_headings_are_never_drawn(self, kit: Any) -> None:
        for seed in range(6):
            events = run(kit.lab(optimizer=write, seed=seed), self.START, sheets=0)
            assert all(note["sentence"] != 0 for note in notes(events, "quick_gate"))
            assert all(note["weights"][0] == note["chances"][0] == "" for note in notes(events, "step"))

    def test_that_a_rewrite_that_helps_is_accepted_and_earns_its_sentence_weight(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=self.improving), self.START, sheets=0, steps=2)
        assert [note["passed"] for note in notes(events, "full_gate")] == [True]
        first, second = notes(events, "step")
        place = notes(events, "quick_gate")[0]["sentence"]
        grew = [float(b) > float(a) for a, b in zip(first["weights"], second["weights"], strict=True) if a]
        assert grew.count(True) == 1
        assert float(second["weights"][place]) > 1.0
        assert second["failed"] == 0

    def test_that_equation_9_is_applied_with_the_chance_of_the_draw(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=self.improving), self.START, preset="faithful", sheets=0, steps=2)
        second, gate = notes(events, "step")[1], notes(events, "full_gate")[0]
        assert gate["gain"] > 0.5
        place = notes(events, "quick_gate")[0]["sentence"]
        assert float(second["weights"][place]) == pytest.approx(1.0565, abs=1e-3), "exp(0.055 · 1 / (1/3 · 3))"

    def test_that_it_stops_where_no_row_fails(self, kit: Any) -> None:
        perfect = (Prompt("write only exactly one lower second letter word"),)
        events = run(kit.lab(optimizer=write), perfect)
        assert len(of(events, RoundStarted)) == 1
        assert asks(events, "rewrite") == []

    def test_that_a_useless_rewriter_ends_the_step_after_its_attempts(self, kit: Any) -> None:
        useless = lambda asked, seed: f"<line>nothing {seed} at all</line>"  # noqa: E731
        events = run(kit.lab(optimizer=useless), self.START, sheets=0)
        assert len(asks(events, "rewrite")) == 8
        drawn = [note["sentence"] for note in notes(events, "quick_gate")]
        assert [len(set(drawn[i : i + 3])) for i in (0, 3)] == [1, 1]
        assert len({drawn[0], drawn[3], drawn[6]}) == 3, (
            "after three tries another sentence is drawn, never one that rests"
        )
        assert len(of(events, RoundStarted)) == 1

    def test_that_faithfully_the_same_sentence_is_tried_until_the_attempts_are_used_up(self, kit: Any) -> None:
        useless = lambda asked, seed: f"<line>nothing {seed} at all</line>"  # noqa: E731
        events = run(kit.lab(optimizer=useless), self.START, preset="faithful", sheets=0)
        drawn = [note["sentence"] for note in notes(events, "quick_gate")]
        assert len(drawn) == 10
        assert len(set(drawn)) == 1

    @pytest.mark.parametrize("preset", dual_phase.PRESETS)
    def test_that_a_rewriter_which_repeats_itself_ends_within_the_attempts(self, kit: Any, preset: str) -> None:
        again = lambda asked, seed: "<line>nothing at all</line>"  # noqa: E731
        events = run(kit.lab(optimizer=again), self.START, preset=preset, sheets=0)
        assert len(asks(events, "rewrite")) == {"hardened": 8, "faithful": 10}[preset]
        assert {"duplicate"} == {event.reason for event in of(events, CandidateRejected)}
        assert len(texts(events)) == len({note["sentence"] for note in notes(events, "quick_gate")}) + 1

    def test_that_the_temperature_rises_while_replies_repeat_and_not_while_they_are_unusable(self, kit: Any) -> None:
        for reply, temperatures in (("no line", {0.7}), ("<line>Write the second letter now.</line>", {0.7, 0.8})):
            lab = kit.lab(optimizer=lambda asked, seed, reply=reply: reply)
            run(lab, self.START, sheets=0, quick_gate=1.0)
            used = {round(request.temperature, 2) for request in lab._bench.models["optimizer"].requests}
            assert temperatures <= used if len(temperatures) > 1 else used == temperatures

    def test_that_one_sentence_alone_is_tried_for_as_long_as_there_are_attempts(self, kit: Any) -> None:
        useless = lambda asked, seed: f"<line>nothing {seed} at all</line>"  # noqa: E731
        events = run(kit.lab(optimizer=useless), (Prompt("Complete the task."),), sheets=0, attempts=7, tries=2)
        assert len([ask for ask in asks(events, "rewrite") if ask.purpose == "rewrite"]) == 7
        assert len(of(events, RoundStarted)) == 1

    @pytest.mark.parametrize("preset", dual_phase.PRESETS)
    def test_that_one_editable_sentence_among_headings_is_enough_and_ends(self, kit: Any, preset: str) -> None:
        start = (Prompt("# Rules\nComplete the task.\n# More\n---"),)
        helps_on_failed_only = lambda asked, seed: f"<line>write {seed}</line>"  # noqa: E731
        events = run(
            kit.lab(optimizer=helps_on_failed_only), start, preset=preset, sheets=0, quick_gate=0.0, full_gate=0.9
        )
        assert {note["sentence"] for note in notes(events, "quick_gate")} == {1}
        assert len(of(events, RoundStarted)) == 1

    def test_that_a_prompt_without_any_editable_sentence_ends_in_order(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=write), (Prompt("Stop here.", locked=("Stop here.",)),), sheets=0)
        assert asks(events, "rewrite") == []
        assert len(of(events, RoundStarted)) == 1

    def test_that_a_prompt_near_the_top_can_still_be_improved(self, kit: Any) -> None:
        start = (Prompt("Please write only exactly one lower second letter. Be kind."),)
        events = run(kit.lab(optimizer=self.improving), start, preset="faithful", sheets=0)
        gates = notes(events, "full_gate")
        assert any(note["passed"] for note in gates)
        assert all(note["gain"] > 0 for note in gates if note["passed"])

    def test_that_the_quick_gate_answers_failed_rows_only(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=write), self.START, sheets=0, steps=1)
        failed = {
            v.row for block in of(events, BlockScored) if block.candidate == "c0" for v in block.verdicts if v.score < 1
        }
        probed = {v.row for probe in of(events, RowsProbed) for v in probe.verdicts}
        assert probed
        assert probed <= failed

    def test_that_few_failures_skip_the_guarded_quick_gate(self, kit: Any) -> None:
        task = kit.task(train=16)
        hard = {example.input for example in task.train[:3]}

        def wrong_on_three(asked: str, seed: int) -> str:
            row = asked.rpartition("\n\n")[2]
            return "?" if row in hard else row[1]

        lab = kit.lab(optimizer=write, task=task, answers=wrong_on_three)
        events = run(lab, self.START, sheets=0, rows=16)
        assert notes(events, "step")[0]["failed"] == 3
        assert of(events, RowsProbed) == []
        assert notes(events, "full_gate")

    def test_that_failures_and_refused_lines_are_shown_to_the_rewriter(self, kit: Any) -> None:
        useless = lambda asked, seed: f"<line>nothing {seed} at all</line>"  # noqa: E731
        events = run(kit.lab(optimizer=useless), self.START, sheets=0)
        first, second = (ask.prompt for ask in asks(events, "rewrite")[:2])
        assert first.count("\nExpected answer:\n") == 5
        assert "\nIts answer:\n?\n" in first
        assert not any("|" in line for line in first.splitlines()), "a row that looks like a table is imitated"
        assert first.count(">> ") == 2, "once in the explanation, once before the line"
        assert "already tried" not in first
        refused = texts(events)["c1"]
        assert "already tried" in second
        line = next(unit.text for unit in split(Prompt(refused)) if unit.text.startswith("nothing"))
        assert f"- {line}" in second

    def test_that_the_users_rows_keep_their_order(self, kit: Any) -> None:
        lab = kit.lab(optimizer=write)
        before = (lab.task.train, lab.task.validation)
        run(lab)
        assert (lab.task.train, lab.task.validation) == before

    def test_that_candidates_keep_demonstrations_and_locked_spans(self, kit: Any) -> None:
        start = Prompt("Do it. Be brief.", (Demonstration("abcd", "b"),), ("Be brief.",))
        events = of(run(kit.lab(optimizer=write), (start,), sheets=0), CandidateProposed)
        made = [event.candidate.prompt for event in events]
        edited = [event.candidate.prompt for event in events if event.candidate.operator == demonstrations.OPERATOR]
        before = {prompt.demonstrations for prompt in [start, *edited]}
        assert len(made) > len(edited) + 2
        assert edited
        assert {prompt.demonstrations for prompt in made} <= before, "only the edits beside the writer change them"
        assert {prompt.locked for prompt in made} == {start.locked}
        assert all("Be brief." in prompt.text for prompt in made)

    def test_that_worked_examples_are_edited_even_where_no_sentence_got_better(self, kit: Any) -> None:
        start = Prompt("Do it.", (Demonstration("abcd", "b"),))
        events = of(run(kit.lab(optimizer=lambda asked, seed: "Do it."), (start,), sheets=0), CandidateProposed)
        assert {e.candidate.operator for e in events if not e.candidate.is_seed} == {demonstrations.OPERATOR}

    def test_that_the_form_of_the_answer_rests_while_every_answer_can_be_read(self, kit: Any) -> None:
        contract = AnswerContract(AnswerKind.LABEL, tuple("abcdefghijklmnopqrstuvwxyz?"), max_tokens=4)
        start = (Prompt("[GOAL]\nDo it.\n[ANSWER]\nBe brief.\n[ADVICE]\nBe kind."),)
        task = kit.task(contract=contract)
        events = run(kit.lab(optimizer=write, task=task, answers=lambda asked, seed: "a"), start, sheets=0)
        assert {note["sentence"] for note in notes(events, "quick_gate")} == {1, 5}
        unread = run(kit.lab(optimizer=write, task=task, answers=lambda asked, seed: "…"), start, sheets=0)
        assert {note["sentence"] for note in notes(unread, "quick_gate")} == {1, 3, 5}


class TestRefusals:
    START = (Prompt("Complete the task. Be kind."),)

    @pytest.mark.parametrize(
        ("reply", "reason"),
        [
            ("", "empty"),
            ("do it", "untagged"),
            ("<line> </line>", "empty"),
            ("<line>Be kind.</line>", "echo"),
            ("<line>Items it got wrong:</line>", "echo"),
            ("<line>Complete the tasks.</line>", "unchanged"),
            (f"<line>{'word ' * 41}</line>", "too_long"),
            ("<line>Write >> this <<.</line>", "marker"),
            ("<line>Write {{something}} else.</line>", "placeholder"),
        ],
    )
    def test_that_every_unusable_line_is_refused_with_its_reason(self, kit: Any, reply: str, reason: str) -> None:
        events = run(kit.lab(optimizer=lambda asked, seed: reply, seed=3), self.START, sheets=0, attempts=6)
        reasons = {event.reason for event in of(events, CandidateRejected)}
        assert reason in reasons
        assert reasons <= {reason, "unchanged", "duplicate"}

    def test_that_a_line_which_copies_five_words_of_a_failed_row_is_refused(self, kit: Any) -> None:
        task = kit.task()
        spoken = tuple(
            replace(row, input=f"{row.input[::-1]} and then {row.input[1:]} or else {row.input}") for row in task.train
        )

        def copy(asked: str, seed: int) -> str:
            shown = asked.split("Item (")[1].split(":\n", 1)[1].split("\nIts answer", maxsplit=1)[0].rsplit(" ", 1)[0]
            return f"<line>Look at {shown}, then choose {seed}</line>"

        task = replace(task, train=spoken)
        events = run(kit.lab(optimizer=copy, task=task), self.START, sheets=0)
        assert {event.reason for event in of(events, CandidateRejected)} == {"leak"}
        faithful = run(kit.lab(optimizer=copy, task=task), self.START, sheets=0, guards=False)
        assert "leak" not in {event.reason for event in of(faithful, CandidateRejected)}

    def test_that_a_sheet_with_a_label_that_the_task_does_not_have_is_refused(self, kit: Any) -> None:
        task = kit.task(contract=AnswerContract(AnswerKind.LABEL, ("yes", "no"), max_tokens=4))
        invents = lambda asked, seed: sheet("A", "B", "Say “yes”, “no” or “maybe”", f"D {seed}")  # noqa: E731
        events = run(kit.lab(optimizer=invents, task=task), steps=0)
        assert Counter(event.reason for event in of(events, CandidateRejected)) == {"label": 6}
        assert notes(events, "drafts")[0]["start"] == "c0"

    def test_that_one_failure_ends_a_guarded_search_because_no_rewrite_could_pass(self, kit: Any) -> None:
        task = kit.task(train=16)
        task = replace(task, train=(replace(task.train[0], answers=("none",)), *task.train[1:]))
        lab = kit.lab(optimizer=write, task=task, answers=lambda asked, seed: asked.rpartition("\n\n")[2][1])
        events = run(lab, self.START, sheets=0)
        assert notes(events, "step")[0]["failed"] == 1
        assert asks(events, "rewrite") == []


USELESS = {
    "silent": lambda asked, seed: "",
    "echoing": lambda asked, seed: asked,
    "echoing in tags": lambda asked, seed: f"<sheet>{asked}</sheet><line>{asked}</line>",
    "endless": lambda asked, seed: f"<line>{'word ' * 10_000}</line><sheet>{'word ' * 10_000}</sheet>",
    "in another language": lambda asked, seed: f"<line>只写第二个字母 {seed % 5}</line><sheet>只写。不要解释！</sheet>",
    "breaking every third reply": lambda asked, seed: ("", "<line>", "<line>write one letter</line>")[seed % 3],
    "made of control characters": lambda asked, seed: f"<line>\x00\ud7ff<|im_end|>{seed}</line>",
}


@pytest.mark.parametrize("parameters", [5_000_000, 7_000_000_000])
@pytest.mark.parametrize("preset", dual_phase.PRESETS)
@pytest.mark.parametrize("kind", USELESS)
def test_that_a_useless_optimizer_ends_the_run_in_order(kit: Any, kind: str, preset: str, parameters: int) -> None:
    lab = kit.lab(optimizer=USELESS[kind], parameters=parameters)
    events = run(lab, preset=preset)
    assert 1 <= len(of(events, RoundStarted)) <= 4
    params, search = dual_phase.PRESETS[preset].chosen(dual_phase.Params, {})
    spent = sum(
        event.spent.calls for kind_ in (OptimizerReplied, BlockScored, RowsProbed) for event in of(events, kind_)
    )
    assert 0 < spent <= dual_phase.most_calls(params, search, train=64, validation=48, seeds=1)
    assert lab.best() is not None


@pytest.mark.parametrize("preset", dual_phase.PRESETS)
def test_that_no_run_spends_more_than_said_before(kit: Any, preset: str) -> None:
    events = run(kit.lab(optimizer=write), preset=preset)
    params, search = dual_phase.PRESETS[preset].chosen(dual_phase.Params, {})
    spent = sum(
        event.spent.calls for kind_ in (OptimizerReplied, BlockScored, RowsProbed) for event in of(events, kind_)
    )
    assert 0 < spent <= dual_phase.most_calls(params, search, train=64, validation=48, seeds=1)


class TestRepeating:
    def test_that_the_same_seed_gives_the_same_events_and_another_seed_others(self, kit: Any) -> None:
        first, again, other = (run(kit.lab(optimizer=write, seed=seed)) for seed in (3, 3, 4))
        assert first == again
        assert first != other

    def test_that_a_run_stopped_by_its_budget_was_a_prefix_of_the_whole_one(self, kit: Any) -> None:
        whole = run(kit.lab(optimizer=write))
        for calls in (0, 10, 64, 70, 100, 200, 300):
            lab = kit.lab(optimizer=write, budget=Budget(calls=calls))
            with pytest.raises(OutOfBudget):
                run(lab)
            events = lab._bench.journal.events
            assert list(events) == whole[: len(events)]
            assert lab._bench.meter.calls <= calls

    def test_that_cancel_in_the_quick_gate_goes_through_and_leaves_the_best_so_far(self, kit: Any) -> None:
        token = CancelToken()

        def cancelling(asked: str, seed: int) -> str:
            if "<line>" in asked:
                token.cancel()
            return write(asked, seed)

        lab = kit.lab(optimizer=cancelling, cancel=token)
        with pytest.raises(Cancelled):
            run(lab)
        assert lab.best() is not None

    def test_that_the_sealed_test_is_no_choice_and_never_touched(self, kit: Any) -> None:
        assert {event.split for event in of(run(kit.lab(optimizer=write)), BlockScored)} == {Split.TRAIN}
        assert "test" not in [choice for item in fields(dual_phase.Params) for choice in item.choices]
