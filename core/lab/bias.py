"""Learning label bias: the offsets with which a prompt's label probabilities give the best answers on train rows.

Batch calibration (Zhou et al.: Batch Calibration: Rethinking Calibration for In-Context Learning and Prompt
Engineering. ICLR 2024, arXiv 2309.17249, section 3.2) subtracts from each label's log-probability its mean over rows,
so that no label is favoured whatever the input says. The paper searches how strongly on labelled rows; so does this,
and where some labels are rare it also tries their frequencies, without which a rare label would be given as often as a
common one. The search is kept small: on 48 rows of real tasks a wide one, or offsets fitted freely, lost half of the
gain again on other rows.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from core.domain.bias import LabelBias
from core.domain.example import Example
from core.domain.scoring import Verdict
from core.domain.task import Task
from core.lab.scorer import TOO_LONG
from core.lab.soft import SoftCard, log_shares
from core.metrics import aggregate, judge

SCALES = (1.0, 0.75, 1.25, 0.5)
"""How strongly a label's mean is subtracted, the first of equals; 1 is batch calibration."""

_UNEVEN = 1.5
"""Labels are rare where the commonest one has so many times its even share."""

FIT_ROWS = 96
"""Train rows that offsets are learned on: a label's mean is known to a fraction of a nat then."""

LEAST_FIT_ROWS = 32


def fit(card: SoftCard, examples: Sequence[Example], task: Task) -> LabelBias:
    """The offsets with the best metric on the card's rows.

    `examples` are the card's rows in order. Raises `ValueError` for a card without labels or without a row that fits.
    """
    rows = [row for row in card.rows if row.logprobs]
    if not card.labels or not rows:
        raise ValueError("there are no label probabilities to learn from")
    shares = log_shares(np.array([row.logprobs for row in rows]))
    wanted = Counter(card.labels[row.right[0]] for row in rows if row.right)
    frequencies = np.log([(wanted[label] + 1) / (wanted.total() + len(card.labels)) for label in card.labels])
    uneven = float(np.exp(frequencies.max())) > _UNEVEN / len(card.labels)
    tried = [
        _bias(card.labels, -scale * shares.mean(axis=0) + weight * frequencies)
        for weight, scale in product((0.0, 1.0) if uneven else (0.0,), SCALES)
    ]
    return max(tried, key=lambda bias: aggregate(verdicts_with(bias, card.logprobs, examples, task), examples, task))


def verdicts_with(
    bias: LabelBias, logprobs: Sequence[tuple[float, ...]], examples: Sequence[Example], task: Task
) -> tuple[Verdict, ...]:
    """What the answers with this bias are worth; a row that does not fit into the context is worth nothing."""
    return tuple(
        judge(bias.choose(each), row, task) if each else Verdict(row.row, 0.0, "", reason=TOO_LONG)
        for each, row in zip(logprobs, examples, strict=True)
    )


def _bias(labels: tuple[str, ...], offsets: NDArray[np.float64]) -> LabelBias:
    centred = offsets - offsets.mean()
    return LabelBias(labels, tuple(round(float(offset), 4) + 0.0 for offset in centred))
