"""The selected row: its words, its split, and what the person thinks of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.data.looking import PlacedExample
from core.domain.example import Split
from core.errors import WhetError
from desktop.models.dataset_model import DatasetModel, typed_example
from desktop.models.example_table import split_name
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, scrolled
from desktop.widgets.row_editor import Fields, RowEditor
from desktop.widgets.thumbs import Thumbs


class RowPart(QWidget):
    """Shows one row and makes what is typed into it a change. `added` carries the number of a new row, `remove_wanted`
    says that the selected rows are to go."""

    added = Signal(int)
    remove_wanted = Signal()

    def __init__(self, model: DatasetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._row: PlacedExample | None = None
        self._new = False
        self._where = label(kind="strong")
        self.editor = RowEditor()
        self.editor.edited.connect(self._on_edited)
        self.thumbs = Thumbs(self.tr("This row"))
        self.thumbs.judged.connect(self._on_judged)
        self._add = QPushButton(self.tr("New row"))
        self._add.clicked.connect(self.begin)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.clicked.connect(self.remove_wanted)
        box = column(
            row(self._where, 1, self._add, self._remove),
            scrolled(column(self.editor)),
            self.thumbs,
            space=Space.S,
            margin=Space.M,
        )
        box.setStretch(1, 1)
        self.setLayout(box)
        self.show_row(None)

    @property
    def shown(self) -> PlacedExample | None:
        """The row that is shown."""
        return self._row

    def show_row(self, shown: PlacedExample | None) -> None:
        """Show another row, once what was typed into the last one is a change."""
        self.editor.commit()
        self._row, self._new = shown, False
        self._draw()

    def refresh(self) -> None:
        """Show the row as it is now, after a change of it or of what may be done."""
        if not self._new:
            self._row = self._model.table.numbered(self._row.example.row) if self._row is not None else None
            self._draw()

    def begin(self) -> None:
        """Begin a new row: it becomes one when it has an input and an answer."""
        self.editor.commit()
        self._row, self._new = None, True
        self._draw()
        self.editor.setFocus()

    def _draw(self) -> None:
        shown, editable = self._row, self._model.editable
        rows = self._model.rows
        self.editor.set_variables(rows.variables if rows is not None else ())
        fields = Fields()
        if shown is not None:
            example = shown.example
            fields = Fields(example.input, "\n".join(example.answers), dict(example.variables))
            words = self.tr("Row {n}, {split}").format(n=example.row, split=split_name(shown.split))
        else:
            words = self.tr("A new row") if self._new else self.tr("Select a row to read it whole.")
        self._where.setText(words)
        self.editor.show_fields(fields, editable=editable and (shown is not None or self._new))
        review = self._model.review(shown) if shown is not None else None
        self.thumbs.setEnabled(review is not None and self._model.judgeable)
        self.thumbs.show_review(review.thumb if review else 0, review.critique if review else "")
        self._add.setEnabled(editable)
        self._remove.setEnabled(editable and shown is not None)

    def _on_edited(self, fields: Fields) -> None:
        number = self._row.example.row if self._row is not None else self._model.next_number
        made = typed_example(number, fields.input, fields.answers.splitlines(), dict(fields.variables))
        if isinstance(made, WhetError):
            self.editor.show_problem(self.tr("Not saved yet. {problem}").format(problem=translated(str(made))))
            return
        self.editor.show_problem("")
        if self._row is not None:
            self._model.replace(self.tr("change row {n}").format(n=number), self._row, made)
            self.refresh()
        elif self._new:
            self._new = False
            self.added.emit(self._model.add(self.tr("new row"), Split.TRAIN, made))

    def _on_judged(self, thumb: int, critique: str) -> None:
        if self._row is not None:
            self._model.judge(self._row, thumb, critique)
