"""Training: batches made by a process beside it, steps, checkpoints, and the curve.

A run is determined by its seed, its number of steps and its number of threads. The data come in segments of
`SEGMENT` steps, each from a stream seeded with (seed, segment); a run that goes on in the middle of a segment makes its
batches again and leaves out those it had. So an interrupted run gives what an uninterrupted one gives.
"""

import json
import multiprocessing
import os
import queue
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.queues import Queue
from pathlib import Path
from types import FrameType
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from whet_world.conversation import Group

from whet_train import packing
from whet_train.muon import Optimizer
from whet_train.network import Network, seen
from whet_train.packing import Batch
from whet_train.shape import Shape

Source = Callable[[str, bool], Iterator[Group]]
"""Groups by a seed, and by whether it is the finishing part of a training."""

Losses = Callable[[Tensor, Tensor, Tensor], tuple[Tensor, Tensor]]
SEGMENT = 100
CHOSEN = 4
"""One of how many tokens is followed to a loss."""

WARM_UP = 60
CONSTANT = 0.55
LEAST = 0.02
FINISH = 0.2
"""The rate at which the finishing part begins, as a share of the highest."""

SAVE_EVERY = 180.0
REPORT_EVERY = 20
SMOOTH = 0.97


@dataclass(slots=True)
class Progress:
    """How far a run is: steps done, tokens trained (no padding), seconds, moving mean of the loss on replies."""

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0
    loss: float | None = None


@dataclass(slots=True)
class Run:
    """A network in training."""

    shape: Shape
    steps: int
    finish: int
    network: Network
    optimizer: Optimizer
    progress: Progress = field(default_factory=Progress)

    @classmethod
    def new(cls, shape: Shape, steps: int, seed: int, finish: int = 0) -> "Run":
        """Before the first step. The last `finish` of all steps are the finishing part."""
        torch.manual_seed(seed)
        network = Network(shape)
        optimizer = Optimizer.of(network)
        return cls(shape, steps, finish, network.bfloat16(), optimizer)

    def save(self, file: Path) -> None:
        """Write a checkpoint, which replaces the last one at once."""
        optimizer, progress = self.optimizer, self.progress
        state = {
            "masters": optimizer.masters,
            "momenta": optimizer.momenta,
            "squares": optimizer.squares,
            "progress": (progress.step, progress.tokens, progress.seconds, progress.loss),
        }
        new = file.with_suffix(".new")
        with new.open("wb") as stream:
            torch.save(state, stream)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(file)

    def load(self, file: Path) -> None:
        """Go on from a checkpoint."""
        state: dict[str, Any] = torch.load(file, weights_only=True)
        self.optimizer = Optimizer(state["masters"], state["momenta"], state["squares"])
        self.progress = Progress(*state["progress"])
        with torch.no_grad():
            for name, parameter in self.network.named_parameters():
                parameter.copy_(self.optimizer.masters[name])

    def train(self, batch: Batch, losses: Losses) -> None:
        """One step."""
        progress = self.progress
        planes = torch.from_numpy(batch).long()
        loss, replies = losses(planes, *chosen(planes[packing.WEIGHT], progress.step))
        loss.backward()  # type: ignore[no-untyped-call]
        factor = rate_factor(progress.step, self.steps, self.finish)
        progress.step += 1
        self.optimizer.step(self.network, progress.step, factor)
        progress.tokens += int((batch[packing.GROUP] > 0).sum())
        now = replies.item()
        progress.loss = now if progress.loss is None else SMOOTH * progress.loss + (1 - SMOOTH) * now

    def losses(self, planes: Tensor, places: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
        """The weighted loss to follow, and the loss on tokens of replies, both at some places."""
        token, group, branch, position, target, _ = planes.unbind()
        states = self.network(token, position, seen(group, branch), places)
        targets = target.flatten().index_select(0, places)
        each = functional.cross_entropy(self.network.logits(states).float(), targets, reduction="none")
        replies = (weights == 1).float()
        return (each * weights).sum() / weights.sum(), (each.detach() * replies).sum() / replies.sum()


def chosen(weight: Tensor, step: int) -> tuple[Tensor, Tensor]:
    """Places of all tokens of replies and of some of questions, and weights: the rest is not worth its time.

    Those of questions weigh as much as all of them would.
    """
    weight = weight.flatten()
    noise = torch.rand(len(weight), generator=torch.Generator().manual_seed(step))
    ranks = torch.where(weight == packing.QUESTION, 1 + noise, weight)
    places = ranks.topk(len(weight) // CHOSEN, sorted=False).indices.sort().values
    taken = weight[places]
    questions = taken == packing.QUESTION
    scale = (weight == packing.QUESTION).sum() / questions.sum().clamp(min=1)
    return places, torch.where(questions, scale, 1.0) * taken / packing.REPLY


def rate_factor(step: int, steps: int, finish: int = 0) -> float:
    """Up in a few steps, constant, and down linearly over the last part; then once more a little up, and down."""
    main = steps - finish
    if step >= main:
        return max(LEAST, FINISH * (1 - (step - main) / max(finish, 1)))
    warm = min(1.0, (step + 1) / WARM_UP)
    part = step / main
    return warm if part < CONSTANT else warm * max(LEAST, (1 - part) / (1 - CONSTANT))


def segments(
    source: Source, tokenizer: Tokenizer, shape: Shape, seed: int, step: int, finish_from: int | None = None
) -> Iterator[Batch]:
    """The batches of a run from a step on. Segments from step `finish_from` on are the finishing part."""

    def encode(text: str) -> list[int]:
        return tokenizer.encode(text).ids

    while True:
        segment, done = divmod(step, SEGMENT)
        groups = source(f"{seed} {segment}", finish_from is not None and segment * SEGMENT >= finish_from)
        yield from islice(packing.batches(groups, encode, shape.rows, shape.context), done, SEGMENT)
        step += SEGMENT - done


@contextmanager
def beside(batches: Iterator[Batch]) -> Iterator[Iterator[Batch]]:
    """The same batches, made in a process of their own."""
    context = multiprocessing.get_context("fork")
    channel: Queue[Batch] = context.Queue(8)
    process = context.Process(target=_make, args=(batches, channel), daemon=True)
    process.start()

    def received() -> Iterator[Batch]:
        while True:
            try:
                yield channel.get(timeout=30)
            except queue.Empty:
                if not process.is_alive():
                    raise RuntimeError("the process that makes batches has ended") from None

    try:
        yield received()
    finally:
        process.kill()
        process.join()


def _make(batches: Iterator[Batch], channel: "Queue[Batch]") -> None:
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(5)
    for batch in batches:
        while True:
            try:
                channel.put(batch, timeout=5)
                break
            except queue.Full:
                if os.getppid() != parent:
                    os._exit(1)


def complete(run: Run, batches: Iterator[Batch], folder: Path, losses: Losses) -> None:
    """Train to the last step, or to SIGTERM."""
    file, curve = folder / "checkpoint.pt", folder / "curve.jsonl"
    _cut(curve, run.progress.step)
    before, started = run.progress.seconds, time.monotonic()
    saved = started
    with _stopping() as stopped:
        for batch in batches:
            run.train(batch, losses)
            now = time.monotonic()
            run.progress.seconds = before + now - started
            ended = bool(stopped) or run.progress.step >= run.steps
            if ended or run.progress.step % REPORT_EVERY == 0:
                _report(run, curve)
            if ended or now - saved >= SAVE_EVERY:
                run.save(file)
                saved = time.monotonic()
            if ended:
                break


def _report(run: Run, curve: Path) -> None:
    progress = run.progress
    line = {
        "step": progress.step,
        "tokens": progress.tokens,
        "loss": round(progress.loss or 0.0, 4),
        "seconds": round(progress.seconds, 1),
    }
    with curve.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(line) + "\n")
    print(f"{progress.step}/{run.steps}  {line}", flush=True)


def _cut(curve: Path, step: int) -> None:
    """Take away what an interrupted run had written after its last checkpoint."""
    if curve.exists():
        lines = curve.read_text(encoding="utf-8").splitlines(keepends=True)
        whole = [line for line in lines if line.endswith("\n") and json.loads(line)["step"] <= step]
        curve.write_text("".join(whole), encoding="utf-8")


@contextmanager
def _stopping() -> Iterator[list[int]]:
    """A list that gets the signal that asks to stop."""
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
