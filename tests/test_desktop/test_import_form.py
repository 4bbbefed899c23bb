"""The window's import form: what a file is said to be, what its columns mean, and the task that comes of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.data.guessing import suggest_mapping
from core.data.looking import read_rows
from core.data.options import ReadOptions
from core.data.profile import load_profile
from core.data.splitting import Sizes
from core.domain.example import Split
from core.store.workspace import open_workspace
from desktop.app import Whet
from desktop.pages.datasets.import_form import ImportForm
from desktop.pages.datasets.page import DatasetsPage
from desktop.pages.names import DATASETS

_SAID = {"input": "name", "answer": "mark", "group": "who", "split": "", "variables": ("text", "who")}
Opened = Callable[..., Whet]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace" / "tasks" / "own"
    open_workspace(tmp_path / "workspace", create=True).close()
    return folder


@pytest.fixture
def page(own: Path, open_whet: Opened, silent: list[str]) -> DatasetsPage:
    whet = open_whet(engine=silent)
    whet.window.show_page(DATASETS)
    return whet.window.datasets


def _import(page: DatasetsPage, qtbot: QtBot, file: Path) -> ImportForm:
    page.show_import()
    page.form.read(str(file))
    qtbot.waitUntil(page.form._create.isEnabled)
    return page.form


def _made(page: DatasetsPage, own: Path, qtbot: QtBot, name: str) -> Path:
    page.form._name.setText(name)
    page.form.make_task()
    qtbot.waitUntil(lambda: page.data.folder is not None and page.data.folder.name == name)
    return own.parent / name


def test_that_another_input_is_what_the_model_sees_even_beside_a_column_called_input(
    page: DatasetsPage, own: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "tips.json"
    rows = [{"instruction": f"Name tip {n}", "input": "" if n % 3 else "x", "output": f"tip {n}"} for n in range(60)]
    file.write_text(json.dumps(rows))
    form = _import(page, qtbot, file)
    assert form.meaning.template.text() == "{{instruction}}\\n\\n{{input}}"
    form._input.setCurrentText("instruction")
    form._input.activated.emit(form._input.currentIndex())
    assert form.meaning.template.text() == ""
    qtbot.waitUntil(form._create.isEnabled)
    folder = _made(page, own, qtbot, "tips")
    made = read_rows(folder)
    assert len(made.rows) + made.sealed == 60
    assert made.rows[0].example.input.startswith("Name tip")


def test_that_a_saved_profile_says_how_another_file_is_read_and_what_its_columns_mean(
    page: DatasetsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file, kept = tmp_path / "one.csv", tmp_path / "mine.toml"
    rows = "".join(f"{n};hello {n};{'ab'[n % 2]};{n % 20}\n" for n in range(60))
    file.write_text(f"made by hand;;;\nname;text;mark;who\n{rows}")
    form = _import(page, qtbot, file)
    form.reading.header.setCurrentIndex(form.reading.header.findData("numbered"))
    form.reading.row_number.setValue(2)
    form.reading.delimiter.setCurrentIndex(form.reading.delimiter.findData(";"))
    form.reading.delimiter.activated.emit(0)
    qtbot.waitUntil(lambda: form._answer.count() == 4 and form._create.isEnabled())
    form._input.setCurrentText("name")
    form._answer.setCurrentText("mark")
    form.meaning.group.setCurrentText("who")
    form.meaning.sizes.setText("10, 0.5, 20")
    form.profile.keep(str(kept))
    profile = load_profile(kept)
    assert (profile.header_row, profile.delimiter, profile.input, profile.answer) == (2, ";", ["name"], ["mark"])
    assert (profile.group_column, profile.split_column, profile.sizes) == ("who", "none", [10, 0.5, 20])

    other = tmp_path / "two.csv"
    other.write_text(f"made by machine;;;\nname;text;mark;who\n{rows}")
    page.show_import()
    form.profile.take(str(kept))
    form.read(str(other))
    qtbot.waitUntil(lambda: form._input.currentText() == "name" and form._create.isEnabled())
    assert form._mapping() == replace(suggest_mapping(form._table), **_SAID)
    assert form.reading.options == ReadOptions(delimiter=";", header_row=2)
    assert form.meaning.asked_sizes() == Sizes(10, 0.5, 20)

    third = tmp_path / "three.csv"
    third.write_text("a;b\n" + "".join(f"x{n};{n % 2}\n" for n in range(20)))
    form.profile.take(str(kept))
    form.read(str(third))
    qtbot.waitUntil(lambda: "no column “name”" in form._problems.text())


def test_that_a_file_is_read_again_as_a_person_says_it_is_written(
    page: DatasetsPage, own: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mail.csv"
    rows = "".join(f"mail {'abc'[n % 3]}{n} about it;{'xy'[n % 2]};group {n // 3}\n" for n in range(60))
    file.write_text(f"words;verdict;family\n{rows}", encoding="utf-8")
    form = _import(page, qtbot, file)
    assert form._input.currentText() == "words"
    form.reading.header.setCurrentIndex(form.reading.header.findData("none"))
    form.reading.header.activated.emit(2)
    qtbot.waitUntil(lambda: form._create.isEnabled() and form._input.currentText() == "column_1")
    form.reading.header.setCurrentIndex(form.reading.header.findData("first"))
    form.reading.header.activated.emit(1)
    qtbot.waitUntil(lambda: form._create.isEnabled() and form._input.currentText() == "words")
    form._answer.setCurrentText("verdict")
    form.meaning.group.setCurrentIndex(form.meaning.group.findData("family"))
    form.meaning.sizes.setText("15, 15, 30")
    folder = _made(page, own, qtbot, "grouped")
    made = read_rows(folder)
    families: dict[Split, set[str]] = {split: set() for split in Split}
    for row in made.rows:
        families[row.split].add(dict(row.example.variables)["family"])
    assert len(made.rows) == 30
    assert not families[Split.TRAIN] & families[Split.VALIDATION]


def test_that_a_table_that_takes_long_says_so_and_can_be_left(page: DatasetsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text("input,answer\n" + "".join(f"text {n},{n % 2}\n" for n in range(900_000)))
    page.show_import()
    form = page.form
    form.read(str(file))
    assert form._back.text() == "Cancel"
    qtbot.waitUntil(lambda: "s so far; it may take 12 s" in form._found.text())
    form.go_back()
    assert form._found.text() == "Cancelled: nothing was read."
    assert form._back.text() == "Back"
    short = tmp_path / "short.csv"
    short.write_text("input,answer\n" + "".join(f"text {n},{n % 2}\n" for n in range(40)))
    form.read(str(short))
    qtbot.waitUntil(form._create.isEnabled, timeout=60_000)
    assert form._found.text().startswith("40 rows")


def test_that_the_form_names_the_rows_that_its_task_will_not_use_and_divides_them_as_asked(
    page: DatasetsPage, own: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "many.csv"
    file.write_text("text,label\n" + "".join(f"question {n},{'ab'[n % 2]}\n" for n in range(2900)))
    form = _import(page, qtbot, file)
    said = form.used.words.text().replace("\u202f", ",")
    assert said.startswith("1,700 of 2,900 rows are used: 200 to learn from, 500 to choose by, 1,000 sealed"), said
    assert form.used.sizes.isHidden()
    form.used.change.click()
    for number, size in zip(form.used.sizes.numbers, (2900, 300, 700), strict=True):
        number.setValue(size)
    assert not form.used.sizes.use.isEnabled()  # more than there are
    form.used.sizes.numbers[0].setValue(100)
    form.used.sizes.use.click()
    qtbot.waitUntil(lambda: "1\u202f100 of" in form.used.words.text())
    made = read_rows(_made(page, own, qtbot, "many"))
    assert [sum(row.split is split for row in made.rows) for split in (Split.TRAIN, Split.VALIDATION)] == [100, 300]
    assert made.sealed == 700


def test_that_rows_which_cannot_be_divided_are_refused_with_their_reason_before_a_task_is_made(
    page: DatasetsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "few.csv"
    file.write_text("text,label\n" + "".join(f"the same,{'ab'[n % 2]}\n" for n in range(40)))
    page.show_import()
    page.form.read(str(file))
    qtbot.waitUntil(lambda: "too few" in page.form._problems.text())
    assert not page.form._create.isEnabled()
    assert page.form.used.isHidden()
