"""A candidate's text to change by hand: for the run that goes on, or for a branch of its own."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.domain.editing import Edit, problems
from core.domain.prompt import Prompt
from core.state import Node
from desktop.pages.sentence_spans import sentence_spans
from desktop.theme import Space
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row
from desktop.widgets.prompt_editor import PromptEditor
from desktop.words import count, listed


@dataclass(frozen=True, slots=True)
class Stage:
    """What can be done with an edit. `live`: the run goes on, or waits. `busy`: a branch has to wait for its turn."""

    live: bool = False
    busy: bool = False
    writable: bool = True


class EditTab(QWidget):
    """One editor with a draft per candidate: what was typed stays while another candidate is looked at.

    `submitted` carries the `Edit` for the run, `branched` the one for a branch, `drafted` the one for a branch whose
    other settings the person wants to look at first.
    """

    submitted = Signal(object)
    branched = Signal(object)
    drafted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._prompt = Prompt("")
        self._columns: tuple[str, ...] = ()
        self._drafts: dict[str, str] = {}
        self._stage = Stage()
        self.editor = PromptEditor(self.tr("Text of the candidate, to change"), sentence_spans)
        self._says = label(wrap=True)
        self._submit = self._button(self.tr("Add to this run"), "primary")
        self._submit.setToolTip(self.tr("The run scores it next, within its budget, and may end with it"))
        self._branch = self._button(self.tr("Start a branch"), "")
        self._branch.setToolTip(self.tr("A new run with the same task, model, method and limits starts from this text"))
        self._draft = self._button(self.tr("With other settings…"), "quiet")
        self._draft.setAccessibleName(self.tr("Branch with other settings"))
        self._draft.setToolTip(
            self.tr("Opens New run with this text, and the task, model, method and limits of this run")
        )
        self._reset = self._button(self.tr("Undo all"), "quiet")
        self._reset.setToolTip(self.tr("The candidate’s own text again"))
        self._submit.clicked.connect(lambda: self.submitted.emit(self.edit))
        self._branch.clicked.connect(lambda: self.branched.emit(self.edit))
        self._draft.clicked.connect(lambda: self.drafted.emit(self.edit))
        self._reset.clicked.connect(self._take_back)
        self.editor.textChanged.connect(self._on_text)
        said = row(self._says, self._reset, space=Space.S)
        said.setStretch(0, 1)
        box = column(self.editor, said, row(self._submit, self._branch, self._draft, 1), space=Space.S, margin=Space.S)
        box.setStretch(0, 1)
        self.setLayout(box)
        self._update()

    @property
    def edit(self) -> Edit:
        """The text as it stands."""
        return Edit(self._id, self.editor.toPlainText())

    @property
    def troubles(self) -> tuple[str, ...]:
        """Why the text cannot be used, in sentences."""
        return problems(self._prompt, self.editor.toPlainText(), self._columns)

    def forget(self) -> None:
        """Another run: its candidates have the same ids."""
        self._drafts.clear()
        self._id = ""

    def set_columns(self, names: tuple[str, ...]) -> None:
        """The columns of the rows that a prompt may name beside the input."""
        self._columns = names
        self.editor.set_columns({"input", *names})
        self._update()

    def show_node(self, node: Node | None, stage: Stage) -> None:
        """Show a candidate's text, or the draft that was begun from it."""
        self._stage = stage
        if node is not None and node.candidate.id != self._id:
            self._id, self._prompt = node.candidate.id, node.candidate.prompt
            self.editor.show_prompt(self._drafts.get(self._id, self._prompt.text), self._prompt.locked)
        self._update()

    def forget_draft(self) -> None:
        """What was typed has become a candidate."""
        self._drafts.pop(self._id, None)
        self._id = ""

    def _on_text(self) -> None:
        text = self.editor.toPlainText()
        if self._id and text != self._prompt.text:
            self._drafts[self._id] = text
        else:
            self._drafts.pop(self._id, None)
        self._update()

    def _take_back(self) -> None:
        self.editor.selectAll()
        self.editor.insertPlainText(self._prompt.text)
        self.editor.setFocus()

    def _update(self) -> None:
        known, stage = bool(self._id), self._stage
        same = known and self.editor.toPlainText() == self._prompt.text
        troubles = () if same or not known else self.troubles
        self.editor.setReadOnly(not known)
        self._submit.setVisible(stage.live)
        self._submit.setEnabled(known and not same and not troubles)
        self._branch.setEnabled(known and not troubles and stage.writable)
        self._draft.setEnabled(self._branch.isEnabled())
        self._branch.setText(self.tr("Queue a branch") if stage.busy else self.tr("Start a branch"))
        self._reset.setEnabled(known and not same)
        self._says.setText(self._words(troubles, same=same))

    def _words(self, troubles: tuple[str, ...], *, same: bool) -> str:
        if not self._id:
            return self.tr("Select a candidate in the tree.")
        if troubles:
            return " ".join(troubles)
        number = Prompt(self.editor.toPlainText()).words
        words = self.tr("{n} words", "", number).format(n=count(number))
        unchanged = self.tr("as {id} has it").format(id=self._id)
        return listed((words, unchanged)) if same else words

    def _button(self, text: str, kind: str) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("kind", kind)
        made.setAccessibleName(text)
        return made
