"""Worked examples: every label is shown, hard rows take part, orders differ, sets fit, mutations are even."""

import random
from collections import Counter
from itertools import pairwise

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerKind, Task
from core.operators.demonstrations import cost, draw, mutated, ordered, sets, showable, shown

from .conftest import task_of

SEED = Prompt("Sort the sentence.")


def test_that_sets_of_every_size_show_every_label_evenly(topics: Task, rng: random.Random) -> None:
    drafts = sets(topics, [SEED], topics.train, rng, sizes=(4, 8, 12), each=2)
    assert [len(draft.prompt.demonstrations) for draft in drafts] == [4, 4, 8, 8, 12, 12]
    for draft in drafts:
        counts = Counter(one.output for one in draft.prompt.demonstrations)
        assert set(counts) == set(topics.contract.labels)
        assert max(counts.values()) - min(counts.values()) <= 1


def test_that_sets_end_on_different_labels(topics: Task, rng: random.Random) -> None:
    drafts = sets(topics, [SEED], topics.train, rng, sizes=(6,), each=3)
    assert {draft.prompt.demonstrations[-1].output for draft in drafts} == set(topics.contract.labels)


def test_that_equal_answers_stand_apart_where_they_can(rows: tuple[Example, ...], rng: random.Random) -> None:
    answers = [row.answer for row in ordered(rows, rng)]
    assert all(one != other for one, other in pairwise(answers))
    assert Counter(answers) == Counter(row.answer for row in rows)


def test_that_every_label_of_an_uneven_pool_is_shown(rng: random.Random) -> None:
    rows = tuple(Example(i, f"text {i}", ("rare" if i == 1 else "usual",)) for i in range(1, 30))
    assert "rare" in {one.output for one in draw(rows, 4, rng)}


def test_that_rows_which_the_prompt_gets_wrong_take_part(rows: tuple[Example, ...], rng: random.Random) -> None:
    hard = {row.row for row in rows[-3:]}
    inputs = {one.input for one in draw(rows, 6, rng, hard=hard)}
    assert {row.input for row in rows if row.row in hard} <= inputs


def test_that_a_set_gets_smaller_until_it_fits_and_keeps_every_label(topics: Task, rng: random.Random) -> None:
    most = cost(topics, SEED) + 140
    drafts = sets(
        topics, [SEED], topics.train, rng, sizes=(12,), each=1, fits=lambda prompt: cost(topics, prompt) <= most
    )
    (draft,) = drafts
    assert cost(topics, draft.prompt) <= most
    assert 3 <= len(draft.prompt.demonstrations) < 12
    assert {one.output for one in draft.prompt.demonstrations} == set(topics.contract.labels)


def test_that_no_set_is_made_where_none_fits(topics: Task, rng: random.Random) -> None:
    assert sets(topics, [SEED], topics.train, rng, fits=lambda prompt: not prompt.demonstrations) == ()


def test_that_long_rows_are_shown_only_for_labels_that_have_no_other(rng: random.Random) -> None:
    short = [Example(i, f"word {i}", ("a",)) for i in range(1, 10)]
    long = [Example(10, "long " * 200, ("a",)), Example(11, "long " * 300, ("b",))]
    assert {row.row for row in showable([*short, *long])} == {*range(1, 9), 9, 11}


def test_that_an_input_is_shown_once() -> None:
    rows = [Example(1, "same", ("a",)), Example(2, "Same ", ("a",)), Example(3, "more", ("b",))]
    assert len(showable(rows)) == 2


def test_that_free_answers_are_drawn_without_labels(rng: random.Random) -> None:
    rows = tuple(Example(i, f"input {i}", (f"output {i}",)) for i in range(40))
    task = task_of(rows, AnswerKind.TEXT)
    assert [len(d.prompt.demonstrations) for d in sets(task, [SEED], rows, rng, sizes=(8,), each=2)] == [8, 8]


def test_that_adding_removing_and_swapping_are_equally_likely(rows: tuple[Example, ...], rng: random.Random) -> None:
    start = Prompt("Sort it.", draw(rows, 6, rng))
    counts = Counter(len(mutated(start, rows, rng).demonstrations) for _ in range(600))
    assert set(counts) == {5, 6, 7}
    assert all(150 < n < 250 for n in counts.values())


def test_that_a_swap_shows_one_new_row(rows: tuple[Example, ...], rng: random.Random) -> None:
    start = Prompt("Sort it.", draw(rows, 6, rng))
    made = next(p for p in iter(lambda: mutated(start, rows, rng), None) if len(p.demonstrations) == 6)
    assert len(set(made.demonstrations) - set(start.demonstrations)) == 1


def test_that_mutations_never_pass_the_limits(rows: tuple[Example, ...], rng: random.Random) -> None:
    prompt = Prompt("Sort it.")
    for _ in range(100):
        prompt = mutated(prompt, rows, rng, most=3)
        assert len(prompt.demonstrations) <= 3
        assert len({one.input for one in prompt.demonstrations}) == len(prompt.demonstrations)


def test_that_the_same_seed_draws_the_same_sets(topics: Task) -> None:
    first, second = (sets(topics, [SEED], topics.train, random.Random(3)) for _ in range(2))
    assert first == second


def test_that_other_columns_are_shown_too() -> None:
    assert shown(Example(1, "a", ("b",), (("title", "c"),))).variables == (("title", "c"),)
