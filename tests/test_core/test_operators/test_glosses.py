"""Glosses: words that tell labels apart, in one frame, never copied, and a model's sentences filled in."""

from collections.abc import Sequence

import pytest

from core.domain.editing import problems
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.task import AnswerKind, Task
from core.lab.proposing.guards import Copies
from core.operators.glosses import asked_glosses, distinctive, glosses

from .conftest import task_of

SEED = Prompt("What is this?")


def test_that_rows_of_one_word_give_no_gloss_and_no_error() -> None:
    rows = [Example(number, "row", (label,)) for number, label in enumerate(("a", "b") * 10)]
    assert distinctive(rows, ("a", "b")) == {"a": [], "b": []}


def test_that_the_words_of_a_label_are_its_own(rows: tuple[Example, ...]) -> None:
    found = distinctive(rows, ("garden", "kitchen", "travel"), "en")
    assert "soil" in found["garden"]
    assert {"pot", "soup", "oven"} <= set(found["kitchen"])
    assert {"flight", "train"} <= set(found["travel"])
    assert not {"the", "a", "in"} & {word for words in found.values() for word in words}


def test_that_a_word_of_one_row_is_never_used(rows: tuple[Example, ...]) -> None:
    named = (*rows, Example(99, "Zebedee waters tulips", ("garden",)))
    assert "zebedee" not in distinctive(named, ("garden", "kitchen", "travel"), "en")["garden"]


def test_that_every_label_has_one_line(topics: Task) -> None:
    drafts = glosses(topics, SEED, topics.train)
    assert 4 <= len(drafts) <= 8
    for draft in drafts:
        lines = draft.prompt.text.splitlines()
        assert all(sum(label in line for line in lines) == 1 for label in topics.contract.labels)
        assert draft.operator == "gloss"


def test_that_nothing_is_copied_from_a_row(topics: Task) -> None:
    copies = Copies.of(topics.train, "\n".join(topics.contract.labels))
    assert all(copies(draft.prompt.text) == "" for draft in glosses(topics, SEED, topics.train))


def test_that_words_which_are_refused_are_left_out(topics: Task) -> None:
    drafts = glosses(topics, SEED, topics.train, refuses=lambda text: "leak" if text == "soil" else "")
    assert drafts
    assert not any("soil" in draft.prompt.text for draft in drafts)


def test_that_placeholders_and_locked_spans_stay(topics: Task) -> None:
    seed = Prompt("Sort this for {{customer}}: {{input}}\nBe brief.", locked=("Be brief.",))
    for draft in glosses(topics, seed, topics.train):
        assert problems(seed, draft.prompt.text, ["customer"]) == ()


def test_that_answers_which_are_no_labels_have_no_glosses() -> None:
    rows = tuple(Example(i, f"input {i}", (f"output {i}",)) for i in range(40))
    assert glosses(task_of(rows, AnswerKind.TEXT), SEED, rows) == ()


def test_that_chinese_rows_have_chinese_words() -> None:
    texts = {
        "快递": ["包裹还没有到", "我的包裹在哪里", "包裹丢了"],
        "账单": ["账单金额不对", "我要看账单", "账单太高了"],
    }
    rows = tuple(Example(i, text, (label,)) for label, group in texts.items() for i, text in enumerate(group))
    found = distinctive(rows, tuple(texts))
    assert found["快递"][0] == "包裹"
    assert found["账单"][0] == "账单"


class Writer:
    """Answers every question about a label with one line."""

    def __init__(self, replies: dict[str, str]) -> None:
        self.replies = replies

    def __call__(self, question: str) -> Sequence[str]:
        return [next((reply for label, reply in self.replies.items() if f'"{label}"' in question), "")]


def test_that_a_models_sentences_are_filled_into_the_frame(topics: Task) -> None:
    writer = Writer(
        {
            "garden": 'The label "garden" means that plants are grown.\nAnd more.',
            "kitchen": "Sure! Food is being cooked.",
            "travel": "People go from one place to another.",
        }
    )
    texts = [draft.prompt.text for draft in asked_glosses(topics, SEED, topics.train, writer)]
    assert len(texts) == 2
    assert all(
        "- garden: plants are grown\n- kitchen: Food is being cooked\n- travel: People go" in text for text in texts
    )


@pytest.mark.parametrize(
    "reply", ["", "kitchen", "It is the opposite of kitchen things", "word " * 40, "copied from a row"]
)
def test_that_an_unusable_sentence_is_replaced_by_words_of_the_rows(reply: str, topics: Task) -> None:
    writer = Writer({"garden": reply, "kitchen": "Food is being cooked.", "travel": "People go places."})
    drafts = asked_glosses(topics, SEED, topics.train, writer, refuses=lambda text: "leak" if "copied" in text else "")
    assert drafts
    for draft in drafts:
        line = next(line for line in draft.prompt.text.splitlines() if line.startswith("- garden"))
        assert "soil" in line


def test_that_a_model_that_cannot_write_gives_no_drafts(topics: Task) -> None:
    assert asked_glosses(topics, SEED, topics.train, Writer({})) == ()
