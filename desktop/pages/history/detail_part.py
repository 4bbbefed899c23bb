"""What there is to know of one thing that was done, and what the person calls it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from core.store.history import HistoryEntry, Kind
from desktop.models.history_model import kind_words, state_words
from desktop.models.log_book import exact_moment
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.words import count, duration, percent


class DetailPart(QWidget):
    """`edited` says that the person changed the name, the note or the star, once the field was left."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: HistoryEntry | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Your name for it"))
        self.name.setPlaceholderText(self.tr("A name of your own"))
        self.name.editingFinished.connect(self.edited)
        self.star = QCheckBox(self.tr("★ Star"))
        self.star.setToolTip(self.tr("Mark it, to find it again"))
        self.star.clicked.connect(lambda _: self.edited.emit())
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(self.tr("Your note"))
        self.note.setPlaceholderText(self.tr("What is worth remembering about it?"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(58)
        self._title = label(kind="strong", wrap=True)
        self._facts = label(kind="caption", wrap=True, selectable=True)
        named = row(self.name, self.star, space=Space.M)
        named.setStretch(0, 1)
        left = column(self._title, self._facts, 1, space=Space.XS)
        right = column(named, self.note, 1, space=Space.S)
        box = row(left, right, space=Space.L, margin=Space.M)
        box.setStretch(0, 1)
        box.setStretch(1, 1)
        self.setLayout(box)

    def commit(self) -> None:
        """A note has no key that ends it: it is kept when another entry is chosen, or the page is left."""
        entry = self.entry
        if entry is not None and self.note.toPlainText() != entry.note:
            self.edited.emit()

    def show_entry(self, entry: HistoryEntry | None, *, editable: bool) -> None:
        """Show this one, or say that there is none."""
        same = entry is not None and self.entry is not None and entry.id == self.entry.id
        typing = same and (self.note.hasFocus() or self.name.hasFocus())
        self.entry = entry
        for part in (self.name, self.star, self.note):
            part.setEnabled(entry is not None and editable)
        if not typing:
            self.name.setText(entry.title if entry is not None else "")
            self.note.setPlainText(entry.note if entry is not None else "")
            self.star.setChecked(entry is not None and entry.starred)
        if entry is None:
            self._title.setText(self.tr("Select an entry to read about it."))
            self._facts.setText("")
            return
        self._title.setText(" · ".join(filter(None, (kind_words(entry.kind), entry.task, state_words(entry)))))
        self._facts.setText("\n".join(filter(None, self._lines(entry))))

    def _lines(self, entry: HistoryEntry) -> tuple[str, ...]:
        run = entry.run
        spent = scores = ""
        if run is not None and entry.kind is Kind.RUN:
            if run.calls:
                spent = self.tr("{calls} calls, {tokens} tokens, {time}").format(
                    calls=count(run.calls), tokens=count(run.tokens), time=duration(run.seconds)
                )
            if run.seed_value is not None and run.best_value is not None:
                scores = self.tr("{before} → {after} on validation rows").format(
                    before=percent(run.seed_value), after=percent(run.best_value)
                )
        when = exact_moment(entry.at) if entry.at else ""
        by = self.tr("{method} with {model}").format(method=run.method, model=run.model) if run is not None else ""
        return (" · ".join(filter(None, (when, entry.id))), by or entry.subject, scores, spent, entry.problem)
