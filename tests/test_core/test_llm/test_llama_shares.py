"""What choices get among themselves: every fork, and nothing but forks."""

import dataclasses
import math
from typing import Any

import numpy as np
import pytest

from core.llm.base import ChoiceRequest, Contest, user
from core.llm.llama.forks import Forks
from core.llm.llama.model import LlamaModel

WORDS = ("mountain", "ladder", "silver", "garden", "castle", "window", "pencil")
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
NESTED = ("the first letter is a", "the first letter is b", "the first", "the", "", "m", "ma")


def asked(word: str, choices: tuple[str, ...], **more: Any) -> ChoiceRequest:
    text = f"Write the first letter of the word.\n\nInput: {word}\nOutput:"
    return ChoiceRequest(user(text), choices, contest=Contest.SHARES, **more)


def by_hand(model: LlamaModel, request: ChoiceRequest) -> list[float]:
    """The shares from one forced reply per choice, all of its logits looked at."""
    prompted = model._prompt(request.messages, thinking=False)
    ids = [tuple(model._encoder.continuation(prompted, choice)) for choice in request.choices]
    session, ends = model._session, list(model._vocabulary.ends)
    assert session is not None
    forks = Forks(ids)
    with session.work(None):
        for way in dict.fromkeys(choice[:depth] for choice in ids for depth in range(len(choice) + 1)):
            session.clear()
            rows = [row.copy() for _, row in session.fill(0, [prompted.ids])]
            rows += [session.extend(np.array([[token]], dtype=np.int32))[0].copy() for token in way]
            if way in forks.ways or (not way and forks.at_once):
                forks.look(way, rows[-1], float(np.logaddexp.reduce(rows[-1][ends].astype(np.float64))))
        session.clear()
    return forks.shares


def test_that_shares_are_those_of_forced_replies_and_sum_to_one(model: LlamaModel) -> None:
    for scores in model.score_choices([asked(word, NESTED) for word in WORDS]):
        assert math.fsum(map(math.exp, scores.logprobs)) == pytest.approx(1.0)
    for word in WORDS:
        (scores,) = model.score_choices([asked(word, NESTED)])
        assert scores.logprobs == pytest.approx(by_hand(model, asked(word, NESTED)), abs=0.1)


def test_that_labels_which_part_at_once_cost_no_tokens_and_have_the_winner_of_greedy_decoding(
    model: LlamaModel,
) -> None:
    requests = [asked(word, LETTERS) for word in WORDS]
    shares = model.score_choices(requests)
    greedy = model.score_choices([dataclasses.replace(each, contest=Contest.GREEDY) for each in requests])
    assert {each.usage.completion_tokens for each in shares} == {0}
    assert [each.best for each in shares] == [each.best for each in greedy]
    for share, walk in zip(shares, greedy, strict=True):
        behind = [value - max(share.logprobs) for value in share.logprobs]
        assert behind == pytest.approx(walk.logprobs, abs=1e-4)


def test_that_shares_do_not_depend_on_other_groups_or_on_what_ran_before(model: LlamaModel) -> None:
    block = [asked(word, NESTED, group="block") for word in WORDS]
    alone = [each.logprobs for each in model.score_choices(block)]
    other = [asked("something longer than that", ("x", "yes", "no"), group="other")]
    assert [each.logprobs for each in model.score_choices([*other, *block])][1:] == alone


def test_that_questions_may_have_different_choices(model: LlamaModel) -> None:
    requests = [asked("apple", ("a",)), asked("pear", ("p", "pear", "the letter p")), asked("fig", NESTED)]
    for one, request in zip(model.score_choices(requests), requests, strict=True):
        (single,) = model.score_choices([request])
        assert one.logprobs == pytest.approx(single.logprobs, abs=0.25)


def test_that_a_single_choice_is_certain() -> None:
    forks = Forks([(1, 2, 3)])
    assert (forks.shares, forks.ways, forks.at_once) == ([0.0], (), False)


def test_that_choices_with_a_common_beginning_are_looked_at_behind_it() -> None:
    forks = Forks([(1, 2, 3), (1, 2, 4), (1, 2)])
    assert (forks.at_once, forks.ways) == (False, ((1, 2),))
    forks.look((1, 2), np.array([0.0, 0.0, 0.0, 1.0, 1.0], dtype=np.float32), 1.0)
    assert forks.shares == pytest.approx([math.log(1 / 3)] * 3)
