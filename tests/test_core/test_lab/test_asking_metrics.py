"""Metrics that ask another model, on the real bundled model: what they cost, and that a resumed run asks no more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.control import CancelToken
from core.domain.example import Example, Split
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, ModelSettings, Role, RunSpec
from core.domain.task import AnswerContract, AnswerKind, Task
from core.engine.recorder import Recorder
from core.engine.runner import most_calls
from core.errors import ModelError, RunError
from core.events import BlockScored, decode
from core.lab.bench import Bench
from core.lab.journal import Journal, MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter, OutOfBudget
from core.lab.paired import paired_gain
from core.llm import llama
from core.llm.base import (
    Capabilities,
    ChatMessage,
    ChatModel,
    ModelInfo,
    Observer,
    RenderedPrompt,
    Reply,
    Request,
    ignore,
)
from core.methods.base import as_values
from core.methods.gpo.method import Params
from core.metrics import judge
from core.paths import bundled_model

CLEAR = Prompt("Write the year of the date.")
_ROWS = tuple(Example(i, f"The meeting is on {1 + i % 28} May {1992 + i}.", (f"{1992 + i}",)) for i in range(20))
_CONTRACT = AnswerContract(AnswerKind.TEXT, max_tokens=6, stops=("\n",))


@dataclass
class Counted:
    """A real model that counts what it is asked; after `dies` it fails, as a killed process would."""

    model: ChatModel
    asked: int = 0
    dies: int = 10_000

    @property
    def info(self) -> ModelInfo:
        return self.model.info

    @property
    def capabilities(self) -> Capabilities:
        return self.model.capabilities

    def render(self, messages: Sequence[ChatMessage], *, reasoning_cap: int | None = 0) -> RenderedPrompt:
        return self.model.render(messages)

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        self.asked += len(requests)
        if self.asked > self.dies:
            raise ModelError("gone")
        return self.model.complete(requests, observer=observer, cancel=cancel)


@pytest.fixture(scope="module")
def big() -> Iterator[ChatModel]:
    file = bundled_model()
    assert file is not None
    loaded = llama.load(file, ModelSettings(context=1024, lanes=4, batch=256, threads=1))
    yield loaded
    loaded.close()


@pytest.fixture(scope="module")
def embedder() -> Iterator[ChatModel]:
    file = bundled_model()
    assert file is not None
    loaded = llama.load(file, ModelSettings(context=256, lanes=1, batch=64, threads=1), embed=True)
    yield loaded
    loaded.close()


def _task(metric: str, **options: str | bool) -> Task:
    template = "Input: {{input}}\nOutput:"
    return Task(
        "t",
        _ROWS,
        (),
        metric=metric,
        metric_options=tuple(options.items()),
        contract=_CONTRACT,
        input_template=template,
    )


def _lab(task: Task, models: dict[Role, object], journal: Journal, budget: Budget | None = None) -> Lab:
    spec = RunSpec("t", "", "", (CLEAR,), {}, "gpo", {}, budget=budget or Budget())
    bench = Bench(models, journal, Meter(spec.budget), CancelToken())  # type: ignore[arg-type]
    return Lab(task, spec, bench)


def test_that_a_judge_gives_every_row_a_grade_with_a_reason_and_is_charged(big: ChatModel) -> None:
    journal, judge = MemoryJournal(), Counted(big)
    lab = _lab(_task("judge"), {Role.TASK: big, Role.JUDGE: judge}, journal)
    (scored,) = lab.score([CLEAR], on=Split.TRAIN)
    assert all(verdict.score in {0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1} for verdict in scored.card.verdicts)
    assert sum(bool(verdict.reason) for verdict in scored.card.verdicts) >= 15
    blocks = [event for event in journal.events if isinstance(event, BlockScored)]
    assert sum(block.spent.calls for block in blocks) == len(_ROWS) + judge.asked
    assert len(_ROWS) < judge.asked <= 2 * len(_ROWS)


def test_that_a_resumed_run_does_not_ask_the_judge_again(big: ChatModel, tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    recorder = Recorder(log, lambda _: None)
    dying = Counted(big, dies=33)  # the first block has 16 rows in two orders
    with pytest.raises(ModelError, match="gone"):
        _lab(_task("judge"), {Role.TASK: big, Role.JUDGE: dying}, recorder).score([CLEAR], on=Split.TRAIN)
    recorder.close()
    first = decode(log.read_bytes().splitlines(keepends=True)[-1])
    assert isinstance(first, BlockScored)
    recorder, judge = Recorder(log, lambda _: None), Counted(big)
    (scored,) = _lab(_task("judge"), {Role.TASK: big, Role.JUDGE: judge}, recorder).score([CLEAR], on=Split.TRAIN)
    recorder.close()
    assert judge.asked <= 2 * (len(_ROWS) - 16)
    assert scored.card.verdicts[:16] == first.verdicts
    recorder, silent = Recorder(log, lambda _: None), Counted(big, dies=0)
    (again,) = _lab(_task("judge"), {Role.TASK: big, Role.JUDGE: silent}, recorder).score([CLEAR], on=Split.TRAIN)
    recorder.close()
    assert (again.card, silent.asked) == (scored.card, 0)


@pytest.mark.parametrize("kind", [AnswerKind.TEXT, AnswerKind.SPAN])
@pytest.mark.parametrize("budget", [Budget(calls=100), Budget(tokens=30_000)])
def test_that_no_budget_is_exceeded_by_judging(big: ChatModel, budget: Budget, kind: AnswerKind) -> None:
    journal = MemoryJournal()
    task = replace(_task("judge"), contract=replace(_CONTRACT, kind=kind))
    lab = _lab(task, {Role.TASK: big, Role.JUDGE: big}, journal, budget)
    prompts = [CLEAR, Prompt("Complete the task."), Prompt("Write the month of the date.")]
    with pytest.raises(OutOfBudget):
        lab.score(prompts, on=Split.TRAIN)
    blocks = [event for event in journal.events if isinstance(event, BlockScored)]
    assert blocks
    assert sum(block.spent.calls for block in blocks) <= (budget.calls or 10**9)
    spent = sum(block.spent.prompt_tokens + block.spent.completion_tokens for block in blocks)
    assert spent <= (budget.tokens or 10**9)


def test_that_the_estimate_of_a_run_counts_the_judge() -> None:
    spec = RunSpec("t", "", "", (CLEAR,), {}, "gpo", as_values(Params()))
    plain = most_calls(spec, _task("exact_match"))
    assert most_calls(spec, _task("judge")) == 3 * plain
    assert most_calls(spec, _task("judge", both_orders=False)) == 2 * plain


def test_that_a_question_too_long_for_the_judge_costs_one_verdict(big: ChatModel) -> None:
    long = replace(_ROWS[0], input="word " * 900)
    task = replace(_task("judge"), train=(long, *_ROWS[1:3]), input_template="Input: 5 May 1999.\nOutput:")
    lab = _lab(task, {Role.TASK: big, Role.JUDGE: big}, MemoryJournal())
    (scored,) = lab.score([CLEAR], on=Split.TRAIN)
    assert scored.card.verdicts[0].score == 0
    assert "does not fit into the judge's context" in scored.card.verdicts[0].reason
    assert "does not fit" not in scored.card.verdicts[1].reason


def test_that_a_run_without_the_model_it_needs_is_refused(big: ChatModel) -> None:
    with pytest.raises(RunError, match="needs a model as judge"):
        _lab(_task("judge"), {Role.TASK: big}, MemoryJournal()).score([CLEAR], on=Split.TRAIN)


def test_that_meaning_is_compared_by_the_embedding_model(big: ChatModel, embedder: ChatModel) -> None:
    lab = _lab(_task("embedding"), {Role.TASK: big, Role.EMBEDDER: embedder}, MemoryJournal())
    (scored,) = lab.score([CLEAR], on=Split.TRAIN)
    right = [
        verdict for verdict, row in zip(scored.card.verdicts, _ROWS, strict=True) if verdict.extracted == row.answer
    ]
    assert len(right) >= 15
    assert all(verdict.score == pytest.approx(1, abs=1e-5) for verdict in right)
    others = [verdict for verdict in scored.card.verdicts if verdict not in right]
    assert all(0 <= verdict.score < 1 for verdict in others)


@pytest.mark.parametrize("metric", ["rouge_1", "rouge_2", "rouge_l", "bleu", "chrf", "meteor", "token_f1"])
def test_that_a_graded_gain_is_certified_by_sign_flips_and_no_gain_is_not(metric: str) -> None:

    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa"]
    examples = [Example(i, "q", (" ".join(words[i % 3 : i % 3 + 6]),)) for i in range(120)]
    task = _task(metric)
    before = [judge(" ".join(words[i % 3 : i % 3 + 2 + i % 3]), row, task).score for i, row in enumerate(examples)]
    after = [judge(" ".join(words[i % 3 : i % 3 + 3 + i % 3]), row, task).score for i, row in enumerate(examples)]
    gain = paired_gain(before, after)
    assert "sign-flip" in gain.method
    assert gain.certified
    assert not paired_gain(before, before).certified
    mixed = [after[i] if i % 2 else 2 * before[i] - after[i] for i in range(len(before))]
    assert not paired_gain(before, [min(1.0, max(0.0, score)) for score in mixed]).certified
