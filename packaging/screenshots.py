"""Pictures of every page, light and dark, large and small, for people who look at the window before others have to.

    python packaging/screenshots.py FOLDER [--real]

Runs are made up (`desktop/bench/made_up.py`) and say so; `--real` runs the sample task on the bundled
model instead. Without a display Qt's offscreen platform draws; then the pictures have that platform's fonts.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests" / "test_desktop"
sys.path[:0] = [str(ROOT), str(TESTS)]

SIZES = {"large": (1280, 800), "small": (900, 600)}
WAIT_MS = 20_000


class Photographer:
    """Drives one window and keeps pictures of it."""

    def __init__(self, folder: Path, *, real: bool) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.app import Whet

        self.folder = folder
        self.real = real
        script = [sys.executable, str(TESTS / "scripted_engine.py"), "--rounds", "9", "--pause", "0.02"]
        self.application = QApplication([])
        self.whet = Whet(self.application, None if real else script)
        self.whet.open(Path(os.environ["WHET_WORKSPACE"]))
        self.window = self.whet.window

    def until(self, true: Callable[[], bool], wait_ms: int = WAIT_MS) -> None:
        """Let the window work until something is so."""
        until = time.monotonic() + wait_ms / 1000
        while not true() and time.monotonic() < until:
            self.pause(20)
        if not true():
            print("  (waited in vain)")

    def pause(self, ms: int = 200) -> None:
        """Let the window draw."""
        from PySide6.QtTest import QTest

        QTest.qWait(ms)

    def picture(self, name: str) -> None:
        """Of every size and appearance."""
        from desktop.theme import Appearance

        for size, (width, height) in SIZES.items():
            self.window.resize(width, height)
            for appearance in (Appearance.LIGHT, Appearance.DARK):
                self.whet.theme.choose(appearance)
                self.pause(120)
                self.window.grab().save(str(self.folder / f"{name}-{size}-{appearance.value}.png"))
        print(name)

    def all(self) -> None:
        """Every page."""
        self.home()
        self.new_run()
        self.empty()
        self.run()
        self.datasets()
        self.models()
        self.runs()
        self.compare()
        self.window.close()
        self.until(lambda: not self.whet.running, 5000)
        self.whet.close()

    def new_run(self) -> None:
        """The form, its upper and its lower half."""
        from PySide6.QtWidgets import QScrollArea

        from desktop.windows.main_window import NEW_RUN

        self.window.show_page(NEW_RUN)
        page = self.window.new_run
        self.until(lambda: page.can_start and page.estimated)
        self.picture("new-run")
        area = page.findChild(QScrollArea)
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        self.picture("new-run-middle")
        bar.setValue(bar.maximum())
        self.picture("new-run-end")
        bar.setValue(0)

    def empty(self) -> None:
        """Pages that have nothing to show yet."""
        from desktop.windows.main_window import RUN, RUNS

        for number, name in ((RUN, "run-empty"), (RUNS, "runs-empty")):
            self.window.show_page(number)
            self.picture(name)

    def run(self) -> None:
        """A run, live and finished, with every tab of a candidate."""
        page = self.window.run
        self.window.new_run.start()
        self.until(lambda: len(page.model.state.nodes) > (9 if self.real else 24))
        self.picture("run-live")
        self.until(lambda: page.model.state.ended is not None, 180_000)
        self.pause(500)
        self.picture("run-finished")
        for number, name in enumerate(("difference", "prompt", "rows", "origin")):
            page.detail.tabs.setCurrentIndex(number)
            self.pause()
            if name == "difference":
                page.detail.diff.side_by_side.setChecked(True)
            if name == "rows":
                page.detail.examples.select_first()
            self.picture(f"run-{name}")
        page.detail.tabs.setCurrentIndex(0)
        page.overview.tabs.setCurrentIndex(1)
        page.tree.view.show_closely(page.model.state.best)
        self.picture("run-candidates")
        page.overview.tabs.setCurrentIndex(0)
        page.tree.view.fit()
        self.certificate()

    def certificate(self) -> None:
        """The question, the answer, the review, and the best prompt in a file."""
        page = self.window.certificate
        self.window.actions_["certify"].trigger()
        self.until(lambda: page.seal.asking, 60_000)
        self.picture("certificate-question")
        page.seal.open_button.click()
        self.until(page.verdict.isVisible, 60_000)
        for number, name in enumerate(("certificate", "certificate-review", "certificate-export")):
            page.tabs.setCurrentIndex(number)
            self.until(lambda: page.export.taken is not None)
            self.picture(name)

    def datasets(self) -> None:
        """Rows, and the form that imports them."""
        from desktop.windows.main_window import DATASETS

        page = self.window.datasets
        self.window.show_page(DATASETS)
        self.until(lambda: page.data.health is not None)
        page.view.selectRow(2)
        for number, name in enumerate(("datasets", "datasets-findings", "datasets-charts", "datasets-splits")):
            page.tabs.setCurrentIndex(number)
            self.picture(name)
        page.tabs.setCurrentIndex(0)
        page.show_import()
        self.picture("import-empty")
        file = self.folder / "made-up.csv"
        file.write_text("text;label;note\n" + "".join(f"Sentence <b>{i}</b>, made up;yes;\n" for i in range(40)))
        page.form.read(str(file))
        self.pause(600)
        self.picture("import")
        file.unlink()
        page.form.left.emit()

    def compare(self) -> None:
        """Nothing compared yet; with a real engine, two prompts side by side."""
        from desktop.windows.main_window import COMPARE

        page = self.window.compare
        self.window.show_page(COMPARE)
        self.until(lambda: page.can_start)
        self.picture("compare-empty")
        if self.real:
            page.start()
            self.until(lambda: not page.model.working and page.model.contrast is not None, 180_000)
            page.pair.view.selectRow(0)
            self.picture("compare")

    def home(self) -> None:
        """What to do first."""
        from desktop.windows.main_window import HOME

        self.window.show_page(HOME)
        self.until(lambda: bool(self.window.home.samples))
        self.picture("home")

    def models(self) -> None:
        """What was found, and every tab of a model."""
        from desktop.windows.main_window import MODELS

        page = self.window.models
        self.window.show_page(MODELS)
        self.until(lambda: bool(page.model.rowCount()) and not self.whet.library.looking)
        for number, name in enumerate(("models", "models-settings", "models-speed", "models-runs")):
            page.tabs.setCurrentIndex(number)
            if self.real and name == "models-speed":
                page.speed.button.click()
                self.until(lambda: not self.whet.library.trying, 60_000)
            self.picture(name)
        page.tabs.setCurrentIndex(0)
        page.fetch.show_form()
        page.fetch.address.setText("https://models.example/made-up/model-Q4_K_M.gguf")
        self.picture("models-fetch")
        page.fetch.hide_form()

    def runs(self) -> None:
        """The list, and an error above it."""
        from core.errors import ModelError
        from desktop.windows.main_window import RUNS

        self.window.show_page(RUNS)
        self.pause(400)
        self.window.runs.view.selectRow(0)
        self.picture("runs")
        self.whet.errors.report(
            ModelError(
                "The model made-up.gguf is cut off: it says 4,100 MiB and has 812.",
                kept="The run is kept as it is.",
                hint="Download it again, then resume.",
            )
        )
        self.picture("error")


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--real", action="store_true")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if not os.environ.get("DISPLAY") and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["WHET_HOME"] = home
        os.environ["WHET_WORKSPACE"] = str(Path(home) / "workspace")
        Photographer(chosen.folder, real=chosen.real).all()


if __name__ == "__main__":
    main()
