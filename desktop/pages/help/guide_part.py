"""The guide that lies in `resources/docs`, with its pictures; nothing is fetched."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_WIDEST = 820
"""Pixels of a picture in the text."""


class GuidePart(QTextBrowser):
    """A text to read. A link leads to another place of the folder; what points elsewhere is shown and not opened."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setAccessibleName(self.tr("The guide"))
        self.setProperty("flat", "true")
        self.setOpenLinks(False)
        self.setSearchPaths([str(folder)])
        self.anchorClicked.connect(self._follow)
        self._show(folder / "guide.md")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt: a picture of the text, as wide as the text at most. Nothing outside the folder is read."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            file = (self._folder / QUrl(name).path()).resolve()
            image = QImage(str(file)) if file.is_relative_to(self._folder.resolve()) else QImage()
            return image.scaledToWidth(min(image.width(), _WIDEST)) if not image.isNull() else image
        return super().loadResource(kind, name)

    def _show(self, file: Path) -> None:
        self.setMarkdown(file.read_text("utf-8") if file.is_file() else "")

    def _follow(self, to: QUrl) -> None:
        if to.isRelative() and to.path():
            file = (self._folder / to.path()).resolve()
            if file.suffix == ".md" and file.is_relative_to(self._folder.resolve()):
                self._show(file)
        elif to.hasFragment():
            self.scrollToAnchor(to.fragment())
