"""Several commands at once in one workspace: all end, and each as if it had been alone."""

import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from core.bench.attacks import made
from core.bench.attacks.commands import Done, start, whet
from core.program import program


def attack(folder: Path, say: Callable[[str], None]) -> tuple[int, int, int]:
    """Commands that ran at once, those that did not end well or as alone, and sockets that any of them opened."""
    base, home = made.workspace(folder), folder / "home"
    place = folder / "parallel"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(base, place)
    shutil.rmtree(made.run_of(place))
    data = made.rows(folder / "more.csv", seed=5)
    model, at = made.model(), ("--workspace", place)
    commands: list[tuple[str | Path, ...]] = [
        ("optimize", "own", "--model", model, *made.SHORT, *at),
        ("optimize", "own", "--model", model, *made.SHORT, "--seed", "1", *at),
        (
            "compare",
            "sentiment",
            "--prompt",
            "Say it.",
            "--prompt",
            "Is it good?",
            "--model",
            model,
            "--rows",
            "20",
            *at,
        ),
        ("try", "own", "--prompt", "Say it.", "--model", model, *at),
        *(("task", "create", f"more-{n}", data, "--prompt", "Answer.", *at) for n in range(3)),
    ]
    say(f"{len(commands)} commands at once in one workspace")
    found: list[Done | None] = [None] * len(commands)
    sockets: set[object] = set()
    threads = [threading.Thread(target=_run, args=(words, home, n, found, sockets)) for n, words in enumerate(commands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wrong = 0
    for words, done in zip(commands, found, strict=True):
        if done is None or done.code != 0:
            wrong += 1
            say(f"whet {words[0]}: {done.err[-300:]!r}" if done else f"whet {words[0]} said nothing")
    logs = {file.read_bytes() for file in (place / "runs").glob("*/events.jsonl")}
    wrong += next((base / "runs").glob("*/events.jsonl")).read_bytes() not in logs
    wrong += len(list((place / "tasks").glob("*/task.toml"))) < 4
    listed = whet("runs", "--json", *at, home=home)
    wrong += listed.out.count(b'"id"') != 2
    return len(commands), wrong, len(sockets)


def _run(
    words: tuple[str | Path, ...], home: Path, number: int, found: list[Done | None], sockets: set[object]
) -> None:
    with start(program("core", *map(str, words)), home=home) as child:
        watching = threading.Thread(target=_watch, args=(child, sockets), daemon=True)
        watching.start()
        out, err = child.communicate(timeout=280)
        found[number] = Done(child.returncode, out, err)


def _watch(child: "subprocess.Popen[bytes]", sockets: set[object]) -> None:
    """Note every connection of a process and of those that it starts."""
    while child.poll() is None:
        try:
            process = psutil.Process(child.pid)
            for each in (process, *process.children(recursive=True)):
                sockets.update(each.net_connections(kind="inet"))
        except psutil.Error:
            pass
        time.sleep(0.1)
