"""`whet tournament` as a person uses it: whole, stopped and gone on with."""

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.methods import NAMES

METHODS = f"{NAMES[0]},{NAMES[-1]}"  # whose prompts are short enough for so few tokens
ASKED = ("tournament", "last-letter", "--methods", METHODS, "--tokens", "8000", "--seeds", "2")


def outcome(found: Any) -> Any:
    """What a tournament came to, without its name."""
    return {key: value for key, value in found.items() if key != "tournament"}


@pytest.mark.slow
def test_that_a_stopped_tournament_goes_on_to_the_same_table(
    whet: Any, environment: dict[str, str], tmp_path: Path
) -> None:
    whole = whet(*ASKED, "--json")
    assert whole.code == 0, whole.err
    assert len(whole.json["runs"]) == 2 * 2
    assert [line["entrant"] for line in whole.json["tables"]["last-letter"]]
    assert all(run["tokens"] <= 8000 for run in whole.json["runs"])

    stopped, name = stop_after_the_first_run(environment, tmp_path)
    assert stopped == 130
    gone_on = whet("tournament", "--resume", name, "--json")
    assert gone_on.code == 0, gone_on.err
    assert outcome(gone_on.json) == outcome(whole.json)

    folder = Path(environment["WHET_WORKSPACE"])
    shutil.rmtree(sorted((folder / "runs").iterdir())[-1])
    again = whet("tournament", "--resume", name, "--json")
    assert outcome(again.json) == outcome(whole.json)
    table = (folder / "tournaments" / name / "table.md").read_text(encoding="utf-8")
    assert "search score" in table
    assert "proof" in table


def stop_after_the_first_run(environment: dict[str, str], tmp_path: Path) -> tuple[int, str]:
    """Ctrl-C as soon as one run is done; the exit code, and the id to go on with."""
    command = [sys.executable, "-m", "core", *ASKED]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            if line.startswith("1 of "):
                process.send_signal(signal.SIGINT)
        code = process.wait()
    name = re.search(r"whet tournament --resume (\S+)", said)
    assert name is not None, said
    return code, name.group(1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("last-letter", "--methods", "gp"), "gpo"),
        (("last-letter", "--methods", "gpo,gpo"), "different methods"),
        (("last-letter", "--tokens", "0"), "above zero"),
        ((), "--resume"),
        (("last-letter", "--resume", "last"), "--resume"),
        (("--resume", "last"), "There are: none"),
        (("nowhere",), "There is no task"),
    ],
)
def test_that_a_tournament_that_cannot_be_says_so(typed: Any, arguments: tuple[str, ...], said: str) -> None:
    done = typed("tournament", *arguments)
    assert done.code in {1, 2}
    assert said in done.err
