"""Pictures of every page, for people who look at the window before others have to.

    python packaging/screenshots.py FOLDER
    python packaging/screenshots.py FOLDER --pages home,run --languages en --sizes 1280x800 --looks dark --content KEPT

Runs, a certificate and a comparison are made first, on the bundled model (`--content KEPT` keeps them in that folder,
and takes them from there the next time); then every page is shown with every tab and its lower end, light and dark, in
each language and size. Languages and scalings are windows of their own, as many at once as there are processors. A page
is found by itself; what has to happen before another picture of it is one line in `screenshot_scenes.py`. `index.html`
in the folder shows them all. Whatever fails, in a slot too, makes the program say FAILED and end with 1. Without a
display Qt's offscreen platform draws, with that platform's fonts.
"""

import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from screenshot_scenes import COMPARED, ROOT, RUNS, SCENES, open_certified, wait

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget


LANGUAGES = "en,zh_CN"
SIZES = "1280x800,2560x1440@2,820x560"
LOOKS = "light,dark"
WORKSPACE = Path("Documents") / "prompts"


@dataclass(frozen=True, slots=True)
class Session:
    """What one window shows pictures of."""

    folder: Path
    language: str
    sizes: list[str]
    looks: list[str]
    pages: set[str]


GUIDE = {
    "pictures/home": "home.en.1280x800.light",
    "pictures/datasets": "datasets-row.en.1280x800.light",
    "pictures/new-run": "new-run.en.1280x800.light",
    "pictures/chinese": "run-tree.zh_CN.1280x800.dark",
    "pictures/compare": "compare-cells.en.1280x800.light",
    "pictures/playground": "playground-answer.en.1280x800.light",
    "pictures/certificate": "certificate.en.1280x800.light",
}
"""The pictures of the guide, in `resources/docs`; `tour.py` makes those of the README."""


class Photographer:
    """Shows one window in one language and at one scaling, and keeps pictures of it. A new look makes every widget draw
    itself anew, which takes longer than a picture: each look walks through all pages once."""

    def __init__(self, session: Session) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.app import Whet
        from desktop.settings import Settings

        Settings().language = session.language
        Settings().workspace = Path(os.environ["WHET_WORKSPACE"])
        self.session, self.look, self.made = session, "", 0
        self.surprises: list[str] = []
        sys.excepthook = self._note_surprise
        self.application = QApplication([])
        self.whet = Whet(self.application)
        self.whet.open(Path(os.environ["WHET_WORKSPACE"]))

    def all(self) -> int:
        """Every page in every look. The exit code: what a slot raises is no end to it, and counts all the same."""
        from desktop.theme import Appearance

        unknown = self.session.pages - {_page_name(page) for page in self.whet.window.pages.values()}
        if unknown:
            raise SystemExit(f"no page is called {', '.join(sorted(unknown))}")
        self._prepare()
        for look in self.session.looks:
            self.look = look
            self.whet.theme.choose(Appearance(self.look))
            self._walk()
            words = (self.session.language, ",".join(self.session.sizes), self.look)
            print(*words, f"{self.made} pictures so far", flush=True)
        self.whet.window.close()
        wait(lambda: not self.whet.running)
        self.whet.close()
        return min(1, len(self.surprises))

    def _note_surprise(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        self.surprises.append(f"{kind.__name__}: {error}")

    def _prepare(self) -> None:
        """Open the run that was certified."""
        window, workspace = self.whet.window, self.whet.workspace
        wait(lambda: bool(workspace.runs) and bool(workspace.tasks) and not workspace.busy)
        window.datasets.choose(RUNS[0][0])
        window.new_run.task.choose(RUNS[0][0])
        open_certified(self.whet)

    def _walk(self) -> None:
        window = self.whet.window
        for key, page in window.pages.items():
            name = _page_name(page)
            if not self.session.pages or name in self.session.pages:
                window.show_page(key)
                self.rest(800)
                wait(lambda: not self.whet.workspace.busy)
                self.rest(100)
                self._show_page(name, page)
                self._show_scenes(type(page).__name__, name)

    def _show_page(self, name: str, page: "QWidget") -> None:
        self.picture(name)
        for part, put in _states(page):
            put()
            self.rest(150)
            self.picture(f"{name}-{part}")
        for _, put in _states(page, back=True):
            put()

    def _show_scenes(self, kind: str, name: str) -> None:
        for scene in SCENES:
            if scene.page == kind:
                scene.before(self.whet)
                self.rest(500)
                self.picture(f"{name}-{scene.name}")
                scene.after(self.whet)
                self.rest(100)

    def picture(self, name: str) -> None:
        """Of every size, the largest last: it has the most tabs to go on with. Dialogs are drawn upon the window."""
        for size in sorted(self.session.sizes, key=_size):
            width, height, scale = _size(size)
            self.whet.window.resize(round(width / scale), round(height / scale))
            self.rest(60)
            file = f"{name}.{self.session.language}.{size.replace('@', '-at-')}.{self.look}.png"
            self._grab().save(str(self.session.folder / file))
            self.made += 1
        print(f"  {self.session.language} {self.look} {name}", flush=True)

    def _grab(self) -> "QPixmap":
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
    from PySide6.QtWidgets import QScrollArea, QTabWidget

    for place, tabs in enumerate(page.findChildren(QTabWidget)):
        if tabs.isVisible():
            yield from (
                (
                    f"tab-{place}-{number}-{_name(type(tabs.widget(number)).__name__)}",
                    partial(tabs.setCurrentIndex, number),
                )
                for number in ([0] if back else range(1, tabs.count()))
                if tabs.isTabVisible(number)
            )
    for place, area in enumerate(page.findChildren(QScrollArea)):
        bar = area.verticalScrollBar()
        if area.isVisible() and bar.maximum() > 80:
            yield f"end-{place}", partial(bar.setValue, 0 if back else bar.maximum())


def _page_name(page: "QWidget") -> str:
    return _name(type(page).__name__)


def _name(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", kind.removesuffix("Page")).lower()


def _size(size: str) -> tuple[int, int, float]:
    edges, _, scale = size.partition("@")
    width, height = edges.split("x")
    return int(width), int(height), float(scale or 1)


def make_content(home: Path) -> None:
    """Real runs on the bundled model, the first one certified."""
    home.mkdir(parents=True, exist_ok=True)
    os.environ |= _home(home)
    for task, method, budget in RUNS:
        more = ["--certify"] if task == RUNS[0][0] else []
        whet("optimize", str(ROOT / "resources" / "samples" / task), "--method", method, "--budget", budget, *more)
    prompts = [word for text in COMPARED for word in ("--prompt", text)]
    whet("compare", str(ROOT / "resources" / "samples" / RUNS[0][0]), *prompts)


def whet(*words: str) -> None:
    """A command of the product."""
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "core", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    ended = f"{done.returncode}, {time.monotonic() - began:.0f} s"
    print(f"whet {words[0]} {Path(words[1]).name}: {ended} {done.stderr.strip()[-200:]}", flush=True)


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
    began = time.monotonic()
    chosen = _arguments()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.shoot:
        pages = set(filter(None, chosen.pages.split(",")))
        sizes, looks = chosen.sizes.split(","), chosen.looks.split(",")
        return Photographer(Session(chosen.folder, chosen.languages, sizes, looks, pages)).all()
    with tempfile.TemporaryDirectory() as passing:
        home = chosen.content or Path(passing) / "content"
        if not (home / WORKSPACE / "comparisons").is_dir():
            make_content(home)
        wanted = [(language, sizes) for language in chosen.languages.split(",") for sizes in _groups(chosen.sizes)]
        with ThreadPoolExecutor(os.cpu_count() or 1) as at_once:
            codes = list(at_once.map(partial(_shoot, chosen, home, Path(passing)), wanted))
    write_index(chosen.folder)
    if any(codes):
        print(f"FAILED: pictures are missing or show an error; see above, and {chosen.folder}", file=sys.stderr)
        return 1
    if chosen.guide:
        for picture, made in GUIDE.items():
            shutil.copy(chosen.folder / f"{made}.png", ROOT / "resources" / "docs" / f"{picture}.png")
    new = sum(file.stat().st_mtime >= time.time() - (time.monotonic() - began) for file in chosen.folder.glob("*.png"))
    print(f"{new} pictures in {time.monotonic() - began:.0f} seconds: {chosen.folder / 'index.html'}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", default="", help="home, new-run, run, ...: only these; all of them if left away")
    parser.add_argument("--languages", default=LANGUAGES)
    parser.add_argument("--sizes", default=SIZES, help="WIDTHxHEIGHT in pixels, with @SCALING")
    parser.add_argument("--looks", default=LOOKS)
    parser.add_argument("--content", type=Path, help="a folder that keeps the runs that are shown")
    parser.add_argument("--guide", action="store_true", help="replace those of the README and the guide, too")
    parser.add_argument("--shoot", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _groups(sizes: str) -> list[list[str]]:
    """Sizes of one scaling share a process: Qt reads the scaling once."""
    groups: dict[float, list[str]] = {}
    for size in sizes.split(","):
        groups.setdefault(_size(size)[2], []).append(size)
    return list(groups.values())


def _shoot(chosen: argparse.Namespace, content: Path, passing: Path, wanted: tuple[str, list[str]]) -> int:
    """One window, in a process of its own and upon a copy of the content: a second window on the same workspace could
    only read."""
    language, sizes = wanted
    scale = f"{_size(sizes[0])[2]:g}"
    home = passing / f"{language}-{scale}"
    shutil.copytree(content, home)
    words = ["--shoot", "--pages", chosen.pages, "--languages", language, "--sizes", ",".join(sizes)]
    command = [sys.executable, __file__, str(chosen.folder), *words, "--looks", chosen.looks]
    environment = {**os.environ, **_home(home), "QT_SCALE_FACTOR": scale}
    quiet = {"QT_LOGGING_RULES": "qt.qpa.*=false"}
    return subprocess.run(command, env=environment | quiet, check=False).returncode


def _home(home: Path) -> dict[str, str]:
    """Variables of a Whet that keeps everything in that folder."""
    return {"WHET_HOME": str(home), "WHET_WORKSPACE": str(home / WORKSPACE)}


if __name__ == "__main__":
    sys.exit(main())
