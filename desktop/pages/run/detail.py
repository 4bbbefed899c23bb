"""Everything about the selected candidate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTabWidget, QWidget

from core.domain.example import Example, Split
from core.domain.scoring import PartialScorecard
from core.report.compare import compare
from core.report.sentences import weight_steps
from core.state import Node, RunState
from desktop.models.example_table import split_name
from desktop.operators import operator_words
from desktop.pages.run.detail_tabs import DetailTabs
from desktop.pages.run.diff_tab import DiffTab
from desktop.pages.run.examples_tab import ExamplesTab, Rows
from desktop.pages.run.origin_tab import OriginTab
from desktop.pages.run.sentences_tab import SentencesTab
from desktop.theme import Space
from desktop.widgets.labels import ElidedLabel, label
from desktop.widgets.layout import column, row
from desktop.widgets.text_block import PromptText
from desktop.words import count, listed


class CandidateDetail(QWidget):
    """Its name and numbers, and pages for difference, text, rows and origin."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState()
        self._node: Node | None = None
        self._rows: Rows = {}
        self._seen: dict[QWidget, tuple[str, int]] = {}
        self._name = label(kind="title")
        self._scores = label(kind="strong", wrap=True)
        self._facts = ElidedLabel(kind="soft")
        self._changes = label(kind="soft")
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setProperty("kind", "quiet")
        self._copy.setAccessibleName(self.tr("Copy this prompt"))
        self._copy.clicked.connect(self.copy)
        self.diff = DiffTab()
        self.text = PromptText(self.tr("Prompt"), self.tr("Select a candidate in the tree."))
        self.sentences = SentencesTab()
        self.examples = ExamplesTab()
        self.origin = OriginTab()
        self.pages = DetailTabs(self)
        self.pages.add(self.diff, self.tr("Diff"), self.tr("What was changed, word by word"))
        self.pages.add(self.text, self.tr("Prompt"))
        self.pages.add(self.sentences, self.tr("Sentences"))
        self.pages.add(self.examples, self.tr("Rows"), beside=True)
        self.pages.add(self.origin, self.tr("Origin"))
        self.pages.changed.connect(self._draw)
        self.diff.side_by_side.setFocusPolicy(self._copy.focusPolicy())
        head = row(self._name, self._scores, self._copy, space=Space.M)
        head.setStretch(1, 1)
        head.setAlignment(self._name, Qt.AlignmentFlag.AlignTop)
        head.setAlignment(self._copy, Qt.AlignmentFlag.AlignTop)
        self._scores.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._scores.setContentsMargins(0, Space.HAIR, 0, 0)
        top = column(head, self._facts, self._changes, space=Space.HAIR)
        top.setContentsMargins(Space.M, Space.S, Space.S, 0)
        self.setLayout(column(top, self.tabs, space=Space.XS))

    @property
    def node(self) -> Node | None:
        """The candidate that is shown."""
        return self._node

    @property
    def tabs(self) -> QTabWidget:
        """Its pages, but for those that stand beside it in a wide window."""
        return self.pages.main

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - how the window is
        """Leave out, in a low window, where it comes from and what it changed: other pages say so, too."""
        self._facts.setVisible(not low)
        self._changes.setVisible(not low)

    def set_rows(self, rows: Rows) -> None:
        """The dataset's rows, by split and number, once they have been read."""
        self._rows = rows
        self._seen.clear()
        self._draw()

    def example(self, number: int) -> Example | None:
        """The row of the dataset with this number, of those that the candidate was judged on, if it has been read."""
        card = self._node.card if self._node is not None else None
        splits = (card.split,) if card is not None else (Split.TRAIN, Split.VALIDATION)
        return next((self._rows[split, number] for split in splits if (split, number) in self._rows), None)

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show a candidate, or what is new of it."""
        self._state, self._node = state, node
        self._draw()

    def show_row(self, row: int) -> None:
        """Go to what it answered on a row of the dataset."""
        self.pages.show_page(self.examples)
        self.examples.go_to(row)

    def hold_against(self, others: Sequence[str]) -> None:
        """Show the difference to the one candidate that is selected together with this one, if it is one."""
        paired = others[0] if len(others) == 1 else ""
        if paired and self.diff.paired != paired:
            self.pages.show_page(self.diff)
        self.diff.pair(paired)

    def copy(self) -> None:
        """Put the prompt, byte for byte, on the clipboard."""
        if self._node is not None:
            QGuiApplication.clipboard().setText(self._node.candidate.prompt.shown)
            self.copied.emit()

    def _draw(self) -> None:
        node = self._node
        self._copy.setEnabled(node is not None)
        self._name.setText(node.candidate.id if node is not None else "")
        self._scores.setText(self._score_words(node) if node is not None else "")
        self._facts.show_text(self._origin_words(node) if node is not None else self.tr("Select a candidate."))
        self._changes.setText(self._change_words(node) if node is not None else "")
        self.text.show_text(node.candidate.prompt.shown if node is not None else "")
        self.diff.show_node(self._state, node)
        if node is None:
            self._forget()
            return
        self.pages.set_hidden(self.sentences, hidden=not self._tells_of_sentences(node))
        other = self._state.nodes.get(node.candidate.parents[0]) if node.candidate.parents else None
        answers = sum(map(len, node.verdicts.values())) + (sum(map(len, other.verdicts.values())) if other else 0)
        seen = (node.candidate.id, answers)
        if self._is_new(self.examples, seen):
            self.examples.show_node(self._state, node, other, self._rows)
        if self._is_new(self.sentences, seen):
            self.sentences.show_node(self._state, node)
        if self._is_new(self.origin, seen):
            self.origin.show_node(self._state, node)

    def _is_new(self, page: QWidget, seen: tuple[str, int]) -> bool:
        """Whether a page is looked at that shows less than there is; from now on it does not."""
        if not self.pages.looked_at(page) or self._seen.get(page) == seen:
            return False
        self._seen[page] = seen
        return True

    def _forget(self) -> None:
        """Another run comes, whose candidates have the same ids: nothing of the last one stays in a tab."""
        self._seen.clear()
        self.examples.show_node(self._state, None, None, {})
        self.origin.show_node(self._state, None)

    def _tells_of_sentences(self, node: Node) -> bool:
        """Whether there is, or can be, something to say of this candidate's sentences."""
        final = self._state.final is not None and self._state.final.candidate == node.candidate.id
        return final or any(step.candidate == node.candidate.id for step in weight_steps(self._state))

    def _score_words(self, node: Node) -> str:
        parts = []
        for split in (Split.TRAIN, Split.VALIDATION):
            card = node.cards.get(split)
            if card is not None:
                parts.append(
                    self.tr("{split} {value} ({low} to {high}, {n} rows)").format(
                        split=split_name(split),
                        value=f"{card.percent:.1f}",
                        low=f"{100 * card.low:.0f}",
                        high=f"{100 * card.high:.0f}",
                        n=count(card.n),
                    )
                )
        dropped = [partial for split, partial in node.dropped.items() if split not in node.cards]
        parts += [self._drop_words(partial) for partial in dropped]
        parts += self._label_words(node)
        return "\n".join(parts) or self.tr("not scored yet")

    def _label_words(self, node: Node) -> list[str]:
        """That it leans to one label, and what label bias makes of it."""
        parts = []
        if node.card is not None and node.card.collapsed:
            parts.append(
                self.tr("Label collapse: nearly all rows were given “{label}”").format(label=node.card.collapsed)
            )
        fitted = self._state.biases.get(node.candidate.id)
        if fitted is not None:
            words = self.tr("With label bias {value}, without {alone} ({n} rows)")
            parts.append(
                words.format(value=f"{100 * fitted.value:.1f}", alone=f"{100 * fitted.alone:.1f}", n=count(fitted.n))
            )
        return parts

    def _drop_words(self, partial: PartialScorecard) -> str:
        """Why it was not scored to its end."""
        words = {
            "bound": self.tr("Dropped after {n} rows: at most {value} was within reach"),
            "margin": self.tr("Dropped after {n} rows: at most {value} was within reach, hardly more than {against}"),
            "evidence": self.tr("Dropped after {n} rows: on the same rows {against} was clearly better"),
            "set_aside": self.tr("Set aside after {n} rows: its method went on with others"),
            "budget": self.tr("Left unfinished after {n} rows: the budget of the run was used up"),
        }[partial.reason]
        return words.format(
            n=count(len(partial.verdicts)), value=f"{100 * partial.upper_bound:.1f}", against=partial.against
        )

    def _change_words(self, node: Node) -> str:
        """How many rows it answers differently from its parent."""
        parent = node.candidate.parents[0] if node.candidate.parents else ""
        if parent not in self._state.nodes:
            return ""
        found = compare(self._state, parent, node.candidate.id)
        if not found.n:
            return ""
        return self.tr("Against {parent}: {fixed} fixed and {broken} broken of {n} rows").format(
            parent=parent, fixed=count(len(found.fixed)), broken=count(len(found.broken)), n=count(found.n)
        )

    def _origin_words(self, node: Node) -> str:
        candidate = node.candidate
        number = candidate.prompt.words
        words = self.tr("{n} words", "", number).format(n=count(number))
        if candidate.is_seed:
            return self.tr("{words}, written by you").format(words=words)
        return self.tr("{words}, made by “{operator}” from {parents} in round {round}").format(
            words=words,
            operator=operator_words(candidate.operator),
            parents=listed(candidate.parents) or "–",
            round=candidate.round,
        )
