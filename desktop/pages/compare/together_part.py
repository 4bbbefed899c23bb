"""All combinations of a comparison against A, with p-values that hold together, and the report of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from core.data.tasks import load_task
from core.report.matrix import Held, held_against
from core.report.pages import comparison_page
from core.store import comparisons
from core.store.atomic import write_atomically
from desktop.language import spoken_now
from desktop.models.columns import Column, ColumnModel
from desktop.models.compare_model import CompareModel
from desktop.models.workspace_model import WorkspaceModel
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, table
from desktop.words import p_value, percent

_MOST_LINES = 6


class TogetherPart(QWidget):
    """Read again when it is looked at and something was scored since. `saved` carries the path of a report, `failed`
    an error."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, model: CompareModel, workspace: WorkspaceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._workspace = workspace
        self._words = label(kind="soft", wrap=True)
        self._words.setText(
            self.tr(
                "Every combination against A on the same rows. With many comparisons some look better by chance: p "
                "(Holm) is corrected for that, so that all below 0.05 hold together. Search scores, not certificates."
            )
        )
        self.held = ColumnModel(self._columns(), self)
        self.view = table(self.held, self.tr("All combinations against A"), stretch=0)
        self.save_button = QPushButton(self.tr("Save the report…"))
        self.save_button.setToolTip(self.tr("One HTML file with all combinations, their intervals and prompts"))
        self.save_button.clicked.connect(self._ask_where)
        self.setLayout(column(self._words, self.view, row(self.save_button, 1), space=Space.S))
        self.refresh()

    def refresh(self) -> None:
        """Hold them against A again."""
        file, task, reference = self._model.file, self._model.task, self._model.before
        ready = file is not None and task is not None and len(self._model.cells) > 1 and not self._model.working
        self.save_button.setEnabled(ready)
        if not ready or file is None or task is None or not self.isVisible():
            if not self._model.cells:
                self._show(())
            return
        self._workspace.do(
            lambda: held_against(comparisons.read(file), load_task(task), reference),
            self._show,
            otherwise=self.failed.emit,
            latest="comparison together",
        )

    @property
    def can_save(self) -> bool:
        """Whether there is a report to save."""
        return self.save_button.isEnabled()

    def save(self, path: Path) -> None:
        """Write the report there."""
        file, task, reference = self._model.file, self._model.task, self._model.before
        spoken = spoken_now()
        if file is None or task is None:
            return

        def work() -> Path:
            kept = comparisons.read(file)
            held = held_against(kept, load_task(task), reference)
            write_atomically(path, comparison_page(kept, held, spoken))
            return path

        self._workspace.do(work, self.saved.emit, otherwise=self.failed.emit)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), str(Path.home() / "comparison.html"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, found: tuple[Held, ...]) -> None:
        self.held.set_rows(found)
        fit_columns(self.view, stretch=0, widest=180)
        lines = min(max(len(found), 1), _MOST_LINES) * self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(lines + self.view.horizontalHeader().sizeHint().height() + 4)

    def _columns(self) -> tuple[Column[Held], ...]:
        verdicts = {
            "reference": self.tr("A"),
            "better": self.tr("✓ better"),
            "worse": self.tr("✗ worse"),
            "may be chance": self.tr("may be chance"),
        }
        return (
            Column(self.tr("Combination"), lambda item: item.name),
            Column(self.tr("Score"), lambda item: percent(item.cell.value), lambda item: item.cell.value, numeric=True),
            Column(self.tr("Gain"), _gain, lambda item: item.gain.difference if item.gain else 0.0, numeric=True),
            Column(self.tr("95 % interval"), _interval, numeric=True),
            Column(self.tr("p"), lambda item: _p(item.gain.p_value if item.gain else None), numeric=True),
            Column(
                self.tr("p (Holm)"),
                lambda item: _p(item.p_value),
                lambda item: item.p_value or 0.0,
                numeric=True,
                about=self.tr("Adjusted for all combinations together"),
            ),
            Column(self.tr("Verdict"), lambda item: verdicts[item.verdict]),
        )


def _gain(item: Held) -> str:
    return _points(item.gain.difference) if item.gain is not None else ""


def _interval(item: Held) -> str:
    return f"{_points(item.gain.low)} … {_points(item.gain.high)}" if item.gain is not None else ""


def _p(value: float | None) -> str:
    return p_value(value) if value is not None else ""


def _points(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
