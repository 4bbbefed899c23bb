"""A prompt as units: cut where sentences end and nowhere else, joined again byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.prompt import Prompt
from core.domain.units import editable, joined, replaced, split, text_at

PIECES = (
    "Read the text.", "Answer yes or no!", "e.g. a cat", "Dr. Who", "z.B. so", "- item one", "2) item two", "* item",
    "# Heading", "[KIND]", "Goal: find it. Then stop.", "Examples:", "```python\nx = 1. \n\nY = 2\n```", "`a. B`",
    "{{input}}", "{{ my.name }}", "只写一个词。", "不要解释！好吗？", "“Yes. No.”", "(See p. 3. Really.)", "3.5", "...",
    "https://a.b/c.d?e", "Wait… what?", "“好。”", "é. Ü.", "\r\n", "\u2028", "\x0b", "---", "</b>", ">> x <<",
)  # fmt: skip
GLUE = (" ", "\n", "\n\n", "", "\t", "  \n ", "\r\n")
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GLUE)), max_size=12).map(
        lambda pairs: "".join(piece + glue for piece, glue in pairs)
    ),
)


@st.composite
def prompts(draw: st.DrawFn) -> Prompt:
    """A text with up to two of its own spans locked."""
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = [sorted((draw(ends), draw(ends))) for _ in range(draw(st.integers(0, 2)))]
    return Prompt(text, locked=tuple(text[low:high] for low, high in spans if low < high))


@given(prompts())
def test_that_joining_gives_back_every_prompt_byte_for_byte(prompt: Prompt) -> None:
    assert joined(split(prompt)) == prompt.text


@given(prompts())
def test_that_no_unit_is_blank_or_has_blank_space_at_its_ends(prompt: Prompt) -> None:
    units = split(prompt)
    assert units
    assert all(unit.text == unit.text.strip() for unit in units)
    if prompt.text.strip():
        assert all(unit.text for unit in units)
    assert all(unit.fixed for unit in units if not unit.text)


@given(prompts(), st.text(max_size=30), st.data())
def test_that_a_replacement_changes_one_place_and_can_be_read_back(
    prompt: Prompt, new: str, data: st.DataObject
) -> None:
    units = split(prompt)
    place = data.draw(st.integers(0, len(units) - 1))
    changed = replaced(units, place, new)
    assert [a == b for a, b in zip(units, changed, strict=True)].count(False) <= 1
    assert text_at(units, place, joined(changed)) == new
    assert joined(replaced(changed, place, units[place].text)) == prompt.text


@given(prompts())
def test_that_a_locked_span_stands_in_one_unit_and_alone_is_never_rewritten(prompt: Prompt) -> None:
    units = split(prompt)
    for span in prompt.locked:
        if span.strip():
            assert any(span.strip() in unit.whole for unit in units)
    alone = {span.strip() for span in prompt.locked}
    assert not any(unit.text in alone and not unit.fixed for unit in units)


@given(TEXTS)
def test_that_a_placeholder_is_never_cut(text: str) -> None:
    cut = [name for unit in split(Prompt(text)) for name in Prompt(unit.whole).placeholders]
    assert set(cut) == Prompt(text).placeholders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Read it. Answer yes or no.", ["Read it.", "Answer yes or no."]),
        ("Use labels, e.g. Yes or No. Then stop!", ["Use labels, e.g. Yes or No.", "Then stop!"]),
        ("See Fig. 3 and No. 4. Answer No. Then stop.", ["See Fig. 3 and No. 4. Answer No.", "Then stop."]),
        ("Dr. Smith and Mr. Jones vs. Ms. Lee decide.", ["Dr. Smith and Mr. Jones vs. Ms. Lee decide."]),
        (
            "Nimm z.B. Äpfel oder Birnen, d.h. Obst. Mehr nicht.",
            ["Nimm z.B. Äpfel oder Birnen, d.h. Obst.", "Mehr nicht."],
        ),
        ("Der 3. Mai bleibt so. Gut.", ["Der 3. Mai bleibt so.", "Gut."]),
        ("Round 3.5 to 4. Write it.", ["Round 3.5 to 4. Write it."]),
        ('Say "Yes. I do." Then stop.', ['Say "Yes. I do."', "Then stop."]),
        ("Look (see p. 3. It helps.) here. Go.", ["Look (see p. 3. It helps.) here.", "Go."]),
        ("Call `a. B()` now. Done.", ["Call `a. B()` now.", "Done."]),
        ("只写一个词。不要解释！可以吗？好", ["只写一个词。", "不要解释！", "可以吗？", "好"]),
        ("回答“是。”或“否。”。不要别的。", ["回答“是。”或“否。”。", "不要别的。"]),
        ("Wait… Think. Really?! Yes.", ["Wait…", "Think.", "Really?!", "Yes."]),
        ("- Read it. Twice.\n- Answer.\n", ["Read it. Twice.", "Answer."]),
        ("1. Read.\n2) Think. Well.\n  a. Stop.", ["Read.", "Think. Well.", "Stop."]),
        ("Task: Sort it. Well.\nGoal: Peace.", ["Task: Sort it. Well.", "Goal: Peace."]),
        (
            "This sentence goes on\nin the next line. And ends.",
            ["This sentence goes on\nin the next line.", "And ends."],
        ),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("Visit https://a.b/C.D. Then go.", ["Visit https://a.b/C.D.", "Then go."]),
        ("do this. then that. ok.", ["do this. then that. ok."]),
        ("", [""]),
        (" \n ", [""]),
    ],
)
def test_that_text_is_cut_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [unit.text for unit in split(Prompt(text))] == expected


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("# Rules\nBe brief.", ["# Rules"]),
        ("[KIND]\nSorting\n[GOAL]\nSort it.", ["[KIND]", "[GOAL]"]),
        ("**Rules**\nBe brief.\n---\nExamples:\n- one", ["**Rules**", "---", "Examples:"]),
        ("Say:\n```\nA. B\n\nC\n```\nStop.", ["Say:", "```\nA. B\n\nC\n```"]),
        ("```\nnever closed. Here.", ["```"]),
        ("Read it.\n\n{{input}}\n\nAnswer.", ["{{input}}"]),
        ("<rules>\nBe brief.\n</rules>", ["<rules>", "</rules>"]),
        ("Answer: 5.\n2024", ["2024"]),
        ("要求：\n只写一个词。", ["要求："]),
        ("Take the word that is given to you in the following line of the text:", []),
        ("**Read** it.", []),
    ],
)
def test_that_headings_code_and_bare_placeholders_are_no_sentences(text: str, fixed: list[str]) -> None:
    assert [unit.text for unit in split(Prompt(text)) if unit.fixed] == fixed


def test_that_the_marker_of_a_list_item_stays_outside_it() -> None:
    units = split(Prompt("Rules:\n  - Be brief.\n  10. Be kind.\n"))
    assert [(unit.before, unit.text, unit.after) for unit in units] == [
        ("", "Rules:", "\n"),
        ("  - ", "Be brief.", "\n"),
        ("  10. ", "Be kind.", "\n"),
    ]


class TestLockedSpans:
    def test_that_a_locked_sentence_is_fixed_and_the_others_are_not(self) -> None:
        units = split(Prompt("Read it. Answer in French. Be brief.", locked=("Answer in French.",)))
        assert [unit.fixed for unit in units] == [False, True, False]

    def test_that_locked_words_inside_a_sentence_leave_it_editable(self) -> None:
        units = split(Prompt("Read it. Answer in French, please.", locked=("in French",)))
        assert [unit.fixed for unit in units] == [False, False]

    def test_that_two_locked_sentences_are_one_unit(self) -> None:
        units = split(Prompt("A cat. A dog.\nA cow. An ox.", locked=("A dog.\nA cow.",)))
        assert [unit.text for unit in units] == ["A cat.", "A dog.\nA cow.", "An ox."]
        assert editable(units) == (0, 2)

    def test_that_every_occurrence_is_kept(self) -> None:
        units = split(Prompt("Stop. Go. Stop.", locked=("Stop.",)))
        assert editable(units) == (1,)
