"""What one model says: its reply as it is written, its tokens, its labels, and what it was given to read."""

import math

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from core.llm.base import HeardToken
from desktop.models.playground import ModelReply
from desktop.models.token_table import LabelTableModel, TokenTableModel, token_words
from desktop.theme import Space
from desktop.tips import as_plain_tip
from desktop.widgets.controls import Tabs
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, give_room, table
from desktop.widgets.text_block import TextBlock
from desktop.widgets.token_text import Piece, TokenText
from desktop.words import count

_ID, _LOG, _PART, _ALTERNATIVES, _LABEL = 2, 4, 5, 6, 0
_WIDE = 620
_THOUGHT_HEIGHT = 110
REPLY, TOKENS, LABELS, PROMPT = range(4)


class ModelColumn(QWidget):
    """Shows a `ModelReply`. `chosen` says that this reply's model is to be used in a new run."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reply: ModelReply | None = None
        self._pieces: list[Piece] = []
        self._seen = 0
        self._name = ElidedLabel(kind="strong")
        self._score = Chip()
        self._facts = label(kind="caption", wrap=True)
        self.thought = TextBlock(self.tr("What the model thought"))
        self.thought.setFixedHeight(_THOUGHT_HEIGHT)
        self.thinking = Disclosure(self.tr("Thought"), self.thought)
        self.text = TokenText(self.tr("Reply"), self.tr("The reply appears here as it is written."))
        self.text.setMinimumHeight(36)
        self.text.pointed.connect(self._on_pointed)
        self.shading = QCheckBox(self.tr("Shade by probability"))
        self.shading.setChecked(True)
        self.shading.setToolTip(self.tr("The less likely a token was, the stronger its tint; point at one for more"))
        self.shading.toggled.connect(self.text.shade)
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setProperty("kind", "quiet")
        self._copy.setAccessibleName(self.tr("Copy the reply"))
        self._copy.clicked.connect(self.copy)
        self.tokens = TokenTableModel(self)
        self.tokens_view = table(self.tokens, self.tr("Tokens of the reply"), stretch=_ALTERNATIVES)
        self.labels = LabelTableModel(self)
        self.labels_view = table(self.labels, self.tr("Labels and how likely each is"), stretch=_LABEL)
        self.prompt = TextBlock(self.tr("What the model read"), self.tr("What the model read appears here."))
        self._prompt_facts = label(kind="caption", wrap=True)
        self.tabs = Tabs()
        self._lay_out()
        self.show_reply(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, leave out what a token's tooltip says anyway."""
        super().resizeEvent(event)
        self._spare_columns()

    def _spare_columns(self) -> None:
        narrow = self.width() < _WIDE
        for place in (_ID, _LOG):
            self.tokens_view.setColumnHidden(place, narrow)
        thoughts = self._reply is not None and any(token.thought for token in self._reply.tokens)
        self.tokens_view.setColumnHidden(_PART, not thoughts)
        give_room(self.tokens_view)

    def show_reply(self, reply: ModelReply | None) -> None:
        """Show this one, or nobody yet."""
        self._reply = reply
        self._pieces, self._seen = [], 0
        self.text.show_pieces([])
        self.tokens.set_rows([])
        self.labels.set_rows([])
        self._score.show_state("", "")
        self._facts.setText("")
        self.thought.show_text("")
        self.refresh()

    def refresh(self) -> None:
        """Show what was heard since."""
        reply = self._reply
        self._name.show_text(reply.name if reply is not None else self.tr("No reply yet"))
        if reply is None:
            self.thinking.hide()
            self.prompt.show_text("")
            self._prompt_facts.setText("")
            self.tabs.setTabVisible(LABELS, False)  # noqa: FBT003 - Qt's own signature
            return
        self._take_tokens(reply.tokens)
        self.thinking.setVisible(bool(reply.thought))
        self.thought.show_text(reply.thought)
        self.prompt.show_text("".join(reply.prompt))
        self._prompt_facts.setText(self._about_prompt(reply))
        self._facts.setText(self._about(reply))
        self._show_end(reply)

    def copy(self) -> None:
        """Put the reply on the clipboard."""
        if self._reply is not None:
            QGuiApplication.clipboard().setText(self._reply.text)

    def _take_tokens(self, tokens: list[HeardToken]) -> None:
        new = tokens[self._seen :]
        if not new:
            return
        self._seen = len(tokens)
        self._pieces += [
            Piece(token.text, math.exp(token.logprob), as_plain_tip(token_words(token)))
            for token in new
            if not token.thought
        ]
        self.text.show_pieces(self._pieces)
        if self.tabs.currentIndex() == TOKENS or (self._reply is not None and self._reply.answered is not None):
            self._list_tokens()

    def _list_tokens(self) -> None:
        if self._reply is not None and len(self.tokens.rows) != len(self._reply.tokens):
            self.tokens.set_rows(list(enumerate(self._reply.tokens, 1)))
            fit_columns(self.tokens_view, stretch=_ALTERNATIVES)
            self._spare_columns()

    def _show_end(self, reply: ModelReply) -> None:
        answered = reply.answered
        labels = answered.labels if answered is not None else ()
        if len(self.labels.rows) != len(labels):
            self.labels.set_rows(labels)
            fit_columns(self.labels_view, stretch=_LABEL)
        self.tabs.setTabVisible(LABELS, bool(labels))
        verdict = answered.verdict if answered is not None else None
        if verdict is None:
            self._score.show_state("", "")
        elif verdict.score >= 1.0:
            self._score.show_state(self.tr("✓ right"), "good")
        elif verdict.score <= 0.0:
            self._score.show_state(self.tr("✗ wrong"), "bad")
        else:
            self._score.show_state(self.tr("◐ {score} %").format(score=f"{100 * verdict.score:.0f}"), "warn")
        self._score.setToolTip(verdict.reason if verdict is not None else "")
        if answered is not None or reply.stopped:
            self._list_tokens()

    def _about(self, reply: ModelReply) -> str:
        answered = reply.answered
        if reply.problem:
            return reply.problem
        if reply.stopped:
            return self.tr("Stopped after {n} tokens.").format(n=count(len(reply.tokens)))
        if answered is None:
            so_far = len(reply.tokens)
            return self.tr("{n} tokens so far …", "", so_far).format(n=count(so_far)) if so_far else ""
        rest = max(answered.seconds - answered.first, 1e-9)
        parts = [
            self.tr("{n} tokens in {seconds} s", "", answered.reply_tokens).format(
                n=count(answered.reply_tokens), seconds=f"{answered.seconds:.2f}"
            ),
            self.tr("first token after {ms} ms").format(ms=round(1000 * answered.first)),
        ]
        if answered.reply_tokens > 1:
            parts.append(self.tr("{n} tokens/s").format(n=count(round((answered.reply_tokens - 1) / rest))))
        parts.append(self._about_end(answered.finish))
        parts += filter(None, (answered.note, reply.note))
        return " · ".join(parts)

    def _about_end(self, finish: str) -> str:
        return self.tr("cut off at the token limit") if finish == "length" else self.tr("ended by itself")

    def _about_prompt(self, reply: ModelReply) -> str:
        if not reply.prompt:
            return ""
        return self.tr(
            "{n} tokens, with the model's chat template around them, exactly as the model reads them."
        ).format(n=count(len(reply.prompt)))

    def _on_pointed(self, place: int) -> None:
        """The text cursor is on a token: select it in the table, too."""
        if self._reply is None:
            return
        shown = [number for number, token in enumerate(self._reply.tokens, 1) if not token.thought]
        if place < len(shown):
            index = self.tokens.index_of(lambda each: each[0] == shown[place])
            self.tokens_view.setCurrentIndex(index)

    def _lay_out(self) -> None:
        foot = row(self.shading, 1, self._copy)
        reply = QWidget()
        box = column(self.thinking, self.text, foot, space=Space.XS)
        box.setStretch(1, 1)
        box.setContentsMargins(Space.S, Space.S, Space.S, Space.XS)
        reply.setLayout(box)
        prompt = QWidget()
        box = column(self.prompt, self._prompt_facts, space=Space.XS)
        box.setStretch(0, 1)
        box.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        prompt.setLayout(box)
        self.tabs.addTab(reply, self.tr("Reply"))
        self.tabs.addTab(self.tokens_view, self.tr("Tokens"))
        self.tabs.addTab(self.labels_view, self.tr("Labels"))
        self.tabs.addTab(prompt, self.tr("As sent"))
        self.tabs.setTabToolTip(PROMPT, self.tr("The prompt and the row after the model's chat template"))
        self.tabs.currentChanged.connect(lambda _: self._list_tokens())
        head = row(self._name, self._score, space=Space.S)
        head.setStretch(0, 1)
        head.setContentsMargins(Space.M, Space.S, Space.M, 0)
        facts = row(self._facts)
        facts.setContentsMargins(Space.M, 0, Space.M, Space.S)
        box = column(head, self.tabs, facts, space=Space.XS, margin=1)
        box.setStretch(1, 1)
        outer = column(framed(box, "card"), space=0)
        self.setLayout(outer)
