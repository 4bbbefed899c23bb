"""What of the history is shown, and how it is grouped."""

from PySide6.QtCore import QCoreApplication

from core.store.history import Kind
from desktop.models.history_model import kind_words
from desktop.widgets.controls import ChoiceBox

EVERYTHING, STARRED, TRASH = "everything", "starred", "trash"

translate = QCoreApplication.translate


def filter_box() -> ChoiceBox:
    """A kind of entry, or one of the three above."""
    box = ChoiceBox()
    box.setAccessibleName(translate("HistoryPage", "What to show"))
    box.addItem(translate("HistoryPage", "Everything"), EVERYTHING)
    box.addItem(translate("HistoryPage", "★ Starred"), STARRED)
    for kind in Kind:
        box.addItem(kind_words(kind), kind.value)
    box.addItem(translate("HistoryPage", "Trash"), TRASH)
    return box


def grouping_box(chosen: str) -> ChoiceBox:
    """What entries are grouped by; `chosen` is what it was the last time."""
    box = ChoiceBox()
    box.setAccessibleName(translate("HistoryPage", "Group by"))
    for words, name in (
        (translate("HistoryPage", "not grouped"), ""),
        (translate("HistoryPage", "grouped by task"), "task"),
        (translate("HistoryPage", "grouped by model"), "model"),
        (translate("HistoryPage", "grouped by method"), "method"),
        (translate("HistoryPage", "grouped by day"), "day"),
    ):
        box.addItem(words, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
