"""Why a run ended as it did and what to try next, for somebody who has just seen it end."""

from collections.abc import Iterator

from core.domain.ending import Advice, Evidence, Why
from core.figures import points
from core.said import Said
from core.state import RunState

_WHY = {
    Why.BETTER: "A better prompt was found.",
    Why.SOLVED: "A prompt was found that answers every row of the search.",
    Why.UNUSABLE: "Nothing better was found, because the model that writes hardly wrote anything of use.",
    Why.COLLAPSED: "Nothing better was found: your prompt gives nearly all rows one label, and none that was tried did "
    "better.",
    Why.NO_HEADROOM: "Your prompt is right nearly everywhere: there is little to gain on these rows.",
    Why.NOT_BETTER: "Nothing better was found: no prompt that was tried is ahead by more than chance.",
    Why.NOTHING: "The budget ended before another prompt was scored.",
}

_ADVICE = {
    Advice.CERTIFY: "Next: certify it, which measures the gain once on rows that the search never saw.",
    Advice.ANOTHER_WRITER: "Next: name another model as writer, or take the method “Bank”, which needs none.",
    Advice.LABEL_BIAS: "Next: switch label bias on, which corrects a model's preference for one label.",
    Advice.MORE_BUDGET: "Next: allow more calls; most of the budget was used.",
    Advice.MORE_ROWS: "Next: score on more rows, so that smaller gains can be told from chance.",
    Advice.ANOTHER_MODEL: "Next: try a larger model for the task; what this one can do seems to be found.",
    Advice.HARDER_ROWS: "Next: add rows that your prompt gets wrong.",
}


def ending_words(state: RunState, *, certified: bool = False) -> tuple[str, ...]:
    """Why, the evidence, and the next step, a sentence or two each; nothing of a run that has no evidence. A step that
    was taken, as that of a run which is `certified`, is not the next one."""
    found = state.ended.evidence if state.ended is not None else None
    if not isinstance(found, Evidence):
        return ()
    taken = certified and found.advice is Advice.CERTIFY
    return (_WHY[found.why], *_evidence(found), *(() if taken else (_ADVICE[found.advice],)))


def _evidence(found: Evidence) -> Iterator[str]:
    if found.tried:
        yield (
            Said(
                "Other prompts scored: {tried}. The best of all is {points} points over yours on the rows of the "
                "search (95 % interval {low} … {high}).",
                tried=found.tried,
                points=points(found.gain),
                low=points(found.low),
                high=points(found.high),
            )
        )
    if found.replies:
        yield Said(
            "Of {replies} replies of the model that writes {refused} could not be used.",
            replies=found.replies,
            refused=found.refused,
        )
    if found.collapsed:
        yield Said("Label collapse: the best prompt gives nearly all rows “{collapsed}”.", collapsed=found.collapsed)
