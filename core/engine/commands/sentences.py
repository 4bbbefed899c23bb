"""What each sentence of a final prompt does."""

from typing import TYPE_CHECKING

from core.domain.review import SentenceReview
from core.domain.runspec import Role
from core.engine.messages import Command, Message, handles

if TYPE_CHECKING:
    from core.engine.desk import Desk


class SentencesWeighed(Message, frozen=True, tag=True):
    """What each sentence does, as kept in the run's folder."""

    review: SentenceReview


class WeighSentences(Command[SentencesWeighed], frozen=True, tag=True):
    """Score the final prompt without each of its sentences, on all validation rows."""

    run_folder: str
    task_folder: str
    models: dict[Role, str]


@handles(WeighSentences)
def _weigh_sentences(command: WeighSentences, desk: "Desk") -> SentencesWeighed:
    from core.engine.sentences import weigh_sentences

    return SentencesWeighed(weigh_sentences(command, desk))
