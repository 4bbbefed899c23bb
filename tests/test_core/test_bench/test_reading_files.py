"""The files of the bench “reading”: the product's own are right, and what is wrong, unknown or broken is said."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from core import paths
from core.bench import reading_files
from core.bench.file_cases import cases_of

_OWN = paths.resources() / "cases" / "data"
_EXPECTED = Path(__file__).with_name("expected_files.json")
_SHARED = os.environ.get("WHET_CASES", "")


@dataclass(frozen=True)
class _Options:
    cases: Path

    def say(self, text: str) -> None:
        """Nothing is shown."""


@pytest.mark.parametrize("case", sorted(each.name for each in _OWN.iterdir()))
def test_that_the_product_s_own_files_are_read_as_their_cases_say(case: str) -> None:
    found = [each for each in cases_of(_OWN) if each.folder == case]
    assert found
    assert {f"{each.file.name}: {each.wrong()}" for each in found if each.wrong()} == set()


def _cases(tmp_path: Path, expected: object) -> Path:
    place = tmp_path / "data" / "one"
    place.mkdir(parents=True)
    (place / "a.csv").write_text("text,label\n" + "".join(f"text {n},{'ab'[n % 2]}\n" for n in range(20)))
    (place / "README").write_text("What is right.")
    if expected is not None:
        (place / "expect.json").write_text(expected if isinstance(expected, str) else json.dumps(expected))
    return tmp_path / "data"


@pytest.mark.parametrize(
    ("expected", "wrong"),
    [
        ({"rows": 20, "columns": ["text", "label"], "kind": "label", "first_row": {"text": "text 0", "row": 2}}, ""),
        ({"files": {"a.csv": {"rows": 20}}}, ""),
        ({"a.csv": [{"rows": 20}, {"first": ["text 0", "a"]}]}, ""),
        ({"splits": {"train": 4, "validation": 6, "test": 10}}, ""),
        ({"refused": "too few", "options": {"sizes": [30, 30, 30]}}, "other words: The splits ask for 90 rows"),
        ({"rows": 21}, "rows: 20 instead of 21"),
        ({"first": {"answer": "b"}}, "first answer: a instead of b"),
        ({"kind": "span", "input": "label"}, "input: text instead of label"),
        ({"notes": ["never said"]}, "“never said” is not said"),
        ({"refused": True}, "it was not refused"),
        ({"options": {"answer": ["lable"]}}, "it was refused: a.csv has no column “lable”"),
        ({"lines": 3}, "only keys that are not understood: lines"),
        ({"First row": {"text": "text 0"}, "Kind": "label"}, ""),
        ([], "the expectation says nothing"),
        ({"rows": 20, "first": 7}, "first row is no object or list: 7"),
        ({"rows": 20, "options": {"headr": True}}, "options that are not understood: headr"),
        ("{", "no JSON"),
    ],
)
def test_that_a_case_says_what_is_otherwise_than_expected(tmp_path: Path, expected: object, wrong: str) -> None:
    found = "; ".join(each.wrong() for each in cases_of(_cases(tmp_path, expected)))
    assert wrong in found
    assert bool(wrong) == bool(found.strip("; "))


def test_that_a_folder_without_an_expectation_is_listed_and_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_files, "_ROWS", 1000)
    _cases(tmp_path, None)
    rows, bars = reading_files.rows_and_bars(_Options(tmp_path))  # type: ignore[arg-type]
    assert rows[0] == {"case": "one", "file": "a.csv", "found": "no expectation"}
    assert [bar.id for bar in bars] == ["reading_speed"]


@pytest.mark.skipif(not _SHARED, reason="WHET_CASES names no folder of cases")
def test_that_the_cases_of_a_folder_are_read_as_we_expect(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(Path(_SHARED) / "data", folder)
    for name, expected in json.loads(_EXPECTED.read_text(encoding="utf-8")).items():
        place = folder / name
        said = {next(file.name for file in place.glob("*.csv")): expected} if isinstance(expected, list) else expected
        (place / "expect.json").write_text(json.dumps(said), encoding="utf-8")
    assert {f"{case.folder}/{case.file.name}: {case.wrong()}" for case in cases_of(folder) if case.wrong()} == set()
