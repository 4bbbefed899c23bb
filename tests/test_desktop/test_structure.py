"""What holds the window together: pages know no other page, and nobody reaches into the parts of one from outside."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desktop
from core.domain.example import Example
from desktop.app import Whet
from desktop.pages import NAMES
from desktop.pages.names import COMPARE, DATASETS, HOME, MODELS, NEW_RUN, PLAYGROUND
from desktop.pages.targets import FileTarget, ModelTarget, PromptTarget, QueueTarget, RowTarget, TaskTarget

ROOT = Path(desktop.__file__).parent
FRAME = sorted([*(ROOT / "windows").glob("*.py"), ROOT / "app.py"])
HISTORY = "runs"
"""The name that the window has for the page of the history."""
PAGES = {*NAMES, HISTORY} - {"settings", "history"}
"""`settings` is also what the window remembers."""
VALUES = {"model.state", "model.live", "model.resumable"}
"""What a page says of what it shows."""

Opened = Callable[..., Whet]


def chains(source: Path) -> Iterator[tuple[str, int]]:
    """Every longest chain of attributes, without the calls at its end."""
    tree = ast.parse(source.read_text())
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and id(node) not in inner:
            names: list[str] = []
            at: ast.expr = node
            while isinstance(at, ast.Attribute):
                names.insert(0, at.attr)
                at = at.value
            if isinstance(at, ast.Name):
                yield ".".join([at.id, *names]), node.lineno


def reaches(chain: str) -> bool:
    """Whether it goes through a page of the window to a part of it, and on into that."""
    names = chain.split(".")
    places = (place for place, name in enumerate(names[:-1]) if name.endswith("window") and names[place + 1] in PAGES)
    found = next(places, None)
    if found is None:
        return False
    rest = names[found + 2 :]
    return len([name for name in rest if name not in {"connect", "emit"}]) > 1 and ".".join(rest[:2]) not in VALUES


def test_that_the_frame_reaches_into_no_part_of_a_page() -> None:
    assert reaches("self._window.run.tree.view.zoom_in")
    assert not reaches("window.run.changed.connect")
    found = [(source.name, *each) for source in FRAME for each in chains(source) if reaches(each[0])]
    assert not found


def test_that_no_page_knows_another_page() -> None:
    found = []
    for name in NAMES:
        for source in (ROOT / "pages" / name).glob("*.py"):
            for node in ast.walk(ast.parse(source.read_text())):
                module = node.module if isinstance(node, ast.ImportFrom) and node.module else ""
                parts = module.split(".")
                if parts[:2] == ["desktop", "pages"] and len(parts) > 3 and parts[2] in NAMES and parts[2] != name:
                    found.append((source.name, module))
    assert not found


@pytest.mark.parametrize(
    ("page", "target"),
    [
        (NEW_RUN, TaskTarget("unknown")),
        (NEW_RUN, QueueTarget()),
        (NEW_RUN, PromptTarget("Do it.")),
        (NEW_RUN, ModelTarget("/nowhere/at-all.gguf")),
        (PLAYGROUND, PromptTarget("Do it.", "unknown", Example(1, "words", ("a",)))),
        (DATASETS, FileTarget()),
        (DATASETS, TaskTarget("unknown", splits=True)),
        (COMPARE, None),
        (MODELS, "/nowhere/at-all.gguf"),
    ],
)
def test_that_what_a_page_asks_for_is_opened_on_the_page_that_it_names(
    open_whet: Opened, silent: list[str], qtbot: QtBot, page: str, target: object
) -> None:
    whet = open_whet(engine=silent)
    whet.window.home.wanted.emit(page, target)
    assert whet.window.page == page
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_a_row_is_added_to_its_task_once_its_rows_have_been_read(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    window, own = whet.window, next(place for place in whet.workspace.tasks if not place.sample)
    window.show_page(HOME)
    window.playground.wanted.emit(DATASETS, RowTarget(own.name, Example(0, "a new input", ("new",))))
    assert window.page == DATASETS
    rows = window.datasets.model
    qtbot.waitUntil(lambda: any(row.example.input == "a new input" for row in rows.rows))
    assert window.datasets.steps.canUndo()
    qtbot.waitUntil(lambda: not whet.workspace.busy and not window.datasets.data.saving)
