"""Duplicates, contradictions and leaks: which rows, why it matters, and one press that mends what can be mended."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.data.looking import FileTrouble, Finding
from desktop.models.columns import Column, ColumnModel
from desktop.models.dataset_model import DatasetModel
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, table
from desktop.words import count

translate = QCoreApplication.translate
_SHOWN = 6
_MOST = 1000
"""The list has all the room, if it is shown at all."""


def trouble_name(trouble: FileTrouble) -> str:
    """What is wrong, in a word."""
    return {
        FileTrouble.LEAK: translate("Findings", "Leak"),
        FileTrouble.CONTRADICTION: translate("Findings", "Contradiction"),
        FileTrouble.DUPLICATE: translate("Findings", "Duplicate"),
    }[trouble]


def why(finding: Finding) -> str:
    """Why it matters and what to do."""
    match finding.trouble:
        case FileTrouble.LEAK:
            return translate(
                "Findings",
                "The same question is in several splits, so what was learnt in one is already known in the other. "
                "The copy in the better guarded split stays: sealed test before validation before train.",
            )
        case FileTrouble.CONTRADICTION:
            return translate(
                "Findings",
                "One question with different answers: no prompt can be right on all of these rows. Correct the "
                "answers, or remove the wrong rows.",
            )
        case _:
            return translate("Findings", "The same row several times counts several times. The first one stays.")


class FindingsPart(QWidget):
    """A list of findings; choosing one shows its rows in the table. `rows_wanted` carries their numbers."""

    rows_wanted = Signal(object)

    def __init__(self, model: DatasetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.findings: ColumnModel[Finding] = ColumnModel(self._columns(), self)
        self.view = table(self.findings, self.tr("Findings"), stretch=1)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self._summary = label(kind="strong", wrap=True)
        self._why = label(kind="caption", wrap=True)
        self._mend = QPushButton(self.tr("Remove the surplus rows"))
        self._mend.setToolTip(self.tr("Of the selected finding"))
        self._mend.clicked.connect(lambda: self._remove(self._chosen()))
        self.mend_all = QPushButton(self.tr("Mend all"))
        self.mend_all.setToolTip(self.tr("Remove the surplus rows of all leaks and duplicates"))
        self.mend_all.clicked.connect(lambda: self._remove(self.findings.rows))
        box = column(
            self._summary, self.view, self._why, row(1, self._mend, self.mend_all), 1, space=Space.S, margin=Space.M
        )
        box.setStretch(1, _MOST)
        self.setLayout(box)
        self.refresh()

    def refresh(self) -> None:
        """Show what was found last."""
        health = self._model.health
        found = health.findings if health is not None else ()
        if list(self.findings.rows) != list(found):
            self.findings.set_rows(found)
            fit_columns(self.view, stretch=1, widest=140)
        if health is None:
            words = self.tr("Looking for duplicates, contradictions and leaks …") if self._model.folder else ""
        elif found:
            words = self.tr("{n} findings", "", len(found)).format(n=count(len(found)))
        else:
            words = self.tr("No duplicates, no contradictions, no leaks between splits.")
        self._summary.setText(words)
        for part in (self.view, self._why, self._mend, self.mend_all):
            part.setVisible(bool(found))
        self._choose()

    def _chosen(self) -> list[Finding]:
        item = self.findings.row_at(self.view.currentIndex())
        return [item] if item is not None else []

    def _choose(self) -> None:
        chosen = self._chosen()
        self._why.setText(" ".join(map(why, chosen)))
        editable = self._model.editable
        self._mend.setEnabled(editable and any(finding.surplus for finding in chosen))
        self.mend_all.setEnabled(editable and any(finding.surplus for finding in self.findings.rows))
        if chosen and self.view.hasFocus():
            self.rows_wanted.emit(frozenset(chosen[0].rows))

    def _remove(self, findings: Sequence[Finding]) -> None:
        numbers = sorted({row for finding in findings for row in finding.surplus})
        self._model.remove(self.tr("remove {n} surplus rows", "", len(numbers)).format(n=count(len(numbers))), numbers)

    def _columns(self) -> tuple[Column[Finding], ...]:
        return (
            Column(self.tr("What"), lambda finding: trouble_name(finding.trouble)),
            Column(self.tr("Rows"), _rows, tip=_rows),
            Column(
                self.tr("Answers"),
                lambda finding: " | ".join(finding.answers),
                tip=lambda finding: "\n".join(finding.answers),
            ),
        )


def _rows(finding: Finding) -> str:
    shown = ", ".join(map(str, finding.rows[:_SHOWN]))
    more = " …" if len(finding.rows) > _SHOWN else ""
    sealed = translate("Findings", " and {n} sealed").format(n=finding.sealed) if finding.sealed else ""
    return f"{shown}{more}{sealed}"
