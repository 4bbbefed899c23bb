"""How the command line behaves whatever the command: near words, places of options, workspaces, hints, exit codes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from core.cli.completion import words
from core.cli.hints import with_workspace
from core.cli.main import main, parser

SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WHET_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("WHET_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def mail(tmp_path: Path) -> Path:
    file = tmp_path / "mail.csv"
    desks = ("billing", "delivery", "support")
    rows = "".join(f"letter {n} about parcel {n % 7},{desks[n % 3]}\n" for n in range(60))
    file.write_text(f"message,desk\n{rows}", "utf-8")
    return file


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["optimise", "sentiment"], "“optimize”"),
        (["task", "crate", "a", "b.csv"], "“create”"),
        (["optimize", "sentiment", "--method", "protegy"], "“protegi”"),
        (["optimize", "sentimant"], "“sentiment”"),
        (["methods", "gpoo"], "“gpo”"),
        (["try", "sentiment", "--metric", "exact_mach"], "“exact_match”"),
        (["optimize", "sentiment", "--methd", "gpo"], "“--method”"),
        (["export", "last", "--format", "jason"], "“json”"),
    ],
)
def test_that_a_slip_is_answered_with_the_word_that_was_meant_and_exit_code_2(
    typed: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 2
    assert f"Did you mean {meant}?" in capsys.readouterr().err.replace("\n", " ")


def test_that_a_column_that_does_not_exist_is_answered_with_a_near_one(
    mail: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["task", "create", "mail", str(mail), "--input", "mesage"]) == 1
    assert "Did you mean “message”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said", "in_chinese"),
    [
        (["optimize"], "Missing: TASK.", "缺少：TASK。"),
        (["optimize", "sentiment", "--seed"], "--seed needs a value.", "--seed 需要一个值。"),
        (["optimize", "sentiment", "--seed", "x"], "--seed is a whole number, not “x”.", "--seed 应为整数"),
        (["task", "create", "a", "b", "--sizes", "1"], "--sizes is not right: three numbers", "--sizes 不对：三个数"),
    ],
)
def test_that_what_argparse_misses_is_said_in_the_person_s_language(
    typed: list[str], said: str, in_chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, sentence in (("en", said), ("zh_CN", in_chinese)):
        assert main(["--lang", language, *typed]) == 2
        assert sentence in capsys.readouterr().err


def test_that_a_mistake_is_one_json_object_with_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["optimise", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "usage"


@pytest.mark.parametrize("typed", [["--json", "runs"], ["runs", "--json"]])
def test_that_options_of_the_program_stand_before_or_after_the_command(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(typed) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("front", [True, False])
def test_that_a_workspace_that_is_missing_is_made_and_named(
    front: bool, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    option = ["--workspace", str(home / "new")]
    assert main([*option, "task", "list"] if front else ["task", "list", *option]) == 0
    assert (home / "new" / "whet.json").is_file()
    assert "A new workspace was made" in capsys.readouterr().err


def test_that_a_folder_of_other_things_does_not_become_a_workspace(home: Path) -> None:
    (home / "photos").mkdir()
    (home / "photos" / "one.jpg").write_bytes(b"")
    assert main(["runs", "--workspace", str(home / "photos")]) == 1
    assert [each.name for each in (home / "photos").iterdir()] == ["one.jpg"]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Go on with: whet resume 1234", "Go on with: whet resume 1234 --workspace '/tmp/a b'"),
        ("`whet task create` makes one.", "`whet task create --workspace '/tmp/a b'` makes one."),
        ("Get it: whet models get starter", "Get it: whet models get starter"),
        ("A whet stone is no command.", "A whet stone is no command."),
    ],
)
def test_that_commands_in_hints_name_the_workspace(text: str, typed: str) -> None:
    assert with_workspace(text, Path("/tmp/a b")) == typed
    assert with_workspace(text, None) == text


def test_that_tasks_are_listed_shown_renamed_and_deleted(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def result(*typed: str) -> Any:
        capsys.readouterr()
        assert main([*typed, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    assert main(["task", "create", "mail", str(mail), "--prompt", "Which desk?"]) == 0
    (listed,) = result("task", "list")
    assert (listed["task"], listed["prompts"], listed["runs"]) == ("mail", ["Which desk?"], 0)
    assert listed["train"] + listed["validation"] + listed["sealed"] == 60
    assert result("task", "rename", "mail", "post")["task"] == "post"
    assert result("task", "show", "post")["labels"] == ["billing", "delivery", "support"]
    assert result("task", "delete", "post") == {"task": "post", "deleted": True}
    assert result("task", "list") == []


def test_that_a_sealed_row_is_never_shown_by_task_show(mail: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["task", "create", "mail", str(mail)]) == 0
    capsys.readouterr()
    main(["task", "show", "mail"])
    assert "letter" not in capsys.readouterr().out


@pytest.mark.parametrize("typed", [["show", "nothing"], ["task", "show", "nothing"], ["task", "delete", "nothing"]])
def test_that_what_does_not_exist_is_exit_code_2_for_tasks_and_runs_alike(typed: list[str]) -> None:
    assert main(typed) == 2


@pytest.mark.parametrize("typed", [["task", "delete", "sentiment"], ["task", "rename", "sentiment", "mood"]])
def test_that_a_sample_is_not_the_person_s_to_change(typed: list[str]) -> None:
    assert main(typed) == 2


def test_that_a_task_is_not_renamed_onto_another(mail: Path) -> None:
    for name in ("one", "two"):
        assert main(["task", "create", name, str(mail)]) == 0
    assert main(["task", "rename", "one", "two"]) == 2
    assert main(["task", "show", "one"]) == 0


def test_that_methods_show_their_parameters_types_defaults_and_presets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["methods", "paraphrase", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["name"], each["type"], each["default"]) for each in found["parameters"]] == [
        ("rounds", "int", 8),
        ("proposals", "int", 4),
    ]
    assert list(found["presets"]) == ["hardened", "faithful"]
    assert main(["methods"]) == 0
    assert "gpo" in capsys.readouterr().out


def test_that_a_method_file_is_shown_and_confirmed_before_it_is_kept(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "mine.py").write_text("print('ran')  # a file to be read\n")
    assert main(["methods", "mine.py", "--trust"]) == 2, "nobody is at the terminal to agree"
    assert not (home / "home" / "methods").exists()
    assert main(["methods", "mine.py", "--trust", "--yes"]) == 0
    shown = capsys.readouterr().out
    assert "a file to be read" in shown
    assert "ran\n" not in shown
    assert (home / "home" / "methods" / "mine.py").is_file()


@pytest.mark.parametrize("shell", SHELLS)
def test_that_completion_holds_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for each in words(parser()):
        assert f"'{each.path}'" in script or f'"{each.path}"' in script
        assert all(name.removeprefix("--") in script for name, _ in each.options)
    if (program := shutil.which(shell)) is not None:
        done = subprocess.run([program, "-n"], input=script, capture_output=True, text=True, check=False)
        assert done.stderr == ""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("typed", "completed"),
    [("whet opt", "optimize"), ("whet task ren", "rename"), ("whet optimize x --meth", "--method")],
)
def test_that_bash_completes_what_was_begun(typed: str, completed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    parts = " ".join(f"'{each}'" for each in typed.split())
    count = len(typed.split()) - 1
    run = f'{script}\nCOMP_WORDS=({parts}); COMP_CWORD={count}; _whet; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", run], capture_output=True, text=True, check=True)
    assert completed in done.stdout.split()
