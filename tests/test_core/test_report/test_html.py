"""The report for a browser: self-contained, escaped, whatever the run looks like."""

import re
import shlex
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from core import events as e
from core.cli.main import parser
from core.domain.certificate import Certificate, PairedGain
from core.domain.task import AnswerContract, Task
from core.errors import RunError
from core.report.command import command_of
from core.report.html import gather, render, write_report
from core.state import fold
from core.store.runs import RunFolder

Fabricate = Callable[..., list[e.Event]]

_EVIL = '<script>alert(1)</script> <img src="http://x.test/a.png"> {{ 7 * 7 }} \x1b[31m \u202e evil" onload="x'


class _Page(HTMLParser):
    """Tags, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in {"meta", "line", "path", "circle", "rect"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def _parse(page: bytes) -> _Page:
    parsed = _Page()
    parsed.feed(page.decode())
    parsed.close()
    assert parsed.open == []
    return parsed


@pytest.mark.parametrize("ending", ["finished", "budget", "cancelled", "failed", "interrupted", ""])
def test_that_every_ending_has_a_report_that_loads_nothing(fabricate: Fabricate, ending: str) -> None:
    page = _parse(render(gather("run-1", fold(fabricate(31, ending=ending)), seconds=75)))
    assert not {"script", "link", "img", "iframe", "object", "a"} & set(page.tags)
    assert not [value for name, value in page.attributes if name in {"src", "href"} or name.startswith("on")]
    assert "1 min 15 s" in page.text
    assert "Search score, not certified" in page.text


def test_that_html_in_prompts_replies_and_tasks_is_shown_as_text(fabricate: Fabricate) -> None:
    state = fold(fabricate(8, texts=[_EVIL] * 8))
    task = Task("t", (), (), title=_EVIL, contract=AnswerContract(instruction=_EVIL))
    page = render(gather("run-1", state, task=task))
    parsed = _parse(page)
    assert not {"script", "img"} & set(parsed.tags)
    assert "<script>alert(1)</script>" in parsed.text
    assert "{{ 7 * 7 }}" in parsed.text
    assert "I think <b>" in parsed.text
    assert b"\x1b" not in page
    assert "\u202e" not in parsed.text
    assert "[U+202E]" in parsed.text


def test_that_a_certificate_is_told_from_a_search_score(fabricate: Fabricate) -> None:
    state = fold(fabricate(11))
    gain = PairedGain(0.065, 0.012, 0.118, 0.018, 200, 20, 7, "exact McNemar test")
    certificate = Certificate("run-1", "t", "m", "interim", "0", state.best, "f", 0.82, 0.885, gain)
    text = _parse(render(gather("run-1", state, certificate=certificate))).text
    assert certificate.sentence in text
    assert "Certified gain" in text
    assert "Search score" not in text


def test_that_a_run_without_a_score_still_has_a_report(fabricate: Fabricate) -> None:
    assert "No score yet" in _parse(render(gather("run-1", fold(fabricate(1)[:1])))).text
    with pytest.raises(RunError, match="has not begun"):
        gather("run-1", fold([]))


@pytest.mark.slow
def test_that_a_run_of_two_thousand_prompts_makes_a_page_that_can_be_mailed(fabricate: Fabricate) -> None:
    state = fold(fabricate(2000, rows=8))
    page = render(gather("run-1", state))
    assert len(page) < 5_000_000


def test_that_the_report_lies_in_the_run_folder_and_names_no_place(tmp_path: Path, fabricate: Fabricate) -> None:
    run = RunFolder(tmp_path / "run-1")
    run.path.mkdir()
    run.log_path.write_bytes(b"".join(map(e.encode, fabricate(11))))
    assert write_report(run) == run.report_path
    assert str(tmp_path) not in run.report_path.read_text(encoding="utf-8")


def test_that_nothing_in_the_page_could_ask_for_anything_outside_it(fabricate: Fabricate) -> None:
    state = fold(fabricate(31))
    gain = PairedGain(0.065, 0.012, 0.118, 0.018, 200, 20, 7, "exact McNemar test")
    certificate = Certificate("run-1", "t", "m", "interim", "0", state.best, "f", 0.82, 0.885, gain)
    page = render(gather("run-1", state, certificate=certificate)).decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|@font-face|//", style)
    assert not re.search(r"\b(?:src|srcset|href|xlink:href|action|data|poster|background)\s*=", page)
    assert "default-src 'none'" in page
    assert {"dark": "prefers-color-scheme: dark" in style, "print": "@media print" in style} == {
        "dark": True,
        "print": True,
    }


def test_that_plots_are_drawn_inside_the_page(fabricate: Fabricate) -> None:
    state = fold(fabricate(31))
    gain = PairedGain(0.065, 0.012, 0.118, 0.018, 200, 20, 7, "exact McNemar test")
    certificate = Certificate(
        "run-1", "t", "m", "interim", "0", state.best, "f", 0.82, 0.885, gain,
        before_interval=(0.76, 0.87), after_interval=(0.83, 0.92),
    )  # fmt: skip
    page = _parse(render(gather("run-1", state, certificate=certificate)))
    names = [value for name, value in page.attributes if name == "aria-label"]
    assert names == [
        "Both prompts and the gain with 95 % intervals",
        "Score of every candidate over the calls spent",
        "Trajectory tree",
        "Rows fixed, kept and broken",
    ]
    assert "88.5 (83.0 … 92.0)" in page.text
    assert "+6.5 (+1.2 … +11.8)" in page.text


def test_that_the_page_has_the_command_that_makes_the_run_again(fabricate: Fabricate) -> None:
    state = fold(fabricate(11, texts=["It's “quoted”\nand $HOME"]))
    assert state.spec is not None
    spec = replace(state.spec, params={"rounds": 5, "hardened": True}, seed=7)
    state.spec = spec
    command = command_of(spec)
    assert command in _parse(render(gather("run-1", state))).text
    words = shlex.split(command)
    assert words[:2] == ["whet", "optimize"]
    asked = parser().parse_args(words[1:])
    assert asked.task == spec.task
    assert asked.prompt == [prompt.text for prompt in spec.seed_prompts]
    assert asked.seed == 7
    assert {"hardened=True", "rounds=5", "temperature=0.7", "guards=True"} <= set(asked.set)
    assert asked.budget == "calls=4000"
    assert "threads=0" in asked.load
