"""When a reply has said its label, so that the rest of it need not be written."""

import re
from dataclasses import dataclass

from core.domain.task import AnswerContract, AnswerKind
from core.metrics.cleaning import clean
from core.metrics.extract import extract
from core.metrics.labels import names_label, read_label

_CLOSED = re.compile(r".*(?:[.!?][\"'”’)*]{0,3}(?=\s)|[。！？\n])", re.DOTALL)
"""All that is closed by the end of a sentence or line; a stop counts once something follows it (“v1.2”)."""

_MORE_WORDS = 3
"""After a label at the very beginning so many words show that it neither grows (“card arrival”) nor begins a list."""


@dataclass(frozen=True, slots=True)
class LabelDecided:
    """Ends a reply once its label or choice is decided (`core.llm.base.Ending`). `question` is the row's input.

    That is so when a sentence or line is complete and the reply so far reads as an answer, or when it began with
    nothing but a label and goes on. What a longer reply might take back is not waited for: scores of replies that were
    ended and of whole replies are not the same measurement.
    """

    contract: AnswerContract
    question: str = ""

    def ended(self, text: str) -> bool:
        """Whether nothing more is needed after this beginning of a reply."""
        closed = _CLOSED.match(text)
        if closed is not None and extract(closed.group(), self.contract, self.question) is not None:
            return True
        words = text.split()
        if self.contract.kind is not AnswerKind.LABEL or len(words) <= _MORE_WORDS:
            return False
        begun = names_label(clean(" ".join(words[:-_MORE_WORDS])), self.contract.labels)
        return begun is not None and begun == read_label(clean(text), self.contract.labels)


def can_stop_at_label(contract: AnswerContract) -> bool:
    """Whether replies under this contract can be ended at their label."""
    return contract.kind is AnswerKind.CHOICE or (contract.kind is AnswerKind.LABEL and bool(contract.labels))
