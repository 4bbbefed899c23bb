"""Kept answers: the same as computed ones, found by nothing less than the whole block, and never in the way."""

import dataclasses
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.llm.answers import AnswerStore
from core.llm.base import ChoiceRequest, ModelProgress, Request, user
from core.llm.cached import CachedModel
from core.llm.llama.model import LlamaModel

WORDS = ("house", "apple", "river", "stone", "green", "window")


class Counting:
    """The real model, counting what it is asked."""

    def __init__(self, model: LlamaModel) -> None:
        self._model = model
        self.asked = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._model, name)

    def complete(self, requests: list[Request], **how: object) -> object:
        self.asked += len(requests)
        return self._model.complete(requests, **how)  # type: ignore[arg-type]

    def score_choices(self, requests: list[ChoiceRequest], **how: object) -> object:
        self.asked += len(requests)
        return self._model.score_choices(requests, **how)  # type: ignore[arg-type]

    def close(self) -> None:
        """It is shared with other tests."""


@pytest.fixture
def counting(model: LlamaModel) -> Counting:
    return Counting(model)


@pytest.fixture
def kept(counting: Counting, model: LlamaModel, tmp_path: Path) -> Iterator[CachedModel]:
    cached = CachedModel(counting, model.settings, AnswerStore(tmp_path / "answers", "mine"))  # type: ignore[arg-type]
    yield cached
    cached.close()


def block(group: str, temperature: float = 0.0) -> list[Request]:
    asked = (user(f"Write the first letter of the word.\nInput: {word}") for word in WORDS)
    return [Request(a, 6, temperature=temperature, seed=i, logprobs=2, group=group) for i, a in enumerate(asked)]


def ballots(group: str) -> list[ChoiceRequest]:
    return [ChoiceRequest(user(f"First letter of {word}?"), ("a", "h", "w"), group) for word in WORDS]


def test_that_kept_answers_are_the_computed_ones(kept: CachedModel, counting: Counting, model: LlamaModel) -> None:
    asked = [*block("one"), *block("two", temperature=0.9)]
    first = kept.complete(asked)
    assert first == model.complete(asked)
    assert counting.asked == len(asked)
    seen: list[ModelProgress] = []
    assert kept.complete(asked, observer=seen.append) == first
    assert counting.asked == len(asked)
    assert [(progress.done, progress.total) for progress in seen] == [(6, 6), (6, 6)]
    scores = kept.score_choices(ballots("one"))
    assert kept.score_choices(ballots("one")) == scores == model.score_choices(ballots("one"))


def test_that_only_a_whole_block_is_known(kept: CachedModel, counting: Counting) -> None:
    kept.complete(block("one"))
    kept.complete(block("one")[:-1])
    kept.complete([dataclasses.replace(request, max_tokens=7) for request in block("one")])
    kept.complete(block("one")[::-1])
    assert counting.asked == 6 + 5 + 6 + 6
    kept.complete([*block("new"), *block("one")])
    assert counting.asked == 23 + 6, "one group is known, the other is asked"


def test_that_another_model_or_setting_shares_nothing(kept: CachedModel, model: LlamaModel, tmp_path: Path) -> None:
    kept.complete(block("one"))
    counting = Counting(model)
    settings = dataclasses.replace(model.settings, lanes=8)
    other = CachedModel(counting, settings, AnswerStore(tmp_path / "answers"))  # type: ignore[arg-type]
    other.complete(block("one"))
    other.close()
    assert counting.asked == 6


def test_that_the_store_is_private_and_deleted_by_workspace(kept: CachedModel, tmp_path: Path) -> None:
    kept.complete(block("one"))
    kept.keep_for("theirs")
    kept.complete(block("two"))
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "answers").stat().st_mode) == 0o700
    store = AnswerStore(tmp_path / "answers")
    assert store.size()[0] == 2
    assert store.forget(["mine"]) == 1
    assert store.forget(["mine"]) == 0
    assert store.forget() == 1
    assert store.size() == (0, 0)
    store.close()


def test_that_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    store = AnswerStore(tmp_path, limit=400_000)
    for number in range(400):
        store.put(number.to_bytes(2), bytes(1000))
        store.get(b"\x00\x00")
    count, size = store.size()
    assert 20_000 < size < 400_000
    assert count < 400
    assert store.get((0).to_bytes(2)) is not None
    assert store.get((1).to_bytes(2)) is None
    assert store.get((399).to_bytes(2)) is not None
    store.close()


def test_that_many_short_sittings_keep_no_more_than_the_bound(tmp_path: Path) -> None:
    for session in range(30):
        store = AnswerStore(tmp_path, limit=300_000)
        for number in range(20):
            store.put(f"{session} {number}".encode(), bytes(1000))
        store.close()
    taken = {file.name: file.stat() for file in tmp_path.iterdir()}
    assert sum(each.st_size for each in taken.values()) < 400_000
    assert {each.st_mode & 0o777 for each in taken.values()} == {0o600}


def test_that_a_broken_file_is_put_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "answers.sqlite").write_bytes(b"this is no database, " * 1000)
    store = AnswerStore(tmp_path)
    store.put(b"key", b"value")
    assert store.get(b"key") == b"value"
    store.close()
    assert (tmp_path / "answers.broken").exists()
    assert "put aside" in caplog.text


def test_that_values_of_another_form_are_asked_again(kept: CachedModel, counting: Counting, tmp_path: Path) -> None:
    kept.complete(block("one"))
    with sqlite3.connect(tmp_path / "answers" / "answers.sqlite") as database:
        database.execute("UPDATE answers SET value = ?", (b'[{"text": 3}]',))
    database.close()
    kept.complete(block("one"))
    assert counting.asked == 12


def test_that_a_store_that_cannot_be_written_is_done_without(
    counting: Counting, model: LlamaModel, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "answers").write_text("a file where the folder should be")
    cached = CachedModel(counting, model.settings, AnswerStore(tmp_path / "answers"))  # type: ignore[arg-type]
    assert cached.complete(block("one")) == cached.complete(block("one"))
    assert counting.asked == 12
    assert "not kept" in caplog.text


def test_that_two_processes_may_use_one_store(tmp_path: Path) -> None:
    one, two = AnswerStore(tmp_path), AnswerStore(tmp_path)
    one.put(b"a", b"1")
    two.put(b"b", b"2")
    assert (one.get(b"b"), two.get(b"a")) == (b"2", b"1")
    one.close()
    one.close()
    assert one.get(b"a") is None
    two.close()
