"""What is asked: a prompt, a row of a task or a typed input, one or two models, and how they choose their tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from core.data.tasks import read_task
from core.domain.example import Example
from core.engine.commands.ask import Ask
from core.errors import WhetError
from core.store import models as known_models
from core.store.places import called, is_there
from desktop.context import Context
from desktop.models import places
from desktop.models.candidate_table import one_line
from desktop.pages.playground.sampling_part import SamplingPart
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox, WholeBox
from desktop.widgets.disclosure import Disclosure
from desktop.widgets.labels import label
from desktop.widgets.layout import column, row, scrolled
from desktop.widgets.spin import as_number
from desktop.widgets.text_block import show_as_prompt

_MOST_RUNS = 8
_NARROWEST = 240
_PROMPT_HEIGHT = 84


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a task brings: its rows that may be seen, prompts by name, and the tokens of a reply and of a thought."""

    rows: tuple[Example, ...]
    prompts: tuple[tuple[str, str], ...]
    metric: str
    max_tokens: int = 256
    thought_tokens: int = 0


class QuestionPart(QWidget):
    """A form. `head`, with the prompt, stands across the page. `changed`: something else would be asked."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Path | None = None
        self._rows: tuple[Example, ...] = ()
        self._seed = ""
        self._reading = False
        self._wanted: Example | None = None
        self.tasks = self._box(self.tr("Task"))
        self.tasks.currentIndexChanged.connect(lambda _: self._read())
        self.prompt = self._editor(self.tr("Prompt"), self.tr("What should the model do?"), _PROMPT_HEIGHT)
        show_as_prompt(self.prompt)
        self.prompts = self._box(self.tr("Use a prompt of this task"))
        self.prompts.activated.connect(self._take_prompt)
        self.row = WholeBox()
        self.row.setAccessibleName(self.tr("Row of the task"))
        self.row.setToolTip(self.tr("Rows for training and validation; the sealed test is never shown."))
        self.row.setSpecialValueText(self.tr("typed"))
        as_number(self.row)
        self.row.valueChanged.connect(self._show_row)
        self._of = label(kind="caption")
        self.input = self._editor(self.tr("Input"), self.tr("What the prompt is about"), 96)
        self.answers = self._editor(
            self.tr("Expected answers, one per line"), self.tr("Expected answer, if there is one"), 46
        )
        self.first = self._box(self.tr("Model"))
        self.second = self._box(self.tr("Second model, beside it"))
        self.sampling = SamplingPart()
        self.sampling.changed.connect(self.changed)
        self._metric = label(kind="caption", wrap=True)
        self._lay_out()
        self._fill_models()
        context.workspace.tasks_changed.connect(self.refresh)
        context.workspace.opened.connect(self.refresh)
        context.library.changed.connect(self._take_found)
        self.refresh()

    @property
    def task(self) -> str:
        """Name of the chosen task; empty for none."""
        return self._folder.name if self._folder is not None else ""

    @property
    def example(self) -> Example:
        """The row, or what was typed in its place."""
        given = tuple(line for line in self.answers.toPlainText().splitlines() if line.strip())
        shown = self._rows[self.row.value() - 1] if 0 < self.row.value() <= len(self._rows) else None
        if shown is not None and (self.input.toPlainText(), given) == (shown.input, shown.answers):
            return shown
        if shown is None:
            return Example(0, self.input.toPlainText(), given)
        return Example(0, self.input.toPlainText(), given, shown.variables, shown.turns)

    @property
    def command(self) -> Ask | None:
        """What is to be asked, if it can be."""
        paths = [str(box.currentData() or "") for box in (self.first, self.second)]
        chosen = tuple(dict.fromkeys(path for path in paths if path))
        anything = self.prompt.toPlainText().strip() or self.input.toPlainText().strip()
        if not chosen or not anything or self._reading:
            return None
        sampling = self.sampling.sampling
        return Ask(
            self.prompt.toPlainText(),
            chosen,
            self.example,
            str(self._folder or ""),
            sampling.max_tokens,
            sampling.temperature,
            sampling.top_p,
            sampling.seed,
            reasoning_cap=sampling.reasoning_cap,
        )

    def refresh(self) -> None:
        """Show the tasks there are; the chosen one stays chosen."""
        name = self.task
        if self._reading:
            self._folder = None  # what was being read was dropped with the last workspace's work
        blocker = QSignalBlocker(self.tasks)
        self.tasks.clear()
        self.tasks.addItem(self.tr("no task: only what I type"), "")
        for place in self._context.workspace.tasks:
            self.tasks.addItem(place.name, str(place.folder))
        self.tasks.setCurrentIndex(max(0, self.tasks.findText(name)) if name else 0)
        blocker.unblock()
        self._read()

    def choose_task(self, name: str) -> None:
        """Choose a task by its folder's name."""
        self.tasks.setCurrentIndex(max(0, self.tasks.findText(name)))

    def show_command(self, command: Ask, task: str) -> None:
        """Show what was asked earlier."""
        self.prompt.setPlainText(command.prompt)
        if task != self.task:
            self.choose_task(task)
        blocker = QSignalBlocker(self.row)
        self.row.setValue(self._place_of(command.example))
        blocker.unblock()
        self._show_example(command.example)

    def use_prompt(self, text: str, task: str = "", example: Example | None = None) -> None:
        """Put this prompt into the field, and the row below it as soon as its task has been read."""
        if text:
            self._seed = ""  # another task leaves it: the person has chosen it
            self.prompt.setPlainText(text)
        self._wanted = example
        if task and task != self.task:
            self.choose_task(task)
        if not self._reading:
            self._show_wanted()

    def _show_wanted(self) -> None:
        example, self._wanted = self._wanted, None
        if example is not None:
            blocker = QSignalBlocker(self.row)
            self.row.setValue(self._place_of(example))
            blocker.unblock()
            self._show_example(example)

    def add_model(self, path: str) -> None:
        """Offer a model's file, and choose it."""
        for box in (self.first, self.second):
            if box.findData(path) < 0:
                box.addItem(called(path), path)
        self.first.setCurrentIndex(self.first.findData(path))

    def _place_of(self, example: Example) -> int:
        return next((place for place, each in enumerate(self._rows, 1) if each == example), 0)

    def _read(self) -> None:
        data = self.tasks.currentData()
        folder = Path(data) if data else None
        if folder == self._folder and folder is not None:
            return
        self._folder = folder
        if folder is None:
            self._on_offer(_Offer((), (), ""))
            return
        workspace = self._context.workspace
        ids = [run.id for run in workspace.runs if run.task == folder.name and run.best_value is not None]

        self._reading = True  # until then the row is the last task's, and the measure would be this one's
        self.changed.emit()

        def read() -> _Offer:
            reading = read_task(folder)
            prompts = [(one_line(each.text, 50) or "–", each.text) for each in reading.task.seed_prompts]
            if reading.reference:
                prompts.append((one_line(reading.reference, 50), reading.reference))
            for id_ in ids[:_MOST_RUNS]:
                result = workspace.run_folder(id_).read_result()
                if result is not None and result.best is not None:
                    prompts.append((f"★ {id_}", result.best.text))
            task = reading.task
            rows, contract = (*task.validation, *task.train), task.contract
            return _Offer(rows, tuple(prompts), task.metric, contract.max_tokens, contract.thought_tokens)

        workspace.do(read, self._on_offer, otherwise=self._on_failed, latest="asked task")

    def _on_offer(self, offer: _Offer) -> None:
        self._reading = False
        before, self._rows = self._rows, offer.rows
        self.prompts.clear()
        self.prompts.addItem(self.tr("Use a prompt of this task …"), "")
        for name, text in offer.prompts:
            self.prompts.addItem(name, text)
        self.prompts.setVisible(bool(offer.prompts))
        first = offer.prompts[0][1] if offer.prompts else ""
        if self.prompt.toPlainText() in {"", self._seed}:
            self.prompt.setPlainText(first)
        self._seed = first
        self.row.setRange(0, len(self._rows))
        self._of.setText(self.tr("of {n}").format(n=len(self._rows)) if self._rows else "")
        for part in (self.row, self._of):
            part.setVisible(bool(self._rows))
        self.sampling.show_limits(offer.max_tokens, offer.thought_tokens)
        words = self.tr("The reply is judged by the task's metric, {metric}.").format(
            metric=offer.metric.replace("_", " ")
        )
        self._metric.setText(words if offer.metric else "")
        self._metric.setVisible(bool(offer.metric))
        if self._rows != before:
            self._find_row(before)
        self._show_wanted()
        self.changed.emit()

    def _find_row(self, before: tuple[Example, ...]) -> None:
        """The row whose input stands in the field; the first one where nothing was typed."""
        words = self.input.toPlainText()
        untouched = not words.strip() or any(row.input == words for row in before)
        found = next((place for place, each in enumerate(self._rows, 1) if each.input == words), 0)
        place = found or int(untouched and bool(self._rows))
        blocker = QSignalBlocker(self.row)
        self.row.setValue(place)
        blocker.unblock()
        if place:
            self._show_row(place)  # the number may be that of the last task's row: then nothing else says so
        elif untouched:
            self._show_example(Example(0, "", ()))

    def _on_failed(self, error: Exception) -> None:
        self._on_offer(_Offer((), (), ""))
        if isinstance(error, WhetError):
            self._metric.setText(translated(str(error)))
            self._metric.show()
        else:
            self._context.errors.report(error)

    def _show_row(self, number: int) -> None:
        if 0 < number <= len(self._rows):
            self._show_example(self._rows[number - 1])

    def _show_example(self, example: Example) -> None:
        self.input.setPlainText(example.input)
        self.answers.setPlainText("\n".join(example.answers))

    def _take_prompt(self, place: int) -> None:
        text = self.prompts.itemData(place)
        if text:
            self.prompt.setPlainText(str(text))
        self.prompts.setCurrentIndex(0)

    def _fill_models(self) -> None:
        self.second.addItem(self.tr("no second model"), "")
        listed = [str(path) for path in places.bundled_models()]
        listed += [model.path for model in reversed(known_models.known()) if model.is_there]
        for path in dict.fromkeys((*listed, self._context.settings.model)):
            if path and is_there(path):
                self._offer_model(called(path), path)
        self.first.setCurrentIndex(max(0, self.first.findData(self._context.settings.model)))
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _take_found(self) -> None:
        for found in self._context.library.rows:
            if found.usable:
                self._offer_model(found.model.name, found.path)

    def _offer_model(self, name: str, path: str) -> None:
        for box in (self.first, self.second):
            if box.findData(path) < 0:
                box.addItem(name, path)

    def _box(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _editor(self, name: str, hint: str, height: int) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(hint)
        made.setTabChangesFocus(True)
        made.setFixedHeight(height)
        made.textChanged.connect(self.changed)
        return made

    def _lay_out(self) -> None:
        row_line = row(label(self.tr("Input"), "strong"), 1, self.row, self._of)
        parts: Sequence[QWidget] = (label(self.tr("Model"), "strong"), self.first, self.second)
        box = column(
            label(self.tr("Task"), "strong"),
            self.tasks,
            row_line,
            self.input,
            label(self.tr("Expected answer"), "strong"),
            self.answers,
            self._metric,
            *parts,
            Disclosure(self.tr("Sampling"), self.sampling),
            1,
            space=Space.S,
            margin=Space.M,
        )
        self.setLayout(column(scrolled(box), space=0))
        self.setMinimumWidth(_NARROWEST)
        self.head = QWidget()
        self.prompts.setMinimumWidth(_NARROWEST)
        above = row(label(self.tr("Prompt"), "strong"), 1, self.prompts, space=Space.M)
        self.head.setLayout(column(above, self.prompt, space=Space.XS, margin=Space.M))
