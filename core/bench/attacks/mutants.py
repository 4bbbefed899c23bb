"""Bytes changed at random in files of every kind: each ends in a sentence, or in nothing."""

import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.bench.attacks import made
from core.data import tasks
from core.data.reading import read_table
from core.domain.runspec import Role
from core.errors import WhetError
from core.llm import gguf
from core.state import fold
from core.store import comparisons, deeds, trash
from core.store.history import history
from core.store.workspace import open_workspace

_PIECES = (
    b"\x00", b"\xff", b"{", b"[" * 2000, b'"', b"\n", b"null", b"-1", b"1e999", b"\xed\xa0\x80", b"\\ud800", b"}" * 9
)  # fmt: skip

Look = Callable[[Path], object]


def attack(folder: Path, count: int, seed: int, say: Callable[[str], None]) -> tuple[int, int]:
    """Mutants looked at, and those that ended in anything but a sentence."""
    chance = random.Random(seed)
    victims = list(_victims(folder))
    strange = 0
    for number in range(count):
        file, look = victims[number % len(victims)]
        kept = file.read_bytes()
        file.write_bytes(_mutated(kept, chance))
        began = time.monotonic()
        try:
            look(file)
        except WhetError:
            pass
        except Exception as error:  # what an attack is after
            strange += 1
            say(f"mutant {number} of {file.name}: {type(error).__name__}: {error}"[:160])
        if time.monotonic() - began > 20:
            strange += 1
            say(f"mutant {number} of {file.name} took {time.monotonic() - began:.0f} s")
        file.write_bytes(kept)
    return count, strange


def _victims(folder: Path) -> Iterator[tuple[Path, Look]]:
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
    for name, content in _TABLES.items():
        table = folder / f"mutant-{name}"
        table.write_bytes(content)
        yield table, read_table


def _look_at_workspace(place: Path) -> None:
    with open_workspace(place) as workspace:
        workspace.runs()
        history(workspace)
        deeds.done(place)
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
