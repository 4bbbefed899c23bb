"""How rows are spread: over the splits, over the labels, and by their lengths; and how to spread them otherwise."""

from collections.abc import Sequence
from functools import partial
from operator import attrgetter, countOf

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.data.looking import Bin
from core.domain.example import Split
from desktop.models.dataset_model import DatasetModel
from desktop.models.example_table import split_name
from desktop.plots.bars import Bar, BarPlot, bar_table
from desktop.plots.saving import SaveButton, of_plot
from desktop.theme import Space
from desktop.widgets.controls import WholeBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, scrolled
from desktop.widgets.spin import as_number
from desktop.words import count

_MOST_LABELS = 24


class ChartsPart(QWidget):
    """Label distribution and lengths of train and validation rows."""

    def __init__(self, model: DatasetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.labels = BarPlot(self.tr("Rows per label"), self.tr("Label"))
        self.inputs = BarPlot(self.tr("Lengths of the inputs"), self.tr("Words of an input"))
        self.answers = BarPlot(self.tr("Lengths of the answers"), self.tr("Words of an answer"))
        self._titles = {
            self.labels: label(self.tr("Labels (lighter: validation)"), "caption"),
            self.inputs: label(self.tr("Lengths of the inputs"), "caption"),
            self.answers: label(self.tr("Lengths of the answers"), "caption"),
        }
        self.saves = {plot: self._save(plot, title.text()) for plot, title in self._titles.items()}
        parts = [part for plot, title in self._titles.items() for part in (row(title, 1, self.saves[plot]), plot)]
        outer = column(scrolled(column(*parts, 1, space=Space.XS, margin=Space.M)))
        self.setLayout(outer)

    def refresh(self) -> None:
        """Draw what was counted last."""
        health = self._model.health
        labels = health.labels if health is not None else ()
        self.labels.set_bars(
            [
                Bar(
                    name,
                    train + validation,
                    validation,
                    self.tr("{label}: {train} train, {validation} validation").format(
                        label=name, train=count(train), validation=count(validation)
                    ),
                )
                for name, train, validation in labels[:_MOST_LABELS]
            ]
        )
        for part in (self.labels, self._titles[self.labels], self.saves[self.labels]):
            part.setVisible(bool(labels))
        self.inputs.set_bars(self._lengths(health.input_words if health is not None else ()))
        self.answers.set_bars(self._lengths(health.answer_words if health is not None else ()))

    def _save(self, plot: BarPlot, name: str) -> SaveButton:
        made = SaveButton(of_plot(name, plot, partial(bar_table, plot)))
        made.offer_on(plot)
        return made

    def _lengths(self, bins: Sequence[Bin]) -> list[Bar]:
        return [
            Bar(
                str(each.low),
                each.rows,
                about=self.tr("{low} to {high} words: {n} rows").format(low=each.low, high=each.high, n=each.rows),
            )
            for each in bins
        ]


class SplitsPart(QWidget):
    """Rows per split, moving the selected ones, and dividing train and validation anew. `move_wanted` carries the
    split that the selected rows shall go to."""

    move_wanted = Signal(object)

    def __init__(self, model: DatasetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._counts = label(wrap=True)
        self._moves = [self._mover(split) for split in Split]
        self._real = 0
        self._known = 0
        self._would = label(kind="caption", wrap=True)
        self._share = WholeBox()
        self._share.setRange(5, 95)
        self._share.setValue(50)
        self._share.valueChanged.connect(lambda _: self._say_would())
        self._share.setSuffix(self.tr(" % validation"))
        self._share.setAccessibleName(self.tr("Share of validation rows"))
        self._seed = WholeBox()
        self._seed.setRange(0, 99_999)
        self._seed.setPrefix(self.tr("seed "))
        self._seed.setAccessibleName(self.tr("Seed of the split"))
        for box in (self._share, self._seed):
            as_number(box)
        self._divide = QPushButton(self.tr("Split again"))
        self._divide.clicked.connect(self._on_divide)
        move = self.tr(
            "Move the selected rows to a split. A sealed row is not shown any more; it proves a gain only for prompts "
            "that were never improved on it."
        )
        anew = self.tr("Split train and validation again. The sealed test stays as it is.")
        self.setLayout(
            column(
                label(self.tr("Rows per split"), "strong"),
                self._counts,
                label(move, "caption", wrap=True),
                row(*self._moves, 1, space=Space.XS),
                label(anew, "caption", wrap=True),
                row(self._share, self._seed, 1, space=Space.XS),
                self._would,
                row(self._divide, 1),
                1,
                space=Space.S,
                margin=Space.M,
            )
        )
        self.refresh(0)

    def refresh(self, selected: int) -> None:
        """Show how many rows each split has; `selected` rows are chosen in the table."""
        rows = self._model.table.everything
        train = countOf(map(attrgetter("split"), rows), Split.TRAIN)
        unused = self._model.rows.unused if self._model.rows is not None else 0
        parts = [
            self.tr("{n} train").format(n=count(train)),
            self.tr("{n} validation").format(n=count(len(rows) - train)),
            self.tr("{n} sealed").format(n=count(self._model.sealed)),
        ]
        if unused:
            parts.append(self.tr("{n} unused").format(n=count(unused)))
        self._counts.setText(" · ".join(parts))
        self._show_share(train, len(rows))
        for button in self._moves:
            button.setEnabled(self._model.editable and selected > 0)
        self._divide.setEnabled(self._model.editable and len(rows) > 1)

    def _show_share(self, train: int, known: int) -> None:
        """The share that the task has; one that a person is choosing stays until the rows are others."""
        real = round(100 * (known - train) / known) if known else self._real
        if (real, known) != (self._real, self._known):
            self._real, self._known = real, known
            self._share.setValue(real)
        self._say_would()

    def _say_would(self) -> None:
        """What dividing anew would give."""
        validation = round(self._known * self._share.value() / 100)
        words = self.tr("About {train} rows to learn from and {validation} to choose by.")
        self._would.setText(words.format(train=count(self._known - validation), validation=count(validation)))
        self._would.setVisible(self._known > 0)

    def _mover(self, split: Split) -> QPushButton:
        button = QPushButton(split_name(split))
        button.setAccessibleName(self.tr("Move the selected rows to {split}").format(split=split_name(split)))
        button.clicked.connect(lambda: self.move_wanted.emit(split))
        return button

    def _on_divide(self) -> None:
        self._model.divide(self.tr("split the rows again"), self._share.value() / 100, self._seed.value())
