"""What can be known before a run: what its sealed rows can show, what it costs, and whether prompts matter here."""

from dataclasses import dataclass

from core.figures import duration

ASSUMED_CHANGING = 0.2
"""Share of the answers that a better prompt changes, where nothing was measured yet."""

SMALL_GAIN = 0.05
"""The gain that most people would like to see (0…1)."""


@dataclass(frozen=True, slots=True)
class Range:
    """From the least to the most."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Spread:
    """A handful of prompts on the same rows, all in 0…1.

    `between`: standard deviation of the prompts' true scores. `noise`: standard error of one prompt's score against
    the others'. `p_value`: of prompts that are all equally good (F test of prompts against rows, two-way without
    repetition). `changing`: share of the rows whose score another prompt changes against the first, the median over
    the others. `best`: the highest score.
    """

    prompts: int
    rows: int
    between: float
    noise: float
    p_value: float
    changing: float
    best: float

    @property
    def headroom(self) -> float:
        """What is missing to a perfect score."""
        return 1.0 - self.best


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A limit that makes a run pointless, and what would do.

    `limit`: “calls” or “tokens” that end before the start prompts are scored, “rounds” for calls that end before the
    second round of the search. The figures include what is kept back for the final choice.
    """

    limit: str
    allowed: int
    needed: int

    @property
    def sentence(self) -> str:
        """What will happen, and what to do."""
        if self.limit == "rounds":
            return (
                f"The limit of {self.allowed:,} calls is too small for two rounds of this method. Allow "
                f"{self.needed:,} calls or more."
            )
        if self.limit == "calls":
            return (
                f"The limit of {self.allowed:,} calls is too small: the run would end before the start prompts are "
                f"scored. Allow {self.needed:,} calls or more."
            )
        return (
            f"The limit of {self.allowed:,} tokens is too small: the run would end before the start prompts are "
            f"scored. Allow {self.needed:,} tokens or more."
        )


@dataclass(frozen=True, slots=True)
class RunEstimate:
    """What a run can show and costs. Gains and shares are in 0…1; `smallest_gain` is `None` if nothing can be shown.

    `changing` is the share of changing answers that the power was computed for. `rows_for_small_gain` are the sealed
    rows that show a gain of 5 points four times in five. `floor` is the score of always giving the commonest label,
    `None` where there are no labels. `tokens` and `seconds` are known after a pre-flight only. `shortfall` is a limit
    that is too small for anything, `None` where all suffice or nobody looked.
    """

    sealed_rows: int
    changing: float
    smallest_gain: float | None
    chance_of_small_gain: float
    rows_for_small_gain: int
    floor: float | None
    calls: Range
    tokens: Range | None = None
    seconds: Range | None = None
    spread: Spread | None = None
    shortfall: Shortfall | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of it, for somebody who is about to start a run."""
        return tuple(filter(None, (self._power, self._floor, self._cost, self._verdict, self.warning)))

    @property
    def hopeless(self) -> bool:
        """Whether the pre-flight says that optimizing will not help: too little is left to gain to be shown."""
        if self.spread is None or self.smallest_gain is None:
            return False
        return self.spread.headroom < self.smallest_gain

    @property
    def warning(self) -> str:
        """What makes the run pointless as it is ordered, in a sentence; empty if nothing does."""
        return self.shortfall.sentence if self.shortfall is not None else ""

    @property
    def _power(self) -> str:
        how = f"if {100 * self.changing:.0f} % of the answers change"
        how += " as in the pre-flight" if self.spread is not None else ""
        if self.smallest_gain is None:
            return f"{self.sealed_rows} sealed rows cannot show any gain {how}."
        return (
            f"{self.sealed_rows} sealed rows show a gain of {100 * self.smallest_gain:.0f} points or more four times "
            f"in five {how}, and one of 5 points with a chance of {100 * self.chance_of_small_gain:.0f} %; for 5 "
            f"points four times in five it takes {self.rows_for_small_gain:,} sealed rows."
        )

    @property
    def _floor(self) -> str:
        if self.floor is None:
            return ""
        return f"Always giving the commonest label scores {100 * self.floor:.0f} %."

    @property
    def _cost(self) -> str:
        parts = [f"{self.calls.least:,.0f} to {self.calls.most:,.0f} calls"]
        if self.tokens is not None:
            parts.append(f"{self.tokens.least:,.0f} to {self.tokens.most:,.0f} tokens")
        if self.seconds is not None:
            parts.append(f"{duration(self.seconds.least)} to {duration(self.seconds.most)}")
        return f"The run takes {', '.join(parts)}."

    @property
    def _verdict(self) -> str:
        spread = self.spread
        if spread is None:
            return ""
        seen = f"{spread.prompts} prompts on {spread.rows} rows"
        if self.hopeless:
            return (
                f"Optimizing will not help here: the best of {seen} scores {100 * spread.best:.0f} %, and the "
                f"{100 * spread.headroom:.0f} points left are fewer than these sealed rows can show."
            )
        if spread.p_value >= SIGNIFICANT:
            return (
                f"The score hardly depends on the prompt: {seen} differ by no more than chance ({_p(spread)}). "
                "Optimizing helps only if it finds something quite different."
            )
        return (
            f"The score depends on the prompt: {seen} differ by {100 * spread.between:.0f} points (standard deviation) "
            f"beyond a noise of {100 * spread.noise:.0f}, and {100 * spread.headroom:.0f} points are left above "
            "the best."
        )


SIGNIFICANT = 0.05
"""What a p-value must stay below."""


def _p(spread: Spread) -> str:
    return f"p = {spread.p_value:.2f}"
