"""What left this machine: how many connections, each with its time, address and purpose; and which are allowed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from core import offline
from core.store import connections
from core.store.connections import OpenedConnection
from desktop.context import Context
from desktop.models.connection_table import ConnectionTableModel
from desktop.models.log_book import exact_moment
from desktop.pages.addresses_part import AddressesPart
from desktop.pages.servers_part import ServersPart
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row, scrolled
from desktop.widgets.table import fit_columns, table
from desktop.words import count

_WHY = 3
_LEAST_RECORD = 150
_MOST = 1000
"""The record has all the room, if it is shown at all."""


class ConnectionsPage(QWidget):
    """`changed`: the record was read again."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._number = label("0", "headline")
        self._words = label(wrap=True)
        self._ever = label(kind="caption", wrap=True)
        self.model = ConnectionTableModel(self)
        self.view = table(self.model, self.tr("Every connection ever opened or refused"), stretch=_WHY)
        self.addresses = AddressesPart(context)
        self.servers = ServersPart(context)
        self._copy = QPushButton(self.tr("Copy the record"))
        self._copy.clicked.connect(self.copy)
        self._lay_out()
        self.setFocusProxy(self.view)
        context.requests.busy_changed.connect(self._on_work)
        context.jobs.progressed.connect(self._on_work)
        self._say([])

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: read the record when it is looked at."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the record again, beside the window's thread."""
        self.addresses.refresh()
        self.servers.refresh()
        self._context.workspace.do(
            connections.ever, self._on_read, otherwise=self._context.errors.report, latest="connections"
        )

    def copy(self) -> None:
        """Put the record on the clipboard."""
        lines = [f"{exact_moment(each.at)}\t{each.deed}\t{each.host}\t{each.why}" for each in self.model.rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_work(self) -> None:
        if self.isVisible() and self._opened != self._said:
            self.refresh()

    @property
    def _opened(self) -> int:
        """Since the window was opened, by it and its engines."""
        context = self._context
        return len((*offline.connections(), *context.requests.connections, *context.jobs.connections))

    def _on_read(self, found: list[OpenedConnection]) -> None:
        self.model.set_rows(found)
        fit_columns(self.view, stretch=_WHY)
        self._say(found)
        self.changed.emit()

    def _say(self, found: list[OpenedConnection]) -> None:
        self._said = self._opened
        ever = sum(each.opened for each in found)
        refused = sum(each.deed == "refused" for each in found)
        self._number.setText(str(self._said))
        if not self._said:
            words = self.tr("Zero. Whet has opened no connection to another machine since it was started.")
        else:
            words = self.tr("Connections to other machines since Whet was started, each to an address you allowed.")
        self._words.setText(words)
        if not found:
            text = self.tr("None was ever opened on this machine by Whet, and none was refused.")
        else:
            text = self.tr("{n} were opened so far, and {refused} were refused. Newest first.").format(
                n=count(ever), refused=count(refused)
            )
        self._ever.setText(text)
        self._record.setVisible(bool(found))
        self._copy.setEnabled(bool(found))

    def _lay_out(self) -> None:
        head = row(label(self.tr("Connections"), "headline"), 1, self._copy, space=Space.S)
        self._number.setAccessibleName(self.tr("Connections since the start"))
        number = row(self._number, column(self._words, self._ever, space=Space.XS), space=Space.L, margin=Space.L)
        number.setStretch(1, 1)
        guard = label(
            self.tr(
                "Both processes, the window and the engine, refuse any connection to another machine before it is "
                "made. Downloading a model from an address that you type allows that address. There is no telemetry, "
                "no update check and no account."
            ),
            "soft",
            wrap=True,
        )
        record = framed(column(self.view, margin=1), "card")
        self._record = record
        allowed = framed(
            column(label(self.tr("Allowed addresses"), "strong"), self.addresses, margin=Space.M, space=Space.S), "card"
        )
        asked = framed(
            column(label(self.tr("Allowed servers"), "strong"), self.servers, margin=Space.M, space=Space.S), "card"
        )
        record.setMinimumHeight(_LEAST_RECORD)
        box = column(head, framed(number, "card"), guard, record, asked, allowed, 1, space=Space.M, margin=Space.L)
        box.setStretch(3, _MOST)
        self.setLayout(column(scrolled(box)))
