"""Learning label bias from what a prompt's labels get: it corrects a lean, keeps rare labels rare, and no more."""

import numpy as np
import pytest

from core.domain.bias import LabelBias
from core.domain.candidate import Candidate
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.task import AnswerContract, AnswerKind, Task
from core.lab.bias import fit, verdicts_with
from core.lab.soft import SoftCard, SoftRow
from core.metrics import aggregate

LABELS = ("good", "bad", "so-so")


def task(metric: str = "exact_match") -> Task:
    return Task("t", (), (), metric=metric, contract=AnswerContract(AnswerKind.LABEL, LABELS))


def card(
    n: int, *, lean: tuple[float, ...], sharpness: float = 2.0, frequent: float = 1 / 3, seed: int = 0
) -> tuple[SoftCard, list[Example]]:
    """Rows whose log-probabilities are right by `sharpness` on average, and lean by so much to each label."""
    rng = np.random.default_rng(seed)
    others = (1 - frequent) / 2
    right = rng.choice(3, size=n, p=(frequent, others, others))
    rows = []
    for i, place in enumerate(right):
        sums = rng.normal(0.0, 1.0, 3) + np.array(lean)
        sums[place] += sharpness
        rows.append(SoftRow(i, tuple(map(float, sums - 5.0)), (int(place),)))
    examples = [Example(i, f"x{i}", (LABELS[place],)) for i, place in enumerate(right)]
    return SoftCard(Candidate("c0", Prompt("p"), (), "seed", 0), Split.TRAIN, LABELS, tuple(rows)), examples


def worth(bias: LabelBias, on: tuple[SoftCard, list[Example]], metric: str = "exact_match") -> float:
    found, examples = on
    return aggregate(verdicts_with(bias, found.logprobs, examples, task(metric)), examples, task(metric))


NONE = LabelBias(LABELS, (0.0, 0.0, 0.0))


@pytest.mark.parametrize("metric", ["exact_match", "macro_f1"])
def test_that_a_lean_is_corrected_on_rows_that_it_was_not_learned_on(metric: str) -> None:
    learned = card(48, lean=(4.0, 0.0, -1.0))
    bias = fit(*learned, task(metric))
    others = card(400, lean=(4.0, 0.0, -1.0), seed=1)
    assert worth(bias, others, metric) > worth(NONE, others, metric) + 0.2
    assert sum(bias.offsets) == pytest.approx(0.0, abs=1e-3)
    assert bias.offsets[0] == min(bias.offsets)


def test_that_a_prompt_without_a_lean_loses_next_to_nothing() -> None:
    bias = fit(*card(96, lean=(0.0, 0.0, 0.0)), task())
    others = card(1000, lean=(0.0, 0.0, 0.0), seed=1)
    assert worth(bias, others) > worth(NONE, others) - 0.02


def test_that_a_common_label_stays_common() -> None:
    learned, others = (card(200, lean=(0.0, 0.0, 0.0), sharpness=1.0, frequent=0.8, seed=seed) for seed in (0, 1))
    bias = fit(*learned, task())
    evened = LabelBias(LABELS, tuple(map(float, -np.mean([row.logprobs for row in learned[0].rows], axis=0))))
    assert worth(bias, others) > worth(evened, others) + 0.05


def test_that_rows_that_do_not_fit_are_wrong_and_teach_nothing() -> None:
    found, examples = card(32, lean=(4.0, 0.0, 0.0))
    cut = SoftCard(found.candidate, found.split, LABELS, (SoftRow(0, (), ()), *found.rows[1:]))
    bias = fit(cut, examples, task())
    verdicts = verdicts_with(bias, cut.logprobs, examples, task())
    assert (verdicts[0].score, verdicts[0].reason) == (0.0, "too_long")
    with pytest.raises(ValueError, match="no label probabilities"):
        fit(SoftCard(found.candidate, found.split, LABELS, (SoftRow(0, (), ()),)), examples[:1], task())


def test_that_offsets_are_told_the_favoured_label_first() -> None:
    assert LabelBias(LABELS, (-1.0, 0.25, 0.75)).words == "so-so +0.75, bad +0.25, good −1.00"
