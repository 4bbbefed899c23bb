"""The addresses that downloads may be sent on to without asking: listed, added, taken away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.errors import WhetError
from core.store import connections
from core.store.connections import AllowedHost
from desktop.context import Context
from desktop.models.log_book import exact_moment
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear, column, row


class AddressesPart(QWidget):
    """`changed`: an address was allowed or revoked."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hosts: tuple[AllowedHost, ...] = ()
        self._room = column(space=Space.XS)
        self.host = QLineEdit()
        self.host.setAccessibleName(self.tr("Address to allow"))
        self.host.setPlaceholderText(self.tr("cdn.example.org"))
        self.host.returnPressed.connect(self.allow)
        self._allow = QPushButton(self.tr("Allow"))
        self._allow.clicked.connect(self.allow)
        self._problem = label(kind="caption", wrap=True)
        self._problem.hide()
        line = row(self.host, self._allow, space=Space.S)
        line.setStretch(0, 1)
        words = label(
            self.tr("A download that is sent on to one of these goes on without asking. Nothing else uses them."),
            "caption",
            wrap=True,
        )
        self.setLayout(column(words, self._room, line, self._problem, space=Space.S))
        self._show(())

    @property
    def hosts(self) -> tuple[AllowedHost, ...]:
        """The allowed addresses, as read last."""
        return self._hosts

    def refresh(self) -> None:
        """Read them again."""
        self._context.workspace.do(connections.allowed, self._on_read, otherwise=self._on_failed, latest="addresses")

    def allow(self) -> None:
        """Allow what was typed."""
        host = self.host.text()
        if host.strip():
            self._carry_out(lambda: connections.allow(host))

    def revoke(self, host: str) -> None:
        """Allow an address no longer."""
        self._carry_out(lambda: connections.revoke(host))

    def _carry_out(self, deed: Callable[[], object]) -> None:
        def work() -> list[AllowedHost]:
            deed()
            return connections.allowed()

        self._context.workspace.do(work, self._on_done, otherwise=self._on_failed)

    def _on_done(self, found: list[AllowedHost]) -> None:
        self.host.clear()
        self._on_read(found)
        self.changed.emit()

    def _on_read(self, found: list[AllowedHost]) -> None:
        self._problem.hide()
        if tuple(found) != self._hosts:
            self._show(tuple(found))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WhetError):
            self._problem.setText(translated(str(error)))
            self._problem.show()
        else:
            self._context.errors.report(error)

    def _show(self, hosts: tuple[AllowedHost, ...]) -> None:
        self._hosts = hosts
        clear(self._room)
        if not hosts:
            self._room.addWidget(label(self.tr("No address is allowed."), "soft"))
        for each in hosts:
            button = QPushButton(self.tr("Revoke"))
            button.setProperty("kind", "quiet")
            button.setAccessibleName(self.tr("Revoke {host}").format(host=each.host))
            button.clicked.connect(lambda _=False, host=each.host: self.revoke(host))
            since = label(self.tr("since {day}").format(day=exact_moment(each.since)[:10]), "caption")
            line = row(label(each.host, selectable=True), since, 1, button, space=Space.M)
            self._room.addLayout(line)
