"""One numbered part of a longer form, which says whether it is done."""

from PySide6.QtWidgets import QFrame, QWidget

from desktop.theme import Space
from desktop.widgets.labels import Chip, label
from desktop.widgets.layout import column, row


class Step(QFrame):
    """A card with its number (0: none), its title, a sentence, what is to be filled in, and in words whether it is;
    `flat`: a part of a card that holds several."""

    def __init__(
        self,
        number: int,
        title: str,
        hint: str,
        content: QWidget,
        parent: QWidget | None = None,
        *,
        flat: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("" if flat else "card")
        self.number, self.title = number, title
        self.content = content
        self._chip = Chip()
        head = row(label(str(number), "step") if number else None, label(title, "title"), 1, self._chip)
        if flat:
            box = column(head, content, space=Space.XS, margin=Space.L)
            box.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
            self.setToolTip(hint)
        else:
            box = column(head, label(hint, "soft", wrap=True), content, space=Space.S, margin=Space.L)
        self.setLayout(box)
        content.setAccessibleDescription(hint)
        self.state = ""

    def show_state(self, words: str, tone: str) -> None:
        """Say how far it is: the tone is "good", "warn", "bad" or ""."""
        self.state = words
        self._chip.show_state(words, tone)
