"""Formats by name, each in its published form: recognized by content, with the right column as the answer."""

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.data import Mapping, Table, read_table, suggest_mapping, to_examples
from core.data.formats import FORMATS
from core.data.json_rows import _flattened
from core.domain.example import Example

Write = Callable[[str, str | bytes], Path]
_OPTIONS = "Q?\nOptions:\n(A) no\n(B) yes"
_USER, _BOT, _SYSTEM = "user", "assistant", "system"


def _said(*turns: tuple[str, str], keys: tuple[str, str] = ("role", "content")) -> list[dict[str, str]]:
    return [{keys[0]: role, keys[1]: text} for role, text in turns]


def _read(write: Write, rows: list[Any], name: str = "a.jsonl") -> tuple[Table, Mapping, list[Example]]:
    table = read_table(write(name, "".join(f"{json.dumps(row)}\n" for row in rows)))
    mapping = suggest_mapping(table)
    return table, mapping, list(to_examples(table, mapping).examples)


_ROWS: dict[str, tuple[Any, str, str, str]] = {
    "openai": ({"messages": _said((_SYSTEM, "Be brief."), (_USER, "Hi"), (_BOT, "Hello"))}, "OpenAI", "Hi", "Hello"),
    "parts": ({"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}, *_said((_BOT, "Yo"))]},
              "OpenAI", "Hi", "Yo"),
    "sharegpt": ({"id": "7", "conversations": _said(("human", "Hi"), ("gpt", "Hello"), keys=("from", "value"))},
                 "ShareGPT", "Hi", "Hello"),
    "langsmith": ({"inputs": {"question": "Why?"}, "outputs": {"answer": "So."}, "metadata": {"a": 1}},
                  "LangSmith", "Why?", "So."),
    "langsmith chat": ({"inputs": {"messages": _said((_USER, "Why?"))}, "outputs": {"output": "So."}},
                       "LangSmith", "Why?", "So."),
    "langfuse": ({"id": "1", "status": "ACTIVE", "input": {"q": "Why?"}, "expectedOutput": {"r": "So."},
                  "datasetId": "d"},
                 "Langfuse", "Why?", "So."),
    "langfuse text": ({"id": "1", "status": "ACTIVE", "input": "Why?", "expectedOutput": "So.", "datasetId": "d"},
                      "Langfuse", "Why?", "So."),
    "kiln": ({"v": 1, "id": "1", "input": "Why?", "output": {"output": "So.", "rating": {"type": "five_star",
              "value": 5}}},
             "Kiln", "Why?", "So."),
    "kiln repaired": ({"id": "1", "input": "Why?", "output": {"output": "No."}, "repaired_output": {"output": "So."}},
                      "Kiln", "Why?", "So."),
    "argilla": ({"id": "1", "fields": {"text": "Why?"}, "responses": {"label": [{"value": "So.",
                 "status": "submitted"}]}},
                "Argilla", "Why?", "So."),
    "argilla hub": ({"text": "Why?", "label.responses": ["No.", "So.", "So."],
                     "label.responses.status": ["discarded", "submitted", "submitted"]}, "Argilla", "Why?", "So."),
    "label studio": ({"id": 1, "data": {"text": "Why?"}, "annotations": [
        {"was_cancelled": True, "result": [{"type": "choices", "from_name": "c", "value": {"choices": ["No."]}}]},
        {"result": [{"type": "choices", "from_name": "c", "value": {"choices": ["So."]}}]}]},
        "Label Studio", "Why?", "So."),
    "promptfoo": ({"vars": {"q": "Why?"}, "assert": [{"type": "cost", "threshold": 1}, {"type": "equals",
                   "value": "So."}]},
                  "promptfoo", "Why?", "So."),
    "lm-eval": ({"doc_id": 0, "doc": {"q": "Why?"}, "target": "So.", "arguments": [["Q: Why?\nA:", {"until": []}]],
                 "resps": [["x"]]}, "lm-eval", "Q: Why?\nA:", "So."),
    "lm-eval choice": ({"doc": {"q": "Y"}, "target": "1", "arguments": {"gen_args_0": {"arg_0": "Q?", "arg_1": " no"},
                        "gen_args_1": {"arg_0": "Q?", "arg_1": " yes"}}},
                       "lm-eval", _OPTIONS, "(B)"),
    "helm": ({"input": {"text": "Why?"}, "references": [{"output": {"text": "So."}, "tags": ["correct"]}],
              "split": "test"},
             "HELM", "Why?", "So."),
    "helm choice": ({"input": {"text": "Q?"}, "references": [{"output": {"text": "no"}, "tags": []},
                     {"output": {"text": "yes"}, "tags": ["correct"]}], "split": "train"},
                    "HELM", _OPTIONS, "(B)"),
    "squad": ({"id": "1", "title": "T", "context": "It is.", "question": "Why?", "answers": {"text": ["So."],
               "answer_start": [0]}}, "SQuAD", "It is.\n\nWhy?", "So."),
    "big-bench": ({"input": "Q?", "target_scores": {"no": 0, "yes": 1}}, "BIG-bench", _OPTIONS, "(B)"),
    "truthfulqa": ({"question": "Q?", "mc1_targets": {"choices": ["yes", "no"], "labels": [1, 0]}}, "TruthfulQA",
                   _OPTIONS, "(B)"),
    "translation": ({"translation": {"en": "Hi", "fr": "Salut"}}, "translations", "Hi", "Salut"),
    "prodigy": ({"text": "Why?", "options": [{"id": "So.", "text": "So"}], "accept": ["So."], "answer": "accept"},
                "Prodigy", "Why?", "So."),
    "preference": ({"chosen": _said((_USER, "Hi"), (_BOT, "Yo")), "rejected": _said((_USER, "Hi"), (_BOT, "No"))},
                   "preferred", "Hi", "Yo"),
    "completion": ({"prompt": _said((_USER, "Hi")), "completion": _said((_BOT, "Yo"))}, "completions", "Hi", "Yo"),
    "mmlu": ({"question": "Q?", "subject": "s", "choices": ["no", "yes"], "answer": 1}, "options",
             _OPTIONS, "(B)"),
    "arc": ({"id": "x", "question": "Q?", "choices": {"text": ["no", "yes"], "label": ["1", "2"]}, "answerKey": "2"},
            "options", _OPTIONS, "(B)"),
    "arc published": ({"id": "x", "question": {"stem": "Q?", "choices": [{"text": "no", "label": "A"},
                       {"text": "yes", "label": "B"}]}, "answerKey": "B"}, "options", _OPTIONS, "(B)"),
    "aqua": ({"question": "Q?", "options": ["A)no", "B)yes"], "rationale": "r", "correct": "B"}, "options",
             _OPTIONS, "(B)"),
    "medqa": ({"question": "Q?", "options": {"A": "no", "B": "yes"}, "answer": "yes", "meta": "x"}, "options",
              _OPTIONS, "(B)"),
    "race": ({"article": "It is.", "question": "Q?", "options": ["no", "yes"], "answer": "B"}, "options",
             "It is.\n\nQ?\nOptions:\n(A) no\n(B) yes", "(B)"),
    "hellaswag": ({"ctx": "She", "endings": ["no", "yes"], "label": "1"},
                  "options", "She\nOptions:\n(A) no\n(B) yes", "(B)"),
    "piqa": ({"goal": "Q?", "sol1": "no", "sol2": "yes", "label": 1}, "options", _OPTIONS, "(B)"),
    "winogrande": ({"sentence": "Q?", "option1": "no", "option2": "yes", "answer": "2"}, "options",
                   _OPTIONS, "(B)"),
}  # fmt: skip


@pytest.mark.parametrize("name", _ROWS)
def test_that_a_row_is_recognized_and_has_its_input_and_answer(write: Write, name: str) -> None:
    row, title, asked, answer = _ROWS[name]
    table, _, examples = _read(write, [row] * 3)
    assert table.roles is not None
    assert title in table.roles.format
    assert (examples[0].input, examples[0].answers) == (asked, (answer,))


def test_that_earlier_turns_stay_turns_and_a_shared_system_message_is_offered(write: Write) -> None:
    turns = _said((_SYSTEM, "You book."), (_USER, "A table."), (_BOT, "When?"), (_USER, "At six."), (_BOT, "18"))
    table, mapping, examples = _read(write, [{"messages": turns}] * 2)
    assert mapping.turns == "turns"
    assert examples[0].turns == (("user", "A table."), ("assistant", "When?"))
    assert (examples[0].input, examples[0].answer) == ("At six.", "18")
    assert table.roles is not None
    assert table.roles.system == "You book."
    other = {"messages": _said((_SYSTEM, "Else."), (_USER, "x"), (_BOT, "y"))}
    mixed, mapping, _ = _read(write, [{"messages": turns}, other], "b.jsonl")
    assert mixed.roles is not None
    assert mixed.roles.system == ""
    assert "system" in mapping.variables


def test_that_a_row_of_another_form_or_without_an_answer_costs_itself_alone(write: Write) -> None:
    good, _, _, _ = _ROWS["mmlu"]
    rows = [good] * 9 + [{**good, "answer": 7}]
    table, _, examples = _read(write, rows)
    assert len(examples) == 9
    assert [str(error) for error in table.errors] == ["Row 10: its answer “7” is none of its 2 options."]
    divided = {**_ROWS["argilla"][0], "responses": {"label": [{"value": "a"}, {"value": "b"}]}}
    table, _, _ = _read(write, [_ROWS["argilla"][0]] * 2 + [divided], "b.jsonl")
    assert "its annotators disagree: “a”, “b”" in str(table.errors[0])


def test_that_squad_as_published_keeps_paragraphs_together(write: Write) -> None:
    paragraphs = [
        {"context": f"Context {n}.", "qas": [
            {"id": f"{n}{k}", "question": f"Q{n} {k}?", "answers": [{"text": f"a{n}"}] * 2} for k in "ab"
        ]}
        for n in range(14)
    ]  # fmt: skip
    file = write("dev.json", json.dumps({"version": "v2", "data": [{"title": "T", "paragraphs": paragraphs}]}))
    table = read_table(file)
    mapping = suggest_mapping(table)
    assert (len(table.rows), mapping.group) == (28, "context")
    assert to_examples(table, mapping).examples[3].answers == ("a1",)


def test_that_promptfoo_in_csv_yaml_and_a_configuration_give_the_same_rows(write: Write) -> None:
    csv = "text,lang,__expected\nHello,fr,equals: Bonjour\nBye,fr,Au revoir\n"
    csv += 'x,fr,"icontains-any: a, b"\ny,fr,llm-rubric: is kind\n'
    table = read_table(write("t.csv", csv))
    found = to_examples(table, suggest_mapping(table))
    assert [example.answers for example in found.examples] == [("Bonjour",), ("Au revoir",), ("a", "b")]
    assert "name no expected text" in str(found.errors[0])
    yaml = "- vars: {text: Hello}\n  assert: [{type: equals, value: 'Bonjour {{text}}'}]\n"
    table = read_table(write("t.yaml", yaml))
    assert to_examples(table, suggest_mapping(table)).examples[0].answers == ("Bonjour Hello",)
    config = f"prompts: ['Say {{{{text}}}}']\nproviders: [a]\ndefaultTest: {{vars: {{lang: fr}}}}\ntests:\n{yaml}"
    table = read_table(write("c.yaml", config))
    assert table.rows[0].cells[:2] == ("fr", "Hello")
    assert "Prompt 1 of the file: “Say {{text}}”." in table.notes
    assert "Not taken over: providers." in table.notes


def test_that_tables_with_a_column_per_option_show_the_options(write: Write) -> None:
    headless = "".join(f'"What is {n}, and why?",no,yes,maybe,{"ABC"[n % 3]}\n' for n in range(12))
    table = read_table(write("anatomy_test.csv", headless))
    found = to_examples(table, suggest_mapping(table))
    assert found.examples[1].input == "What is 1, and why?\nOptions:\n(A) no\n(B) yes\n(C) maybe"
    assert [example.answer for example in found.examples[:3]] == ["(A)", "(B)", "(C)"]
    named = "question,A,B,C,D,answer\n" + "".join(f"Q{n}?,w,x,y,z,{'ABCD'[n % 4]}\n" for n in range(8))
    table = read_table(write("b.csv", named))
    assert to_examples(table, suggest_mapping(table)).examples[2].answer == "(C)"


_VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 9), st.text(max_size=6), st.floats(allow_nan=False)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)
_KEYS = sorted({key for row, *_ in _ROWS.values() for key in row})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(fields=st.dictionaries(st.sampled_from(_KEYS), _VALUE, max_size=5))
def test_that_no_object_makes_a_format_crash(fields: dict[str, Any]) -> None:
    for form in FORMATS:
        if form.matches(fields):
            with contextlib.suppress(ValueError):
                _flattened(form, fields)
