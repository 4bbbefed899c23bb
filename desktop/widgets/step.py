"""One numbered part of a longer form."""

from PySide6.QtWidgets import QFrame, QWidget

from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row


def step(number: int, title: str, hint: str, content: QWidget) -> QFrame:
    """A card with its number, its title, a sentence, and what is to be filled in."""
    mark = label(str(number), "step")
    head = row(mark, label(title, "title"), 1)
    card = framed(column(head, label(hint, "soft", wrap=True), content, space=Space.S, margin=Space.L), "card")
    content.setAccessibleDescription(hint)
    return card
