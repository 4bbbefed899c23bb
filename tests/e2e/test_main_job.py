"""The main job from the command line on the real bundled model, seen from outside."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Whet = Callable[..., Any]
LOCAL = re.compile(r"AF_UNIX|AF_NETLINK|AF_UNSPEC|inet_addr\(\"127\.|inet_pton\(AF_INET6, \"::1\"")


def test_that_the_demo_finds_a_certified_better_prompt_and_connects_to_nothing(whet: Whet, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: apt-get install strace")
    trace = tmp_path / "trace"
    done = whet(
        "demo", "--json", prefix=("strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(trace))
    )
    assert done.code == 0, done.err
    result = done.json
    assert result["ended"] in {"finished", "budget"}
    assert result["best"]["test"] - result["seed_prompt"]["test"] >= 0.25
    addresses = [line for line in trace.read_text().splitlines() if "sa_family" in line]
    assert [line for line in addresses if not LOCAL.search(line)] == []


@pytest.mark.parametrize("sample", ["ticket-topic", "iso-date", "polite-request"])  # a label, a span and a text
def test_that_a_run_can_be_shown_compared_certified_and_exported(whet: Whet, sample: str) -> None:
    ran = whet("optimize", sample, "--budget", "calls=1000", "--seed", "1", "--json")
    assert ran.code == 0, ran.err
    run = ran.json["run"]
    assert ran.json["seed_prompt"]["test"] is None, "a run never opens the sealed test"
    assert whet("runs", "--json").json[0]["id"] == run
    shown = whet("show", "last", "--json").json
    assert {c["candidate"]["id"] for c in shown["candidates"]} >= {"c0", shown["best"]}
    best = ran.json["best"]
    exported = whet("export", run)
    if best["demonstrations"]:
        assert exported.code != 0
        assert "json" in exported.err, "a plain text cannot hold worked examples, and another format is named"
    else:
        assert exported.out == best["text"]
    for form in ("promptfoo", "modelfile"):
        taken = whet("export", run, "--format", form, "--json", "--output", form)
        assert taken.code == 0, taken.err
        assert taken.json["rows_read_back"] == 32
    diff = whet("diff", run, "--json").json
    assert "".join(s["text"] for s in diff["spans"] if s["kind"] != "delete").startswith(best["text"])
    first = whet("certify", run, "--json")
    assert first.code == 0, first.err
    again = whet("certify", run, "--json")
    assert again.json["certificate"] == first.json["certificate"], "the same run gets the same certificate"
