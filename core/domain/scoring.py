"""What answers were worth: one verdict per example, one scorecard per prompt and split."""

import math
from dataclasses import dataclass

from core.domain.candidate import Candidate
from core.domain.example import Split


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reply judged. `score` is in 0…1.

    `reason` is empty, or says why nothing could be read ("unparsed", …), or why a judge gave this score.
    """

    row: int
    score: float
    output: str
    extracted: str | None = None
    reason: str = ""

    @property
    def parsed(self) -> bool:
        """Whether an answer of the contract's form was found in the reply."""
        return self.extracted is not None


class Recurring:
    """Keeps one of equal verdicts: a run of hundreds of thousands of calls has few different ones, and holds all."""

    _MOST = 20_000

    def __init__(self) -> None:
        self._known: dict[Verdict, Verdict] = {}

    def __call__(self, verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
        """The same verdicts, those that came before as they were then."""
        if len(self._known) > self._MOST:  # replies of many words hardly ever come again
            self._known.clear()
        return tuple(self._known.setdefault(verdict, verdict) for verdict in verdicts)


UNKNOWN = -math.inf
"""The soft score of a prompt of which none is known: it loses against any other."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A prompt judged on *all* rows that were asked for.

    `value` is the metric over these rows (accuracy, macro-F1, …) in 0…1, and `low`/`high` its 95 % interval.
    `collapsed`: the label that nearly all rows were given although the data has others (`core.lab.collapse`). `soft`:
    the mean log-probability of the right label over these rows, in nats; of what is not compared nothing is known.
    """

    split: Split
    value: float
    low: float
    high: float
    verdicts: tuple[Verdict, ...]
    collapsed: str = ""
    soft: float = UNKNOWN

    @property
    def n(self) -> int:
        """Number of rows."""
        return len(self.verdicts)

    @property
    def unparsed(self) -> int:
        """Number of replies in which no answer was found: they count as wrong."""
        return sum(not verdict.parsed for verdict in self.verdicts)

    @property
    def percent(self) -> float:
        """`value` from 0 to 100, as people and meta-prompts read it."""
        return 100.0 * self.value


@dataclass(frozen=True, slots=True)
class PartialScorecard:
    """A prompt judged on part of the rows because it was dropped early. Never ranked against a full `Scorecard`.

    `reason` and `against`: why, and by whose lead (`core.events.CandidateDropped`).
    """

    split: Split
    upper_bound: float
    verdicts: tuple[Verdict, ...]
    reason: str = "bound"
    against: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its full scorecard: what `Lab.score` gives back."""

    candidate: Candidate
    card: Scorecard

    @property
    def value(self) -> float:
        """The scorecard's value, 0…1."""
        return self.card.value

    @property
    def standing(self) -> tuple[float, bool, float]:
        """For comparing: the value; of equal values one that did not come from a single label for nearly all rows, and
        of these the one that makes the right labels likelier.

        Whoever chooses among scores compares these: a collapsed prompt never wins a tie.
        """
        return self.card.value, not self.card.collapsed, self.card.soft

    @property
    def text(self) -> str:
        """The prompt's text."""
        return self.candidate.prompt.text
