"""The variables of a prompt against the columns of a task."""

import pytest

from core.domain.example import Example
from core.domain.prompt import Placement, Prompt, fill, render
from core.domain.task import Task
from core.domain.variables import columns_of, fitting, unknown
from core.errors import UsageError

_ROW = Example(1, "It hums.", ("repair",), (("order country", "FR"), ("Amount (EUR)", "12"), ("input", "nothing")))
_TASK = Task("t", (_ROW,), (_ROW,), input_name="customer message")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{input}}", "It hums."),
        ("{{ input }}", "It hums."),
        ("{{order country}} and {{ Amount (EUR) }}", "FR and 12"),
        ("{{nobody}}", "{{nobody}}"),
        ('{{"queue": 1}}', '{{"queue": 1}}'),
        ("{{a\nb}}", "{{a\nb}}"),
    ],
)
def test_that_columns_of_any_name_are_filled_and_the_input_is_never_shadowed(text: str, filled: str) -> None:
    assert fill(text, _ROW) == filled


def test_that_the_input_column_answers_to_its_own_name() -> None:
    assert columns_of(_TASK) == ("input", "customer message", "order country", "Amount (EUR)")
    fitted = fitting(Prompt("Route {{customer message}}", locked=("{{customer message}}",)), _TASK)
    assert fitted == Prompt("Route {{input}}", locked=("{{input}}",))
    assert fitting(Prompt("Route it."), _TASK) == Prompt("Route it.")


def test_that_a_variable_that_no_column_fills_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(UsageError) as caught:
        fitting(Prompt("From {{order contry}}"), _TASK)
    assert str(caught.value).startswith("The prompt names {{order contry}}, which no column fills. Did you mean “order")
    assert unknown("{{a}} {{b}}", ["b"]) == ("a",)


def test_that_earlier_turns_stay_turns_before_the_question() -> None:
    row = Example(1, "At six.", ("2@18",), turns=(("user", "A table."), ("assistant", "When?")))
    asked = render(Prompt("You book."), row, placement=Placement.SYSTEM)
    assert [turn.role for turn in asked] == ["system", "user", "assistant", "user"]
    assert asked[-1].text == "At six."
    assert row.key != Example(1, "At six.", ("2@18",)).key
