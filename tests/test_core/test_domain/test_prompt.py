"""Prompts meet examples: rendering, placeholders, identity."""

from dataclasses import replace

import pytest

from core.domain.example import Example, fingerprint
from core.domain.prompt import Demonstration, ExampleLayout, Placement, Prompt, Turn, fill, render

EXAMPLE = Example(row=3, input="17 42", answers=("17",), variables=(("unit", "{{input}}"),))


@pytest.mark.parametrize(
    ("placement", "expected"),
    [
        (Placement.BEFORE_INPUT, (Turn("user", "Smaller?\n\n17 42"),)),
        (Placement.AFTER_INPUT, (Turn("user", "17 42\n\nSmaller?"),)),
        (Placement.SYSTEM, (Turn("system", "Smaller?"), Turn("user", "17 42"))),
    ],
)
def test_that_a_prompt_stands_where_its_placement_says(placement: Placement, expected: tuple[Turn, ...]) -> None:
    assert render(Prompt("Smaller?"), EXAMPLE, placement=placement) == expected


def test_that_a_prompt_with_the_input_placeholder_decides_by_itself() -> None:
    turns = render(Prompt("Of {{ input }}, the smaller."), EXAMPLE, placement=Placement.SYSTEM)
    assert turns == (Turn("user", "Of 17 42, the smaller."),)


def test_that_a_placeholder_inside_a_value_is_not_filled() -> None:
    assert fill("{{unit}} {{input}} {{unknown}}", EXAMPLE) == "{{input}} 17 42 {{unknown}}"


def test_that_the_answer_contract_follows_every_prompt_and_is_no_part_of_it() -> None:
    prompt = Prompt("Smaller?")
    turns = render(prompt, EXAMPLE, placement=Placement.BEFORE_INPUT, contract="One number only.")
    assert turns[0].text == "Smaller?\nOne number only.\n\n17 42"
    assert prompt.text == "Smaller?"


def test_that_demonstrations_become_earlier_turns_and_the_system_turn_stays_first() -> None:
    prompt = Prompt("Smaller?", (Demonstration("3 1", "1"),))
    turns = render(prompt, EXAMPLE, placement=Placement.SYSTEM)
    assert [turn.role for turn in turns] == ["system", "user", "assistant", "user"]
    assert [turn.text for turn in turns[1:]] == ["3 1", "1", "17 42"]


def test_that_a_demonstration_fills_a_template_with_its_own_columns() -> None:
    shown = Demonstration("3 1", "1", (("unit", "cm"),))
    example = Example(1, "17 42", ("17",), (("unit", "kg"),))
    turns = render(
        Prompt("Smaller?", (shown,)), example, placement=Placement.BEFORE_INPUT, input_template="{{input}} in {{unit}}"
    )
    assert [turn.text for turn in turns] == ["Smaller?\n\n3 1 in cm", "1", "Smaller?\n\n17 42 in kg"]


@pytest.mark.parametrize(
    ("placement", "said"),
    [
        (Placement.BEFORE_INPUT, ["3 1", "1", "Smaller?\nOne word.\n\n17 42"]),
        (Placement.AFTER_INPUT, ["3 1", "1", "17 42\n\nSmaller?\nOne word."]),
        (Placement.SYSTEM, ["Smaller?\nOne word.", "3 1", "1", "17 42"]),
    ],
)
def test_that_an_instruction_may_stand_once_behind_the_demonstrations(placement: Placement, said: list[str]) -> None:
    prompt = Prompt("Smaller?", (Demonstration("3 1", "1"),)).laid_out(ExampleLayout.ONCE)
    turns = render(prompt, EXAMPLE, placement=placement, contract="One word.")
    assert [turn.text for turn in turns] == said
    other = render(replace(prompt, text="Which is smaller?"), EXAMPLE, placement=placement, contract="One word.")
    assert placement is Placement.SYSTEM or other[:2] == turns[:2], "what prompts share comes first"
    repeated = prompt.laid_out(ExampleLayout.REPEATED)
    assert repeated == Prompt("Smaller?", prompt.demonstrations)
    assert repeated.laid_out(ExampleLayout.REPEATED) is repeated
    assert prompt.key != repeated.key
    assert Prompt("a").laid_out(ExampleLayout.ONCE).key == Prompt("a").key, "without demonstrations nothing is laid out"


def test_that_a_demonstration_without_input_keeps_its_instruction() -> None:
    prompt = Prompt("Greet.", (Demonstration("", "Hello."),)).laid_out(ExampleLayout.ONCE)
    turns = render(prompt, Example(1, "", ("Hi.",)), placement=Placement.BEFORE_INPUT)
    assert [turn.text for turn in turns] == ["Greet.", "Hello.", "Greet."]


def test_that_a_demonstration_counts_towards_the_length_and_is_shown_but_is_no_word_of_the_text() -> None:
    prompt = Prompt("Smaller number?", (Demonstration("3 1", "1"),))
    assert (prompt.words, prompt.length) == (2, 5)
    assert prompt.shown == "Smaller number?\n\nWorked example 1\nInput: 3 1\nOutput: 1"
    assert Prompt("Smaller number?").shown == "Smaller number?"


def test_that_an_empty_prompt_leaves_the_input_alone() -> None:
    for placement in Placement:
        assert render(Prompt(""), EXAMPLE, placement=placement) == (Turn("user", "17 42"),)


def test_that_equal_texts_are_the_same_prompt_and_other_demonstrations_make_another() -> None:
    assert Prompt("a").key == Prompt("a", locked=("a",)).key
    assert Prompt("a").key != Prompt("a", (Demonstration("x", "y"),)).key
    assert Prompt("a", (Demonstration("x", "y"),)).key != Prompt("a", (Demonstration("x", "y", (("c", "d"),)),)).key
    assert Prompt("a", (Demonstration("x", "yz"),)).key != Prompt("a", (Demonstration("xy", "z"),)).key


def test_that_a_fingerprint_survives_reordering_and_renumbering_but_not_a_changed_answer() -> None:
    rows = tuple(Example(i, f"in {i}", (f"out {i}",)) for i in range(5))
    moved = tuple(Example(99 - i, row.input, row.answers) for i, row in enumerate(reversed(rows)))
    assert fingerprint(rows) == fingerprint(moved)
    assert fingerprint(rows) != fingerprint((*rows[:4], Example(4, "in 4", ("other",))))
