"""The speed check: which settings are fastest for a model on this machine, with the trials that say so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from core.engine.commands.measure import Measured
from desktop.models.model_table import TrialTableModel, as_settings, setting_titles, value_words
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.table import fit_columns, stretch_columns, table


class SpeedPart(QWidget):
    """A button, a sentence and a table of trials."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TrialTableModel(self)
        self.view = table(self.model, self.tr("Trials"), stretch=0, sortable=False)
        stretch_columns(self.view)  # which columns there are, changes: none but the last one
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._says = label(kind="soft", wrap=True)
        self._begin = QPushButton(self.tr("Check the speed"))
        self._begin.clicked.connect(self.wanted)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop the speed check"))
        self._stop.clicked.connect(self.stopped)
        head = row(self._says, self._stop, self._begin, space=Space.M)
        head.setStretch(0, 1)
        box = column(head, self.view, space=Space.S, margin=Space.M)
        box.setStretch(1, 1)
        box.addStretch(0)
        self.setLayout(box)

    @property
    def button(self) -> QPushButton:
        """What begins the check."""
        return self._begin

    def show_trials(self, found: Measured | None, *, going: bool, free: bool) -> None:
        """Show what was found; `going`: this model is being tried, `free`: another trial may begin."""
        self._begin.setEnabled(free)
        self._stop.setVisible(going)
        self._says.setText(self._sentence(found, going=going, free=free))
        self.model.show_trials(found)
        self.view.setVisible(bool(self.model.rowCount()))
        fit_columns(self.view, stretch=-1)

    def _sentence(self, found: Measured | None, *, going: bool, free: bool) -> str:
        if going:
            return self.tr("Trying settings in a separate process; a large model takes half a minute to load …")
        if found is not None and found.trials:
            titles = setting_titles()
            used = ", ".join(
                f"{titles[name]} {value_words(each)}" for name, each in as_settings(found.settings).items()
            )
            trials = len(found.trials)
            said = self.tr("{n} trials. Runs will use: {settings}.", "", trials).format(n=trials, settings=used)
            busy = self.tr("Other programs used the processor meanwhile: check again when the machine is quiet.")
            return f"{said} {busy}" if found.busy else said
        if not free:
            return self.tr("A run or another check is going on; the check would measure both.")
        return self.tr(
            "Tries a few settings for some seconds and keeps the fastest for later runs. Settings that you chose stay."
        )
