"""Label scoring: whole replies are compared, fairly, and independently of what else is asked."""

import dataclasses
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError, PromptTooLongError
from core.llm.base import ChatMessage, ChoiceRequest, ChoiceScores, Contest, ModelProgress, Part, Request, user
from core.llm.gguf import read_header
from core.llm.llama import load
from core.llm.llama.model import LlamaModel
from core.llm.llama.session import DecodingSession

WORDS = ("mountain", "ladder", "silver", "garden", "castle", "window", "pencil")
SMALL = ModelSettings(context=256, lanes=2, batch=64, threads=1)
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


def letter(word: str, choices: tuple[str, ...] = LETTERS, group: str = "") -> ChoiceRequest:
    return ChoiceRequest(user(f"Write the first letter of the word.\n\nInput: {word}\nOutput:"), choices, group)


def by_hand(model: LlamaModel, prompt: ChoiceRequest, choice: str) -> float:
    """The score from generation alone: the choice is forced token by token as the beginning of the reply."""
    prompted = model._prompt(prompt.messages, thinking=False)
    ids = model._encoder.continuation(prompted, choice)
    total = 0.0
    session = model._session
    assert session is not None
    with session.work(None):
        session.clear()
        rows = [row.copy() for _, row in session.fill(0, [prompted.ids])]
        for token in ids:
            row = rows[-1]
            total += float(row[token]) - model._probabilities.normalizer(row)
            rows.append(session.extend(np.array([[token]], dtype=np.int32))[0].copy())
        row = rows[-1]
        ends = [float(row[end]) - model._probabilities.normalizer(row) for end in model._vocabulary.ends]
        session.clear()
    return total + math.log(sum(map(math.exp, ends)))


def bits(scores: list[ChoiceScores]) -> list[tuple[float, ...]]:
    return [score.logprobs for score in scores]


def test_that_the_likeliest_letter_is_the_one_it_generates(model: LlamaModel) -> None:
    scores = model.score_choices([letter(word) for word in WORDS])
    replies = model.complete([Request(letter(word).messages, max_tokens=3) for word in WORDS])
    agree = [LETTERS[score.best] == reply.text for score, reply in zip(scores, replies, strict=True)]
    assert sum(agree) >= len(WORDS) - 1
    assert all(math.fsum(map(math.exp, score.logprobs)) <= 1.0001 for score in scores)


def test_that_scores_are_those_of_generation(model: LlamaModel) -> None:
    request = letter("apple", ("a", "ap", "the first letter", "", "apple is a fruit and not a letter"))
    scores = model.score_choices([request])[0]
    for choice, score in zip(request.choices, scores.logprobs, strict=True):
        assert score == pytest.approx(by_hand(model, request, choice), abs=0.2)


def test_that_a_choice_that_begins_another_can_lose_to_it(model: LlamaModel) -> None:
    """Without the end of the turn in the sum, “20” could never score below “2021”."""
    asked = user("Write the year of the date.\n\nInput: The meeting is on 4 May 2021.\nOutput:")
    scores = model.score_choices([ChoiceRequest(asked, ("20", "2021", "4", "2"))])[0]
    assert scores.best == 1
    assert scores.logprobs[1] > scores.logprobs[0] + 1


def test_that_scores_do_not_depend_on_other_groups_or_on_what_ran_before(model: LlamaModel) -> None:
    block = [letter(word, group="block") for word in WORDS]
    alone = bits(model.score_choices(block))
    other = [letter("something longer than that", ("x", "yes", "no"), group="other")]
    assert bits(model.score_choices([*other, *block]))[1:] == alone
    model.complete([Request(letter("apple").messages, max_tokens=3)])
    assert bits(model.score_choices(block)) == alone


def test_that_questions_may_have_different_choices(model: LlamaModel) -> None:
    requests = [letter("apple", ("a",)), letter("pear", ("p", "pear", "the letter p")), letter("fig", ("", "f"))]
    together = model.score_choices(requests)
    single = [model.score_choices([request])[0] for request in requests]
    for one, other in zip(together, single, strict=True):
        assert one.tokens == other.tokens
        assert one.logprobs == pytest.approx(other.logprobs, abs=0.25)
    assert together[2].tokens[0] == 0


def test_that_the_winner_is_the_same_when_losers_are_not_followed(model: LlamaModel) -> None:
    choices = (*LETTERS, "the first letter is a", "", "house and home")
    requests = [letter(word, choices) for word in WORDS]
    quick = model.score_choices([dataclasses.replace(request, contest=Contest.WINNER) for request in requests])
    for whole, bound in zip(model.score_choices(requests), quick, strict=True):
        assert whole.best == bound.best
        assert bound.logprobs[bound.best] == pytest.approx(whole.logprobs[whole.best], abs=0.25)
        assert all(up >= full - 0.25 for up, full in zip(bound.logprobs, whole.logprobs, strict=True))
        assert bound.margin <= whole.margin + 0.5
        assert 0 < sum(bound.settled) < len(choices)
        assert bound.usage.completion_tokens < whole.usage.completion_tokens
        with pytest.raises(ValueError, match="whole"):
            bound.normalized()


def test_that_a_greedy_contest_has_the_winner_that_held_generation_writes(model: LlamaModel) -> None:
    choices = ("the first letter is a", "the first letter is b", "the", "nobody knows", *LETTERS)
    requests = [letter(word, choices) for word in WORDS]
    greedy = model.score_choices([dataclasses.replace(each, contest=Contest.GREEDY) for each in requests])
    grammar = "root ::= " + " | ".join(f'"{choice}"' for choice in choices)
    replies = model.complete([Request(each.messages, 16, grammar=grammar, group="held") for each in requests])
    assert [choices[each.best] for each in greedy] == [reply.text for reply in replies]
    assert all(each.logprobs[each.best] == 0.0 and each.margin > 0 and not any(each.settled) for each in greedy)


def test_that_labels_which_part_at_once_cost_no_tokens(model: LlamaModel) -> None:
    requests = [letter(word, LETTERS) for word in WORDS]
    whole = model.score_choices(requests)
    greedy = model.score_choices([dataclasses.replace(each, contest=Contest.GREEDY) for each in requests])
    assert {each.usage.completion_tokens for each in greedy} == {0}
    assert [each.best for each in greedy] == [each.best for each in whole]


def test_that_the_same_choice_twice_and_a_single_one_are_decided_without_a_look(model: LlamaModel) -> None:
    for choices in (("yes",), ("yes", "yes"), ("",)):
        (scores,) = model.score_choices([ChoiceRequest(user("Is it?"), choices, contest=Contest.GREEDY)])
        assert (scores.best, scores.logprobs) == (0, (0.0,) * len(choices))


def test_that_a_group_has_one_kind_of_contest(model: LlamaModel) -> None:
    request = letter("apple", LETTERS)
    with pytest.raises(ModelError, match="two kinds"):
        model.score_choices([request, dataclasses.replace(request, contest=Contest.GREEDY)])


def siblings(start: str, ends: tuple[str, ...]) -> list[ChoiceRequest]:
    """Several prompts behind the same inputs: what a step asks in the layout with the input first."""
    return [
        ChoiceRequest(user(f"The word is {word} and here is what to do. {start} {end}"), LETTERS[:4], group=end)
        for end in ends
        for word in WORDS * 2
    ]


def test_that_prompts_behind_the_same_inputs_share_them_without_changing_a_bit(
    model: LlamaModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = "Look at it closely, from the left to the right, and say no more than what you are asked here:"
    ends = ("which letter comes first?", "which letter is the first one?", "name the letter that it begins with.")
    asked = siblings(start, ends)
    computed: list[int] = []
    decode = DecodingSession._decode

    def counted(session: DecodingSession, first: int, tokens: Any, marks: Any) -> Any:
        computed.append(tokens.size)
        return decode(session, first, tokens, marks)

    monkeypatch.setattr(DecodingSession, "_decode", counted)
    together = bits(model.score_choices(asked))
    shared, computed[:] = sum(computed), []
    alone: list[tuple[float, ...]] = []
    for end in ends:
        model.complete([Request(user("something else in between"), max_tokens=2)])
        alone += bits(model.score_choices([request for request in asked if request.group == end]))
    assert together == alone
    assert shared < 0.75 * sum(computed)


def test_that_scores_can_be_weighed_by_length_and_against_an_empty_input(model: LlamaModel) -> None:
    scores = ChoiceScores((-4.0, -1.5), (3, 0))
    assert scores.normalized().logprobs == (-1.0, -1.5)
    assert (scores.best, scores.normalized().best, scores.margin) == (1, 0, 2.5)
    empty, full = model.score_choices([letter("N/A", ("a", "b")), letter("apple", ("a", "b"))])
    assert full.calibrated(empty).logprobs == tuple(
        one - other for one, other in zip(full.logprobs, empty.logprobs, strict=True)
    )


def test_that_a_model_that_cannot_take_tokens_back_scores_alike(demo: Path, model: LlamaModel) -> None:
    """Recurrent models cannot. There is none here, so this one is told that it cannot."""
    other = load(demo, model.settings)
    try:
        session = other._session
        assert session is not None
        session.rewinds = False  # type: ignore[misc]
        requests = [letter(word, ("m", "mountain", "l", "the letter")) for word in WORDS]
        ours, theirs = model.score_choices(requests), other.score_choices(requests)
        for one, two in zip(ours, theirs, strict=True):
            assert one.logprobs == pytest.approx(two.logprobs, abs=0.25)
        replies = other.complete([Request(request.messages, max_tokens=3) for request in requests])
        assert [reply.text for reply in replies[:3]] == ["m", "l", "s"]
    finally:
        other.close()


def test_that_usage_and_progress_count_all_choices(model: LlamaModel) -> None:
    seen: list[ModelProgress] = []
    scores = model.score_choices([letter(word) for word in WORDS], observer=seen.append)
    assert all(score.usage.completion_tokens == sum(score.tokens) for score in scores)
    assert scores[0].usage.shared_tokens > 3
    assert (seen[-1].done, seen[-1].total) == (len(WORDS), len(WORDS))


def test_that_what_is_too_long_or_empty_is_refused(model: LlamaModel) -> None:
    with pytest.raises(PromptTooLongError):
        model.score_choices([letter("x", ("word " * 600,))])
    with pytest.raises(ModelError, match="none"):
        model.score_choices([letter("x", ())])


def test_that_long_choices_beside_a_long_prompt_stay_inside_the_context(model: LlamaModel) -> None:
    room = model.settings.context - len(model.render(letter("x").messages).token_ids)
    long = letter("x" + " a" * (room // 2 + 150), ("a",))
    spare = model.settings.context - len(model.render(long.messages).token_ids)
    assert 5 < spare < 200
    short = letter("y", (" a" * (spare + 20),))
    scores = model.score_choices([long, short])
    assert all(math.isfinite(score.logprobs[0]) for score in scores)


def test_that_choices_continue_a_begun_reply(model: LlamaModel) -> None:
    messages = (*letter("apple").messages, ChatMessage("assistant", (Part("The letter is"),)))
    request = ChoiceRequest(messages, (" a", " z"))
    scores = model.score_choices([request])[0]
    for choice, score in zip(request.choices, scores.logprobs, strict=True):
        assert score == pytest.approx(by_hand(model, request, choice), abs=0.2)
    begun = model.render(messages).token_ids
    whole = model.render((*messages[:-1], ChatMessage("assistant", (Part("The letter is z"),)))).token_ids
    assert len(whole) - len(begun) == scores.tokens[1]


def test_that_cancel_leaves_scores_as_they_were(model: LlamaModel) -> None:
    block = [letter(word) for word in WORDS]
    before = bits(model.score_choices(block))
    token = CancelToken()
    with pytest.raises(Cancelled):
        model.score_choices(block, observer=lambda _: token.cancel(), cancel=token)
    assert bits(model.score_choices(block)) == before


def test_that_one_lane_is_enough(demo: Path) -> None:
    model = load(demo, ModelSettings(context=256, lanes=1, batch=1, threads=1))
    try:
        assert LETTERS[model.score_choices([letter("mountain")])[0].best] == "m"
    finally:
        model.close()


THINKING = {
    "opens a thought": "{{ '<think>\n' }}",
    "has a switch": "{% if enable_thinking is defined and not enable_thinking %}<think>\n\n</think>\n\n{% endif %}",
    "has a mark before answers": "{# <|START_THINKING|> <|START_RESPONSE|> #}",
}


@pytest.mark.parametrize("end", THINKING.values(), ids=THINKING)
def test_that_written_and_chosen_answers_are_asked_with_the_same_prompt(
    end: str, variant: Callable[..., Path], demo: Path
) -> None:
    loaded = load(variant(change={"tokenizer.chat_template": read_header(demo).chat_template + end}), SMALL)
    try:
        asked = letter("x").messages
        job, ballot = loaded._job(Request(asked)), loaded._ballot(ChoiceRequest(asked, ("a", "b")))
        assert job.prompt == ballot.prompt
        assert job.prompt.ids == loaded.render(asked).token_ids
        assert job.prompt.opened is None
    finally:
        loaded.close()
