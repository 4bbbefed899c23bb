"""A stand-in for the engine process, for tests of the window: it says that it is one, and follows a script.

    python scripted_engine.py [--rounds N] [--pause SECONDS] [--estimate SECONDS] [--certify SECONDS] [--deaf] …

It speaks `core.engine.protocol` on stdin and stdout, asks no model, and plays `desktop.bench.made_up`. `--deaf` ignores
cancels, `--die-at` exits like a crash before that event, `--chatty` prints rubbish in between, `--torn` writes lines in
small pieces.
"""

import argparse
import os
import queue
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import msgspec

from core.data.tasks import load_task, task_fingerprint
from core.domain.certificate import Certificate, PairedGain, SealedFlip
from core.domain.runspec import ModelRef, ModelSettings, Role
from core.domain.scoring import Verdict
from core.engine.commands.certify import Certified, Certify
from core.engine.commands.find_models import FindModels, ListedModel, ModelsFound
from core.engine.commands.inspect import Inspect, Inspected
from core.engine.commands.prepare import Prepare, Prepared
from core.engine.commands.run import Run
from core.engine.commands.start import Start, Started
from core.engine.messages import Cancel, Command, Failed, Idle, Logged, Message, Progressed, Quit, Ready
from core.engine.protocol import decode_command, encode
from core.events import Event, RunEnded, RunStarted
from core.events import encode as encode_event
from core.state import RESUMABLE_OUTCOMES, fold
from core.store import places
from core.store.eventlog import read_log
from core.store.runs import RunFolder
from core.store.workspace import open_workspace
from desktop.bench.made_up import made_up_run, made_up_spec

INVENTED = Certificate(
    "run", "task", "exact_match", "no model", "2" * 64, "c1", "1" * 64, 0.12, 0.88,
    PairedGain(0.76, 0.71, 0.81, 0.0001, 300, 230, 2, "nothing was tested"),
)  # fmt: skip

INVENTED_FLIPS = (
    SealedFlip(7, "How many words <b>here</b>?", ("4",), Verdict(7, 0.0, "five", "5"), Verdict(7, 1.0, "4", "4")),
    SealedFlip(9, "And here?", ("2",), Verdict(9, 1.0, "2", "2"), Verdict(9, 0.0, "three", "3")),
)

INVENTED_MODELS = (
    ("/invented/qwen.gguf", "Qwen2.5 0.5B Instruct (invented)", "LM Studio", 494_000_000, "Q4_K_M", "fits", 0.9),
    ("/invented/sha256-llama", "llama3.2:3b (invented)", "Ollama", 3_210_000_000, "Q4_K_M", "partly", 5.2),
    ("/invented/large.gguf", "Large 70B (invented)", "Hugging Face", 70_600_000_000, "Q8_0", "too_big", 78.1),
)


def found(
    path: str,
    name: str = "",
    source: str = "named",
    parameters: int = 4_900_000,
    quantization: str = "Q8_0",
    fit: str = "fits",
    needed: float = 0.2,
) -> ListedModel:
    """A model that was never looked at."""
    shown, gib = name or Path(path).stem, 2**30
    return ListedModel(
        path, shown, source, parameters, quantization, 4096, parameters, "apache-2.0", fit,
        f"{shown} needs about {needed} GB of memory, and 12.0 GB are free (scripted).", architecture="llama",
        template=True, needed=int(needed * gib), available=12 * gib, settings=ModelSettings(threads=4),
    )  # fmt: skip


MACHINE = "no machine: this is the scripted engine"


class ScriptedEngine:
    """Does one command after the other."""

    def __init__(self, script: argparse.Namespace) -> None:
        self.script = script
        self.cancelled = threading.Event()
        self.commands: queue.SimpleQueue[Command] = queue.SimpleQueue()

    def work(self) -> None:
        """Until the end of stdin."""
        threading.Thread(target=self.listen, daemon=True).start()
        self.say(Ready(1, "scripted", os.getpid()))
        while not isinstance(command := self.commands.get(), Quit):
            self.do(command)
            self.cancelled.clear()
            self.say(Idle())

    def listen(self) -> None:
        """Commands go into the queue, cancels at once."""
        for line in sys.stdin.buffer:
            command = decode_command(line)
            if isinstance(command, Cancel | Quit) and not self.script.deaf:
                self.cancelled.set()
            if not isinstance(command, Cancel):
                self.commands.put(command)
        self.cancelled.set()
        self.commands.put(Quit())

    def do(self, command: Command) -> None:
        """Answer one command."""
        match command:
            case Prepare():
                self.prepare(command)
            case Start():
                self.start(command)
            case Run():
                self.run(RunFolder(Path(command.run_folder)))
            case Certify():
                self.certify(RunFolder(Path(command.run_folder)))
            case Inspect(path=path) if Path(path).is_file():
                self.say(
                    Inspected(
                        Path(path).stem, "llama", 4_900_000, "Q8_0", 1024, "2" * 64, 5_647_584, "apache-2.0", "fits",
                        "Fits: needs 60 MB of 24 GB (scripted).", ModelSettings(),
                    )
                )  # fmt: skip
            case FindModels(files=files):
                self.say(ModelsFound(tuple(found(*each) for each in (*INVENTED_MODELS, *((file,) for file in files)))))
            case _:
                self.say(Failed("model", "There is no such model.", "Nothing was changed.", "Choose another file."))

    def start(self, command: Start) -> None:
        """Prepare a run, and play it."""
        with open_workspace(Path(command.workspace)) as workspace:
            task = workspace.adopt_task(Path(command.plan.task_folder))
            plan = msgspec.structs.replace(command.plan, task_folder=str(task))
            prepared = self.prepared(plan)
            if prepared is None:
                return
            for role, ref in prepared.spec.models.items():
                places.remember(plan.models[role], ref)
            run = workspace.new_run(prepared.spec)
        self.say(Started(str(run.path), str(task), plan.models, prepared))
        self.run(run)

    def prepare(self, command: Prepare) -> None:
        """A spec that fits the task."""
        prepared = self.prepared(command)
        if prepared is not None:
            self.say(prepared)

    def prepared(self, command: Prepare) -> Prepared | None:
        """The answer to a `Prepare`, unless it was cancelled."""
        task = load_task(Path(command.task_folder))
        spec = replace(
            made_up_spec(task.name),
            task_fingerprint=task_fingerprint(task),
            test_fingerprint=task.test_fingerprint,
            models={Role.TASK: ModelRef(Path(command.models[Role.TASK]).stem, "2" * 64)},
            method=command.method,
            params=command.params,
            seed=command.seed,
            budget=command.budget,
            whet="scripted",
        )
        self.say(Progressed("trying the model (scripted)", 0.5, 0, 0, 0.0))
        if self.cancelled.wait(self.script.estimate):
            self.say(Failed("cancelled", "Stopped."))
            return None
        return Prepared(spec, 1234, MACHINE)

    def run(self, folder: RunFolder) -> None:
        """Play a made-up run into its folder; what an earlier session wrote is played again without a pause."""
        earlier = list(read_log(folder.log_path).events)
        if earlier and isinstance(earlier[-1], RunEnded) and earlier[-1].outcome in RESUMABLE_OUTCOMES:
            earlier.pop()
        spec = folder.read_spec()
        events = made_up_run(rounds=self.script.rounds)
        events[0] = RunStarted(1, spec)
        with folder.writing(), folder.log_path.open("wb") as log:
            for number, event in enumerate(events):
                if number == self.script.die_at and number >= len(earlier):
                    os.kill(os.getpid(), 9)
                if self.cancelled.is_set():
                    event = RunEnded("cancelled", "cancelled", "The run was stopped.", "It can be resumed.")
                log.write(encode_event(event))
                log.flush()
                self.play(event)
                if isinstance(event, RunEnded):
                    break
                if number >= len(earlier) and self.script.pause:
                    self.telemetry(events[: number + 1], number / len(events))
                    time.sleep(self.script.pause)

    def certify(self, folder: RunFolder) -> None:
        """A made-up certificate with one row that was fixed and one that was broken, after a while."""
        for step in range(3):
            self.say(Progressed(f"c1: sealed rows {16 * step + 1} to {16 * step + 16} (scripted)", step / 3))
            if self.cancelled.wait(self.script.certify):
                self.say(Failed("cancelled", "Stopped."))
                return
        folder.write_flips(INVENTED_FLIPS)
        folder.write_certificate(INVENTED)
        self.say(Certified(INVENTED, INVENTED.sentence))

    def telemetry(self, so_far: list[Event], fraction: float) -> None:
        """What a real engine says ten times a second."""
        spend = fold(so_far).spend
        self.say(
            Progressed(
                "c7: validation rows 17 to 32 (scripted)", fraction, spend.calls, spend.tokens, spend.calls / 40,
                5958.0, 429.0, 0.6, 0.1, 42.0,
            )
        )  # fmt: skip

    def say(self, message: Message) -> None:
        """A message to the window."""
        if self.script.chatty:
            self.write(b"this is not a line of the protocol\n")
            sys.stderr.write("a line for the log\n")
            sys.stderr.flush()
        self.write(encode(message))

    def play(self, event: Event) -> None:
        """An event to the window."""
        self.write(encode_event(event))

    def write(self, line: bytes) -> None:
        """Whole, or in pieces that arrive one by one."""
        pieces = [line[i : i + 7] for i in range(0, len(line), 7)] if self.script.torn else [line]
        for piece in pieces:
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()


def main() -> None:
    """Be the scripted engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pause", type=float, default=0.0)
    parser.add_argument("--estimate", type=float, default=0.0)
    parser.add_argument("--certify", type=float, default=0.0)
    parser.add_argument("--deaf", action="store_true")
    parser.add_argument("--die-at", type=int, default=-1)
    parser.add_argument("--chatty", action="store_true")
    parser.add_argument("--torn", action="store_true")
    engine = ScriptedEngine(parser.parse_args())
    engine.say(Logged("info", MACHINE))
    engine.work()


if __name__ == "__main__":
    main()
