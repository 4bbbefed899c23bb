"""DistillPrompt's own story: five stages, and every pitfall that its specification names."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from core.bench import direct
from core.control import Cancelled, CancelToken
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, AnswerKind
from core.events import (
    BlockScored,
    CandidateProposed,
    CandidateRejected,
    CandidateScored,
    MethodNoted,
    OptimizerReplied,
    RoundStarted,
)
from core.methods.distill_prompt import method as distill_prompt

VAGUE = (Prompt("Complete the task."),)
LABELS = AnswerContract(AnswerKind.LABEL, ("yes", "no"), max_tokens=4)
STAGES = ("vary", "learn", "shorten", "merge", "rephrase")
Script = Callable[[str, int], str]


def run(lab: Any, seeds: tuple[Prompt, ...] = VAGUE, preset: str = "hardened", **values: object) -> list[Any]:
    direct.optimize(distill_prompt, lab, seeds, preset, values)
    return list(lab._bench.journal.events)


def of(events: list[Any], kind: type) -> list[Any]:
    return [event for event in events if isinstance(event, kind)]


def notes(events: list[Any], topic: str) -> list[dict[str, Any]]:
    return [{f.name: f.value for f in note.facts} for note in of(events, MethodNoted) if note.topic == topic]


def asks(events: list[Any], stage: str) -> list[Any]:
    return [ask for ask in of(events, OptimizerReplied) if ask.purpose == stage]


def proposed(events: list[Any]) -> dict[str, Any]:
    return {event.candidate.id: event.candidate for event in of(events, CandidateProposed)}


def stage_of(question: str) -> str:
    """Which stage a question in the full wording belongs to."""
    signs = {
        "it scored": "vary",
        "items of the task": "learn",
        "two or three sentences": "shorten",
        "Drafts of one": "merge",
        "other words": "rephrase",
    }
    return next(stage for sign, stage in signs.items() if sign in question)


def by_stage(**replies: str) -> Script:
    """An optimizer that replies to some stages with this, and to others with prompts that differ."""

    def script(asked: str, seed: int) -> str:
        return replies.get(stage_of(asked), f"<new_prompt>{stage_of(asked)} {seed % 9973}</new_prompt>")

    return script


class TestTheFiveStages:
    @pytest.fixture
    def events(self, kit: Any) -> list[Any]:
        return run(kit.lab(optimizer=by_stage()), epochs=1)

    def test_that_an_epoch_asks_sixteen_times_for_sixteen_prompts(self, events: list[Any]) -> None:
        replies = {stage: sum(len(ask.replies) for ask in asks(events, stage)) for stage in STAGES}
        assert replies == {"vary": 4, "learn": 4, "shorten": 4, "merge": 1, "rephrase": 3}
        assert len(proposed(events)) == 1 + 16

    def test_that_every_stage_starts_from_what_the_one_before_made(self, events: list[Any]) -> None:
        made = proposed(events)
        noted = {note["stage"]: note for note in notes(events, "distill_prompt.stage")}
        assert tuple(noted) == STAGES
        assert noted["vary"]["given"] == ("c0",)
        for before, after in pairwise(STAGES):
            assert noted[after]["given"] == noted[before]["made"]
        for stage in ("learn", "shorten"):
            parents = [made[each].parents for each in noted[stage]["made"]]
            assert parents == [(each,) for each in noted[stage]["given"]]
        assert made[noted["merge"]["made"][0]].parents == noted["shorten"]["made"]

    def test_that_a_question_shows_the_prompts_it_is_about(self, events: list[Any]) -> None:
        made = proposed(events)
        noted = {note["stage"]: note for note in notes(events, "distill_prompt.stage")}
        for stage in STAGES[1:3]:
            for ask, given in zip(asks(events, stage), noted[stage]["given"], strict=True):
                assert f"<prompt>\n{made[given].prompt.text}\n</prompt>" in ask.prompt
        merging = asks(events, "merge")[0].prompt
        assert all(f"<draft>\n{made[each].prompt.text}\n</draft>" in merging for each in noted["merge"]["given"])

    def test_that_all_are_written_before_any_is_scored(self, events: list[Any]) -> None:
        last = max(i for i, event in enumerate(events) if isinstance(event, OptimizerReplied))
        before = {event.candidate for event in of(events[:last], CandidateScored)}
        assert before == {"c0"}

    def test_that_only_the_first_stage_sees_a_score_and_only_the_second_sees_rows(
        self, kit: Any, events: list[Any]
    ) -> None:
        inputs = [example.input for example in kit.task().train]
        for stage in STAGES:
            for ask in asks(events, stage):
                assert ("it scored" in ask.prompt) == (stage == "vary")
                assert any(f"Input: {text}\n" in ask.prompt for text in inputs) == (stage == "learn")

    def test_that_every_variation_has_another_angle_and_every_lesson_other_rows(self, events: list[Any]) -> None:
        assert len({ask.prompt for ask in asks(events, "vary")}) == 4
        shown = [tuple(re.findall(r"Input: (\w+)", ask.prompt)) for ask in asks(events, "learn")]
        assert {len(rows) for rows in shown} == {5}
        assert len(set(shown)) == 4

    def test_that_hardened_lessons_have_two_failures_and_rows_that_nobody_is_scored_on(self, kit: Any) -> None:
        lab = kit.lab(optimizer=by_stage())
        events = run(lab, epochs=1)
        scored = {example.input for example in lab.rows(Split.TRAIN)[:48]}
        for ask in asks(events, "learn"):
            shown = re.findall(r"Input: (\w+)", ask.prompt)
            assert sum(each in scored for each in shown) == 2

    def test_that_the_faithful_preset_is_the_authors(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=by_stage()), preset="faithful")
        assert len(of(events, RoundStarted)) == 5
        assert len(of(events, OptimizerReplied)) == 5 * 14
        assert {event.n for event in of(events, CandidateScored)} == {64}
        sampled = {s.operator: s.temperature for s in (distill_prompt.VARY, distill_prompt.LEARN)}
        assert sampled == {"vary": 0.7, "learn": 0.5}
        assert [s.temperature for s in (distill_prompt.SHORTEN, distill_prompt.MERGE, distill_prompt.REPHRASE)] == [
            0.4,
            0.4,
            0.7,
        ]

    def test_that_the_next_epoch_starts_from_the_best_of_all_stages(self, kit: Any) -> None:
        lab = kit.lab(optimizer=by_stage(shorten="<new_prompt>write one letter</new_prompt>"))
        events = run(lab, epochs=2)
        epochs = notes(events, "distill_prompt.epoch")
        assert [note["gained"] for note in epochs] == [True, False]
        assert proposed(events)[epochs[0]["after"]].prompt.text == "write one letter"
        assert all("<prompt>\nwrite one letter\n</prompt>" in ask.prompt for ask in asks(events, "vary")[4:])

    def test_that_of_equals_the_incumbent_stays(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=by_stage()), preset="faithful", epochs=2)
        assert [note["after"] for note in notes(events, "distill_prompt.epoch")] == ["c0", "c0"]

    def test_that_hardened_stops_after_an_epoch_without_gain_or_at_a_perfect_score(self, kit: Any) -> None:
        assert len(of(run(kit.lab(optimizer=by_stage())), RoundStarted)) == 1
        perfect = "<new_prompt>write only exactly one lower second letter word</new_prompt>"
        assert len(of(run(kit.lab(optimizer=by_stage(vary=perfect))), RoundStarted)) == 1


class TestRepliesOfTheAuthorsPitfalls:
    """Section 5.1 of the specification, in its numbering, and section 5.2."""

    @pytest.mark.parametrize("stage", STAGES)
    def test_4_that_tags_echoed_from_the_question_are_not_read_as_a_prompt(self, kit: Any, stage: str) -> None:
        echo = "Reply inside <new_prompt> and </new_prompt>. Well: <new_prompt>write one letter</new_prompt>"
        events = run(kit.lab(optimizer=by_stage(**{stage: echo})), epochs=1)
        texts = {each.prompt.text for each in proposed(events).values()}
        assert "write one letter" in texts
        assert "and" not in texts

    @pytest.mark.parametrize("stage", STAGES)
    def test_4_that_a_reply_without_tags_is_asked_for_again_and_its_input_is_passed_on(
        self, kit: Any, stage: str
    ) -> None:
        events = run(kit.lab(optimizer=by_stage(**{stage: "Sure! Here is my essay."})), epochs=1)
        rejected = {event.reason for event in of(events, CandidateRejected)}
        assert rejected == {"untagged"}
        note = next(note for note in notes(events, "distill_prompt.stage") if note["stage"] == stage)
        left = {"vary": ("c0",), "rephrase": (), "merge": note["given"][:1]}.get(stage, note["given"])
        assert note["made"] == left

    @pytest.mark.parametrize("stage", STAGES)
    def test_5_that_a_reply_of_ten_thousand_words_becomes_no_prompt(self, kit: Any, stage: str) -> None:
        essay = f"<new_prompt>{'word ' * 10_000}</new_prompt>"
        events = run(kit.lab(optimizer=by_stage(**{stage: essay})), epochs=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {"too_long"}
        assert max(each.prompt.words for each in proposed(events).values()) < 10

    @pytest.mark.parametrize(("stage", "words"), [("vary", 181), ("shorten", 113), ("rephrase", 25)])
    def test_5_that_replies_half_as_long_again_as_asked_for_are_refused(self, kit: Any, stage: str, words: int) -> None:
        for n, refused in ((words - 1, False), (words, True)):
            long = f"<new_prompt>{'word ' * n}</new_prompt>"
            events = run(kit.lab(optimizer=by_stage(**{stage: long})), epochs=1)
            reasons = {event.reason for event in of(events, CandidateRejected)}
            assert ("too_long" in reasons) == refused

    def test_5_that_every_stage_says_how_long_its_reply_may_be(self, kit: Any) -> None:
        for ask in of(run(kit.lab(optimizer=by_stage()), epochs=1), OptimizerReplied):
            assert re.search(r", \d+ words at most\.", ask.prompt)
            assert ask.prompt.endswith("inside <new_prompt> and </new_prompt>.")

    @pytest.mark.parametrize("preset", distill_prompt.PRESETS)
    def test_6_that_no_stage_takes_the_task_for_classification(self, kit: Any, preset: str) -> None:
        asked = "\n".join(ask.prompt for ask in of(run(kit.lab(optimizer=by_stage()), preset=preset), OptimizerReplied))
        assert not re.search(r"classif|label|categor", asked, re.IGNORECASE)

    def test_9_that_identical_replies_are_one_prompt_scored_once(self, kit: Any) -> None:
        lab = kit.lab(optimizer=lambda asked, seed: "<new_prompt>write one letter</new_prompt>")
        events = run(lab, epochs=1)
        assert set(proposed(events)) == {"c0", "c1"}
        assert len(of(events, BlockScored)) == 2 * 3

    def test_11_that_braces_and_placeholders_in_a_prompt_are_never_filled_with_rows(self, kit: Any) -> None:
        for text in ("write {{input}} one", "write {input} {prompt} {score} %s"):
            lab = kit.lab(optimizer=by_stage(vary=f"<new_prompt>{text}</new_prompt>"))
            events = run(lab, epochs=1, guards=False)
            texts = [each.prompt.text for each in proposed(events).values()]
            assert (text in texts) == ("{{" not in text), "a placeholder that the person did not use is refused"
            questions = [ask.prompt for ask in asks(events, "learn")]
            assert any(f"<prompt>\n{text}\n</prompt>" in each for each in questions) == ("{{" not in text)

    def test_3_that_questions_name_the_contracts_labels_whatever_the_rows_hold(self, kit: Any) -> None:
        rows = tuple(Example(i, f"row {i:03}", ("yes",)) for i in range(64))
        lab = kit.lab(task=kit.task(contract=LABELS, train=64), optimizer=by_stage())
        object.__setattr__(lab.task, "train", rows)
        for ask in of(run(lab, epochs=1), OptimizerReplied):
            assert "The answers possible are yes, no, and no others." in ask.prompt

    def test_3_that_a_search_on_rows_of_a_single_class_ends_in_order(self, kit: Any) -> None:
        task = kit.task(contract=LABELS, metric="macro_f1")
        object.__setattr__(task, "train", tuple(Example(i, f"row {i:03}", ("yes",)) for i in range(64)))
        lab = kit.lab(task=task, optimizer=by_stage(), answers=lambda asked, seed: "yes")
        run(lab)
        assert lab.best().value == 1.0

    @pytest.mark.parametrize("wrong", [1, 4])
    def test_1_that_malformed_answers_cost_macro_f1_no_more_than_their_share(self, kit: Any, wrong: int) -> None:
        task = kit.task(contract=LABELS, metric="macro_f1")
        rows = tuple(Example(i, f"row {i:03}", ("yes" if i % 2 else "no",)) for i in range(96))
        object.__setattr__(task, "train", rows)

        def answer(asked: str, seed: int) -> str:
            i = int(asked[-3:])
            right, other = ("yes", "no") if i % 2 else ("no", "yes")
            if "malformed" in asked and i == 0:
                return "I cannot say."
            return other if i < wrong else right

        lab = kit.lab(task=task, answers=answer)
        plain, malformed = lab.score([Prompt("plain"), Prompt("malformed")], on=Split.TRAIN)
        assert malformed.card.unparsed == 1
        assert plain.value == pytest.approx(1 - wrong / 96, abs=0.001)
        assert abs(malformed.value - plain.value) <= 1 / 96

    def test_2_that_macro_f1_is_taken_over_all_rows_and_is_not_accuracy(self, kit: Any) -> None:
        task = kit.task(contract=LABELS, metric="macro_f1")
        rows = tuple(Example(i, f"row {i:03}", ("yes" if i < 16 else "no",)) for i in range(64))
        object.__setattr__(task, "train", rows)
        lab = kit.lab(task=task, answers=lambda asked, seed: "no")
        scored = lab.score(VAGUE, on=Split.TRAIN)[0]
        assert scored.value == pytest.approx((2 * 48 / (48 + 64)) / 2)

    def test_that_an_invented_label_is_refused_by_hardened_alone(self, kit: Any) -> None:
        reply = "<new_prompt>Answer yes, no or maybe.</new_prompt>"
        for preset, refused in (("hardened", {"label"}), ("faithful", set())):
            lab = kit.lab(task=kit.task(contract=LABELS), optimizer=by_stage(vary=reply))
            events = run(lab, preset=preset, epochs=1)
            assert {event.reason for event in of(events, CandidateRejected)} == refused

    def test_that_a_lesson_which_copies_a_row_is_refused(self, kit: Any) -> None:
        task = kit.task()
        spoken = tuple(Example(e.row, f"the word to look at is {e.input}", e.answers) for e in task.train)
        object.__setattr__(task, "train", spoken)

        def copy(asked: str, seed: int) -> str:
            shown = re.findall(r"Input: (.*)", asked)
            text = f"When {shown[0]} take a letter" if shown else f"{stage_of(asked)} {seed % 9973}"
            return f"<new_prompt>{text}</new_prompt>"

        events = run(kit.lab(optimizer=copy, task=task), epochs=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {"leak"}

    @pytest.mark.parametrize(("stage", "reason"), [("learn", "echo"), ("shorten", "answer")])
    def test_that_a_solved_item_is_no_prompt(self, kit: Any, stage: str, reason: str) -> None:
        def solve(asked: str, seed: int) -> str:
            shown = re.findall(r"Right answer: (.*)", asked)
            answer = shown[0] if shown else kit.task().train[0].answer
            return f"<new_prompt>{answer}</new_prompt>" if stage_of(asked) == stage else by_stage()(asked, seed)

        events = run(kit.lab(optimizer=solve), epochs=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {reason}

    def test_that_a_prompt_in_another_script_is_refused(self, kit: Any) -> None:
        reply = "<new_prompt>Напиши вторую букву слова</new_prompt>"
        events = run(kit.lab(optimizer=by_stage(rephrase=reply)), epochs=1)
        assert {event.reason for event in of(events, CandidateRejected)} == {"language"}

    def test_that_thoughts_are_no_part_of_a_prompt(self, kit: Any) -> None:
        reply = "<think><new_prompt>no</new_prompt></think><new_prompt>write one letter</new_prompt>"
        events = run(kit.lab(optimizer=by_stage(merge=reply)), epochs=1)
        assert "write one letter" in {each.prompt.text for each in proposed(events).values()}


class TestLostRules:
    """Compression loses the decision rule: then the merge sees the long drafts too."""

    @staticmethod
    def losing(asked: str, seed: int) -> str:
        text = {"learn": "write one letter only", "shorten": "be brief"}.get(stage_of(asked), stage_of(asked))
        return f"<new_prompt>{text} {seed % 9973}</new_prompt>"

    def test_that_the_long_drafts_are_merged_too_when_every_short_one_lost_points(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=self.losing), epochs=1)
        noted = {note["stage"]: note for note in notes(events, "distill_prompt.stage")}
        assert noted["merge"]["given"] == (*noted["shorten"]["made"], *noted["learn"]["made"])
        assert asks(events, "merge")[0].prompt.count("<draft>") == 8

    def test_that_faithful_merges_the_short_ones_alone(self, kit: Any) -> None:
        events = run(kit.lab(optimizer=self.losing), preset="faithful", epochs=1)
        assert asks(events, "merge")[0].prompt.count("<draft>") == 4

    def test_that_looking_at_the_first_rows_costs_nothing_more_and_ranks_nothing(self, kit: Any) -> None:
        spent = {}
        for keep in (True, False):
            lab = kit.lab(optimizer=by_stage())
            events = run(lab, epochs=1, keep_rules=keep)
            spent[keep] = sum(event.spent.calls for event in of(events, BlockScored))
            assert {event.n for event in of(events, CandidateScored)} == {48}
        assert spent[True] == spent[False]


class TestLittleRoom:
    def test_that_long_rows_are_clipped_and_then_left_out_until_the_question_fits(self, kit: Any) -> None:
        task = kit.task()
        long = tuple(Example(e.row, f"{e.input} " + "x " * 400 + e.input, e.answers) for e in task.train)
        object.__setattr__(task, "train", long)
        lab = kit.lab(optimizer=by_stage(), task=task, context=800)
        events = run(lab, epochs=1, failures=0)
        for ask in asks(events, "learn"):
            assert 1 <= ask.prompt.count("Right answer:") < 5
            assert len(ask.prompt.split()) + 400 <= 800
            assert " … " in ask.prompt

    def test_that_drafts_are_left_out_of_a_merge_that_does_not_fit(self, kit: Any) -> None:
        def wordy(asked: str, seed: int) -> str:
            long = "word " * 105 if stage_of(asked) == "shorten" else ""
            return f"<new_prompt>{long}{stage_of(asked)} {seed % 9973}</new_prompt>"

        lab = kit.lab(optimizer=wordy, context=800)
        events = run(lab, epochs=1)
        (ask,) = asks(events, "merge")
        assert 2 <= ask.prompt.count("<draft>") < 4
        merged = next(each for each in proposed(events).values() if each.operator == "merge")
        assert len(merged.parents) == ask.prompt.count("<draft>"), "the parents are those that were shown"


@pytest.mark.parametrize("stage", STAGES)
def test_that_cancel_in_each_stage_ends_the_search_before_the_next_call(kit: Any, stage: str) -> None:
    token = CancelToken()

    def cancelling(asked: str, seed: int) -> str:
        if stage_of(asked) == stage:
            token.cancel()
        return by_stage()(asked, seed)

    lab = kit.lab(optimizer=cancelling, cancel=token)
    with pytest.raises(Cancelled):
        run(lab)
    last = of(list(lab._bench.journal.events), OptimizerReplied)[-1]
    assert last.purpose == stage


def test_that_the_form_says_that_its_authors_call_it_legacy() -> None:
    assert "legacy" in distill_prompt.title
    assert "legacy" in distill_prompt.summary
    assert "deprecated" in distill_prompt.paper
    assert "legacy" in (distill_prompt.__doc__ or "")
