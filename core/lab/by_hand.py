"""What a person writes in the middle of a run: which prompts those are, and what one more of them would cost."""

from collections.abc import Iterable

from core.domain.candidate import Candidate
from core.domain.editing import EDITED
from core.said import Said

UNPAID = "budget"
"""Why a person's prompt was left unfinished: what the run had left did not pay for the rest of its rows."""


def written(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those that a person wrote, in order of appearance."""
    return [candidate for candidate in candidates if candidate.operator == EDITED]


def too_dear(needed: int, left: int | None) -> str:
    """Why a prompt that takes so many calls is not taken in, where so many are `left` (`None`: no limit); or empty."""
    if left is None or needed <= left:
        return ""
    spare = max(0, left)
    return Said(
        "Scoring your prompt takes {needed} calls, and the limit of this run leaves {spare} for it. "
        "Start a branch with it, which has a limit of its own.",
        needed=f"{needed:,}",
        spare=f"{spare:,}",
    )
