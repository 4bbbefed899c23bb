"""How many clicks and file dialogs lie between the first start and a running search: on a file of rows and a model of
one's own, and on a sample."""

import csv
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QScrollArea, QWidget

from core.engine.connection import engine_command
from core.paths import bundled_model, tiny_model
from desktop.bench.measure import Options, WindowMeasure
from desktop.bench.stage import BenchStage, mouse, opened
from desktop.pages.names import HOME

_PATIENCE = 120.0
_ROWS = 400
_MODEL = "my-own"


def measures(options: Options) -> list[WindowMeasure]:
    """Counted on a window as it is after the first start; a dialog that is open takes its file without a click."""
    del options
    with _home(), opened(_bring_model, engine_command()) as stage:
        own = _Person(stage)
        own.improves_own()
    with _home(), opened(lambda _: None, engine_command()) as stage:
        sample = _Person(stage)
        sample.runs_sample()
    return [
        WindowMeasure("clicks to a search on one's own rows and model", own.clicks, own.clicks, None, "", 4),
        WindowMeasure("file dialogs on that way", own.dialogs, own.dialogs, None, "", 1),
        WindowMeasure("clicks to a search on a sample", sample.clicks, sample.clicks, None, "", 2),
    ]


@contextmanager
def _home() -> Iterator[None]:
    """The folder of the user as it was, afterwards."""
    before = os.environ.get("WHET_HOME")
    yield
    if before is None:
        os.environ.pop("WHET_HOME", None)
    else:
        os.environ["WHET_HOME"] = before


class _Person:
    """Presses buttons with the mouse, and counts."""

    def __init__(self, stage: BenchStage) -> None:
        self.clicks = self.dialogs = 0
        self._stage = stage
        stage.window.show_page(HOME)
        stage.settle()

    def improves_own(self) -> None:
        """A file is chosen in a dialog, a model that was found on this machine is taken, and one button starts."""
        stage, form = self._stage, self._stage.window.new_run
        self._press(stage.window.home, "Choose a file…")
        self._name_file(_table(stage.folder.parent))
        stage.until(lambda: form.task.task is not None and form.incoming.path != "" and not form.incoming.working)
        self._choose(form.model, _MODEL)
        stage.until(lambda: form.can_start, _PATIENCE)
        self._click(form.footer.start)
        self._wait_for_search()

    def runs_sample(self) -> None:
        """From the first page."""
        stage = self._stage
        stage.until(lambda: bool(stage.window.home.samples) and stage.window.new_run.task.task is not None, _PATIENCE)
        self._press(stage.window.home, "Run a sample")
        self._wait_for_search()

    def _wait_for_search(self) -> None:
        session = self._stage.whet.session
        self._stage.until(lambda: bool(session.run.state.nodes), _PATIENCE)
        session.stop()
        self._stage.until(lambda: session.idle, _PATIENCE)

    def _name_file(self, file: Path) -> None:
        def opened_dialog() -> QFileDialog | None:
            found = self._stage.window.findChildren(QFileDialog)
            return found[0] if found else None

        self._stage.until(lambda: opened_dialog() is not None)
        dialog = opened_dialog()
        assert dialog is not None
        self.dialogs += 1
        dialog.fileSelected.emit(str(file))
        dialog.close()

    def _choose(self, part: QWidget, words: str) -> None:
        """A click opens the list of models, another one takes an entry."""
        box = next(each for each in part.findChildren(QComboBox) if each.accessibleName() == "Model")
        self._stage.until(lambda: box.findText(words, Qt.MatchFlag.MatchContains) >= 0, _PATIENCE)
        self._click(box)
        box.hidePopup()
        self.clicks += 1
        box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchContains))
        box.activated.emit(box.currentIndex())

    def _press(self, page: QWidget, words: str) -> None:
        def wanted() -> QAbstractButton | None:
            buttons: list[QAbstractButton] = page.findChildren(QAbstractButton)
            return next((each for each in buttons if each.text() == words and each.isVisible()), None)

        self._stage.until(lambda: (button := wanted()) is not None and button.isEnabled(), _PATIENCE)
        button = wanted()
        assert button is not None
        self._click(button)

    def _click(self, widget: QWidget) -> None:
        self.clicks += 1
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
        middle = QPointF(widget.rect().center())
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            mouse(widget, kind, middle)
        self._stage.settle()


def _table(folder: Path) -> Path:
    """Rows as a person has them."""
    file = folder / "my rows.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = [(f"message {n} about order {n * 7}", "yes" if n % 3 else "no") for n in range(_ROWS)]
        csv.writer(out).writerows([("text", "label"), *rows])
    return file


def _bring_model(_: Path) -> None:
    """A model that is the person's own, the bundled one under another name, where Whet looks for models."""
    found = bundled_model() or tiny_model()
    assert found is not None, "this installation brings no model"
    models = Path(os.environ["WHET_HOME"]) / "models"
    models.mkdir(parents=True)
    shutil.copyfile(found, models / f"{_MODEL}.gguf")
