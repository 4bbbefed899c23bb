"""Rows within rows, labels over columns, questions in blocks, and text files that are refused by their name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.data import read_table, suggest_mapping, to_examples
from core.data.contracts import guess_answer
from core.domain.task import AnswerKind
from core.errors import DatasetError

Write = Callable[[str, str | bytes], Path]

_N = range(20)
_DATE = {"day": "", "month": "", "year": ""}


def _lines(*rows: object) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def _said(n: int) -> str:
    return f"Please do thing number {n}"


_RACE = [{"article": f"Story {n}.", "questions": ["Who?", "When?"], "options": [["a", "b"], ["c", "d"]],
          "answers": ["A", "B"], "id": f"{n}.txt"} for n in _N]  # fmt: skip
_DROP = {f"p{n}": {"passage": f"Game {n}.", "qa_pairs": [
    {"question": "How many?", "answer": {"number": str(n), "date": _DATE, "spans": []}},
    {"question": "Who?", "answer": {"number": "", "date": _DATE, "spans": ["Ann"]}}]} for n in _N}  # fmt: skip
_SEEDS = [{"id": n, "instruction": f"Sum {n}", "instances": [{"input": str(n), "output": str(n)}]} for n in _N]
_INTENTS = {"intents": [{"tag": "hi", "patterns": [_said(n) for n in _N], "responses": ["x"]},
                        {"tag": "bye", "patterns": [f"bye {n}" for n in _N], "responses": ["y"]}]}  # fmt: skip
_FLOW = {"intents": [{"name": name, "trainingPhrases": [{"parts": [{"text": "do "}, {"text": f"{name} {n}"}]}
                                                        for n in _N]} for name in ("hi", "bye")]}  # fmt: skip
_SNIPS = {name: [{"data": [{"text": f"{name} "}, {"text": str(n)}]} for n in _N] for name in ("hi", "bye")}
_TREE = [{"message_id": f"m{n}", "parent_id": f"m{n - 1}" if n % 2 else None,
          "role": "assistant" if n % 2 else "prompter", "text": _said(n)} for n in _N]  # fmt: skip
_SPACY = [[_said(n), {"cats": {"a": n % 2 == 0, "b": n % 2 == 1}}] for n in _N]
_GEMINI = [
    {
        "systemInstruction": {"parts": [{"text": "Route."}]},
        "contents": [{"role": "user", "parts": [{"text": _said(n)}]}, {"role": "model", "parts": [{"text": "ok"}]}],
    }
    for n in _N
]
_HUMAN = [{"chosen": f"\n\nHuman: {_said(n)}\n\nAssistant: Yes", "rejected": "\n\nHuman: x\n\nAssistant: No"}
          for n in _N]  # fmt: skip
_ULTRA = [{"id": str(n), "data": ["Hi", "Hello", _said(n), "Done"]} for n in _N]
_TRIVIA = {"Data": [{"Question": f"Who {n}?", "Answer": {"Value": f"V{n}", "Aliases": [f"v {n}"]}} for n in _N]}
_COPA = [{"premise": f"It rained {n}.", "choice1": "Wet.", "choice2": "Dry.", "question": "effect", "label": 0}
         for n in _N]  # fmt: skip
_VIEWER = {"features": [{"name": "label", "type": {"names": ["neg", "pos"], "_type": "ClassLabel"}}],
           "rows": [{"row_idx": n, "row": {"text": _said(n), "label": n % 2}} for n in _N]}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "count", "first", "answers"),
    [
        (_RACE, 40, "Story 0.\n\nWho?\nOptions:\n(A) a\n(B) b", ("(A)",)),
        (_DROP, 40, "Game 0.\n\nHow many?", ("0",)),
        (_SEEDS, 20, "Sum 0\n\n0", ("0",)),
        (_INTENTS, 40, "Please do thing number 0", ("hi",)),
        (_FLOW, 40, "do hi 0", ("hi",)),
        (_SNIPS, 40, "hi 0", ("hi",)),
        (_TREE, 10, "Please do thing number 0", ("Please do thing number 1",)),
        (_SPACY, 20, "Please do thing number 0", ("a",)),
        (_GEMINI, 20, "Please do thing number 0", ("ok",)),
        (_HUMAN, 20, "Please do thing number 0", ("Yes",)),
        (_ULTRA, 20, "Please do thing number 0", ("Done",)),
        (_TRIVIA, 20, "Who 0?", ("V0", "v 0")),
        (_COPA, 20, "It rained 0.\nWhat was the effect?\nOptions:\n(A) Wet.\n(B) Dry.", ("(A)",)),
        (_VIEWER, 20, "Please do thing number 0", ("neg",)),
    ],
    ids=lambda value: None,
)
def test_that_each_published_nesting_becomes_its_rows(
    write: Write, content: object, count: int, first: str, answers: tuple[str, ...]
) -> None:
    for name, text in (
        ("a.json", json.dumps(content)),
        ("a.jsonl", _lines(*content) if isinstance(content, list) else ""),
    ):
        if not text or (name == "a.jsonl" and isinstance(content, list) and isinstance(content[0], list)):
            continue
        table = read_table(write(name, text))
        found = to_examples(table, suggest_mapping(table)).examples
        assert (len(found), found[0].input, found[0].answers) == (count, first, answers)
        assert len({row.row for row in found}) == count


def test_that_questions_of_one_article_stay_together(write: Write) -> None:
    table = read_table(write("a.json", json.dumps(_RACE)))
    assert suggest_mapping(table).group == "article_id"


@pytest.mark.parametrize(
    ("flags", "answer", "kind"),
    [
        ([(1, 0, 0), (0, 1, 0), (0, 0, 1)], "label", AnswerKind.LABEL),
        ([(1, 1, 0), (0, 0, 0), (0, 0, 1)], "labels", AnswerKind.LABELS),
    ],
)
def test_that_labels_over_columns_are_one_answer_and_no_variables(
    write: Write, flags: list[tuple[int, ...]], answer: str, kind: AnswerKind
) -> None:
    rows = [f'{n},"{_said(n)}",{",".join(map(str, flags[n % 3]))}\n' for n in range(30)]
    table = read_table(write("a.csv", "id,comment,rude,sad,new\n" + "".join(rows)))
    mapping = suggest_mapping(table)
    found = to_examples(table, mapping).examples
    assert (mapping.input, mapping.answers) == ("comment", (answer,))
    assert not {"rude", "sad", "new"} & set(mapping.variables)
    assert guess_answer(found, column=answer, multiple=mapping.multiple).kind is kind
    assert "rude, sad, new hold 0 and 1" in " ".join(table.notes)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("Q: ", "A: "), ("Question 3: ", "Answer 3: "), ("**Input:** ", "**Output:** "), ("问：", "答：")],
)
def test_that_questions_and_answers_in_blocks_are_rows(write: Write, asked: str, answered: str) -> None:
    text = "".join(f"{asked}{_said(n)}\nand more\n{answered}yes {n}\n\n" for n in _N)
    table = read_table(write("a.txt", text + f"{asked}no answer\n"))
    assert [row.cells for row in table.rows] == [(f"{_said(n)}\nand more", f"yes {n}") for n in _N]
    assert [error.row for error in table.errors] == [len(_N) * 4 + 1]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.xml", "<?xml version='1.0'?>\n<rows><r a='1'/></rows>\n", "is an XML file"),
        ("a.html", "<!DOCTYPE html>\n<table><tr><td>a</td></tr></table>\n", "is an HTML page"),
        ("a.sql", "INSERT INTO t (a, b) VALUES ('x', 'y');\n", "a script in SQL"),
        ("a.txt", "EU B-ORG\nrejects O\nGerman B-MISC\ncall O\n\n" * 5, "tagged tokens"),
        ("a.txt", "1 1:0.5 7:2\n-1 2:0.5\n+1 3:1 4:1\n1 1:1\n", "LIBSVM"),
    ],
)
def test_that_a_text_file_of_another_sort_is_refused_by_its_name(write: Write, name: str, text: str, said: str) -> None:
    with pytest.raises(DatasetError, match=said):
        read_table(write(name, text))


def test_that_a_solution_with_a_box_is_a_number_where_all_boxes_are(write: Write) -> None:
    rows = [{"problem": f"{n}+1?", "solution": f"First {n}. So $\\boxed{{{n + 1}}}$."} for n in _N]
    table = read_table(write("a.json", json.dumps(rows)))
    mapping = suggest_mapping(table)
    assert guess_answer(to_examples(table, mapping).examples, column="solution").kind is AnswerKind.NUMBER
