"""A language is one file: the command line speaks it when asked, by an option or by the system's variables."""

import json
from pathlib import Path

import pytest

from core import language
from core.cli.main import main
from core.errors import UsageError
from core.said import Said, render

PIRATE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="tlh"><context><name>Core</name>
<message><source>There is no task “{name}”.</source><translation>Arr, no task “{name}”!</translation></message>
<message><source>Check its name.</source><translation type="unfinished">Arr?</translation></message>
<message><source>list the runs of the workspace</source><translation>show me the runs</translation></message>
</context><context><name>QuitDialog</name>
<message><source>Quit</source><translation>Abandon ship</translation></message>
<message numerus="yes"><source>{n} rows</source><translation><numerusform>{n} plank</numerusform>
<numerusform>{n} planks</numerusform></translation></message></context></TS>
"""


@pytest.fixture
def pirate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A language that is nothing but a file in the person's own folder."""
    monkeypatch.setenv("WHET_HOME", str(tmp_path))
    folder = tmp_path / "translations"
    folder.mkdir()
    (folder / "whet_tlh.ts").write_text(PIRATE, "utf-8")
    return "tlh"


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    main(arguments)
    found = capsys.readouterr()
    return found.out, found.err


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "workspace")


@pytest.mark.parametrize("before", [True, False])
def test_that_an_error_is_said_in_the_language_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], place: str, *, before: bool
) -> None:
    command = ("task", "show", "none-such", "--workspace", place)
    _, said = said_by(capsys, *(("--lang", "zh_CN", *command) if before else (*command, "--lang=zh_CN")))
    assert "没有任务“none-such”。\n" in said
    assert "There is" not in said


def test_that_the_system_s_variables_choose_the_language(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    _, said = said_by(capsys, "task", "show", "none-such", "--workspace", place)
    assert "没有任务“none-such”。" in said
    _, said = said_by(capsys, "task", "show", "none-such", "--workspace", place, "--lang", "en")
    assert "There is no task “none-such”." in said


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ("zh_CN.UTF-8", "zh_CN"), ("zh-Hans-CN", "zh_CN"), ("zh_SG", "zh_CN"), ("zh_TW.UTF-8", "en"), ("zh_HK", "en"),
        ("en_GB", "en"), ("de_DE@euro", "en"), ("C", "en"), ("C.UTF-8", "en"), ("POSIX", "en"), ("", "en"),
    ],
)  # fmt: skip
def test_that_a_locale_leads_to_its_language_or_to_english(locale: str, spoken: str) -> None:
    assert language.of_environment({"LANG": locale}) == spoken


def test_that_the_first_variable_that_is_set_counts() -> None:
    assert language.of_environment({"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US"}) == "zh_CN"
    assert language.of_environment({"LC_ALL": "C.UTF-8", "LANG": "zh_CN"}) == "en"


def test_that_programs_read_english_with_the_key_and_the_values_beside_it(
    capsys: pytest.CaptureFixture[str], place: str
) -> None:
    out, _ = said_by(capsys, "task", "show", "none-such", "--workspace", place, "--json", "--lang", "zh_CN")
    error = json.loads(out)["error"]
    assert error["message"] == "There is no task “none-such”."
    assert error["said"]["message"]["key"] == "There is no task “{name}”."
    assert error["said"]["message"]["values"] == {"name": "none-such"}


def test_that_a_language_that_there_is_none_of_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError) as caught:
        language.asked_for("zn_CN")
    assert "Did you mean “zh_CN”?" in caught.value.hint
    assert language.asked_for("zh") == language.asked_for("zh-Hans") == "zh_CN"
    assert main(("runs", "--lang", "nowhere")) == 2
    assert "There is no language “nowhere”." in capsys.readouterr().err


def test_that_one_file_more_is_a_language_more(capsys: pytest.CaptureFixture[str], pirate: str, place: str) -> None:
    _, said = said_by(capsys, "task", "show", "none-such", "--workspace", place, "--lang", pirate)
    assert "Arr, no task “none-such”!" in said
    with pytest.raises(SystemExit):
        main(("--lang", pirate, "--help"))
    help_ = capsys.readouterr().out
    assert "show me the runs" in help_
    assert "search for a better prompt" in help_  # what it lacks is English


def test_that_unfinished_texts_and_files_that_are_none_say_nothing(tmp_path: Path, pirate: str) -> None:
    assert render("Check its name.", language.say_in(pirate)) == "Check its name."
    broken = tmp_path / "whet_xx.ts"
    broken.write_text("<TS><context>", "utf-8")
    assert language.read(broken) == {}


def test_that_a_command_in_a_hint_can_be_typed_in_any_language() -> None:
    from core.cli.hints import with_workspace

    hint = render(Said("Resume it: whet resume {id}", id="r1"), language.say_in("zh_CN"))
    assert with_workspace(hint, Path("/elsewhere")).endswith("whet resume r1 --workspace /elsewhere")
