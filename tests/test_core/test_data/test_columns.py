"""From columns to examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import ExampleSet, Mapping, label_set, read_table, suggest_mapping, to_examples
from core.domain.example import Example, Split
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text,category", ("text", "category")),
        ("label,review", ("review", "label")),
        ("id,Question,Answer", ("Question", "Answer")),
        ("input,target", ("input", "target")),
        ("input,ideal,output", ("input", "ideal")),
        ("prompt,completion", ("prompt", "completion")),
        ("user question,gold label,note", ("user question", "gold label")),
        ("foo,bar", ("bar", "foo")),
    ],
)
def test_that_the_suggested_columns_are_those_a_person_would_choose(
    write: Write, header: str, expected: tuple[str, str]
) -> None:
    columns = header.split(",")
    long = {"bar": "a rather long text", "foo": "x"}
    rows = "".join(",".join(f"{long.get(column, column)}{i % 2 if column == 'foo' else i}" for column in columns) + "\n"
                   for i in range(6))  # fmt: skip
    mapping = suggest_mapping(read_table(write("a.csv", f"{header}\n{rows}")))
    assert (mapping.input, mapping.answer) == expected
    assert set(mapping.variables) == set(columns) - set(expected)


def test_that_one_column_is_too_few(write: Write) -> None:
    with pytest.raises(DatasetError, match="only one column, “text”"):
        suggest_mapping(read_table(write("a.csv", "text\na\n")))
    with pytest.raises(DatasetError, match="only one column, “text”"):
        suggest_mapping(read_table(write("b.csv", "text,split\na,train\n")))


def test_that_a_missing_column_is_named_with_those_there_are_and_a_near_match(write: Write) -> None:
    table = read_table(write("a.csv", "text,label\na,b\n"))
    with pytest.raises(DatasetError) as caught:
        to_examples(table, Mapping("text", "lable"))
    assert str(caught.value) == "a.csv has no column “lable”. Did you mean “label”? There are: text, label."


def test_that_rows_without_input_or_answer_are_named(write: Write) -> None:
    found = _examples(write, "text,label\na,b\n ,b\nc,\nd,e\n")
    assert [example.row for example in found.examples] == [2, 5]
    assert [str(error) for error in found.errors] == ["Row 3: the input is empty.", "Row 4: the answer is empty."]


def test_that_rows_that_could_not_be_read_stay_named(write: Write) -> None:
    found = _examples(write, "text,label\na,b\nc\nd,\n")
    assert [error.row for error in found.errors] == [3, 4]


def test_that_spaces_at_the_ends_of_labels_are_removed_and_reported(write: Write) -> None:
    found = _examples(write, "text,label\na,yes \nb, yes\nc,yes\nd,no\ne,no\n")
    assert label_set(found.examples) == ("yes", "no")
    assert found.warnings == ("2 answers had spaces at the ends, which were removed (rows 2, 3).",)


def test_that_labels_that_differ_in_case_are_reported(write: Write) -> None:
    found = _examples(write, "text,label\n" + "a,Yes\nb,yes\nc,no\n" * 3)
    assert "differ only in case or spaces: Yes, yes" in found.warnings[0]


@pytest.mark.parametrize(
    ("cell", "answers"),
    [
        ('["a", " b ", "a"]', ("a", "b")),
        ("[1, 2]", ("[1, 2]",)),
        ("[ ]", ("[ ]",)),
        ("] )", ("] )",)),
        ('["a"', ('["a"',)),
        ("a", ("a",)),
    ],
)
def test_that_a_json_list_of_strings_is_several_answers_and_nothing_else_is(
    write: Write, cell: str, answers: tuple[str, ...]
) -> None:
    doubled = cell.replace('"', '""')
    assert _examples(write, f'text,label\na,"{doubled}"\n').examples[0].answers == answers


def test_that_several_answer_columns_are_several_accepted_answers(write: Write) -> None:
    table = read_table(write("a.csv", "q,a1,a2\nx,1,one\ny,2,\n"))
    found = to_examples(table, Mapping("q", ("a1", "a2")))
    assert [example.answers for example in found.examples] == [("1", "one"), ("2",)]


def test_that_a_split_column_is_respected_and_unknown_names_are_named(write: Write) -> None:
    table = read_table(write("a.csv", "text,label,split\na,1,train\nb,2,Dev\nc,3,TEST\n"))
    mapping = suggest_mapping(table)
    assert mapping.split == "split"
    assert to_examples(table, mapping).splits == (Split.TRAIN, Split.VALIDATION, Split.TEST)
    odd = read_table(write("b.csv", "text,label,split\na,1,train\nb,2,other\n"))
    assert suggest_mapping(odd).split == ""
    found = to_examples(odd, Mapping("text", "label", split="split"))
    assert str(found.errors[0]) == "Row 3: “other” names no split; use train, validation or test."


def test_that_answers_are_labels_only_if_they_are_few_and_repeated() -> None:
    def examples(*answers: str) -> list[Example]:
        return [Example(i, str(i), (answer,)) for i, answer in enumerate(answers)]

    assert label_set(examples("b", "a", "a", "b", "a")) == ("a", "b")
    assert label_set(examples("a", "b", "c", "a")) == ()
    assert label_set(examples("a", "a")) == ()
    assert label_set(examples(*(str(i) for i in range(51)), *(str(i) for i in range(51)))) == ()


def _examples(write: Write, text: str) -> ExampleSet:
    return to_examples(read_table(write("a.csv", text)), Mapping("text", "label"))
