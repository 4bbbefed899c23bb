"""The addresses that downloads may be sent on to without asking."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from core.store import connections
from core.store.connections import AllowedHost
from desktop.context import Context
from desktop.models.log_book import exact_moment
from desktop.pages.settings.allowed_part import AllowedPart
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import row


class AddressesPart(AllowedPart[AllowedHost]):
    """Hosts."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.describe(
            self.tr(
                "A download that is redirected to one of these addresses continues without asking. Nothing else uses "
                "them."
            ),
            self.tr("No address is allowed."),
        )
        self.field.setAccessibleName(self.tr("Address to allow"))
        self.field.setPlaceholderText(self.tr("cdn.example.org"))

    def read(self) -> Sequence[AllowedHost]:
        """What is allowed."""
        return connections.allowed()

    def note(self, text: str) -> None:
        """Allow what was typed."""
        connections.allow(text)

    def forget(self, name: str) -> None:
        """Allow it no longer."""
        connections.revoke(name)

    def name_of(self, entry: AllowedHost) -> str:
        """The host."""
        return entry.host

    def line_of(self, entry: AllowedHost, revoke: QPushButton) -> QBoxLayout:
        """The host, and since when."""
        since = label(self.tr("since {day}").format(day=exact_moment(entry.since)[:10]), "caption")
        return row(label(entry.host, selectable=True), since, 1, revoke, space=Space.M)
