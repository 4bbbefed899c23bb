"""Sealed rows that come again in another dress are the same rows; rows that ask something else are new ones."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.example import Example, fingerprint
from core.domain.sameness import marks, plain
from core.errors import SealedTestError
from core.store import practised
from core.store.ledger import Ledger

_WORDS = ("storm", "took", "roof", "nobody", "town", "seen", "such", "wind", "since", "long", "mothers", "born")
_TEMPLATE = "{{input}}"


def _rows(seed: int, count: int = 60) -> tuple[Example, ...]:
    chance = random.Random(seed)
    texts = [" ".join(chance.choices(_WORDS, k=12)) for _ in range(count)]
    return tuple(Example(row, text.capitalize(), (chance.choice(("calm", "wild")),)) for row, text in enumerate(texts))


def _text(change: Callable[[str], str]) -> Callable[[Example], Example]:
    return lambda row: Example(row.row, change(row.input), row.answers)


_DISGUISES: dict[str, Callable[[Example], Example]] = {
    "a column more": lambda row: Example(row.row, row.input, row.answers, (("id", f"k{row.row}"),)),
    "another place": lambda row: Example(row.row + 900, row.input, row.answers),
    "a blank at the end": _text(lambda text: text + " "),
    "a full stop": _text(lambda text: text + "."),
    "an exclamation": _text(lambda text: f"“{text}!”"),
    "two blanks": _text(lambda text: text.replace(" ", "  ", 2)),
    "a hard blank": _text(lambda text: text.replace(" ", "\u00a0", 1)),
    "no blanks": _text(lambda text: text.replace(" ", "")),
    "a tab and a line": _text(lambda text: "\n" + text.replace(" ", "\t", 1)),
    "capitals": _text(str.upper),
    "small letters": _text(str.lower),
    "an invisible letter": _text("\u200b".join),
    "a byte order mark": _text(lambda text: "\ufeff" + text),
    "a soft hyphen": _text(lambda text: text[:4] + "\u00ad" + text[4:]),
    "wide letters": _text(lambda text: "".join(chr(ord(a) + 0xFEE0) if "a" <= a <= "z" else a for a in text)),
    "taken apart": _text(lambda text: unicodedata.normalize("NFD", text)),
    "commas": _text(lambda text: text.replace(" ", ", ", 3)),
    "a question in front": _text(lambda text: "Question: " + text),
    "a question behind": _text(lambda text: text + " What was it?"),
    "answers with blanks": lambda row: Example(row.row, row.input, tuple(f" {answer} ." for answer in row.answers)),
    "answers in capitals": lambda row: Example(row.row, row.input, tuple(map(str.upper, row.answers))),
}


def _record(ledger: Ledger, rows: tuple[Example, ...], run: str, template: str = _TEMPLATE) -> None:
    ledger.record(fingerprint(rows), [row.key for row in rows], run, marks=marks(rows, template))


@pytest.mark.parametrize("dress", _DISGUISES)
def test_that_a_sealed_test_is_not_opened_again_in_another_dress(dress: str, tmp_path: Path) -> None:
    ledger, rows = Ledger(user=tmp_path), _rows(1)
    _record(ledger, rows, "a")
    with pytest.raises(SealedTestError, match="These sealed rows were opened"):
        _record(ledger, tuple(map(_DISGUISES[dress], reversed(rows))), "b")


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_that_some_of_the_rows_among_new_ones_are_counted(share: float, tmp_path: Path) -> None:
    ledger, rows = Ledger(user=tmp_path), _rows(1)
    _record(ledger, rows, "a")
    kept = int(share * len(rows))
    mixed = tuple(map(_DISGUISES["a full stop"], rows[:kept])) + _rows(2)[kept:]
    with pytest.raises(SealedTestError, match=f"{kept} of these 60 sealed rows were opened"):
        _record(ledger, mixed, "b")


def test_that_a_test_put_together_from_several_opened_ones_is_refused(tmp_path: Path) -> None:
    ledger = Ledger(user=tmp_path)
    tests = [_rows(seed) for seed in range(4)]
    for number, rows in enumerate(tests):
        _record(ledger, rows, f"run-{number}")
    mixed = tuple(row for rows in tests for row in rows[:2]) + _rows(9)[8:]
    with pytest.raises(SealedTestError, match=r"8 of these 60 sealed rows were .* and 3 others"):
        _record(ledger, mixed, "b")


def test_that_a_question_in_twenty_may_come_twice(tmp_path: Path) -> None:
    ledger, rows = Ledger(user=tmp_path), _rows(1)
    _record(ledger, rows, "a")
    _record(ledger, rows[:3] + _rows(2)[3:], "b")
    assert [each.run for each in ledger.openings()] == ["a", "b"]


def test_that_new_rows_are_new(tmp_path: Path) -> None:
    ledger = Ledger(user=tmp_path)
    for seed in range(20):
        _record(ledger, _rows(seed), f"run-{seed}")


def test_that_one_question_about_other_texts_is_another_question(tmp_path: Path) -> None:
    ledger, template = Ledger(user=tmp_path), "{{text}}\n{{input}}"

    def asked(seed: int) -> tuple[Example, ...]:
        return tuple(Example(row.row, "Is it wild?", ("yes",), (("text", row.input),)) for row in _rows(seed))

    _record(ledger, asked(1), "a", template)
    _record(ledger, asked(2), "b", template)
    with pytest.raises(SealedTestError):
        _record(ledger, asked(1)[1:], "c", template)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 - 4", "34"), ("3 + 4", "3 - 4"), ("1.5", "15"), ("12 45", "124 5"), ("it is -3", "it is 3"), ("a<b", "a>b")],
)
def test_that_numbers_are_not_run_together(one: str, other: str) -> None:
    assert plain(one) != plain(other)


def test_that_rows_of_earlier_tasks_are_named_when_they_become_sealed(tmp_path: Path) -> None:
    rows = _rows(1)
    practised.note("first", rows[:30], _TEMPLATE, user=tmp_path)
    practised.note("first", rows[:30], _TEMPLATE, user=tmp_path)
    (known,) = practised.become_sealed(tuple(map(_DISGUISES["capitals"], rows[28:])), _TEMPLATE, user=tmp_path)
    assert (known.task, known.rows, known.of) == ("first", (28, 29), 32)
    assert "2 of 32 sealed rows" in str(known)
    assert practised.become_sealed(_rows(2), _TEMPLATE, user=tmp_path) == ()
