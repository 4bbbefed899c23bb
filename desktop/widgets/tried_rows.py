"""Rows that were tried: what was asked, what came back, what was read from it, what was expected, and the score."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.theme import Space
from desktop.tips import as_plain_tip
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import clear, separator

_LONGEST = 280


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One row, in words. `tone` of the score: "good", "warn" or "bad"."""

    input: str
    reply: str
    read: str
    expected: str
    score: str
    tone: str
    why: str = ""


class TriedRows(QWidget):
    """A small table of texts that wrap; long ones are cut, with all of it as the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TriedLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        for place, share in enumerate((4, 4, 2, 2, 0)):
            self._grid.setColumnStretch(place, share)

    def show_lines(self, lines: Sequence[TriedLine]) -> None:
        """Show these rows instead of those before."""
        self.lines = tuple(lines)
        clear(self._grid)
        self.setVisible(bool(lines))
        if not lines:
            return
        titles = (self.tr("Input"), self.tr("Reply"), self.tr("Read as"), self.tr("Expected"), self.tr("Score"))
        for place, title in enumerate(titles):
            self._grid.addWidget(label(title, "caption"), 0, place)
        for number, line in enumerate(lines):
            self._add(2 * number + 1, line)

    def _add(self, at: int, line: TriedLine) -> None:
        self._grid.addWidget(separator(), at, 0, 1, 5)
        texts = (line.input, line.reply, line.read, line.expected)
        for place, text in enumerate(texts):
            self._grid.addWidget(_cell(text), at + 1, place, Qt.AlignmentFlag.AlignTop)
        chip = Chip()
        chip.show_state(line.score, line.tone)
        chip.setToolTip(as_plain_tip(line.why))
        self._grid.addWidget(chip, at + 1, 4, Qt.AlignmentFlag.AlignTop)


def _cell(text: str) -> QLabel:
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    made = label(shown, wrap=True, selectable=True)
    made.setMinimumWidth(60)
    if shown != text:
        made.setToolTip(as_plain_tip(text))
    return made
