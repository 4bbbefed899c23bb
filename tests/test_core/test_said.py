"""Sentences keep their keys and values, wherever they travel, and are said in the language of whoever reads them."""

import copy
import pickle

import msgspec
import pytest

from core import nested
from core.errors import DatasetError, near_match
from core.said import Said, Words, as_said, joined, listed, render

_KEYS = {
    "{n} rows of {split} are empty.": "{split}的 {n} 行是空的。",
    "train": "训练集",
    "Check them.": "请检查。",
    "{before}, {last}": "{before}、{last}",
}


def say(key: str) -> str:
    return _KEYS.get(key, key)


class Name(msgspec.Struct, frozen=True):
    name: str
    sizes: dict[int, float] = {}


class Note(msgspec.Struct, frozen=True):
    text: Words
    others: tuple[Words, ...] = ()


EMPTY = Said("{n} rows of {split} are empty.", n=3, split=as_said("train"))


def test_that_a_sentence_is_its_english_text_and_keeps_key_and_values() -> None:
    assert EMPTY == "3 rows of train are empty."
    assert (EMPTY.template, dict(EMPTY.values)) == ("{n} rows of {split} are empty.", {"n": 3, "split": "train"})


def test_that_words_of_ours_are_translated_in_a_gap_and_a_person_s_are_not() -> None:
    assert render(EMPTY, say) == "训练集的 3 行是空的。"
    assert render(Said("{n} rows of {split} are empty.", n=3, split="train"), say) == "train的 3 行是空的。"


def test_that_a_value_with_braces_is_not_filled_again() -> None:
    assert Said("No {what} in {place}.", what="{place}", place="here") == "No {place} in here."


def test_that_joined_sentences_keep_their_keys_and_wide_stops_need_no_space() -> None:
    both = joined(EMPTY, "", "Check them.", "Who knows this?")
    assert both == "3 rows of train are empty. Check them. Who knows this?"
    assert render(both, say) == "训练集的 3 行是空的。请检查。Who knows this?"


def test_that_a_list_has_the_language_s_own_commas() -> None:
    assert listed(["a", "train"]) == "a, train"
    assert render(listed(["a", "train"]), say) == "a、训练集"


@pytest.mark.parametrize("said", [EMPTY, joined(EMPTY, "Check them."), listed(["a", "train"]), as_said("Check them.")])
def test_that_a_sentence_that_travelled_is_said_as_before(said: Said) -> None:
    line = nested.encode(Note(said, (said, "plain")))
    back = nested.decode(line, type=Note)
    assert (back.text, back.others) == (said, (said, "plain"))
    assert render(back.text, say) == render(said, say)
    for other in (copy.deepcopy(said), pickle.loads(pickle.dumps(said))):
        assert other == said
        assert render(other, say) == render(said, say)


def test_that_a_sentence_without_values_is_a_plain_string_in_files() -> None:
    assert nested.encode(Note(as_said("Check them."))) == b'{"text":"Check them.","others":[]}'


def test_that_what_earlier_versions_wrote_is_read_and_said_where_it_is_a_key() -> None:
    old = nested.decode(b'{"text":"3 rows of train are empty.","others":["Check them."]}', type=Note)
    assert [render(each, say) for each in (old.text, *old.others)] == ["3 rows of train are empty.", "请检查。"]


def test_that_a_damaged_sentence_is_a_decoding_error() -> None:
    for damaged in (b'{"text":{"key":1}}', b'{"text":7}', b'{"text":' + b'{"text":"","key":"","values":{"a":' * 9999):
        with pytest.raises(msgspec.DecodeError):
            nested.decode(damaged, type=Note)


def test_that_all_of_an_error_is_one_text_with_its_keys() -> None:
    error = DatasetError(Said("{n} rows of {split} are empty.", n=3, split="x"), row=4, hint="Check them.")
    assert str(error) == "Row 4: 3 rows of x are empty. Check them."
    assert render(str(error), say) == "Row 4: x的 3 行是空的。请检查。"


def test_that_a_hint_names_what_was_probably_meant_with_its_key() -> None:
    hint = near_match("trian", ["train", "test"])
    assert hint == "Did you mean “train”? There are: train, test."
    assert isinstance(hint, Said)


def test_that_a_sentence_where_any_text_may_stand_is_read_as_its_english_text() -> None:
    """A sentence is a string, so a type checker lets it into every field: no run may end at that."""
    found = nested.decode(nested.encode(Name(EMPTY, {2: 0.5})), type=Name)
    assert (found.name, type(found.name), found.sizes) == (EMPTY, str, {2: 0.5})
    with pytest.raises(msgspec.ValidationError, match="Expected `str`, got `int`"):
        nested.decode(b'{"name": 1}', type=Name)
