"""The runs that wait for their turn: their order, and what can be done with them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from core.domain.runspec import Role
from core.engine.commands.prepare import Prepare
from core.methods import method
from core.store.places import called
from desktop.context import Context
from desktop.models.run_queue import QueuedRun
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.icon_button import IconButton
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import clear, column, row
from desktop.words import count


class QueuePart(QFrame):
    """Shown while something waits. Every line can be moved up and down, and removed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = context.session
        self._state = Chip()
        self.hold = QPushButton()
        self.hold.clicked.connect(self._hold_or_go_on)
        self._lines = column(space=Space.XS)
        self.buttons: list[tuple[IconButton, IconButton, IconButton]] = []
        head = row(label(self.tr("Waiting runs"), "title"), self._state, 1, self.hold)
        self.setLayout(column(head, self._lines, space=Space.S, margin=Space.L))
        self._session.queue.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        queue = self._session.queue
        runs = queue.runs
        self.setVisible(bool(runs))
        self._state.show_state(
            self.tr("paused: nothing starts by itself") if queue.held else self.tr("starts by itself"),
            "warn" if queue.held else "live",
        )
        self.hold.setText(self.tr("Go on") if queue.held else self.tr("Pause"))
        clear(self._lines)
        self.buttons = []
        for place, run in enumerate(runs):
            self._lines.addLayout(self._line(place, run, len(runs)))

    def _line(self, place: int, run: QueuedRun, of: int) -> QHBoxLayout:
        words = ElidedLabel(queued_words(run.command))
        up = _button("move-up", self.tr("Move {n} up").format(n=place + 1))
        down = _button("move-down", self.tr("Move {n} down").format(n=place + 1))
        gone = _button("close", self.tr("Remove {n} from the queue").format(n=place + 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < of - 1)
        up.clicked.connect(lambda: self._session.queue.move(run.number, place - 1))
        down.clicked.connect(lambda: self._session.queue.move(run.number, place + 1))
        gone.clicked.connect(lambda: self._session.unqueue(run.number))
        self.buttons.append((up, down, gone))
        made = row(label(count(place + 1), "step"), words, up, down, gone, space=Space.S)
        made.setStretch(1, 1)
        return made

    def _hold_or_go_on(self) -> None:
        if self._session.queue.held:
            self._session.release_queue()
        else:
            self._session.queue.hold()


def _button(drawing: str, words: str) -> IconButton:
    button = IconButton(drawing, words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def queued_words(command: Prepare) -> str:
    """A run in a line: its task, method, model, start prompt and seed."""
    models = called(command.models.get(Role.TASK, ""))
    texts = (*(prompt.text for prompt in command.prompts), *command.seed_prompts)
    prompt = " ".join(texts[0].split()) if texts else ""
    parts = (
        Path(command.task_folder).name,
        translated(method(command.method).title),
        models,
        f"#{command.seed}",
        f"“{prompt}”",
    )
    return " · ".join(part for part in parts if part)
