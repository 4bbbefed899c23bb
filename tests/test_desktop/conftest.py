"""Real windows on Qt's offscreen platform; a test that leaves a thread, a timer or a process behind fails."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core import offline
from core.events import Event, encode
from core.paths import resources
from core.store.runs import RunFolder
from core.store.workspace import open_workspace
from desktop import icons
from desktop.app import Whet
from desktop.bench.made_up import made_up_run as make_run

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import leftovers  # noqa: E402 - lies beside this file


@pytest.fixture(autouse=True)
def _at_home(
    known_trials: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, known models, the ledger and the list of opened connections of every test are its own."""
    monkeypatch.setenv("WHET_HOME", str(known_trials(tmp_path_factory.mktemp("home"))))
    monkeypatch.delenv("WHET_WORKSPACE", raising=False)
    monkeypatch.setattr(offline, "_opened", [])


@pytest.fixture(autouse=True)
def _drawings(qapp: QApplication) -> None:
    qapp.setQuitOnLastWindowClosed(False)
    icons.use_folder(resources() / "icons")


@pytest.fixture(autouse=True)
def _leaves_nothing_behind(
    _drawings: None,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    if "qtbot" not in request.fixturenames:  # no window, no timer: looking costs more than such a test
        yield
        return
    place = leftovers.temporary_place(tmp_path_factory.mktemp("temporary"), monkeypatch)
    before = leftovers.seen()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = leftovers.left_since(before, place)
    assert not left, f"left behind: {left}"


@pytest.fixture
def made_up_run() -> Callable[..., list[Event]]:
    """Events of runs that never took place."""
    return make_run


@pytest.fixture
def scripted() -> Callable[..., list[str]]:
    """The command that starts the scripted engine with these options."""
    return lambda *options: [sys.executable, str(HERE / "scripted_engine.py"), *map(str, options)]


@pytest.fixture
def silent() -> list[str]:
    """The command that starts an engine that never says a word: for pages that ask it nothing."""
    return [sys.executable, "-I", "-S", "-c", "import sys; sys.stdin.buffer.read()"]


@pytest.fixture
def sample() -> Path:
    """A sample task."""
    return sorted((resources() / "samples").glob("*/task.toml"))[0].parent


class PatientBot(QtBot):
    """Waits up to a minute where a test does not say how long: on a busy machine a window may need ten seconds to open,
    and what a test found too slow once made all that followed fail."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 60_000) -> None:
        """As `QtBot`."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """In place of pytest-qt's."""
    return PatientBot(request)


@pytest.fixture
def stored_run(tmp_path: Path) -> Callable[..., RunFolder]:
    """Writes a run's events into a folder of the workspace of the test."""

    def write(events: list[Event], name: str = "2026-11-20-1432-gpo-made-up-0001") -> RunFolder:
        folder = RunFolder(tmp_path / "workspace" / "runs" / name)
        folder.path.mkdir(parents=True, exist_ok=True)
        folder.write_spec(events[0].spec)
        folder.log_path.write_bytes(b"".join(map(encode, events)))
        return folder

    return write


@pytest.fixture
def open_whet(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, scripted: Callable[..., list[str]], sample: Path
) -> Iterator[Callable[..., Whet]]:
    """Opens windows on the workspace of the test, which holds a copy of a sample task; they are closed at the end."""
    opened: list[Whet] = []
    tasks = tmp_path / "workspace" / "tasks"

    def start(*options: object, engine: list[str] | None = None) -> Whet:
        if not (tasks / sample.name).exists():
            open_workspace(tmp_path / "workspace", create=True).close()
            shutil.copytree(sample, tasks / sample.name)
        whet = Whet(qapp, engine or scripted(*options))
        opened.append(whet)
        whet.open(tmp_path / "workspace")
        qtbot.waitUntil(lambda: not whet.workspace.busy)
        return whet

    yield start
    for whet in opened:
        shut(whet, qtbot)


def shut(whet: Whet, qtbot: QtBot) -> None:
    """Close a window and wait until its engine is gone, as the program does.

    It goes even if the waiting was in vain: what is left of a window would be drawn on through all tests that follow.
    """
    whet.window.leave()
    try:
        qtbot.waitUntil(lambda: not whet.running)
        qtbot.waitUntil(lambda: not whet.workspace.busy)
    finally:
        whet.close()
        whet.window.deleteLater()
        whet.deleteLater()
