"""Prompts in parts, and prompts without some of their words: one change at a time, and what must stay stays."""

import random

import pytest

from core.domain.editing import problems
from core.domain.prompt import Demonstration, Prompt
from core.domain.task import Task
from core.operators import pruning
from core.operators.bank import parts_of
from core.operators.slots import Parts, PromptSlot, neighbours

SEED = Prompt("What is this?")


def test_that_a_neighbour_differs_in_one_step(topics: Task, rng: random.Random) -> None:
    pool = parts_of(topics, SEED, topics.train)
    start = next(parts for parts in pool if parts.slots == (PromptSlot.TASK, PromptSlot.LABELS, PromptSlot.FORM))
    found = neighbours(start, pool, rng)
    assert {"reword", "relist", "move", "drop", "place"} <= {name for name, _ in found}
    for name, made in found:
        assert made.text != start.text
        changed = sum(made.part(slot) != start.part(slot) for slot in PromptSlot)
        assert changed == (0 if name == "move" else 1)


def test_that_what_must_stay_is_neither_dropped_nor_exchanged(topics: Task, rng: random.Random) -> None:
    seed = Prompt("Sort it. Be brief. {{input}}", locked=("Be brief.",))
    pool = parts_of(topics, seed, topics.train)
    for start in pool:
        for _, made in neighbours(start, pool, rng, allowed=lambda text: not problems(seed, text)):
            assert made.text.count("{{input}}") == 1
            assert "Be brief." in made.text


def test_that_the_input_may_go_first_or_last_and_a_cue_ends_the_text(rng: random.Random) -> None:
    start = Parts(((PromptSlot.INPUT, "Text: {{input}}"), (PromptSlot.TASK, "Name its topic.")))
    found = {made.text for _, made in neighbours(start, [Parts(((PromptSlot.CUE, "Topic:"),))], rng)}
    assert "Name its topic.\n\nText: {{input}}" in found
    assert not any("Topic:\n" in text for text in found)


def test_that_a_prompt_of_which_nothing_is_known_is_all_task() -> None:
    assert Parts.of(Prompt("Say yes.")).text == "Say yes."
    assert Parts.of(Prompt(" ")).blocks == ()


@pytest.mark.parametrize(
    "text",
    [
        "Read {{input}} now. Say yes.\nThen stop here! Do it.",
        "请判断{{input}}属于哪一类。只输出类别。",
        "One",
        "",
        " a\n\nb ",
    ],
)
@pytest.mark.parametrize("cut", [pruning.words, pruning.sentences])
def test_that_pieces_joined_are_the_text(text: str, cut: pruning.Cut) -> None:
    assert "".join(piece.text for piece in cut(Prompt(text))) == text


@pytest.mark.parametrize("cut", [pruning.words, pruning.sentences])
def test_that_no_cut_breaks_a_placeholder_or_a_locked_span(cut: pruning.Cut) -> None:
    prompt = Prompt("Read {{ input }} twice. Then stop right here! Or not.", locked=("stop right here",))
    pieces = cut(prompt)
    assert pruning.cuttable(pieces)
    pruned = pruning.without(prompt, pieces, pruning.cuttable(pieces))
    assert "{{ input }}" in pruned.text
    assert "stop right here" in pruned.text
    assert len(pruned.text) < len(prompt.text)


def test_that_a_prompt_without_a_word_has_all_others() -> None:
    prompt = Prompt("Answer with\none word.")
    pieces = pruning.words(prompt)
    assert [pruning.without(prompt, pieces, {place}).text for place in pruning.cuttable(pieces)] == [
        "with\none word.",
        "Answer\none word.",
        "Answer with\nword.",
        "Answer with\none",
    ]


def test_that_the_last_piece_stays() -> None:
    assert pruning.cuttable(pruning.words(Prompt("Answer"))) == ()


SHOWN = (Demonstration("a quick fox jumps", "fox"), Demonstration("hen", "hen"))


def test_that_words_of_worked_examples_are_pruned_and_their_answers_are_not() -> None:
    prompt = Prompt("Name the animal. {{input}}", SHOWN)
    tokens = pruning.Tokens.of(prompt)
    assert len(tokens.places) == 3 + 4 + 1
    pruned = tokens.without(tokens.places[2:5])
    assert pruned.text == "Name the {{input}}"
    assert [one.input for one in pruned.demonstrations] == ["fox jumps", "hen"]
    assert [one.output for one in pruned.demonstrations] == ["fox", "hen"]


def test_that_a_worked_example_never_loses_its_last_word() -> None:
    tokens = pruning.Tokens.of(Prompt("Name it.", SHOWN))
    pruned = tokens.without(tokens.places)
    assert pruned.text == ""
    assert all(one.input for one in pruned.demonstrations)
