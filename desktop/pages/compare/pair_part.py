"""Two combinations against each other: won, tied, lost, the test, and every row with both replies."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QSplitter, QWidget

from core.domain.comparison import CellKey, Contrast
from core.domain.example import Example
from core.domain.scoring import Verdict
from desktop.models.compare_model import CompareModel
from desktop.models.compare_tables import REPLIES, TONE, Show, SideBySideModel
from desktop.pages.compare.prompt_heads import PromptHeads
from desktop.sentences import translated
from desktop.theme import Space
from desktop.widgets.controls import ChoiceBox
from desktop.widgets.labels import label
from desktop.widgets.layout import column, framed, row
from desktop.widgets.table import fit_columns, stretch_columns, table
from desktop.widgets.text_block import TextBlock
from desktop.widgets.thumbs import Thumbs
from desktop.widgets.tone_delegate import ToneDelegate
from desktop.widgets.win_bar import WinBar
from desktop.words import count

_ROOM_BESIDE = 1000
"""From this width on whole texts stand beside the rows, below each other; in less they stand below the rows."""
_INPUT = 1
"""The column that shares the room that is left with the replies."""


class ReplyPart(QWidget):
    """One reply, whole, with a thumb for it."""

    def __init__(self, letter: str, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._verdict: Verdict | None = None
        self._letter = letter
        self._name = label(kind="caption")
        self.text = TextBlock(self.tr("Reply of {letter}").format(letter=letter))
        self.thumbs = Thumbs(self.tr("Reply of {letter}").format(letter=letter), critique=False)
        self.thumbs.judged.connect(self._on_judged)
        head = row(self._name, 1, self.thumbs)
        box = column(head, self.text, space=Space.XS, margin=Space.S)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.show_verdict(None, "")

    def show_verdict(self, verdict: Verdict | None, name: str) -> None:
        """Show a reply of this combination."""
        self._verdict = verdict
        score = f"{100 * verdict.score:.0f}" if verdict is not None else "–"
        reason = f" ({verdict.reason})" if verdict is not None and verdict.reason else ""
        self._name.setText(
            self.tr("{letter}: score {score}{reason}").format(letter=self._letter, score=score, reason=reason)
        )
        self._name.setToolTip(name.replace("<", "&lt;"))
        self.text.show_text(verdict.output if verdict is not None else "")
        self.thumbs.setEnabled(verdict is not None)
        self.thumbs.show_review(self._model.thumb(verdict) if verdict is not None else 0, "")

    def _on_judged(self, thumb: int) -> None:
        if self._verdict is not None:
            self._model.judge(self._verdict, thumb)


class PairPart(QWidget):
    """Shows the pair of a comparison. `prompt_wanted` carries the `Contestant` whose head was double-clicked."""

    prompt_wanted = Signal(object)

    def __init__(self, model: CompareModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.first = self._chooser(self.tr("A"))
        self.second = self._chooser(self.tr("B"))
        self.bar = WinBar()
        self.sentence = label(wrap=True, selectable=True)
        self.thumbs = QCheckBox(self.tr("Judge by your thumbs"))
        self.thumbs.setToolTip(self.tr("Where no metric can tell: count the rows on which you judged both replies"))
        self.thumbs.toggled.connect(lambda wanted: model.weigh_by_thumbs(wanted=wanted))
        self.show_box = ChoiceBox()
        self.show_box.setAccessibleName(self.tr("Rows to show"))
        for words, show in (
            (self.tr("All rows"), Show.ALL),
            (self.tr("Only differences"), Show.DIFFERENT),
            (self.tr("Only failures"), Show.FAILED),
            (self.tr("Only where A is better"), Show.WORSE),
            (self.tr("Not judged by you"), Show.UNJUDGED),
        ):
            self.show_box.addItem(words, show.value)
        self.show_box.currentIndexChanged.connect(lambda _: self.refresh())
        self._shown = label(kind="caption")
        self.rows = SideBySideModel(model, self)
        self.view = table(self.rows, self.tr("Rows side by side"), stretch=1)
        self.view.setItemDelegate(ToneDelegate(TONE, self.view))
        self.view.setHorizontalHeader(PromptHeads(self.view))
        self.view.setSortingEnabled(True)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.view.horizontalHeader().sectionDoubleClicked.connect(self._on_head)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_replies())
        self._walk()
        self._input = TextBlock(self.tr("Input of the row"), self.tr("Select a row to read it whole."))
        self.replies = (ReplyPart("A", model), ReplyPart("B", model))
        self._lay_out()
        model.weighed.connect(self._show_contrast)
        model.judged.connect(self._on_judged)

    def refresh(self) -> None:
        """Show what is known now."""
        self._fill(self.first, self._model.before)
        self._fill(self.second, self._model.after)
        pair = [key for key in (self._model.before, self._model.after) if key is not None]
        keys = [*pair, *(key for key in self._model.keys if key in self._model.cells and key not in pair)]
        columns = self.rows.keys
        self.rows.show_cells(keys, Show(self.show_box.currentData()))
        if self.rows.keys != columns:  # other columns: Qt forgets which one stretches
            fit_columns(self.view, stretch=1, widest=110)
            stretch_columns(self.view, _INPUT, *range(REPLIES, self.rows.columnCount()))
        rows = self.rows.rowCount()
        self._shown.setText(self.tr("{n} rows", "", rows).format(n=count(rows)))
        if rows and not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self._show_contrast()
        self._show_replies()

    def reply_at(self, at: QPoint) -> tuple[CellKey, Example | None] | None:
        """The combination and the row whose reply is drawn here in the table."""
        index = self.view.indexAt(at)
        item, place = self.rows.row_at(index), index.column() - REPLIES
        if item is None or not 0 <= place < len(self.rows.keys):
            return None
        return self.rows.keys[place], item.example

    def go_to_difference(self, step: int) -> None:
        """To the next row (1) or the one before (-1) on which the replies are not all judged alike."""
        rows, at = self.rows.rows, self.view.currentIndex()
        column_ = at.column() if at.isValid() else REPLIES
        places = range(at.row() + step, len(rows) if step > 0 else -1, step)
        for place in places:
            if len({verdict.score for verdict in rows[place].verdicts}) > 1:
                self.view.setCurrentIndex(self.rows.index(place, column_))
                return

    def _walk(self) -> None:
        """Keys of the table: N and P walk from difference to difference, Enter weighs the reply's column as B."""
        for key, step in ((Qt.Key.Key_N, 1), (Qt.Key.Key_P, -1)):
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.go_to_difference, step))
        self.view.activated.connect(self._weigh_column)
        self.view.setToolTip(
            self.tr("Arrow keys move; N and P go to the next and the previous difference; Enter compares a reply as B.")
        )

    def _weigh_column(self, index: QModelIndex) -> None:
        place = index.column() - REPLIES
        if 0 < place < len(self.rows.keys):
            self._model.pair(self._model.before, self.rows.keys[place])

    def _on_head(self, section: int) -> None:
        place = section - REPLIES
        if 0 <= place < len(self.rows.keys):
            self.prompt_wanted.emit(self._model.prompts[self.rows.keys[place].prompt])

    def _fill(self, box: QComboBox, chosen: CellKey | None) -> None:
        keys = [key for key in self._model.keys if key in self._model.cells]
        blocker = QSignalBlocker(box)
        box.clear()
        for key in keys:
            box.addItem(self._model.name(key), (key.prompt, key.model, key.seed))
        box.setCurrentIndex(keys.index(chosen) if chosen in keys else -1)
        blocker.unblock()

    def _pair(self) -> None:
        data = [box.currentData() for box in (self.first, self.second)]
        keys = [CellKey(*map(int, each)) if each else None for each in data]
        self._model.pair(keys[0], keys[1])

    def _show_contrast(self) -> None:
        contrast = self._model.contrast
        if contrast is None:
            self.bar.show_counts(0, 0, 0)
            self._say(self._without_contrast())
            return
        self.bar.show_counts(contrast.wins, contrast.ties, contrast.losses)
        self._say(self._words(contrast))

    def _without_contrast(self) -> str:
        if self._model.weighing:
            return self.tr("Comparing …")
        if self._model.trouble is not None:
            return translated(str(self._model.trouble))
        if self._model.before is not None and self._model.after is not None and self._model.task is None:
            return self.tr("The rows of this comparison are no longer in this workspace, so nothing can be compared.")
        return self.tr("Choose two combinations to compare.")

    def _words(self, contrast: Contrast) -> str:
        gain = contrast.gain
        if not gain.n:
            return self.tr("No row has a thumb on both replies yet.")
        numbers = self.tr("B minus A: {gain} points (95 % interval {low} … {high}, n = {n}, {p}, {test}).").format(
            gain=_points(gain.difference),
            low=_points(gain.low),
            high=_points(gain.high),
            n=count(gain.n),
            p=f"p = {gain.p_value:.3f}" if gain.p_value >= 0.001 else "p < 0.001",
            test=translated(gain.method),
        )
        if gain.low > 0:
            verdict = self.tr("B is better on these rows.")
        elif gain.high < 0:
            verdict = self.tr("A is better on these rows.")
        else:
            verdict = self.tr("Chance alone may make this difference.")
        return f"{verdict} {numbers}"

    def _show_replies(self) -> None:
        item = self.rows.row_at(self.view.currentIndex())
        keys = self.rows.keys
        chosen = self.view.currentIndex().column() - REPLIES
        places = (0, chosen if chosen > 1 else 1)  # a cell of another column is read in the place of B
        for place, part in zip(places, self.replies, strict=True):
            has = item is not None and place < len(item.verdicts)
            part.show_verdict(
                item.verdicts[place] if item is not None and has else None,
                self._model.name(keys[place]) if has else "",
            )
        example = item.example if item is not None else None
        self._input.show_text(f"{example.input}\n→ {' | '.join(example.answers)}" if example is not None else "")

    def _on_judged(self) -> None:
        count_rows = self.rows.rowCount()
        if count_rows:
            self.rows.dataChanged.emit(
                self.rows.index(0, 0), self.rows.index(count_rows - 1, self.rows.columnCount() - 1)
            )
        self._show_replies()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the sentence has as many lines as it needs."""
        super().resizeEvent(event)
        self._fit()
        beside = self.width() >= _ROOM_BESIDE
        if beside != (self._parts.orientation() is Qt.Orientation.Horizontal):
            self._parts.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
            self._replies.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)

    def _say(self, text: str) -> None:
        self.sentence.setText(text)
        self._fit()

    def _fit(self) -> None:
        """Give the sentence its height: beside splitters, layouts do not."""
        self.sentence.setMinimumHeight(self.sentence.heightForWidth(self.width()))

    def _chooser(self, name: str) -> QComboBox:
        box = ChoiceBox()
        box.setAccessibleName(name)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(lambda _: self._pair())
        return box

    def _lay_out(self) -> None:
        pair = row(label(self.tr("A"), "strong"), self.first, label(self.tr("B"), "strong"), self.second, space=Space.S)
        pair.setStretch(1, 1)
        pair.setStretch(3, 1)
        bar = row(self.show_box, self._shown, 1, self.thumbs, space=Space.S)
        replies = QSplitter(Qt.Orientation.Horizontal)
        for part in (self._input, *self.replies):
            replies.addWidget(part)
        replies.setChildrenCollapsible(False)
        parts = QSplitter(Qt.Orientation.Vertical)
        self.view.setMinimumHeight(120)
        replies.setMinimumHeight(105)
        parts.addWidget(framed(column(self.view, margin=1), "card"))
        parts.addWidget(framed(column(replies, margin=1), "card"))
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setChildrenCollapsible(False)
        self._parts, self._replies = parts, replies
        box = column(pair, self.bar, self.sentence, bar, parts, space=Space.S)
        box.setStretch(4, 1)
        self.setLayout(box)


def _points(share: float) -> str:
    return f"{100 * share:+.1f}".replace("-", "−")
