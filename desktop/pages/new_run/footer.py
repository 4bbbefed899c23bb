"""The bar below the form: what the run will cost, and what can be done with it."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from core.domain.cost_estimate import CostEstimate
from core.domain.run_estimate import Range, RunEstimate, Shortfall
from core.engine.commands.prepare import Prepare, Prepared
from desktop.pages.new_run.before_part import per_call
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label, restyle
from desktop.widgets.layout import column, framed, row
from desktop.words import count, listed, rough_duration, short_count


class Footer(QFrame):
    """One sentence, notes below it, and the buttons; that of the run itself has its price on it. `estimate` and
    `tournament` stand wherever the page puts them."""

    estimate_wanted = Signal()
    queue_wanted = Signal()
    tournament_wanted = Signal()
    start_wanted = Signal()
    stop_wanted = Signal()
    anyway_wanted = Signal()
    enough_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.cost = label(wrap=True)
        self.notes = label(kind="caption", wrap=True)
        self.notes.hide()
        self.warning = label(wrap=True, selectable=True)
        self._shortfall: Shortfall | None = None
        self.enough = QPushButton()
        self.enough.setAccessibleName(self.tr("Raise the limit to what would do"))
        self.enough.clicked.connect(lambda: self.enough_wanted.emit(self._shortfall))
        self.anyway = self._button(
            self.tr("Start anyway"), self.tr("Begin with this limit, though it is too small"), self.anyway_wanted
        )
        self.anyway.setProperty("kind", "quiet")
        ways = row(self.warning, self.enough, self.anyway, space=Space.S, margin=Space.S)
        ways.setStretch(0, 1)
        self._warned = framed(ways, "banner")
        restyle(self._warned, "tone", "warn")
        self._warned.hide()
        self._narrow = False
        self.estimate = self._button(
            self.tr("Estimate"), self.tr("Ask what the run will cost at least and at most"), self.estimate_wanted
        )
        self.estimate.setProperty("kind", "quiet")
        self.tournament = self._button(
            self.tr("Tournament…"), self.tr("Several methods with equal budgets on this task"), self.tournament_wanted
        )
        self.queue = self._button(
            self.tr("Queue"), self.tr("Start this run when the ones before it have ended"), self.queue_wanted
        )
        self.start = self._button(self.tr("Optimize"), self.tr("Look for a better prompt, now"), self.start_wanted)
        self.start.setAccessibleName(self.tr("Optimize"))
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        self.stop = self._button(self.tr("Stop"), self.tr("Do not begin this run"), self.stop_wanted)
        self.stop.hide()
        says = column(self.cost, self.notes, space=Space.HAIR)
        box = row(says, self.stop, self.queue, self.start, space=Space.S)
        box.setStretch(0, 1)
        self.setLayout(column(self._warned, box, space=Space.S))
        self.setContentsMargins(Space.L, Space.M, Space.L, Space.M)

    def say(self, text: str) -> None:
        """What stands in the way, or what can be done."""
        self.cost.setText(text)

    def show_price(self, price: CostEstimate | None) -> None:
        """What the run will cost, on the button itself."""
        words = self.tr("Optimize")
        if price is not None:
            calls = self.tr("≤ {n} calls").format(n=count(price.calls))
            time = self.tr("≈ {time}").format(time=rough_duration(price.seconds)) if price.seconds else ""
            words = "  ·  ".join((words, listed((time, calls))))
        self.start.setText(words)
        if price is None or price.measured:
            self.start.setToolTip(self.tr("Look for a better prompt, now"))
        else:
            self.start.setToolTip(self.tr("The time is guessed from the model's size until a run has measured it."))

    def show_estimate(self, prepared: Prepared, flown: RunEstimate | None, minutes: float | None) -> None:
        """What the run will cost: as an interval where that is known, and in time where a pre-flight measured it."""
        self.cost.setText(self._words(prepared, flown, minutes))
        self.notes.setText(" ".join(map(translated, prepared.notes)))
        self.cost.setToolTip(" ".join(prepared.notes))
        self._warn(prepared.outlook.shortfall if prepared.outlook is not None else None)
        self._show_notes()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a setter
        """Where there is little room the notes are the tooltip of the cost."""
        self._narrow = narrow
        self._show_notes()

    def hide_notes(self) -> None:
        """They belong to another estimate."""
        self.notes.setText("")
        self.cost.setToolTip("")
        self._warn(None)
        self._show_notes()

    def _warn(self, shortfall: Shortfall | None) -> None:
        """What would make the run pointless, with the limit that would do one click away."""
        self._shortfall = shortfall
        self._warned.setVisible(shortfall is not None)
        self.warning.setText(translated(shortfall.sentence) if shortfall is not None else "")
        if shortfall is not None:
            words = self.tr("Allow {n} tokens") if shortfall.limit == "tokens" else self.tr("Allow {n} calls")
            self.enough.setText(words.format(n=count(shortfall.needed)))

    def _show_notes(self) -> None:
        self.notes.setVisible(bool(self.notes.text()) and not self._narrow)

    def _words(self, prepared: Prepared, flown: RunEstimate | None, minutes: float | None) -> str:
        if prepared.outlook is None:
            return self.tr("At most {n} calls, on {machine}.").format(n=count(prepared.calls), machine=prepared.machine)
        calls = prepared.outlook.calls
        shown = self.tr("{least} to {most} calls").format(least=count(round(calls.least)), most=count(prepared.calls))
        each = per_call(flown) if flown is not None else None
        if each is None:
            return self.tr("{calls}. The pre-flight says how many tokens and minutes that is.").format(calls=shown)
        tokens, seconds = (_times(one, Range(calls.least, prepared.calls)) for one in each)
        longest = min(seconds.most, 60 * minutes) if minutes is not None else seconds.most
        return self.tr(
            "{calls}, {from_tokens} to {to_tokens} tokens, {from_time} to {to_time} on this machine."
        ).format(
            calls=shown,
            from_tokens=short_count(round(tokens.least)),
            to_tokens=short_count(round(tokens.most)),
            from_time=rough_duration(min(seconds.least, longest)),
            to_time=rough_duration(longest),
        )

    def _button(self, text: str, tip: str, signal: object) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda _=False: signal.emit())  # type: ignore[attr-defined]
        return button


def refusing(command: Prepare, wanted: bool = True) -> Prepare:  # noqa: FBT001, FBT002 - a value
    """The same run, with whether limits that make it pointless are refused: that is no part of what is in the form."""
    return msgspec.structs.replace(command, refuse_shortfall=wanted)


def _times(each: Range, calls: Range) -> Range:
    return Range(each.least * calls.least, each.most * calls.most)
