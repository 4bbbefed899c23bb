"""Prefixes that are kept: an answer has the same bits whether its prefix was computed, or found wholly or in part."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from tiny_models import ARCHITECTURES, write_tiny

from core.domain.runspec import ModelSettings
from core.llm.base import ChoiceRequest, ChoiceScores, Contest, user
from core.llm.llama import load
from core.llm.llama.model import LlamaModel
from core.llm.llama.prefixes import KeptPrefixes

SETTINGS = ModelSettings(context=1024, lanes=4, batch=64, threads=1)
COMMON = "one two three four five six seven eight nine ten " * 6
FIRST, SECOND = f"{COMMON} red and blue.", f"{COMMON} {COMMON[:120]} yellow."


def scores(model: LlamaModel, prompt: str, inputs: Sequence[str] = ("cat", "dog", "a bird")) -> list[ChoiceScores]:
    asked = [ChoiceRequest(user(f"{prompt}\n\n{text}"), ("yes", "no way"), prompt, Contest.SHARES) for text in inputs]
    return model.score_choices(asked)


def alone(file: Path, prompt: str) -> list[ChoiceScores]:
    model = load(file, SETTINGS)
    try:
        return scores(model, prompt)
    finally:
        model.close()


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_that_a_prefix_found_again_gives_the_same_bits(architecture: str, tiny: Path, tmp_path: Path) -> None:
    file = write_tiny(architecture, tmp_path / "tiny.gguf", tiny)
    expected = {prompt: alone(file, prompt) for prompt in (FIRST, SECOND)}
    model = load(file, SETTINGS)
    try:
        for prompt in (FIRST, SECOND, FIRST, SECOND):
            assert scores(model, prompt) == expected[prompt]
    finally:
        model.close()


def test_that_a_prefix_asked_again_is_not_computed_again(tiny: Path) -> None:
    model = load(tiny, SETTINGS)
    try:
        session = model._session
        assert session is not None
        ids = model.render(user(FIRST)).token_ids
        other = model.render(user(SECOND)).token_ids
        session.reserve(len(other))
        with session.work(None):
            found = [session.begin(prefix) for prefix in (ids, other, ids, other, ids[: len(ids) // 2])]
        assert found == [False, False, True, True, False]
    finally:
        model.close()


def test_that_kept_prefixes_never_take_more_room_than_is_theirs(tiny: Path) -> None:
    model = load(tiny, SETTINGS)
    try:
        assert model._session is not None
        kept = model._session._kept = KeptPrefixes(1 << 20, 64, rewinds=True)
        for number in range(20):
            scores(model, f"{number} {FIRST}")
        assert 0 < sum(state.nbytes for state in kept._states.values()) == kept._bytes <= 1 << 20
        assert len(kept._states) < 20
    finally:
        model.close()
