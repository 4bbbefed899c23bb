"""Files as further tools and benchmarks write them: what is asked, and what is right, in the first row of each."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.data import guess_answer, read_table, suggest_mapping, to_examples
from core.domain.example import Split
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]
_N = range(24)
_TEXT = [f"Review number {n}: the soup was {'cold' if n % 2 else 'fine'} that day." for n in _N]
_LABEL = ["bad" if n % 2 else "good" for n in _N]
_Q = [f"What is {n} plus {n + 3}?" for n in _N]
_A = [str(2 * n + 3) for n in _N]
_REVIEW, _SUM = (_TEXT[0], "good"), (_Q[0], "3")


def _lines(rows: Sequence[object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _csv(*rows: Sequence[object]) -> str:
    made = io.StringIO()
    csv.writer(made).writerows(rows)
    return made.getvalue()


def _object(**fields: object) -> str:
    return json.dumps(fields)


_FILES: dict[str, tuple[str, tuple[str, str], str]] = {
    "langfuse.csv": (
        _csv(
            ["id", "input", "expected_output", "metadata", "status"],
            *([f"i{n}", _object(question=_Q[n]), _object(answer=_A[n]), "{}", "ACTIVE"] for n in _N),
        ),
        _SUM,
        "number",
    ),
    "langsmith.csv": (
        _csv(["id", "inputs", "outputs"], *([n, _object(question=_Q[n]), _object(answer=_A[n])] for n in _N)),
        _SUM,
        "number",
    ),
    "braintrust.jsonl": (
        _lines([{"input": {"question": _Q[n]}, "expected": {"answer": _A[n]}, "tags": ["x"]} for n in _N]),
        _SUM,
        "number",
    ),
    "mlflow.jsonl": (
        _lines([{"inputs": {"question": _Q[n]}, "expectations": {"expected_response": _A[n]}} for n in _N]),
        _SUM,
        "number",
    ),
    "ragas.jsonl": (
        _lines([{"question": _Q[n], "contexts": ["c"], "answer": "a model's", "ground_truth": _A[n]} for n in _N]),
        _SUM,
        "number",
    ),
    "ragas2.jsonl": (
        _lines([{"user_input": _Q[n], "response": "a model's", "reference": _A[n]} for n in _N]),
        _SUM,
        "number",
    ),
    "argilla1.jsonl": (
        _lines([
            {
                "fields": {"text": _TEXT[n]},
                "responses": [{"user_id": "u", "values": {"label": {"value": _LABEL[n]}}, "status": "submitted"}],
            }
            for n in _N
        ]),
        _REVIEW,
        "label",
    ),
    "argilla0.jsonl": (
        _lines([
            {
                "inputs": {"text": _TEXT[n]}, "prediction": [{"label": "bad", "score": 0.9}], "annotation": _LABEL[n],
                "status": "Validated", "id": f"a{n}",
            }
            for n in _N
        ]),
        _REVIEW,
        "label",
    ),
    "spacy.jsonl": (
        _lines([{"text": _TEXT[n], "cats": {"good": 1 - n % 2, "bad": n % 2}} for n in _N]),
        _REVIEW,
        "label",
    ),
    "xtuner.json": (
        json.dumps([{"conversation": [{"system": "Add.", "input": _Q[n], "output": _A[n]}]} for n in _N]),
        _SUM,
        "number",
    ),
    "items.json": (
        json.dumps([
            {"id": n, "items": [{"from": "human", "value": _Q[n]}, {"from": "gpt", "value": _A[n]}]} for n in _N
        ]),
        _SUM,
        "number",
    ),
    "preferred.json": (
        json.dumps([
            {
                "conversations": [{"from": "human", "value": _Q[n]}],
                "chosen": {"from": "gpt", "value": _A[n]},
                "rejected": {"from": "gpt", "value": "no"},
            }
            for n in _N
        ]),
        _SUM,
        "number",
    ),
    "results.json": (
        _object(
            evalId="e",
            config={"prompts": ["p"]},
            results={
                "version": 3,
                "results": [
                    {"testCase": {"vars": {"q": _Q[n]}, "assert": [{"type": "equals", "value": _A[n]}]}}
                    for n in [*_N, *_N]
                ],
            },
        ),
        _SUM,
        "number",
    ),
    "rasa.yml": (
        "version: '3.1'\nnlu:\n- intent: greet\n  examples: |\n"
        + "".join(f"    - hello {n}\n" for n in range(12))
        + "- intent: leave\n  examples: |\n"
        + "".join(f"    - bye {n}\n" for n in range(12)),
        ("hello 0", "greet"),
        "label",
    ),
    "numbers-as-options.jsonl": (
        _lines([{"question": _Q[n], "choices": ["1", _A[n], "9", "10"], "answer": 1} for n in _N]),
        (f"{_Q[0]}\nOptions:\n(A) 1\n(B) 3\n(C) 9\n(D) 10", "(B)"),
        "choice",
    ),
    "label-first.txt": ("".join(f"{n % 2} {_TEXT[n]}\n" for n in _N), (_TEXT[0], "0"), "label"),
    "trec.txt": (
        "".join(f"{['NUM:count', 'LOC:city'][n % 2]} How many{', or where,' * (n % 3 > 0)} is {n}?\n" for n in _N),
        ("How many is 0?", "NUM:count"),
        "label",
    ),
    "classes-first.csv": (
        _csv(*([1 + n % 4, f"Title {n}", _TEXT[n]] for n in _N)),
        (_TEXT[0], "1"),
        "label",
    ),
    "number-label-text.tsv": (
        "".join(f"{700 + n}\t{_LABEL[n]}\t{_TEXT[n]}\n" for n in _N),
        _REVIEW,
        "label",
    ),
    "marked.tsv": (
        "".join(f"gj04\t{n % 2}\t{'*' if n % 2 else ''}\t{_TEXT[n]}\n" for n in _N),
        (_TEXT[0], "0"),
        "label",
    ),
    "similar.csv": (
        _csv(["sentence1", "sentence2", "score"], *([_TEXT[n], _TEXT[-n], f"{n % 5}.{n}"] for n in _N)),
        (f"sentence1: {_TEXT[0]}\nsentence2: {_TEXT[0]}", "0.0"),
        "number",
    ),
    "decision.jsonl": (
        _lines([{"question": _Q[n], "long_answer": f"because {n}", "final_decision": ["yes", "no"][n % 2]}
                for n in _N]),
        (_Q[0], "yes"),
        "label",
    ),
    "decimals.csv": (
        "Frage;Antwort\n" + "".join(f"Wie viel ist {n},5 mal 2?;{2 * n + 1},0\n" for n in _N),
        ("Wie viel ist 0,5 mal 2?", "1,0"),
        "number",
    ),
    "deeper.json": (
        _object(meta={"v": 1}, payload={"items": [{"text": _TEXT[n], "label": _LABEL[n]} for n in _N]}),
        _REVIEW,
        "label",
    ),
    "pairs.json": (json.dumps(dict(zip(_TEXT, _LABEL, strict=True))), _REVIEW, "label"),
    "tags.csv": (
        _csv(["text", "tags"], *([_TEXT[n], "; ".join(["a", "b", "c"][: 1 + n % 3])] for n in _N)),
        (_TEXT[0], "a"),
        "labels",
    ),
    "printed.csv": (
        _csv(["text", "labels"], *([_TEXT[n], str(["a", "b", "c"][: 1 + n % 3])] for n in _N)),
        (_TEXT[0], "a"),
        "labels",
    ),
    "numpy.csv": (
        _csv(["text", "labels"], *([_TEXT[n], str(["b", "a"][: 1 + n % 2]).replace(",", "")] for n in _N)),
        (_TEXT[0], "b"),
        "labels",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _FILES)
def test_that_a_file_of_a_tool_is_read_as_the_tool_means_it(write: Write, name: str) -> None:
    content, (asked, right), kind = _FILES[name]
    table = read_table(write(name, content))
    mapping = suggest_mapping(table)
    found = to_examples(table, mapping)
    assert not found.errors
    assert len(found.examples) == len(_N)
    assert (found.examples[0].input, found.examples[0].answer) == (asked, right)
    assert guess_answer(found.examples, column=mapping.answers[0], multiple=mapping.multiple).kind == kind


def test_that_splits_one_level_deeper_are_splits(write: Write) -> None:
    rows = [{"text": text, "label": label} for text, label in zip(_TEXT, _LABEL, strict=True)]
    table = read_table(write("a.json", _object(data={"train": rows[:10], "test": rows[10:]})))
    splits = to_examples(table, suggest_mapping(table)).splits
    assert (splits.count(Split.TRAIN), splits.count(Split.TEST)) == (10, 14)


def test_that_a_turn_of_a_tool_is_named(write: Write) -> None:
    turns = [{"from": "human", "value": "q"}, {"from": "function_call", "value": "{}"}, {"from": "gpt", "value": "a"}]
    with pytest.raises(DatasetError, match="spoken by “function_call”"):
        read_table(write("a.json", json.dumps([{"conversations": turns}] * 3)))
