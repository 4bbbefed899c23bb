"""A number that matters, with what it is."""

from PySide6.QtWidgets import QFrame, QWidget

from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column


class Figure(QFrame):
    """A large number above a caption."""

    def __init__(self, caption: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure")
        self._number = label("–", "number")
        self._caption = label(caption, "caption", wrap=True)
        box = column(self._number, self._caption, space=Space.HAIR, margin=Space.S)
        box.addStretch(1)
        self.setLayout(box)
        self.setToolTip(tip)
        self.setAccessibleName(caption)

    @property
    def text(self) -> str:
        """The number as it is shown."""
        return self._number.text()

    def show_number(self, text: str) -> None:
        """Another number."""
        self._number.setText(text)
        self.setAccessibleDescription(text)
