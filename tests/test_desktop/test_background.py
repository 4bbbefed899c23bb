"""Work beside the window's thread, the garbage collector, settings and errors."""

import gc
import sys
import threading
import weakref
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.errors import DatasetError, WhetError
from desktop.collector import Collector
from desktop.errors import ErrorCentre
from desktop.models.background import Background
from desktop.settings import Settings
from desktop.theme import Appearance
from desktop.widgets.banner import Notice


def test_that_work_is_done_elsewhere_and_its_result_arrives_here(qtbot: QtBot) -> None:
    background = Background()
    places: list[int] = []

    def work() -> int:
        places.append(threading.get_ident())
        return 7

    def then(result: int) -> None:
        places.extend((threading.get_ident(), result))

    background.do(work, then)
    qtbot.waitUntil(lambda: not background.busy)
    assert places[0] != threading.get_ident()
    assert places[1:] == [threading.get_ident(), 7]


def test_that_nothing_is_kept_of_work_that_is_done(qtbot: QtBot) -> None:
    background = Background()
    held = QObject()
    background.do(partial(QObject.objectName, held), lambda _: None)
    qtbot.waitUntil(lambda: not background.busy)
    background.finish()
    kept = weakref.ref(held)
    del held
    assert kept() is None


def test_that_only_the_last_of_several_of_a_name_counts(qtbot: QtBot) -> None:
    background = Background(threads=1)
    found: list[int] = []
    for number in range(5):
        background.do(lambda number=number: number, found.append, latest="a list")
    qtbot.waitUntil(lambda: not background.busy)
    assert found == [4]


def test_that_a_failure_is_delivered_with_its_traceback(qtbot: QtBot) -> None:
    background = Background()
    failures: list[Exception] = []

    def fail() -> None:
        raise ZeroDivisionError("a surprise")

    background.failed.connect(failures.append)
    background.do(fail, lambda _: None)
    qtbot.waitUntil(lambda: not background.busy)
    (failure,) = failures
    assert isinstance(failure, ZeroDivisionError)
    assert "in fail" in "".join(failure.__notes__)


def test_that_forgotten_work_delivers_nothing(qtbot: QtBot) -> None:
    background = Background(threads=1)
    go = threading.Event()
    found: list[object] = []
    background.failed.connect(found.append)
    background.do(lambda: go.wait(5), found.append)
    background.do(lambda: 1 // 0, found.append)
    background.forget()
    go.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert found == []


def test_that_garbage_is_collected_in_the_window_s_thread_only(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    try:
        assert not gc.isenabled()
        before = gc.get_stats()[0]["collections"]
        rubbish = [[] for _ in range(5000)]
        qtbot.waitUntil(lambda: gc.get_stats()[0]["collections"] > before)
        del rubbish
    finally:
        collector.stop()
    assert gc.isenabled()


def test_that_what_is_read_in_bulk_is_not_looked_through_for_garbage(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    try:
        looks, frozen = gc.get_stats()[0]["collections"], gc.get_freeze_count()
        rows = [[] for _ in range(100_000)]
        qtbot.waitUntil(lambda: gc.get_freeze_count() > frozen + len(rows) // 2)
        assert gc.get_stats()[0]["collections"] == looks
    finally:
        collector.stop()
    assert gc.get_freeze_count() == 0


def test_that_settings_are_remembered_and_lie_in_the_user_s_folder(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    assert settings.appearance is Appearance.SYSTEM
    settings.appearance = Appearance.DARK
    settings.workspace = tmp_path / "mine"
    again = Settings()
    assert (again.appearance, again.workspace) == (Appearance.DARK, tmp_path / "mine")


def notices_of(centre: ErrorCentre) -> list[Notice]:
    notices: list[Notice] = []
    centre.shown.connect(notices.append)
    return notices


def test_that_an_expected_error_is_shown_in_its_own_words(qtbot: QtBot) -> None:
    centre = ErrorCentre()
    notices = notices_of(centre)
    centre.report(DatasetError("the answer is empty.", row=3, kept="Nothing was changed.", hint="Fill it in."))
    (notice,) = notices
    assert (notice.what, notice.kept, notice.todo) == (
        "Row 3: the answer is empty.", "Nothing was changed.", "Fill it in.",
    )  # fmt: skip


def test_that_what_nothing_caught_is_shown_and_the_program_goes_on(qtbot: QtBot) -> None:
    centre = ErrorCentre()
    notices = notices_of(centre)
    before = sys.excepthook
    try:
        centre.install()
        sys.excepthook(WhetError, WhetError("a sentence"), None)
        sys.excepthook(RuntimeError, RuntimeError("unexpected"), None)
    finally:
        sys.excepthook = before
    assert next(notice.what for notice in notices) == "a sentence"
    assert "RuntimeError: unexpected" in notices[1].what
    assert isinstance(centre, QObject)
