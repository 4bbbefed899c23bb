"""A tournament: methods with equal budgets on the same tasks, several seeds each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from core.domain.runspec import Budget, FinalRule, ParamValue, RunSpec


class MatchState(StrEnum):
    """How far one run of a tournament is."""

    WAITING = "waiting"
    RUNNING = "running"
    SCORING = "scoring"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entrant:
    """A method with its parameters, under the name of its row in the table. An empty `preset` is the method's first."""

    name: str
    method: str
    preset: str = ""
    params: dict[str, ParamValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """One run of a tournament: `base` is what it shares with all runs on its task."""

    base: RunSpec
    entrant: Entrant
    seed: int

    @property
    def key(self) -> str:
        """Its name within the tournament."""
        return f"{self.base.task}/{self.entrant.name}/{self.seed}"


@dataclass(frozen=True, slots=True)
class Tournament:
    """`bases` hold models, seed prompts and reading, one per task. `runs` are ids of runs by the key of their match.

    Without a `final_rule` every entrant chooses by that of its preset. `budgets` are per run, one per base.
    """

    bases: tuple[RunSpec, ...]
    entrants: tuple[Entrant, ...]
    seeds: tuple[int, ...]
    budgets: tuple[Budget, ...]
    final_rule: FinalRule | None = None
    runs: dict[str, str] = field(default_factory=dict)

    def matches(self) -> Iterator[Match]:
        """Every run, seed by seed, so that a tournament that was stopped has whole rounds to compare."""
        for seed in self.seeds:
            for base in self.bases:
                for entrant in self.entrants:
                    yield Match(base, entrant, seed)

    def budget_of(self, match: Match) -> Budget:
        """What a run may spend."""
        return self.budgets[self.bases.index(match.base)]
