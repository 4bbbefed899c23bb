"""Why a run ended as it did: in data, so that terminal, window and report can say it in their own words."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What a run's result comes from.

    `better`: a better prompt was found. `solved`: it answers every row of the search. `unusable`: the model that writes
    hardly wrote anything of use. `collapsed`: prompts give nearly all rows one label. `no_headroom`: the own prompt was
    right nearly everywhere. `not_better`: prompts were tried, and none was better than chance makes one look.
    `nothing`: the budget ended before anything else was scored.
    """

    BETTER = "better"
    SOLVED = "solved"
    UNUSABLE = "unusable"
    COLLAPSED = "collapsed"
    NO_HEADROOM = "no_headroom"
    NOT_BETTER = "not_better"
    NOTHING = "nothing"


class Advice(StrEnum):
    """The next step that is most likely to help."""

    CERTIFY = "certify"
    ANOTHER_WRITER = "another_writer"
    LABEL_BIAS = "label_bias"
    MORE_BUDGET = "more_budget"
    MORE_ROWS = "more_rows"
    ANOTHER_MODEL = "another_model"
    HARDER_ROWS = "harder_rows"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a search ended with its result, and on what evidence. Scores are 0…1, on the rows of the search.

    `tried`: prompts scored beside the person's own. `replies` of the optimizer and how many were `refused`. `gain`: the
    best of all less the own one, paired, with its 95 % interval. `by_rules`: the same for the best prompt that no model
    wrote. `collapsed`: the label that the final prompt gives nearly all rows, if it does. `calls` were spent on the
    search and the choice, of `limit` (`None`: no limit).
    """

    why: Why
    advice: Advice
    tried: int
    replies: int
    refused: int
    gain: float
    low: float
    high: float
    by_rules: float
    collapsed: str
    calls: int
    limit: int | None = None
