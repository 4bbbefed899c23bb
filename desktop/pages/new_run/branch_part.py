"""Where a branch began: said above the form while the run that is put together there is one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from core.domain.prompt import Prompt
from core.domain.runspec import Origin
from core.engine.commands.prepare import Prepare
from desktop.theme import Space
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.words import count


class BranchPart(QFrame):
    """Holds what the branch takes along that the form does not show: its origin, and its worked examples.

    `left`: the person wants an ordinary run.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._from: Prepare | None = None
        self._run = ElidedLabel()
        self._about = label(kind="soft", wrap=True)
        self.leave = QPushButton(self.tr("No branch"))
        self.leave.setToolTip(self.tr("Put an ordinary run together, from the task’s own prompts"))
        self.leave.clicked.connect(self._leave)
        self._chip = Chip()
        head = row(label(self.tr("Branch"), "title"), self._chip, self._run, self.leave, space=Space.S)
        head.setStretch(2, 1)
        self.setLayout(column(head, self._about, space=Space.XS, margin=Space.L))
        self.hide()

    @property
    def task(self) -> str:
        """The name of its task's folder; empty if this is no branch."""
        return Path(self._from.task_folder).name if self._from is not None else ""

    def show_branch(self, command: Prepare) -> None:
        """The run that is put together begins where this one would."""
        self._from = command
        origin, examples = command.origin, len(command.prompts[0].demonstrations)
        assert origin is not None
        self._chip.show_state(origin.candidate, "live")
        self._run.show_text(origin.run)
        words = self.tr("Task, model, method and limits are those of that run. Change what you like, and start.")
        if examples:
            kept = self.tr("The first prompt keeps its worked examples: {n}.").format(n=count(examples))
            words = f"{words} {kept}"
        self._about.setText(words)
        self.show()

    def forget(self) -> None:
        """No branch."""
        self._from = None
        self.hide()

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def prompts(self, texts: Sequence[str]) -> tuple[Prompt, ...]:
        """The first of the texts as the whole prompt that it is in a branch; nothing where this is none."""
        return (replace(self._from.prompts[0], text=texts[0], locked=()),) if self._from is not None else ()

    def origin(self, texts: Sequence[str]) -> Origin | None:
        """Where it began, and whether its text was changed since."""
        if self._from is None or self._from.origin is None:
            return None
        origin = self._from.origin
        return replace(origin, edited=origin.edited or texts[0] != self._from.prompts[0].text)
