"""One search by somebody else's library, or by Whet, on the same rows and model, with what it cost.

A library runs in the Python of an environment that a person made for it (`core.bench.foreign.peers`), and asks a
llama-server. Processor time is that of the server and of whoever asks it, together.
"""

import ast
import json
import resource
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psutil

import core.bench.foreign.peers as driver
from core.bench.llama_server import LlamaServer
from core.domain.example import Example
from core.domain.prompt import Prompt
from core.domain.runspec import Budget, Reading, Role
from core.domain.task import Task
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.profile_writer import ProfileWriter
from core.engine.commands.run import Run
from core.errors import RunError, WhetError
from core.events import Event, OptimizerReplied
from core.lab.scorer import messages
from core.llm.base import ChatMessage, Part
from core.state import RunState, advance
from core.store.workspace import Workspace

TOKENS: Final = 32
"""Of a reply of the task, whoever asks."""

SECONDS: Final = 3600
METHOD: Final = "gpo"
_RESUMES: Final = {
    "gepa": "yes, by run_dir",
    "DSPy GEPA": "yes, by log_dir",
    "promptolution CAPO": "by its experiment CLI",
    "promptolution OPRO": "by its experiment CLI",
    "promptolution EvoPrompt": "by its experiment CLI",
}


@dataclass(frozen=True, slots=True)
class Arm:
    """What a search gave. `asked`: how its best prompt asks each sealed row; empty where it gave none."""

    name: str
    prompt: str = ""
    asked: tuple[tuple[ChatMessage, ...], ...] = ()
    evaluations: int = 0
    requests: int = 0
    cpu: float = 0.0
    seconds: float = 0.0
    broke: str = ""
    resumes: str = "no"
    lines: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """What all get: rows, the prompt to begin with, evaluations, a seed. `sealed` rows are shown without answers."""

    task: Task
    folder: Path
    sealed: Sequence[Example]
    prompt: str
    calls: int
    seed: int

    @property
    def line(self) -> str:
        """What says which answers there are."""
        return self.task.contract.instruction or f"Answer with exactly one of: {', '.join(self.task.contract.labels)}."


def peer(name: str, python: Path, server: LlamaServer, address: str, model: str, terms: Terms) -> Arm | None:
    """A search by a library; nothing where it is not installed."""
    asked = {
        "peer": name,
        "address": address,
        "token": "none",
        "model": model,
        "seed": terms.seed,
        "calls": terms.calls,
        "tokens": TOKENS,
        "prompt": f"{terms.prompt}\n{terms.line}",
        "contract": terms.line,
        "labels": list(terms.task.contract.labels),
        "train": _rows(terms.task.train),
        "validation": _rows(terms.task.validation),
        "sealed": [example.input for example in terms.sealed],
    }
    began, before = time.monotonic(), server.seconds() + _children()
    found = _told(python, asked)
    if "missing" in found:
        return None
    return Arm(
        f"{name} ({found.get('version', '')})" if found.get("version") else name,
        str(found.get("prompt", "")),
        tuple(tuple(ChatMessage(turn["role"], (Part(turn["content"]),)) for turn in turns) for turns in _turns(found)),
        int(found.get("evaluations", 0)),
        int(found.get("requests", 0)),
        server.seconds() + _children() - before,
        time.monotonic() - began,
        str(found.get("error", "")),
        _RESUMES.get(name, "no"),
        str(_lines(name)),
    )


def whet(
    name: str, workspace: Workspace, engine: EngineProcess, model: str, server: LlamaServer | None, terms: Terms
) -> Arm:
    """A search by Whet, on a file or on the server. What trying the machine or the server costs is not counted, as
    starting the server is not. It computes on one thread, as the server does: two that share a core cost more time."""
    models = {Role.TASK: model}
    asked = Prepare(
        str(terms.folder), models, METHOD, seed=terms.seed, budget=Budget(calls=terms.calls),
        seed_prompts=(terms.prompt,), reading=Reading.GENERATED, settings={} if server else {"threads": 1},
    )  # fmt: skip
    broke = ""
    try:
        prepared = engine.ask(asked)
        if prepared.unknown_writer:
            engine.ask(ProfileWriter(prepared.unknown_writer))
            prepared = engine.ask(asked)
    except WhetError as error:
        return Arm(name, broke=str(error)[:300])
    folder = workspace.new_run(prepared.spec)
    process = psutil.Process(engine.pid)
    began, before = time.monotonic(), _used(process) + (server.seconds() if server else 0.0)
    counted = _Counted()
    try:
        for item in engine.do(Run(str(folder.path), str(terms.folder), models)):
            if isinstance(item, Event):
                counted.see(item)
    except WhetError as error:
        broke = str(error)[:300]
    cpu = _used(process) + (server.seconds() if server else 0.0) - before
    best = counted.best or Prompt(terms.prompt)
    calls = counted.state.spend.calls
    return Arm(
        name, best.text, tuple(messages(terms.task, best, example) for example in terms.sealed),
        calls - counted.writing, calls, cpu, time.monotonic() - began, broke, "yes", "2 commands",
    )  # fmt: skip


@dataclass(slots=True)
class _Counted:
    state: RunState = field(default_factory=RunState)
    writing: int = 0

    def see(self, event: Event) -> None:
        advance(self.state, event)
        if isinstance(event, OptimizerReplied):
            self.writing += len(event.replies)

    @property
    def best(self) -> Prompt | None:
        node = self.state.nodes.get(self.state.best)
        return None if node is None else node.candidate.prompt


def _told(python: Path, asked: dict[str, Any]) -> dict[str, Any]:
    """What the library's own process says."""
    command = [str(python), str(Path(driver.__file__))]
    try:
        done = subprocess.run(  # noqa: S603 - the interpreter that the person named
            command, input=json.dumps(asked), capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {"error": f"stopped after {SECONDS} s"}
    except OSError as error:
        raise RunError(f"{python} cannot be run: {error.strerror}.") from error
    try:
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (ValueError, IndexError):
        return {"error": f"ended with {done.returncode}: {' '.join(done.stderr.split())[-200:]}"}
    return found


def _turns(found: dict[str, Any]) -> list[list[dict[str, str]]]:
    turns: list[list[dict[str, str]]] = found.get("messages", [])
    return turns


def _rows(examples: Sequence[Example]) -> list[dict[str, str]]:
    return [{"input": example.input, "answer": example.answer} for example in examples]


def _used(process: psutil.Process) -> float:
    """Processor seconds of a process and of its children, those that ended included."""
    times = process.cpu_times()
    alive = sum(sum(child.cpu_times()[:2]) for child in process.children(recursive=True))
    return float(times.user + times.system + getattr(times, "children_user", 0.0) + alive)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _lines(name: str) -> int:
    """Lines of the driver's part for a library: about what a person writes."""
    wanted = {"gepa": "gepa", "CoolPrompt": "coolprompt"}.get(name, name.split(maxsplit=1)[0].lower())
    tree = ast.parse(Path(driver.__file__).read_text("utf-8"))
    found = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == wanted)
    return (found.end_lineno or found.lineno) - found.lineno - 1
