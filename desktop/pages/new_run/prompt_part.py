"""The person's own prompts: where the search starts, and what its result is held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from core.domain.prompt import Prompt
from desktop.colours import colours
from desktop.icons import icon
from desktop.pages.sentence_spans import sentence_spans
from desktop.theme import Space
from desktop.widgets.controls import TabStrip
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.prompt_editor import PromptEditor
from desktop.words import count, listed

_HEIGHT = 96
"""Pixels of the editor: with the rows above and the model below it, one screen."""


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str
    locks: tuple[str, ...] = ()


class PromptPart(QWidget):
    """A tab per prompt; the chosen one is edited below, or its sentences are locked by clicking them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = [_Draft("")]
        self._own = [_Draft("")]
        self._mine: list[_Draft] = []
        self._removed: tuple[int, _Draft] | None = None
        self._place = 0
        self.tabs = TabStrip()
        self.tabs.setAccessibleName(self.tr("Start prompts"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.editor = PromptEditor(self.tr("Your prompt"), sentence_spans)
        self.editor.setPlaceholderText(self.tr("What should the model do with each input?"))
        self.editor.setFixedHeight(_HEIGHT)
        self.add = self._button(self.tr("Add"), self.tr("Start from one more prompt of yours"))
        self.copy = self._button(self.tr("Duplicate"), self.tr("One more prompt with the same words"))
        self.paste = self._button(self.tr("Paste"), self.tr("One more prompt from the clipboard"))
        self.remove = self._button(self.tr("Remove"), self.tr("Start without this prompt"))
        self.back = self._button(self.tr("Bring back"), self.tr("The prompt that was removed last"))
        self.own = self._button("", self.tr("Switch between what you wrote and the prompts that came with the task"))
        self.lock = QToolButton()
        self.lock.setText(self.tr("Lock sentences"))
        self.lock.setCheckable(True)
        self.lock.setToolTip(
            self.tr("Click sentences that must stay word for word. Click again, or press Space, to free them.")
        )
        self._facts = label(kind="caption", wrap=True)
        self._trouble = label(wrap=True)
        self._trouble.hide()
        self._connect()
        self._lay_out()
        self._show()

    @property
    def prompts(self) -> tuple[str, ...]:
        """The prompts that the search starts from, in order."""
        return tuple(draft.text for draft in self._drafts)

    @property
    def locked(self) -> tuple[str, ...]:
        """What must stay word for word, in whichever prompt it stands."""
        return tuple(dict.fromkeys(lock for draft in self._drafts for lock in draft.locks))

    @property
    def trouble(self) -> str:
        """What is wrong with the prompts, empty if nothing is."""
        names = self.editor.unknown_placeholders()
        if names:
            shown = listed(f"{{{{{name}}}}}" for name in names)
            return self.tr("No column of this task fills {names}: no run can start with it.").format(names=shown)
        if len(set(self.prompts)) < len(self.prompts):
            return self.tr("Two of these prompts are the same; one of them will do.")
        return ""

    @property
    def summary(self) -> str:
        """All of it in a few words."""
        parts = [self.tr("{n} prompts").format(n=count(len(self._drafts)))] if len(self._drafts) > 1 else []
        words = Prompt(self._drafts[self._place].text).words
        parts.append(self.tr("{n} words", "", words).format(n=count(words)))
        if self.locked:
            parts.append(self.tr("locked: {n}").format(n=count(len(self.locked))))
        return listed(parts)

    @property
    def written(self) -> list[tuple[str, tuple[str, ...]]]:
        """The prompts with their locked words where they differ from the task's own; else nothing."""
        return [] if self._drafts == self._own else [(draft.text, draft.locks) for draft in self._drafts]

    def show_prompts(
        self,
        prompts: Sequence[Prompt],
        columns: Sequence[str] = (),
        written: Sequence[tuple[str, tuple[str, ...]]] = (),
    ) -> None:
        """Show a task's own prompts, or those that a person wrote for it; its columns are placeholders."""
        self.editor.set_columns(columns)
        self._own = [_Draft(prompt.text, prompt.locked) for prompt in prompts] or [_Draft("")]
        self._drafts = [_Draft(text, locks) for text, locks in written] or list(self._own)
        self._removed = None
        self._mine = []
        self._choose(0)

    def add_prompt(self, text: str = "", locks: tuple[str, ...] = ()) -> None:
        """One more, which is then shown."""
        self._drafts.append(_Draft(text, locks))
        self._choose(len(self._drafts) - 1)
        self.editor.setFocus()

    def bring_prompt(self, text: str) -> None:
        """Show a prompt that comes from elsewhere: instead of the task's own, but beside those that a person wrote."""
        if text in self.prompts:
            self._choose(self.prompts.index(text))
        elif self._drafts == self._own:
            self._drafts, self._removed = [_Draft(text)], None
            self._choose(0)
        else:
            self.add_prompt(text)

    def offer_to_type(self) -> None:
        """Let the next key write over a prompt that was only suggested."""
        self.editor.setFocus()
        self.editor.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.editor.textChanged.connect(self._take)
        self.editor.locks_changed.connect(self._take)
        self.lock.toggled.connect(self.editor.set_locking)
        self.lock.toggled.connect(lambda _: self._draw())
        self.add.clicked.connect(lambda _: self.add_prompt())
        self.copy.clicked.connect(self._duplicate)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self._remove)
        self.back.clicked.connect(self._bring_back)
        self.own.clicked.connect(self._switch)

    def _duplicate(self) -> None:
        draft = self._drafts[self._place]
        self.add_prompt(draft.text, draft.locks)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if not text:
            return
        if self._drafts == [_Draft("")]:
            self.editor.setPlainText(text)
        else:
            self.add_prompt(text)

    def _remove(self) -> None:
        if len(self._drafts) > 1:
            self._removed = self._place, self._drafts.pop(self._place)
            self._choose(min(self._place, len(self._drafts) - 1))

    def _bring_back(self) -> None:
        if self._removed is not None:
            place, draft = self._removed
            self._removed = None
            self._drafts.insert(place, draft)
            self._choose(place)

    def _switch(self) -> None:
        """To the task's own prompts, or back to what was written."""
        if self._drafts == self._own:
            self._drafts, self._mine = self._mine, []
        else:
            self._drafts, self._mine = list(self._own), self._drafts
        self._removed = None
        self._choose(0)

    def _choose(self, place: int) -> None:
        self._place = place
        self._show()

    def _on_tab(self, place: int) -> None:
        if 0 <= place < len(self._drafts):
            self._choose(place)

    def _take(self) -> None:
        draft = _Draft(self.editor.toPlainText(), self.editor.locks)
        if draft != self._drafts[self._place]:
            self._drafts[self._place] = draft
            self._say()

    def _show(self) -> None:
        """Everything anew: the tabs, and the chosen prompt."""
        blocker = QSignalBlocker(self.tabs)
        while self.tabs.count() > len(self._drafts):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < len(self._drafts):
            self.tabs.addTab("")
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, self.tr("Prompt {n}").format(n=place + 1))
        self.tabs.setCurrentIndex(self._place)
        blocker.unblock()
        draft = self._drafts[self._place]
        quiet = QSignalBlocker(self.editor)
        self.editor.show_prompt(draft.text, draft.locks)
        quiet.unblock()
        self.remove.setEnabled(len(self._drafts) > 1)
        self.back.setVisible(self._removed is not None)
        self._say()
        self._draw()

    def _say(self) -> None:
        draft = self._drafts[self._place]
        mine = self._drafts != self._own
        self.own.setVisible(mine or bool(self._mine))
        self.own.setText(self.tr("The task's own") if mine else self.tr("Back to yours"))
        prompt = Prompt(draft.text)
        parts = [self.tr("{n} words", "", prompt.words).format(n=count(prompt.words))]
        if prompt.placeholders:
            names = listed(f"{{{{{name}}}}}" for name in sorted(prompt.placeholders))
            parts.append(self.tr("placeholders, kept by every method: {names}").format(names=names))
        if draft.locks:
            parts.append(self.tr("locked sentences, kept word for word: {n}").format(n=count(len(draft.locks))))
        self._facts.setText(" · ".join(parts))
        self._trouble.setText(self.trouble)
        self._trouble.setVisible(bool(self.trouble))
        self.changed.emit()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "quiet")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button

    def _draw(self) -> None:
        theme = colours()
        self.lock.setIcon(icon("lock", theme.accent if self.lock.isChecked() else theme.text_soft))
        self.lock.setToolButtonStyle(self.lock.toolButtonStyle().ToolButtonTextBesideIcon)

    def _lay_out(self) -> None:
        top = row(self.tabs, 1, self.own, self.back, self.add, self.copy, self.paste, self.remove, space=Space.HAIR)
        below = row(self._facts, self.lock, space=Space.S)
        below.setStretch(0, 1)
        self.setLayout(column(top, self.editor, below, self._trouble, space=Space.XS))
