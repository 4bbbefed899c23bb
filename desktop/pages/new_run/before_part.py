"""Before the start: what this dataset can show, and the pre-flight."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton, QWidget

from core.domain.run_estimate import Range, RunEstimate
from core.domain.task import Task
from desktop.models.preflight import PreflightModel
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.figure import Figure
from desktop.widgets.labels import label, restyle
from desktop.widgets.layout import column, framed, row
from desktop.words import count


class BeforePart(QWidget):
    """Four figures, a sentence for each, and one button. Nothing here keeps a run from starting."""

    pressed = Signal()

    def __init__(self, flight: PreflightModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flight = flight
        self._outlook: RunEstimate | None = None
        self.sealed = Figure(self.tr("sealed rows"), self.tr("A run never sees them; the certificate opens them once."))
        self.smallest = Figure(
            self.tr("smallest gain they show"),
            self.tr("With 80 % power in an exact paired test, at the share of changing answers given below."),
        )
        self.needed = Figure(self.tr("sealed rows to show 5 points"), self.tr("With 80 % power."))
        self.floor = Figure(
            self.tr("majority-class baseline"), self.tr("The score of always giving the most common label.")
        )
        self._power = label(wrap=True, selectable=True)
        self._verdict = label(wrap=True, selectable=True)
        self._when = label(kind="caption", wrap=True)
        self._result = framed(column(self._verdict, self._when, space=Space.XS, margin=Space.M), "banner")
        self.button = QPushButton(self.tr("Run the pre-flight"))
        self.button.setToolTip(
            self.tr("Scores your prompt, a few paraphrases and an empty prompt on up to 48 train rows.")
        )
        self.button.clicked.connect(self.pressed)
        self._says = label(kind="caption", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress of the pre-flight"))
        self._lay_out()
        self._can_fly = False
        flight.changed.connect(self._update)
        self._update()

    @property
    def outlook(self) -> RunEstimate | None:
        """What is known: from the pre-flight if there is one, else from the estimate."""
        return self._flight.found.outlook if self._flight.found is not None else self._outlook

    @property
    def verdict(self) -> str:
        """What the pre-flight says, in one sentence; empty without one."""
        return self._verdict.text() if self._flight.found is not None else ""

    @property
    def state(self) -> tuple[str, str]:
        """Words and tone for the head of the step."""
        found = self._flight.found
        if self._flight.working:
            return self.tr("pre-flight under way"), "live"
        if found is None:
            return self.tr("no pre-flight yet"), ""
        if found.outlook.hopeless:
            return self.tr("little left to gain"), "warn"
        return self.tr("pre-flight done"), "good"

    def show_task(self, task: Task | None) -> None:
        """Another task: nothing of the old one's outlook holds."""
        self._outlook = None
        self.sealed.show_number(count(task.test_rows) if task is not None else "–")
        self._update()

    def show_outlook(self, outlook: RunEstimate | None) -> None:
        """What the estimate says can be shown."""
        self._outlook = outlook
        self._update()

    def allow(self, *, when: bool) -> None:
        """Whether there is a task, a model, and an engine that is free."""
        self._can_fly = when
        self._update()

    def _update(self) -> None:
        flight, outlook = self._flight, self.outlook
        self._show_figures(outlook)
        self._power.setVisible(outlook is not None)
        self._result.setVisible(flight.found is not None)
        self._bar.setVisible(flight.working)
        self._bar.setValue(round(100 * flight.fraction))
        self.button.setEnabled(flight.working or self._can_fly)
        self.button.setText(self._button_words())
        self._says.setText(translated(flight.phase) if flight.working else self._invitation())
        if outlook is not None:
            self._power.setText(" ".join(map(translated, outlook.sentences[: 2 if outlook.floor is not None else 1])))
        if flight.found is not None:
            self._show_result(flight.found.outlook, flight.found.made)

    def _button_words(self) -> str:
        if self._flight.working:
            return self.tr("Stop the pre-flight")
        return self.tr("Run it again") if self._flight.found is not None else self.tr("Run the pre-flight")

    def _invitation(self) -> str:
        if self._flight.found is not None:
            return self.tr("You can start whatever it says.")
        if self.outlook is None:
            return self.tr(
                "Takes two minutes with a small model. It tells whether prompts matter here and what the run will cost."
            )
        return self.tr("It measures how many answers change with the prompt; until then one in five is assumed.")

    def _show_figures(self, outlook: RunEstimate | None) -> None:
        if outlook is None:
            for figure in (self.smallest, self.needed, self.floor):
                figure.show_number("–")
            return
        gain = outlook.smallest_gain
        self.sealed.show_number(count(outlook.sealed_rows))
        self.smallest.show_number(
            self.tr("{n} points").format(n=f"{100 * gain:.0f}") if gain is not None else self.tr("none")
        )
        self.needed.show_number(count(outlook.rows_for_small_gain))
        floor = outlook.floor
        self.floor.show_number(self.tr("{n} %").format(n=f"{100 * floor:.0f}") if floor is not None else "–")

    def _show_result(self, outlook: RunEstimate, made: str) -> None:
        self._verdict.setText(translated(outlook.sentences[-1]))
        restyle(self._result, "tone", "warn" if outlook.hopeless else "good")
        self._when.setText(self.tr("Pre-flight of {when}, kept in this workspace.").format(when=_shown(made)))

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setSpacing(Space.S)
        for place, figure in enumerate((self.sealed, self.smallest, self.needed, self.floor)):
            figures.addWidget(figure, 0, place)
            figures.setColumnStretch(place, 1)
        deed = row(self.button, self._says, space=Space.M)
        deed.setStretch(1, 1)
        self.setLayout(column(figures, self._power, self._result, deed, self._bar, space=Space.M))


def per_call(outlook: RunEstimate) -> tuple[Range, Range] | None:
    """Tokens and seconds of one call, as a pre-flight measured them: they hold for another method and budget, too."""
    if outlook.tokens is None or outlook.seconds is None or outlook.calls.most <= 0 or outlook.calls.least <= 0:
        return None
    return _each(outlook.tokens, outlook.calls), _each(outlook.seconds, outlook.calls)


def _each(total: Range, calls: Range) -> Range:
    return Range(total.least / calls.least, total.most / calls.most)


def _shown(made: str) -> str:
    try:
        return datetime.fromisoformat(made).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return made
