"""The page of models with the real engine process, real files, and a real server on this machine."""

import hashlib
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.domain.runspec import ModelSettings, Role
from core.domain.writer import Form, WriterProfile, WritingTrial
from core.engine.commands.find_models import ListedModel
from core.engine.commands.measure import Measured, MeasuredTrial
from core.engine.commands.speed_up import SpedUp
from core.engine.connection import engine_command
from core.events import Event
from core.paths import bundled_model, models_folder, tiny_model
from core.store import models as known_models
from core.store import writers
from core.store.runs import RunFolder
from desktop.app import Whet
from desktop.models.downloads import DownloadStage, host_of
from desktop.models.model_library import ModelRow
from desktop.models.model_table import ModelTableModel, TrialTableModel
from desktop.pages.names import MODELS, NEW_RUN, RUN

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


def tiny() -> Path:
    file = tiny_model()
    assert file is not None
    return file


def bundled() -> Path:
    file = bundled_model()
    assert file is not None
    return file


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's home with a model of LM Studio and a file that only calls itself one."""
    folder = tmp_path / "home"
    shelf = folder / ".lmstudio" / "models" / "somebody" / "tiny"
    shelf.mkdir(parents=True)
    shutil.copy(tiny(), shelf / "tiny-found.gguf")
    (shelf / "broken.gguf").write_bytes(b"GGUF, it says")
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HF_HOME", "HF_HUB_CACHE", "OLLAMA_MODELS", "LLAMA_CACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


@pytest.fixture
def page_of(open_whet: Opened, qtbot: QtBot) -> Callable[..., Whet]:
    """Opens the page of models and waits until they have been found."""

    def start(engine: list[str] | None = None) -> Whet:
        whet = open_whet(engine=engine or engine_command())
        whet.window.show_page(MODELS)
        settle(whet, qtbot)
        return whet

    return start


def settle(whet: Whet, qtbot: QtBot) -> None:
    """Until nothing is being looked for, and it is known which runs used what."""
    library = whet.library
    qtbot.waitUntil(lambda: bool(library.rows) and not library.looking)
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def names(whet: Whet) -> list[str]:
    return [row.model.name for row in whet.window.models.model.rows]


def test_that_models_of_other_programs_are_found_and_a_broken_one_says_why(
    home: Path, page_of: Opened, qtbot: QtBot
) -> None:
    whet = page_of()
    page = whet.window.models
    assert names(whet) == ["broken", "tiny-found", bundled().stem]
    page.choose(str(next(home.rglob("tiny-found.gguf"))))
    assert page.chosen is not None
    assert page._fit.text() == "✓ Fits"
    assert "needs about" in page.facts._lines["memory"][1].text()
    page.choose(str(next(home.rglob("broken.gguf"))))
    assert page._fit.text() == "! Unusable"
    assert not page._use.isEnabled()
    assert page.chosen.model.problem == page.facts._lines["memory"][1].text()


def test_that_a_found_model_can_be_chosen_for_a_new_run_from_both_pages(
    home: Path, page_of: Opened, qtbot: QtBot
) -> None:
    whet = page_of()
    part = whet.window.new_run.model
    path = str(next(home.rglob("tiny-found.gguf")))
    assert part._list.itemText(part._list.findData(path)) == "tiny-found (LM Studio)"
    assert part._list.findData(str(next(home.rglob("broken.gguf")))) < 0
    whet.window.models.choose(path)
    qtbot.mouseClick(whet.window.models._use, Qt.MouseButton.LeftButton)
    assert whet.window.page == NEW_RUN
    assert part.paths[Role.TASK] == path


def test_that_a_dropped_model_is_added_selected_and_can_be_taken_off_again(
    home: Path, page_of: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = page_of()
    page = whet.window.models
    file = tmp_path / "dropped.gguf"
    shutil.copy(tiny(), file)
    whet.window.dropped.emit(str(file))
    qtbot.waitUntil(lambda: page.chosen is not None and page.chosen.path == str(file))
    assert whet.window.page == MODELS
    settle(whet, qtbot)
    assert page._drop.isVisible()
    qtbot.mouseClick(page._drop, Qt.MouseButton.LeftButton)
    settle(whet, qtbot)
    assert "dropped" not in names(whet)
    assert file.is_file()


def test_that_an_added_folder_is_looked_through_now_and_after_the_next_start(
    home: Path, page_of: Opened, open_whet: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = page_of()
    (tmp_path / "mine" / "deep").mkdir(parents=True)
    shutil.copy(tiny(), tmp_path / "mine" / "deep" / "of-mine.gguf")
    whet.library.add_folder(str(tmp_path / "mine"))
    settle(whet, qtbot)
    assert "of-mine" in names(whet)
    second = page_of()
    assert "of-mine" in names(second)


def test_that_settings_that_a_person_chooses_are_shown_kept_and_part_of_the_next_run(
    home: Path, page_of: Opened, qtbot: QtBot
) -> None:
    whet = page_of()
    page, path = whet.window.models, str(bundled())
    page.choose(path)
    page.settings.editors["lanes"].set(3)
    page.settings.editors["flash_attention"].set(True)
    assert whet.library.chosen(path) == {"lanes": 3, "flash_attention": True}
    assert page.settings._states["lanes"].text().startswith("yours; suggested: ")
    new_run = whet.window.new_run
    qtbot.waitUntil(lambda: new_run.command is not None)
    assert new_run.command is not None
    assert new_run.command.settings == {"lanes": 3, "flash_attention": True}
    assert "Lanes 3" in new_run.model._settings.text()
    page.choose(str(next(home.rglob("tiny-found.gguf"))))
    assert page.settings.editors["lanes"].get() != 3
    page.choose(path)
    page.settings._forget()
    assert new_run.command.settings == {}


@pytest.mark.timeout(120)
def test_that_the_speed_check_shows_its_trials_and_keeps_what_was_chosen(
    home: Path, page_of: Opened, qtbot: QtBot
) -> None:
    whet = page_of()
    page, path = whet.window.models, str(bundled())
    page.choose(path)
    page.settings.editors["lanes"].set(5)
    page.tabs.setCurrentIndex(2)
    qtbot.mouseClick(page.speed.button, Qt.MouseButton.LeftButton)
    assert not page.speed.button.isEnabled()
    qtbot.waitUntil(lambda: not whet.library.trying, timeout=90_000)
    found = whet.library.trials_of(path)
    assert found is not None
    assert {trial.settings.lanes for trial in found.trials} == {5}
    assert page.speed.model.rowCount() == len(found.trials) >= 1
    assert "Lanes 5" in page.speed._says.text()
    assert page.speed.button.isEnabled()


def test_that_a_speed_check_can_be_stopped(home: Path, page_of: Opened, qtbot: QtBot) -> None:
    whet = page_of()
    whet.window.models.choose(str(bundled()))
    whet.library.measure(str(bundled()))
    whet.library.stop_measuring()
    qtbot.waitUntil(lambda: not whet.library.trying and not whet.jobs.running)
    assert not whet.window.banner.isVisible()


def test_that_a_model_names_the_runs_that_used_it_once_its_hash_is_known(
    home: Path, page_of: Opened, qtbot: QtBot, stored_run: Stored, made_up_run: Made
) -> None:
    events = made_up_run(rounds=1)
    digest = events[0].spec.models[Role.TASK].sha256
    folder = stored_run(events)
    known_models.remember(bundled(), digest)
    whet = page_of()
    page = whet.window.models
    page.choose(str(bundled()))
    assert page.chosen is not None
    assert page.chosen.runs == (folder.id,)
    assert [run.id for run in page.runs.rows] == [folder.id]
    with qtbot.waitSignal(page.wanted) as opened:
        page.runs_view.selectRow(0)
        page.runs_view.activated.emit(page.runs.index(0, 0))
    assert opened.args == [RUN, folder.id]


def test_that_the_hash_of_a_file_is_read_when_it_is_asked_for(home: Path, page_of: Opened, qtbot: QtBot) -> None:
    whet = page_of()
    page, path = whet.window.models, next(home.rglob("tiny-found.gguf"))
    page.choose(str(path))
    qtbot.mouseClick(page.facts._digest, Qt.MouseButton.LeftButton)
    wanted = hashlib.sha256(path.read_bytes()).hexdigest()
    qtbot.waitUntil(lambda: page.facts._lines["sha256"][1].text() == wanted)


# Fetching


class Server(ThreadingHTTPServer):
    content = b""
    redirect = ""
    hold = threading.Event()
    pause_after = 0


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server = self.server
        if server.redirect:
            self.send_response(302)
            self.send_header("Location", server.redirect)
            self.end_headers()
            return
        start = int(self.headers.get("Range", "bytes=0-")[len("bytes=") :].rstrip("-"))
        self.send_response(206 if start else 200)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", str(len(server.content) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(server.content) - 1}/{len(server.content)}")
        self.end_headers()
        first = server.pause_after or len(server.content)
        try:
            self.wfile.write(server.content[start : max(start, first)])
            self.wfile.flush()
            if server.pause_after:
                server.hold.wait(20)
            self.wfile.write(server.content[max(start, first) :])
        except OSError:
            pass  # the engine was told to stop

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on this machine that gives the tiny model under every name."""
    made = Server(("127.0.0.1", 0), Answers)
    made.content, made.hold = tiny().read_bytes(), threading.Event()
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield made
    made.hold.set()
    made.shutdown()
    made.server_close()
    thread.join()


def url_of(server: Server, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.server_address[1]}/files/fetched.gguf"


def test_that_nothing_is_connected_to_before_the_host_was_shown_and_confirmed(
    home: Path, page_of: Opened, server: Server, qtbot: QtBot
) -> None:
    whet = page_of()
    form = whet.window.models.fetch
    form.show_form()
    form.address.setText("huggingface.co/model.gguf")
    assert not form.connect_button.isEnabled()
    form.address.setText("https://huggingface.co/model.bin")
    assert not form.connect_button.isEnabled()
    form.address.setText(url_of(server))
    assert form.connect_button.text() == "Connect to 127.0.0.1"
    assert "not encrypted" in form._asks.text()
    form.digest.setText("12")
    assert not form.connect_button.isEnabled()
    form.digest.setText(hashlib.sha256(server.content).hexdigest())
    assert whet.downloads.all == []
    qtbot.mouseClick(form.connect_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: whet.downloads.all[0].stage is DownloadStage.DONE)
    fetched = models_folder() / "fetched.gguf"
    assert fetched.read_bytes() == server.content
    qtbot.waitUntil(lambda: "fetched" in names(whet))
    settle(whet, qtbot)
    assert whet.window.models.chosen is not None
    assert whet.window.models.chosen.path == str(fetched)
    assert whet.settings.unfinished == []


def test_that_a_file_with_another_hash_is_refused_and_not_kept(
    home: Path, page_of: Opened, server: Server, qtbot: QtBot
) -> None:
    whet = page_of()
    whet.downloads.begin(url_of(server), "0" * 64)
    qtbot.waitUntil(lambda: whet.downloads.all[0].stage is DownloadStage.FAILED)
    assert "another SHA-256" in whet.window.models.fetch.rows[url_of(server)].says
    assert not (models_folder() / "fetched.gguf").exists()


def test_that_a_download_can_be_stopped_survives_the_window_and_goes_on(
    home: Path, page_of: Opened, server: Server, qtbot: QtBot
) -> None:
    server.pause_after = len(server.content) // 2
    whet = page_of()
    url = url_of(server)
    part = models_folder() / "fetched.gguf.part"
    whet.downloads.begin(url)
    qtbot.waitUntil(lambda: part.exists() and part.stat().st_size > 0)
    qtbot.mouseClick(whet.window.models.fetch.rows[url].deed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: whet.downloads.all[0].stage is DownloadStage.STOPPED)
    kept = part.stat().st_size
    assert 0 < kept < len(server.content)
    server.pause_after = 0
    second = page_of()
    assert [(each.url, each.stage) for each in second.downloads.all] == [(url, DownloadStage.STOPPED)]
    second.window.models.fetch.rows[url].deed.click()
    qtbot.waitUntil(lambda: second.downloads.all[0].stage is DownloadStage.DONE)
    assert (models_folder() / "fetched.gguf").read_bytes() == server.content


def test_that_another_host_is_asked_about_before_anything_is_sent_to_it(
    home: Path, page_of: Opened, server: Server, qtbot: QtBot
) -> None:
    server.redirect = "http://cdn.models.invalid/fetched.gguf"
    whet = page_of()
    url = url_of(server)
    whet.downloads.begin(url)
    qtbot.waitUntil(lambda: whet.downloads.all[0].stage is DownloadStage.REFUSED)
    row = whet.window.models.fetch.rows[url]
    assert row.deed.text() == "Allow cdn.models.invalid"
    assert "127.0.0.1 redirects to cdn.models.invalid" in row.says
    whet.downloads.forget(url)
    assert not whet.window.models.fetch.rows
    assert whet.settings.unfinished == []


def test_that_an_address_names_its_host_or_none() -> None:
    assert host_of(" https://Example.org:8080/a.gguf") == "example.org"
    assert host_of("ftp://example.org/a.gguf") == host_of("example.org/a.gguf") == host_of("http://[") == ""


# Tables


def test_that_both_tables_keep_qt_s_rules() -> None:
    models, trials = ModelTableModel(), TrialTableModel()
    for model in (models, trials):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    rows = [
        ModelRow(ListedModel("/a.gguf", "A", "Ollama", fit="too_big", needed=3 << 30, available=2 << 30)),
        ModelRow(ListedModel("/b.gguf", "<b>B</b>", "LM Studio", problem="It is cut off."), runs=("one",)),
    ]
    models.set_rows(rows)
    models.sort(0, Qt.SortOrder.DescendingOrder)
    assert [models.index(row, 2).data() for row in range(2)] == ["✕ Too big", "! Unusable"]
    assert models.index(0, 3).data() == "3.0 of 2.0 GB"
    fast, slow = ModelSettings(threads=2), ModelSettings(threads=1)
    trials.show_trials(Measured(fast, (MeasuredTrial(slow, 30.0), MeasuredTrial(fast, 10.0))))
    shown = [[trials.index(row, column).data() for column in range(4)] for row in range(2)]
    assert shown == [["1", "30.0", "× 3.00", ""], ["2", "10.0", "× 1.00", "✓ used"]]
    trials.show_trials(None)
    assert trials.rowCount() == 0


def test_that_what_is_known_of_a_models_writing_is_shown_and_can_be_measured(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    part = whet.window.models.writing
    row = ModelRow(ListedModel(str(tiny()), "tiny", "named", file_bytes=1, architecture="llama"), sha256="e" * 64)
    part.show_model(row)
    assert "eight known instructions in six ways" in part._says.text()
    trial = WritingTrial(Form.COMPACT, 0.7, 8, 5, 4, 6, 8, 3)
    writers.keep("e" * 64, WriterProfile.of([trial]))
    part.show_model(row)
    assert "38 %" in part._says.text()
    assert part._lines.text().startswith("short question, temperature 0.7: 3 of 8 of use")
    part.button.click()
    assert part.button.text() == "Stop"
    assert whet.jobs.running


def test_that_a_faster_form_is_asked_for_and_one_that_helps_nobody_is_not_offered(
    home: Path, page_of: Opened, qtbot: QtBot
) -> None:
    whet = page_of()
    page = whet.window.models
    page.choose(str(bundled()))
    qtbot.mouseClick(page.faster.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "which is fast already" in page.faster.says.text())
    assert page.faster.button.isHidden()
    assert page.faster.delete.isHidden()


def test_that_a_faster_copy_says_what_it_takes_before_it_is_made_and_can_be_deleted(
    home: Path, page_of: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = page_of()
    page = whet.window.models
    path = str(next(home.rglob("tiny-found.gguf")))
    page.choose(path)
    copy = tmp_path / "tiny-found-Q8_0.gguf"
    page.faster._on_answer(path, SpedUp("Q8_0", 5_000_000, str(copy), is_there=False))
    page.faster._end()
    assert "about 4.8 MB" in page.faster.says.text()
    assert str(copy) in page.faster.says.text()
    copy.write_bytes(b"made")
    page.faster._on_answer(path, SpedUp("Q8_0", 5_000_000, str(copy), is_there=True))
    page.faster._end()
    assert not page.faster.delete.isHidden()
    page.faster.delete.confirmed.emit()
    qtbot.waitUntil(lambda: not copy.exists() and page.faster.delete.isHidden())
    settle(whet, qtbot)
