"""The whole window, with a scripted engine in a real process."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import core
import desktop
from core.domain.runspec import Racing, Role
from core.errors import WorkspaceError
from core.events import Event, RunEnded
from core.paths import default_workspace
from core.state import fold
from core.store.runs import RunFolder, RunStatus
from desktop.app import Whet, parse
from desktop.models.work import Work
from desktop.pages import NAMES
from desktop.pages.names import DATASETS, NEW_RUN, RUN
from desktop.pages.new_run.page import NewRunPage
from desktop.widgets.palette import ActionPalette

Opened = Callable[..., Whet]
Made = Callable[..., list[Event]]
Stored = Callable[..., RunFolder]


def start(whet: Whet, qtbot: QtBot, nodes: int = 3) -> None:
    """Start a run from the page, and wait until it has some candidates."""
    qtbot.waitUntil(lambda: whet.window.new_run.can_start)
    whet.window.actions_["start"].trigger()
    qtbot.waitUntil(lambda: len(whet.session.run.state.nodes) >= nodes)


def finish(whet: Whet, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: whet.session.work is Work.NOTHING and not whet.workspace.busy)


def test_that_a_run_goes_from_the_form_to_its_end_on_the_run_page(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 3)
    start(whet, qtbot)
    assert whet.window.page == RUN
    finish(whet, qtbot)
    page = whet.window.run
    assert page.model.outcome == "finished"
    assert page.folder is not None
    assert page.model.state == fold(page.folder.read_events().events)
    assert [run.status for run in whet.workspace.runs] == [RunStatus.FINISHED]
    assert whet.window.actions_["certify"].isEnabled()


def test_that_certifying_shows_the_sentence(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 1)
    start(whet, qtbot, nodes=1)
    finish(whet, qtbot)
    page = whet.window.run
    certificate = whet.window.certificate
    whet.window.actions_["certify"].trigger()
    qtbot.waitUntil(lambda: certificate.seal.asking)
    certificate.seal.open_button.click()
    qtbot.waitUntil(lambda: "76.0 points" in certificate.verdict.sentence)
    assert "76.0 points" in page.banner.notice.kept
    assert page.banner.notice.tone == "good"


def test_that_a_run_goes_on_by_itself_after_its_engine_was_killed(
    open_whet: Opened, qtbot: QtBot, made_up_run: Made
) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.02)
    start(whet, qtbot, nodes=6)
    os.kill(whet.client.pid, signal.SIGKILL)
    qtbot.waitUntil(whet.window.banner.isVisible)
    assert "started again" in whet.window.banner.notice.what
    assert whet.window.banner.notice.kept
    finish(whet, qtbot)
    folder = whet.window.run.folder
    assert folder is not None
    assert folder.read_events().events[1:] == tuple(made_up_run(rounds=3)[1:])
    assert whet.window.run.model.outcome == "finished"


def test_that_an_engine_killed_twice_leaves_the_window_standing_and_the_run_resumable(
    open_whet: Opened, qtbot: QtBot, made_up_run: Made
) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.02)
    start(whet, qtbot, nodes=6)
    os.kill(whet.client.pid, signal.SIGKILL)
    qtbot.waitUntil(whet.window.banner.isVisible)
    qtbot.waitUntil(lambda: whet.session.run.live and len(whet.session.run.state.nodes) > 6)
    os.kill(whet.client.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(whet.window.banner.notice.actions))
    notice = whet.window.banner.notice
    assert "unexpectedly" in notice.what
    assert notice.kept
    assert whet.window.run.model.outcome == "interrupted"
    finish(whet, qtbot)
    assert whet.window.actions_["resume"].isEnabled()
    whet.window.banner.chosen.emit(notice.actions[0])
    qtbot.waitUntil(lambda: whet.session.run.live)
    finish(whet, qtbot)
    folder = whet.window.run.folder
    assert folder is not None
    assert folder.read_events().events[1:] == tuple(made_up_run(rounds=3)[1:])
    assert whet.window.run.model.outcome == "finished"


def test_that_an_engine_that_dies_at_an_event_loses_nothing_before_it(
    open_whet: Opened, qtbot: QtBot, made_up_run: Made
) -> None:
    whet = open_whet("--rounds", 2, "--die-at", 40)
    start(whet, qtbot, nodes=1)
    finish(whet, qtbot)
    assert whet.session.run.state.events == 40
    folder = whet.window.run.folder
    assert folder is not None
    assert len(folder.read_events().events) == 40


def test_that_stopping_ends_the_log_and_keeps_the_engine(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 5, "--pause", 0.02)
    start(whet, qtbot)
    pid = whet.client.pid
    whet.window.actions_["stop"].trigger()
    finish(whet, qtbot)
    assert whet.window.run.model.outcome == "cancelled"
    assert whet.client.pid == pid
    assert whet.window.actions_["resume"].isEnabled()


def test_that_an_engine_that_does_not_listen_is_killed_and_its_log_gets_an_ending(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet("--rounds", 9, "--pause", 0.05, "--deaf")
    start(whet, qtbot)
    deaf = whet.client.pid
    whet.window.actions_["stop"].trigger()
    finish(whet, qtbot)
    assert not psutil.pid_exists(deaf), "an engine that is only asked goes on"
    folder = whet.window.run.folder
    assert folder is not None
    ending = folder.read_events().events[-1]
    assert isinstance(ending, RunEnded)
    assert ending.outcome == whet.window.run.model.outcome == "cancelled"
    assert not whet.window.banner.isVisible()


def answer(whet: Whet, words: str, qtbot: QtBot) -> None:
    """Press a button of the question that stands above the pages."""
    buttons = whet.window.standing.findChildren(QPushButton)
    (button,) = (each for each in buttons if each.text() == words and each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_a_run_goes_on_without_a_window_and_the_program_ends_with_it(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 3, "--pause", 0.03)
    start(whet, qtbot)
    whet.window.close()
    answer(whet, "Stay here", qtbot)
    assert whet.window.isVisible()
    assert not whet.window.standing.isVisible()
    whet.window.close()
    answer(whet, "Close the window, let the run go on", qtbot)
    assert not whet.window.isVisible()
    assert whet.session.work is Work.RUNNING
    assert "The run continues without a window." in whet.wiring.notifications.told
    with qtbot.waitSignal(whet.window.closing, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: not whet.running and not whet.workspace.busy)
    assert whet.session.folder is not None
    assert whet.session.folder.status() is RunStatus.FINISHED
    assert whet.settings.unfinished_run == "", "its end was told"


def test_that_the_next_start_offers_to_resume_and_has_the_form_as_it_was_left(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet("--rounds", 9, "--pause", 0.05)
    qtbot.waitUntil(lambda: whet.window.new_run.can_start)
    whet.window.new_run.method.choose("grips")
    whet.window.new_run.limits._calls.setValue(700)
    whet.window.new_run.limits._seed.setValue(11)
    left = whet.window.new_run.command
    start(whet, qtbot)
    whet.window.close()
    answer(whet, "Stop the run and close", qtbot)
    qtbot.waitUntil(lambda: not whet.running and not whet.workspace.busy)
    whet.close()
    again = open_whet("--rounds", 9)
    qtbot.waitUntil(again.window.banner.isVisible)
    assert again.window.banner.notice.actions == ("Resume",)
    qtbot.waitUntil(lambda: again.window.new_run.can_start and again.window.run.model.resumable)
    assert again.window.new_run.command == left
    (resume,) = (each for each in again.window.banner.findChildren(QPushButton) if each.text() == "Resume")
    qtbot.mouseClick(resume, Qt.MouseButton.LeftButton)
    finish(again, qtbot)
    assert again.window.run.model.outcome == "finished"


def test_that_closing_in_the_middle_of_a_run_leaves_no_engine_and_a_run_to_resume(
    open_whet: Opened, qtbot: QtBot
) -> None:
    whet = open_whet("--rounds", 9, "--pause", 0.05)
    start(whet, qtbot)
    engine = psutil.Process(whet.client.pid)
    whet.window.close()
    assert whet.window.isVisible(), "the person is asked first"
    answer(whet, "Stop the run and close", qtbot)
    qtbot.waitUntil(lambda: not whet.client.running)
    assert not engine.is_running()
    folder = whet.session.folder
    assert folder is not None
    assert folder.status() in {RunStatus.CANCELLED, RunStatus.INTERRUPTED}


def test_that_a_second_window_reads_only_and_says_who_holds_the_workspace(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    first, second = open_whet(engine=silent), open_whet(engine=silent)
    assert first.workspace.writable
    assert not second.workspace.writable
    assert second.window.standing.isVisible()
    assert str(os.getpid()) in second.window.standing.notice.what
    assert not second.window.standing.notice.closable
    second.errors.report(WorkspaceError("Something else.", hint="Go on."))
    second.window.banner.dismiss()
    assert second.window.standing.isVisible()
    qtbot.waitUntil(lambda: second.window.new_run.task.task is not None)
    assert not second.window.actions_["start"].isEnabled()
    assert not second.window.actions_["import_data"].isEnabled()


def test_that_a_folder_that_is_no_workspace_is_refused_and_the_open_one_stays(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    other = tmp_path / "photos"
    other.mkdir()
    (other / "me.jpg").touch()
    before = whet.workspace.folder
    whet.workspace.open(other)
    assert "not a workspace" in whet.window.banner.notice.what
    assert whet.workspace.folder == before
    assert whet.workspace.writable


def test_that_another_workspace_can_be_opened_and_its_runs_are_shown(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path, stored_run: Stored, made_up_run: Made
) -> None:
    whet = open_whet(engine=silent)
    whet.window.run.open(stored_run(made_up_run(rounds=1)))
    qtbot.waitUntil(lambda: bool(whet.window.run.model.state.events))
    other = tmp_path / "other"
    other.mkdir()
    whet.workspace.open(other)
    qtbot.waitUntil(lambda: not whet.workspace.busy)
    assert whet.workspace.folder == other
    assert whet.workspace.runs == []
    assert whet.window.run.folder is None
    assert whet.settings.workspace == other


def test_that_a_remembered_workspace_that_is_gone_gives_way_to_the_default_one(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    first = open_whet(engine=silent)
    first.settings.workspace = tmp_path / "unplugged" / "workspace"
    first.workspace.close()
    first.open()
    qtbot.waitUntil(lambda: not first.workspace.busy)
    assert first.workspace.folder == default_workspace()
    assert not (tmp_path / "unplugged").exists()
    assert first.window.banner.isVisible()


def test_that_an_estimate_says_what_a_run_costs_before_it_is_started(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet()
    page = whet.window.new_run
    qtbot.waitUntil(lambda: page.can_estimate)
    page.estimate()
    qtbot.waitUntil(lambda: page.estimated)
    assert "1\u202f234 calls" in page.footer.cost.text()
    page.limits._calls.setValue(50)
    assert not page.estimated


def test_that_a_preset_sets_how_proposals_are_raced_and_a_person_may_choose_otherwise(
    open_whet: Opened, silent: list[str]
) -> None:
    page = open_whet(engine=silent).window.new_run
    assert page.limits.racing is Racing.STATISTICAL
    page.method.form.choose_preset("faithful")
    assert page.limits.racing is Racing.EXACT
    page.limits._racing.setCurrentIndex(page.limits._racing.findData(Racing.STATISTICAL))
    page.method.form.editors["steps"].widget.setValue(7)
    assert page.command is None or page.command.racing is Racing.STATISTICAL
    assert page.limits.racing is Racing.STATISTICAL, "another parameter does not take the choice back"


def test_that_an_estimate_gives_way_to_a_run_and_to_resuming(
    open_whet: Opened, qtbot: QtBot, made_up_run: Made
) -> None:
    whet = open_whet("--rounds", 2, "--estimate", 1.5)
    whet.window.show_page(NEW_RUN)
    page = whet.window.new_run
    qtbot.waitUntil(lambda: whet.session.work is Work.ESTIMATING)
    page.start()
    qtbot.waitUntil(lambda: whet.session.run.outcome == "finished")
    finish(whet, qtbot)
    folder = whet.session.folder
    assert folder is not None
    folder.log_path.write_bytes(b"".join(folder.log_path.read_bytes().splitlines(keepends=True)[:30]))
    whet.window.run.open(folder)
    page.limits._seed.setValue(9)
    page.estimate()
    assert whet.session.work is Work.ESTIMATING
    whet.session.resume(folder)
    qtbot.waitUntil(lambda: whet.session.run.live)
    finish(whet, qtbot)
    assert len(folder.read_events().events) == len(made_up_run(rounds=2))


def test_that_a_failing_estimate_is_not_asked_for_again_and_again(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet(engine=["/there/is/no/engine"])
    whet.window.show_page(NEW_RUN)
    page = whet.window.new_run
    qtbot.waitUntil(whet.window.banner.isVisible)
    failures: list[object] = []
    whet.session.failed.connect(failures.append)
    qtbot.wait(2500)
    assert len(failures) <= 1
    assert page.can_start


def test_that_a_file_becomes_a_task_that_can_be_run(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    file = tmp_path / "mine.csv"
    file.write_text("question,answer\n" + "".join(f"What is {i} + {i}?,{2 * i}\n" for i in range(80)))
    whet.window.actions_["import_data"].trigger()
    form = whet.window.datasets.form
    form.read(str(file))
    qtbot.waitUntil(form._create.isEnabled)
    assert (form._input.currentText(), form._answer.currentText()) == ("question", "answer")
    form._prompt.setText("Add <b>them</b>.")
    with qtbot.waitSignal(form.created):
        form.make_task()
    qtbot.waitUntil(lambda: whet.window.new_run.task.folder == whet.workspace.folder / "tasks" / "mine")
    qtbot.waitUntil(lambda: whet.window.new_run.task.task is not None)
    assert whet.window.new_run.prompt.prompts == ("Add <b>them</b>.",)


def test_that_a_task_of_ones_own_gets_the_bundled_model_only_if_it_is_chosen(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    page = whet.window.new_run
    qtbot.waitUntil(lambda: page.task.sample)
    assert page.model.paths
    folder = whet.workspace.folder / "tasks" / "mine"
    folder.mkdir(parents=True)
    (folder / "data.csv").write_text("input,answer\n" + "".join(f"{i} + {i},{2 * i}\n" for i in range(80)))
    (folder / "task.toml").write_text('name = "mine"\n[data]\nfile = "data.csv"\n')
    page.task.choose("mine")
    whet.workspace.refresh()
    qtbot.waitUntil(lambda: page.task.folder == folder and page.task.task is not None)
    assert not page.model.paths
    assert not page.can_start
    assert "only knows the sample tasks" in page.model._header.text()
    page.model._list.setCurrentIndex(0)
    page.model._list.activated.emit(0)
    assert page.model.paths
    assert page.model._worth.isVisibleTo(page)
    assert "only knows the sample tasks" in page.model._worth.text()


def test_that_a_file_that_is_no_table_is_refused_with_a_sentence(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    file = tmp_path / "empty.csv"
    file.write_text("")
    form = whet.window.datasets.form
    form.read(str(file))
    qtbot.waitUntil(lambda: "empty" in form._problems.text())
    assert not form._create.isEnabled()


def test_that_sealed_rows_are_counted_and_never_shown(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    whet.window.show_page(DATASETS)
    page = whet.window.datasets
    qtbot.waitUntil(lambda: page.model.total > 0)
    task = whet.window.new_run.task.task
    assert task is not None
    assert page.model.total == len(task.train) + len(task.validation)
    assert str(task.test_rows) in page._sealed.text()


def test_that_an_error_is_a_banner_with_details_to_copy_and_nothing_modal(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.errors.report(ZeroDivisionError("a surprise"))
    assert whet.window.banner.isVisible()
    assert "ZeroDivisionError" in whet.window.banner.notice.details
    assert QApplication.activeModalWidget() is None
    whet.window.banner.dismiss()
    assert not whet.window.banner.isVisible()


def test_that_connections_are_always_visible(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    for name in whet.window.pages:
        whet.window.show_page(name)
        texts = [each.text() for each in whet.window.strip.findChildren(QAbstractButton) if each.isVisible()]
        assert "Connections: 0" in texts


CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QAbstractItemView)


def test_that_every_control_has_a_name_for_screen_readers(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    nameless = [
        control
        for kind in CONTROLS
        for control in whet.window.findChildren(kind)
        if not control.accessibleName() and not getattr(control, "text", str)() and not _inside_another(control)
    ]
    assert not nameless, [(type(control).__name__, control.parent()) for control in nameless]


def _inside_another(control: QWidget) -> bool:
    """Parts that Qt makes: the line of a spin box, the list of a combo box, the corner of a table."""
    if control.objectName().startswith("qt_"):
        return True
    if isinstance(control, QToolButton) and not control.focusPolicy().value:
        return True
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        if parent.metaObject().className() in {"QTabBar", "QComboBoxPrivateContainer"}:
            return True
        parent = parent.parentWidget()
    return False


def test_that_every_action_is_in_a_menu_and_shortcuts_are_not_used_twice(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    in_menus = {action for menu in whet.window.menuBar().actions() for action in menu.menu().actions()}
    assert set(whet.window.actions_) <= in_menus
    keys = [action.shortcut().toString() for action in whet.window.actions_ if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


def test_that_the_palette_finds_an_action_by_a_part_of_its_name(
    open_whet: Opened, silent: list[str], qtbot: QtBot
) -> None:
    whet = open_whet(engine=silent)
    whet.window.actions_["palette"].trigger()
    palette = whet.window.findChild(ActionPalette)
    assert palette is not None
    palette._line.setText("datas")
    palette._do(palette._list.currentItem())
    assert whet.window.page == DATASETS


class LongWords(QTranslator):
    """Every text becomes half as long again, as in other languages."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"[{text}{'·' * (len(text) // 2)}]"


def test_that_longer_words_do_not_make_the_window_wider_than_a_small_screen(
    open_whet: Opened, silent: list[str], qapp: QApplication, qtbot: QtBot
) -> None:
    translator = LongWords()
    qapp.installTranslator(translator)
    try:
        whet = open_whet(engine=silent)
        whet.window.resize(990, 700)
        qtbot.wait(50)
        assert whet.window.minimumSizeHint().width() <= 1000
        assert whet.window.actions_["stop"].text().startswith("[")
    finally:
        qapp.removeTranslator(translator)


def test_that_the_window_is_usable_at_900_by_600(open_whet: Opened, silent: list[str], qtbot: QtBot) -> None:
    whet = open_whet(engine=silent)
    whet.window.resize(900, 600)
    qtbot.wait(50)
    assert whet.window.width() == 900
    assert whet.window.minimumSizeHint().width() <= 900


def test_that_the_window_s_command_line_is_read() -> None:
    chosen = parse(["--demo", "--workspace", "here"])
    assert (chosen.demo, chosen.workspace, chosen.path) == (True, Path("here"), None)


def test_that_a_path_which_is_not_there_is_refused_with_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["nowhere/task.toml"])
    assert "there is no nowhere/task.toml" in capsys.readouterr().err


@pytest.mark.timeout(60)
def test_that_the_demo_starts_by_itself(open_whet: Opened, qtbot: QtBot) -> None:
    whet = open_whet()
    whet.demo()
    qtbot.waitUntil(lambda: whet.window.run.model.outcome == "finished")
    finish(whet, qtbot)


def words_of(page: NewRunPage) -> dict[str, str]:
    return {name: line.text() for name, (line, _) in page.task.understood.lines.items()}


def test_that_a_file_dropped_on_the_window_is_a_model_or_data(
    open_whet: Opened, silent: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=silent)
    model, data = tmp_path / "mine.gguf", tmp_path / "mine.csv"
    model.write_bytes(b"GGUF")
    rows = "".join(f"letter {n} of the day,{'xyz'[n % 3]},{'ab'[n % 2]}\n" for n in range(60))
    data.write_text(f"input,answer,mood\n{rows}")
    whet.window.dropped.emit(str(model))
    page = whet.window.new_run
    assert page.model.paths[Role.TASK] == str(model)
    assert not page.model.visibleRegion().isEmpty(), "what was dropped must be seen where it went"
    whet.window.dropped.emit(str(data))
    assert whet.window.page == NEW_RUN
    qtbot.waitUntil(
        lambda: page.task.folder is not None and page.task.folder.name == "mine" and page.task.task is not None
    )
    words = words_of(page)
    assert "“input”" in words["input"]
    assert "“answer”, one of 3 labels: x, y, z" in words["answer"]
    assert page.prompt.editor.hasFocus(), "the next key writes the prompt"
    page.task.understood.columns_chosen.emit("input", "mood")
    qtbot.waitUntil(lambda: "one of 2 labels: a, b" in words_of(page)["answer"])
    assert page.task.name == "mine", "the task that was understood wrongly has gone"
    whet.window.datasets.show_import()
    whet.window.show_page(DATASETS)
    whet.window.dropped.emit(str(data))
    qtbot.waitUntil(lambda: whet.window.datasets.form.preview._rows.rowCount() == 60)
    qtbot.waitUntil(lambda: not whet.workspace.busy)


def test_that_ctrl_c_closes_the_program_and_its_engine(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "--demo", "--workspace", str(tmp_path / "workspace")]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as window:
        process = psutil.Process(window.pid)
        until = time.monotonic() + 40
        while not (children := process.children()) and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(0.5)
        window.send_signal(signal.SIGINT)
        window.wait(15)
        assert window.returncode == 0
        gone, alive = psutil.wait_procs(children, 5)
        assert gone
        assert not alive


def test_that_the_window_s_program_can_be_the_engine() -> None:
    command = [sys.executable, "-m", "desktop", "--engine"]
    done = subprocess.run(command, input=b"", capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(b'{"message":"Ready"')


def test_that_ctrl_and_a_number_follow_the_sidebar(open_whet: Opened, silent: list[str]) -> None:
    whet = open_whet(engine=silent)
    for place, page in enumerate(NAMES[:9]):
        keys = QKeySequence(f"Ctrl+{place + 1}")
        (action,) = (each for each in whet.window.actions_ if keys in each.shortcuts())
        action.trigger()
        assert whet.window.page == page, action.text()


def test_that_sizes_have_one_kind_of_unit_everywhere() -> None:
    """A window that says GB here and GiB there makes people count."""
    roots = [Path(package.__file__).parent for package in (core, desktop)]
    sources = [file for root in roots for file in root.rglob("*.py") if "bench" not in file.parts]
    assert sources
    said = [str(file) for file in sources if re.search(r"\b[KMG]iB\b", file.read_text("utf-8"))]
    assert not said
