"""The playground: ask one or two models one thing, and watch every token."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSplitter, QStackedWidget, QWidget

from core.domain.example import Example
from core.engine.messages import Progressed
from desktop.context import Context
from desktop.models.candidate_table import one_line
from desktop.models.playground import PlaygroundModel
from desktop.pages.names import DATASETS, NEW_RUN
from desktop.pages.playground.model_column import ModelColumn
from desktop.pages.playground.question_part import QuestionPart
from desktop.pages.targets import PromptTarget, RowTarget
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.more import MoreButton

_EMPTY, _SHOWN = range(2)
_WIDE = 900


class PlaygroundPage(QWidget):
    """`changed`: it can ask or stop now, or no longer. `wanted` carries the name of another page, and what is to be
    opened there: a prompt for a new run, a row for a task."""

    changed = Signal()
    wanted = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.model = PlaygroundModel(context.requests, context.library.chosen, self)
        self.question = QuestionPart(context)
        self.columns = (ModelColumn(), ModelColumn())
        self._shown: object = None
        self._ask = QPushButton(self.tr("Ask"))
        self._ask.setProperty("kind", "primary")
        self._ask.clicked.connect(self.ask)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.model.stop)
        self._tries = ChoiceBox()
        self._tries.setAccessibleName(self.tr("What was asked in this session"))
        self._tries.setMinimumContentsLength(18)
        self._tries.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._tries.activated.connect(self._show_again)
        self.more = MoreButton()
        self.run_deed = self.more.add(
            self.tr("Use this prompt in a new run"), self.tr("Start a search from it"), self._use_in_run
        )
        self.row_deed = self.more.add(
            self.tr("Add this input as a row"),
            self.tr("Put it and its expected answer into the task's rows for training"),
            self._add_row,
        )
        self.forget_deed = self.more.add(
            self.tr("Forget what was asked"), self.tr("Empties the list of this session"), self.model.forget
        )
        self._says = ElidedLabel(kind="caption")
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.question.prompt)
        self._connect()
        self._refresh()

    @property
    def can_ask(self) -> bool:
        """Whether Ask would do something now."""
        return not self.model.working and self._context.session.idle and self.question.command is not None

    @property
    def can_stop(self) -> bool:
        """Whether there is something to stop."""
        return self.model.working

    def stop(self) -> None:
        """Stop what was asked."""
        self.model.stop()

    def ask(self) -> None:
        """Ask what stands in the form."""
        command = self.question.command
        if command is not None and self.can_ask:
            self.model.ask(command, self.question.task)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: two replies beside each other where there is room, else one above the other."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._beside.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _use_in_run(self) -> None:
        self.wanted.emit(NEW_RUN, PromptTarget(self.question.prompt.toPlainText(), self.question.task))

    def _add_row(self) -> None:
        self.wanted.emit(DATASETS, RowTarget(self.question.task, self.question.example))

    def _connect(self) -> None:
        self.model.changed.connect(self._refresh)
        self.model.heard.connect(self._hear)
        self.model.progressed.connect(self._on_progress)
        self.model.failed.connect(self._context.errors.report)
        self.question.changed.connect(self._update)
        self._context.session.changed.connect(self._update)
        self._context.workspace.opened.connect(self._update)

    def _refresh(self) -> None:
        self._tries.clear()
        for made in self.model.tries:
            words = self.tr("{time}  {prompt}").format(
                time=made.asked.strftime("%H:%M:%S"),
                prompt=one_line(made.command.prompt or made.command.example.input, 50),
            )
            self._tries.addItem(words)
        shown = self.model.shown
        if shown is not None:
            self._tries.setCurrentIndex(next(i for i, made in enumerate(self.model.tries) if made is shown))
        self._tries.setVisible(len(self.model.tries) > 1)
        self._stack.setCurrentIndex(_SHOWN if shown is not None else _EMPTY)
        if shown is not self._shown:
            self._shown = shown
            replies = shown.replies if shown is not None else []
            for place, part in enumerate(self.columns):
                part.setVisible(place < max(len(replies), 1))
                part.show_reply(replies[place] if place < len(replies) else None)
        self._hear()
        self._update()

    def _hear(self) -> None:
        for part in self.columns:
            part.refresh()

    def _show_again(self, place: int) -> None:
        self.model.show(place)
        shown = self.model.shown
        if shown is not None:
            self.question.show_command(shown.command, shown.task)

    def _on_progress(self, message: Progressed) -> None:
        self._says.show_text(message.phase)

    def _update(self) -> None:
        self._ask.setEnabled(self.can_ask)
        self._stop.setVisible(self.model.working)
        self.forget_deed.setEnabled(bool(self.model.tries))
        self.run_deed.setEnabled(bool(self.question.prompt.toPlainText().strip()))
        example = self.question.example
        owned = any(place.name == self.question.task and not place.sample for place in self._context.workspace.tasks)
        typed = isinstance(example, Example) and example.row == 0 and bool(example.input.strip() and example.answers)
        self.row_deed.setEnabled(owned and typed and self._context.workspace.writable)
        if not self.model.working:
            self._says.show_text(self._situation())
        self.changed.emit()

    def _situation(self) -> str:
        if not self._context.session.idle:
            return self.tr("A run is going on. You can ask once it has ended, or was stopped.")
        return ""

    def _lay_out(self) -> None:
        head = row(
            label(self.tr("Playground"), "headline"),
            self._says,
            self._tries,
            self.more,
            self._stop,
            self._ask,
            space=Space.S,
        )
        head.setStretch(1, 1)
        beside = self._beside = QSplitter(Qt.Orientation.Horizontal)
        for part in self.columns:
            beside.addWidget(part)
        beside.setChildrenCollapsible(False)
        self._stack.addWidget(
            EmptyState(
                "playground",
                self.tr("Ask a model something"),
                self.tr(
                    "Choose a row of a task or type an input, and press Ask. The reply appears token by token, each "
                    "with its probability. A second model can answer beside the first."
                ),
            )
        )
        self._stack.addWidget(beside)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(framed(column(self.question, margin=1), "card"))
        parts.addWidget(self._stack)
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        parts.setSizes([320, 760])
        parts.setChildrenCollapsible(False)
        prompt = framed(column(self.question.head, space=0), "card")
        box = column(head, prompt, parts, space=Space.M, margin=Space.L)
        box.setStretch(2, 1)
        self.setLayout(box)
