"""Texts that are no use to anybody, in a dataset, in prompts and in replies: every page shows them as they are."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.data.looking import read_rows
from core.domain.candidate import Candidate
from core.domain.prompt import Prompt
from core.domain.runspec import Origin, Role
from core.domain.scoring import Verdict
from core.engine.commands.prepare import Prepare
from core.engine.waiting import keep_waiting
from core.events import BlockScored, CandidateProposed, Event, OptimizerReplied
from core.store.runs import RunFolder
from core.store.workspace import open_workspace
from desktop.app import Whet
from desktop.pages.names import DATASETS, RUN

HTML = "<b>bold</b> &amp; <img src='x'>"
STRANGE = (
    HTML,
    "<h1>" + "w" * 10_000,
    "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea e\u0301\u0302\u0303 \ufe0f",
    "bell \x07 escape \x1b[31m tab \t feed \x0c \u2028 line \u2029 paragraph \ufeff mark",
    "{{input}} {% raw %} %s {0} {name} $x",
)
"""Each is also a file's cell, a prompt and a reply."""

NAME = "&lt;u&gt;strange & co"  # a name with < is none that every system can hold


@pytest.fixture
def strange_task(tmp_path: Path) -> Path:
    open_workspace(tmp_path / "workspace", create=True).close()
    folder = tmp_path / "workspace" / "tasks" / NAME
    folder.mkdir(parents=True)
    (folder / "task.toml").write_text(
        '[data]\nfile = "data.jsonl"\nsplit = "split"\nvariables = ["<i>note</i>"]\n[answer]\nkind = "text"\n'
    )
    rows = [
        {"input": f"{text} {n}", "answer": text, "<i>note</i>": text, "split": ("train", "validation")[n % 2]}
        for n, text in enumerate(STRANGE * 3)
    ]
    (folder / "data.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def strange_run(events: list[Event]) -> list[Event]:
    """The same run with strange prompts and strange replies."""
    return [_strange(event, number) for number, event in enumerate(events)]


def _strange(event: Event, number: int) -> Event:
    text = STRANGE[number % len(STRANGE)]
    if isinstance(event, CandidateProposed):
        old = event.candidate
        new = Candidate(old.id, Prompt(f"{text} {number}"), old.parents, HTML, old.round)
        return msgspec.structs.replace(event, candidate=new)
    if isinstance(event, BlockScored):
        verdicts = tuple(Verdict(v.row, v.score, text, text) for v in event.verdicts)
        return msgspec.structs.replace(event, verdicts=verdicts)
    if isinstance(event, OptimizerReplied):
        return msgspec.structs.replace(event, prompt=text, replies=tuple(text for _ in event.replies))
    return event


def interpreted(whet: Whet) -> Iterator[str]:
    """Where a text of ours would be taken for HTML: labels, tooltips, and tips of tables and lists."""
    for widget in (whet.window, *whet.window.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        if (
            isinstance(widget, QLabel)
            and widget.textFormat() is not Qt.TextFormat.PlainText
            and _is_ours(widget.text())
        ):
            yield f"label {where}: {widget.text()[:60]}"
        if _is_ours(widget.toolTip()):
            yield f"tooltip of {where}: {widget.toolTip()[:60]}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"tip in {where}: {tip[:60]}" for tip in _tips(widget.model()) if _is_ours(tip))
    for action in whet.window.actions_:
        if _is_ours(action.toolTip()):
            yield f"tooltip of {action.text()}"


def _tips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), 40)):
        columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if tip:
                yield str(tip)


def _is_ours(text: str) -> bool:
    """Whether Qt would read tags that stand in the data."""
    return any(tag in text for tag in ("<b>", "<h1>", "<i>", "<u>", "<img")) and Qt.mightBeRichText(text)


def test_that_strange_texts_are_shown_as_they_are_on_every_page(
    strange_task: Path,
    tmp_path: Path,
    open_whet: Callable[..., Whet],
    silent: list[str],
    stored_run: Callable[..., RunFolder],
    made_up_run: Callable[..., list[Event]],
    qtbot: QtBot,
) -> None:
    events = strange_run(made_up_run(rounds=2, task=NAME))
    folder = stored_run(events)
    waiting = [Prepare(str(strange_task), {Role.TASK: f"/{HTML}.gguf"}, seed_prompts=(text,)) for text in STRANGE]
    keep_waiting(tmp_path / "workspace", waiting)
    whet = open_whet(engine=silent)
    window = whet.window
    qtbot.waitUntil(lambda: bool(whet.workspace.runs) and bool(whet.workspace.tasks))
    window.show_page(DATASETS)
    window.datasets.choose(NAME)
    qtbot.waitUntil(lambda: window.datasets.data.health is not None)
    window.datasets.view.selectRow(0)
    window.show_page(RUN)
    window.run.open(folder)
    qtbot.waitUntil(lambda: len(window.run.model.state.nodes) == 17)
    branch = Prepare(str(strange_task), {}, prompts=(Prompt(STRANGE[1]),), origin=Origin(HTML, HTML))
    window.new_run.show_branch(branch)
    qtbot.waitUntil(lambda: len(whet.session.queued) == len(STRANGE) and bool(window.new_run.branch.task))
    found = set(interpreted(whet))
    for page in window.pages:
        window.show_page(page)
        for candidate in ("c1", "c3", "c7") if page == RUN else ("",):
            window.run.select(candidate)
            for tab in range(window.run.detail.tabs.count() if page == RUN else 1):
                window.run.detail.tabs.setCurrentIndex(tab if page == RUN else window.run.detail.tabs.currentIndex())
                QTest.qWait(10)
                assert not window.grab().isNull()
                found |= set(interpreted(whet))
    assert not found
    shown = {row.example.input for row in read_rows(strange_task).rows}
    assert {
        window.datasets.model.numbered(row.example.row).example.input for row in read_rows(strange_task).rows
    } == shown
    assert {text for text in shown if text.startswith(HTML)}
    assert tuple(folder.read_events().events) == tuple(events)


def test_that_a_strange_text_is_copied_and_typed_byte_for_byte(
    strange_task: Path, open_whet: Callable[..., Whet], silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    page = whet.window.datasets
    whet.window.show_page(DATASETS)
    page.choose(NAME)
    qtbot.waitUntil(lambda: page.data.health is not None)
    before = [row.example for row in read_rows(strange_task).rows]
    page.view.selectRow(0)
    page.remove_selected()
    qtbot.waitUntil(lambda: not page.data.saving and not whet.workspace.busy)
    assert len(read_rows(strange_task).rows) == len(before) - 1
    page.undo()
    qtbot.waitUntil(lambda: not page.data.saving and not whet.workspace.busy)
    after = {row.example.row: row.example for row in read_rows(strange_task).rows}
    assert [after[example.row] for example in before] == before
