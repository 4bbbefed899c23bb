"""The sealed test before it is opened: what opening it means, the question in place, and the work itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from core.engine.messages import Progressed
from core.report.power_estimate import PowerEstimate
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.words import count, rough_duration


class SealPart(QWidget):
    """`opened` says that the person confirmed; `stopped` that the answering is to stop."""

    opened = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(kind="title", wrap=True)
        self._power = label(wrap=True, selectable=True)
        self._meaning = label(kind="soft", wrap=True, selectable=True)
        self._obstacle = label(kind="strong", wrap=True, selectable=True)
        self._hint = label(kind="soft", wrap=True, selectable=True)
        self.ask_button = QPushButton(self.tr("Open the sealed test…"))
        self.ask_button.setProperty("kind", "primary")
        self.ask_button.setAccessibleDescription(self.tr("Asks once more before anything is opened"))
        self.ask_button.clicked.connect(self.ask)
        self.open_button = QPushButton(self.tr("Open it and certify"))
        self.open_button.setProperty("kind", "primary")
        self.open_button.clicked.connect(self._confirm)
        self.leave_button = QPushButton(self.tr("Leave it sealed"))
        self.leave_button.clicked.connect(self.leave)
        self.stop_button = QPushButton(self.tr("Stop"))
        self.stop_button.setAccessibleName(self.tr("Stop answering the sealed test"))
        self.stop_button.clicked.connect(self.stopped)
        self._phase = ElidedLabel(kind="soft")
        self._left = label(kind="caption")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the sealed test"))
        self._possible = False
        self._question = self._made_question()
        self._progress = self._made_progress()
        self.setLayout(
            column(
                self._title,
                self._power,
                self._meaning,
                self._obstacle,
                self._hint,
                row(self.ask_button, 1),
                self._question,
                self._progress,
                space=Space.S,
            )
        )
        self._question.hide()
        self._progress.hide()

    @property
    def asking(self) -> bool:
        """Whether the question stands there."""
        return not self._question.isHidden()

    def show_prospect(self, found: PowerEstimate, *, free: bool) -> None:
        """Say what opening it would mean; `free`: it can be opened now."""
        self._possible = found.possible
        title = self.tr("The sealed test: {n} rows, still sealed").format(n=count(found.rows))
        self._title.setText(title if found.possible else self.tr("The sealed test cannot be opened for this run"))
        self._power.setText(translated(found.power))
        self._meaning.setText(translated(found.meaning))
        self._obstacle.setText(translated(found.obstacle))
        self._hint.setText(translated(found.hint))
        for part in (self._power, self._meaning):
            part.setVisible(found.possible)
        for part in (self._obstacle, self._hint):
            part.setVisible(bool(part.text()))
        self.ask_button.setVisible(found.possible and not self.asking and self._progress.isHidden())
        self.ask_button.setEnabled(free)
        self.open_button.setEnabled(free)

    def ask(self) -> None:
        """Put the question; nothing is blocked meanwhile."""
        if self._possible and self.ask_button.isEnabled() and self._progress.isHidden():
            self._question.show()
            self.ask_button.hide()
            self.open_button.setFocus()

    def leave(self) -> None:
        """The person leaves it sealed."""
        self._question.hide()
        self.ask_button.setVisible(self._possible)
        self.ask_button.setFocus()

    def begin(self) -> None:
        """The rows are being answered."""
        self._question.hide()
        self.ask_button.hide()
        self._phase.show_text(self.tr("Loading the model …"))
        self._left.setText("")
        self._bar.setValue(0)
        self._progress.show()

    def show_progress(self, message: Progressed) -> None:
        """Where the answering stands."""
        self._phase.show_text(translated(message.phase))
        self._bar.setValue(round(1000 * min(max(message.fraction, 0.0), 1.0)))
        left = message.remaining_seconds
        self._left.setText(self.tr("about {t} left").format(t=rough_duration(left)) if left is not None else "")

    def end(self) -> None:
        """The answering is over, well or not."""
        self._progress.hide()
        self.ask_button.setVisible(self._possible)

    def _confirm(self) -> None:
        self.begin()
        self.opened.emit()

    def _made_question(self) -> QWidget:
        words = label(
            self.tr(
                "Your prompt and the best one answer every sealed row, and an exact paired test says whether the gain "
                "is real. You will see the rows that changed."
            ),
            wrap=True,
        )
        title = label(self.tr("Open it now?"), "strong")
        box = column(title, words, row(self.open_button, self.leave_button, 1), space=Space.S, margin=Space.M)
        made = framed(box, "banner")
        made.setProperty("tone", "warn")
        return made

    def _made_progress(self) -> QWidget:
        line = row(self._bar, self._left, self.stop_button, space=Space.M)
        line.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(column(self._phase, line, space=Space.XS))
        return holder
