"""Bytes changed at random in files of every kind: each ends in a sentence, or in nothing."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from core.bench.attacks import made
from core.bench.attacks.clock import ProcessorClock
from core.data import tasks
from core.data.reading import read_table
from core.domain.example import Example
from core.domain.runspec import Role
from core.engine.client import EngineProcess
from core.engine.commands.ask import Ask
from core.engine.connection import EngineCommandError
from core.errors import EngineError, WhetError
from core.llm import gguf
from core.state import fold
from core.store import activity_log, comparisons, trash
from core.store.history import history
from core.store.workspace import open_workspace

_PIECES = (
    b"\x00", b"\xff", b"{", b"[" * 2000, b'"', b"\n", b"null", b"-1", b"1e999", b"\xed\xa0\x80", b"\\ud800", b"}" * 9
)  # fmt: skip

_LONGEST = 20.0  # seconds

Look = Callable[[Path], object]


def attack(folder: Path, count: int, seed: int, say: Callable[[str], None]) -> tuple[int, int]:
    """Mutants looked at, and those that ended in anything but a sentence."""
    chance = random.Random(seed)
    strange = 0
    with _engine(folder / "home") as engine:
        victims = list(_victims(folder, engine))
        for number in range(count):
            strange += _is_strange(number, *victims[number % len(victims)], chance, say)
    return count, strange


def _is_strange(number: int, file: Path, look: Look, chance: random.Random, say: Callable[[str], None]) -> bool:
    kept, strange = file.read_bytes(), ""
    file.write_bytes(_mutated(kept, chance))
    watch = ProcessorClock()
    try:
        look(file)
    except EngineCommandError as error:  # what the engine says of an error that nobody foresaw is no sentence
        strange = error.message if error.code == "unexpected" else ""
    except EngineError as error:
        strange = error.message
    except WhetError:
        pass
    except Exception as error:  # what an attack is after
        strange = f"{type(error).__name__}: {error}"
    if watch.seconds() > _LONGEST:
        strange += f" took {watch.seconds():.0f} s"
    file.write_bytes(kept)
    if strange:
        say(f"mutant {number} of {file.name}: {strange}"[:160])
    return bool(strange)


@contextmanager
def _engine(home: Path) -> Iterator[EngineProcess]:
    """An engine of somebody else, so that what it finds out about mutants is not remembered here."""
    before = os.environ.get("WHET_HOME")
    os.environ["WHET_HOME"] = str(home)
    try:
        with EngineProcess() as engine:
            yield engine
    finally:
        os.environ.pop("WHET_HOME")
        if before is not None:
            os.environ["WHET_HOME"] = before


def _asked(engine: EngineProcess, model: Path) -> None:
    """The whole way of a file to a reply: its header, a trial in a child, llama.cpp in the engine."""
    try:
        list(engine.do(Ask("Say it.", (str(model),), Example(0, "hello", ()), max_tokens=4)))
    except EngineCommandError:
        raise
    except EngineError:
        engine.restart()
        raise


def _victims(folder: Path, engine: EngineProcess) -> Iterator[tuple[Path, Look]]:
    place = made.copy(folder, "mutated")
    run = made.run_of(place)
    for file in (*place.glob("*.json*"), *run.iterdir()):
        if file.is_file() and file.suffix in {".json", ".jsonl"}:
            yield file, lambda file: _look_at_workspace(place)
    for file in (place / "tasks" / "own").iterdir():
        if file.suffix in {".toml", ".jsonl"}:
            yield file, lambda file: tasks.read_task(file.parent)
    small = folder / "mutant.gguf"
    shutil.copy(made.model(), small)
    yield small, gguf.read_header
    yield small, lambda file: _asked(engine, file)
    for name, content in _TABLES.items():
        table = folder / f"mutant-{name}"
        table.write_bytes(content)
        yield table, read_table


def _look_at_workspace(place: Path) -> None:
    with open_workspace(place) as workspace:
        workspace.runs()
        history(workspace)
        activity_log.done(place)
        trash.thrown_away(place)
        comparisons.listed(place)
        run = workspace.run("last")
        spec = run.read_spec()
        state = fold(run.read_events().events)
        run.summary()
        run.read_review()
        str((spec.models.get(Role.TASK), state.best))


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    head = min(len(changed), 1 << 16)
    for _ in range(chance.choice((1, 1, 2, 5))):
        place = chance.randrange(head + 1)
        match chance.randrange(4):
            case 0:
                changed[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                changed[place:place] = chance.choice(_PIECES)
            case 2:
                del changed[place : place + chance.randrange(1, 40)]
            case _:
                del changed[place:]
    return bytes(changed)


_TABLES = {
    "rows.csv": b"input,answer\n" + b"".join(b'"a, text",yes\n' for _ in range(40)),
    "rows.tsv": b"input\tanswer\n" + b"a text\tno\n" * 40,
    "rows.jsonl": b'{"input": "a text", "answer": ["yes", 1]}\n' * 40,
    "rows.json": b'[{"input": "a", "answer": "b", "more": {"x": [1, 2]}}, {"input": "c", "answer": "d"}]',
    "turns.jsonl": b'{"messages": [{"role": "user", "content": "hi"}, {"role": "assistant", "content": "ho"}]}\n' * 20,
}
