"""What is refused as a prompt: answers, copied rows, invented labels, other scripts. And what is let through."""

from dataclasses import replace
from typing import Any

import pytest

from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.search import SearchSettings
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.proposing.guards import AnswerGuard, Copies, Labels, Script, Sense, guards_for
from core.lab.proposing.question import Question
from core.methods.shared.examples import scored_rows, shrinking

ROWS = tuple(
    Example(i, f"Please look at the bill of {name}, it is {40 + i} euros too high.", (f"{name} owes {40 + i}",))
    for i, name in enumerate(("Ada", "Ben", "Cem", "Dora", "Emil"))
)
LABELS = ("positive", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "Ada owes 40",
        "ada owes 40.",
        "“Ada owes 40”",
        "Positive",
        " negative! ",
        "Answer: positive",
        "The answer is Ben owes 41.",
        "positive\nnegative\npositive",
        "Label: negative, label: positive",
    ],
)
def test_that_an_answer_is_no_prompt(text: str) -> None:
    assert AnswerGuard.of(ROWS, LABELS)(text) == "answer"


@pytest.mark.parametrize(
    "text", ["Who owes?", "Positive or negative?", "Answer positive or negative.", "Is it positive, negative?"]
)
def test_that_a_short_prompt_is_no_answer(text: str) -> None:
    assert AnswerGuard.of(ROWS, LABELS)(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Say who owes how much.", ""),
        ("Look at the bill, which may be too high.", ""),
        ("Please look at the bill of the customer.", ""),
        ("For example, the bill of Ada, it is wrong.", "leak"),
        ("THE BILL of cem — it is one.", "leak"),
        ('Write it like "Ada owes 40".', "leak"),
        ("Write it like `Dora owes 43`.", "leak"),
        ("Write it like “who owes what”.", ""),
    ],
)
def test_that_five_words_in_a_row_or_a_quoted_answer_are_copied(text: str, expected: str) -> None:
    assert Copies.of(ROWS, "Look at the bill, please look at the bill of somebody.")(text) == expected


def test_that_words_of_a_row_which_the_person_wrote_may_stay() -> None:
    text = "For example, the bill of Ada, it is wrong."
    assert Copies.of(ROWS, "Think of the bill of Ada, it is like hers.")(text) == ""
    assert Copies.of(ROWS, "Think of Ada.")(text) == "leak"


def test_that_what_many_rows_say_is_the_task_s_and_no_copy() -> None:
    rows = tuple(Example(i, f"Is this review positive or negative: it was {i}", ("positive",)) for i in range(200))
    guard = Copies.of(rows, "")
    assert guard("Is this review positive or negative: decide.") == ""
    assert guard("or negative: it was 7") == "leak"


@pytest.mark.parametrize(
    "text",
    [
        "Answer positive, negative or neutral.",
        "Answer positive, neutral or negative.",
        "Answer positive/negative/mixed.",
        "Answer positive or negative or both.",
        "Answer positive, negative, or unclear, nothing else.",
        'Say "positive" or "neutral".',
        "Say `negative` if it is bad and `unsure` if you cannot tell.",
        'Answer with "positive", "negative" or "neutral".',
        "Say “positive”, “negative”, or “mixed”.",
        "One of 'positive' / 'negative' / 'unclear'.",
        "Say „positive“ oder „neutral“.",
        'Reply "good" or "bad".',
        "Classify the review as “happy” or “unhappy”",
    ],
)
def test_that_a_label_that_the_task_does_not_have_is_refused(text: str) -> None:
    assert Labels.of(LABELS, "Read this and respond.")(text) == "label"


@pytest.mark.parametrize(
    "text",
    [
        "Answer positive or negative.",
        "Respond with the priority, positive or negative.",
        "Positive or negative, depending on the tone.",
        "Is it good or bad? Say positive for good and negative for bad.",
        "For praise, thanks or joy say positive.",
        'Say "positive" or "negative" in lower case.',
        "Write “bad” reviews off.",
        "Read this, respond, positive or negative.",
        "Answer “Positive” or “NEGATIVE.”",
        'Words like "but" or "however" turn the meaning around.',
        "It's the customer's review: don't say 'neutral'.",
        'If it says "I like it a lot" or "I would buy it again", the answer is positive.',
        'Do not answer "maybe".',
    ],
)
def test_that_other_words_beside_labels_are_let_through(text: str) -> None:
    assert Labels.of(LABELS, "Read this and respond.")(text) == ""


def test_that_labels_with_signs_are_compared_without_them() -> None:
    letters = Labels.of(("(A)", "(B)"), "")
    assert letters('Answer "A" or "B".') == ""
    assert letters('Answer "A", "B" or "C".') == "label"
    topics = Labels.of(("card_lost", "pin-change"), "")
    assert topics("Choose card-lost or pin-change.") == ""
    assert topics("Choose card-lost, pin-change or refund.") == "label"


def test_that_a_label_the_person_named_is_not_invented() -> None:
    assert Labels.of(LABELS, 'Say positive, negative or neutral, or "no idea".')("positive, negative or neutral") == ""


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        ("Write a letter.", "只写第二个字母", "language"),
        ("Write a letter.", "Напиши одну букву", "language"),
        ("Write a letter.", "Write the letter Ж or 字.", ""),
        ("Напиши букву.", "Write a letter.", "language"),
        ("手紙を書く。", "ひらがなでかく", ""),
        ("", "只写第二个字母", ""),
        ("Write a letter.", "World news: 只写第二个字母和答案", "language"),
        ("Complete the task.", "Translate the word 苹果 into English, and 香蕉, too.", ""),
        ("Complete the task.", "단어의 두 번째 글자만 쓰세요.", "language"),
        ("Complete the task.", "اكتب الحرف الثاني من الكلمة فقط", "language"),
        ("判断这条评论是 positive 还是 negative, 只回答一个词。", "Write the second letter of the word.", "language"),
        ("判断这条评论是 positive 还是 negative, 只回答一个词。", "评论是 positive 还是 negative？回答一个词。", ""),
        (
            "Write the second letter of the word.",
            "Schreibe den zweiten Buchstaben des Wortes und nicht mehr.",
            "language",
        ),
        ("Write the second letter of the word.", "Écris la deuxième lettre du mot et rien de plus.", "language"),
        ("Schreibe den zweiten Buchstaben des Wortes.", "Write the second letter of the word.", "language"),
        ("Write a letter.", "1 + 1", ""),
    ],
)
def test_that_another_script_is_refused(start: str, text: str, expected: str) -> None:
    assert Script.of(start)(text) == expected


def test_that_english_labels_in_a_prompt_of_another_script_do_not_count() -> None:
    guard = Script.of("判断情感。", "判断情感。\npositive\nnegative")
    assert guard("回答 positive 或 negative。") == ""
    assert guard("Answer positive or negative with one word.") == "language"


SENSE = Sense.of(
    Task("films", (), (), description="Film reviews.", contract=AnswerContract(AnswerKind.LABEL, LABELS)),
    ["What is this?"],
    "What is this?\npositive\nnegative",
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Say what the review of the film is.", ""),
        ("Positive or negative", ""),
        ("Sentiment of the film review?", ""),
        ("The sentiment of the review: positive, negative", ""),
        ("Is it praise?", ""),
        ("This instruction is to be taken literally, without any figurative language.", "comment"),
        ("The new prompt asks for the sentiment of the review.", "comment"),
        ("I am a helpful AI and can classify the review for you.", "comment"),
        ("Sure! Classify the review as positive or negative.", "comment"),
        ("Here is the text: classify it as positive or negative.", "comment"),
        ("You are an AI assistant named Ann, made to give personal support with the film review.", "comment"),
        ("You're a helpful AI named Ann, trained to give suggestions about the film review.", "comment"),
        ("As a chatbot developed by a company, classify the review as positive or negative.", "comment"),
        ("Say whether the review is of a film about AI or about a model.", ""),
        ("This is a question about the behavior of a language model.", "comment"),
        ("You are a film critic. Say whether the review is positive or negative.", ""),
        ("I want you to read the review and say whether it is positive or negative.", ""),
        ("Decide whether the writer liked the", "fragment"),
        ("Read the review, the title and,", "fragment"),
        ("42", "fragment"),
        ("The new president of the national bank in Ohio", "fragment"),
        ("The review of the film by a critic", "fragment"),
        ("How does the digital presence of Nigeria help its economy to grow in the coming years?", "off_topic"),
        ("The weather in the city of London is cold, and it will be a long winter for all of us.", "off_topic"),
        ("Classify {text} by its tone.", "placeholder"),
        ("Classify the review. Answer: [your answer here]", "placeholder"),
    ],
)
def test_that_fragments_and_texts_beside_the_point_are_refused(text: str, expected: str) -> None:
    assert SENSE(text) == expected


@pytest.mark.parametrize("text", ["第二个字母。", "Zweiter Buchstabe?", "word exactly please lower letter"])
def test_that_sentences_are_judged_in_english_only(text: str) -> None:
    assert SENSE(text) == ""


ASKED = """Here are instructions for a language model, each with its score from 0 to 100.

Score: 40
Prompt: Say whether it is good or bad, in one single word.

Write one more instruction, unlike all of those above, that you expect to score higher."""


@pytest.mark.parametrize(
    ("reply", "objection"),
    [
        ("Write one more instruction, unlike all of those you know.", "question"),
        ("Say whether it is good or bad, in one single word, please.", ""),
        ("Say which letter comes second.\nScore: 90", "question"),
        ("Say which letter comes second. Expect a word.", ""),
    ],
)
def test_that_pieces_of_the_question_are_no_prompt(kit: Any, reply: str, objection: str) -> None:
    shown = "Say whether it is good or bad, in one single word."
    assert kit.read(Question(ASKED, Prompt("Do it."), prompts=(shown,)), reply).objection == objection


def test_that_a_list_of_labels_which_the_question_names_may_be_repeated(kit: Any) -> None:
    labels = ("red", "blue", "green", "black", "white", "brown", "pink")
    task = kit.task(contract=AnswerContract(AnswerKind.LABEL, labels))
    question = Question(f"The answers possible are {', '.join(labels)}, and no others.", Prompt("Which is it?"))
    assert kit.read(question, f"Name the colour: {', '.join(labels)}.", task=task).objection == ""


def test_that_a_reply_that_was_cut_off_is_refused_and_taken_where_nothing_is_guarded(kit: Any) -> None:
    question = Question("", Prompt("Write a letter."))
    assert kit.read(question, "Write the second letter of", cut=True).objection == "cut"
    assert kit.read(question, "Write the second letter of", cut=True, guards=False).objection == ""
    assert kit.read(replace(question, tag="p"), "<p>Write the", cut=True).objection == "cut"
    assert kit.read(replace(question, tag="p"), "<p>Write the").objection == "untagged"


def test_that_more_changed_words_than_the_budget_are_refused(kit: Any) -> None:
    question = Question("", Prompt("Complete the task."), most_changed=5)
    assert kit.read(question, "Complete the task as well you can.").objection == ""
    far = kit.read(question, "Write only the second letter of the word that you are given.")
    assert (far.objection, far.usable) == ("budget", False)


@pytest.mark.parametrize(
    ("reply", "objection"),
    [
        ('provide the most suitable label for the text, which is "Barcelona".', "quotation"),
        ("say which of the groups, such as “Sports and Soccer”, the text belongs to.", "quotation"),
        ('say whether the text is "positive" or "negative".', ""),
        ("classify the “text” by what the author's and the reader's feelings are.", ""),
    ],
)
def test_that_a_writer_that_saw_one_line_only_can_quote_nothing_else(kit: Any, reply: str, objection: str) -> None:
    task = kit.task(contract=AnswerContract(AnswerKind.LABEL, LABELS))
    line = Question("Put this in other words: Classify the text.", Prompt("Classify the text."), begun="Please")
    assert kit.read(line, f"Please {reply}", task=task).objection == objection
    free = kit.read(replace(line, begun=""), f"Please {reply}", task=task).objection
    assert free == "", "whoever was shown rows may explain them with examples"


FIRST = "Please choose the label that describes the text best."
SECOND = "Then say why you have chosen it."


@pytest.mark.parametrize(
    ("reply", "cut", "kept"),
    [
        (f'{FIRST} In this case, the label is "Futurities".', False, FIRST),
        (f"{FIRST} {SECOND} This instruction is", True, f"{FIRST} {SECOND}"),
        (f"{FIRST} I am happy to help. This prompt is better.", False, f"{FIRST} I am happy to help."),
        (f"{FIRST} The text is about", True, FIRST),
        ('Please choose the label that is closest to "fabric".', False, ""),
        ("Please choose the label that", True, ""),
        ("", False, ""),
    ],
)  # fmt: skip
def test_that_the_first_sentences_of_one_line_are_kept_where_a_small_writer_went_on(
    kit: Any, reply: str, cut: bool, kept: str
) -> None:
    task = kit.task(contract=AnswerContract(AnswerKind.LABEL, LABELS))
    line = Question("Put this in other words: Classify the text.", Prompt("Classify the text."), begun="Please")
    found = kit.read(line, reply, cut=cut, task=task)
    assert (found.text if found.usable else "") == kept
    assert not kit.read(replace(line, begun=""), reply, cut=True, task=task).usable, "a whole reply is read as one"


def test_that_a_reply_half_as_long_again_as_was_asked_for_is_too_long(kit: Any) -> None:
    question = Question("", Prompt("Write a letter."), most_words=4)
    assert kit.read(question, "Write one letter of the word.").objection == ""
    assert kit.read(question, "Write one letter of the given word.").objection == "too_long"


def test_that_a_task_without_labels_has_no_guard_against_them(kit: Any) -> None:
    assert not any(isinstance(guard, Labels) for guard in guards_for(kit.task(), ["Do it."]))
    labelled = kit.task(contract=AnswerContract(AnswerKind.LABEL, LABELS))
    assert any(isinstance(guard, Labels) for guard in guards_for(labelled, ["Do it."]))


def test_that_examples_are_clipped_before_any_is_left_out() -> None:
    long = Example(1, " ".join(map(str, range(200))), ("x",))
    whole, clipped, one, none = shrinking((long, Example(2, "short", ("y",))))
    assert whole[0] is long
    assert len(clipped[0].input.split()) == 81
    assert clipped[0].input.startswith("0 1 ")
    assert clipped[0].input.endswith(" 199")
    assert clipped[1].input == "short"
    assert (len(one), none) == (1, ())


@pytest.mark.parametrize(("available", "wanted", "rows"), [(100, 0, 100), (100, 48, 48), (100, 40, 48), (40, 48, 40)])
def test_that_rows_are_counted_in_whole_blocks(available: int, wanted: int, rows: int) -> None:
    assert scored_rows(SearchSettings(rows=wanted), train=available) == rows
