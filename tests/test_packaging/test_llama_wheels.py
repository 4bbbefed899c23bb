"""The store of built wheels: another ingredient is another wheel, and a broken one is never used."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from whet_setup.llama_wheels import Ingredients, WheelStore, cpu_features

MADE_FROM = Ingredients("source", "edits", "flags", "g++ 12", "avx2 fma", "Linux x86_64")


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    path = tmp_path / "llama-1-py3-none-any.whl"
    path.write_bytes(b"a wheel")
    return path


@pytest.fixture
def store(tmp_path: Path) -> WheelStore:
    return WheelStore(tmp_path / "store")


@pytest.mark.parametrize("name", [field.name for field in fields(Ingredients)])
def test_that_the_key_changes_with_each_ingredient(name: str) -> None:
    assert replace(MADE_FROM, **{name: "another"}).key() != MADE_FROM.key()


def test_that_a_text_moved_from_one_ingredient_to_the_next_changes_the_key() -> None:
    assert replace(MADE_FROM, source="sourceed", edits="its").key() != MADE_FROM.key()


def test_that_a_kept_wheel_is_found_again_and_for_these_ingredients_only(store: WheelStore, wheel: Path) -> None:
    kept = store.keep(wheel, MADE_FROM)
    assert store.find(MADE_FROM) == kept
    assert kept.read_bytes() == b"a wheel"
    assert store.find(replace(MADE_FROM, cpu="avx2")) is None


def test_that_a_broken_wheel_is_not_used(store: WheelStore, wheel: Path) -> None:
    store.keep(wheel, MADE_FROM).write_bytes(b"a whee")
    assert store.find(MADE_FROM) is None


def test_that_a_wheel_without_a_readable_label_is_not_used(store: WheelStore, wheel: Path) -> None:
    label = store.keep(wheel, MADE_FROM).with_name("wheel.json")
    whole = label.read_text("utf-8")
    for half in (whole[: len(whole) // 2], "{}", json.dumps({"made_from": 1}), "[]"):
        label.write_text(half, "utf-8")
        assert store.find(MADE_FROM) is None
    label.unlink()
    assert store.find(MADE_FROM) is None


def test_that_a_broken_wheel_is_replaced_by_the_next_build(store: WheelStore, wheel: Path) -> None:
    store.keep(wheel, MADE_FROM).unlink()
    assert store.find(MADE_FROM) is None
    assert store.find(MADE_FROM) != store.keep(wheel, MADE_FROM) == store.find(MADE_FROM)


def test_that_a_draft_left_by_a_stopped_setup_is_not_used_and_swept(store: WheelStore, wheel: Path) -> None:
    kept = store.keep(wheel, MADE_FROM)
    kept.parent.rename(store.folder / ".draft-left")
    assert store.find(MADE_FROM) is None
    store.sweep()
    assert list(store.folder.iterdir()) == []


def test_that_without_a_compiler_another_compilers_wheel_is_taken_but_not_another_cpus(
    store: WheelStore, wheel: Path
) -> None:
    kept = store.keep(wheel, MADE_FROM)
    assert store.find(replace(MADE_FROM, compiler="")) == kept
    assert store.find(replace(MADE_FROM, compiler="g++ 13")) is None
    assert store.find(replace(MADE_FROM, compiler="", cpu="sse4")) is None


def test_that_the_features_of_the_cpu_do_not_depend_on_their_order(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("processor : 0\nflags\t\t: fma avx2\nbugs : x\n", "utf-8")
    other.write_text("flags\t\t: avx2 fma\n", "utf-8")
    assert cpu_features(one) == cpu_features(other) == "avx2 fma"
