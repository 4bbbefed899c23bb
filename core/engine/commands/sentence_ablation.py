"""What each sentence of a final prompt does."""

from typing import TYPE_CHECKING

from core.domain.review import SentenceReview
from core.domain.runspec import Role
from core.engine.messages import Command, Message, handles

if TYPE_CHECKING:
    from core.engine.context import EngineContext


class SentencesAblated(Message, frozen=True, tag=True):
    """What each sentence does, as kept in the run's folder."""

    review: SentenceReview


class AblateSentences(Command[SentencesAblated], frozen=True, tag=True):
    """Score the final prompt without each of its sentences, on all validation rows."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]


@handles(AblateSentences)
def _ablate_sentences(command: AblateSentences, context: "EngineContext") -> SentencesAblated:
    from core.engine.sentence_ablation import ablate_sentences

    return SentencesAblated(ablate_sentences(command, context))
