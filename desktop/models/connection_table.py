"""The record of connections as a table."""

from PySide6.QtCore import QCoreApplication, QObject

from core.store.connections import OpenedConnection
from desktop.models.columns import Column, ColumnModel
from desktop.models.log_book import exact_moment
from desktop.sentences import translated
from desktop.words import file_size


def deed_words(deed: str) -> str:
    """What was done, in a person's words."""
    translate = QCoreApplication.translate
    return {
        "looked up": translate("Connections", "name looked up"),
        "connected": translate("Connections", "connected"),
        "refused": translate("Connections", "✗ refused"),
        "exchanged": translate("Connections", "bytes exchanged"),
    }.get(deed, deed)


def what_for(each: OpenedConnection) -> str:
    """What it was for; of bytes, how many went there and came back."""
    if each.deed != "exchanged":
        return translated(each.why)
    words = QCoreApplication.translate("Connections", "questions to a model: {sent} sent, {received} received")
    return words.format(sent=file_size(each.sent), received=file_size(each.received))


class ConnectionTableModel(ColumnModel[OpenedConnection]):
    """Connections with their time, address and purpose."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(self._made_columns(), parent)

    def _made_columns(self) -> tuple[Column[OpenedConnection], ...]:
        return (
            Column(self.tr("Time"), lambda each: exact_moment(each.at), lambda each: each.at),
            Column(self.tr("What"), lambda each: deed_words(each.deed)),
            Column(self.tr("Address"), lambda each: each.host),
            Column(self.tr("For"), what_for, tip=what_for),
        )
