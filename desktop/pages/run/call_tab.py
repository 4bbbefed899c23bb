"""One call exactly: what the model read after its chat template, token by token, and what it wrote."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from core.domain.example import Split
from core.domain.scoring import Verdict
from core.engine.commands.show_call import CallShown, CallToken
from core.events import OptimizerReplied
from core.state import Node, RunState
from desktop.models.call_model import CallModel
from desktop.models.candidate_table import one_line
from desktop.models.columns import Column, ColumnModel
from desktop.models.example_table import split_name
from desktop.pages.run.origin_tab import ask_of
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox, Tabs
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, table
from desktop.widgets.text_block import TextBlock
from desktop.words import count

translate = QCoreApplication.translate

_QUESTION = -1
"""Stands for the question to the optimizer among the rows."""


class CallTab(QWidget):
    """A choice of rows, and pages for the text, its tokens, the reply and its probabilities.

    `wanted` carries the candidate's id and the row of the call that the person wants to see, `question_wanted` the
    number of the question to the optimizer that the candidate came from.
    """

    wanted = Signal(str, int)
    question_wanted = Signal(int)

    def __init__(self, model: CallModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._id = ""
        self._answers: dict[int, Verdict] = {}
        self._ask: OptimizerReplied | None = None
        self.rows = ChoiceBox()
        self.rows.setAccessibleName(self.tr("Row of the call"))
        self.rows.setMinimumContentsLength(14)
        self.show_button = self._button(self.tr("Show the call"), self.tr("Compute its tokens and probabilities again"))
        self.copy_button = self._button(self.tr("Copy"), self.tr("Copy the exact text that the model read"))
        self._says = ElidedLabel(kind="soft")
        self._text = TextBlock(self.tr("Exactly what the model read"), self.tr("Choose a row, then show the call."))
        self._reply = TextBlock(self.tr("Raw reply"), self.tr("Choose a row to read its raw reply."))
        self.read = ColumnModel(_read_columns(), self)
        self.wrote = ColumnModel(_wrote_columns(), self)
        self._read_table = table(self.read, self.tr("Tokens that were read"), stretch=1)
        self._wrote_table = table(self.wrote, self.tr("Tokens that were written"), stretch=3)
        self.tabs = Tabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setProperty("kind", "tight")
        self.tabs.setAccessibleName(self.tr("Parts of the call"))
        self.tabs.addTab(self._reply, self.tr("Raw reply"))
        self.tabs.addTab(self._text, self.tr("What it read"))
        self.tabs.addTab(self._read_table, self.tr("Tokens"))
        self.tabs.addTab(self._wrote_table, self.tr("Probabilities"))
        bar = row(self.rows, self.show_button, self.copy_button, 1, space=Space.S)
        bar.setContentsMargins(Space.S, Space.S, Space.S, 0)
        box = column(bar, self._says, self.tabs, space=Space.XS)
        self._says.setContentsMargins(Space.S, 0, Space.S, 0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.rows.currentIndexChanged.connect(lambda _: self._on_row())
        self.show_button.clicked.connect(self._want)
        self.copy_button.clicked.connect(self._copy)
        model.changed.connect(self._draw)
        self._draw()

    @property
    def chosen(self) -> int:
        """The chosen row's number in the dataset; -1 for the question to the optimizer."""
        data = self.rows.currentData()
        return _QUESTION if data is None else int(data)

    def choose(self, number: int) -> None:
        """Choose a row by its number."""
        place = self.rows.findData(number)
        if place >= 0:
            self.rows.setCurrentIndex(place)

    def show_node(self, state: RunState, node: Node | None) -> None:
        """The rows that a candidate was asked about."""
        answers = {row: verdict for known in node.verdicts.values() for row, verdict in known.items()} if node else {}
        id_ = node.candidate.id if node is not None else ""
        if id_ == self._id and answers.keys() == self._answers.keys():
            return
        same, before = id_ == self._id, self.chosen
        self._id, self._answers = id_, answers
        self._ask = ask_of(state, node)
        with QSignalBlocker(self.rows):
            self.rows.clear()
            for split, known in node.verdicts.items() if node else ():
                for number, verdict in known.items():
                    self.rows.addItem(self._row_words(split, verdict), number)
            if self._ask is not None:
                self.rows.addItem(self.tr("Question to the optimizer"), _QUESTION)
            self.choose(before)
        if not same or self.chosen != before:
            self._on_row()
        self._draw()

    def _row_words(self, split: Split, verdict: Verdict) -> str:
        mark = self.tr("right") if verdict.score >= 1 else self.tr("wrong") if verdict.score <= 0 else self.tr("partly")
        return self.tr("{split} row {n}: {mark}").format(split=split_name(split), n=verdict.row, mark=mark)

    def _on_row(self) -> None:
        self._model.forget()

    def _want(self) -> None:
        if self.chosen != _QUESTION:
            self.wanted.emit(self._id, self.chosen)
        elif self._ask is not None:
            self.question_wanted.emit(self._ask.ask)

    def _copy(self) -> None:
        if self._model.shown is not None:
            QGuiApplication.clipboard().setText(self._model.shown.text)

    def _draw(self) -> None:
        shown, verdict = self._model.shown, self._answers.get(self.chosen)
        self.show_button.setEnabled(self.rows.count() > 0 and not self._model.waiting)
        self.copy_button.setEnabled(shown is not None)
        self._says.show_text(self._situation(shown))
        asked = "\n\n".join(self._ask.replies) if self._ask is not None and self.chosen == _QUESTION else ""
        self._reply.show_text(verdict.output if verdict is not None else asked)
        self._text.show_text(shown.text if shown is not None else "")
        self.read.set_rows(list(shown.read) if shown is not None else [])
        self.wrote.set_rows(_weighed(shown) if shown is not None else [])
        if shown is not None:
            fit_columns(self._read_table, stretch=1, widest=140)
            fit_columns(self._wrote_table, stretch=3, widest=140)

    def _situation(self, shown: CallShown | None) -> str:
        if self._model.problem:
            return translated(self._model.problem)
        if self._model.behind_a_run:
            return self.tr("The engine is busy; the tokens follow when it is free. The reply is from the log.")
        if self._model.waiting:
            return self.tr("Computing the call again …")
        if shown is None:
            return (
                self.tr("The reply is from the log.") if self.rows.count() else self.tr("Not asked about any row yet.")
            )
        tokens = self.tr("{n} tokens read, {m} written").format(n=count(len(shown.read)), m=count(len(shown.wrote)))
        return f"{tokens}. {translated(shown.note)}"

    def _button(self, text: str, tip: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("kind", "quiet")
        made.setAccessibleName(text)
        made.setToolTip(tip)
        return made


def _weighed(shown: CallShown) -> list[CallToken]:
    """The tokens of the reply; where labels were read, each label as one."""
    return list(shown.wrote) or [CallToken(-1, each.label, each.logprob) for each in shown.labels]


def _visible(token: CallToken) -> str:
    """The token with its blanks to be seen."""
    return token.text.replace(" ", "·").replace("\n", "⏎").replace("\t", "⇥")


def _logprob(token: CallToken) -> str:
    return "" if token.logprob is None else f"{round(token.logprob, 3) + 0.0:.3f}"


def _id(token: CallToken) -> str:
    return str(token.token) if token.token >= 0 else ""


def _instead(token: CallToken) -> str:
    return one_line("   ".join(f"{_visible(one)} {_logprob(one)}" for one in token.instead))


def _read_columns() -> tuple[Column[CallToken], ...]:
    return (
        Column(translate("CallTab", "Id"), _id, lambda token: token.token, numeric=True),
        Column(translate("CallTab", "Text"), _visible),
    )


def _wrote_columns() -> tuple[Column[CallToken], ...]:
    return (
        Column(translate("CallTab", "Id"), _id, lambda token: token.token, numeric=True),
        Column(translate("CallTab", "Text"), _visible),
        Column(translate("CallTab", "Log-probability"), _logprob, lambda token: token.logprob or 0.0, numeric=True),
        Column(translate("CallTab", "Alternatives"), _instead),
    )
