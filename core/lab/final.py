"""Which prompt a run ends with."""

from collections.abc import Sequence

from core.domain.editing import EDITED
from core.domain.scoring import Scored


def ranked(results: Sequence[Scored]) -> list[Scored]:
    """Best first. Ties go to prompts that have not collapsed (`core.lab.collapse`), then to the person's own prompt,
    then to the one that makes the right labels likelier, then to fewer words, then to the earlier one."""
    order = {scored.candidate.id: index for index, scored in enumerate(results)}
    return sorted(
        results,
        key=lambda scored: (
            -scored.value,
            bool(scored.card.collapsed),
            not scored.candidate.is_seed,
            -scored.card.soft,
            scored.candidate.prompt.length,
            order[scored.candidate.id],
        ),
    )


def finalists(results: Sequence[Scored], count: int) -> list[Scored]:
    """The person's own prompts, those written in the middle of the run too, then the best `count` others of the search:
    those that are scored once more."""
    own = [scored for scored in results if _is_own(scored)]
    others = [scored for scored in ranked(results) if not _is_own(scored)]
    return own + others[:count]


def _is_own(scored: Scored) -> bool:
    return scored.candidate.is_seed or scored.candidate.operator == EDITED
