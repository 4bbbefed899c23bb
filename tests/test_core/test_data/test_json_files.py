"""JSON, JSONL and the forms of OpenAI's files, through `read_table`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import FileFormat, read_table, suggest_mapping, to_examples
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]


def _lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.json", '[{"q": "1", "a": "2"}]', FileFormat.JSON),
        ("a.json", '{\n "examples": [\n {"q": "1", "a": "2"}]}', FileFormat.JSON),
        ("a.json", '{"canary": "x", "data": [{"q": "1", "a": "2"}]}', FileFormat.JSON),
        ("a.json", '{"q": "1", "a": "2"}\n{"q": "3", "a": "4"}\n', FileFormat.JSONL),
        ("a.jsonl", '[{"q": "1", "a": "2"}]', FileFormat.JSON),
        ("a.jsonl", '{"q": "1", "a": "2"}\n', FileFormat.JSONL),
        ("a", '{"q": "1", "a": "2"}\n', FileFormat.JSONL),
        ("a.data", '[{"q": "1", "a": "2"}]', FileFormat.JSON),
    ],
)
def test_that_the_content_decides_between_json_and_jsonl(write: Write, name: str, text: str, form: FileFormat) -> None:
    table = read_table(write(name, text))
    assert table.format is form
    assert table.columns == ("q", "a")
    assert table.rows[0].cells == ("1", "2")


def test_that_numbers_keep_their_written_form_and_nested_values_become_compact_json(write: Write) -> None:
    table = read_table(write("a.jsonl", '{"n": 1.50, "b": true, "z": null, "o": {"k": [1,  2.0]}, "s": "\\u00e9"}\n'))
    assert table.rows[0].cells == ("1.50", "true", "", '{"k":[1,2.0]}', "é")


def test_that_missing_keys_are_empty_cells(write: Write) -> None:
    table = read_table(write("a.jsonl", _lines({"a": "1"}, {"b": "2"})))
    assert [row.cells for row in table.rows] == [("1", ""), ("", "2")]


def test_that_broken_lines_are_named_by_their_line(write: Write) -> None:
    table = read_table(write("a.jsonl", '{"a": 1}\n\n{"a": NaN}\n[1]\n{"a": "cut\n{"a": "\\ud83d"}\n{"a": 2}\n'))
    assert [row.number for row in table.rows] == [1, 3, 6, 7]
    assert [row.cells for row in table.rows] == [("1",), ("",), ("\ufffd",), ("2",)]
    assert [error.row for error in table.errors] == [4, 5]
    assert table.errors[0].message == "is not a JSON object."
    assert "rows 3, 6" in table.notes[0]


def test_that_a_jsonl_line_of_100_mb_is_skipped_and_named_within_seconds(write: Write) -> None:
    table = read_table(write("a.jsonl", b'{"a":"b"}\n{"a":"' + b"x" * 100_000_000 + b'"}\n{"a":"c"}\n'))
    assert [row.number for row in table.rows] == [1, 3]
    assert "100,000,00" in table.errors[0].message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[{"a":', "not valid JSON"),
        ('["a", "b"]', "Row 1 is not a JSON object"),
        ('{\n"a": "b"}', "without a list of rows"),
        ("[]", "no rows"),
    ],
)
def test_that_json_without_rows_is_refused_with_a_sentence(write: Write, text: str, sentence: str) -> None:
    with pytest.raises(DatasetError, match=sentence):
        read_table(write("a.json", text))


def test_that_evals_samples_become_system_input_and_ideal(write: Write) -> None:
    sample = {
        "input": [{"role": "system", "content": "Sort the words."}, {"role": "user", "content": "b a"}],
        "ideal": ["a b", "a, b"],
    }
    table = read_table(write("samples.jsonl", _lines(sample)))
    assert table.columns == ("system", "input", "ideal")
    found = to_examples(table, suggest_mapping(table))
    assert found.examples[0].input == "b a"
    assert found.examples[0].answers == ("a b", "a, b")
    assert found.examples[0].variables == (("system", "Sort the words."),)


def test_that_an_evals_sample_of_a_system_message_alone_has_it_as_input(write: Write) -> None:
    table = read_table(write("s.jsonl", _lines({"input": [{"role": "system", "content": "2+2="}], "ideal": "4"})))
    assert table.columns == ("input", "ideal")
    assert table.rows[0].cells == ("2+2=", "4")


def test_that_a_conversation_of_several_turns_names_its_speakers(write: Write) -> None:
    turns = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}, {"role": "user", "content": "c"}]
    table = read_table(write("s.jsonl", _lines({"input": turns, "ideal": "d"})))
    assert table.rows[0].cells[0] == "user: a\n\nassistant: b\n\nuser: c"


def test_that_items_of_the_evals_api_are_flat_and_samples_are_kept_as_variables(write: Write) -> None:
    row = {"item": {"question": "1+1", "correct_label": "2"}, "sample": {"output_text": "3", "model": "m"}}
    exported = {"object": "eval.run.output_item", "datasource_item": {"question": "2+2", "correct_label": "4"}}
    table = read_table(write("s.jsonl", _lines(row)))
    assert table.columns == ("question", "correct_label", "sample.output_text", "sample.model")
    mapping = suggest_mapping(table)
    assert (mapping.input, mapping.answer) == ("question", "correct_label")
    assert read_table(write("o.jsonl", _lines(exported))).columns == ("object", "question", "correct_label")


def test_that_fine_tuning_chats_become_input_and_answer(write: Write) -> None:
    parts = [{"type": "input_text", "text": "hi "}, {"type": "text", "text": "there"}]
    chat = {"messages": [{"role": "user", "content": parts}, {"role": "assistant", "content": "yo"}]}
    graded = {"messages": [{"role": "user", "content": "1+1"}], "reference_answer": 2}
    assert read_table(write("c.jsonl", _lines(chat))).rows[0].cells == ("hi there", "yo")
    assert read_table(write("g.jsonl", _lines(graded))).columns == ("input", "reference_answer")


def test_that_preference_rows_are_flat(write: Write) -> None:
    row = {
        "input": {"messages": [{"role": "user", "content": "hi"}]},
        "preferred_output": [{"role": "assistant", "content": "good"}],
        "non_preferred_output": [{"role": "assistant", "content": "bad"}],
    }
    table = read_table(write("p.jsonl", _lines(row)))
    assert table.rows[0].cells == ("hi", "good", "bad")
    assert suggest_mapping(table).answer == "preferred_output"


def test_that_turns_that_are_not_text_are_named(write: Write) -> None:
    image = {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]}
    call = {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": None}]}
    table = read_table(write("m.jsonl", _lines(image, call, {"messages": [{"role": "user", "content": "b"}]})))
    assert [str(error) for error in table.errors] == [
        "Row 1: the turn of the user has a part “image_url”, which is not text.",
        "Row 2: the turn of the assistant has no text.",
    ]


def test_that_a_dataset_of_the_prompt_optimizer_maps_the_expected_answer_not_the_models_output(write: Write) -> None:
    text = "company,output,rating,output_feedback,expected\nA,x,Good,fine,y\nB,z,Bad,too long,w\n"
    mapping = suggest_mapping(read_table(write("export.csv", text)))
    assert mapping.answer == "expected"
    assert {"output", "rating", "output_feedback"} <= set(mapping.variables)
