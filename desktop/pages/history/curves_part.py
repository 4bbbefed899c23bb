"""The selected runs beside each other, read from their logs beside the window's thread: their curves, and of two the
difference of their best prompts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from core.report.curve import score_curve
from core.report.diff import diff_words
from core.report.diff_sentences import by_sentences
from core.state import fold
from core.store.runs import RunFolder, RunStatus, RunSummary
from desktop.context import Context
from desktop.models.run_names import run_name
from desktop.plots.run_curves import RunCurves, RunLine
from desktop.plots.saving import Rows, SaveButton, of_widget
from desktop.theme import Space
from desktop.widgets.controls import Tabs
from desktop.widgets.diff_view import DiffLegend, DiffSpan, DiffView
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row

_LEAST = 190
MOST = 8
"""Lines that can be told apart."""
_DIFFERENCE = 1


class CurvesPart(QWidget):
    """Hidden unless two runs or more are selected. `count` are the runs that are shown or on their way."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[str, ...] = ()
        self._known: dict[str, RunLine] = {}
        self.curves = RunCurves()
        self._note = label(kind="caption", wrap=True)
        self.save = SaveButton(of_widget(self.tr("Best scores over the calls"), self.curves, self._table))
        self.save.offer_on(self.curves)
        self.diff = DiffView()
        self._prompts: dict[str, str] = {}
        self._legend = DiffLegend()
        curves = QWidget()
        curves.setLayout(column(row(self._note, self.save), self.curves, space=Space.XS, margin=Space.S))
        prompts = QWidget()
        prompts.setLayout(column(self.diff, self._legend, space=Space.XS, margin=Space.S))
        self.tabs = Tabs()
        self.tabs.setAccessibleName(self.tr("The selected runs beside each other"))
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setProperty("kind", "tight")
        self.tabs.addTab(curves, self.tr("Best scores over the calls"))
        self.tabs.addTab(prompts, self.tr("Difference of their best prompts"))
        self.setLayout(column(self.tabs, space=0))
        self.hide()

    @property
    def can_show_difference(self) -> bool:
        """Whether two runs are selected that both have a best prompt."""
        return self.tabs.isTabVisible(_DIFFERENCE)

    def show_difference(self) -> None:
        """Show what the second run's best prompt has and the first one's has not, and the other way round."""
        self.tabs.setCurrentIndex(_DIFFERENCE)

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs; what was read of one that has ended is not read again."""
        self.setVisible(len(runs) > 1)
        self._wanted = tuple(run.id for run in runs[:MOST])
        if len(runs) < 2:
            return
        self.setMinimumHeight(max(_LEAST, self.window().height() * 3 // 10))
        left = len(runs) - len(self._wanted)
        words = self.tr("Search scores; of different tasks or splits they cannot be compared.")
        more = self.tr("{n} more are selected, too many to tell apart.").format(n=left)
        self._note.setText(f"{words} {more}" if left else words)
        fresh = [run for run in runs[:MOST] if run.id not in self._known or run.status is RunStatus.RUNNING]
        folders = [(run, self._context.workspace.run_folder(run.id)) for run in fresh]
        if not folders:
            self._show()
            return
        self._context.workspace.do(
            partial(_read, folders), self._on_read, otherwise=self._context.errors.report, latest="curves of runs"
        )

    def _table(self) -> Rows:
        """The numbers: a line for every step of every run."""
        head = (self.tr("Run"), self.tr("Calls spent"), self.tr("Best search score, 0 to 100"))
        steps = [
            (line.name, f"{spent:.0f}", f"{100 * best:.2f}")
            for line in self.curves.lines
            for spent, best in zip(line.spent, line.best, strict=True)
        ]
        return [head, *steps]

    def _on_read(self, found: tuple[dict[str, RunLine], dict[str, str]]) -> None:
        lines, prompts = found
        self._known |= lines
        self._prompts |= prompts
        self._show()

    def _show(self) -> None:
        self.curves.show_lines([self._known[id_] for id_ in self._wanted if id_ in self._known])
        best = [(self._known[id_].name, self._prompts[id_]) for id_ in self._wanted if id_ in self._prompts]
        two = len(self._wanted) == len(best) == 2
        self.tabs.setTabVisible(_DIFFERENCE, two)
        if two:
            (old_name, old), (new_name, new) = best
            spans = [DiffSpan(span.kind.value, span.text) for span in by_sentences(diff_words(old, new))]
            self.diff.set_side_by_side(True)
            self.diff.show_diff(spans, old_name, new_name)
            self._legend.show_kinds(frozenset(span.kind for span in spans))


def _read(folders: Sequence[tuple[RunSummary, RunFolder]]) -> tuple[dict[str, RunLine], dict[str, str]]:
    """Curves and best prompts of these runs, by their ids."""
    found, prompts = {}, {}
    for run, folder in folders:
        state = fold(folder.read_events().events)
        if state.best:
            prompts[run.id] = state.nodes[state.best].candidate.prompt.shown
        points = score_curve(state).points
        spent, best = tuple(float(point.spent) for point in points), tuple(point.best for point in points)
        if points:  # the best stays the best until the last call
            spent, best = (*spent, float(max(run.calls, points[-1].spent))), (*best, points[-1].best)
        found[run.id] = RunLine(run_name(run), spent, best)
    return found, prompts
