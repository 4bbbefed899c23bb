"""The bank: wordings by kind of answer, language and sort of labels, that keep what is the person's."""

from dataclasses import replace
from itertools import cycle

import pytest

from core.domain.contract import contract_instruction
from core.domain.editing import problems
from core.domain.example import Example
from core.domain.prompt import Demonstration, Placement, Prompt
from core.domain.task import AnswerKind, Task
from core.operators.answers import answers_of, names_all
from core.operators.bank import wordings
from core.operators.language import language_of
from core.operators.sorts import sort_of

from .conftest import task_of

SEED = Prompt("What is this?")


def made_from(pairs: list[tuple[str, str]], n: int = 24) -> tuple[Example, ...]:
    source = cycle(pairs)
    return tuple(
        Example(i, f"{text} {i}", (answer,)) for i, (text, answer) in zip(range(1, n + 1), source, strict=False)
    )


KINDS = {
    AnswerKind.LABEL: made_from([("It rains a lot", "wet"), ("The sun burns", "dry")]),
    AnswerKind.LABELS: made_from([("It rains and storms", "wet, windy"), ("The sun burns", "dry"), ("Mild", "none")]),
    AnswerKind.CHOICE: made_from(
        [("Which is a fruit? (A) pear (B) stone", "(A)"), ("Which swims? (A) cat (B) eel", "(B)")]
    ),
    AnswerKind.NUMBER: made_from([("Two apples and three pears, how many?", "5"), ("Ten less four?", "6")]),
    AnswerKind.SPAN: made_from([("Ana met Tom in Rome on Friday", "Rome"), ("The key is in the drawer", "drawer")]),
    AnswerKind.LIST: made_from([("We saw a fox, a hen and an owl", "fox, hen, owl")]),
    AnswerKind.TEXT: made_from([("send the file", "Could you please send the file?")]),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("told", [False, True])
def test_that_every_kind_of_answer_has_eight_to_sixteen_different_wordings(kind: AnswerKind, *, told: bool) -> None:
    several = {AnswerKind.LABELS: ("dry", "wet", "windy"), AnswerKind.LABEL: ("dry", "wet")}
    labels = several.get(kind, ("(A)", "(B)") if kind is AnswerKind.CHOICE else ())
    instruction = contract_instruction(kind, labels) if told else ""
    task = task_of(KINDS[kind], kind, labels=labels, instruction=instruction)
    drafts = wordings(task, SEED, task.train)
    assert 8 <= len(drafts) <= 16
    assert len({draft.prompt.key for draft in drafts}) == len(drafts)
    assert SEED not in {draft.prompt for draft in drafts}
    assert not any("{the}" in draft.prompt.text or "{label" in draft.prompt.text for draft in drafts)
    assert {draft.operator for draft in drafts} == {"bank"}


def test_that_wordings_come_in_english_and_chinese(topics: Task) -> None:
    languages = {language_of(draft.prompt.text) for draft in wordings(topics, SEED, topics.train)}
    assert {"en", "zh"} <= languages


@pytest.mark.parametrize(
    ("begins", "text"),
    [
        ("Worum geht es?", "Ich warte auf die Rechnung und sie ist nicht da"),
        ("De quoi s’agit-il", "Je suis avec les enfants dans le jardin et il pleut"),
        ("¿De qué trata?", "No me gusta el café que sirven en la estación"),
        ("这句话讲的是什么主题", "我想知道我的包裹什么时候到"),
    ],
)
def test_that_rows_in_a_language_get_wordings_in_it_first(begins: str, text: str) -> None:
    rows = made_from([(text, "a"), (text, "b")])
    drafts = wordings(task_of(rows, AnswerKind.LABEL, labels=("a", "b")), SEED, rows)
    texts = [draft.prompt.text for draft in drafts]
    assert texts[0].startswith(begins)
    assert any("Which label fits" in text for text in texts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Non è che il treno sia in ritardo, ma della cosa non so molto"),
        ("pt", "Não sei o que fazer com as coisas do meu pai, são muito velhas"),
        ("", "Xyzzy plugh"),
        ("", "これは日本語の文です"),
        ("", ""),
    ],
)
def test_that_a_language_without_wordings_is_not_taken_for_another(language: str, text: str) -> None:
    assert language_of(text) == language


def test_that_the_labels_are_listed_where_nothing_else_lists_them(topics: Task) -> None:
    drafts = wordings(topics, SEED, topics.train)
    listed = [names_all(topics.contract.labels, draft.prompt.text) for draft in drafts]
    assert sum(listed) >= len(drafts) - 4
    assert not all(listed), "a model that is read by its labels may be confused by a list"


def test_that_what_the_contract_says_is_not_said_again(told_topics: Task) -> None:
    for draft in wordings(told_topics, SEED, told_topics.train):
        assert not any(names_all((label,), draft.prompt.text) for label in told_topics.contract.labels)


def test_that_labels_in_the_persons_own_words_are_not_listed_twice(topics: Task) -> None:
    seed = Prompt("Is the sentence on garden, kitchen or travel?")
    for draft in wordings(topics, seed, topics.train):
        assert draft.prompt.text.count("kitchen") <= 1, draft.prompt.text


@pytest.mark.parametrize(
    "seed",
    [
        Prompt("Sort this: {{input}}"),
        Prompt("{{customer}} wrote a sentence. Sort it."),
        Prompt("Text: {{input}}\nCustomer: {{customer}}\nTopic:"),
        Prompt("Sort it. Never explain.", locked=("Never explain.",)),
        Prompt("Sort it.", (Demonstration("an oven", "kitchen"),)),
    ],
    ids=lambda seed: seed.text[:20],
)
def test_that_placeholders_locked_spans_and_demonstrations_of_the_prompt_stay(seed: Prompt, topics: Task) -> None:
    drafts = wordings(topics, seed, topics.train)
    assert len(drafts) >= 8
    for draft in drafts:
        assert problems(seed, draft.prompt.text, ["customer"]) == ()
        assert draft.prompt.text.count("{{input}}") <= 1
        assert draft.prompt.demonstrations == seed.demonstrations
        assert draft.prompt.locked == seed.locked


def test_that_a_wording_places_the_input_as_the_tasks_template_does(rows: tuple[Example, ...]) -> None:
    task = task_of(rows, AnswerKind.LABEL, labels=("garden", "kitchen", "travel"), template="Note: {{input}}\nTopic:")
    placing = [d.prompt.text for d in wordings(task, SEED, rows) if "{{input}}" in d.prompt.text]
    assert placing
    assert all("Note: {{input}}" in text for text in placing)


@pytest.mark.parametrize(
    "change", [{"placement": Placement.SYSTEM}, {"input_template": "{{title}}: {{body}}"}], ids=["system", "columns"]
)
def test_that_the_input_is_placed_only_where_a_prompt_may_hold_it(change: dict[str, object], topics: Task) -> None:
    task = replace(topics, **change)  # type: ignore[arg-type]
    drafts = wordings(task, SEED, task.train)
    assert len(drafts) >= 8
    assert not any("{{" in draft.prompt.text for draft in drafts)


def test_that_a_text_with_an_appended_contract_does_not_begin_the_answer(told_topics: Task) -> None:
    assert not any(draft.prompt.text.endswith((":", "：")) for draft in wordings(told_topics, SEED, told_topics.train))


def test_that_yes_and_no_are_asked_in_the_persons_own_words_only() -> None:
    rows = made_from([("The cat sat", "yes"), ("Sat cat the", "no")])
    seed = Prompt("Is the sentence in the right order?")
    drafts = wordings(task_of(rows, AnswerKind.LABEL, labels=("yes", "no")), seed, rows)
    assert len(drafts) >= 8
    assert all("right order" in draft.prompt.text for draft in drafts)


@pytest.mark.parametrize(
    ("sort", "labels"),
    [
        ("judgement", ("yes", "no")),
        ("judgement", ("False", "True")),
        ("sentiment", ("Positive", "Negative", "neutral")),
        ("sentiment", ("very_negative", "very_positive")),
        ("emotion", ("joy", "anger", "fear")),
        ("subjectivity", ("objective", "subjective")),
        ("urgency", ("low", "high")),
        ("rating", ("1", "2", "3", "4", "5")),
        ("topic", ("billing", "positive")),
        ("topic", ()),
    ],
)
def test_that_labels_are_known_by_their_words(sort: str, labels: tuple[str, ...]) -> None:
    assert sort_of(labels) == sort


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        (AnswerKind.LABEL, [("It rains", "wet"), ("It shines", "dry")]),
        (AnswerKind.CHOICE, [("Which?", "(A)"), ("Who?", "(B)")]),
        (AnswerKind.NUMBER, [("Two and two", "4"), ("A lot", "1,200.5")]),
        (AnswerKind.TEXT, [(f"word{i}", f"other{i}") for i in range(24)]),
        (AnswerKind.SPAN, [(f"see place{i} now", f"place{i}") for i in range(24)]),
    ],
)
def test_that_the_kind_of_undeclared_answers_is_seen_in_the_rows(
    kind: AnswerKind, pairs: list[tuple[str, str]]
) -> None:
    rows = made_from(pairs)
    assert answers_of(task_of(rows, AnswerKind.TEXT), rows).kind is kind


def test_that_the_parents_are_those_that_were_named(topics: Task) -> None:
    assert {draft.parents for draft in wordings(topics, SEED, topics.train, parents=["c0"])} == {("c0",)}


def test_that_several_labels_are_not_asked_for_as_one() -> None:
    rows = KINDS[AnswerKind.LABELS]
    drafts = wordings(task_of(rows, AnswerKind.LABELS), SEED, rows)
    assert any("wet" in draft.prompt.text and "windy" in draft.prompt.text for draft in drafts)
    assert not any("one of" in draft.prompt.text or " or windy" in draft.prompt.text for draft in drafts)
