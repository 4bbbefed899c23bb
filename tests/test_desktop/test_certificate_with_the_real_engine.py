"""From a finished run to its certificate and to each file: the real window, engine and bundled model."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engine.connection import engine_command
from core.report.export import FORMATS, form_of
from core.state import fold
from desktop.app import Whet
from desktop.models.work import Work
from desktop.pages.names import CERTIFICATE, NEW_RUN

Opened = Callable[..., Whet]


@pytest.mark.slow
@pytest.mark.timeout(290)
def test_that_a_run_on_the_bundled_model_is_certified_weighed_and_taken_away(
    open_whet: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    whet = open_whet(engine=engine_command())
    whet.window.show_page(NEW_RUN)
    form = whet.window.new_run
    qtbot.waitUntil(lambda: form.can_start and form.estimated, timeout=60_000)
    form.limits._calls.setValue(400)
    form.start(anyway=True)
    run, session = whet.session.run, whet.session
    qtbot.waitUntil(lambda: run.state.final is not None and session.work is Work.NOTHING, timeout=120_000)
    folder = session.folder
    assert folder is not None

    whet.window.actions_["certify"].trigger()
    assert whet.window.page == CERTIFICATE
    page = whet.window.certificate
    qtbot.waitUntil(lambda: page.seal.asking)
    QTest.mouseClick(page.seal.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.verdict.isVisible, timeout=60_000)
    certificate, flips = folder.read_certificate(), folder.read_flips()
    assert certificate is not None
    assert page.verdict.sentence == certificate.sentence
    assert certificate.practice
    assert certificate.before_interval is not None
    assert certificate.before_interval[0] <= certificate.before <= certificate.before_interval[1]
    assert sum(flip.fixed for flip in flips) == certificate.gain.improved
    assert len(flips) == certificate.gain.improved + certificate.gain.worsened
    assert all(flip.input and flip.answers for flip in flips)

    whet.window.actions_["weigh_sentences"].trigger()
    qtbot.waitUntil(lambda: page.review.effects.rowCount() > 0 or whet.window.banner.isVisible(), timeout=100_000)
    qtbot.waitUntil(lambda: session.work is Work.NOTHING)

    whet.window.actions_["export"].trigger()
    shown = page.model.shown
    assert shown is not None
    exported, rows = shown.details.exported, shown.details.at_hand.rows
    assert exported is not None
    best = fold(folder.read_events().events).nodes[run.state.best].candidate.prompt
    for name in FORMATS:
        QTest.mouseClick(page.export.cards[name], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda name=name: page.export.taken is not None and page.export.taken.form.name == name, timeout=30_000
        )
        target = tmp_path / form_of(name).file
        page.export.save(target)
        qtbot.waitUntil(target.exists)
        qtbot.waitUntil(lambda: not whet.workspace.busy)
        content = target.read_bytes()
        read, ask = form_of(name).read, form_of(name).ask
        if read is not None:
            assert read(content).text == best.text
        if ask is not None and name not in {"modelfile", "lmstudio"}:
            assert all(tuple(ask(content, row)) == exported.ask(row) for row in rows[:20])
        assert page.export.sign.text() == "✓ read back"
