"""Pictures of every page, for people who look at the window before others have to.

    python packaging/screenshots.py FOLDER [--only home,run] [--languages en,zh_CN] [--sizes 1280x800,2560x1440@2]

Runs, a certificate and a comparison are made first, on the bundled model; then every page is shown with every tab and
its lower end, light and dark, in each language and size. A page is found by itself; what has to happen before another
picture of it is one line of `SCENES`. `index.html` in the folder shows them all. Without a display Qt's offscreen
platform draws, with that platform's fonts.
"""

import argparse
import html
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.app import Whet

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

LANGUAGES = "en,zh_CN"
SIZES = "1280x800,2560x1440@2,820x560"
WAIT_MS = 30_000
RUNS = (
    ("order-number", "gpo", "calls=6000"),
    ("sentiment", "protegi", "calls=2500"),
    ("iso-date", "opro", "calls=2000"),
)
"""Sample task, method and budget of the runs that the pictures show; the first one is certified and shown."""
COMPARED = ("Work through the message.", "Customer number only.", "Answer with the order number only.")
"""Prompts for the first task: the comparison that is shown."""
LIVE, MANY = "ticket-topic", 4
"""The sample of the run that is shown while it works, from this many candidates on."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture beyond those of the page itself: `before` it something happens, and `after` it is undone."""

    page: str
    name: str
    before: "Callable[[Whet], object]"
    after: "Callable[[Whet], object]" = lambda _: None


def _import(whet: "Whet") -> None:
    file = Path(os.environ["WHET_HOME"]) / "made-up.csv"
    file.write_text("text;label;note\n" + "".join(f"Sentence <b>{i}</b>, made up;yes;\n" for i in range(40)), "utf-8")
    whet.window.datasets.show_import()
    whet.window.datasets.form.read(str(file))


def _error(whet: "Whet") -> None:
    from core.errors import ModelError

    error = ModelError(
        "made-up.gguf is incomplete: 3288 of 4100 bytes are missing.",
        kept="The run is kept as it is.",
        hint="Download or copy it again; the transfer was probably interrupted.",
    )
    whet.errors.report(error)


def _palette(whet: "Whet") -> None:
    whet.window.actions_["palette"].trigger()


def _close_palette(whet: "Whet") -> None:
    from desktop.widgets.palette import ActionPalette

    for palette in whet.window.findChildren(ActionPalette):
        palette.reject()


def _wait(true: Callable[[], bool], wait_ms: int = WAIT_MS) -> None:
    """Let the window work until something is so."""
    from PySide6.QtTest import QTest

    until = time.monotonic() + wait_ms / 1000
    while not true() and time.monotonic() < until:
        QTest.qWait(20)
    if not true():
        print("  (waited in vain)", flush=True)


def _comparison(whet: "Whet") -> None:
    compare = whet.window.compare
    compare.choice.choose_task(RUNS[0][0])
    for kept in compare.model.kept()[:1]:
        compare.model.open(kept)
    _wait(lambda: bool(compare.model.cells))


def _question(whet: "Whet") -> None:
    playground = whet.window.playground
    playground.question.choose_task(RUNS[0][0])
    _wait(lambda: playground.can_ask)
    playground.question.use_prompt("Copy the order number from the message.")
    playground.ask()
    _wait(lambda: playground.can_stop, 2000)
    _wait(lambda: not playground.can_stop)


def _live(whet: "Whet") -> None:
    """A run that is under way: a few candidates are scored, more will come."""
    window, session = whet.window, whet.session
    page = window.shown_page
    window.new_run.start_sample(LIVE)
    _wait(lambda: len(session.run.state.nodes) > MANY)
    window.show_page(next(number for number in range(window.pages) if window.page_at(number) is page))


def _end_live(whet: "Whet") -> None:
    whet.session.stop()
    _wait(lambda: whet.session.idle)


SCENES = (
    Scene("RunPage", "candidates", lambda whet: whet.window.run.overview.tabs.setCurrentIndex(1)),
    Scene("RunPage", "live", _live, _end_live),
    Scene("ComparePage", "cells", _comparison),
    Scene("PlaygroundPage", "answer", _question),
    Scene("DatasetsPage", "import", _import, lambda whet: whet.window.datasets.form.left.emit()),
    Scene("ModelsPage", "fetch", lambda whet: whet.window.models.fetch.show_form()),
    Scene("HomePage", "error", _error, lambda whet: whet.window.banner.dismiss()),
    Scene("HomePage", "palette", _palette, _close_palette),
)


class Photographer:
    """Shows one window in one language and at one scaling, and keeps pictures of it."""

    def __init__(self, folder: Path, language: str, sizes: list[str], only: set[str]) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.app import Whet
        from desktop.settings import Settings

        Settings().language = language
        Settings().workspace = Path(os.environ["WHET_WORKSPACE"])
        self.folder, self.language, self.sizes, self.only = folder, language, sizes, only
        self.application = QApplication([])
        self.whet = Whet(self.application)
        self.whet.open(Path(os.environ["WHET_WORKSPACE"]))

    def all(self) -> None:
        """Every page."""
        window = self.whet.window
        self._prepare()
        for number in range(window.pages):
            page = window.page_at(number)
            name = _name(type(page).__name__)
            if not self.only or name in self.only:
                window.show_page(number)
                self.rest(1200)
                self._show_page(name, page)
                self._show_scenes(type(page).__name__, name)
        window.close()
        _wait(lambda: not self.whet.running, 8000)
        self.whet.close()

    def _prepare(self) -> None:
        """Open the run that was certified."""
        window, workspace = self.whet.window, self.whet.workspace
        _wait(lambda: bool(workspace.runs) and bool(workspace.tasks) and not workspace.busy)
        task = RUNS[0][0]
        window.datasets.choose(task)
        window.new_run.task.choose(task)
        window.run.open(workspace.run_folder(next(run.id for run in workspace.runs if task in run.id)))
        _wait(lambda: bool(window.run.model.state.best) and not workspace.busy)
        window.run.tree.view.fit()

    def _show_page(self, name: str, page: "QWidget") -> None:
        self.picture(name)
        for part, put in _states(page):
            put()
            self.rest(250)
            self.picture(f"{name}-{part}")
        for _, put in _states(page, back=True):
            put()

    def _show_scenes(self, kind: str, name: str) -> None:
        for scene in SCENES:
            if scene.page == kind:
                scene.before(self.whet)
                self.rest(700)
                self.picture(f"{name}-{scene.name}")
                scene.after(self.whet)
                self.rest(100)

    def picture(self, name: str) -> None:
        """Of every size, light and dark; dialogs of the window are drawn upon it."""
        from desktop.theme import Appearance

        for size in self.sizes:
            width, height, scale = _size(size)
            self.whet.window.resize(round(width / scale), round(height / scale))
            for appearance in (Appearance.LIGHT, Appearance.DARK):
                self.whet.theme.choose(appearance)
                self.rest(100)
                file = f"{name}.{self.language}.{size.replace('@', '-at-')}.{appearance.value}.png"
                self._grab().save(str(self.folder / file))
        print(f"{self.language} {name}", flush=True)

    def _grab(self):  # type: ignore[no-untyped-def]
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QDialog

        window = self.whet.window
        shot = window.grab()
        painter = QPainter(shot)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                painter.drawPixmap((window.width() - dialog.width()) // 2, window.height() // 6, dialog.grab())
        painter.end()
        return shot

    def rest(self, ms: int) -> None:
        """Let the window draw."""
        from PySide6.QtTest import QTest

        QTest.qWait(ms)


def _states(page: "QWidget", *, back: bool = False) -> Iterator[tuple[str, Callable[[], object]]]:
    """The other tabs of a page and the lower ends of what scrolls; `back`: how each of them began."""
    from functools import partial

    from PySide6.QtWidgets import QScrollArea, QTabWidget

    for tabs in page.findChildren(QTabWidget):
        if tabs.isVisible():
            yield from (
                (f"tab-{tabs.tabText(number)}", partial(tabs.setCurrentIndex, number))
                for number in ([0] if back else range(1, tabs.count()))
            )
    for place, area in enumerate(page.findChildren(QScrollArea)):
        bar = area.verticalScrollBar()
        if area.isVisible() and bar.maximum() > 80:
            yield f"end-{place}", partial(bar.setValue, 0 if back else bar.maximum())


def _name(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.removesuffix("Page")).lower()


def _size(size: str) -> tuple[int, int, float]:
    edges, _, scale = size.partition("@")
    width, height = edges.split("x")
    return int(width), int(height), float(scale or 1)


def make_content() -> None:
    """Real runs on the bundled model, the first one certified."""
    for task, method, budget in RUNS:
        more = ["--certify"] if task == RUNS[0][0] else []
        whet("optimize", str(ROOT / "resources" / "samples" / task), "--method", method, "--budget", budget, *more)
    prompts = [word for text in COMPARED for word in ("--prompt", text)]
    whet("compare", str(ROOT / "resources" / "samples" / RUNS[0][0]), *prompts)


def whet(*words: str) -> None:
    """A command of the product."""
    done = subprocess.run([sys.executable, "-m", "core", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"whet {words[0]} {Path(words[1]).name}: {done.returncode} {done.stderr.strip()[-200:]}", flush=True)


def write_index(folder: Path) -> None:
    """A page with all pictures, one row per page and state."""
    rows: dict[str, list[str]] = {}
    for file in sorted(folder.glob("*.png")):
        rows.setdefault(file.name.split(".")[0], []).append(file.name)
    parts = [
        f"<h2>{html.escape(name)}</h2><div>"
        + "".join(
            f'<a href="{html.escape(file)}"><img loading="lazy" src="{html.escape(file)}" alt="{html.escape(file)}" '
            f'title="{html.escape(file)}"></a>'
            for file in files
        )
        + "</div>"
        for name, files in rows.items()
    ]
    style = "body{font:14px sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px}img{width:420px}"
    page = f'<!doctype html><meta charset="utf-8"><title>Whet</title><style>{style}</style>{"".join(parts)}'
    (folder / "index.html").write_text(page, "utf-8")


def main() -> int:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--languages", default=LANGUAGES)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--shoot", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.shoot:
        only = set(filter(None, chosen.only.split(",")))
        Photographer(chosen.folder, chosen.languages, chosen.sizes.split(","), only).all()
        return 0
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"WHET_HOME": home, "WHET_WORKSPACE": str(Path(home) / "workspace")}
        make_content()
        codes = [
            _shoot(chosen, language, sizes)
            for language in chosen.languages.split(",")
            for sizes in _groups(chosen.sizes)
        ]
    write_index(chosen.folder)
    return max(codes)


def _groups(sizes: str) -> list[list[str]]:
    """Sizes of one scaling share a process: Qt reads the scaling once."""
    groups: dict[float, list[str]] = {}
    for size in sizes.split(","):
        groups.setdefault(_size(size)[2], []).append(size)
    return list(groups.values())


def _shoot(chosen: argparse.Namespace, language: str, sizes: list[str]) -> int:
    (Path(os.environ["WHET_HOME"]) / "window.ini").unlink(missing_ok=True)
    command = [sys.executable, __file__, str(chosen.folder), "--shoot", "--only", chosen.only, "--languages", language]
    scaled = {**os.environ, "QT_SCALE_FACTOR": f"{_size(sizes[0])[2]:g}"}
    return subprocess.run([*command, "--sizes", ",".join(sizes)], env=scaled, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
