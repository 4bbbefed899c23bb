"""Plausible event logs of any size, without a model."""

import random
from collections.abc import Callable, Sequence

import pytest

from core import events as e
from core.domain.candidate import Candidate
from core.domain.example import Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, ModelRef, Role, RunSpec
from core.domain.scoring import Verdict

Fabricate = Callable[..., list[e.Event]]

_PER_ROUND = 5
_SENTENCES = "Read both numbers carefully then reply with the smaller one only. Do not explain. Be exact. Think first."
_WORDS = _SENTENCES.split()


def _spec(text: str) -> RunSpec:
    return RunSpec(
        task="Smaller number",
        task_fingerprint="a" * 64,
        test_fingerprint="b" * 64,
        seed_prompts=(Prompt(text),),
        models={Role.TASK: ModelRef("interim", "c" * 64)},
        method="gpo",
        params={"rounds": 12, "trajectory_size": 7},
        final_rule=FinalRule.SEARCH_SCORE,
        budget=Budget(calls=4000),
        whet="0.1.0",
    )


def _scored(candidate: str, quality: float, rows: int, chance: random.Random) -> list[e.Event]:
    verdicts = tuple(
        Verdict(row, 1.0, "7", extracted="7")
        if chance.random() < quality
        else Verdict(row, 0.0, f"I think <b>{row}</b>", reason="unparsed")
        for row in range(1, rows + 1)
    )
    blocks = [verdicts[start : start + 16] for start in range(0, rows, 16)]
    events: list[e.Event] = [
        e.BlockScored(candidate, Split.TRAIN, number, block, e.Cost(len(block), 60 * len(block), 2 * len(block)))
        for number, block in enumerate(blocks)
    ]
    value = sum(verdict.score for verdict in verdicts) / rows
    low, high = max(0.0, value - 0.12), min(1.0, value + 0.12)
    unparsed = sum(not verdict.parsed for verdict in verdicts)
    return [*events, e.CandidateScored(candidate, Split.TRAIN, value, low, high, rows, unparsed)]


def _fabricate(
    candidates: int = 40, *, rows: int = 48, seed: int = 0, texts: Sequence[str] = (), ending: str = "finished"
) -> list[e.Event]:
    """A run of so many candidates, five a round, some of them merges; `texts` are the first prompts, seed first."""
    chance = random.Random(seed)
    wording = [*texts, *(" ".join(chance.choices(_WORDS, k=12)) for _ in range(candidates))]
    events: list[e.Event] = [e.RunStarted(e.FORMAT, _spec(wording[0]))]
    quality = {"c0": 0.35}
    value: dict[str, float] = {}
    rounds = -(-(candidates - 1) // _PER_ROUND)
    for number in range(candidates):
        name, round_ = f"c{number}", -(-number // _PER_ROUND)
        if number and (number - 1) % _PER_ROUND == 0:
            events.append(e.RoundStarted(round_, rounds))
            events.append(e.OptimizerReplied(round_, "generate", "…", ("…",), e.Cost(1, 400, 80)))
        parents: tuple[str, ...] = ()
        if number:
            leaders = sorted(value, key=lambda known: -value[known])[:3]
            parents = tuple(chance.sample(leaders, 2 if len(leaders) > 1 and chance.random() < 0.25 else 1))
            quality[name] = min(0.92, max(quality[p] for p in parents) + chance.gauss(0.0, 0.09))
        operator = "seed" if not parents else "merge" if len(parents) > 1 else chance.choice(("generate", "edit"))
        events.append(e.CandidateProposed(Candidate(name, Prompt(wording[number]), parents, operator, round_)))
        events += _scored(name, quality[name], rows, chance)
        last = events[-1]
        assert isinstance(last, e.CandidateScored)
        value[name] = last.value
        if number and number % _PER_ROUND == 0:
            events.append(e.RoundEnded(round_, max(value, key=lambda known: value[known])))
    if ending in {"finished", "budget"}:
        best = max(value, key=lambda known: value[known])
        events.append(e.FinalChosen(best, FinalRule.SEARCH_SCORE, value[best]))
    return [*events, e.RunEnded(ending)] if ending else events


@pytest.fixture(scope="session")
def fabricate() -> Fabricate:
    """Make an event log: `fabricate(candidates, rows=…, seed=…, texts=…, ending=…)`."""
    return _fabricate
