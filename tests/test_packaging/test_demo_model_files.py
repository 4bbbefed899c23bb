"""The released models: as small as promised, and not older than the wordings that they are trained on."""

from pathlib import Path

import gguf
import pytest

from core import paths
from core.llm.gguf import read_header
from core.methods.shared import compact

MODELS = {"whet-demo.gguf": 32 << 20, "whet-tiny.gguf": 1 << 20}


def file_of(name: str) -> Path:
    return paths.resources() / "models" / name


def test_that_the_bundled_and_the_tiny_model_are_there_and_nothing_else() -> None:
    found = {file.name for file in (paths.resources() / "models").glob("*.gguf")}
    assert found == set(MODELS)
    assert paths.bundled_model() == file_of("whet-demo.gguf")
    assert paths.tiny_model() == file_of("whet-tiny.gguf")


@pytest.mark.parametrize("name", MODELS)
def test_that_a_model_is_small_and_says_its_licence(name: str) -> None:
    assert file_of(name).stat().st_size <= MODELS[name]
    assert read_header(file_of(name)).licence == "apache-2.0"


@pytest.mark.parametrize("name", MODELS)
def test_that_a_model_is_not_older_than_the_wordings_that_it_answers(name: str) -> None:
    recipe = gguf.GGUFReader(file_of(name)).fields["whet.recipe"].contents()
    assert recipe == compact.fingerprint(), (
        "The wordings of core.methods.shared.compact have changed since the model was trained: train it anew as "
        "packaging/demo_model/README.md says, or take the change back."
    )


def test_that_the_model_card_says_what_the_model_is_for() -> None:
    card = (paths.resources() / "models" / "README.md").read_text(encoding="utf-8")
    assert (
        "It knows Whet's templates: it shows that the machinery works, not which method is better on your model."
        in card
    )
    assert "demonstration model" in card
