"""The guided path as a moving picture, and the first picture of the README: a real model, a file, a better prompt.

    python packaging/tour.py resources/docs --content KEPT

The run is made first, by the starter model on its sample (`--content KEPT` keeps it in that folder and takes it from
there the next time; the starter model has to be there: `whet models get`). Then a file with the same rows is dropped on
the window, the card is shown, and the run is played back from its log, which takes seconds instead of minutes; nothing
else is made up. FOLDER gets `tour.webp`, of 20 seconds, and `screenshot.png`.
"""

import argparse
import csv
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from animation import Frame, write_animation
from screenshot_scenes import ROOT, wait
from screenshots import WORKSPACE, whet

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from core.store.runs import RunFolder
    from desktop.app import Whet

SAMPLE = "sentence-topic"
SIZE = (1280, 800)
SHOWN = (800, 500)
STEPS = ("Drop a file", "See what was understood", "Optimize", "Watch", "Take the better prompt")
LIVE_MS = 8000
LIVE_FRAMES = 26


class Tour:
    """Walks through the window and keeps what it sees."""

    def __init__(self, app: "Whet") -> None:
        self.app = app
        self.frames: list[Frame] = []

    def walk(self, folder: "RunFolder", rows: Path) -> "QImage":
        """The whole path; the picture of the run's page as it is in the end."""
        window = self.app.window
        window.show_page("home")
        self.rest(600)
        self.keep(0, 1500)
        window.dropped.emit(str(rows))
        form = window.new_run
        wait(lambda: form.incoming.found is not None and form.task.task is not None and not self.app.workspace.busy)
        form.method.choose("bank")
        self.rest(1500)
        self.keep(1, 3000)
        form.footer.start.setFocus()
        self.rest(300)
        self.keep(2, 2000)
        self._play(folder)
        window.run.views.show_result()
        self.rest(400)
        self.keep(4, 4000)
        window.run.open(folder)
        wait(lambda: bool(window.run.model.state.best) and not window.run.reading)
        window.run.banner.dismiss()
        window.run.views.show_search()
        self.rest(300)
        window.run.tree.view.fit()
        window.run.detail.tabs.setCurrentWidget(window.run.detail.text)
        self.rest(300)
        return window.grab().toImage()

    def _play(self, folder: "RunFolder") -> None:
        """The log of the run, event by event."""
        window, run = self.app.window, self.app.session.run
        events = folder.read_events().events
        window.show_page("run")
        run.begin()
        window.run.watch(folder)
        each = max(1, len(events) // LIVE_FRAMES)
        for place, event in enumerate(events):
            run.accept(event)
            if place % each == 0:
                self.rest(120)
                window.run.tree.view.fit()
                self.rest(20)
                self.keep(3, LIVE_MS // LIVE_FRAMES)
        run.stop()

    def keep(self, step: int, ms: int) -> None:
        """What is seen now, for so long, with what it is below it."""
        from PySide6.QtCore import QRect, Qt
        from PySide6.QtGui import QImage, QPainter

        from desktop.colours import colour, colours
        from desktop.typography import Type, font

        width, height = SHOWN
        bar = 34
        seen = self.app.window.grab().toImage()
        smooth = Qt.TransformationMode.SmoothTransformation
        made = QImage(width, height + bar, QImage.Format.Format_RGB32)
        made.fill(colour(colours().accent))
        painter = QPainter(made)
        painter.drawImage(QRect(0, 0, width, height), seen.scaled(width, height, mode=smooth))
        painter.setFont(font(Type.STRONG))
        painter.setPen(colour(colours().on_accent))
        words = f"{step + 1} of {len(STEPS)}   {STEPS[step]}"
        painter.drawText(QRect(14, height, width, bar), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
        self.frames.append(Frame(made, ms))

    def rest(self, ms: int) -> None:
        """Let the window draw."""
        from PySide6.QtTest import QTest

        QTest.qWait(ms)


def make_run(home: Path) -> None:
    """The run that is shown, certified."""
    sample = ROOT / "resources" / "samples" / SAMPLE
    whet("optimize", str(sample), "--method", "bank", "--budget", "calls=800", "--certify")


def write_rows(to: Path) -> Path:
    """The rows of the sample as somebody's own file."""
    from core.data.tasks import load_task
    from core.domain.example import Split

    task = load_task(ROOT / "resources" / "samples" / SAMPLE)
    file = to / "sentences.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out)
        lines.writerow(("sentence", "topic"))
        for split in (Split.TRAIN, Split.VALIDATION):
            lines.writerows((row.input, row.answers[0]) for row in task.rows(split))
    return file


def record(home: Path, folder: Path) -> None:
    """Open a window, walk, and write both pictures."""
    from PySide6.QtWidgets import QApplication

    from core.store.runs import RunFolder
    from desktop.app import Whet
    from desktop.settings import Settings
    from desktop.theme import Appearance

    Settings().language = "en"
    application = QApplication([])
    app = Whet(application)
    app.theme.choose(Appearance.LIGHT)
    app.open(home / WORKSPACE)
    app.window.resize(*SIZE)
    wait(lambda: bool(app.workspace.runs) and not app.workspace.busy)
    run = next(each for each in app.workspace.runs if SAMPLE in each.id)
    tour = Tour(app)
    rows = home / "rows"
    rows.mkdir(exist_ok=True)
    last = tour.walk(RunFolder(home / WORKSPACE / "runs" / run.id), write_rows(rows))
    last.save(str(folder / "screenshot.png"))
    size = write_animation(tour.frames, folder / "tour.webp")
    print(f"{len(tour.frames)} frames, {sum(each.ms for each in tour.frames) / 1000:.0f} s, {size / 1e6:.2f} MB")
    app.window.leave()
    wait(lambda: not app.running)
    app.close()


def main(tasks: Callable[[Path], None] = make_run) -> int:
    """Make both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--content", type=Path, help="a folder that keeps the run that is shown")
    chosen = parser.parse_args()
    if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as passing:
        kept = chosen.content or Path(passing) / "content"
        here = Path(passing) / "here"
        if not any((kept / WORKSPACE / "runs").glob(f"*{SAMPLE}*")):
            os.environ["WHET_WORKSPACE"] = str(kept / WORKSPACE)
            tasks(kept)
        shutil.copytree(kept, here)
        os.environ |= {"WHET_HOME": str(here), "WHET_WORKSPACE": str(here / WORKSPACE)}
        record(here, chosen.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
