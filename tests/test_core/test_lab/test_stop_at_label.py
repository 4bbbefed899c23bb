"""Replies of label tasks that end at their label: the same answers from fewer tokens, and never by accident."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core import events as e
from core import paths
from core.bench.scripted import SimulatedModel
from core.control import CancelToken
from core.data.tasks import load_task
from core.domain.prompt import Prompt
from core.domain.runspec import FinalRule, ModelRef, Reading, Role, RunSpec
from core.domain.task import Task
from core.lab.bench import Bench
from core.lab.journal import MemoryJournal
from core.lab.lab import Lab
from core.lab.meter import Meter
from core.lab.scorer import Scorer
from core.llm.base import ChatModel, FinishReason, Observer, Reply, Request, ignore, user
from core.metrics import LabelDecided

PROMPT = Prompt("Choose the team for this customer message: billing, delivery, returns, technical, account or general.")
SAID = "It is about billing. More words follow here and then some more"


def topics() -> Task:
    """The sample task with labels, its replies not ended by line breaks."""
    task = load_task(next(folder for folder in paths.sample_tasks() if folder.name == "ticket-topic"))
    return replace(task, contract=replace(task.contract, max_tokens=24, stops=()), train=task.train[:32])


@dataclass(slots=True)
class Recording(SimulatedModel):
    """Remembers what it was asked, whole."""

    requests: list[Request] = field(default_factory=list)

    def complete(
        self, requests: Sequence[Request], *, observer: Observer = ignore, cancel: CancelToken | None = None
    ) -> list[Reply]:
        self.requests += requests
        return super(Recording, self).complete(requests, observer=observer, cancel=cancel)


def test_that_a_reply_that_would_go_on_is_ended_where_its_label_is_decided(model: ChatModel) -> None:
    contract = topics().contract
    held = Request(user("What is it about?"), len(SAID), grammar=f'root ::= "{SAID}"', group="held")
    (whole,) = model.complete([held])
    (ended,) = model.complete([replace(held, ending=LabelDecided(contract), group="ended")])
    assert whole.text == SAID
    assert ended.text.strip().startswith("It is about billing. More"[: len(ended.text.strip())])
    assert ended.text.rstrip().endswith(("billing.", "billing. M", "billing. More"))
    assert ended.usage.completion_tokens < whole.usage.completion_tokens
    assert ended.finish_reason is FinishReason.STOP


def test_that_replies_that_end_by_themselves_are_the_same(model: ChatModel) -> None:
    task = topics()
    whole = Scorer(model, task, Reading.GENERATED, CancelToken())
    plain, ended = (replace(whole, stop_at_label=stop).score(PROMPT, task.train[:16]) for stop in (False, True))
    labels = [verdict.extracted for verdict in plain[0]]
    assert sum(label is not None for label in labels) >= 12
    assert [verdict.extracted for verdict in ended[0]] == labels
    assert ended[1].completion_tokens <= plain[1].completion_tokens


def test_that_answers_that_are_no_labels_are_never_ended(model: ChatModel, task: Task) -> None:
    scorer = Scorer(model, task, Reading.GENERATED, CancelToken(), stop_at_label=True)
    assert all(request.ending is None for request in scorer.requests(PROMPT, task.train[:4]))


def test_that_a_run_ends_replies_only_if_its_spec_says_so_and_an_old_one_says_nothing() -> None:
    task = topics()
    plain = RunSpec("t", "", "", (PROMPT,), {Role.TASK: ModelRef("m", "")}, "gpo", {}, FinalRule.VALIDATION)
    assert b"stop_at_label" not in e.encode(e.RunStarted(e.FORMAT, plain))
    assert b"label_bias" not in e.encode(e.RunStarted(e.FORMAT, plain))
    for spec in (plain, replace(plain, stop_at_label=True)):
        model = Recording(lambda request: "billing")
        Lab(task, spec, Bench({Role.TASK: model}, MemoryJournal(), Meter(spec.budget))).score([PROMPT], rows=16)
        assert all((request.ending is not None) == spec.stops_at_label for request in model.requests)
        assert e.decode(e.encode(e.RunStarted(e.FORMAT, spec))) == e.RunStarted(e.FORMAT, spec)
