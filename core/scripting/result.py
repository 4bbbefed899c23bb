"""What a search came to, as values, with the two things that one does with it: certify it, and take it away."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.control import CancelToken
from core.domain.certificate import Certificate
from core.domain.runspec import Role
from core.engine.client import EngineProcess
from core.engine.commands.certify import Certify
from core.report.curve import score_curve
from core.report.ending import ending_words
from core.report.export import FORMATS, sources, take
from core.report.export import gather as gathered
from core.report.html import write_report
from core.report.outcome import Outcome, outcome
from core.report.result import best_seed
from core.scripting.driving import Driver, OnProgress
from core.scripting.places import Home
from core.state import Node, RunState
from core.store.atomic import write_atomically
from core.store.runs import RunFolder


@dataclass(frozen=True, slots=True)
class TrajectoryStep:
    """A prompt that was scored: after so many calls of the run, on which split, with its 95 % interval. Values are 0…1.

    `best` is the best score on this split until then.
    """

    candidate: str
    prompt: str
    calls: int
    split: str
    score: float
    low: float
    high: float
    best: float


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found. Scores are those of the search, 0…1 and too high for the best of many: `certify` measures.

    `prompt` is the best prompt as a person reads it, its worked examples included, and `own_prompt` the one that the
    search began with; `score` and `own_score` are of the same rows of the split `on`, `None` where a prompt was not
    scored. `gain` is the interval of their difference. `ended` is how the run ended: "finished", "budget", "kept" or
    "cancelled". `why` says in sentences why it ended with this, `notes` what was guessed of the data and the models.
    """

    id: str
    ended: str
    prompt: str
    own_prompt: str
    score: float | None
    own_score: float | None
    gain: tuple[float, float] | None
    on: str
    rows: int
    improved: bool
    trajectory: tuple[TrajectoryStep, ...]
    calls: int
    tokens: int
    seconds: float
    why: tuple[str, ...]
    notes: tuple[str, ...]
    _state: RunState = field(repr=False)
    _home: Home = field(repr=False)
    _task: Path = field(repr=False)
    _models: Mapping[Role, str] = field(repr=False)

    @property
    def folder(self) -> Path:
        """The run's folder. In a temporary workspace it lasts as long as this result."""
        return self._home.folder / "runs" / self.id

    def certify(self, *, progress: OnProgress | None = None, cancel: CancelToken | None = None) -> Certificate:
        """Measure the gain on rows that the search never saw, once: the sealed test opens for this run alone.

        `sentence` says what came out, `certified` if a gain was shown. Raises `WhetError`, with the code `run.sealed`
        where the rows were opened before, and `run` where there is no gain to certify: then the test stays sealed.
        """
        command = Certify(str(self.folder), str(self._task), dict(self._models))
        with self._home.open(), EngineProcess() as engine:
            return Driver(engine, progress, cancel or CancelToken()).ask(command).certificate

    def export(self, file: str | Path | None = None, form: str = FORMATS[0], *, with_bias: bool = False) -> str:
        """The best prompt in a format of `whet export`, read back byte for byte, and written to the file if one is
        named. Raises `UsageError` where the format cannot hold it exactly."""
        run = RunFolder(self.folder)
        at_hand = sources(run.read_spec(), lambda spec: self._task)
        taken = take(gathered(run, self._state, "", at_hand, with_bias=with_bias), form, at_hand.rows)
        if file is not None:
            write_atomically(Path(file), taken.content)
        return taken.content.decode()

    def report(self, file: str | Path | None = None) -> Path:
        """The report of the run, one HTML file; at the place named, else in the run's folder."""
        page = write_report(RunFolder(self.folder))
        if file is None:
            return page
        write_atomically(Path(file), page.read_bytes())
        return Path(file)


def result_of(
    run: RunFolder, state: RunState, home: Home, task: Path, models: Mapping[Role, str], notes: tuple[str, ...]
) -> Result:
    """The result of a run whose log has its ending."""
    found, own = outcome(state), best_seed(state)
    best = state.nodes.get(state.best, own)
    kept, spec = run.read_result(), run.read_spec()
    before, after = _scores(found, own, best)
    return Result(
        id=run.id,
        ended=state.ended.outcome if state.ended is not None else "",
        prompt=best.candidate.prompt.shown if best is not None else spec.seed_prompts[0].shown,
        own_prompt=own.candidate.prompt.shown if own is not None else spec.seed_prompts[0].shown,
        score=after,
        own_score=before,
        gain=(found.low, found.high) if found and found.low is not None and found.high is not None else None,
        on=found.split.value if found is not None else "",
        rows=found.rows if found is not None else 0,
        improved=found is not None and found.improved,
        trajectory=_trajectory(state),
        calls=state.spend.calls,
        tokens=state.spend.tokens,
        seconds=kept.seconds if kept is not None else state.seconds,
        why=ending_words(state),
        notes=notes,
        _state=state,
        _home=home,
        _task=task,
        _models=models,
    )


def _scores(found: Outcome | None, own: Node | None, best: Node | None) -> tuple[float | None, float | None]:
    """Of the person's own prompt and of the best, as far as they are known."""
    if found is not None:
        return found.before, found.after
    cards = [node.card if node is not None else None for node in (own, best)]
    before, after = (card.value if card is not None else None for card in cards)
    return before, after


def _trajectory(state: RunState) -> tuple[TrajectoryStep, ...]:
    curve = score_curve(state)
    return tuple(
        TrajectoryStep(
            point.candidate,
            state.nodes[point.candidate].candidate.prompt.shown,
            point.spent,
            curve.split.value,
            point.value,
            point.low,
            point.high,
            point.best,
        )
        for point in curve.points
    )
