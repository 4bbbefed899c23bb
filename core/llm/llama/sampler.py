"""From a row of logits to the next token, and to log-probabilities.

The row is looked at in place; what is computed goes into buffers that are used again. A sampler owns a random generator
seeded by its request alone, so a sample depends on the lane or the neighbours only as far as the logits' last bits do.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.llm.base import Request, TokenLogprob
from core.said import Said

_FIRST_LOOK: Final = 256
_SEED_MASK: Final = (1 << 64) - 1

Row = NDArray[np.float32]


class Probabilities:
    """Log-probabilities of rows of one vocabulary, in a buffer that is used again."""

    def __init__(self, vocabulary: int) -> None:
        self._buffer = np.empty(vocabulary, dtype=np.float32)

    def normalizer(self, row: Row) -> float:
        """The logarithm of the sum of exponentials: a logit minus this is a natural log-probability."""
        top = float(row.max())
        np.subtract(row, np.float32(top), out=self._buffer)
        np.exp(self._buffer, out=self._buffer)
        return top + float(np.log(self._buffer.sum(dtype=np.float64)))

    def describe(self, row: Row, token: int, alternatives: int) -> TokenLogprob:
        """A token's log-probability with the likeliest tokens, best first."""
        normalizer = self.normalizer(row)
        best = _largest(row, min(alternatives, len(row)))
        return TokenLogprob(
            token,
            float(row[token]) - normalizer,
            tuple((int(token), float(row[token]) - normalizer) for token in best),
        )


class Sampler:
    """Chooses tokens for one request.

    Temperature first, then `min_p` (relative to the likeliest token; Nguyen et al. 2024, arXiv 2407.01082), then
    `top_p` (the smallest set of likeliest tokens that holds this much; Holtzman et al. 2019, arXiv 1904.09751).
    """

    def __init__(self, request: Request) -> None:
        if not (request.temperature >= 0 and 0 < request.top_p <= 1 and 0 <= request.min_p <= 1):
            raise ModelError(
                Said(
                    "A request asks for temperature {temperature}, top-p {top_p}, min-p {min_p}.",
                    temperature=request.temperature,
                    top_p=request.top_p,
                    min_p=request.min_p,
                ),
                hint="Temperature is at least 0, top-p above 0 and at most 1, min-p from 0 to 1.",
            )
        self._request = request
        self._random = np.random.Generator(np.random.PCG64(request.seed & _SEED_MASK))

    def choose(self, row: Row) -> int:
        """The next token. Greedy takes the first of equals."""
        likeliest = int(row.argmax())
        top = float(row[likeliest])
        if not np.isfinite(top):
            raise ModelError(
                "The model computed something that is not a number.",
                hint="The file may be damaged, or this build does not support it: try another quantization.",
            )
        if self._request.temperature == 0:
            return likeliest
        weights = row.astype(np.float64)
        weights -= top
        with np.errstate(over="ignore"):  # next to a temperature of 0 all but the likeliest become 0
            weights /= self._request.temperature
        np.exp(weights, out=weights)
        kept = self._kept(weights)
        cumulated = np.cumsum(weights if kept is None else weights[kept])
        place = int(np.searchsorted(cumulated, self._random.random() * cumulated[-1], side="right"))
        place = min(place, len(cumulated) - 1)
        return place if kept is None else int(kept[place])

    def _kept(self, weights: NDArray[np.float64]) -> NDArray[np.intp] | None:
        """Which tokens stay, likeliest first; `None` for all. The likeliest token weighs 1 and always stays."""
        kept: NDArray[np.intp] | None = None
        if self._request.min_p > 0:
            kept = np.flatnonzero(weights >= self._request.min_p)
            kept = kept[np.argsort(-weights[kept], kind="stable")]
        if self._request.top_p < 1:
            kept = _nucleus(weights, kept, self._request.top_p)
        return kept


def _nucleus(weights: NDArray[np.float64], kept: NDArray[np.intp] | None, share: float) -> NDArray[np.intp]:
    """The first tokens that hold `share` of the weight. Looks at few tokens first: a full sort is slow."""
    if kept is not None:
        return _leading(weights, kept, share * float(weights[kept].sum()))
    wanted = share * float(weights.sum())
    look = _FIRST_LOOK
    while look < len(weights):
        best = _largest(weights, look)
        if float(weights[best].sum()) >= wanted:
            return _leading(weights, best, wanted)
        look *= 8
    return _leading(weights, np.argsort(-weights, kind="stable"), wanted)


def _leading(weights: NDArray[np.float64], ordered: NDArray[np.intp], wanted: float) -> NDArray[np.intp]:
    enough = int(np.searchsorted(np.cumsum(weights[ordered]), wanted, side="left"))
    return ordered[: enough + 1]


def _largest(values: NDArray[np.float32] | NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Places of the largest values, largest first, of equals the first ones."""
    if count <= 0:
        return np.empty(0, dtype=np.intp)
    least = np.partition(values, len(values) - count)[len(values) - count]
    places = np.flatnonzero(values >= least)
    return places[np.argsort(-values[places], kind="stable")][:count]
