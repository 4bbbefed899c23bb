"""The next steps after a run that found little, or while one gets nowhere: what they are called."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from core.domain.ending import Advice
from core.report.outcome import Trouble

translate = QCoreApplication.translate


class NextStep(StrEnum):
    """Something that one click prepares or does."""

    CERTIFY = "certify"
    WRITER = "writer"
    WORDINGS = "wordings"
    EXAMPLES = "examples"
    LABEL_BIAS = "label_bias"
    BUDGET = "budget"
    ROWS = "rows"
    MODEL = "model"
    DATA = "data"


_OF_ADVICE = {
    Advice.CERTIFY: (NextStep.CERTIFY,),
    Advice.ANOTHER_WRITER: (NextStep.WRITER, NextStep.WORDINGS, NextStep.EXAMPLES),
    Advice.LABEL_BIAS: (NextStep.LABEL_BIAS, NextStep.MODEL),
    Advice.MORE_BUDGET: (NextStep.BUDGET, NextStep.WORDINGS),
    Advice.MORE_ROWS: (NextStep.ROWS, NextStep.WORDINGS, NextStep.EXAMPLES),
    Advice.ANOTHER_MODEL: (NextStep.MODEL, NextStep.EXAMPLES),
    Advice.HARDER_ROWS: (NextStep.DATA, NextStep.MODEL),
}

_OF_TROUBLE = {
    Trouble.UNUSABLE: (NextStep.WRITER, NextStep.WORDINGS, NextStep.EXAMPLES),
    Trouble.NOT_BETTER: (NextStep.WORDINGS, NextStep.EXAMPLES, NextStep.ROWS, NextStep.WRITER),
}


def advice_steps(advice: Advice) -> tuple[NextStep, ...]:
    """What to try after a run that ended so, the likeliest to help first."""
    return _OF_ADVICE[advice]


def trouble_steps(trouble: Trouble) -> tuple[NextStep, ...]:
    """What to try instead of a search that gets nowhere."""
    return _OF_TROUBLE[trouble]


def step_words(step: NextStep) -> str:
    """What the button of a step says."""
    return {
        NextStep.CERTIFY: translate("NextStep", "Certify"),
        NextStep.WRITER: translate("NextStep", "Let another model write…"),
        NextStep.WORDINGS: translate("NextStep", "Try ready wordings, without an optimizer model…"),
        NextStep.EXAMPLES: translate("NextStep", "Try worked examples in the prompt…"),
        NextStep.LABEL_BIAS: translate("NextStep", "Correct the preference for one label…"),
        NextStep.BUDGET: translate("NextStep", "Allow twice as many calls…"),
        NextStep.ROWS: translate("NextStep", "Score on twice as many rows…"),
        NextStep.MODEL: translate("NextStep", "Try another model…"),
        NextStep.DATA: translate("NextStep", "Look at the rows…"),
    }[step]
