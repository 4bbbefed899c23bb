"""The best prompt in the format of another program: cards, the file, the sign that it was read back, and saving."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QPushButton, QSizePolicy, QWidget

from core.errors import WhetError
from core.report.export import FORMATS, Holds, Taken, form_of
from desktop.models.run_details_model import RunDetailsModel
from desktop.sentences import translated
from desktop.theme import Space
from desktop.typography import Type, font
from desktop.widgets.format_card import FormatCard
from desktop.widgets.labels import Chip, ElidedLabel, label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.text_block import TextBlock
from desktop.words import count, file_size

_ACROSS = 5
_NARROW = 860
_LONGEST_PREVIEW = 200_000


class ExportPart(QWidget):
    """Takes the best prompt from the run details in one format at a time. `copied` says that the file is in the
    clipboard."""

    copied = Signal()

    def __init__(self, model: RunDetailsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._form = FORMATS[0]
        self._taken: Taken | None = None
        self.cards = {name: self._card(name) for name in FORMATS}
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._across = 0
        self._arrange(_ACROSS)
        self.with_bias = QCheckBox(self.tr("With the label bias that the run ended with"))
        self.with_bias.setToolTip(self.tr("For programs that add a number to a token's logit (logit_bias)."))
        self.with_bias.toggled.connect(lambda _: self._begin())
        self.sign = Chip()
        self._proof = label(kind="soft", wrap=True, selectable=True)
        self._file = ElidedLabel(kind="strong")
        self.preview = TextBlock(self.tr("The file"), self.tr("The file is shown here."))
        self.preview.setMinimumHeight(180)
        self.preview.setFont(font(Type.CODE))
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setProperty("kind", "primary")
        self.save_button.setAccessibleName(self.tr("Save the file"))
        self.save_button.clicked.connect(self.ask_where)
        self.copy_button = QPushButton(self.tr("Copy"))
        self.copy_button.setAccessibleName(self.tr("Copy the file's text"))
        self.copy_button.clicked.connect(self.copy)
        self._lay_out()
        model.taken.connect(self._show)
        model.refused.connect(self._refuse)
        model.changed.connect(self._begin)
        self.cards[self._form].setChecked(True)
        self._begin()

    @property
    def taken(self) -> Taken | None:
        """The file that is shown."""
        return self._taken

    @property
    def form(self) -> str:
        """The chosen format."""
        return self._form

    @property
    def proof(self) -> str:
        """What the sign stands for, in words."""
        return self._proof.text()

    def choose(self, form: str) -> None:
        """Take the prompt in this format."""
        self._form = form
        self.cards[form].setChecked(True)
        self._begin()

    def copy(self) -> None:
        """Put the file's text on the clipboard."""
        if self._taken is not None:
            QGuiApplication.clipboard().setText(self._taken.content.decode())
            self.copied.emit()

    def ask_where(self) -> None:
        """Let the person choose where it is saved; nothing waits for the answer."""
        taken = self._taken
        if taken is None:
            return
        dialog = QFileDialog(self, self.tr("Save the file"), str(Path.home() / taken.form.file))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Save it there."""
        if self._taken is not None:
            self._model.save(self._taken, path)

    def fit_to(self, width: int) -> None:
        """As many cards side by side as there is room for."""
        roomy = width >= _NARROW
        self._arrange(_ACROSS if roomy else 3)
        for card in self.cards.values():
            card.set_compact(not roomy)

    @property
    def _biased(self) -> bool:
        return self._model.has_bias and self.with_bias.isChecked()

    def _begin(self) -> None:
        self._taken = None
        self.with_bias.setVisible(self._model.has_bias)
        self._update()
        if self._model.shown is not None:
            self.preview.show_text("")
            self._file.show_text(form_of(self._form).file)
            self.sign.show_state(self.tr("being read back …"), "live")
            self._proof.setText("")
            self._model.take(self._form, with_bias=self._biased)

    def _show(self, taken: Taken) -> None:
        if taken.form.name != self._form:
            return
        self._taken = taken
        text = taken.content.decode()
        self.preview.show_text(text[:_LONGEST_PREVIEW])
        self._file.show_text(self.tr("{name}, {size}").format(name=taken.form.file, size=file_size(len(taken.content))))
        self.sign.show_state(self.tr("✓ read back"), "good")
        self._proof.setText(self._proof_words(taken))
        self._update()

    def _refuse(self, error: Exception) -> None:
        self._taken = None
        self.preview.show_text("")
        self._file.show_text("")
        self.sign.show_state(self.tr("✗ cannot hold it"), "bad")
        words = (error.message, error.kept, error.hint) if isinstance(error, WhetError) else (str(error),)
        self._proof.setText(" ".join(map(translated, filter(None, words))))
        self._update()

    def _proof_words(self, taken: Taken) -> str:
        if taken.form.holds is Holds.TEXT:
            return self.tr("Read from this file, the prompt's own text is the one that was scored, byte for byte.")
        words = self.tr(
            "Read by the rules of the format, this file gives the messages that were scored, byte for byte: "
            "{n} rows were compared."
        ).format(n=count(taken.rows))
        if not taken.rows:
            words = self.tr(
                "Read by the rules of the format, this file gives the messages that were scored, byte for byte, for a "
                "made-up row: the task's rows are not at hand."
            )
        if taken.uneven:
            words += " " + self.tr(
                "{n} rows with an empty value lose a part of their message when they are scored; a template keeps it."
            ).format(n=count(taken.uneven))
        return words

    def _update(self) -> None:
        self.save_button.setEnabled(self._taken is not None)
        self.copy_button.setEnabled(self._taken is not None)

    def _card(self, name: str) -> FormatCard:
        form = form_of(name)
        card = FormatCard(translated(form.label), translated(form.about))
        card.clicked.connect(lambda _=False: self.choose(name))
        return card

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // across, number % across)
        for place in range(_ACROSS):
            self._grid.setColumnStretch(place, int(place < across))

    def _lay_out(self) -> None:
        head = row(self._file, self.sign, self.copy_button, self.save_button, space=Space.S)
        head.setStretch(0, 1)
        head.setContentsMargins(Space.M, Space.S, Space.M, 0)
        proof = column(self._proof)
        proof.setContentsMargins(Space.M, 0, Space.M, 0)
        file = framed(column(head, proof, self.preview, space=Space.S, margin=1), "card")
        box = column(self._grid, self.with_bias, file, space=Space.M)
        box.setStretch(2, 1)
        self.setLayout(box)
