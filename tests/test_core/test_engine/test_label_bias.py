"""Label bias after the final choice: learned on train rows, kept on validation rows, within the budget, replayed."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import UNSET, structs

from core import paths
from core.bench.scripted import SimulatedModel, conversation
from core.control import CancelToken
from core.domain.example import Example
from core.domain.prompt import Demonstration, Prompt
from core.domain.runspec import Budget, FinalRule, Racing, Reading, Role, RunSpec
from core.domain.search import SearchSettings
from core.domain.task import AnswerContract, AnswerKind, Task
from core.domain.tournament import Entrant, Match, Tournament
from core.engine.commands.prepare import Prepare
from core.engine.label_bias import bias_calls
from core.engine.prepare import prepare
from core.engine.recorder import Recorder
from core.engine.runner import most_calls, reserved_calls, run
from core.engine.tournament import spec_of as match_spec
from core.events import AnswersWeighed, BiasFitted, BlockScored, Event, FinalChosen, RunEnded
from core.lab.bench import Bench
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.questions import Questions
from core.llm.base import Capabilities, ChoiceRequest, ChoiceScores, Observer, Request, Usage, ignore
from core.methods import method
from core.methods.base import as_values, make_params
from core.report.bias import bias_words
from core.report.result import summarize
from core.state import RunState, fold

SEED = Prompt("What is this?")
LABELS = ("good", "bad")


class Leaning(SimulatedModel):
    """Writes “good” for every row. What it finds likelier leans to “good” by so much that only an offset shows what it
    knows: for rows of each kind the other label is farther behind or less far."""

    __slots__ = ()

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities()

    def score_choices(
        self, requests: Sequence[ChoiceRequest], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[ChoiceScores]:
        self.began()
        self.calls += len(requests)
        return [self._scores(request) for request in requests]

    def _scores(self, request: ChoiceRequest) -> ChoiceScores:
        row = conversation(request).split()[-1]
        noise = hashlib.sha256(row.encode()).digest()[0] / 256
        lead = 1.0 + noise if row.startswith("bad") else 3.0 + noise
        return ChoiceScores((-0.1, -0.1 - lead), (1, 1), Usage(len(conversation(request).split()), 0, 0))


class Torn(Leaning):
    """Of the reworded prompts every second makes it know all and lean (0.75 alone), the others make it guess (0.78
    alone); the person's own tells it nothing."""

    __slots__ = ()

    def _scores(self, request: ChoiceRequest) -> ChoiceScores:
        words = conversation(request).split()
        if "closely" not in words:
            return ChoiceScores((-0.1, -2.1), (1, 1), Usage(len(words), 0, 0))
        if int(words[words.index("closely") + 1]) % 2:
            scores = super()._scores(request)
            return replace(scores, logprobs=(scores.logprobs[0] - 1.5, scores.logprobs[1]))
        row = hashlib.sha256(words[-1].encode()).digest()[0]
        good = words[-1].startswith("good") is (row % 4 > 0)
        return ChoiceScores((-0.1, -2.1) if good else (-2.1, -0.1), (1, 1), Usage(len(words), 0, 0))


def knows(request: Request) -> str:
    """A model that needs no bias: it writes the right label."""
    return conversation(request).split()[-1].rstrip("0123456789")


def always_good(request: Request) -> str:
    del request
    return "good"


def moods(rows: int = 64) -> Task:
    def examples(first: int) -> tuple[Example, ...]:
        return tuple(
            Example(i, f"{LABELS[i % 2]}{i}", (LABELS[i % 2],)) for i in range(first, first + rows)
        )  # the scripted model reads the row's name

    contract = AnswerContract(AnswerKind.LABEL, LABELS, max_tokens=2)
    return Task("moods", examples(0), examples(rows), (SEED,), contract=contract)


def spec_of(task: Task, *, budget: Budget | None = None, bias: bool = True) -> RunSpec:
    module = method("paraphrase")
    params = as_values(make_params(module.Params, {"rounds": 1}))
    spec = RunSpec(task.name, "", "", task.seed_prompts, {}, "paraphrase", params, budget=budget or Budget())
    return replace(spec, label_bias=True) if bias else spec


def run_it(
    log: Path, spec: RunSpec, task: Task, answers: object = always_good, kind: type[Leaning] = Leaning
) -> tuple[RunEnded, RunState, Meter, Leaning]:
    events: list[Event] = []
    recorder = Recorder(log, events.append)
    model = kind(answers)  # type: ignore[arg-type]
    words = "<new_prompt>\n{}\n</new_prompt>" if kind is Torn else "{}"  # untagged, it is refused
    optimizer = SimulatedModel(lambda request: words.format(f"look at it closely {request.seed % 7}"))
    bias = bias_calls(spec, task)
    reserve = reserved_calls(spec.final_rule, len(task.validation), 1, spec.budget.calls, bias=bias)
    meter = Meter(spec.budget, reserved_calls=reserve)
    try:
        bench = Bench({Role.TASK: model, Role.OPTIMIZER: optimizer}, recorder, meter)
        ended = run(Lab(task, spec, bench), bench, recorder)
    finally:
        recorder.close()
    return ended, fold(events), meter, model


def test_that_a_bias_is_learned_where_the_model_leans_and_kept_because_it_is_better(tmp_path: Path) -> None:
    task = moods()
    ended, state, _, _ = run_it(tmp_path / "log", spec_of(task), task)
    assert ended.outcome == "finished"
    fitted = state.bias
    assert fitted is not None
    assert fitted.value > 0.95 > 0.55 > fitted.alone
    assert fitted.compared == 0.5, "comparing labels without offsets leans as well"
    assert fitted.bias.offsets[0] < fitted.bias.offsets[1], "what it leans to is made less likely"
    assert (fitted.learned_on, fitted.n) == (64, 64)
    assert sum(each.kept for each in state.biases.values()) == 1


def test_that_another_prompt_of_the_choice_is_kept_with_its_bias_where_that_is_best_and_costs_no_call(
    tmp_path: Path,
) -> None:
    task = moods()
    plain = SearchSettings(warm_start=False, stop_early=False)
    spec = replace(spec_of(task), reading=Reading.CHOICES, racing=Racing.EXACT, search=plain)
    _, state, meter, _ = run_it(tmp_path / "log", spec, task, kind=Torn)
    _, _, without, _ = run_it(tmp_path / "off", replace(spec, label_bias=UNSET), task, kind=Torn)
    assert state.final is not None
    assert state.bias is not None
    assert state.bias.candidate not in {state.final.candidate, *(node.candidate.id for node in state.seeds)}
    assert state.bias.value > 0.95
    assert state.biases[state.final.candidate].value < 0.9
    assert f"candidate {state.bias.candidate} scores {100 * state.bias.value:.1f} %" in bias_words(state)
    learned_on = state.biases[state.final.candidate].learned_on
    assert meter.calls - without.calls == learned_on - spec.settings.rows == bias_calls(spec, task), "the rest is free"


def test_that_the_prompt_alone_and_the_prompt_with_bias_stand_side_by_side_in_the_result(tmp_path: Path) -> None:
    task = moods()
    _, state, _, _ = run_it(tmp_path / "log", spec_of(task), task)
    result = summarize("run", state, 1.0)
    assert result.best is not None
    found = result.best.with_bias
    assert found is not None
    assert found.kept
    assert result.best.validation == 0.5
    assert found.validation > 0.95
    assert set(found.bias) == set(LABELS)
    assert found.test is None


def test_that_a_bias_that_makes_nothing_better_is_shown_and_not_kept(tmp_path: Path) -> None:
    task = moods()
    _, state, _, _ = run_it(tmp_path / "log", spec_of(task), task, knows)
    assert state.final is not None
    assert state.final.value == 1.0
    assert state.bias is None
    assert state.biases
    found = summarize("run", state, 1.0).best
    assert found is not None
    assert found.with_bias is not None
    assert not found.with_bias.kept


def test_that_nothing_is_learned_unless_the_run_says_so_and_where_answers_are_no_labels(tmp_path: Path) -> None:
    task = moods()
    assert run_it(tmp_path / "off", spec_of(task, bias=False), task)[1].biases == {}
    text = replace(task, contract=replace(task.contract, kind=AnswerKind.TEXT, labels=()))
    assert bias_calls(spec_of(text), text) == 0
    assert run_it(tmp_path / "text", spec_of(text), text)[1].biases == {}


@pytest.mark.parametrize("calls", [70, 130, 200, 260, 400])
def test_that_the_budget_holds_and_a_small_one_leaves_the_bias_out(tmp_path: Path, calls: int) -> None:
    task = moods()
    spec = spec_of(task, budget=Budget(calls=calls))
    ended, state, meter, _ = run_it(tmp_path / "log", spec, task)
    assert meter.calls <= calls
    if ended.outcome != "failed":
        assert all(each.learned_on >= 32 and each.n >= 32 for each in state.biases.values())
        assert bool(state.biases) == (calls >= 200)


def test_that_nothing_is_learned_from_rows_that_the_prompt_shows(tmp_path: Path) -> None:
    task = moods()
    shown = tuple(Demonstration(row.input, row.answer) for row in task.train[:3])
    task = replace(task, seed_prompts=(replace(SEED, demonstrations=shown),))
    _, state, _, _ = run_it(tmp_path / "log", spec_of(task), task)
    assert state.biases["c0"].learned_on == len(task.train) - 3


def test_that_a_run_costs_no_more_than_is_said_before_it(tmp_path: Path) -> None:
    task = moods()
    spec = spec_of(task)
    _, _, meter, _ = run_it(tmp_path / "log", spec, task)
    assert meter.calls <= most_calls(spec, task)
    assert bias_calls(spec, task) == 2 * (64 + 64)


def test_that_a_run_that_was_cut_off_while_it_learned_goes_on_to_the_same_bits(tmp_path: Path) -> None:
    task, log = moods(), tmp_path / "log"
    spec = spec_of(task)
    run_it(log, spec, task)
    whole = log.read_bytes()
    lines = whole.splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if FinalChosen.__name__.encode() in line)
    for cut in range(first, len(lines)):
        log.write_bytes(b"".join(lines[:cut]))
        run_it(log, spec, task)
        assert log.read_bytes() == whole
    log.write_bytes(whole)
    *_, model = run_it(log, spec, task)
    assert model.calls == 0
    assert BiasFitted.__name__.encode() in whole


def test_that_a_run_that_chooses_by_the_score_of_the_search_can_learn_one_too(tmp_path: Path) -> None:
    task = moods()
    spec = replace(spec_of(task), final_rule=FinalRule.SEARCH_SCORE)
    _, state, meter, _ = run_it(tmp_path / "log", spec, task)
    assert state.bias is not None
    assert meter.calls <= most_calls(spec, task)


def test_that_a_tournament_learns_none_out_of_the_budgets_of_its_entrants() -> None:
    base = replace(spec_of(moods()), stop_at_label=True)
    entrant = Entrant("paraphrase", "paraphrase")
    tournament = Tournament((base,), (entrant,), (0,), (Budget(calls=100),))
    spec = match_spec(Match(base, entrant, 0), tournament)
    assert not spec.learns_label_bias
    assert spec.stops_at_label


@pytest.mark.parametrize(
    ("sample", "preset", "expected"),
    [
        ("ticket-topic", "hardened", (True, True)),
        ("ticket-topic", "faithful", (False, False)),
        ("iso-date", "hardened", (False, False)),
    ],
)
def test_that_hardened_presets_read_labels_where_there_are_some(
    sample: str, preset: str, expected: tuple[bool, bool]
) -> None:
    task = next(folder for folder in paths.sample_tasks() if folder.name == sample)
    model = str(paths.bundled_model())
    settings = {"context": 512, "lanes": 4, "batch": 128, "threads": 1}
    written = Reading.GENERATED
    command = Prepare(str(task), {Role.TASK: model}, "paraphrase", preset, settings=settings, reading=written)
    spec = prepare(command, lambda phase, part: None, CancelToken()).spec
    assert (spec.stops_at_label, spec.learns_label_bias) == expected
    if any(expected):
        asked = structs.replace(command, stop_at_label=False, label_bias=False)
        spec = prepare(asked, lambda phase, part: None, CancelToken()).spec
        assert (spec.stop_at_label, spec.label_bias) == (UNSET, UNSET)
        compared = structs.replace(command, reading=Reading.CHOICES)
        spec = prepare(compared, lambda phase, part: None, CancelToken()).spec
        assert (spec.stops_at_label, spec.learns_label_bias) == (False, True), "nothing is written that could be ended"


def test_that_a_log_of_a_version_that_did_not_weigh_its_blocks_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier version is this one with its weighing of blocks switched off: its log has no other events."""
    task, log = moods(), tmp_path / "log"
    plain = SearchSettings(warm_start=False)
    spec = replace(spec_of(task), reading=Reading.CHOICES, racing=Racing.EXACT, search=plain)
    with monkeypatch.context() as earlier:
        earlier.setattr(Questions, "compares_labels", property(lambda self: False))
        run_it(log, spec, task)
    lines = log.read_bytes().splitlines(keepends=True)
    blocks = [place for place, line in enumerate(lines) if BlockScored.__name__.encode() in line]
    kept = b"".join(lines[: blocks[len(blocks) // 2] + 1])
    assert AnswersWeighed.__name__.encode() not in kept
    log.write_bytes(kept)
    ended, state, _, _ = run_it(log, spec, task)
    assert ended.outcome == "finished"
    assert log.read_bytes().startswith(kept), "what it holds stays"
    assert AnswersWeighed.__name__.encode() in log.read_bytes()
    assert state.final is not None
