"""How much the choice of the prompt matters on some rows, beside noise."""

import numpy as np
from numpy.typing import NDArray

from core.domain.run_estimate import Spread


def spread(scores: NDArray[np.float64]) -> Spread:
    """Of row scores in 0…1, shape `(prompts, rows)`, the person's own prompt first.

    The two-way analysis of variance without repetition: what rows have in common is no noise, because every prompt
    answers the same ones (Fisher 1925; for scores of 0 and 1 nearly Cochran's Q, Biometrika 37, 1950).
    Raises `ValueError` for fewer than two prompts or rows.
    """
    prompts, rows = scores.shape
    if prompts < 2 or rows < 2:
        raise ValueError("a spread takes two prompts and two rows")
    means = scores.mean(axis=1)
    left = scores - means[:, None] - scores.mean(axis=0) + scores.mean()
    freedom = (prompts - 1) * (rows - 1)
    noise = float((left**2).sum()) / freedom
    among = rows * float(means.var(ddof=1))
    return Spread(
        prompts,
        rows,
        between=float(np.sqrt(max(0.0, (among - noise) / rows))),
        noise=float(np.sqrt(noise / rows)),
        p_value=_p_value(among, noise, prompts - 1, freedom),
        changing=float(np.median((scores[1:] != scores[0]).mean(axis=1))),
        best=float(means.max()),
    )


def _p_value(among: float, noise: float, between: int, within: int) -> float:
    from scipy import special  # a quarter of a second to import: the window starts without

    if noise < 1e-12:  # no row answers two prompts differently, or all differ in the same way
        return 1.0 if among < 1e-12 else 0.0
    return float(special.fdtrc(between, within, among / noise))
