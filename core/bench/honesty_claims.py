"""Simulated runs through the real search, the real final choice and the real certificate, held against the truth."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.bench.simulated import SimulatedOptimizer, SimulatedTaskModel, World
from core.control import CancelToken
from core.domain.candidate import Draft
from core.domain.certificate import PairedGain
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, FinalRule, ModelRef, ParamValue, Reading, Role, RunSpec
from core.domain.scoring import Verdict
from core.engine.runner import search_and_choose
from core.events import FORMAT, FinalChosen, RunStarted
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.scorer import BLOCK, Scorer
from core.llm.base import ChatModel
from core.methods import NAMES, method
from core.methods.base import as_values
from core.report.certificate import certify
from core.report.result import best_seed
from core.state import RunState, fold

OWN = Prompt("the prompt of a person")
FOUND = Prompt("the prompt found")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a certificate says of a gain, and the true gain (0…1)."""

    gain: PairedGain
    true: float

    @property
    def error(self) -> float:
        """Reported less true gain, 0…1."""
        return self.gain.difference - self.true

    @property
    def covered(self) -> bool:
        """Whether the interval contains the true gain."""
        return self.gain.low <= self.true <= self.gain.high


@dataclass(frozen=True, slots=True)
class Style:
    """A way of searching: the recommended method's parameters, and the rule of the final choice."""

    name: str
    rule: FinalRule
    params: dict[str, ParamValue] = field(default_factory=dict)


STYLES = (
    Style("train rows, then validation", FinalRule.VALIDATION),
    Style("validation rows alone", FinalRule.SEARCH_SCORE, {"split": "validation", "rows": 0}),
)
"""Searches as the recommended method's two presets do them: where they score, and how they choose."""


@dataclass(frozen=True, slots=True)
class ClaimedSearch:
    """A simulated search: its claim on sealed rows, and the one on validation rows that nobody should make.

    Both are `None` if it kept the person's own prompt.
    """

    sealed: Claim | None
    peeked: Claim | None


def searched(world: World, style: Style, seed: int) -> ClaimedSearch:
    """Search in a world with the recommended method, and certify what was found."""
    module = method(NAMES[0])
    preset = next(iter(module.PRESETS.values()))
    # The simulated model knows the prompts of its own optimizer only, none that rules make.
    params, search = preset.chosen(module.Params, {"warm_start": False, **style.params})
    spec = replace(_spec(world, seed), params=as_values(params), search=search, final_rule=style.rule)
    model = SimulatedTaskModel(world)
    journal = MemoryJournal()
    models: dict[Role, ChatModel] = {Role.TASK: model, Role.OPTIMIZER: SimulatedOptimizer()}
    bench = Bench(models, journal, Meter(Budget()))
    search_and_choose(Lab(world.task, spec, bench), bench)
    state = fold(journal.events)
    assert state.final is not None, "a search without a limit ends with a choice"
    if state.nodes[state.final.candidate].candidate.is_seed:
        return ClaimedSearch(None, None)
    return ClaimedSearch(_claim(world, model, state, world.test), _claim(world, model, state, world.task.validation))


def compared(world: World) -> Claim:
    """Certify `FOUND` against `OWN` without a search."""
    model = SimulatedTaskModel(world)
    journal = MemoryJournal()
    spec = _spec(world, 0)
    journal.emit(RunStarted(FORMAT, spec))
    lab = Lab(world.task, spec, Bench({Role.TASK: model}, journal, Meter(Budget())))
    own = lab.candidate(OWN)
    found = lab.candidate(Draft(FOUND, (own.id,), "generate"))
    journal.emit(FinalChosen(found.id, FinalRule.SEARCH_SCORE, 0.0))
    return _claim(world, model, fold(journal.events), world.test)


def _spec(world: World, seed: int) -> RunSpec:
    models = {Role.TASK: ModelRef(SimulatedTaskModel.name, "0" * 64)}
    return RunSpec(world.task.name, "", world.task.test_fingerprint, (OWN,), models, NAMES[0], {}, seed=seed)


def _claim(world: World, model: SimulatedTaskModel, state: RunState, rows: Sequence[Example]) -> Claim:
    seed = best_seed(state)
    assert seed is not None, "every run has the person's own prompt"
    own, found = seed.candidate.prompt, state.nodes[state.best].candidate.prompt
    certificate = certify(
        "simulated", state, world.task, rows, _judged(world, model, own, rows), _judged(world, model, found, rows)
    )
    return Claim(certificate.gain, world.true_gain(own, found))


def _judged(world: World, model: SimulatedTaskModel, prompt: Prompt, rows: Sequence[Example]) -> list[Verdict]:
    scorer = Scorer(model, world.task, Reading.GENERATED, CancelToken())
    starts = range(0, len(rows), BLOCK)
    return [verdict for start in starts for verdict in scorer.score(prompt, rows[start : start + BLOCK])[0]]
