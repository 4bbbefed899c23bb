"""Servers on other machines that models may be asked on: allowed, how much went there, and taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.errors import WhetError
from core.store import connections, servers
from core.store.servers import AllowedServer
from desktop.context import Context
from desktop.models.log_book import exact_moment
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear, column, row
from desktop.words import count, file_size


@dataclass(frozen=True, slots=True)
class _Line:
    """An allowed server: connections to its machine, and bytes of questions and answers, ever."""

    server: AllowedServer
    opened: int
    sent: int
    received: int


class ServersPart(QWidget):
    """`changed`: a server was allowed or revoked."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lines: tuple[_Line, ...] | None = None
        self._room = column(space=Space.XS)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Server to allow"))
        self.address.setPlaceholderText(self.tr("https://models.example.org:8443"))
        self.address.returnPressed.connect(self.allow)
        button = QPushButton(self.tr("Allow"))
        button.setAccessibleName(self.tr("Allow this server"))
        button.clicked.connect(self.allow)
        self._problem = label(kind="caption", wrap=True)
        self._problem.hide()
        line = row(self.address, button, space=Space.S)
        line.setStretch(0, 1)
        words = label(
            self.tr(
                "Prompts and rows may go to these very addresses: scheme, machine and port. Servers on this machine "
                "need no permission. Keys stand in this system's keyring."
            ),
            "caption",
            wrap=True,
        )
        self.setLayout(column(words, self._room, line, self._problem, space=Space.S))
        self._show(())

    @property
    def origins(self) -> tuple[str, ...]:
        """The allowed servers, as read last."""
        return tuple(each.server.origin for each in self._lines or ())

    def refresh(self) -> None:
        """Read them again."""
        self._context.workspace.do(_read, self._on_read, otherwise=self._on_failed, latest="allowed servers")

    def allow(self) -> None:
        """Allow what was typed."""
        text = self.address.text()
        if text.strip():
            self._carry_out(lambda: servers.allow(text))

    def revoke(self, origin: str) -> None:
        """Allow a server no longer."""
        self._carry_out(lambda: servers.revoke(origin))

    def _carry_out(self, deed: Callable[[], object]) -> None:
        def work() -> tuple[_Line, ...]:
            deed()
            return _read()

        self._context.workspace.do(work, self._on_done, otherwise=self._on_failed)

    def _on_done(self, found: tuple[_Line, ...]) -> None:
        self.address.clear()
        self._on_read(found)
        self.changed.emit()

    def _on_read(self, found: tuple[_Line, ...]) -> None:
        self._problem.hide()
        if found != self._lines:
            self._show(found)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WhetError):
            self._problem.setText(translated(str(error)))
            self._problem.show()
        else:
            self._context.errors.report(error)

    def _show(self, lines: tuple[_Line, ...]) -> None:
        self._lines = lines
        clear(self._room)
        if not lines:
            self._room.addWidget(label(self.tr("No server on another machine is allowed."), "soft"))
        for each in lines:
            origin = each.server.origin
            button = QPushButton(self.tr("Revoke"))
            button.setProperty("kind", "quiet")
            button.setAccessibleName(self.tr("Revoke {server}").format(server=origin))
            button.clicked.connect(lambda _=False, origin=origin: self.revoke(origin))
            traffic = self.tr("{n} connections, {sent} sent, {received} received, allowed since {day}").format(
                n=count(each.opened),
                sent=file_size(each.sent),
                received=file_size(each.received),
                day=exact_moment(each.server.since)[:10],
            )
            words = column(label(origin, selectable=True), label(traffic, "caption", wrap=True), space=0)
            line = row(words, button, space=Space.M)
            line.setStretch(0, 1)
            self._room.addLayout(line)


def _read() -> tuple[_Line, ...]:
    """Beside the window's thread."""
    traffic = servers.traffic(connections.ever())
    return tuple(_Line(each, *traffic.get(each.origin, (0, 0, 0))) for each in servers.allowed())
