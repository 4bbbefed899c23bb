"""The steps of a long form beside it: where one is, what is done, what needs something."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from desktop.colours import colours
from desktop.icons import icon
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column

WIDTH = 212
_ICONS = {"good": "good", "warn": "warn", "bad": "bad"}


class StepIndex(QFrame):
    """A button per step with its state in words below; `chosen` carries the step's place."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setFixedWidth(WIDTH)
        self._tones = [""] * len(titles)
        self._buttons: list[QToolButton] = []
        self._words = [label(kind="caption", wrap=True) for _ in titles]
        box = column(space=Space.HAIR, margin=Space.S)
        for place, title in enumerate(titles):
            button = QToolButton()
            button.setText(title)
            button.setAccessibleName(title)
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            self._words[place].setContentsMargins(34, 0, Space.S, Space.S)
            self._buttons.append(button)
            box.addWidget(button)
            box.addWidget(self._words[place])
        box.addStretch(1)
        self.setLayout(box)
        self._draw()

    @property
    def buttons(self) -> Sequence[QToolButton]:
        """The buttons, in order."""
        return self._buttons

    def show_state(self, place: int, words: str, tone: str) -> None:
        """Say how far a step is."""
        self._words[place].setText(words)
        self._buttons[place].setAccessibleDescription(words)
        if self._tones[place] != tone:
            self._tones[place] = tone
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        theme = colours()
        tints = {"good": theme.good, "warn": theme.warn, "bad": theme.bad}
        for button, tone in zip(self._buttons, self._tones, strict=True):
            button.setIcon(icon(_ICONS.get(tone, "info"), tints.get(tone, theme.text_soft)))
