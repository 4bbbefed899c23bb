"""Label scoring: whole replies are compared, fairly, and independently of what else is asked."""

import math
from pathlib import Path

import numpy as np
import pytest

from core.control import Cancelled, CancelToken
from core.domain.runspec import ModelSettings
from core.errors import ModelError, PromptTooLongError
from core.llm.base import ChoiceRequest, ChoiceScores, Message, Part, Progress, Request, user
from core.llm.llama import load
from core.llm.llama.model import LlamaModel

WORDS = ("house", "apple", "river", "stone", "green", "window", "table")
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
    """Without the end of the turn in the sum, “4” could never score below “42”."""
    asked = user("Write the larger of the two numbers.\n\nInput: 17 42\nOutput:")
    scores = model.score_choices([ChoiceRequest(asked, ("4", "42", "17", "1"))])[0]
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


def test_that_a_model_that_cannot_take_tokens_back_scores_alike(interim: Path, model: LlamaModel) -> None:
    """Recurrent models cannot. There is none here, so this one is told that it cannot."""
    other = load(interim, model.settings)
    try:
        session = other._session
        assert session is not None
        session.rewinds = False  # type: ignore[misc]
        requests = [letter(word, ("a", "apple", "h", "the letter")) for word in WORDS]
        ours, theirs = model.score_choices(requests), other.score_choices(requests)
        for one, two in zip(ours, theirs, strict=True):
            assert one.logprobs == pytest.approx(two.logprobs, abs=0.25)
        replies = other.complete([Request(request.messages, max_tokens=3) for request in requests])
        assert [reply.text for reply in replies[:3]] == ["h", "a", "r"]
    finally:
        other.close()


def test_that_usage_and_progress_count_all_choices(model: LlamaModel) -> None:
    seen: list[Progress] = []
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
    messages = (*letter("apple").messages, Message("assistant", (Part("The letter is"),)))
    request = ChoiceRequest(messages, (" a", " z"))
    scores = model.score_choices([request])[0]
    for choice, score in zip(request.choices, scores.logprobs, strict=True):
        assert score == pytest.approx(by_hand(model, request, choice), abs=0.2)
    begun = model.render(messages).token_ids
    whole = model.render((*messages[:-1], Message("assistant", (Part("The letter is z"),)))).token_ids
    assert len(whole) - len(begun) == scores.tokens[1]


def test_that_cancel_leaves_scores_as_they_were(model: LlamaModel) -> None:
    block = [letter(word) for word in WORDS]
    before = bits(model.score_choices(block))
    token = CancelToken()
    with pytest.raises(Cancelled):
        model.score_choices(block, observer=lambda _: token.cancel(), cancel=token)
    assert bits(model.score_choices(block)) == before


def test_that_one_lane_is_enough(interim: Path) -> None:
    model = load(interim, ModelSettings(context=256, lanes=1, batch=1, threads=1))
    try:
        assert LETTERS[model.score_choices([letter("house")])[0].best] == "h"
    finally:
        model.close()
