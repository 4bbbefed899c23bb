"""Models on servers: how a pool scales, what the client costs, and that no fault loses or doubles an answer.

The servers are stand-ins (`core.bench.mimic`), those that are timed in processes of their own: what is measured is the
client, and a model would only add noise.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import psutil

from core import paths
from core.bench.mimic import FAULTS, PASSING, ServerManner, mimic, reply_to
from core.bench.serving import serving
from core.bench.table import BenchBar, BenchOptions, BenchResult, Cell
from core.control import Cancelled, CancelToken
from core.domain.runspec import Budget, Role
from core.engine.client import EngineProcess
from core.engine.commands.prepare import Prepare
from core.engine.commands.run import Run
from core.engine.prepare import machine
from core.errors import EngineError, WhetError
from core.llm import remote
from core.llm.base import Reply, Request, user
from core.llm.remote.model import RemoteModel
from core.program import program
from core.store.runs import RunFolder
from core.store.workspace import Workspace, open_workspace

_DELAY: Final = 0.4
"""Seconds of an answer where scaling is measured."""

_LANES: Final = 2
_QUESTIONS: Final = 12
"""Per kind of fault."""

_ASKED: Final = 300
_CALLS: Final = 160
_SERVED: Final = 1000


def bench(options: BenchOptions) -> BenchResult:
    """Bars for scaling, cost, faults, stops, a killed run, and connections as the system sees them."""
    rows: list[dict[str, Cell]] = []
    scaling = _scaling(rows, rounds=24 if options.full else 8)
    options.say(f"four servers: {scaling:.2f} of four times one")
    overhead = _overhead(4 * _ASKED if options.full else _ASKED)
    options.say(f"{overhead:.2f} ms of processor time a request")
    faults = [_faulty(fault) for fault in FAULTS]
    options.say(f"{len(faults)} kinds of faults")
    stop = max(_stop() for _ in range(5))
    options.say(f"stopped within {stop:.2f} s")
    equal, doubled, strangers = _killed(options)
    served = serving(_SERVED, options.model)
    options.say(
        f"served {served.right:.3f} of {_SERVED} requests right on {served.model}, {served.together_ms:.1f} ms each in "
        f"{served.batches} batches, against {served.alone_ms:.1f} one by one"
    )
    lost = sum(int(row["lost"] or 0) + int(row["doubled"] or 0) for row in faults)
    bars = [
        BenchBar("pool_scaling", round(scaling, 3), "of 4 times one", 0.9),
        BenchBar("overhead", round(overhead, 2), "ms of processor time a request", 3.0, at_least=False),
        BenchBar("faults", len(faults), "kinds", 20),
        BenchBar("lost_or_doubled", lost, "answers", 0, at_least=False),
        BenchBar("resume", int(equal), "equal log", 1),
        BenchBar("asked_twice", doubled, "answers beyond those on their way", 0, at_least=False),
        BenchBar("cancel_s", round(stop, 2), "s", 0.3, at_least=False),
        BenchBar("connections", strangers, "to other places", 0, at_least=False),
        BenchBar("serve", round(served.right * _SERVED), f"of {_SERVED} requests right", _SERVED),
        BenchBar("serve_batched", round(served.gain, 2), "times less processor time than one by one", 2.0),
    ]
    settings: dict[str, Cell] = {
        "delay": _DELAY,
        "at a time": _LANES,
        "questions a fault": _QUESTIONS,
        "served": f"{served.model}, {served.tokens:.0f} tokens a reply",
    }
    return BenchResult("servers", machine(), settings, rows, bars, {"faults": faults})


def _questions(count: int) -> list[Request]:
    return [Request(user(f"question {number}"), 8) for number in range(count)]


def _right(replies: Sequence[Reply]) -> int:
    return sum(reply.text == reply_to(f"question {number}") for number, reply in enumerate(replies))


@contextmanager
def _child(delay: float) -> Iterator[str]:
    """A stand-in in a process of its own: its address."""
    with subprocess.Popen(  # noqa: S603 - our own module
        program("core.bench.mimic", str(delay), str(_LANES if delay else 0)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
        assert process.stdin is not None
        process.stdin.close()


@contextmanager
def _asked(*places: str, lanes: int = _LANES) -> Iterator[RemoteModel]:
    """The servers as a model, with so many requests at a time to each."""
    found = [at for place in places for at in remote.addresses(place)]
    first = remote.connect(found[:1])
    known = replace(first.served, parallel=lanes)
    first.close()
    model = remote.connect(found, known=known)
    try:
        yield model
    finally:
        model.close()


def _scaling(rows: list[dict[str, Cell]], rounds: int) -> float:
    """The speed of four servers over four times that of one; each takes a fixed time for an answer, and works on so
    many at a time."""
    speeds: dict[int, float] = {}
    with ExitStack() as stack:
        servers = [stack.enter_context(_child(_DELAY)) for _ in range(4)]
        for count in (1, 2, 4):
            with _asked(*servers[:count]) as model:
                asked = _questions(rounds * _LANES * count)
                tries = [_timed(model, asked) for _ in range(2)]  # a busy machine only ever makes it slower
                speeds[count], replies = max(tries, key=lambda each: each[0])
            share = speeds[count] / (count * speeds[1])
            rows.append(
                {
                    "servers": count,
                    "answers": len(asked),
                    "right": _right(replies),
                    "answers a second": round(speeds[count], 1),
                    "of so many times one": round(share, 3),
                }
            )
    return speeds[4] / (4 * speeds[1])


def _timed(model: RemoteModel, asked: Sequence[Request]) -> tuple[float, list[Reply]]:
    """Answers a second, and the answers."""
    began = time.monotonic()
    replies = model.complete(asked)
    return len(asked) / (time.monotonic() - began), replies


def _overhead(count: int) -> float:
    """Milliseconds of this process's time for a request to a server that answers at once."""
    with _child(0.0) as server, _asked(server, lanes=8) as model:
        model.complete(_questions(32))
        asked = [Request(user(f"another question {number}"), 8) for number in range(count)]
        began = time.process_time()
        model.complete(asked)
        return 1000 * (time.process_time() - began) / count


def _faulty(fault: str) -> dict[str, Cell]:
    """Every question meets the fault when it is first asked. Passing faults must cost nothing; of a lasting one it
    must be told, and nothing may be asked twice."""
    manner = ServerManner(plan=lambda question, time: fault if question.startswith("question") and not time else "")
    manner.elsewhere = "http://192.0.2.1/v1"
    said, right = "", 0
    began = time.monotonic()
    with mimic(manner) as server, _asked(server.address) as model:
        try:
            right = _right(model.complete(_questions(_QUESTIONS)))
        except WhetError as error:
            said = type(error).__name__
    passing = fault in PASSING
    answered = [manner.answered[f"question {number}"] for number in range(_QUESTIONS)]
    asked_again = 0 if passing else sum(manner.heard[f"question {number}"] > 1 for number in range(_QUESTIONS))
    lost = (_QUESTIONS - right) if passing else int(not said)
    return {
        "fault": fault,
        "right": right,
        "told": said,
        "lost": lost,
        "doubled": sum(times > 1 for times in answered) + asked_again,
        "seconds": round(time.monotonic() - began, 1),
    }


def _stop() -> float:
    """Seconds from a stop until the caller has its thread back, while servers stall."""
    manner = ServerManner(plan=lambda question, _: "stalled" if question.startswith("question") else "")
    cancel = CancelToken()
    stopped = 0.0

    def stop() -> None:
        nonlocal stopped
        stopped = time.monotonic()
        cancel.cancel()

    with mimic(manner) as server, _asked(server.address) as model:
        timer = threading.Timer(0.3, stop)
        timer.start()
        with contextlib.suppress(Cancelled):
            model.complete(_questions(8), cancel=cancel)
        return time.monotonic() - stopped


@dataclass(slots=True)
class _Watch:
    """Where processes are connected to, as the system says, every few milliseconds."""

    allowed: frozenset[int]
    strangers: int = 0
    _over: bool = False

    @contextmanager
    def over(self, engine: EngineProcess) -> Iterator[None]:
        """Watch an engine and its children."""
        watching = threading.Thread(target=self._look, args=(engine,))
        watching.start()
        try:
            yield
        finally:
            self._over = True
            watching.join()
            self._over = False

    def _look(self, engine: EngineProcess) -> None:
        while not self._over:
            with contextlib.suppress(psutil.Error):
                parent = psutil.Process(engine.pid)
                for process in (parent, *parent.children(recursive=True)):
                    for each in process.net_connections("inet"):
                        if each.raddr and (each.raddr.ip != "127.0.0.1" or each.raddr.port not in self.allowed):
                            self.strangers += 1
            time.sleep(0.01)


def _killed(options: BenchOptions) -> tuple[bool, int, int]:
    """A run on a server, killed and resumed: whether its log is that of one never killed, how many answers were asked
    for again that were not on their way, and how many connections went elsewhere."""
    task = paths.sample_tasks()[0]
    manner = ServerManner(delay=0.005)
    with mimic(manner) as server, _home() as workspace:
        watch = _Watch(frozenset({server.port}))
        with EngineProcess() as engine, watch.over(engine):
            command = Prepare(str(task), {Role.TASK: server.address}, seed=options.seed, budget=Budget(calls=_CALLS))
            spec = engine.ask(command).spec
            whole = workspace.new_run(spec)
            began = time.monotonic()
            _run(engine, whole, server.address)
            seconds = time.monotonic() - began
        manner.answered.clear()
        shutil.rmtree(paths.answers_folder())
        broken = _broken(workspace, whole, server.address, seconds / 2)
        with EngineProcess() as engine, watch.over(engine):
            _run(engine, broken, server.address)
        doubled = sum(times > 1 for question, times in manner.answered.items() if len(question) > 60)
        equal = broken.log_path.read_bytes() == whole.log_path.read_bytes()
    options.say(f"a run killed after {seconds / 2:.1f} s and resumed: {'equal' if equal else 'NOT equal'}")
    on_their_way = manner.most_at_once
    return equal, max(0, doubled - on_their_way), watch.strangers


@contextmanager
def _home() -> Iterator[Workspace]:
    """A person's folder and workspace that are deleted afterwards: here kept answers are what is measured."""
    before = os.environ.get("WHET_HOME")
    with tempfile.TemporaryDirectory(prefix="whet-bench-") as folder:
        os.environ["WHET_HOME"] = folder
        try:
            with open_workspace(Path(folder) / "workspace", create=True) as workspace:
                yield workspace
        finally:
            if before is None:
                del os.environ["WHET_HOME"]
            else:
                os.environ["WHET_HOME"] = before


def _broken(workspace: Workspace, whole: RunFolder, address: str, seconds: float) -> RunFolder:
    """The same run in another folder, killed after so many seconds."""
    folder = workspace.new_run(whole.read_spec())
    with contextlib.suppress(EngineError), EngineProcess() as engine:
        timer = threading.Timer(seconds, engine.kill)
        timer.start()
        _run(engine, folder, address)
        timer.cancel()
    return folder


def _run(engine: EngineProcess, folder: RunFolder, address: str) -> None:
    for _ in engine.do(Run(str(folder.path), str(paths.sample_tasks()[0]), {Role.TASK: address})):
        pass
