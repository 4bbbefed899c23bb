"""By what answers are judged, what form they must have, and three rows to see it work."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.data.tasks import read_metric_file
from core.domain.runspec import ParamValue, Role
from core.domain.task import AnswerContract, Task
from core.engine.commands.try_rows import RowsTried, TriedRow, TryRows
from core.engine.metric_choice import FILE, choose_metric
from core.errors import WhetError
from core.metrics import METRICS, metric
from core.store.judging import Judging, change_judging
from desktop.context import Context
from desktop.models.trial import Trial
from desktop.pages.metric_part import MetricPart
from desktop.pages.new_run.contract_form import ContractForm
from desktop.pages.new_run.trust_part import TrustPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, separator
from desktop.widgets.tried_rows import TriedLine, TriedRows
from desktop.words import count, duration, listed

ROWS = 3
"""How many rows are tried at once."""


class JudgingPart(QWidget):
    """The task's metric and contract. Changes are a draft, which the live test uses, until they are kept.

    `kept` carries the folder of the task that has them now: itself, or a copy where runs used it as it was.
    `try_wanted` carries the place of the first row to try.
    """

    changed = Signal()
    kept = Signal(object)
    try_wanted = Signal(int)

    def __init__(self, context: Context, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._trial = trial
        self._task: Task | None = None
        self._can_try = False
        self._folder: Path | None = None
        self._shown: tuple[str, Mapping[str, ParamValue]] = ("", {})
        self.measure = MetricPart()
        self.contract = ContractForm()
        self.trust = TrustPart(context)
        self._draft = label(wrap=True)
        self.keep = QPushButton(self.tr("Keep for this task"))
        self.undo = QPushButton(self.tr("Discard"))
        self.undo.setProperty("kind", "quiet")
        self.test = QPushButton(self.tr("Try three rows"))
        self.test.setToolTip(self.tr("Ask the chosen model with the chosen prompt about three train rows."))
        self.more = QPushButton(self.tr("Other rows"))
        self.more.setProperty("kind", "quiet")
        self._said = label(kind="caption", wrap=True)
        self.rows = TriedRows()
        self._lay_out()
        self._connect()
        self._update()

    @property
    def drafted(self) -> bool:
        """Whether something differs from the task as it is."""
        return self._measured or self._contracted

    @property
    def roles(self) -> frozenset[Role]:
        """The models that the metric needs beside the one that answers."""
        try:
            return metric(self.measure.name, self.measure.options()).roles
        except WhetError:
            return frozenset()

    @property
    def summary(self) -> str:
        """The metric and the kind of answer in a few words."""
        return listed((translated(METRICS[self.measure.name].label), self.contract.kind.currentText()))

    def asked(self, command: TryRows) -> TryRows:
        """The command with the metric and contract of the draft, where they differ from the task's own."""
        named = {"metric": self.measure.name, "metric_options": self.measure.options()} if self._measured else {}
        answer = self.contract.contract if self._contracted else None
        return msgspec.structs.replace(command, answer=answer, **named)

    def show_task(self, task: Task | None, folder: Path | None) -> None:
        """Show how this task judges."""
        self._task, self._folder = task, folder
        self.setEnabled(task is not None)
        if task is not None:
            self._show(task)
        self._trial.forget()
        self._update()

    def allow_test(self, *, when: bool) -> None:
        """Whether there is a model and a free engine to try rows with."""
        self._can_try = when
        self._update()

    @property
    def _measured(self) -> bool:
        return self._task is not None and (self.measure.name, self.measure.options()) != self._shown

    @property
    def _contracted(self) -> bool:
        return self._task is not None and self.contract.contract != self._task.contract

    def _show(self, task: Task) -> None:
        blocker = QSignalBlocker(self.measure)
        if task.metric in METRICS:
            self.measure.show_metric(task.metric, dict(task.metric_options))
        blocker.unblock()
        self._shown = (self.measure.name, self.measure.options())
        self.contract.show_contract(task.contract)
        self.trust.show_code(task.metric_code)

    def _connect(self) -> None:
        self.measure.changed.connect(self._on_measure)
        self.contract.changed.connect(self._update)
        self.trust.confirmed.connect(self._update)
        self.keep.clicked.connect(self._keep)
        self.undo.clicked.connect(self._take_back)
        self.test.clicked.connect(self._test)
        self.more.clicked.connect(lambda: self.try_wanted.emit(self._next_row))
        self._trial.changed.connect(self._on_trial)

    def _on_measure(self) -> None:
        """A file that is named is read, so that a person can read it before it may run."""
        path = self._drafted_file
        if path:
            self._context.workspace.do(
                lambda: read_metric_file(Path(path)),
                lambda code: self._on_file(path, code),
                otherwise=lambda _: self._on_file(path, ""),
                latest="metric file",
            )
        elif self._task is not None:
            self.trust.show_code(self._task.metric_code if not self._measured else "")
        self._update()

    @property
    def _drafted_file(self) -> str:
        return str(self.measure.options().get(FILE, "")) if self._measured else ""

    def _on_file(self, path: str, code: str) -> None:
        if path == self._drafted_file:  # else something else was chosen meanwhile
            self.trust.show_code(code)

    @property
    def _in_place(self) -> bool:
        """Whether the task itself may be changed: it is the workspace's, and no run was made with it."""
        workspace, folder = self._context.workspace, self._folder
        return folder is not None and workspace.owns(folder) and not workspace.runs_of(folder)

    def _take_back(self) -> None:
        if self._task is not None:
            self._show(self._task)
            self._update()

    def _keep(self) -> None:
        task, folder, workspace = self._task, self._folder, self._context.workspace
        if task is None or folder is None:
            return
        in_place = self._in_place
        name, options, measured = self.measure.name, self.measure.options(), self._measured
        contract = self.contract.contract

        def work() -> Path:
            judging = _judging(task, name, options, contract) if measured else _as_it_is(task, contract)
            place = folder if in_place else workspace.copy_task(folder)
            change_judging(place, judging)
            return place

        workspace.do(work, self.kept.emit, otherwise=self._context.errors.report)

    def _test(self) -> None:
        if self._trial.working:
            self._trial.stop()
        else:
            asked = self._trial.asked
            self.try_wanted.emit(asked.start if asked is not None else 0)

    @property
    def _next_row(self) -> int:
        asked, found = self._trial.asked, self._trial.found
        if asked is None or found is None:
            return 0
        after = asked.start + ROWS
        return after if after < found.of else 0

    def _on_trial(self) -> None:
        found = self._trial.found
        self.rows.show_lines([self._line(each) for each in found.rows] if found is not None else [])
        self._update()

    def _line(self, tried: TriedRow) -> TriedLine:
        score = self.tr("{percent} %").format(percent=f"{100 * tried.score:.0f}")
        tone = "good" if tried.score >= 1 else "bad" if tried.score <= 0 else "warn"
        return TriedLine(
            input=tried.input,
            reply=tried.reply or self.tr("(nothing)"),
            read=tried.extracted if tried.extracted is not None else self.tr("no answer found"),
            expected=" / ".join(tried.answers),
            score=score,
            tone=tone,
            why=tried.reason,
        )

    def _update(self) -> None:
        drafted = self.drafted
        for part in (self._draft, self.keep, self.undo):
            part.setVisible(drafted)
        if drafted:
            self._draft.setText(self._what_keeping_does())
            self.keep.setText(self.tr("Keep for this task") if self._in_place else self.tr("Keep in a copy"))
        self.keep.setEnabled(self._context.workspace.writable and not self.trust.waiting)
        working = self._trial.working
        self.test.setText(self.tr("Stop trying") if working else self.tr("Try three rows"))
        self.test.setEnabled(working or (self._can_try and not self.trust.waiting))
        self.more.setVisible(self._trial.found is not None and not working)
        self.more.setEnabled(self._can_try)
        self._said.setText(self._situation())
        self.changed.emit()

    def _what_keeping_does(self) -> str:
        if self._in_place:
            return self.tr("Changed. A run judges as the task says, so keep it for the task or discard it.")
        return self.tr(
            "Changed. A run judges as its task says. This task stays as it is for its runs; keeping makes a copy of it."
        )

    def _situation(self) -> str:
        found = self._trial.found
        if self._trial.working:
            return translated(self._trial.phase) or self.tr("Waiting for the engine …")
        if self.trust.waiting:
            return self.tr("The metric file may not run before you have confirmed it.")
        if found is None:
            return self.tr("See what the model replies, how it is read and what it is worth, before you spend a run.")
        return self._spent(found)

    def _spent(self, found: RowsTried) -> str:
        right = sum(each.score for each in found.rows)
        unread = sum(each.extracted is None for each in found.rows)
        said = self.tr("{right} of {n} points, {calls} calls, {tokens} tokens, {time}.").format(
            right=f"{right:.2g}",
            n=len(found.rows),
            calls=count(found.calls),
            tokens=count(found.tokens),
            time=duration(found.seconds),
        )
        if unread:
            said += " " + self.tr("In {n} of them no answer was found: is the contract what the model does?").format(
                n=unread
            )
        return " ".join([said, *map(translated, found.notes)])

    def _lay_out(self) -> None:
        keeping = row(self._draft, self.undo, self.keep, space=Space.S)
        keeping.setStretch(0, 1)
        testing = row(self.test, self.more, self._said, space=Space.S)
        testing.setStretch(2, 1)
        self.setLayout(
            column(
                self.measure,
                self.contract,
                self.trust,
                keeping,
                separator(),
                testing,
                self.rows,
                space=Space.M,
            )
        )
        self.rows.hide()


def _judging(task: Task, name: str, options: Mapping[str, ParamValue], contract: AnswerContract) -> Judging:
    """What the form shows, checked as a new task's is."""
    chosen = choose_metric(name, options, contract.kind)
    code = chosen.code or (task.metric_code if name == task.metric else "")
    return Judging(name, chosen.options, code, contract)


def _as_it_is(task: Task, contract: AnswerContract) -> Judging:
    """The task's own metric, under another contract."""
    return Judging(task.metric, dict(task.metric_options), "", contract)
