"""Icons: the drawings in `resources/icons`, in the colour that is asked for.

Drawings are found under Qt's search path `icons:`, which the application sets (`use_folder`).
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir, QFile, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 24, 32, 48, 64)


def use_folder(folder: Path) -> None:
    """Look for drawings here."""
    QDir.setSearchPaths("icons", [str(folder)])


def path(name: str) -> str:
    """The address of a drawing, as Qt and the stylesheet read it."""
    return f"icons:{name}.svg"


@lru_cache(maxsize=64)
def _drawing(name: str) -> bytes:
    file = QFile(path(name))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(path(name))
    try:
        return bytes(file.readAll().data())
    finally:
        file.close()


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """A drawing of `size` device-independent pixels, its `currentColor` replaced."""
    drawing = _drawing(name).replace(b"currentColor", QColor(colour).name().encode())
    edge = round(size * ratio)
    image = QImage(QSize(edge, edge), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=256)
def icon(name: str, colour: str, *, disabled: str = "") -> QIcon:
    """A drawing as an icon for buttons and menus, sharp at every scaling. Kept: a theme asks for hundreds."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, colour, size))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made
