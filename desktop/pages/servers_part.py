"""Servers on other machines that models may be asked on, and how much went there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from core.store import connections, servers
from core.store.servers import AllowedServer
from desktop.context import Context
from desktop.models.log_book import exact_moment
from desktop.pages.settings.allowed_part import AllowedPart
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count, file_size


@dataclass(frozen=True, slots=True)
class _Line:
    """An allowed server: connections to its machine, and bytes of questions and answers, ever."""

    server: AllowedServer
    opened: int
    sent: int
    received: int


class ServersPart(AllowedPart[_Line]):
    """Servers by scheme, machine and port."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.describe(
            self.tr(
                "Prompts and rows may go to these very addresses: scheme, machine and port. Servers on this machine "
                "need no permission. Keys stand in this system's keyring."
            ),
            self.tr("No server on another machine is allowed."),
        )
        self.field.setAccessibleName(self.tr("Server to allow"))
        self.field.setPlaceholderText(self.tr("https://models.example.org:8443"))
        self.button.setAccessibleName(self.tr("Allow this server"))

    def read(self) -> Sequence[_Line]:
        """What is allowed, with its traffic."""
        traffic = servers.traffic(connections.ever())
        return [_Line(each, *traffic.get(each.origin, (0, 0, 0))) for each in servers.allowed()]

    def note(self, text: str) -> None:
        """Allow what was typed."""
        servers.allow(text)

    def forget(self, name: str) -> None:
        """Allow it no longer."""
        servers.revoke(name)

    def name_of(self, entry: _Line) -> str:
        """Scheme, machine and port."""
        return entry.server.origin

    def line_of(self, entry: _Line, revoke: QPushButton) -> QBoxLayout:
        """The server, and what went there."""
        traffic = self.tr("{n} connections, {sent} sent, {received} received, allowed since {day}").format(
            n=count(entry.opened),
            sent=file_size(entry.sent),
            received=file_size(entry.received),
            day=exact_moment(entry.server.since)[:10],
        )
        words = column(label(entry.server.origin, selectable=True), label(traffic, "caption", wrap=True), space=0)
        line = row(words, revoke, space=Space.M)
        line.setStretch(0, 1)
        return line
