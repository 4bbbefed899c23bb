"""Taking a picture away: as SVG, PNG or CSV, or on the clipboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QPoint,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from core.errors import WhetError
from core.report import spreadsheet
from core.store.atomic import write_atomically
from desktop.colours import colours
from desktop.plots.plot import Plot
from desktop.widgets.context_menu import offer
from desktop.widgets.icon_button import IconButton

SVG, PNG, CSV = "svg", "png", "csv"

Rows = Sequence[Sequence[str]]

_SHARP = 2.0
"""Pixels of a PNG per unit of the picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What can be taken away: `draw` paints it into a rectangle of `size`, `table` gives its numbers with a head."""

    name: str
    size: Callable[[], QSizeF]
    draw: Callable[[QPainter, QRectF], None]
    table: Callable[[], Rows]


def of_plot(name: str, owner: Plot, table: Callable[[], Rows]) -> Picture:
    """A plot as it stands on the screen, drawn from lines and shapes instead of cached dots."""

    def draw(painter: QPainter, room: QRectF) -> None:
        plot = owner.plot
        items = [item for item in plot.scene().items() if hasattr(item, "setExportMode")]
        for item in items:
            item.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})  # noqa: FBT003 - pyqtgraph's own
        try:
            plot.render(painter, room)
        finally:
            for item in items:
                item.setExportMode(False)

    return Picture(name, lambda: QSizeF(owner.plot.size()), draw, table)


def of_widget(name: str, owner: QWidget, table: Callable[[], Rows]) -> Picture:
    """A part of the window as it stands on the screen."""
    return Picture(name, lambda: QSizeF(owner.size()), lambda painter, _: owner.render(painter, QPoint()), table)


def as_svg(picture: Picture) -> bytes:
    """A vector picture, with the ground of the theme."""
    size, data = picture.size(), QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(picture.name)
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))  # axes are kept as pictures
    generator.setSize(size.toSize())
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    _paint(QPainter(generator), picture, size)
    buffer.close()
    return bytes(data.data())


def as_image(picture: Picture) -> QImage:
    """Pixels, twice as many as on a plain screen."""
    size = picture.size()
    image = QImage(
        QSize(round(size.width() * _SHARP), round(size.height() * _SHARP)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(_SHARP)
    image.fill(QColor(colours().surface))
    _paint(QPainter(image), picture, size)
    return image


def as_png(picture: Picture) -> bytes:
    """The image in a file's bytes."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(as_image(picture))
    return bytes(data.data())


def as_csv(picture: Picture) -> bytes:
    """The numbers, one line each, in UTF-8."""
    return spreadsheet.as_csv(picture.table()).encode()


FORMS: dict[str, Callable[[Picture], bytes]] = {SVG: as_svg, PNG: as_png, CSV: as_csv}


def _paint(painter: QPainter, picture: Picture, size: QSizeF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(room, QColor(colours().surface))
    picture.draw(painter, room)
    painter.end()


class SaveButton(IconButton):
    """A menu of the ways to take a picture away. `saved` carries the path, `failed` a `WhetError`."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__("save", QCoreApplication.translate("SaveButton", "Save this picture or its numbers"), parent)
        self._picture = picture
        self.setAccessibleName(self.tr("Save: {name}").format(name=picture.name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.open_menu_at_once()
        self.setMenu(self._made_menu())

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(as_image(self._picture))

    def write(self, path: Path, form: str) -> None:
        """Write it, and say how that went."""
        try:
            write_atomically(path, FORMS[form](self._picture))
        except WhetError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(str(path))

    def ask(self, form: str) -> None:
        """Ask where to; nothing waits for the answer."""
        endings = {
            SVG: self.tr("Drawing (*.svg)"),
            PNG: self.tr("Picture (*.png)"),
            CSV: self.tr("Table (*.csv)"),
        }
        start = Path.home() / f"{self._picture.name.lower().replace(' ', '-')}.{form}"
        dialog = QFileDialog(self, self.tr("Save: {name}").format(name=self._picture.name), str(start), endings[form])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.fileSelected.connect(lambda path: self.write(Path(path), form))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer_on(self, picture: QWidget) -> None:
        """A right click on the picture itself offers the same."""
        offer(picture, lambda menu, _: menu.addActions(self.menu().actions()))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Save as SVG…"), lambda: self.ask(SVG))
        menu.addAction(self.tr("Save as PNG…"), lambda: self.ask(PNG))
        menu.addAction(self.tr("Save the numbers as CSV…"), lambda: self.ask(CSV))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the picture"), self.copy)
        return menu
