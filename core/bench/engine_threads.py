"""What more threads win, by the clock: a prompt, decoding with one lane and with all of them, idle and beside load."""

import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Final

import numpy as np
import psutil

from core.bench.engine_limits import session_of
from core.bench.table import Cell
from core.llm.llama.model import LlamaModel
from core.llm.llama.session import DecodingSession

PROMPT: Final = 256
STEPS: Final = 8
WHATS: Final = ("prompt", "decode 1", "decode 16")
_BEHIND: Final = 64
"""Tokens that stand in each lane before it is decoded."""


def speeds(model: LlamaModel, threads: int, passes: int) -> dict[str, tuple[float, float]]:
    """Milliseconds per token by the clock, and of processor time, by what is computed."""
    settings = replace(model.settings, threads=threads)
    handle = model._handle  # noqa: SLF001 - the bench measures below the engine
    rewinds = session_of(model).rewinds
    with (
        closing(DecodingSession(handle, model.info.vocabulary, settings, rewinds=rewinds)) as session,
        session.work(None),
    ):
        session.reserve(PROMPT + STEPS + 1)
        return {
            "prompt": _median(lambda _: session.clear(), lambda number: _prompt(session, number), PROMPT, passes),
            "decode 1": _decoding(session, 1, passes),
            "decode 16": _decoding(session, min(16, session.lanes), passes),
        }


def table(model: LlamaModel, counts: tuple[int, ...], passes: int, say: Callable[[str], None]) -> list[dict[str, Cell]]:
    """One row per number of threads and load: tokens a second by the clock, and milliseconds of processor time."""
    rows: list[dict[str, Cell]] = []
    for busy in (0, 1):
        with loaded(busy):
            for threads in counts:
                say(f"{threads} threads beside {busy} busy programs")
                found = speeds(model, threads, passes)
                row: dict[str, Cell] = {"busy programs": busy, "threads": threads}
                row |= {f"{what}, tokens/s": round(1000 / found[what][0], 1) for what in WHATS}
                row |= {f"{what}, ms CPU": round(found[what][1], 2) for what in WHATS}
                rows.append(row)
    return rows


@contextmanager
def loaded(programs: int) -> Iterator[None]:
    """Other programs that never rest, each held to a core of its own."""
    context = multiprocessing.get_context("spawn")
    running = [context.Process(target=_never_rest, args=(core,), daemon=True) for core in range(programs)]
    try:
        for process in running:
            process.start()
        if running:
            time.sleep(1.0)
        yield
    finally:
        for process in running:
            if process.is_alive():
                process.kill()
                process.join()


def _never_rest(core: int) -> None:
    process = psutil.Process()
    if hasattr(process, "cpu_affinity"):
        process.cpu_affinity([core])
    while True:
        pass


def _prompt(session: DecodingSession, number: int) -> None:
    session.begin(tuple(np.random.default_rng(number).integers(0, 256, size=PROMPT).tolist()))


def _decoding(session: DecodingSession, lanes: int, passes: int) -> tuple[float, float]:
    def fill(number: int) -> None:
        session.clear()
        session.begin((number,) * _BEHIND)
        for _ in session.fill(0, [[number]] * lanes):
            pass

    def decode(number: int) -> None:
        for _ in range(STEPS):
            session.extend(np.full((lanes, 1), number, dtype=np.int32))

    return _median(fill, decode, lanes * STEPS, passes)


def _median(
    prepare: Callable[[int], None], work: Callable[[int], None], count: int, passes: int
) -> tuple[float, float]:
    """Of some passes after one that warms up; both get the number of the pass."""
    clock, processor = [], []
    for number in range(1, passes + 2):
        prepare(number)
        began, used = time.perf_counter(), time.process_time()
        work(number)
        clock.append(1000 * (time.perf_counter() - began) / count)
        processor.append(1000 * (time.process_time() - used) / count)
    return statistics.median(clock[1:]), statistics.median(processor[1:])
