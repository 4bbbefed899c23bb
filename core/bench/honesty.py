"""Are certificates honest? Simulated runs whose truth is known, and real runs on answers that nobody can know.

The task models of the simulated runs are simulated (`core.bench.simulated`); their searches, final choices, tests and
certificates are the product's own. The real runs are the bundled model's (`core.bench.honesty_real`).
"""

import random
import statistics
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from core.bench import honesty_real
from core.bench.honesty_claims import OWN, STYLES, Claim, ClaimedSearch, Style, compared, searched
from core.bench.simulated import SCORE_TYPES, RightOrWrong, ScoreType, World
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.engine.prepare import machine

_SEARCHES, _FULL_SEARCHES = 2_000, 10_000
_TASKS, _FULL_TASKS = 2_000, 10_000
_CONTROLS, _DIFFERING = 400, 240
_REAL, _FULL_REAL = 20, 40
_ROWS = (64, 96, 200)
"""Train, validation and sealed rows of a simulated search."""
_CONTROL_ROWS = (16, 16, 300)
_CONTROL_INDIVIDUAL = 0.0937
"""With true scores of 70 and 80 % this much luck of one's own makes 15 % of the answers change."""
_SPREAD = 0.05
"""Standard deviation of the true scores where candidates differ."""
_TELL_EVERY = 250


@dataclass(frozen=True, slots=True)
class Simulated:
    """All simulated runs: searches without a true gain by style, searches with one, and pairs of prompts."""

    null: dict[str, list[ClaimedSearch]]
    differing: list[ClaimedSearch]
    control: list[Claim]
    pairs: dict[str, list[Claim]]

    @property
    def all_null(self) -> list[ClaimedSearch]:
        """The searches without a true gain."""
        return [search for searches in self.null.values() for search in searches]

    @property
    def claims(self) -> list[Claim]:
        """Every claim on sealed rows."""
        searches = [*self.all_null, *self.differing]
        found = [search.sealed for search in searches if search.sealed is not None]
        return [*found, *self.control, *(claim for claims in self.pairs.values() for claim in claims)]


def bench(options: BenchOptions) -> BenchResult:
    """One row per kind of run, and tables of coverage, of what is reported, and of the real runs."""
    chance = random.Random(options.seed)
    simulated = Simulated(
        {style.name: list(_null(style, chance, options)) for style in STYLES},
        list(_differing(chance, options)),
        [compared(_control(chance)) for _ in range(_CONTROLS)],
        {each.name: list(_pairs(each, chance, options)) for each in SCORE_TYPES},
    )
    real = honesty_real.rows(_FULL_REAL if options.full else _REAL, options)
    settings: dict[str, Cell] = {
        "task models": "simulated, except for the real runs",
        "rows of a search": "/".join(map(str, _ROWS)),
        "seed": options.seed,
    }
    more = {"coverage": _coverage_rows(simulated), "reported less true gain": _error_rows(simulated), "real runs": real}
    return BenchResult("honesty", machine(), settings, _rows(simulated, real), _bars(simulated), more)


def _steps(base: float, gain: float = 0.0) -> Callable[[str], float]:
    """The skill of all prompts where the person's own has the skill `base` and every other one `gain` more."""
    return lambda text: base if text == OWN.text else base + gain


def _null(style: Style, chance: random.Random, options: BenchOptions) -> Iterator[ClaimedSearch]:
    """Searches whose candidates share one true score, of every score type in turn."""
    n = (_FULL_SEARCHES if options.full else _SEARCHES) // len(STYLES)
    for number in range(n):
        base, seed = chance.uniform(0.4, 0.8), chance.randrange(2**31)
        score_type = SCORE_TYPES[number % len(SCORE_TYPES)]
        world = World.of(score_type, _steps(base), individual=0.25, rows=_ROWS, seed=seed)
        yield searched(world, style, seed)
        _tell(options, f"search without a true gain ({style.name})", number, n)


def _differing(chance: random.Random, options: BenchOptions) -> Iterator[ClaimedSearch]:
    """Searches whose candidates' true scores differ by a few points."""
    for number in range(_DIFFERING):
        base, seed = chance.uniform(0.5, 0.7), chance.randrange(2**31)

        def skill(text: str, base: float = base, seed: int = seed) -> float:
            share = (zlib.crc32(f"{seed} {text}".encode()) + 0.5) / 2**32
            return base if text == OWN.text else min(0.98, max(0.02, base + _SPREAD * NormalDist().inv_cdf(share)))

        world = World.of(SCORE_TYPES[number % len(SCORE_TYPES)], skill, individual=0.25, rows=_ROWS, seed=seed)
        yield searched(world, STYLES[0], seed)
        _tell(options, "search among prompts that differ", number, _DIFFERING)


def _control(chance: random.Random) -> World:
    """A pair with a true gain of 10 points, 15 % of the answers changing, on 300 sealed rows."""
    return World.of(
        RightOrWrong(),
        _steps(0.7, 0.1),
        individual=_CONTROL_INDIVIDUAL,
        rows=_CONTROL_ROWS,
        seed=chance.randrange(2**31),
    )


def _pairs(score_type: ScoreType, chance: random.Random, options: BenchOptions) -> Iterator[Claim]:
    """Pairs of prompts on tasks of many kinds: 100 to 300 sealed rows, true gains from -10 to +20 points."""
    n = _FULL_TASKS if options.full else _TASKS
    for number in range(n):
        base, gain = chance.uniform(0.45, 0.75), chance.uniform(-0.1, 0.2)
        world = World.of(
            score_type,
            _steps(base, gain),
            individual=chance.uniform(0.05, 0.4),
            rows=(16, 16, chance.choice((100, 200, 300))),
            seed=chance.randrange(2**31),
        )
        yield compared(world)
        _tell(options, f"interval of {score_type.name} scores", number, n)


def _tell(options: BenchOptions, what: str, number: int, of: int) -> None:
    if (number + 1) % _TELL_EVERY == 0:
        options.say(f"{what}: {number + 1} of {of}")


def upper_limit(hits: int, n: int) -> float:
    """The upper end of the 95 % Clopper-Pearson interval of a share."""
    from scipy import special

    return 1.0 if hits == n else float(special.betaincinv(hits + 1, n - hits, 0.975))


def _certified(claims: Sequence[Claim | None]) -> int:
    return sum(claim is not None and claim.gain.certified for claim in claims)


def _row(what: str, claims: Sequence[Claim | None]) -> dict[str, Cell]:
    hits = _certified(claims)
    return {
        "runs": what,
        "number": len(claims),
        "kept own prompt": sum(claim is None for claim in claims),
        "certified": hits,
        "certified %": round(100 * hits / len(claims), 2),
        "at most %": round(100 * upper_limit(hits, len(claims)), 2),
    }


def _rows(simulated: Simulated, real: Sequence[dict[str, Cell]]) -> list[dict[str, Cell]]:
    rows = [_row(f"no true gain, {name}", [s.sealed for s in found]) for name, found in simulated.null.items()]
    rows += [
        _row(f"the same on validation, {name}", [s.peeked for s in found]) for name, found in simulated.null.items()
    ]
    rows.append(_row("prompts that differ", [search.sealed for search in simulated.differing]))
    rows.append(_row("+10 points, 15 % changing, n = 300", simulated.control))
    hits = sum(row["certified"] is True for row in real)
    rows.append(
        {
            "runs": "real model, permuted labels",
            "number": len(real),
            "kept own prompt": sum(row["certified"] is None for row in real),
            "certified": hits,
            "certified %": round(100 * hits / len(real), 2),
            "at most %": round(100 * upper_limit(hits, len(real)), 2),
        }
    )
    return rows


def _coverage(claims: Sequence[Claim]) -> float:
    return 100 * statistics.fmean(claim.covered for claim in claims)


def _coverage_rows(simulated: Simulated) -> list[dict[str, Cell]]:
    return [
        {
            "scores": name,
            "tasks": len(claims),
            "covered %": round(_coverage(claims), 2),
            "too high %": round(100 * statistics.fmean(claim.gain.low > claim.true for claim in claims), 2),
            "too low %": round(100 * statistics.fmean(claim.gain.high < claim.true for claim in claims), 2),
            "width in points": round(100 * statistics.fmean(claim.gain.high - claim.gain.low for claim in claims), 1),
        }
        for name, claims in simulated.pairs.items()
    ]


def _error_rows(simulated: Simulated) -> list[dict[str, Cell]]:
    """Claims that are certified report a little too much: that they were certified is a choice by their own luck."""
    certified = [claim for claim in simulated.claims if claim.gain.certified]
    peeked = [search.peeked for search in simulated.all_null if search.peeked is not None]
    kinds = {"all": simulated.claims, "certified": certified, "on validation instead": peeked}
    return [
        {
            "claims": name,
            "number": len(claims),
            "mean in points": round(100 * statistics.fmean(claim.error for claim in claims), 3),
        }
        for name, claims in kinds.items()
    ]


def _bars(simulated: Simulated) -> list[BenchBar]:
    null = [search.sealed for search in simulated.all_null]
    peeked = [search.peeked for search in simulated.all_null]
    hits, n = _certified(null), len(null)
    error = 100 * statistics.fmean(claim.error for claim in simulated.claims)
    return [
        BenchBar("certified without a true gain", round(100 * hits / n, 2), "%", 2.5, at_least=False),
        BenchBar("its upper Clopper–Pearson limit", round(100 * upper_limit(hits, n), 2), "%", 4, at_least=False),
        BenchBar("certified with a true gain of 10 points", 100 * _certified(simulated.control) / _CONTROLS, "%", 90),
        BenchBar("certified on validation instead: must break the bar of 4 %", 100 * _certified(peeked) / n, "%", 4),
        *(
            BenchBar(
                f"coverage of {name}, away from 95 %",
                round(abs(_coverage(claims) - 95), 2),
                "points",
                2,
                at_least=False,
            )
            for name, claims in simulated.pairs.items()
        ),
        BenchBar("mean of reported less true gain, either way", round(abs(error), 3), "points", 0.5, at_least=False),
    ]
