"""Fetching a model: an address that the person types, its host shown and confirmed, and the files on their way."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.paths import models_folder
from desktop.context import Context
from desktop.models.downloads import STARTER, DownloadStage, OngoingDownload, host_of
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.transfer_row import TransferRow
from desktop.words import count

_DIGEST = 64


class FetchPart(QWidget):
    """A form, hidden until it is asked for, and one line per download. `left`: the form was closed."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = context.downloads
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of a GGUF file"))
        self.address.setPlaceholderText(self.tr("Address of a GGUF file: https://…/….gguf"))
        self.digest = QLineEdit()
        self.digest.setAccessibleName(self.tr("SHA-256 that the file must have, if you know it"))
        self.digest.setPlaceholderText(self.tr("SHA-256 that the file must have, if you know it"))
        self._asks = label(wrap=True)
        self.connect_button = QPushButton()
        self.connect_button.setProperty("kind", "primary")
        self._leave = QPushButton(self.tr("Not now"))
        self._rows: dict[str, TransferRow] = {}
        self._list = column(space=Space.S)
        self._lay_out()
        self.address.textChanged.connect(lambda _: self._ask())
        self.digest.textChanged.connect(lambda _: self._ask())
        self.connect_button.clicked.connect(self._begin)
        self._leave.clicked.connect(self.hide_form)
        self._downloads.changed.connect(self._on_changed)
        for download in self._downloads.all:
            self._on_changed(download.url)
        self._ask()
        self.hide_form()

    @property
    def rows(self) -> dict[str, TransferRow]:
        """The lines of the downloads by address."""
        return self._rows

    def show_form(self) -> None:
        """Ask for an address."""
        self._form.show()
        self.setVisible(True)
        self.address.setFocus()

    def hide_form(self) -> None:
        """Close the form; downloads go on."""
        self._form.hide()
        self.setVisible(bool(self._rows))
        self.left.emit()

    def _begin(self) -> None:
        url = self.address.text().strip()
        self._downloads.begin(url, self.digest.text().strip())
        self.address.clear()
        self.digest.clear()
        self.hide_form()

    def _ask(self) -> None:
        """Say what will be connected to before it is."""
        url, digest = self.address.text().strip(), self.digest.text().strip()
        host = host_of(url)
        problem = self._problem(url, host, digest)
        self.connect_button.setEnabled(bool(host) and not problem)
        self.connect_button.setText(
            self.tr("Connect to {host}").format(host=host) if host else self.tr("Connect and download")
        )
        self._asks.setText(problem or self._promise(url, host))

    def _problem(self, url: str, host: str, digest: str) -> str:
        if not url:
            return self.tr("Nothing is contacted before you say so. Type or paste the address of the file itself.")
        if not host:
            return self.tr("This is not the address of a file on the web: it has to begin with https://.")
        if not url.split("?", maxsplit=1)[0].casefold().endswith(".gguf"):
            return self.tr("This is not a GGUF file: its address has to end in .gguf.")
        if digest and (len(digest) != _DIGEST or any(each not in "0123456789abcdefABCDEF" for each in digest)):
            return self.tr("A SHA-256 has 64 digits from 0 to 9 and a to f.")
        return ""

    def _promise(self, url: str, host: str) -> str:
        open_ = self.tr(" The address is not encrypted: others on the network can see and change what is sent.")
        parts = OngoingDownload(url).parts
        many = self.tr(" The model comes in {n} parts, and all of them are downloaded.", "", parts).format(
            n=count(parts)
        )
        return (
            self.tr("Whet will connect to {host} and to no other machine, and put the file into {folder}.").format(
                host=host, folder=models_folder()
            )
            + (many if parts > 1 else "")
            + (open_ if url.startswith("http://") else "")
        )

    def _on_changed(self, url: str) -> None:
        download = next((each for each in self._downloads.all if each.url == url), None)
        if download is None:
            gone = self._rows.pop(url, None)
            if gone is not None:
                gone.hide()
                gone.deleteLater()
            self.setVisible(bool(self._rows) or self._form.isVisibleTo(self))
            return
        if url not in self._rows:
            made = TransferRow(download.name)
            made.pressed.connect(partial(self._press, url))
            made.dismissed.connect(partial(self._downloads.forget, url))
            self._rows[url] = made
            self._list.addWidget(made)
            self.setVisible(True)
        self._show(self._rows[url], download)

    def _press(self, url: str) -> None:
        """What the line's button does: stop, go on, or allow the host that was sent on to."""
        download = next(each for each in self._downloads.all if each.url == url)
        if download.stage is DownloadStage.GOING:
            self._downloads.stop(url)
        else:
            self._downloads.begin(url, allow=tuple(filter(None, (download.refused,))))

    def _show(self, shown: TransferRow, download: OngoingDownload) -> None:
        percent = f"{100 * download.fraction:.0f} %"
        away = self.tr("Remove from the list")
        match download.stage:
            case DownloadStage.GOING:
                state = f"{percent}, {download.said}" if download.said else self.tr("Connecting …")
                shown.show_state(state, download.fraction, "", deed=self.tr("Stop"), away="")
            case DownloadStage.STOPPED:
                says = self.tr("It continues where it stopped, from {host}.").format(host=download.host)
                if download.url == STARTER:
                    says = self.tr("It starts over: pip keeps nothing of an interrupted download.")
                go_on = self.tr("Connect and continue")
                shown.show_state(self.tr("Stopped"), download.fraction, says, deed=go_on, away=away)
            case DownloadStage.REFUSED:
                says = self.tr(
                    "{host} redirects to {other}. {other} has not been contacted yet; you can allow it for this file."
                ).format(host=download.host, other=download.refused)
                allow = self.tr("Allow {host}").format(host=download.refused)
                shown.show_state(self.tr("Waits for you"), -1, says, deed=allow, away=away)
            case DownloadStage.FAILED:
                shown.show_state(self.tr("Failed"), -1, download.said, deed=self.tr("Try again"), away=away)
            case DownloadStage.DONE:
                says = self.tr("Saved to {path}.").format(path=download.path)
                shown.show_state(self.tr("✓ Downloaded"), -1, says, deed="", away=away)

    def _lay_out(self) -> None:
        lines = row(self.address, self.digest, space=Space.S)
        lines.setStretch(0, 3)
        lines.setStretch(1, 2)
        foot = row(self._asks, self._leave, self.connect_button, space=Space.M)
        foot.setStretch(0, 1)
        self._form = QWidget()
        self._form.setLayout(column(lines, foot, space=Space.S))
        self.setLayout(column(framed(column(self._form, self._list, space=Space.S, margin=Space.M), "card")))
