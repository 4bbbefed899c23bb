"""The tokens of a reply with their probabilities, and the labels of a task with theirs."""

import math

from PySide6.QtCore import QCoreApplication, QObject

from core.engine.commands.ask import LabelShare
from core.llm.base import HeardToken
from desktop.models.columns import Column, ColumnModel

translate = QCoreApplication.translate


def visible(text: str) -> str:
    """A token's characters so that white space is seen."""
    shown = text.replace(" ", "␣").replace("\n", "⏎").replace("\t", "⇥")
    return shown or "∅"


def share_words(logprob: float) -> str:
    """A log-probability as a share that keeps small ones apart: 45.2 %, 0.031 %, < 0.001 %."""
    share = 100 * math.exp(logprob)
    if share >= 1:
        return f"{share:.1f} %"
    return f"{share:.3f} %" if share >= 0.001 else "< 0.001 %"


def alternatives_words(token: HeardToken) -> str:
    """What else could have come, likeliest first."""
    return "   ".join(f"{visible(each.text)} {share_words(each.logprob)}" for each in token.alternatives)


def token_words(token: HeardToken) -> str:
    """Everything about a token, for whoever points at it."""
    lines = [
        translate("Tokens", "{text} · token {id}").format(text=visible(token.text), id=token.token),
        translate("Tokens", "{share}, log-probability {logprob}").format(
            share=share_words(token.logprob), logprob=f"{token.logprob:.3f}"
        ),
    ]
    lines += [
        f"{'▸' if each.token == token.token else ' '} {share_words(each.logprob):>10}  {visible(each.text)}"
        for each in token.alternatives
    ]
    return "\n".join(lines)


class TokenTableModel(ColumnModel[tuple[int, HeardToken]]):
    """Tokens with their number from 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[tuple[int, HeardToken]], ...]:
        return (
            Column(self.tr("#"), lambda row: str(row[0]), lambda row: row[0], numeric=True),
            Column(
                self.tr("Token"),
                lambda row: visible(row[1].text),
                tip=lambda row: token_words(row[1]),
                about=self.tr("White space is drawn: ␣ a blank, ⏎ a line break, ∅ no whole character yet"),
            ),
            Column(self.tr("Id"), lambda row: str(row[1].token), lambda row: row[1].token, numeric=True),
            Column(
                self.tr("Probability"),
                lambda row: share_words(row[1].logprob),
                lambda row: row[1].logprob,
                numeric=True,
                about=self.tr("By the model alone, before temperature and top-p"),
            ),
            Column(
                self.tr("Log"),
                lambda row: f"{row[1].logprob:.3f}",
                lambda row: row[1].logprob,
                numeric=True,
                about=self.tr("Log-probability, natural logarithm"),
            ),
            Column(
                self.tr("Part"), lambda row: self.tr("thought") if row[1].thought else "", lambda row: row[1].thought
            ),
            Column(self.tr("Alternatives"), lambda row: alternatives_words(row[1])),
        )


class LabelTableModel(ColumnModel[LabelShare]):
    """Labels with how likely each is as the whole reply."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[LabelShare], ...]:
        return (
            Column(self.tr("Label"), lambda row: row.label),
            Column(
                self.tr("Share"),
                lambda row: f"{100 * row.share:.1f} %",
                lambda row: row.share,
                numeric=True,
                about=self.tr("Of the probability that all labels have together"),
            ),
            Column(
                self.tr("Log"),
                lambda row: f"{row.logprob:.3f}",
                lambda row: row.logprob,
                numeric=True,
                about=self.tr("Log-probability of the label as the whole reply, including the end of the turn"),
            ),
        )
