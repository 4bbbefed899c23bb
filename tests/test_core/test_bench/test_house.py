"""The bench of the house: what it counts, and that its recipes still fit the sources that they are written into."""

import shutil
from pathlib import Path

import pytest

import core
from core.bench import house
from core.bench.house_additions import ADDITIONS
from core.bench.house_copy import Addition, Chinese, Lines, New, cost
from core.bench.house_count import imports_per_file, lines, modules_at, names_used_twice, sources
from core.bench.table import BenchOptions
from core.errors import RunError, UsageError

ROOT = Path(core.__file__).parents[1]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small product of three files."""
    files = {
        "core/__init__.py": "",
        "core/one.py": "import os\nfrom core import two\n\n\nclass Row:\n    pass\n\n\nclass Params:\n    pass\n",
        "core/two.py": "from core.three.four import Four\n\n\ndef f() -> None:\n    from core.three.four import Five\n",
        "core/three/four.py": "class Row:\n    pass\n\n\nclass Params:\n    pass\n\n\nclass _Own:\n    pass\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_that_lines_and_own_imports_are_counted_each_module_once(tree: Path) -> None:
    found = sources(tree, "core")
    assert [each.module for each in found] == ["core", "core.one", "core.three.four", "core.two"]
    assert {each.module: set(each.imports) for each in found if each.imports} == {
        "core.one": {"core.two"},
        "core.two": {"core.three.four"},
    }
    assert lines(found) == 25
    assert imports_per_file(found) == pytest.approx(2 / 3)


def test_that_a_public_class_in_two_modules_is_named_but_not_one_that_each_has_to_have(tree: Path) -> None:
    assert names_used_twice(sources(tree, "core")) == {"Row": ["core.one", "core.three.four"]}


def test_that_without_a_history_nothing_is_said_of_what_was_there_before(tree: Path) -> None:
    assert modules_at(tree, "0000000") is None


def test_that_a_place_whose_anchor_is_gone_or_stands_twice_is_refused_with_its_file(tree: Path) -> None:
    Lines("core/one.py", {"class Row": "class New:\n    pass\n\n\n"}).write(tree)
    assert "class New" in (tree / "core/one.py").read_text("utf-8")
    for anchor in ("class Gone", "    pass"):
        with pytest.raises(RunError, match=r"core/one\.py has \d+ places"):
            Lines("core/one.py", {anchor: "x"}).write(tree)


@pytest.mark.parametrize("addition", ADDITIONS, ids=lambda each: each.what)
def test_that_every_recipe_fits_the_sources(addition: Addition, tmp_path: Path) -> None:
    for place in addition.places:
        if isinstance(place, Lines):
            (tmp_path / place.name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / place.name, tmp_path / place.name)
        if not isinstance(place, Chinese):
            place.write(tmp_path)
    made = [place for place in addition.places if isinstance(place, New)]
    assert all((ROOT / place.name).parent.is_dir() and not (ROOT / place.name).exists() for place in made)
    assert all((ROOT / test.partition("::")[0]).exists() for test in addition.tests if test.startswith("tests/"))


def test_that_an_addition_that_does_not_work_is_told_with_what_failed(tree: Path) -> None:
    broken = Addition("ghost", 1, (New("core/ghost.py", {"ghost.py": "x = 1\n"}),), (), "import core.ghost as g; g.y")
    found = cost(broken, tree)
    assert found.places == ("core/ghost.py",)
    assert "The proof failed." in found.failed
    assert "AttributeError" in found.failed


def test_that_an_unknown_addition_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="method, metric, reader, export, page, command"):
        house.bench(BenchOptions(only=("sofa",)))


@pytest.mark.slow
def test_that_a_new_command_costs_its_file_its_name_and_its_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    result = house.bench(BenchOptions(only=("command",)))
    assert {bar.id: bar.value for bar in result.bars}["places that a new command costs"] == 3
    assert [row["tests"] for row in result.more["costs"]] == ["pass"]
    assert result.rows[0]["part"] == "core"
    assert "a new command: 3 places, its tests pass" in capsys.readouterr().out
