"""The line at the bottom of the window: what is going on, what it cost so far, and that nothing left the machine."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import row
from desktop.words import count, duration, short_count, time_left

_NARROW, _SPARED = 1000, ("tokens", "speed", "time")


@dataclass(frozen=True, slots=True)
class Spending:
    """What the strip shows. `fraction` of the current phase is 0…1, or negative when nothing is going on. `shared` and
    `cached` are shares: of the prompt tokens that several requests had in common, and of the answers read from disk.
    """

    phase: str = ""
    fraction: float = -1.0
    calls: int = 0
    tokens: int = 0
    tokens_per_second: float = 0.0
    seconds: float = 0.0
    least_left: float | None = None
    remaining: float | None = None
    limit_calls: int | None = None
    shared: float = 0.0
    cached: float = 0.0


class _Door(QToolButton):
    """Words that lead to a page, by mouse, Space or Enter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter presses it on every platform."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class SpendStrip(QFrame):
    """Shows a `Spending`, and the number of connections, always. `connections_wanted`: somebody asks which."""

    connections_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._phase = ElidedLabel()
        self._phase.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress of the current step"))
        self._figures = {name: self._figure() for name in ("calls", "tokens", "speed", "time", "left")}
        self.door = _Door()
        self.door.setAutoRaise(True)
        self.door.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.door.setCursor(Qt.CursorShape.PointingHandCursor)
        self.door.clicked.connect(self.connections_wanted)
        box = row(self._phase, self._bar, *self._figures.values(), self.door, space=Space.L)
        box.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.show_connections(0)
        self.show_spending(Spending())

    def show_spending(self, spending: Spending) -> None:
        """Show this; figures that are unknown are left out."""
        self._phase.show_text(spending.phase or self.tr("Ready."))
        self._bar.setVisible(spending.fraction >= 0)
        self._bar.setValue(round(1000 * max(spending.fraction, 0.0)))
        self._set("calls", self._calls(spending))
        number = spending.tokens
        self._set("tokens", self.tr("{n} tokens", "", number).format(n=short_count(number)) if number else "")
        speed = spending.tokens_per_second
        self._set("speed", self.tr("{n} tokens/s").format(n=count(round(speed))) if speed > 0 else "")
        self._figures["speed"].setToolTip(self._saved(spending))
        self._set("time", duration(spending.seconds) if spending.seconds >= 1 else "")
        self._set("left", time_left(spending.least_left, spending.remaining))

    def _saved(self, spending: Spending) -> str:
        shared = self.tr("{share} of the prompt tokens were computed once for several rows.")
        cached = self.tr("{share} of the answers came from disk.")
        parts = [shared.format(share=f"{spending.shared:.0%}"), cached.format(share=f"{spending.cached:.0%}")]
        return "\n".join(parts)

    def show_connections(self, number: int) -> None:
        """Show how many connections this program has opened."""
        self.door.setText(self.tr("Connections: {n}").format(n=number))
        self.door.setAccessibleName(self.door.text())
        self.door.setToolTip(self.tr("Network connections opened by Whet since it was started"))

    def _calls(self, spending: Spending) -> str:
        if not spending.calls:
            return ""
        if spending.limit_calls:
            return self.tr("{n} of at most {limit} calls").format(
                n=count(spending.calls), limit=count(spending.limit_calls)
            )
        return self.tr("{n} calls", "", spending.calls).format(n=count(spending.calls))

    def _figure(self) -> QLabel:
        made = label()
        made.setProperty("kind", "figure")
        made.hide()
        return made

    def _set(self, name: str, text: str) -> None:
        figure = self._figures[name]
        figure.setText(text)
        figure.setVisible(bool(text) and not (name in _SPARED and self.width() < _NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: where there is little room, what is going on comes before what it costs, which the run says, too."""
        super().resizeEvent(event)
        for name in _SPARED:
            self._set(name, self._figures[name].text())
