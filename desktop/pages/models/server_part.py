"""Adding a server: found on this machine after a click, or typed; tried before; its key goes to the keyring."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.engine.commands.servers import FoundServer
from core.errors import UsageError
from core.llm.remote import Address, addresses
from core.store.places import called
from desktop.models.server_words import in_a_line
from desktop.models.servers import ServerList
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import clear, column, framed, row, scrolled

_MOST_HEIGHT = 150
"""Pixels for what was found; more of it is scrolled."""


class ServerPart(QWidget):
    """A form, hidden until it is asked for. `added` carries the address of a model that is in the list now."""

    added = Signal(str)

    def __init__(self, servers: ServerList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._servers = servers
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of a server"))
        self.address.setPlaceholderText(self.tr("http://127.0.0.1:8080/v1#name"))
        self.key = QLineEdit()
        self.key.setAccessibleName(self.tr("Key, if the server asks for one"))
        self.key.setPlaceholderText(self.key.accessibleName())
        self.key.setToolTip(self.tr("It is kept in this system's keyring, not in a file of Whet."))
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self._says = label(wrap=True)
        self.look = QPushButton(self.tr("Search this machine"))
        self.look.setToolTip(self.tr("Checks the usual ports of llama-server, LM Studio, Ollama, vLLM and Jan."))
        self.attempt = QPushButton(self.tr("Try it"))
        self.allow = QPushButton()
        self.add = QPushButton(self.tr("Add"))
        self.add.setProperty("kind", "primary")
        self._leave = QPushButton(self.tr("Close"))
        self._leave.setAccessibleName(self.tr("Close the form for servers"))
        self._list = column(space=Space.XS)
        self._shown: tuple[FoundServer, ...] | None = None
        self._lay_out()
        self.address.textChanged.connect(lambda _: self._on_typed())
        self.address.returnPressed.connect(self._on_attempt)
        self.key.returnPressed.connect(self._on_attempt)
        self.look.clicked.connect(servers.find)
        self.attempt.clicked.connect(self._on_attempt)
        self.allow.clicked.connect(self._on_allow)
        self.add.clicked.connect(self._on_add)
        self._leave.clicked.connect(self.hide)
        servers.changed.connect(self._show)
        self._show()
        self.hide()

    def show_form(self) -> None:
        """Ask for an address."""
        self.show()
        self.address.setFocus()
        self._servers.look_up()

    def _on_typed(self) -> None:
        self._show()
        if not all(each.is_loopback for each in self._places()):
            self._servers.look_up()  # an address may have been allowed, or forbidden, on another page since

    def _places(self) -> Sequence[Address]:
        """What is typed, as addresses; none while that is none."""
        try:
            return addresses(self.address.text())
        except UsageError:
            return ()

    def _text(self) -> str:
        return ",".join(each.text for each in self._places())

    def _on_attempt(self) -> None:
        if not self._places() or not self.attempt.isEnabled():
            return
        if self.key.text():
            self._servers.keep_key(self._text(), self.key.text())
            self.key.clear()
        else:
            self._servers.attempt(self._text())

    def _on_allow(self) -> None:
        self._servers.allow(self._text())

    def _on_add(self) -> None:
        text = self._text()
        self._servers.add(text)
        self.address.clear()
        self.hide()
        self.added.emit(text)

    def _strange(self) -> list[Address]:
        """Servers on other machines that the person has not allowed."""
        return [each for each in self._places() if not self._servers.is_allowed(each)]

    def _show(self) -> None:
        servers, places = self._servers, self._places()
        busy, strange = servers.looking or bool(servers.trying), self._strange()
        self.look.setEnabled(not busy)
        self.attempt.setEnabled(bool(places) and not busy and not strange)
        self.allow.setVisible(bool(strange))
        self.allow.setEnabled(not busy)
        self.allow.setText(self.tr("Allow {server}").format(server=", ".join(each.origin for each in strange)))
        self.add.setEnabled(self._text() in servers.known and not busy)
        self._says.setText(self._sentence(strange))
        self._show_found()

    def _sentence(self, strange: Sequence[Address]) -> str:
        servers, text = self._servers, self._text()
        if servers.looking:
            return self.tr("Checking five ports of this machine …")
        if servers.trying:
            return self.tr("Testing what {server} can do …").format(server=servers.trying)
        if strange:
            return self.tr(
                "{server} is another machine: prompts and rows would go there. Nothing was sent yet; you can allow "
                "this very address."
            ).format(server=strange[0].origin)
        if servers.problem is not None:
            error = servers.problem
            return " ".join(filter(None, map(translated, (error.message, error.kept, error.hint))))
        if text in servers.known:
            return self.tr("✓ It answers: {what}.").format(what=in_a_line(servers.known[text]))
        if servers.found == ():
            return self.tr("No server was found at those ports of this machine. Start one, or type its address.")
        return self.tr("Nothing is contacted before you say so.")

    def _show_found(self) -> None:
        found = self._servers.found or ()
        if found == self._shown:
            return
        self._shown = found
        clear(self._list)
        self._room.setVisible(bool(found))
        for server in found:
            usual = self.tr("usually {program}").format(program=server.usual) if server.usual else ""
            words = " · ".join(filter(None, (server.address, usual, translated(server.problem))))
            self._list.addWidget(label(words, "soft", wrap=True, selectable=True))
            for name in server.models or ("",):
                self._add_line(f"{server.address}#{name}" if name else server.address)

    def _add_line(self, address: str) -> None:
        button = QPushButton(self.tr("Use"))
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("Use {model}").format(model=called(address)))
        button.clicked.connect(lambda: self._take(address))
        self._list.addLayout(row(label(called(address), selectable=True), 1, button, space=Space.M))

    def _take(self, address: str) -> None:
        """One of the models that were found: put its address into the field, and try it."""
        self.address.setText(addresses(address)[0].text)
        self._on_attempt()

    def _lay_out(self) -> None:
        lines = row(self.address, self.key, self.look, space=Space.S)
        lines.setStretch(0, 3)
        lines.setStretch(1, 2)
        foot = row(self._says, self._leave, self.allow, self.attempt, self.add, space=Space.S)
        foot.setStretch(0, 1)
        self._room = scrolled(self._list)
        self._room.setMaximumHeight(_MOST_HEIGHT)
        self.setLayout(column(framed(column(lines, self._room, foot, space=Space.S, margin=Space.M), "card")))
