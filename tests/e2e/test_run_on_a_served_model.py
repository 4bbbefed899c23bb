"""`whet serve` beside a run: the run and another tool ask the same loaded model, and neither notices the other."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import httpx
import pytest

from core.llm.remote.address import address
from core.paths import bundled_model

Whet = Callable[..., Any]

TOKEN = "a-token-for-tests"
QUESTIONS = (
    "Say whether it is good or bad.\n\nA fine film.",
    "Name the last letter.\n\nriver",
    "Count the words.\n\none two",
)


@pytest.fixture
def served(environment: dict[str, str], tmp_path: Path) -> Iterator[str]:
    """The address of the bundled model, served by a program of its own."""
    command = [sys.executable, "-m", "core", "serve", "--model", str(bundled_model()), "--port", "0", "--json"]
    with subprocess.Popen(
        command, cwd=tmp_path, env={**environment, "WHET_SERVE_TOKEN": TOKEN}, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout is not None
            said = _object(program.stdout)
            yield f"{said['address']}#{said['model']}"
        finally:
            program.send_signal(signal.SIGTERM)
            program.wait(30)


def _object(lines: IO[str]) -> dict[str, str]:
    """The object that a program prints, as soon as it is whole."""
    text = ""
    for line in lines:
        text += line
        with suppress(json.JSONDecodeError):
            return dict(json.loads(text))
    raise AssertionError(f"no object: {text}")


class OtherTool:
    """Asks the same questions again and again, as an editor or another library does, and keeps what it was told."""

    def __init__(self, url: str) -> None:
        self.answers: dict[str, set[str]] = {question: set() for question in QUESTIONS}
        self.asked = 0
        self._url, self._stop = url, threading.Event()
        self._thread = threading.Thread(target=self._ask)

    def __enter__(self) -> "OtherTool":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _ask(self) -> None:
        with httpx.Client(timeout=120, trust_env=False, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
            while not self._stop.is_set():
                question = QUESTIONS[self.asked % len(QUESTIONS)]
                body = {"messages": [{"role": "user", "content": question}], "temperature": 0, "max_tokens": 8}
                answer = client.post(f"{self._url}/chat/completions", json=body).raise_for_status().json()
                self.answers[question].add(str(answer["choices"][0]["message"]["content"]))
                self.asked += 1


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_that_a_run_and_another_tool_share_a_served_model(whet: Whet, served: str, environment: dict[str, str]) -> None:
    at = address(served)
    environment[at.key_variable] = TOKEN
    asked = ("--model", served, "--seed", "1", "--budget", "calls=300", "--anyway", "--json")
    alone = whet("optimize", "last-letter", "--method", "gpo", *asked, timeout=300)
    assert alone.code == 0, alone.err
    environment["WHET_ANSWERS"] = "off"  # else the second run would ask nothing
    with OtherTool(at.base) as tool:
        beside = whet("optimize", "last-letter", "--method", "gpo", *asked, timeout=300)
    assert beside.code == 0, beside.err
    assert beside.json["calls"] > 100
    assert tool.asked > 10
    assert beside.json["best"] == alone.json["best"], "who else asks changes nothing for a run"
    assert all(len(told) == 1 for told in tool.answers.values()), "nor does a run for who else asks"
