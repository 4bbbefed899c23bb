"""What can be known before a run: what its sealed rows can show, what it costs, and whether prompts matter here."""

from dataclasses import dataclass

from core.figures import duration
from core.said import Said, listed

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
            return Said(
                "The limit of {allowed} calls is too small for two rounds of this method. Allow "
                "{needed} calls or more.",
                allowed=f"{self.allowed:,}",
                needed=f"{self.needed:,}",
            )
        if self.limit == "calls":
            return Said(
                "The limit of {allowed} calls is too small: the run would end before the start prompts "
                "are scored. Allow {needed} calls or more.",
                allowed=f"{self.allowed:,}",
                needed=f"{self.needed:,}",
            )
        return Said(
            "The limit of {allowed} tokens is too small: the run would end before the start prompts "
            "are scored. Allow {needed} tokens or more.",
            allowed=f"{self.allowed:,}",
            needed=f"{self.needed:,}",
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
        how = Said(
            "if {changing} % of the answers change as in the pre-flight"
            if self.spread is not None
            else "if {changing} % of the answers change",
            changing=f"{100 * self.changing:.0f}",
        )
        if self.smallest_gain is None:
            return Said("{sealed_rows} sealed rows cannot show any gain {how}.", sealed_rows=self.sealed_rows, how=how)
        return Said(
            "{sealed_rows} sealed rows show a gain of {smallest_gain} points or more four times in "
            "five {how}, and one of 5 points with a chance of {chance_of_small_gain} %; for 5 points "
            "four times in five it takes {rows_for_small_gain} sealed rows.",
            sealed_rows=self.sealed_rows,
            smallest_gain=f"{100 * self.smallest_gain:.0f}",
            how=how,
            chance_of_small_gain=f"{100 * self.chance_of_small_gain:.0f}",
            rows_for_small_gain=f"{self.rows_for_small_gain:,}",
        )

    @property
    def _floor(self) -> str:
        if self.floor is None:
            return ""
        return Said("Always giving the commonest label scores {floor} %.", floor=f"{100 * self.floor:.0f}")

    @property
    def _cost(self) -> str:
        parts: list[str] = [
            Said("{least} to {most} calls", least=f"{self.calls.least:,.0f}", most=f"{self.calls.most:,.0f}")
        ]
        if self.tokens is not None:
            parts.append(
                Said("{least} to {most} tokens", least=f"{self.tokens.least:,.0f}", most=f"{self.tokens.most:,.0f}")
            )
        if self.seconds is not None:
            parts.append(
                Said(
                    "{least} to {most}",
                    least=duration(self.seconds.least),
                    most=duration(self.seconds.most),
                )
            )
        return Said("The run takes {parts}.", parts=listed(parts))

    @property
    def _verdict(self) -> str:
        spread = self.spread
        if spread is None:
            return ""
        seen = Said("{prompts} prompts on {rows} rows", prompts=spread.prompts, rows=spread.rows)
        if self.hopeless:
            return Said(
                "Optimizing will not help here: the best of {seen} scores {best} %, and the {headroom} "
                "points left are fewer than these sealed rows can show.",
                seen=seen,
                best=f"{100 * spread.best:.0f}",
                headroom=f"{100 * spread.headroom:.0f}",
            )
        if spread.p_value >= SIGNIFICANT:
            return Said(
                "The score hardly depends on the prompt: {seen} differ by no more than chance ({p}). "
                "Optimizing helps only if it finds something quite different.",
                seen=seen,
                p=_p(spread),
            )
        return Said(
            "The score depends on the prompt: {seen} differ by {between} points (standard deviation) "
            "beyond a noise of {noise}, and {headroom} points are left above the best.",
            seen=seen,
            between=f"{100 * spread.between:.0f}",
            noise=f"{100 * spread.noise:.0f}",
            headroom=f"{100 * spread.headroom:.0f}",
        )


SIGNIFICANT = 0.05
"""What a p-value must stay below."""


def _p(spread: Spread) -> str:
    return f"p = {spread.p_value:.2f}"
