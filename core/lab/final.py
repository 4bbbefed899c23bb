"""Which prompt a run ends with."""

from collections.abc import Sequence

from core.domain.scoring import Scored


def ranked(results: Sequence[Scored]) -> list[Scored]:
    """Best first. Ties go to prompts that have not collapsed (`core.lab.collapse`), then to the person's own prompt,
    then to fewer words, then to the earlier one."""
    order = {scored.candidate.id: index for index, scored in enumerate(results)}
    return sorted(
        results,
        key=lambda scored: (
            -scored.value,
            bool(scored.card.collapsed),
            not scored.candidate.is_seed,
            scored.candidate.prompt.length,
            order[scored.candidate.id],
        ),
    )


def finalists(results: Sequence[Scored], count: int) -> list[Scored]:
    """The person's own prompts, then the best `count` others of the search: those that are scored once more."""
    own = [scored for scored in results if scored.candidate.is_seed]
    others = [scored for scored in ranked(results) if not scored.candidate.is_seed]
    return own + others[:count]
