"""The small world of the bundled model: right answers, held-out words, and prompts that no person wrote."""

import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from whet_world import human, prompts, writing
from whet_world.families import all_families
from whet_world.kinds import Draw, Family, Kind, expand
from whet_world.stream import drawn_groups, situations

KINDS = [(family, kind) for family in all_families() for kind in family.kinds]
RECIPE = Path(__file__).parents[2] / "packaging" / "demo_model"


def test_that_there_are_many_kinds_and_each_is_named_once() -> None:
    names = [kind.name for _, kind in KINDS]
    assert len(names) == len(set(names)) >= 24


@pytest.mark.parametrize(("family", "kind"), KINDS, ids=[kind.name for _, kind in KINDS])
def test_that_a_kind_has_situations_on_both_sides_and_no_text_on_both(family: Family, kind: Kind) -> None:
    seen, held = (situations(family, kind, Draw(random.Random(f"1 {side}"), side), 40) for side in (False, True))
    assert not {each.text for each in seen} & {each.text for each in held}
    for each in (*seen, *held):
        assert each.answers[kind.name].strip()
        assert not set("[]{}|") & set(each.text), each.text
        if kind.labels:
            assert each.answers[kind.name] in kind.labels


@pytest.mark.parametrize(("family", "kind"), KINDS, ids=[kind.name for _, kind in KINDS])
def test_that_every_wording_of_a_kind_expands_and_there_are_many(family: Family, kind: Kind) -> None:
    rng = random.Random(2)
    for grammar in (*kind.what, *kind.ask, *kind.form, *kind.vague, *kind.tips, *family.chatty):
        text = expand(grammar, rng)
        assert text
        assert not set("[]{}") & set(text), grammar
    assert len({prompts.core_of(kind, rng) for _ in range(300)}) > 60


def test_that_a_chatty_reply_never_gives_the_answer_of_a_sample_task() -> None:
    rng = random.Random(3)
    for family in all_families():
        labels = {label for kind in family.kinds for label in kind.labels if label not in {"general", "yes", "no"}}
        for grammar in family.chatty:
            words = set(expand(grammar, rng).casefold().replace(".", "").split())
            assert not labels & words, grammar


@pytest.mark.slow
def test_that_training_prompts_share_no_eight_words_with_human_ones() -> None:
    reserved = {phrase for text in human.prompts() for phrase in human.phrases(human.words_of(text))}
    assert len(reserved) > 60
    for drawn in islice(drawn_groups("0 0"), 4000):
        if drawn.prompt is not None:
            assert not human.phrases(human.words_of(drawn.prompt.text)) & reserved, drawn.prompt.text


@pytest.mark.slow
def test_that_two_sample_tasks_are_never_written_about() -> None:
    written = [drawn for drawn in islice(drawn_groups("0 0"), 4000) if drawn.prompt is None]
    assert len(written) > 500
    assert not {drawn.kind.name for drawn in written} & writing.ABSENT


def test_that_the_same_seed_gives_the_same_groups() -> None:
    def first(seed: str) -> list[object]:
        return [drawn.group for drawn in islice(drawn_groups(seed), 200)]

    assert first("7") == first("7") != first("8")


@pytest.mark.slow
def test_that_the_samples_are_made_alike_again_and_test_on_held_out_words(tmp_path: Path) -> None:
    for name in ("a", "b"):
        subprocess.run([sys.executable, RECIPE / "make_samples.py", tmp_path / name], check=True, capture_output=True)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.*"))
    assert len(files) == 18
    assert all((tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes() for file in files)
