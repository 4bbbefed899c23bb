"""From replies to prompts: extraction, the filter, leaks, and what counts as the same prompt."""

from typing import Any

import pytest

from core.domain.example import Example
from core.domain.prompt import Demonstration, Prompt
from core.lab.proposing.leaks import Specifics
from core.lab.proposing.proposer import objection
from core.lab.proposing.question import Question
from core.lab.proposing.replies import between_tags, clean, identity, norm, word_distance
from core.lab.proposing.screens import near_key

CURRENT = Prompt("Complete the task.")


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("<new_prompt>A</new_prompt>", "A"),
        ("Sure!\n<new_prompt>\nA\nB\n</new_prompt> Hope it helps.", "\nA\nB\n"),
        ("<new_prompt>A</new_prompt> or better <new_prompt>B</new_prompt>", "B"),
        ("<new_prompt>A <new_prompt>B</new_prompt>", "B"),
        ("<NEW_PROMPT>A</New_Prompt>", "A"),
        ("<think>maybe <new_prompt>X</new_prompt>?</think><new_prompt>A</new_prompt>", "A"),
        ("<think>maybe <new_prompt>X</new_prompt>?</think>", None),
        ("<think>no end <new_prompt>X</new_prompt>", None),
        ("opened by the template <new_prompt>X</new_prompt></think><new_prompt>A</new_prompt>", "A"),
        ("<new_prompt>A", None),
        ("A</new_prompt>", None),
        ("</new_prompt>A<new_prompt>", None),
        ("<new_prompt></new_prompt>", ""),
        ("", None),
    ],
)
def test_that_the_last_complete_pair_outside_thoughts_is_read(reply: str, expected: str | None) -> None:
    assert between_tags(reply, "new_prompt") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  A b.\n", "A b."),
        ("```text\nA\nb\n```", "A\nb"),
        ('"Write it."', "Write it."),
        ("“Write it.”", "Write it."),
        ("New prompt: Write it.", "Write it."),
        ('Prompt: "Write it."', "Write it."),
        ('Say "yes" or "no".', 'Say "yes" or "no".'),
        ('"Yes" and "no" only', '"Yes" and "no" only'),
        ("Instruction: Write it.", "Instruction: Write it."),
        ("", ""),
    ],
)
def test_that_wrapping_is_taken_off_and_nothing_else(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_that_prompts_are_told_apart_as_the_authors_do() -> None:
    assert norm("  write **one** letter ") == "Write one letter"
    assert norm("") == ""
    assert identity(Prompt("write it")) == identity(Prompt("**Write** it "))
    assert identity(Prompt("Write it")) != identity(Prompt("Write It"))
    assert identity(Prompt("Write it")) != identity(Prompt("Write it", (Demonstration("a", "b"),)))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("a b c", "a b c", 0), ("a b c", "a x c d", 2), ("", "a b", 2), ("a\nb", "a b", 0), ("a b", "", 2)],
)
def test_that_distance_counts_words_added_removed_and_replaced(a: str, b: str, expected: int) -> None:
    assert word_distance(a, b) == expected


QUESTION = Question(
    "Write a new prompt with a higher score.\n\nInput: orange",
    CURRENT,
    prompts=(CURRENT.text,),
    markers=("[[PROMPT]]",),
)


class TestFilter:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Write the second letter.", ""),
            ("", "empty"),
            ("Put it where [[PROMPT]] stands.", "marker"),
            ("Write a new prompt with a higher score.", "echo"),
            ("write a new prompt with a higher score.", "echo"),
            ("Input: orange\n\nWrite a new prompt with a higher score.", "echo"),
            ("And", "echo"),
            ("Input: orange\nWrite the second letter.", ""),
            ("word " * 400, ""),
            ("word " * 401, "too_long"),
            ("Write {{something}}.", "placeholder"),
        ],
    )
    def test_that_every_objection_has_its_word(self, kit: Any, text: str, expected: str) -> None:
        assert kit.read(QUESTION, text, guards=False).objection == expected

    def test_that_a_long_prompt_may_be_replaced_by_one_four_times_as_long(self) -> None:
        long = Prompt("word " * 150)
        assert objection("word " * 600, long, 150) == ""
        assert objection("word " * 601, long, 150) == "too_long"

    def test_that_locked_spans_stay_word_for_word(self) -> None:
        current = Prompt("Be brief. Answer in French.", locked=("Answer in French.",))
        assert objection("Be short. Answer in French.", current, 5) == ""
        assert objection("Be short. Answer in french.", current, 5) == "locked"

    def test_that_placeholders_are_neither_lost_nor_invented(self) -> None:
        current = Prompt("Of {{input}}, take one letter.")
        assert objection("Take a letter of {{ input }}.", current, 5) == ""
        assert objection("Take a letter.", current, 5) == "placeholder"
        assert objection("Take a letter of {{input}} or {{word}}.", current, 5) == "placeholder"


class TestReading:
    def test_that_without_a_tag_the_whole_reply_is_the_prompt(self, kit: Any) -> None:
        reading = kit.read(Question("", CURRENT), "<think>hm</think>\nWrite the second letter.\n")
        assert (reading.text, reading.objection) == ("Write the second letter.", "")

    def test_that_a_reply_without_tags_is_refused_where_they_were_asked_for(self, kit: Any) -> None:
        question = Question("", CURRENT, tag="new_prompt")
        assert kit.read(question, "Write the second letter.").objection == "untagged"
        assert kit.read(question, " \n").objection == "empty"
        assert kit.read(question, "<new_prompt> </new_prompt>").objection == "empty"


class TestLeaks:
    ROWS = tuple(
        Example(i, f"{name} bought {40 + i} apples in the Market on day {i}.", (label,))
        for i, (name, label) in enumerate(
            [("Alice", "Positive"), ("Bob", "Negative"), ("Carla", "Positive"), ("Dmitri", "Negative")] * 3
            + [("Walter", "Positive")]
        )
    )
    SHOWN = ROWS[-1:]

    @pytest.fixture
    def specifics(self) -> Specifics:
        return Specifics.of(self.SHOWN, self.ROWS, allowed="Answer Yes or No.")

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Count what was bought.", ()),
            ("Say Positive or Negative.", ()),
            ("Count the apples that Walter bought.", ("Walter",)),
            ("Look for 52 apples.", ("52",)),
            ("Do it in 3 steps.", ()),
            ("Walter is a name.", ()),
            ("What happens in the Market?", ()),
            (
                "For example: Walter bought 52 apples in the Market on day 12. The answer is Positive.",
                ("12", "52", "walter bought 52 apples in the market on day 12."),
            ),
        ],
    )
    def test_that_what_belongs_to_one_row_is_found_and_what_belongs_to_the_task_is_not(
        self, specifics: Specifics, text: str, found: tuple[str, ...]
    ) -> None:
        assert specifics.found_in(text) == found

    def test_that_what_the_person_wrote_may_stay(self) -> None:
        specifics = Specifics.of(self.SHOWN, self.ROWS, allowed="Act as Walter with 52 apples.")
        assert specifics.found_in("Act like Walter and his 52 apples") == ()

    def test_that_only_numbers_count_where_nouns_are_capitalized(self) -> None:
        rows = tuple(
            Example(i, f"Die {noun} kostet {30 + i} Euro im Laden", ("ja",))
            for i, noun in enumerate(("Lampe", "Rechnung", "Tasse", "Karte", "Uhr"))
        )
        specifics = Specifics.of(rows[:2], rows, allowed="")
        assert specifics.found_in("Lies die Rechnung und nenne 31") == ("31",)

    def test_that_single_words_copied_from_short_inputs_are_no_leak(self) -> None:
        rows = tuple(Example(i, word, (word[1],)) for i, word in enumerate(("orange", "table", "lamp", "second")))
        assert Specifics.of(rows, rows, allowed="").found_in("Write the second letter.") == ()


def test_that_the_edit_distance_counts_words() -> None:
    assert word_distance("a b c", "a x c d") == 2
    assert word_distance("", "a b") == 2
    assert word_distance("a  b\n", "a b") == 0


@pytest.mark.parametrize(
    "other",
    ["write  it. then stop", "Write it. Then stop.", "**Write it.** Then stop. ", "Write it.\tThen stop。"],
)
def test_that_forms_of_one_prompt_are_one_prompt(other: str) -> None:
    assert identity(Prompt("Write it. Then stop")) == identity(Prompt(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Answer YES or NO.", "Answer yes or no."),
        ("Write YYYY-MM-DD.", "Write YYYY/MM/DD."),
        ("Stop after one word.", "Stop, after one word."),
        ("Write it.\nStop.", "Write it. Stop."),
        ("Use 1999-12-31.", "Use 1999–12–31."),
    ],
)
def test_that_what_a_model_may_read_differently_stays_two_prompts(one: str, other: str) -> None:
    assert identity(Prompt(one)) != identity(Prompt(other))


def test_that_two_forms_of_quotation_marks_are_one_prompt() -> None:
    assert identity(Prompt("Say “yes” or “no”.")) == identity(Prompt('Say "yes" or "no".'))


@pytest.mark.parametrize("other", ["please write it, then stop", "Write it: then, stop", "Write the it; then stop!"])
def test_that_prompts_which_differ_in_articles_and_endings_are_nearly_the_same(other: str) -> None:
    assert near_key(Prompt("Write it. Then stop.")) == near_key(Prompt(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Answer YES or NO.", "Answer yes or no."),
        ("Write YYYY-MM-DD.", "Write YYYY/MM/DD."),
        ("Say positive or negative.", "Say negative or positive."),
        ("Use one word.", "Use two words."),
    ],
)
def test_that_prompts_of_another_form_or_order_are_not_nearly_the_same(one: str, other: str) -> None:
    assert near_key(Prompt(one)) != near_key(Prompt(other))
