"""Bad input, one by one, through the command line: a sentence that helps, the right exit code, nothing lost."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.paths import bundled_model, sample_tasks

Whet = Callable[..., Any]
MODEL = bundled_model()
TASK = sample_tasks()[0].name


def fails(done: Any, *words: str, code: int = 1) -> None:
    assert done.code == code, (done.out, done.err)
    assert "Traceback" not in done.err
    for word in words:
        assert word.lower() in done.err.lower(), done.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ("empty",)),
        (b"this is no model\n" * 50, ("text file",)),
        (b"GGUF" + b"\xff" * 64, ("gguf",)),
        (None, ("truncated", "cut", "incomplete", "end of the file", "shorter")),
    ],
    ids=["empty", "text", "garbage", "truncated"],
)
def test_that_a_broken_model_is_refused_by_inspect_and_by_a_run(
    whet: Whet, tmp_path: Path, content: bytes | None, words: tuple[str, ...]
) -> None:
    assert MODEL is not None
    file = tmp_path / "broken.gguf"
    file.write_bytes(MODEL.read_bytes()[:3_000_000] if content is None else content)
    for command in (("models", "inspect", file), ("optimize", TASK, "--model", file)):
        done = whet(*command)
        fails(done, "broken.gguf")
        assert any(word in done.err.lower() for word in words), done.err


def test_that_a_missing_model_is_named(whet: Whet, tmp_path: Path) -> None:
    fails(whet("optimize", TASK, "--model", tmp_path / "nowhere.gguf"), "nowhere.gguf")


@pytest.mark.parametrize(
    ("content", "arguments", "words"),
    [
        (b"", (), ("empty",)),
        (b"text,label\n", (), ("no rows",)),
        (b"text,label\na,b\n", ("--answer", "lable"), ("no column", "label")),
        (b"text,text\na,b\n", (), ("text", "2 times")),
    ],
    ids=["empty", "header only", "missing column", "duplicate header"],
)
def test_that_a_data_file_that_cannot_be_used_is_refused(
    typed: Whet, tmp_path: Path, content: bytes, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    file = tmp_path / "data.csv"
    file.write_bytes(content)
    fails(typed("task", "create", "mine", file, *arguments), *words)
    assert not (tmp_path / "workspace" / "tasks" / "mine").exists()


def test_that_rows_with_errors_are_named_and_the_others_are_used(whet: Whet, tmp_path: Path) -> None:
    rows = [b"text,label"] + [f"sentence number {i},{'yes' if i % 2 else 'no'}".encode() for i in range(60)]
    rows[3] = b"caf\xe9,yes"
    rows[7] = b"only one cell"
    rows[9] = b"x" * 100_000_000 + b",yes"
    rows.append("naïve,no ".encode())
    file = tmp_path / "mixed.csv"
    file.write_bytes(b"\n".join(rows) + b"\n")
    checked = whet("data", "check", file)
    assert checked.code == 0, checked.err
    for words in ("Row 4", "Row 8", "Row 10: is 100,000,005 characters long"):
        assert words in checked.out
    made = whet("task", "create", "mine", file, "--json")
    assert made.code == 0, made.err
    assert sum(made.json["rows"].values()) >= 55
    assert {error[0] for error in made.json["errors"]} >= {4, 8, 10}


def test_that_a_task_is_made_with_the_thought_that_was_asked_for(whet: Whet, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("text,label\n" + "".join(f"sentence {i},{'yes' if i % 2 else 'no'}\n" for i in range(60)))
    fails(whet("task", "create", "mine", file, "--thought-tokens", "-5"), "-5 tokens", "0 for none", code=2)
    assert whet("task", "create", "mine", file, "--thought-tokens", "200").code == 0
    made = tmp_path / "workspace" / "tasks" / "mine" / "task.toml"
    assert tomllib.loads(made.read_text(encoding="utf-8"))["answer"]["thought_tokens"] == 200


def test_that_the_bundled_model_is_not_used_unasked_for_a_task_of_ones_own(whet: Whet, tmp_path: Path) -> None:
    assert MODEL is not None
    file = tmp_path / "mine.csv"
    file.write_text("text,label\n" + "".join(f"sentence {i},{'yes' if i % 2 else 'no'}\n" for i in range(90)))
    assert whet("task", "create", "mine", file).code == 0
    fails(whet("optimize", "mine"), "only knows the sample tasks", "--model")
    asked = whet(
        "optimize", "mine", "--model", MODEL, "--prompt", "Say yes or no.", "--budget", "calls=200", "--anyway"
    )
    assert "only knows the sample tasks" in asked.err


def test_that_a_prompt_longer_than_the_context_is_said_before_the_search(whet: Whet) -> None:
    fails(whet("optimize", TASK, "--prompt", "word " * 20_000), "does not fit", "context")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--set", "nonsense=3"), ("nonsense", "steps")),
        (("--set", "steps=many"), ("steps",)),
        (("--set", "steps=0"), ("steps", "range")),
        (("--budget", "calls=lots"), ("budget",)),
        (("--budget", "calls=-1"), ("budget",)),
        (("--preset", "perfect"), ("perfect", "hardened")),
    ],
)
def test_that_wrong_usage_is_told_apart_by_its_exit_code(
    typed: Whet, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    fails(typed("optimize", TASK, *arguments), *words, code=2)


def test_that_an_unknown_task_names_those_there_are(typed: Whet) -> None:
    fails(typed("optimize", "no-such-task"), "no-such-task", TASK, code=2)


def test_that_a_budget_below_the_seed_prompts_score_says_so(whet: Whet) -> None:
    fails(whet("optimize", TASK, "--budget", "calls=10"), "budget", "start prompts", code=2)
    fails(whet("optimize", TASK, "--budget", "calls=10", "--anyway"), "budget", "seed prompt")


def test_that_a_budget_below_two_rounds_is_refused_with_what_would_do(whet: Whet) -> None:
    refused = whet("optimize", TASK, "--budget", "calls=150")
    fails(refused, "two rounds", "--anyway", code=2)
    needed = re.search(r"Allow ([\d,]+) calls", refused.err)
    assert needed is not None
    assert whet("optimize", TASK, "--budget", f"calls={needed[1].replace(',', '')}").code == 0


def test_that_a_read_only_workspace_is_a_sentence(whet: Whet, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    folder = tmp_path / "readonly"
    folder.mkdir(mode=0o555)
    fails(whet("demo", "--workspace", folder), "cannot be written")


def test_that_a_full_disk_stops_a_run_with_a_sentence_and_keeps_it(whet: Whet, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=176k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("this user may not mount a small disk")
    try:
        (disk / "w").mkdir()
        done = whet("optimize", TASK, "--workspace", disk / "w", "--set", "proposals=16")
        fails(done, "full", "kept")
        runs = whet("runs", "--workspace", disk / "w", "--json").json
        assert runs[0]["status"] in {"failed", "interrupted"}
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def running(environment: dict[str, str], tmp_path: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "core", "optimize", TASK, "--json"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0
    )
    until = time.monotonic() + 120
    while not any(log.stat().st_size > 3000 for log in (tmp_path / "workspace").glob("runs/*/events.jsonl")):
        assert time.monotonic() < until
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    return process


def children(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(word) for word in listed.stdout.split()]


def kill_the_engine(process: "subprocess.Popen[bytes]", *, but: list[int]) -> list[int]:
    """Kill the engine of a command, once it is another one than those; its number."""
    until = time.monotonic() + 60
    while not (found := [child for child in children(process.pid) if child not in but]):
        assert time.monotonic() < until
        time.sleep(0.01)
    for child in found:
        os.kill(child, signal.SIGKILL)
    return found


def test_that_a_run_goes_on_by_itself_when_its_engine_dies(
    whet: Whet, environment: dict[str, str], tmp_path: Path
) -> None:
    process = running(environment, tmp_path)
    kill_the_engine(process, but=[])
    out, err = process.communicate(timeout=240)
    assert process.returncode == 0, err
    assert b"stopped unexpectedly" not in out
    assert json.loads(out)["ended"] == "finished"
    assert whet("runs", "--json").json[0]["status"] == "finished"


def test_that_an_engine_that_dies_again_ends_the_command_with_a_sentence_and_the_run_can_be_resumed(
    whet: Whet, environment: dict[str, str], tmp_path: Path
) -> None:
    process = running(environment, tmp_path)
    dead = kill_the_engine(process, but=[])
    kill_the_engine(process, but=dead)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"stopped unexpectedly" in err
    assert b"kept" in err
    assert b"Traceback" not in err
    assert out.startswith(b'{"error"')
    assert whet("runs", "--json").json[0]["status"] == "interrupted"
    resumed = whet("resume", "last", "--json")
    assert resumed.code == 0, resumed.err
    assert resumed.json["ended"] == "finished"


def test_that_ctrl_c_cancels_with_130_and_a_second_command_works_in_the_workspace_meanwhile(
    whet: Whet, environment: dict[str, str], tmp_path: Path
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("input,answer\n" + "".join(f"row {n},{n % 2}\n" for n in range(60)))
    process = running(environment, tmp_path)
    assert whet("task", "create", "own", rows, "--prompt", "Answer.").code == 0
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"Traceback" not in err
    assert json.loads(out)["ended"] == "cancelled"
    assert whet("runs", "--json").json[0]["status"] == "cancelled"


def test_that_a_killed_command_takes_its_engine_with_it(environment: dict[str, str], tmp_path: Path) -> None:
    process = running(environment, tmp_path)
    engines = children(process.pid)
    assert engines
    process.kill()
    process.communicate()
    until = time.monotonic() + 30
    while any(Path(f"/proc/{pid}").exists() for pid in engines):
        assert time.monotonic() < until, "the engine outlived its client"
        time.sleep(0.05)


def test_that_a_window_without_a_display_is_a_sentence(whet: Whet, environment: dict[str, str]) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    fails(whet(), "no display", "whet --help", code=2)
