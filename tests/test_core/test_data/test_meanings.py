"""What columns mean: guessed by their names in many languages and by their content, or as a person says."""

from collections.abc import Sequence

import pytest

from core.data import Mapping, Row, Table, chosen_mapping, suggest_mapping, to_examples
from core.errors import DatasetError


def _table(header: str, rows: Sequence[Sequence[str]] = (), n: int = 12) -> Table:
    columns = tuple(header.split("|"))
    made = rows or [[f"{name} number {place}" for name in columns] for place in range(n)]
    return Table("t.csv", columns, tuple(Row(place, tuple(cells)) for place, cells in enumerate(made, 2)))


@pytest.mark.parametrize(
    ("header", "input_", "answer"),
    [
        ("Frage|Antwort", "Frage", "Antwort"),
        ("Antwort|Frage", "Frage", "Antwort"),
        ("Phrase|Catégorie", "Phrase", "Catégorie"),
        ("pregunta|respuesta", "pregunta", "respuesta"),
        ("pergunta|resposta", "pergunta", "resposta"),
        ("domanda|risposta", "domanda", "risposta"),
        ("вопрос|ответ", "вопрос", "ответ"),
        ("问题|答案", "问题", "答案"),
        ("質問|回答", "質問", "回答"),
        ("질문|정답", "질문", "정답"),
        ("السؤال|الجواب", "السؤال", "الجواب"),
        ("प्रश्न|उत्तर", "प्रश्न", "उत्तर"),
        ("pytanie|odpowiedź", "pytanie", "odpowiedź"),
        ("soru|cevap", "soru", "cevap"),
        ("vraag|antwoord", "vraag", "antwoord"),
        ("userQuestion|groundTruth|createdAt", "userQuestion", "groundTruth"),
        ("traceId|inputText|expectedOutput|status", "inputText", "expectedOutput"),
        ("Kundenanfrage|Zielkategorie", "Kundenanfrage", "Zielkategorie"),
        ("用户问题|参考答案|编号", "用户问题", "参考答案"),
        ("Q|A", "Q", "A"),
        ("en|fi", "en", "fi"),
        ("article|highlights|id", "article", "highlights"),
        ("dialogue|summary|uuid", "dialogue", "summary"),
        ("Category|Question|Best Answer|Source", "Question", "Best Answer"),
        ("id|headline|verdict", "headline", "verdict"),
    ],
)
def test_that_input_and_answer_are_found_by_their_names(header: str, input_: str, answer: str) -> None:
    found = suggest_mapping(_table(header))
    assert (found.input, found.answer) == (input_, answer)


@pytest.mark.parametrize("odd", ["id", "status", "metadata", "created_at", "rowId", "Timestamp", "状态"])
def test_that_an_id_a_status_or_metadata_is_never_the_answer(odd: str) -> None:
    rows = [[f"a long text number {place}", "ACTIVE", f"short {place}"] for place in range(12)]
    found = suggest_mapping(_table(f"words|{odd}|reply to it", rows))
    assert found.answer == "reply to it"
    assert odd in found.variables


def test_that_of_two_columns_of_labels_the_later_one_is_the_answer() -> None:
    rows = [[f"mail number {place} about a thing", "hl"[place % 2], "IHO"[place % 3]] for place in range(12)]
    assert suggest_mapping(_table("mail|urgency|team", rows)).answer == "team"


@pytest.mark.parametrize(
    ("header", "template"),
    [
        ("instruction|input|output", "{{instruction}}\n\n{{input}}"),
        ("instruction|context|response|category", "{{instruction}}\n\n{{context}}"),
        ("context|question|answer", "{{context}}\n\n{{question}}"),
        ("premise|hypothesis|label", "premise: {{premise}}\nhypothesis: {{hypothesis}}"),
    ],
)
def test_that_an_input_of_several_columns_is_put_together(header: str, template: str) -> None:
    table = _table(header)
    found = suggest_mapping(table)
    assert found.template == template
    first = to_examples(table, found).examples[0]
    assert all(f"{name} number 0" in first.input for name in header.split("|")[:2])


def test_that_empty_parts_leave_no_gap_and_cost_no_row() -> None:
    table = _table("instruction|input|output", [["Say hello.", "", "Hello."], ["Add.", "1 and 2", "3"]])
    found = to_examples(table, suggest_mapping(table))
    assert [example.input for example in found.examples] == ["Say hello.", "Add.\n\n1 and 2"]


def test_that_a_chosen_answer_costs_no_column() -> None:
    rows = [[f"mail {place} about a parcel", "ab"[place % 2], "xyz"[place % 3]] for place in range(12)]
    table = _table("mail|team|urgency", rows)
    assert suggest_mapping(table).answer == "urgency"
    chosen = chosen_mapping(table, answers=("team",))
    assert (chosen.answer, chosen.variables) == ("team", ("urgency",))
    other = chosen_mapping(table, inputs=("team",))
    assert (other.input, other.answer, other.variables) == ("team", "urgency", ("mail",))


def test_that_a_prompt_that_names_a_column_keeps_it_out_of_the_input() -> None:
    table = _table("question|context|answer")
    chosen = chosen_mapping(table, prompt="{{context}} {{input}}")
    assert (chosen.input, chosen.template, chosen.variables) == ("question", "", ("context",))


def test_that_several_inputs_are_joined_and_none_switches_a_guess_off() -> None:
    rows = [[f"title {n}", f"body {n}", "ab"[n % 2], ("train", "dev", "test")[n % 3]] for n in range(12)]
    table = _table("title|body|label|split", rows)
    chosen = chosen_mapping(table, inputs=("title", "body"), split="none")
    assert (chosen.template, chosen.split) == ("{{title}}\n\n{{body}}", "")
    assert "split" in chosen.variables
    with pytest.raises(DatasetError, match="cannot be input and answer"):
        chosen_mapping(table, inputs=("title",), answers=("title",))
    with pytest.raises(DatasetError, match="no column “boddy”"):
        chosen_mapping(table, inputs=("boddy",))


@pytest.mark.parametrize(
    ("cells", "multiple"),
    [
        (['["joy"]', '["joy","love"]', '["love"]', "[]"] * 5, True),
        (["slow, login", "slow", "login", "billing"] * 5, True),
        (["Paris, France", "Rome, Italy", "Oslo, Norway"] * 5, False),
        (["yes", "no"] * 8, False),
        ([f'["name {n}","alias {n}"]' for n in range(12)], False),
    ],
)
def test_that_sets_of_labels_are_told_from_other_lists(cells: list[str], multiple: bool) -> None:
    table = _table("text|tags", [[f"text {n}", cell] for n, cell in enumerate(cells)])
    found = suggest_mapping(table)
    assert found.multiple is multiple
    if multiple:
        assert "set of labels" in to_examples(table, found).warnings[0]


def test_that_lists_under_answers_are_alternatives_and_that_is_said() -> None:
    table = _table("text|answers", [[f"text {n}", '["yes","yeah"]'] for n in range(12)])
    found = to_examples(table, suggest_mapping(table))
    assert found.examples[0].answers == ("yes", "yeah")
    assert found.warnings == ("12 answers hold a list: any one of its items is accepted.",)


def test_that_an_empty_answer_is_a_row_with_an_error_or_what_a_person_says() -> None:
    table = _table("text|person", [[f"text {n}", "" if n % 3 else "Ada"] for n in range(12)])
    found = to_examples(table, suggest_mapping(table))
    assert len(found.errors) == 8
    assert "--empty-answer" in found.warnings[0]
    said = to_examples(table, Mapping("text", "person", blank="nobody"))
    assert [example.answer for example in said.examples[:3]] == ["Ada", "nobody", "nobody"]
    assert said.warnings == ("8 empty answers became “nobody”.",)
