"""Whet and its peers side by side: one model, the same rows, seed prompt, contract and number of evaluations.

`--venv DIR` is an environment with gepa, promptolution, dspy or coolprompt, made by hand; `--server FILE` a
llama-server; `--model FILE` the GGUF (default: the starter); `--suite` tables or tasks with labels (default: the
starter's sample). Without `--full` it is one seed and three peers; `--only` names others. Everybody's best prompt
answers the same sealed rows, greedily, in the form in which its library asks them, and the label that a reply mentions
first is its answer.

Where Whet offers a faster copy of the file on this machine it searches once more by that copy, which is what a person
who takes the offer has; the peers keep to the file that they were given.
"""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import mean
from typing import Final

import msgspec
import numpy as np

from core import paths
from core.bench import llama_server, runs, suites
from core.bench.fast_copy import copied
from core.bench.foreign.peers import PEERS, mentioned
from core.bench.peer_runs import TOKENS, Arm, Terms, peer, whet
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.data import tasks
from core.data.task_file import FILE_NAME, DataSection, dump_task_file, read_task_file
from core.domain.example import Example, Split
from core.domain.runspec import ModelSettings
from core.engine.client import EngineProcess
from core.engine.prepare import machine
from core.errors import RunError, UsageError, near_match
from core.lab.stats import paired_gain, wilson
from core.llm import llama
from core.llm.base import ChatModel, Request

SERVER: Final = "WHET_LLAMA_SERVER"
_CALLS, _FULL_CALLS = 300, 400
_ROWS, _FULL_ROWS = 24, 48
_SEALED, _FULL_SEALED = 100, 200
_FEW: Final = ("gepa", "promptolution CAPO", "DSPy GEPA")
_HERE, _THERE, _COPY = "Whet", "Whet, by the server", "Whet, by the copy that it offers of the file"
_CONTEXT: Final = 2048

Scores = tuple[float, ...]


def bench(options: BenchOptions) -> BenchResult:
    """One row per task, seed and arm."""
    model = options.model or paths.starter_model()
    program = options.server or (Path(os.environ[SERVER]) if SERVER in os.environ else None)
    if model is None or program is None:
        raise UsageError(
            "Peers ask a server.", hint=f"Name a llama-server with --server FILE or {SERVER}, and --model."
        )
    unknown = [name for name in options.only if name not in PEERS]
    if unknown:
        raise UsageError(f"There is no peer “{unknown[0]}”.", hint=near_match(unknown[0], PEERS))
    folders = [task for place in options.suite for task in suites.suite(place)] or [paths.starter_sample()]
    seeds = range(options.seed, options.seed + (3 if options.full else 1))
    rows: list[dict[str, Cell]] = []
    arms: list[tuple[Arm, Scores]] = []
    notes: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as scratch, copied(model, options.say) as (copy, _):
        for folder in folders:
            place = _small(folder, Path(scratch) / folder.name, full=options.full)
            for seed in seeds:
                terms = _terms(place, _FULL_CALLS if options.full else _CALLS, seed)
                for arm, replies in _held(terms, model, copy, program, options, notes):
                    scores = _scores(replies, terms)
                    arms.append((arm, scores))
                    rows.append(_row(terms, arm, scores, replies))
                    options.say(", ".join(f"{key}: {value}" for key, value in rows[-1].items() if key != "best prompt"))
    settings: dict[str, Cell] = {
        "model": model.stem,
        "evaluations wanted": _FULL_CALLS if options.full else _CALLS,
        "tokens of a reply": TOKENS,
        "left out": ", ".join(sorted(notes)) or "nobody",
    }
    return BenchResult("peers", machine(), settings, rows, _bars(arms))


def _held(
    terms: Terms, model: Path, copy: Path | None, program: Path, options: BenchOptions, notes: set[str]
) -> Iterator[tuple[Arm, list[str]]]:
    """Every arm with its best prompt's replies to the sealed rows; one search at a time."""
    with (
        closing(_loaded(model)) as asked,
        llama_server.running(program, model, (), _CONTEXT) as server,
        runs.scratch() as workspace,
        EngineProcess() as engine,
    ):
        arm = whet(_HERE, workspace, engine, str(model), None, terms)
        yield arm, _replies(asked, arm)
        if copy is not None:
            arm = whet(_COPY, workspace, engine, str(copy), None, terms)
            with closing(_loaded(copy)) as fast:
                yield arm, _replies(fast, arm)
        for name in options.only or (PEERS if options.full else _FEW):
            if options.venv is None:
                notes.add(f"{name}: no --venv")
                continue
            found = peer(name, _python(options.venv), server, server.address, model.stem, terms)
            if found is None:
                notes.add(f"{name}: not installed")
                continue
            yield found, _replies(asked, found)
        arm = whet(_THERE, workspace, engine, server.address, server, terms)
        yield arm, _replies(asked, arm)


def _loaded(file: Path) -> ChatModel:
    return llama.load(file, ModelSettings(context=_CONTEXT, lanes=8, threads=1))


def _replies(model: ChatModel, arm: Arm) -> list[str]:
    return [reply.text for reply in model.complete([Request(turns, TOKENS, group="sealed") for turns in arm.asked])]


def _scores(replies: Sequence[str], terms: Terms) -> Scores:
    labels = list(terms.task.contract.labels)
    each = zip(replies, terms.sealed, strict=False)
    return tuple(float(mentioned(reply, labels) == example.answer) for reply, example in each)


def _row(terms: Terms, arm: Arm, scores: Scores, replies: Sequence[str]) -> dict[str, Cell]:
    labels = list(terms.task.contract.labels)
    right = wilson(sum(scores), len(scores)) if scores else None
    unread = sum(not mentioned(reply, labels) for reply in replies)
    return {
        "task": terms.task.name,
        "seed": terms.seed,
        "who": arm.name,
        "sealed %": round(100 * mean(scores), 1) if scores else "",
        "low": round(100 * right.low, 1) if right else "",
        "high": round(100 * right.high, 1) if right else "",
        "without a label %": round(100 * unread / len(replies), 1) if replies else "",
        "evaluations": arm.evaluations,
        "requests": arm.requests,
        "CPU s": round(arm.cpu, 1),
        "CPU ms per evaluation": round(1000 * arm.cpu / arm.evaluations) if arm.evaluations else "",
        "seconds": round(arm.seconds),
        "broke": arm.broke,
        "resumable": arm.resumes,
        "lines": arm.lines,
        "best prompt": arm.prompt,
    }


def _bars(arms: Sequence[tuple[Arm, Scores]]) -> list[BenchBar]:
    """Whet in this process against the cheapest peer, and against the best one on all sealed rows together."""
    mine = [(arm, scores) for arm, scores in arms if arm.name == _HERE and scores]
    copies = [(arm, scores) for arm, scores in arms if arm.name == _COPY and scores]
    peers: dict[str, list[tuple[Arm, Scores]]] = {}
    for arm, scores in arms:
        if arm.name not in {_HERE, _THERE, _COPY} and scores:
            peers.setdefault(arm.name, []).append((arm, scores))
    whole = {name: each for name, each in peers.items() if len(each) == len(mine)}
    if not mine or not whole:
        return []
    best = max(whole, key=lambda name: mean(np.concatenate([scores for _, scores in whole[name]])))
    gain = paired_gain(
        [score for _, scores in whole[best] for score in scores], [score for _, scores in mine for score in scores]
    )
    cheapest = min(map(_cost, whole.values()))
    ways = {"the same file": mine, "by the copy that Whet offers of it": copies}
    return [
        *(BenchBar(f"processor time of an evaluation, of the cheapest peer's, {way}", round(_cost(arms) / cheapest, 2),
            "×", 0.33, at_least=False) for way, arms in ways.items() if arms),
        BenchBar(f"sealed score over the best peer's ({best}), lower end", round(100 * gain.low, 1), "points", -2),
    ]  # fmt: skip


def _cost(arms: Sequence[tuple[Arm, Scores]]) -> float:
    """Processor seconds of an evaluation, all in."""
    return sum(arm.cpu for arm, _ in arms) / max(1, sum(arm.evaluations for arm, _ in arms))


def _terms(folder: Path, calls: int, seed: int) -> Terms:
    task = tasks.load_task(folder)
    return Terms(task, folder, tasks.open_sealed_test(folder), suites.SEED_PROMPT, calls, seed)


def _small(folder: Path, place: Path, *, full: bool) -> Path:
    """The task with so few rows that a validation set can be scored several times within the evaluations."""
    task = tasks.load_task(folder)
    if not task.contract.labels:
        raise RunError(f"“{task.name}” has no labels; peers are compared on label tasks.")
    rows = _FULL_ROWS if full else _ROWS
    parts: dict[Split, Sequence[Example]] = {
        Split.TRAIN: task.train[:rows],
        Split.VALIDATION: task.validation[:rows],
        Split.TEST: tasks.open_sealed_test(folder)[: _FULL_SEALED if full else _SEALED],
    }
    lines = [
        msgspec.json.encode({"input": example.input, "answer": example.answer, "split": split.value}) + b"\n"
        for split, examples in parts.items()
        for example in examples
    ]
    place.mkdir(parents=True)
    (place / "data.jsonl").write_bytes(b"".join(lines))
    file = msgspec.structs.replace(read_task_file(folder), data=DataSection(file="data.jsonl", split="split"))
    (place / FILE_NAME).write_bytes(dump_task_file(file))
    return place


def _python(venv: Path) -> Path:
    """The interpreter of an environment. Raises `UsageError` if it has none."""
    for place in (venv / "bin" / "python", venv / "Scripts" / "python.exe"):
        if place.is_file():
            return place
    raise UsageError(f"{venv} is no environment with a Python.", hint="Make one: python3 -m venv DIR")
