"""Learning label bias: the offsets with which a prompt's label probabilities give the best answers on train rows.

Batch calibration (Zhou et al.: Batch Calibration: Rethinking Calibration for In-Context Learning and Prompt
Engineering. ICLR 2024, arXiv 2309.17249, section 3.2) subtracts from each label's log-probability its mean over rows,
so that no label is favoured whatever the input says. The paper searches how strongly on labelled rows; so does this,
and it also tries the frequencies of the labels themselves, without which a rare label would be given as often as a
common one.
"""

import math
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

SCALES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
"""How strongly a label's mean is subtracted; 1 is batch calibration."""

FIT_ROWS = 96
"""Train rows that offsets are learned on: a label's mean is known to a fraction of a nat then."""

LEAST_FIT_ROWS = 32


def fit(card: SoftCard, examples: Sequence[Example], task: Task) -> LabelBias:
    """The offsets with the best metric on the card's rows, and of equals the ones that make the answers likeliest.

    `examples` are the card's rows in order. Raises `ValueError` for a card without labels or without a row that fits.
    """
    rows = [row for row in card.rows if row.logprobs]
    if not card.labels or not rows:
        raise ValueError("there are no label probabilities to learn from")
    shares = log_shares(np.array([row.logprobs for row in rows]))
    wanted = Counter(card.labels[row.right[0]] for row in rows if row.right)
    frequencies = np.log([(wanted[label] + 1) / (wanted.total() + len(card.labels)) for label in card.labels])
    tried = [
        _bias(card.labels, -scale * shares.mean(axis=0) + weight * frequencies)
        for weight, scale in product((0.0, 1.0), SCALES)
    ]
    return max(tried, key=lambda bias: _worth(bias, card, examples, task))


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


def _worth(bias: LabelBias, card: SoftCard, examples: Sequence[Example], task: Task) -> tuple[float, float]:
    verdicts = verdicts_with(bias, card.logprobs, examples, task)
    likelihood = float(np.mean(card.of_rows(np.array(bias.offsets))))
    return aggregate(verdicts, examples, task), likelihood if math.isfinite(likelihood) else -math.inf
