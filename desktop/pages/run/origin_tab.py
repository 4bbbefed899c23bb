"""Where a prompt came from: the optimizer's question and raw replies, and the method's own notes of that round."""

from PySide6.QtWidgets import QWidget

from core.events import MethodNoted, OptimizerReplied
from core.state import Node, RunState
from desktop.sentences import translated
from desktop.widgets.controls import Tabs
from desktop.widgets.layout import column
from desktop.widgets.text_block import TextBlock


class OriginTab(QWidget):
    """The question on one page, the replies on another, the notes on a third."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        empty = self.tr("This prompt was not written by the optimizer model.")
        self._question = TextBlock(self.tr("Question to the optimizer"), empty)
        self._replies = TextBlock(self.tr("Raw replies of the optimizer"), empty)
        self._notes = TextBlock(self.tr("Notes of the method"), self.tr("The method took no notes in this round."))
        tabs = Tabs()
        tabs.tabBar().setProperty("kind", "tight")
        tabs.setAccessibleName(self.tr("Origin of the prompt"))
        tabs.addTab(self._notes, self.tr("Method’s notes"))
        tabs.addTab(self._replies, self.tr("Raw replies"))
        tabs.addTab(self._question, self.tr("Question"))
        tabs.setDocumentMode(True)
        self.setLayout(column(tabs, space=0))

    def show_node(self, state: RunState, node: Node | None) -> None:
        """Show a candidate's origin."""
        ask = ask_of(state, node)
        self._question.show_text(ask.prompt if ask is not None else "")
        self._replies.show_text(self._numbered(ask) if ask is not None else "")
        self._notes.show_text(self._story(state, node))

    def _numbered(self, ask: OptimizerReplied) -> str:
        parts = (
            f"{self.tr('Reply {n}').format(n=number)}\n{reply.strip()}" for number, reply in enumerate(ask.replies, 1)
        )
        return "\n\n".join(parts)

    def _story(self, state: RunState, node: Node | None) -> str:
        if node is None:
            return ""
        rounds = [round_ for round_ in state.rounds if round_.number == node.candidate.round]
        lines = [text for round_ in rounds for note in round_.notes for text in _note_lines(note)]
        rejected = [reply for round_ in rounds for reply in round_.rejected]
        if rejected:
            lines += ["", self.tr("Replies that did not become candidates: {n}").format(n=len(rejected))]
            lines += [f"    {translated(reply.reason)}: {' '.join(reply.text.split())[:160]}" for reply in rejected]
        return "\n".join(lines)


def ask_of(state: RunState, node: Node | None) -> OptimizerReplied | None:
    """The question whose replies hold the candidate's text; the latest one if several do."""
    if node is None or node.candidate.is_seed:
        return None
    wanted = " ".join(node.candidate.prompt.text.split())
    for ask in reversed(state.asks):
        if any(wanted in " ".join(reply.split()) for reply in ask.replies):
            return ask
    return None


def _note_lines(note: MethodNoted) -> list[str]:
    lines = [note.topic]
    for fact in note.facts:
        value = ", ".join(fact.value) if isinstance(fact.value, tuple) else f"{fact.value}"
        lines.append(f"    {fact.name.replace('_', ' ')}: {value}")
    return lines
